"""Names as keys that can be compared: "North Korean" and "North Korea", "Ostrian" and "Ostria".

A country and its people have its ISO code as key; any other name is its own words
in small letters. Two keys are akin where they are equal, or one is the other with
the ending of an adjective.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claims.extraction.dating.vocabulary import MONTHS
from claims.extraction.demonyms import COUNTRY_OF
from claims.extraction.geography.gazetteer import fold, look_up
from claims.extraction.quantities.closed_words import STOPS
from claims.extraction.quantities.number_words import STARTERS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

SHORTEST = 4  # letters that two names share
LONGEST_ENDING = 4  # letters: "Ostria" and "Ostrian", "Velm" and "Velmish"
DAYS = wordset(
    "monday tuesday wednesday thursday friday saturday sunday",
)
# Capitalised, but nobody's name.
COMMON = (
    STOPS
    | DAYS
    | frozenset(MONTHS)
    | frozenset(STARTERS)
    | wordset(
        "mr mrs ms dr sir president prime minister ministry general colonel major captain professor state",
        "government army navy police council court party union board office department agency commission committee",
        "institute north south east west northern southern eastern western central new officials official reports",
        "report figures data however meanwhile later earlier today yesterday many most several few dozens hundreds",
        "thousands nearly almost roughly approximately around total approx the it according",
        "celsius fahrenheit kelvin usd eur gbp",
    )
)
_SIDES = {"north": {"KR": "KP"}, "south": {"SD": "SS"}}


@lru_cache(maxsize=20_000)
def key_of_name(word: str) -> str:
    """The code of a country or its people, else the name in small letters."""
    folded = fold(word)
    if folded == "korea":
        return COUNTRY_OF["korean"]  # North or South, as the word before says
    if folded in COUNTRY_OF:
        return COUNTRY_OF[folded]
    known = look_up(folded)
    if known and known.entries[0].kind == "country" and known.entries[0].country:
        return known.entries[0].country
    return folded


def is_country(key: str) -> bool:
    return len(key) == 2 and key.isupper()


def akin(one: str, other: str) -> bool:
    """Whether two keys name the same."""
    if one == other:
        return True
    if is_country(one) or is_country(other):
        return False
    short, long = sorted((one, other), key=len)
    shared = _shared(short, long)
    return shared >= SHORTEST and shared >= len(short) - 1 and len(long) - shared <= LONGEST_ENDING


def _shared(one: str, other: str) -> int:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def meet(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a name of the one stands among the others."""
    there = tuple(others)
    return any(akin(one, other) for one in some for other in there)


def names_in(tokens: Sequence[Token], first: int, after: int, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """The keys of the names among some tokens; `taken` are stretches of the sentence that do not count."""
    return tuple(dict.fromkeys(key for at, key in _names(tokens, first, after) if not _inside(tokens[at], taken)))


def _inside(token: Token, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in taken)


def _names(tokens: Sequence[Token], first: int, after: int) -> Iterator[tuple[int, str]]:
    for at in range(first, after):
        token = tokens[at]
        if token.kind != "word":
            continue
        if not token.capital or (at == 0 and token.lower in COMMON):
            continue
        before = tokens[at - 1].lower if at else ""
        if before in ("north", "south"):
            key = key_of_name(token.text)
            yield at, _SIDES[before].get(key, key)
        elif token.lower not in COMMON and len(token.lower) > 1:
            key = key_of_name(token.text)
            if at == 0 and not is_country(key) and not _is_name_at_the_front(tokens):
                continue
            yield at, key


def _is_name_at_the_front(tokens: Sequence[Token]) -> bool:
    """Any first word has a capital; one before a possessive or another capital is a name more often than not."""
    if len(tokens) < 2:
        return False
    following = tokens[1]
    return following.kind == "possessive" or (following.kind == "word" and following.capital)
