"""Names of states, capitals and continents, and the adjectives made of them, as far as they tell speakers from places.

A small closed list, not a gazetteer: it answers only "can this word stand for a
government?", "is it a mere adjective?" and "is it a mere place?".
"""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes
from __future__ import annotations

from claims.extraction.demonyms import COUNTRY_OF

STATES = frozenset(
    name.strip()
    for name in """
    afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas,
    bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil,
    britain, brunei, bulgaria, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo,
    croatia, cuba, cyprus, czechia, denmark, djibouti, ecuador, egypt, england, eritrea, estonia, eswatini,
    ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, greece, guatemala, guinea, guyana,
    haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan,
    jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya,
    liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives, mali, malta, mauritania,
    mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal,
    netherlands, nicaragua, niger, nigeria, norway, oman, pakistan, palestine, panama, paraguay, peru,
    philippines, poland, portugal, qatar, romania, russia, rwanda, samoa, scotland, senegal, serbia, seychelles,
    singapore, slovakia, slovenia, somalia, spain, sudan, suriname, sweden, switzerland, syria, taiwan,
    tajikistan, tanzania, thailand, togo, tonga, tunisia, turkey, türkiye, turkmenistan, uganda, ukraine,
    uruguay, uzbekistan, vanuatu, venezuela, vietnam, wales, yemen, zambia, zimbabwe, uk, us, usa, u.s., u.k.,
    uae, eu, kyiv, kiev, moscow, pyongyang, seoul, beijing, tokyo, washington, london, paris, berlin, rome,
    madrid, tehran, baghdad, damascus, beirut, jerusalem, cairo, ankara, riyadh, doha, kabul, islamabad, delhi,
    brussels, warsaw, minsk, tbilisi, baku, yerevan, khartoum, nairobi, taipei, hanoi, ottawa, canberra, vienna,
    prague, budapest, bucharest, belgrade, athens, lisbon, stockholm, oslo, helsinki, copenhagen, dublin,
    africa, asia, europe, america, antarctica, gaza, crimea, donbas, darfur, kashmir, tibet, texas, california,
    florida, ontario, quebec, siberia
    """.split(",")
)

# The plural ("the Germans") is a people that can speak; the adjective is not.
ADJECTIVES = frozenset(word for word in COUNTRY_OF if not word.endswith("s") or word == "swiss") | frozenset(
    "african american arab asian basque catholic christian european hindu islamic jewish kurdish muslim ottoman "
    "sunni shia "
    "soviet western eastern northern southern buddhist catalan chechen tibetan".split()
)
