"""Adjectives of countries and peoples, with the country they speak of: a demonym is never a place."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_COUNTRY = {
    "AF": "afghan afghans", "AL": "albanian albanians", "DZ": "algerian algerians", "AD": "andorran", "AO": "angolan",
    "AR": "argentine argentinian argentines argentinians", "AM": "armenian armenians", "AU": "australian aussie",
    "AT": "austrian austrians", "AZ": "azerbaijani azeri azerbaijanis azeris", "BS": "bahamian", "BH": "bahraini",
    "BD": "bangladeshi bangladeshis", "BB": "barbadian", "BY": "belarusian belarusians byelorussian",
    "BE": "belgian belgians", "BZ": "belizean", "BJ": "beninese", "BT": "bhutanese", "BO": "bolivian bolivians",
    "BA": "bosnian bosnians bosniak bosniaks", "BW": "botswanan", "BR": "brazilian brazilians", "BN": "bruneian",
    "BG": "bulgarian bulgarians", "BF": "burkinabe burkinabè", "BI": "burundian burundians",
    "KH": "cambodian cambodians", "CM": "cameroonian cameroonians", "CA": "canadian canadians", "TD": "chadian",
    "CL": "chilean chileans", "CN": "chinese", "CO": "colombian colombians", "CD": "congolese", "CR": "costarican",
    "HR": "croatian croatians croat croats", "CU": "cuban cubans", "CY": "cypriot cypriots", "CZ": "czech czechs",
    "DK": "danish dane danes", "DJ": "djiboutian", "DO": "dominican dominicans", "EC": "ecuadorian ecuadorean",
    "EG": "egyptian egyptians", "SV": "salvadoran", "ER": "eritrean eritreans", "EE": "estonian estonians",
    "ET": "ethiopian ethiopians", "FJ": "fijian fijians", "FI": "finnish finn finns",
    "FR": "french frenchman frenchmen", "GA": "gabonese", "GM": "gambian", "GE": "georgian georgians",
    "DE": "german germans", "GH": "ghanaian ghanaians", "GR": "greek greeks", "GL": "greenlandic",
    "GT": "guatemalan guatemalans", "GN": "guinean", "GY": "guyanese", "HT": "haitian haitians",
    "HN": "honduran hondurans", "HU": "hungarian hungarians", "IS": "icelandic", "IN": "indian indians",
    "ID": "indonesian indonesians", "IR": "iranian iranians persian persians", "IQ": "iraqi iraqis",
    "IE": "irish irishman irishmen", "IL": "israeli israelis", "IT": "italian italians", "CI": "ivorian ivorians",
    "JM": "jamaican jamaicans", "JP": "japanese", "JO": "jordanian jordanians", "KZ": "kazakh kazakhs kazakhstani",
    "KE": "kenyan kenyans", "KR": "korean koreans", "XK": "kosovar kosovars kosovan", "KW": "kuwaiti kuwaitis",
    "KG": "kyrgyz kirghiz", "LA": "lao laotian", "LV": "latvian latvians", "LB": "lebanese",
    "LR": "liberian liberians", "LY": "libyan libyans", "LT": "lithuanian lithuanians", "LU": "luxembourgish",
    "MG": "malagasy", "MW": "malawian", "MY": "malaysian malaysians malay malays", "MV": "maldivian",
    "ML": "malian malians", "MT": "maltese", "MR": "mauritanian", "MU": "mauritian", "MX": "mexican mexicans",
    "MD": "moldovan moldovans", "MN": "mongolian mongol mongols", "ME": "montenegrin", "MA": "moroccan moroccans",
    "MZ": "mozambican", "MM": "burmese", "NA": "namibian", "NP": "nepali nepalese", "NL": "dutch dutchman",
    "NZ": "kiwi maori", "NI": "nicaraguan nicaraguans", "NE": "nigerien", "NG": "nigerian nigerians",
    "MK": "macedonian macedonians", "NO": "norwegian norwegians", "OM": "omani omanis", "PK": "pakistani pakistanis",
    "PS": "palestinian palestinians gazan gazans", "PA": "panamanian", "PG": "papuan", "PY": "paraguayan",
    "PE": "peruvian peruvians", "PH": "filipino philippine filipinos", "PL": "polish pole poles", "PT": "portuguese",
    "QA": "qatari qataris", "RO": "romanian romanians", "RU": "russian russians soviet soviets",
    "RW": "rwandan rwandans", "WS": "samoan", "SA": "saudi saudis", "SN": "senegalese",
    "RS": "serbian serbians serb serbs", "SG": "singaporean singaporeans", "SK": "slovak slovaks slovakian",
    "SI": "slovenian slovene", "SO": "somali somalis", "ZA": "afrikaner afrikaners",
    "ES": "spanish spaniard spaniards", "LK": "sinhalese lankan lankans", "SD": "sudanese",
    "SE": "swedish swede swedes", "CH": "swiss", "SY": "syrian syrians", "TW": "taiwanese", "TJ": "tajik tajiks",
    "TZ": "tanzanian tanzanians", "TH": "thai thais", "TL": "timorese", "TG": "togolese", "TN": "tunisian tunisians",
    "TR": "turkish turk turks", "TM": "turkmen", "UG": "ugandan ugandans", "UA": "ukrainian ukrainians",
    "AE": "emirati emiratis", "GB": "british briton britons english scottish welsh scots englishman brits",
    "US": "american americans", "UY": "uruguayan", "UZ": "uzbek uzbeks", "VE": "venezuelan venezuelans",
    "VN": "vietnamese", "YE": "yemeni yemenis", "ZM": "zambian zambians", "ZW": "zimbabwean zimbabweans rhodesian",
}  # fmt: skip
COUNTRY_OF = {word: code for code, words in _OF_COUNTRY.items() for word in words.split()}

_PEOPLES = _set("""
african africans asian asians european europeans latin latino arab arabs arabic jewish jew jews muslim muslims
islamic christian christians catholic catholics protestant orthodox hindu hindus buddhist sikh sikhs sunni shia
shiite kurdish kurd kurds tutsi hutu hutus tutsis tamil tamils rohingya uyghur uyghurs uighur tibetan tibetans
chechen chechens crimean tatar tatars darfuri darfuris catalan catalans basque basques breton bavarian prussian
ottoman byzantine roman romans hellenic norman saxon viking slavic balkan nordic scandinavian andean amazonian
siberian caucasian iberian levantine maghrebi sahelian pashtun pashtuns baloch baluch punjabi bengali bengalis
sindhi gujarati kashmiri kashmiris assamese marathi druze maronite coptic yazidi yazidis zulu xhosa yoruba igbo
hausa fulani oromo tigrayan tigrayans somalilander hispanic anglo aboriginal maori inuit cherokee navajo hebrew
cantonese mandarin farsi dari pashto urdu hindi swahili texan californian parisian londoner muscovite goan venetian
genoese sicilian neapolitan florentine flemish walloon manx cornish hawaiian bosnian eurasian
""")

DEMONYMS = frozenset(COUNTRY_OF) | _PEOPLES

# Whose name before a land makes a colony's: "French Algeria", "British Malaya".
COLONIAL = frozenset(
    {"british", "french", "spanish", "portuguese", "dutch", "belgian", "german", "italian", "danish", "japanese"}
)
# Lands that several countries share: the demonym tells which part is meant, and belongs to the name.
SHARED = frozenset(
    {"kurdistan", "kashmir", "punjab", "bengal", "karelia", "galicia", "macedonia", "polynesia", "congo", "togoland"}
)
