"""What is counted and what became of it: words by sense, by hand.

`SENSES` has the nouns. Words of one line mean the same thing counted; a word may
stand in several lines. `WIDE` are nouns that say no more than that they are people.
`FATES` and `DEEDS` have what befell those who are counted and what they did: a
fate makes another thing of a count (600 soldiers, 600 soldiers killed), a deed
only where the other side names another deed.
"""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

SENSES = {
    "people": "people persons individuals humans person individual others lives souls victims residents inhabitants "
    "citizens villagers townspeople locals passengers population dwellers islanders folk everyone those casualties "
    "crowd crowds audience spectators onlookers",
    "troops": "soldiers soldier troops troop servicemen serviceman servicewomen servicemember servicemembers troopers "
    "trooper infantrymen personnel combatants fighters conscripts recruits reservists military army forces men "
    "contingent garrison privates",
    "militants": "militants militant insurgents insurgent rebels rebel guerrillas guerrilla fighters combatants gunmen "
    "jihadists terrorists extremists militiamen partisans",
    "marines": "marines paratroopers commandos",
    "sailors": "sailors seamen submariners crewmen",
    "crew": "crew crewmen crews crewmembers sailors seamen",
    "mercenaries": "mercenaries mercenary contractors",
    "peacekeepers": "peacekeepers peacekeeper",
    "officers": "officers officer",
    "police": "police policemen policeman policewomen constables officers gendarmes",
    "firefighters": "firefighters firefighter firemen fireman",
    "civilians": "civilians civilian noncombatants bystanders",
    "children": "children child kids minors youngsters schoolchildren infants toddlers",
    "babies": "babies infants newborns births",
    "boys": "boys boy",
    "girls": "girls girl",
    "women": "women woman females",
    "men": "men man males",
    "elderly": "elderly pensioners retirees seniors",
    "adults": "adults adult grown-ups",
    "students": "students student undergraduates pupils pupil schoolchildren schoolboys schoolgirls",
    "teachers": "teachers teacher schoolteachers lecturers",
    "workers": "workers worker employees employee labourers laborers staff staffers workmen jobs positions posts "
    "workforce",
    "miners": "miners miner pitmen colliers",
    "farmers": "farmers farmer growers peasants smallholders",
    "fishermen": "fishermen fishers fisherman anglers",
    "doctors": "doctors doctor physicians medics",
    "nurses": "nurses nurse",
    "patients": "patients patient",
    "medics": "medics paramedics paramedic rescuers",
    "journalists": "journalists journalist reporters reporter newsmen",
    "refugees": "refugees refugee migrants migrant asylum-seekers evacuees displaced",
    "protesters": "protesters protester protestors demonstrators demonstrator marchers",
    "strikers": "strikers striker",
    "prisoners": "prisoners prisoner captives captive hostages hostage detainees detainee pows pow inmates inmate "
    "internees convicts",
    "voters": "voters voter electors electorate",
    "votes": "votes vote ballots ballot",
    "members": "members member",
    "tourists": "tourists tourist visitors visitor holidaymakers travellers travelers guests",
    "passengers": "passengers passenger travellers travelers riders commuters",
    "families": "families family households household",
    "houses": "houses house homes home dwellings dwelling residences cottages housing households household",
    "forest": "forest forests woodland woodlands woods",
    "flats": "flats apartments apartment flat",
    "buildings": "buildings building structures structure premises",
    "schools": "schools school",
    "hospitals": "hospitals hospital clinics clinic infirmaries",
    "shops": "shops shop stores store retailers outlets",
    "factories": "factories factory plants plant mills mill works",
    "firms": "firms firm companies company businesses business enterprises corporations",
    "villages": "villages village hamlets settlements settlement",
    "towns": "towns town municipalities",
    "ships": "ships ship vessels vessel boats boat warships warship craft",
    "warships": "warships warship frigates destroyers cruisers corvettes",
    "aircraft": "aircraft planes plane airplanes aeroplanes jets warplanes airliners",
    "warplanes": "warplanes warplane jets jet fighters bombers",
    "helicopters": "helicopters helicopter choppers",
    "drones": "drones drone uavs uav unmanned",
    "tanks": "tanks tank",
    "vehicles": "vehicles vehicle",
    "cars": "cars car automobiles motorcars vehicles",
    "trucks": "trucks truck lorries lorry",
    "trains": "trains train locomotives",
    "buses": "buses bus coaches",
    "guns": "guns gun howitzers howitzer cannons cannon artillery",
    "rifles": "rifles rifle firearms muskets",
    "missiles": "missiles missile",
    "rockets": "rockets rocket",
    "shells": "shells shell rounds round munitions munition projectiles",
    "bombs": "bombs bomb",
    "mines": "mines landmines",
    "attacks": "attacks attack assaults raids raid strikes airstrikes bombardments",
    "cases": "cases case infections infection",
    "crimes": "crimes crime offences offenses",
    "complaints": "complaints complaint grievances",
    "trees": "trees tree saplings",
    "cattle": "cattle cows cow oxen",
    "sheep": "sheep ewes lambs",
    "fires": "fires fire blazes wildfires",
    "jobs": "jobs job positions posts workers employees",
    "seats": "seats seat mandates",
    "books": "books volumes titles",
    "containers": "containers container",
    "crossings": "crossings crossing",
    "copies": "copies copy",
    "tickets": "tickets ticket",
    "wells": "wells well boreholes",
    "turbines": "turbines turbine windmills",
    "points": "points point",
    "goals": "goals goal",
}
# These say no more than that they are people, so that a narrower word can mean the same ones.
WIDE = "people"
PERSONS = frozenset(
    "people troops militants marines sailors mercenaries peacekeepers officers police firefighters civilians children "
    "babies boys girls women men elderly adults students teachers workers miners farmers fishermen doctors nurses "
    "patients medics journalists refugees protesters strikers prisoners voters members tourists passengers crew".split()
)

# What befell them. A fate on one side only, or two that differ, are two things.
FATES = {
    "dead": "dead death deaths died die dies dying killed kill kills killing killings fatal fatality fatalities "
    "perished perish perishing slain murdered murders murder executed executions massacred drowned toll lives "
    "succumbed martyred corpses bodies slaughtered victims",
    "hurt": "wounded wounds wounding wound injured injures injuring injure injuries injury hurt maimed hospitalised "
    "hospitalized",
    "casualties": "casualties casualty",
    "held": "captured capture captures capturing captive captives prisoner prisoners pow pows detained detains detain "
    "detaining detainees arrested arrests arrest arresting jailed imprisoned hostage hostages abducted kidnapped "
    "interned seized custody",
    "missing": "missing unaccounted disappeared vanished disappearances",
    "fled": "fled flee flees fleeing displaced displacing displacement evacuated evacuate evacuating evacuation "
    "evacuees homeless uprooted refugees",
    "returned": "returned returning return returnees repatriated",
    "rescued": "rescued rescue rescues rescuing saved survived survivors survivor survive",
    "freed": "freed released release releases releasing liberated pardoned acquitted",
    "destroyed": "destroyed destroy destroys destroying destruction razed demolished demolish flattened wrecked "
    "obliterated levelled leveled sunk sank sinking burned burnt gutted",
    "damaged": "damaged damage damages damaging",
    "lost": "lost lose loses losing losses loss",
    "intercepted": "intercepted intercept intercepts downed",
    "deserted": "deserted desert deserters defected defectors defections desertions",
    "surrendered": "surrendered surrender",
    "infected": "infected infections infection infecting sickened ill",
    "vaccinated": "vaccinated vaccinations vaccination immunised immunized inoculated",
    "dismissed": "dismissed dismissals sacked fired redundancies redundant layoffs laid dismiss axed",
    "hired": "hired hire hires hiring recruited recruit recruits recruiting recruitment enlisted",
    "closed": "closed closing closure closures shut shuttered",
    "opened": "opened opening inaugurated",
    "sold": "sold sell sells selling sales",
    "bought": "bought buy buys buying purchased purchase acquired",
    "ordered": "ordered ordering",
    "built": "built build builds building constructed construction erected",
    "planted": "planted planting",
    "felled": "felled felling uprooted logged",
    "exported": "exported exports export exporting",
    "imported": "imported imports import importing",
    "produced": "produced produce produces producing production manufactured output",
    "stolen": "stolen stole theft thefts looted",
    "convicted": "convicted convictions sentenced",
    "charged": "charged indicted",
    "born": "born births birth",
    "married": "married marriages weddings",
    "repaired": "repaired repairs repair rebuilt restored restoring",
    "cancelled": "cancelled canceled cancellations cancel",
    "delayed": "delayed delays delay",
    "voted": "voted voting",
    "protested": "protested protest protests protesting demonstrated marched rallied walked",
    "striking": "striking walkout",
    "donated": "donated donations donate",
}
# What is done with them or by them. Only two that differ are two things.
DEEDS = {
    "sent": "sent send sends sending deployed deploy deploys deploying deployment dispatched stationed arrived arrive "
    "arriving arrival moved transferred fighting present delivered deliver delivers delivery deliveries supplied "
    "supply shipped shipment shipments provided provide provides handed",
    "trained": "trained training train",
    "withdrawn": "withdrawn withdrew withdraw withdrawal withdrawing pulled",
    "mobilised": "mobilised mobilized mobilisation mobilization mobilise conscripted drafted called",
    "fired": "fired fire firing launched launch launches launching lobbed",
    "trapped": "trapped stranded stuck",
    "affected": "affected affect affecting",
    "attended": "attended attend attendance gathered joined turnout visited",
    "enrolled": "enrolled enrol enrollment enrolment",
    "employed": "employed employs employing",
    "lived": "lived lives living",
}
# Nouns of a fate that are what is counted themselves: "600 deaths", "the 40 wounded"; who they are stands elsewhere.
FATED = frozenset(
    "dead death deaths killed killings fatality fatalities lives murders executions wounded wounds injured injuries "
    "casualties missing disappearances captives prisoners pows hostages detainees arrests displaced homeless evacuees "
    "returnees survivors victims bodies corpses deserters defectors births infections vaccinations dismissals "
    "redundancies layoffs losses hires closures sales purchases orders exports imports toll drowned disappeared "
    "convictions marriages thefts".split()
)
# A fate made of two: "killed or wounded" are casualties, as far as words go.
UNITED = {frozenset({"dead", "hurt"}): "casualties"}


def _by_word(senses: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sense, words in senses.items():
        for word in words.split():
            found.setdefault(word, set()).add(sense)
    return {word: frozenset(kinds) for word, kinds in found.items()}


SENSES_OF = _by_word(SENSES)
FATE_OF = _by_word(FATES)
DEED_OF = _by_word(DEEDS)
WORDS_OF = {sense: words.split() for table in (SENSES, FATES, DEEDS) for sense, words in table.items()}
