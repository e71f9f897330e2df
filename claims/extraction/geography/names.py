"""Who is who in a text: the people it introduces, the countries it speaks of.

One pass over the whole text before its places are read, so that "Jordan said" is the
man when "Michael Jordan" came before it, and "Cambridge" the one in Massachusetts when
the text is about America.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.demonyms import COUNTRY_OF, DEMONYMS
from claims.extraction.words import Token, Words

from .capitals import Run, beside, key_of, read_capitals
from .gazetteer import DATA, look_up
from .name_words import BLOCKING, CALLINGS, HYPHENED, TITLES, WORLD_NAMES
from .place_words import (
    ADMIN,
    FACILITIES,
    INSTITUTIONS,
    NATURE,
    NATURE_FIRST,
    PLACE_FIRST,
    PLACE_NOUNS,
    PLACES_NOUNS,
    SETTLEMENTS,
)

MANY = 20_000  # names of people that we remember of one text
LARGE = 100_000  # inhabitants of a town that tells the country of a text
LONGEST = 6  # tokens of a person's name


@dataclass(frozen=True, slots=True)
class Names:
    """What a text says of its own names: folded ones of people and unknown places, and its countries by weight."""

    people: frozenset[str] = frozenset()
    countries: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names in folded form: the commoner ones of the US Census Bureau's list, and of the world."""
    return frozenset((DATA / "given_names.txt").read_text(encoding="utf-8").split()) | WORLD_NAMES


def read_names(sentences: Iterable[Words]) -> Names:
    """One pass over the whole text, before places are read."""
    people: set[str] = set()
    places: set[str] = set()
    countries: Counter[str] = Counter()
    for words in sentences:
        for run in read_capitals(words):
            if len(people) < MANY:
                people |= _people(words.tokens, run)
            countries.update(_countries(words.tokens, run))
            if len(places) < MANY and _is_introduced_place(words.tokens, run):
                places.add(key_of(words.tokens, run.first, run.last))
    return Names(frozenset(people), tuple(code for code, _ in countries.most_common(12)), frozenset(places))


def _is_introduced_place(tokens: tuple[Token, ...], run: Run) -> bool:
    """Whether the words beside a name say that it is a place: "the village of X", "near X", "X village"."""
    if not run.first or run.tail or run.last - run.first > 3 or not beside(tokens, run.first - 1):
        return False
    before = tokens[run.first - 1].lower
    noun = tokens[run.first - 2] if run.first > 1 else None
    if before == "of" and noun and not noun.capital:
        shown = noun.lower in PLACE_NOUNS or noun.lower in PLACES_NOUNS
    else:
        after = tokens[run.last].lower if run.last < len(tokens) else ""
        shown = before == "near" or (before in ("in", "at", "from") and after in SETTLEMENTS)
    if not shown:
        return False
    parts = [token for token in tokens[run.first : run.last] if token.kind == "word"]
    return not any(part.lower in _NO_PLACE or part.text.isupper() for part in parts) and not is_person(parts)


def _people(tokens: tuple[Token, ...], run: Run) -> set[str]:
    """The words that stand for a person after this run: "Jordan" and "Smith" of "Jordan Smith"."""
    if run.last - run.first < 2:
        return set()
    parts = [token for token in tokens[run.first : run.last] if token.kind == "word"]
    if not is_person(parts) and not _introduced(tokens, run, parts):
        return set()
    name = [part for part in parts if part.lower not in TITLES][:LONGEST]
    return {key_of((part,), 0, 1) for part in (name[:1] + name[-1:] if len(name) > 1 else name) if part.capital}


def is_person(parts: list[Token]) -> bool:
    """Whether a run names a person: a title or a given name before another name."""
    if not 1 < len(parts) <= LONGEST:
        return False
    first, last = parts[0], parts[-1]
    if first.lower in TITLES:
        return last.lower not in BLOCKING and first.lower not in ("st", "sr", "jr") and last.lower not in _PLACE_ENDS
    if first.lower in HYPHENED or (key_of((first,), 0, 1) not in given_names() and not _initials(parts)):
        return False
    if any(part.lower in BLOCKING and part.lower not in TITLES for part in parts[1:]) or last.lower in _PLACE_ENDS:
        return False
    return look_up(" ".join(key_of((part,), 0, 1) for part in parts)) is None


def _introduced(tokens: tuple[Token, ...], run: Run, parts: list[Token]) -> bool:
    """Whether what somebody is stands before an unknown name: "the singer Rui Veloso"."""
    if not 1 < len(parts) < 5 or run.first == 0 or not beside(tokens, run.first - 1):
        return False
    if tokens[run.first - 1].lower not in _WHO or tokens[run.first - 1].capital:
        return False
    return not any(part.lower in BLOCKING or part.lower in _PLACE_ENDS for part in parts)


_WHO = TITLES | CALLINGS
_NO_PLACE = BLOCKING | DEMONYMS | TITLES
_PLACE_ENDS = NATURE | ADMIN | FACILITIES | INSTITUTIONS | NATURE_FIRST | PLACE_FIRST | {"city", "town", "village"}


def _initials(parts: list[Token]) -> bool:
    """ "J. Edgar Hoover", "George W. Bush": a single letter inside the name."""
    return any(len(part.text) == 1 or (len(part.text) == 4 and part.text.count(".") == 2) for part in parts[:-1])


@lru_cache(maxsize=20_000)
def _countries_named(key: str) -> list[str] | None:
    """The one country that a name of the gazetteer tells, if it does; None for a name that it does not have."""
    known = look_up(key)
    if known is None:
        return None
    if known.entries[0].kind == "city" and (known.word or known.person):
        return []
    large = {entry.country for entry in known.entries if entry.kind != "city" or entry.population > LARGE}
    return [country for country in large if country] if len(large) == 1 else []


def _countries(tokens: tuple[Token, ...], run: Run) -> list[str]:
    """The countries a run speaks of: by name, by demonym, by a region or town that no other has the name of."""
    known = _countries_named(key_of(tokens, run.first, run.last)) if run.last - run.first <= LONGEST else None
    if known is not None:
        return known
    words = [token.lower for token in tokens[run.first : min(run.last, run.first + LONGEST)]]
    return [COUNTRY_OF[word] for word in words if word in COUNTRY_OF]
