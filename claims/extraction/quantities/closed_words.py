"""The words that close a noun phrase: prepositions, conjunctions, pronouns, auxiliaries, common verbs."""

from __future__ import annotations

from .phrases import wordset

PREPOSITIONS = wordset(
    "about above across after against along alongside amid amidst among amongst around as at before behind below",
    "beneath beside besides between beyond by concerning considering despite down during except excluding",
    "following for from in including inside into like near of off on onto opposite outside over past per plus",
    "regarding respectively round since than through throughout to toward towards under underneath unlike until",
    "till up upon versus via vs with within without worth aboard notwithstanding apart aside atop minus",
)
CONJUNCTIONS = wordset(
    "and or nor but yet so because although though while whereas if unless once whether that which who whom whose",
    "where when how why what however therefore thus then hence whenever wherever & /",
)
PRONOUNS = wordset(
    "i you he she it we they me him us them himself herself itself themselves myself ourselves yourself one's",
    "there here this these those mine yours hers ours theirs each both either neither none nobody nothing someone",
    "anyone everyone somebody everything something anything",
)
DETERMINERS = wordset("the a an its his her their our my your such all every any some no another this that")
AUXILIARIES = wordset(
    "is are was were be been being am has have had having do does did done will would shall should can could may",
    "might must ought need dare isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't",
    "wouldn't can't couldn't cannot not never",
)
# Finite forms that often follow a counted noun; those in -ed are known by their ending.
VERBS = wordset(
    "said say says told tell made make makes took take takes taken went go goes gone came come comes got get gets",
    "gave give gives given fell fall falls fallen fled flee flees left leave leaves leaving lost lose loses began",
    "begin begins begun became become becomes saw see sees seen held hold holds kept keep keeps stood stand",
    "stands sat sit lay lie lies led lead leads met meet meets sent send sends spent spend rose rise rises risen",
    "ran run runs won win wins wrote write writes written knew know grew grow grows grown drew draw draws broke",
    "break broken brought bring brings built build bought buy caught fought fight fights found find finds felt",
    "hit hits put puts set sets cut shot shut struck strike swept sank sunk sold sell threw thrown wore worn woke",
    "bore born bred remain remains seem seems appear appears live work works attend participate participated ago",
    "later earlier apiece according due instead together alone away back out forward overall altogether annually",
    "daily weekly monthly yearly now still also already just only even again soon today yesterday tomorrow",
    "tonight currently reportedly allegedly mostly mainly largely too either ahead abroad nationwide worldwide",
    "overnight nearby thereafter elsewhere else following killing wounding injuring making bringing taking being",
    "going coming compared rather respectively long wide tall high deep thick old apart free flew fly shown show",
    "cuts lets helps allows means needs wants",
    "shows sought seek shook speak spoke spoken strong total first second third last using died dying die dies",
    "per versus",
)
# Behind a word that can be a verb or a plural, these make it the verb: "cuts the risk", "lets them go".
OBJECTS = wordset("the a an it its them their him his her us our me my you your this that these those")
STOPS = PREPOSITIONS | CONJUNCTIONS | PRONOUNS | DETERMINERS | AUXILIARIES | VERBS

# Words with the look of a plural that are none.
NOT_PLURAL = wordset(
    "its his hers was is has does this thus us plus less across always perhaps besides towards afterwards various",
    "previous yes gas bus news lens chaos crisis basis analysis status virus campus bonus census focus minus",
    "versus series christmas texas paris kansas arkansas illinois laos honduras cyprus james charles thomas press",
    "cross mass class loss boss access success process business congress progress stress address express wireless",
    "homeless serious religious famous dangerous numerous nervous anonymous continuous simultaneous indigenous",
    "consecutive princess countess unless overseas indoors outdoors upwards downwards sometimes nowadays whereas",
    "jesus moses athens brussels wales angeles reuters ms mrs mr dr los las des les",
)
# Plurals without s, and nouns that count without a plural.
IRREGULAR = wordset(
    "krill plankton squid",
    "people men women children police personnel aircraft cattle sheep fish deer staff dead wounded injured",
    "missing infantry cavalry crew servicemen servicewomen policemen firemen fishermen gunmen spokesmen",
    "businessmen clergymen militiamen tribesmen guardsmen crewmen airmen seamen women's feet teeth mice geese",
    "oxen dice criteria phenomena media data bacteria fungi alumni cacti nuclei stimuli larvae species spacecraft",
    "hovercraft watercraft offspring salmon trout cod shrimp bison moose swine poultry livestock head rounds",
    "countrymen freshmen congressmen congresswomen craftsmen draftsmen horsemen riflemen cavalrymen infantrymen",
    "marksmen bandsmen chairmen councilmen grandchildren schoolchildren stepchildren octopi radii syllabi theses",
    "hypotheses crises analyses diagnoses axes bases oases parentheses kibbutzim mujahideen mujahedin fedayeen",
    "peshmerga gendarmes bedouin sailors noncombatants faculty alumnae salespeople townspeople tradespeople",
    "businesspeople gunpeople clergy passersby homeless unemployed displaced",
    "troops elk quail mackerel tuna reindeer bits artillery Mbit works headquarters barracks",
    "gallows crossroads genera phyla taxa spectra strata curricula referenda memoranda symposia quanta vertebrae",
    "antennae nebulae supernovae algae foci loci fora stadia ova corpora personae",
)
# Plurals in -is and -us, where most words are none.
PEOPLES = wordset(
    "israelis iraqis pakistanis bangladeshis yemenis omanis kuwaitis saudis qataris bahrainis emiratis somalis azeris",
    "uzbekis nepalis bengalis punjabis kashmiris gujaratis yazidis houthis tutsis hutus hindus zulus maoris sunnis",
    "kikuyus sufis parsis sindhis baluchis thais maasais rabbis nazis taxis skis safaris alibis kiwis tsunamis gurus",
    "menus emus bikinis",
)
NOT_MEN = wordset("specimen regimen acumen abdomen yemen semen ramen hymen stamen turkmen lumen omen carmen")
# Adjectives for people that stand for them: "600 dead". `unit` keeps the word.
STATES = frozenset(["dead", "wounded", "injured", "missing", "homeless", "unemployed", "displaced"])
# Participles that say what became of people who are not named: "379 killed", "three were arrested".
FATES = wordset(
    "killed slain murdered executed massacred shot stabbed beheaded hanged lynched wounded injured hurt maimed",
    "hospitalised hospitalized arrested detained imprisoned jailed sentenced convicted captured kidnapped",
    "abducted taken die dies survive flee escaped escape returned voted attend joined displaced evacuated",
    "expelled deported rescued drowned starved trapped rendered infected vaccinated diagnosed employed dismissed",
    "evicted enslaved tortured raped conscripted recruited died fled marched perished emigrated protested",
    "demonstrated attended survived quarantined repatriated resettled uprooted orphaned buried charged indicted",
    "tried acquitted pardoned poisoned affected dead missing believed thought feared estimated presumed rallied",
    "gathered turned enlisted volunteered homeless unaccounted interned freed released",
)
# The same as what somebody did to them: "killing three", "wounded 40".
HARMING = wordset(
    "killing killed kill kills wounding wounded wound injuring injured injure hurting capturing captured",
    "arresting arrested detaining detained displacing displaced kidnapping kidnapped abducting abducted",
    "evacuating evacuated rescuing rescued murdering murdered massacring massacred executing executed",
    "hospitalising hospitalizing claiming deporting deported infecting infected slaughtering slaughtered",
)
# Singulars that a share is taken of: "two thirds of the population".
COLLECTIVES = wordset(
    "population electorate workforce force army navy fleet budget vote votes market economy territory country",
    "city world land area crew staff team public total money income revenue energy electricity food water oil gas",
    "production output supply capacity time planet continent island region village town party parliament seats",
    "voters surface damage debt cost price value volume mass weight length distance trade aid funding spending",
    "forest coast",
)
# Words for people: a bare number of the killed takes its unit from one of these when it was said before.
PERSONS = wordset(
    "people persons men women children soldiers troops civilians fighters militants rebels officers policemen",
    "police personnel workers refugees prisoners passengers protesters demonstrators migrants residents students",
    "teachers pupils sailors marines pilots volunteers conscripts recruits insurgents terrorists gunmen guards",
    "villagers inhabitants citizens nationals patients victims survivors hostages detainees defendants suspects",
    "inmates journalists peacekeepers servicemen individuals boys girls adults players employees crew",
    "staff jews muslims christians palestinians israelis russians ukrainians americans syrians rwandans",
    "koreans germans tourists travellers travelers commuters miners farmers doctors nurses medics paramedics",
    "firefighters rescuers commandos paratroopers guerrillas mercenaries veterans reservists militiamen tribesmen",
    "combatants bystanders attackers assailants",
    "activists settlers lawmakers worshippers mourners pilgrims shoppers athletes spectators fans guests",
    "delegates candidates",
)
# What numbers do: "rose from 300 to 450", "a 5% increase".
CHANGES = wordset(
    "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing",
    "decreased decrease decreases decreasing grew grow grows grown growing dropped drop drops dropping declined",
    "decline declines declining climbed climb climbs climbing jumped jump jumps surged surge soared shrank shrink",
    "shrunk reduced reduce reduces reducing reduction raised raise raises raising cut cuts cutting lowered lower",
    "went go goes gone going up down moved move expanded expand expanding expansion doubled tripled quadrupled",
    "halved changed change changes revised revising revision slipped sank plunged plummeted tumbled edged slid",
    "swelled dwindled advanced improved improving upgraded downgraded extended extending growth widened narrowed",
    "slowed accelerated boosted brought upped hiked slashed trimmed ballooned recovered rebounded eased",
)
