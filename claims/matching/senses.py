"""What a word may mean, as keys that can be compared."""

from __future__ import annotations

from functools import lru_cache

from claims.extraction.quantities.closed_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from claims.extraction.quantities.number_words import STARTERS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

from .kin import KIN_OF, WORDS_OF_KIN
from .stems import stem
from .subject_words import DEED_OF, FATE_OF, SENSES_OF, WORDS_OF

# Words that say nothing of what is told.
_LIGHT = wordset(
    "said say says told tell made make makes took take takes taken went go goes gone came come comes got get gets",
    "gave give gives given became become becomes saw see sees seen put puts seem seems appear appears ago later",
    "earlier according due instead together alone away back forward overall altogether now still also already just",
    "only even again soon today yesterday tomorrow tonight currently reportedly allegedly mostly mainly largely too",
    "out off up down either else rather respectively then thus very much many most more less least few other",
    "others same such new",
)
SILENT = (
    (AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | _LIGHT | frozenset(STARTERS))
    - frozenset(FATE_OF)
    - {"mine"}
) | frozenset(STARTERS)


def implied(sense: str) -> str:
    """The key of a sense that is only implied; it says who was counted, not that two words mean the same."""
    return f"~{sense}"


# Words that tell who was counted: whom somebody employs are workers.
_IMPLIED = {
    "workers": "employs employed employ employing employment employer payroll",
    "students": "enrolled enrolment enrollment",
    "patients": "treated hospitalised hospitalized wards",
    "passengers": "aboard",
    "voters": "voted turnout",
    "troops": "army regiment battalion brigade division garrison military armed",
    "prisoners": "jail prison jailed imprisoned",
    "members": "membership",
    "protesters": "protest protested rally demonstration demonstrated march marched",
    "strikers": "walkout picket",
    "refugees": "fled displaced",
    "sailors": "navy naval",
    "police": "constabulary",
}
_IMPLIED_BY = {
    word: frozenset(implied(sense) for sense, words in _IMPLIED.items() if word in words.split())
    for words in _IMPLIED.values()
    for word in words.split()
}


@lru_cache(maxsize=50_000)
def senses_of_word(word: str) -> frozenset[str]:
    """Senses and kin of a word in small letters, and its stem; nothing for a word that says nothing."""
    if word in SILENT:
        return frozenset()
    known = SENSES_OF.get(word, frozenset()) | FATE_OF.get(word, frozenset()) | DEED_OF.get(word, frozenset())
    known |= _IMPLIED_BY.get(word, frozenset())
    return known | KIN_OF.get(word, frozenset()) | {stem(word)}


def is_known(word: str) -> bool:
    """Whether one of the tables has it."""
    return word in SILENT or any(word in table for table in (SENSES_OF, FATE_OF, DEED_OF, KIN_OF))


def senses_of(token: Token) -> frozenset[str]:
    return senses_of_word(token.lower) if token.kind == "word" else frozenset()


@lru_cache(maxsize=5_000)
def stems_of_sense(sense: str) -> tuple[str, ...]:
    """The stems of all words that have that sense; a stem is its own."""
    words = (*WORDS_OF.get(sense, ()), *WORDS_OF_KIN.get(sense, ()))
    return tuple(dict.fromkeys(stem(word) for word in words)) or (sense,)
