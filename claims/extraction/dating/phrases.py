"""One moment, whatever it starts with: the readers by first word, and what stands around a moment.

"late 2024", "the end of May", "circa 1950": a narrowing word with a moment behind it is a moment again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from claims.extraction.parts import Qualifier

from .counting import AGO
from .days import read_day, read_month, read_weekday_date, read_worded_day
from .eras import read_century, read_era_first, read_spelled_decade, read_year
from .holidays import BY_FIRST_WORD, read_holiday
from .line import Line
from .moments import Moment
from .relative import DAYS, read_relative, read_the_unit
from .seasons import FIRST, LAST, read_lettered, read_part, read_season, read_year_words
from .vocabulary import (
    APPROXIMATE,
    DASHES,
    DIRECTIONS,
    EDGES,
    ERAS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    QUALIFIERS,
    SEASONS,
    TENS,
    WEEKDAYS,
    YEAR_KINDS,
)
from .weekdays import read_nth_weekday, read_week_of, read_weekday, read_weekend

Reader = Callable[[Line, int], Moment | None]
Wrapper = Callable[[Line, int, int], Moment | None]
DEEPEST = 3  # "about the end of the early 1950s"

SURELY_ABOUT = frozenset({"circa", "ca", "c", "approx", "~"})


def read_moment(line: Line, at: int, governed: bool = False, depth: int = DEEPEST) -> Moment | None:
    """The moment that starts at token `at`. `governed`: the words before say that a date stands here."""
    if line.tokens[at].kind == "number":
        return read_day(line, at) or read_part(line, at) or read_year(line, at, governed) or read_relative(line, at)
    word = line.low[at]
    for reader in READERS.get(word, ()):
        found = reader(line, at)
        if found:
            return found
    wrapper = WRAPPERS.get(word) if depth else None
    return wrapper(line, at, depth - 1) if wrapper else None


def _qualified(line: Line, at: int, depth: int) -> Moment | None:
    """late September 2021 · mid-2023 · early to mid-2024 · late in 2023 · the early 1950s"""
    qualifier, past = QUALIFIERS[line.low[at]], at + 1
    joined = past + 1 if line.low[past] in DASHES or line.low[past] in ("to", "and") else past
    if line.low[joined] in DASHES:
        joined += 1
    if line.low[joined] == "to":
        joined += 2 if line.low[joined + 1] in DASHES else 1
    if line.low[joined] in QUALIFIERS:
        past = joined + 1
    past = _past_small_words(line, past)
    found = read_moment(line, past, True, depth)
    if found is None or found.unit == "day":
        return found  # "early on Tuesday", "late on 3 May": a time of that day
    return replace(found, first=at, qualifier=cast(Qualifier, qualifier))


def _past_small_words(line: Line, at: int) -> int:
    if line.low[at] in DASHES or line.low[at] in ("in", "on"):
        at += 1
    return at + 1 if line.low[at] == "the" else at


def _edge(line: Line, at: int, depth: int) -> Moment | None:
    """the end of 2024 · the beginning of last year · the end of the month · end-2023"""
    past = at + 1
    if line.low[past] in DASHES and line.glued(at):
        found = read_moment(line, past + 1, True, depth)
    elif line.low[past] == "of":
        found = _edge_of(line, past + 1, depth)
    else:
        return None
    if found is None or found.unit == "day":
        return found
    return replace(found, first=at, qualifier=cast(Qualifier, EDGES[line.low[at]]))


def _edge_of(line: Line, at: int, depth: int) -> Moment | None:
    if line.low[at] != "the":
        return read_moment(line, at, False, depth)
    found = read_the_unit(line, at + 1, at + 1) or read_moment(line, at + 1, False, depth)
    # "the end of the 2014 World Cup": a year behind an article belongs to a name.
    return None if found is None or (found.unit == "year" and found.past == at + 2 and not found.base) else found


def _approximate(line: Line, at: int, depth: int) -> Moment | None:
    """c. 1950 · around March 2020 · about the 1950s"""
    word, past = line.low[at], at + 1
    if line.low[past] == "." and word in SURELY_ABOUT:
        past += 1
    elif word == "c" and not line.glued(at) and len(line.tokens[past].text) != 4:
        return None
    after_article = line.low[past] == "the"
    found = read_moment(line, past + after_article, word in SURELY_ABOUT, depth)
    if found is None or found.base or found.weekday is not None or (after_article and found.unit == "year"):
        return None
    if found.unit == "century" and line.tokens[found.first].kind == "number" and line.low[found.past - 1] == "s":
        found = replace(found, unit="decade", value=f"{found.year or 0:04d}"[:3] + "X")  # nobody guesses a century
    return replace(found.approximate(), first=at)


def _half_of(line: Line, at: int, depth: int) -> Moment | None:
    """ "the second half of the 1990s", "the first half of March" """
    if line.low[at + 1] != "half" or line.low[at + 2] != "of" or line.low[at] not in ("first", "second", "latter"):
        return None
    article = line.low[at + 3] == "the"
    found = read_moment(line, at + 3 + article, not article, depth)
    if found is None or found.unit not in ("month", "decade", "century"):
        return None
    return replace(found, first=at, qualifier="early" if line.low[at] == "first" else "late")


def _month_of(line: Line, at: int) -> Moment | None:
    """ "the month of May 2022" """
    if line.low[at + 1] != "of" or line.low[at + 2] not in MONTHS:
        return None
    found = read_month(line, at + 2)
    return found.widened(at, found.past) if found and found.unit == "month" else None


def _registry() -> dict[str, tuple[Reader, ...]]:
    readers: dict[str, list[Reader]] = {}
    for reader, words in (
        (read_holiday, BY_FIRST_WORD),
        (read_month, MONTHS),
        (read_weekday_date, WEEKDAYS),
        (read_weekday, WEEKDAYS),
        (read_season, SEASONS),
        (read_nth_weekday, (*ORDINALS, "last", "final")),
        (read_part, (*ORDINALS, *LAST, *FIRST)),
        (read_worded_day, (*ORDINALS, "twenty")),
        (read_weekend, ("weekend",)),
        (read_century, (*ORDINALS, "twenty")),
        (read_spelled_decade, TENS),
        (read_lettered, ("q", "h", "fy")),
        (_month_of, ("month", "months")),
        (read_week_of, ("week",)),
        (read_year_words, (*YEAR_KINDS, "year", "years")),
        (read_era_first, ERAS),
        (read_relative, (*DAYS, *DIRECTIONS, *NUMBER_WORDS, "earlier", "later", "day", "week", "month", "year")),
    ):
        for word in dict.fromkeys(words):
            readers.setdefault(word, []).append(reader)
    return {word: tuple(found) for word, found in readers.items()}


READERS = _registry()
WRAPPERS: dict[str, Wrapper] = {
    **dict.fromkeys(QUALIFIERS, _qualified),
    **dict.fromkeys(EDGES, _edge),
    **dict.fromkeys(APPROXIMATE, _approximate),
    **dict.fromkeys(("first", "second", "latter"), _half_of),
}
MOMENT_OPENERS = frozenset(READERS) | frozenset(WRAPPERS)
# A sentence with neither a number nor one of these has no date. Words that start one only
# together with another of them ("a week ago", "this month") are left to that other word.
STARTERS = (frozenset(READERS) - {"a", "an", "that", "this", "same", "first", "second", *NUMBER_WORDS}) | AGO
COMPANIONS = frozenset({"morning", "afternoon", "evening", "night", "week", "month", "year", "weekend", "decade"})
TRIGGERS = STARTERS | COMPANIONS | {"century", "centuries", "quarter", "half"}
