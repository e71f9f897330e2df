"""Words that make, widen or forbid the name of a place."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What belongs to a name from its left: "northern Israel", "Soviet Belarus", "Greater London".
DIRECTIONS = _set("""
north south east west northern southern eastern western central northeast northwest southeast southwest
northeastern northwestern southeastern southwestern mainland upstate midwestern north-eastern
""")
QUALIFIERS = _set("""
greater upper lower inner outer soviet nazi tsarist czarist imperial ottoman mandatory fascist vichy qing ming
meiji byzantine tudor norman stuart georgian victorian medieval ancient colonial continental metropolitan
""")
NAMING = _set("""
greater upper lower inner outer soviet nazi tsarist czarist imperial ottoman mandatory fascist vichy
""")

# Type words in small letters that belong to the name before them: "Kursk region", and what kind of place they make.
TYPES_AFTER: dict[str, str] = {
    **dict.fromkeys(
        _set("""
region oblast province governorate prefecture district county krai raion voivodeship municipality state division
commune canton department okrug subdistrict taluk tehsil
"""),
        "region",
    ),
    **dict.fromkeys(
        _set("""
peninsula valley desert river island islands canal strait lake plateau basin delta sea gulf bay mountains mountain
hills archipelago corridor atoll glacier volcano forest highlands
"""),
        "area",
    ),
    **dict.fromkeys(_set("airport airfield airbase dam bridge stadium prison station crossing camp"), "facility"),
}
# The same, but only with one more word before them: "Jenin refugee camp".
TYPES_OF_TWO = {
    ("refugee", "camp"): "facility", ("air", "base"): "facility", ("international", "airport"): "facility",
    ("nuclear", "plant"): "facility", ("border", "crossing"): "facility", ("railway", "station"): "facility",
    ("power", "plant"): "facility", ("metropolitan", "area"): "area", ("autonomous", "region"): "region",
    ("train", "station"): "facility",
    ("metro", "station"): "facility",
    ("subway", "station"): "facility",
    ("bus", "station"): "facility",
    ("shopping", "mall"): "facility",
    ("shopping", "centre"): "facility",
    ("shopping", "center"): "facility",
    ("military", "base"): "facility",
    ("naval", "base"): "facility", ("mountain", "range"): "area", ("national", "park"): "area",
}  # fmt: skip
# A name that the gazetteer does not know is a place before these.
SETTLEMENTS = _set("village town city neighbourhood neighborhood suburb hamlet settlement township")
PLAIN_TYPES = SETTLEMENTS | {*TYPES_AFTER} - {
    "state",
    "department",
    "division",
    "district",
    "region",
    "sea",
    "forest",
    "bridge",
    "camp",
    "crossing",
    "station",
}

# The last word of a name that makes it a place, known or not: "Pripyat River", "Osijek-Baranja County".
NATURE = _set("""
river rivers lake lakes mountain mountains hill hills island islands isle isles sea ocean gulf bay strait straits
channel peninsula valley desert plateau basin canyon creek falls forest coast reef delta range ridge heights
highlands lowlands peak glacier volcano canal swamp beach cave pond reservoir wetlands archipelago atoll lagoon
fjord steppe estuary gorge plains plain rainforest jungle bight cove brook massif lough loch oasis shelf passage
trench sound pass
""")
ADMIN = _set("""
province oblast krai raion county district governorate region prefecture voivodeship canton parish municipality
township emirate territory borough taluk tehsil subdistrict regency okrug autonomous commune ward
""")
FACILITIES = _set("""
airport airfield aerodrome airbase bridge square stadium arena street road avenue boulevard lane highway expressway
motorway prison jail penitentiary castle fortress palace cathedral mosque synagogue monastery abbey basilica shrine
tower dam barracks shipyard terminal hotel mall temple gurdwara refinery lighthouse plaza cemetery harbour harbor
docks dock tunnel park gardens zoo racecourse racetrack bagh maidan rink interchange pier wharf quay freeway
parkway velodrome speedway terrace raceway citadel viaduct courthouse oval airstrip checkpoint mine colliery quarry
memorial mausoleum monument tomb promenade crossing camp playfield pavilion gymnasium gym estate ave junction
masjid mandir pagoda stupa
""")
FACILITY_PAIRS = frozenset({
     ("air", "base"), ("force", "base"), ("naval", "base"), ("refugee", "camp"), ("power", "plant"),
    ("power", "station"), ("nuclear", "plant"), ("railway", "station"), ("train", "station"),
    ("metro", "station"), ("subway", "station"), ("bus", "station"), ("border", "crossing"), ("shopping", "mall"),
    ("shopping", "centre"), ("shopping", "center"), ("convention", "center"), ("convention", "centre"),
    ("detention", "center"), ("detention", "centre"), ("space", "center"), ("space", "centre"), ("test", "site"),
    ("military", "base"), ("union", "station"), ("central", "station"), ("correctional", "facility"),
    ("concentration", "camp"), ("extermination", "camp"), ("launch", "site"), ("space", "station"),
    ("cricket", "ground"), ("north", "station"), ("south", "station"), ("army", "base"), ("opera", "house"),
    ("city", "hall"), ("town", "hall"), ("trade", "center"),
})  # fmt: skip
# Institutions: a place only where something happens at them ("at Al-Ahli Hospital").
INSTITUTIONS = _set("hospital museum theatre theater church library hall market school clinic")
# The first word of a name that makes it a place: "Lake Sevan", "Mount Etna", "Port of Odesa".
NATURE_FIRST = _set("lake mount mt cape river loch lough")
PLACE_FIRST = _set("fort port camp")
# Heads that take their name with "of": "Gulf of Sidra", "Republic of Artsakh", "Tower of London".
HEADS_OF: dict[str, str] = {
    **dict.fromkeys(
        _set("""
gulf strait straits bay sea isle isles island islands cape lake valley mount mountains peninsula forest plain
desert coast channel rock falls plains
"""),
        "area",
    ),
    **dict.fromkeys(_set("republic kingdom principality sultanate commonwealth empire"), "country"),
    **dict.fromkeys(
        _set("""
province district county governorate region duchy canton territory emirate prefecture state oblast
"""),
        "region",
    ),
    **dict.fromkeys(_set("city town municipality village borough"), "city"),
    **dict.fromkeys(_set("port palace tower castle cathedral pier"), "facility"),
}

# In small letters behind an unknown name, where something happens at it: "on the Radisson Blu hotel".
BUILDINGS = _set("""
hotel mosque church hospital prison stadium airport bridge dam market cathedral monastery temple palace nightclub cinema
theatre theater mall museum mine refinery shipyard steelworks school camp district region crossing station checkpoint
""")
# Words that show what an unknown name is: "the village of X", "X is a town in", "X, a suburb of".
PLACE_NOUNS = _set("""
village town city hamlet suburb neighbourhood neighborhood municipality district province region county island
river lake mountain settlement commune port borough parish township valley peninsula capital volcano oblast
governorate prefecture garden park square airport island-nation country territory department resort community
locality outskirts atoll
""")

PLACES_NOUNS = _set("""
villages towns cities hamlets suburbs neighbourhoods neighborhoods municipalities districts provinces regions counties
islands rivers settlements communes ports boroughs parishes townships valleys oblasts governorates prefectures
communities camps
""")

# Prepositions and verbs that a place follows.
CUES = _set("""
in at near from to into outside inside around across through throughout toward towards via within between beyond
along off onto above opposite surrounding entered entering captured capturing seized besieged occupied shelled
bombed struck liberated evacuated invaded invading reached reaching left leaving visited visiting retook recaptured
hit bombarded fled toured abandoned crossed crossing destroyed devastated flooded rocked
""")
FIRM_CUES = _set("in at near outside inside into around throughout across surrounding")
# "to" is a firm cue behind these: "moved to Bath", not "according to Bath".
MOTIONS = _set("""
moved move moves moving travelled traveled travel went go goes going flew fly fled flee flees returned return
returns came come sent send deployed deploy drove sailed marched march transferred relocated emigrated migrated
immigrated exiled evacuated withdrew retreated retreat advanced visit visits visited trip route road close next
back trips flight flights exported shipped taken visitors tourists passengers pilgrims brought spread
""")
# An unknown name is a place behind "to" or "from" and one of these: "fled to X".
FLIGHTS = _set("""
fled flee flees fleeing retreated withdrew evacuated marched sailed drove flew flown deported relocated exiled escaped
retreat withdrawal march travel travelled traveled arrived rescued airlifted displaced expelled driven recovered
""")
# "for" is a firm cue behind these: "passengers for X".
BOUND = _set("bound left leaves headed heading departed sailed destined passengers flights flight trains train")
# "of" makes an unknown name a place behind these: no person is besieged.
SIEGES = _set("""
siege shelling bombardment evacuation occupation outskirts streets roads inhabitants liberation north south east west
northeast northwest southeast southwest north-east north-west south-east south-west
""")
# "on" is a firm cue behind these, "in" one for a name that nobody knows: "attack on X", "houses in X".
ATTACKS = _set("""
attack attacks strike strikes airstrike airstrikes raid raids assault assaults march advance offensive bombing
bombings shelling siege advanced marched
""")
LOCATING = _set("""
born died buried lived living lives raised located situated village villages town towns houses homes residents
fighting clashes battle battles shelling hospital school mosque church base camp landed settled stationed
headquartered based arrested detained killed prison neighbourhoods neighborhoods house home farm factory plant mine
bases camps schools mosques churches hospitals prisons farms factories plants mines temple shrine cathedral market
markets checkpoint checkpoints clinic clinics cemetery warehouse depot barracks airfield festival protest protests
rally rallies demonstration demonstrations clash explosion explosions blast blasts massacre massacres earthquake flood
floods fire fires crash ambush ambushes bombing bombings shooting shootings villagers farmers civilians settlers
bodies casualties survivors monastery refinery quarry colliery slum slums held celebrated founded opened erupted
exhumed unearthed discovered exploded shot wounded injured burned buildings drowned trapped crashed gathered rallied
protested fought executed
grave graves manor estate barracks outpost outposts positions facility facilities centre center station stations
dam dams bridge port airport reactor stadium tunnel summit funeral ceremony graveyard orphanage building apartment
apartments flats shops garrison destroyed damaged razed looted torched cases deaths outbreak outbreaks troops soldiers
rebels fighters forces militants militiamen gunmen people men women
children families protesters demonstrators voters workers miners witnesses lands
""")
LIST_ENDS = _set("in on at where when during since after before for from with by last this between")
# A club plays for a town: "26 games for Lausanne", "played with Footscray".
SPORTED = _set("""
played plays playing play games game match matches signed signs debut goals appearances caps win wins victory
victories defeat draw drew scored player players footballer striker midfielder goalkeeper defender captain coach
debuted
""")
# A club or team is meant behind these.
PLAYED = _set("beat beats defeated vs v versus thrashed coached")
LOST = _set("lost losing loss defeat lose")
NEAR_CUES = _set("near outside surrounding")
# "of" is a cue behind these.
PART_NOUNS = PLACE_NOUNS | _set("""
north south east west northeast northwest southeast southwest north-east north-west south-east south-west part
parts rest most much centre center outskirts suburbs streets people residents inhabitants coast cities towns
villages heart edge half liberation capture fall bombing siege battle shelling invasion occupation annexation
evacuation northern bombardment all km kilometers kilometres miles mi metres meters outside front ports skies
out area quarter slum population areas provinces roads docks beaches fields forests prisons
""")
# In front of these a country is an adjective: "US officials", "UAE president".
ACTORS_AFTER = _set("""
president government officials official troops forces military army navy intelligence envoy ambassador dollar
dollars senator senators citizens citizen nationals authorities lawmakers soldiers soldier police prime foreign
defence defense marines air presidential congressional lawmaker senate federal justice treasury secretary central
embassy
""")
# The land itself, not its name, is meant in front of these: "the Ukraine war" is the name of an event.
EVENTS_AFTER = _set("""
war wars conflict crisis genocide massacre massacres uprising revolution rebellion insurgency earthquake
earthquakes pandemic famine disaster bombing bombings shooting shootings explosion explosions attack attacks siege
campaign offensive tsunami quake floods flood riots protests olympics games invasion summit conference agreement
accord accords treaty talks marathon grand derby blast blasts hurricane cyclone landslide wildfire wildfires
epidemic outbreak referendum deal protocol border tragedy trials fire fires plot killings killing murders stampede
collapse crash hijacking burning strikes bombardment virus fever disease flu syndrome
""")

# What may follow a type word that ends a name: "in Rakhine state and", not "Texas state law".
AFTER_TYPE = _set("""
in on at of and or to from for with by is was were are has had have which where that who after before during since
as said near will would but while when killed killing reported into through between could can may over until alone
rose fell grew lost saw held became began came went did does do not then still also now remained left took made
this that these those its their his her every each last next overnight alone today yesterday tonight early late again
dug fought fled met paid put ran sank sent set shot shut sold spent stood struck swept told won wore wrote knew heard
burnt built brought caught earlier later daily twice both about around near off under above two three four
five six more less
covers lies lay stretches runs ran flows rises contains holds kept gave gets got warmed shrank melted
""")
# Between a preposition and the name: "in nearby Bath", "to what is now Chad".
SKIPPED = DIRECTIONS | _set("""
the nearby neighbouring neighboring downtown rural historic besieged occupied modern present day now today coastal
far war torn newly entire whole all
""")
# Heads of place names that are surnames too: "Grant Hill", "Nick Cave".
SURNAME_HEADS = _set("""
hill hills lake rivers cave park parks forest brook pond cove castle bridge street lane hall church temple banks
river field wood plain peak bay coast ward pass sound quarry camp
""")
