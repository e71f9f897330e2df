"""Names of states, capitals and continents, and the adjectives made of them, as far as they tell speakers from places.

A small closed list, not a gazetteer: it answers only "can this word stand for a
government?", "is it a mere adjective?" and "is it a mere place?".
"""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes
from __future__ import annotations

STATES = frozenset(
    name.strip()
    for name in """
afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain,
bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, britain, brunei, bulgaria,
burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, croatia, cuba, cyprus, czechia, denmark, djibouti,
ecuador, egypt, england, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana,
greece, guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy,
jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya,
liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico,
moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, nicaragua, niger, nigeria,
norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda,
samoa, scotland, senegal, serbia, seychelles, singapore, slovakia, slovenia, somalia, spain, sudan, suriname, sweden,
switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tonga, tunisia, turkey, türkiye, turkmenistan, uganda,
ukraine, uruguay, uzbekistan, vanuatu, venezuela, vietnam, wales, yemen, zambia, zimbabwe, uk, us, usa, u.s., u.k., uae, eu,
kyiv, kiev, moscow, pyongyang, seoul, beijing, tokyo, washington, london, paris, berlin, rome, madrid, tehran, baghdad,
damascus, beirut, jerusalem, cairo, ankara, riyadh, doha, kabul, islamabad, delhi, brussels, warsaw, minsk, tbilisi, baku,
yerevan, khartoum, nairobi, taipei, hanoi, ottawa, canberra, vienna, prague, budapest, bucharest, belgrade, athens, lisbon,
stockholm, oslo, helsinki, copenhagen, dublin, africa, asia, europe, america, antarctica, gaza, crimea, donbas, darfur,
kashmir, tibet, texas, california, florida, ontario, quebec, siberia
""".split(",")
)

ADJECTIVES = frozenset(
    """
afghan african albanian algerian american angolan arab argentine argentinian armenian asian australian austrian azerbaijani
bahraini bangladeshi basque belarusian belgian bengali bolivian bosnian brazilian british bulgarian burmese buddhist cambodian canadian
catalan catholic chechen chilean chinese christian colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian
emirati english estonian ethiopian european filipino finnish french georgian german ghanaian greek haitian hindu hungarian icelandic
indian indonesian iranian iraqi irish islamic israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kurdish
kuwaiti latvian lebanese liberian libyan lithuanian malaysian malian maltese mexican moldovan mongolian moroccan muslim nepali
nepalese nigerian norwegian omani ottoman pakistani palestinian persian peruvian polish portuguese qatari romanian russian
rwandan saudi scottish senegalese serbian shia singaporean slovak slovenian somali soviet spanish sudanese sunni swedish swiss syrian
taiwanese tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh western eastern
northern southern yemeni zambian zimbabwean
""".split()
)
