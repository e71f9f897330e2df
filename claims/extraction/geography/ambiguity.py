"""Names that are places and something else, and which way they lean."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Folded names that are places only when written in capitals: "US", never "us"; "CAR", never "Car".
ACRONYMS = _set("us usa uk uae ussr prc drc dprk rok car nyc gdr ksa fyrom la mena wa dc k2 roc")

# In the gazetteer, and never meant in English prose without more words around them.
NEVER = _set("""
of most many date same police university central union state republic federal capital north south east west
northern southern eastern western northeast northwest southeast southwest center centre free new old general man
men will can may march august april independence liberty freedom congress parliament senate hope commerce
enterprise progress house street road park lake river bay island islands mount fort port camp city town village
plateau delta rivers cross coast littoral maritime maritimes oriental occidental national internet god lord king
queen prince christ jesus allah bible quran islam muslim moslem roman christian colonia santa san los las el la al
le de da do saint st don del big little red black white green blue brown gold silver orange rose lily sun star moon
earth world global sky cloud wind rain snow fire water air space media press post times sale deal battle ball bank
bar bell best bill bird book born boom bush call card care case cash chance charge chase church class club coal
code cold cook cool corn court day dean deer dial dog door duck dying early edge eden energy engine even ever fall
farm fast field first fish flag flat fly food forest fox frame frank fresh front full fun fund game gas gate gay
gem gene giant girl glen good grace grand grant grass great ground group grove guide gun hall hand hard hat hawk
head heart heat hell hero high hill hills home honor horn horse hot hour hunt ice ideal idea image iron jet job joy
judge junction just key kid kind land last late law lead leader league life light like line link lion list live
long look loop loss love luck mad magic mail main male mall marine mark market mason master match mean medical
metal mid middle mile military mill mind mine mission model modern money more morning moss mother mountain much
music my name nation navy near need net never news night nine no none nothing now number oak ocean odd oil one only
open order other our out over page pair pan part party pass past path peace peak pearl people pilot pine pit place
plain plan plant play point pole pool poor pope power present pride prime private public pure quality quick race
radio rail rainbow ranch range rapid rate ray real rest rich ridge ring rise rock room root rope royal rule run
safe salt sand save school sea second see sense service set seven shadow sharp she shell ship shop short show side
sign six small smart snake soft solar some song soul sound source spring square stage stand start station steel
step still stone storm story strong such summer summit super sure swan sweet swift table tank team temple ten test
the then they this three tiger time tip today tower trade train tree trench true trust truth try turn two under
unity up upper valley van very victory view vision wall war warm was watch wave way we wealth weed week welcome
well wells wild win winner winter wise wolf wood woods word work yes young youth your zero zone zion virus apollo
diana venus mars jupiter mercury saturn neptune pluto titan orion columbia discovery challenger atlantis endeavour
ebola zika covid corona polio cholera python ruby apple oracle amazonas intel tesla ford ferrari honda lotus jaguar
lincoln-town batman logos monster pristine spoken warder commonwealth bolshevik paradise carolina americana
alliance alpha omega gamma beta sigma legend genesis exodus matrix phoenix-suns academy council
""")

# Words of the dictionary or names of people that, with a capital, are places all the same.
SURE = _set("""
berlin bangkok shanghai warsaw barcelona boston manila baku tripoli muscat bali goa tibet michigan colorado montana
kent surrey somerset fife penang cordoba samara silesia piedmont rabat amman porto geneva florence lucerne modena
parma granada worcester kiel varna juba samarra liege berne tangier fresno anchorage saskatoon croydon wigan
tauranga london paris rome madrid lima sydney hamburg alexandria harbin valencia santiago napoli dubai cordova
alger algiers wales brittany medina odessa houston dallas denver milan birmingham sofia dublin wellington maine
adelaide medellin tijuana asuncion vienna copenhagen montreal toronto essex devon cornwall wiltshire shropshire
hesse maryland florida texas california ohio oregon idaho iowa utah kansas nebraska arkansas alabama alaska arizona
connecticut delaware hawaii illinois indiana kentucky louisiana massachusetts minnesota mississippi missouri
oklahoma pennsylvania tennessee vermont wisconsin wyoming alberta ontario quebec manitoba yukon newfoundland
england scotland nevada galicia brandenburg bavaria saxony aragon castile andalusia bergen bordeaux lyon lyons
marseilles palermo messina verona ragusa taranto colombo glasgow edinburgh manchester sheffield leeds bristol
bradford nottingham liverpool southampton portsmouth plymouth leicester coventry sunderland luton brighton oxford
cambridge baltimore philadelphia seattle chicago detroit cleveland columbus charlotte orlando miami atlanta memphis
nashville pittsburgh cincinnati milwaukee sacramento tucson albuquerque omaha minneapolis honolulu hobart perth
brisbane melbourne canberra darwin auckland calgary edmonton winnipeg halifax ottawa hiroshima nagasaki osaka kyoto
yokohama
""") - _set("darwin columbus")

# Seats of power and trade that mostly stand for the people in them, and lands that are brands: places behind a cue.
METONYMS = frozenset({
    "kremlin", "pentagon", "white house", "downing street", "wall street", "whitehall", "westminster",
    "capitol hill", "hollywood", "java", "swat", "troy", "petra", "outback", "holy see", "vatican",
    "us capitol", "united states capitol", "sparta", "babylon", "nineveh", "everest", "champagne", "burgundy",
    "cologne", "rugby", "toyota", "nokia", "hershey", "mercedes", "kawasaki",
})  # fmt: skip

# Capitalised, and never a place although the words before it would do for one: "held in Custody", "fled to Telegram".
PLACELESS = _set("""
custody opposition parliament technicolor facebook twitter telegram instagram tiktok youtube whatsapp google microsoft
netflix spotify uber airbnb oracle windows linux android nature science islam judaism christendom latin hitler stalin
capricorn gemini scorpio aquarius leo virgo covid omicron bitcoin harrods walmart tesco starbucks nazis romans gauls
mongols crusaders ottomans vikings taliban hamas hezbollah isis boko wikipedia reddit wall braille esperanto
""")
PLACELESS_ENDINGS = ("ism", "ology", "graphy", "onomy", "ics")

# Lands and seas that are adjectives before a noun: "across the Arctic", but "the Arctic fox".
ADJECTIVAL = _set("arctic antarctic mediterranean caribbean baltic atlantic pacific adriatic aegean caspian amazon")

# Rivers whose name alone is something else: places behind "the".
AFTER_THE = _set("""
don main bug trent severn shannon clyde tees ravi marne arno tiber ebro tagus douro somme meuse moselle weser spree
neisse drava sava drina neretva tisza prut neman neva kama irtysh lena kura orontes karun jhelum chenab sutlej beas
godavari kaveri narmada salween limpopo okavango ubangi murray susquehanna tyne tay liffey po oder aras volta inn
isar mur vardar struma maritsa evros aare saone garonne dordogne havel saale warta narew san dvina dnestr pechora
angara vilyui berezina amazon
""")

# Endings that an unknown name has only as a place.
PLACE_ENDINGS = tuple(
    _set("""
ville burg burgh grad abad pur stan shire bury borough ivka ivske polis dorf hausen heim stadt kirchen ovka yansk
insk ovsk evsk thorpe chester cester köping nagar ganj garh palle puram ivtsi wick mouth
""")
)
