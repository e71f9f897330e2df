"""What tells a year from any other number: the words before it and behind it."""

from __future__ import annotations

from .vocabulary import word_set

# After these a number of four digits is a year, whatever follows ("In 2013 war resulted in …").
SURE_BEFORE = word_set(
    "in since until till during throughout year years early late mid spring summer autumn fall winter",
)
# After these it is one unless it counts something ("by 1945", but "by 1945 people").
LIKELY_BEFORE = word_set(
    "by date from of into through before after prior pre post starting beginning effective born died founded",
    "established elected released published completed opened dated circa b d est",
)
# These join years as well as amounts.
LINKING = word_set("to and or for on vs versus")
DETERMINERS = word_set(
    "a an the this that its his her their our my your each every recent annual official",
)

# Numbers that name a thing instead of counting or dating it.
NUMBERED = word_set(
    "resolution resolutions unscr unsc unga room flight route highway road street avenue number numbers no nos",
    "page pages pp chapter section sections article articles directive regulation rule order model type version",
    "issue volume vol item case figure fig table paragraph line channel frequency unit squadron platform",
    "apartment building gate hill point mile code error id pin serial lot plot block psalm sonnet hymn opus op",
    "apollo boeing airbus windows office isbn issn decree form protocol document file docket application patent",
    "iso project asteroid comet expo vision agenda euro",
)
CURRENCIES = word_set("$ £ € ¥ ₹ ₽ ₩ ₺ ৳ ₴ ₦ usd eur gbp us$ rs rmb")

# Words that make the number behind them an amount.
COMPARING = word_set(
    "over under than nearly almost some exactly estimated only just least most many few total another further",
    "found counted recorded listed registered",
    "additional additionally reaching totalling totaling numbering up killed killing wounded injured at",
)
AMOUNTS = word_set(
    "total number force maximum minimum average crowd group garrison army fleet population audience staff",
    "workforce range capacity sum rate estimate estimates toll speed height depth altitude elevation score weight",
    "price cost value membership distance length area temperature dose",
)
CHANGING = word_set(
    "rose rise risen rising increased increase increasing grew grown growing fell fall fallen falling dropped",
    "drop dropping declined decline decreased decrease went up down climbed jumped shrank shrunk reduced expanded",
    "ranging ranged ranges range varying varied varies vary numbered numbering anywhere",
)

# What stands behind an amount even where a preposition stands before it.
MEASURES = word_set(
    "km kms kilometre kilometres kilometer kilometers metre metres meter meters cm mm mile miles mi ft feet",
    "inches yards hectare hectares acre acres kg kilogram kilograms kilogrammes grams mg tonne tonnes ton tons lb",
    "lbs ounces litre litres liter liters gallons barrels bpd kw mw gw kwh mwh gwh megawatts gigawatts kilowatts",
    "volts watts hp horsepower hz khz mhz ghz degrees percent gmt utc edt cet dollars euros roubles rubles",
    "pesos yen yuan rupees usd eur gbp kcal rpm mph kph knots million billion thousand hundred trillion",
)
# What is counted, where no preposition makes the number a year.
COUNTED = word_set(
    "people men women children persons soldiers troops civilians fighters militants rebels police personnel staff",
    "wounded dead killed injured missing displaced homeless strong deaths casualties fatalities victims refugees",
    "prisoners hostages inhabitants residents households families workers employees students members cases copies",
    "units aircraft tanks vehicles ships houses homes buildings schools villages towns sheep cattle cavalry",
    "infantry horse guns rounds shells missiles drones additional others dozen sq square cubic nautical armed m g",
    "c k f ha hours hrs hr minutes seconds points votes runs marks francs crowns local per",
)
# Words in -s that are no plurals: after them the number stays a year.
NOT_PLURALS = word_set(
    "was is has does his its this as us thus yes always perhaps besides towards afterwards sees saw across plus",
    "versus whereas unless sometimes overseas nonetheless nevertheless less amongst brings remains becomes means",
    "shows ends begins starts gives marks census crisis business series analysis congress process address access",
    "success previous various numerous religious serious famous press class mass loss progress express thesis",
    "campus status virus",
)
# Small words that may follow a year standing alone.
FUNCTION_WORDS = word_set(
    "and or but nor when while where which who whom whose that than then there the a an in on at by from to of",
    "for with without into onto over under after before until till since through during as if because although",
    "though however it he she they we his her its their was were is are be been being had has have did do does",
    "will would could should may might can saw sees marked marks brought became becomes remains remained onwards",
    "onward also alone so not only both via about around amid within season edition",
)

# Heads of the names and descriptions of events: "the 2006 Lebanon War", "the 2010 Haiti earthquake".
EVENT_HEADS = word_set(
    "war wars battle siege offensive invasion massacre genocide revolution revolt rebellion uprising insurgency",
    "coup earthquake earthquakes tsunami hurricane cyclone typhoon flood floods wildfire wildfires eruption",
    "famine pandemic epidemic outbreak attack attacks bombing bombings shooting shootings stabbing riot riots",
    "protests demonstrations clashes crash disaster accident crisis blockade ceasefire truce armistice treaty",
    "agreement accord accords conflict incursion raid raids strikes airstrike airstrikes olympics paralympics cup",
    "championship championships games tournament league series prix open masters marathon tour final finals",
    "playoffs bowl derby prize award awards festival expo fair conference summit congress convention election",
    "elections referendum primaries primary act constitution season assassination annexation evacuation fire",
    "explosion operation campaign standoff withdrawal incident scandal dispute strike mutiny putsch unrest violence",
    "drought heatwave storm blizzard tornado tornadoes landslide avalanche collapse derailment sinking hijacking",
    "blackout spill crackdown intifada murders killings expulsion exodus handover",
)
# Heads of what is dated by the year before it even under a proper name: "a 2018 Reuters report".
DOCUMENT_HEADS = word_set(
    "report reports study studies survey surveys census investigation review article book film documentary",
    "interview poll polls paper estimate estimates figures data speech analysis assessment budget statement",
    "letter memo audit inquiry guidelines guideline law ruling decision judgment judgement resolution average",
    "total level levels population rate figure statistics",
)
# A noun before "from 2018" that came from there, and has not lasted since.
ORIGINS = word_set(
    "report reports data figure figures estimate estimates study studies survey surveys census photo photos",
    "photograph photographs picture pictures image images imagery footage video videos paper papers article",
    "articles statement letter letters interview interviews poll polls book books song film quote numbers",
    "statistics document documents analysis results remains artefacts artifacts records record memo email emails",
    "tweet post posts map maps recording recordings broadcast verse manuscript building buildings church house",
    "remnants date dates dated dating away different apart unchanged evidence testimony model models version",
    "review findings back",
)
