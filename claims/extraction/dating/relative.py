"""Dates counted from another one: yesterday, last month, two weeks later, Wednesday, the following year."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from .line import Line
from .moments import Base, Moment, Unit
from .numerals import small_number
from .vocabulary import (
    DIRECTIONS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    YEAR_KINDS,
    word_set,
)
from .year_words import FUNCTION_WORDS

DAYS: dict[str, int] = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
AGO = frozenset({"ago", "later", "earlier", "afterwards", "beforehand", "previously"})
LONGEST: dict[str, int] = {
    "day": 400,
    "week": 100,
    "month": 120,
    "fortnight": 10,
    "year": 200,
    "decade": 20,
    "century": 10,
}
DAY_NAMES_BEFORE = word_set(
    "on between last next this by since until till before after of from and or to late early said says past told",
)


def read_relative(line: Line, at: int) -> Moment | None:
    word = line.low[at]
    if word in DAYS:
        return _named_day(line, at)
    if word in DIRECTIONS:
        return _directed(line, at)
    if word in ("earlier", "later"):
        return _earlier_later(line, at)
    if word in ("day", "week", "month", "year"):
        return _before_after(line, at)
    return _counted(line, at)


def _named_day(line: Line, at: int) -> Moment | None:
    possessive = line.tokens[at + 1].kind == "possessive"
    if line.low[at] == "today" and (possessive or at == 0 or line.low[at - 1] in ("of", "from")):
        return None  # "today's Ukraine", "Today, the city has …"
    return Moment(at, at + 1, "day", base="today", shift=DAYS[line.low[at]])


def _directed(line: Line, at: int) -> Moment | None:
    """last month · this same year · that day · the previous Tuesday · next January · last summer · last night"""
    base, shift = DIRECTIONS[line.low[at]]
    behind = at + 1
    if line.low[behind] in ("same", "past", "coming", "upcoming") and base != "past":
        base, shift = DIRECTIONS[line.low[behind]] if line.low[behind] != "same" else ("last", 0)
        behind += 1
    return _unit_named(line, at, behind, cast(Base, base), shift) or _name_directed(
        line, at, behind, cast(Base, base), shift
    )


def _unit_named(line: Line, at: int, behind: int, base: Base, shift: int) -> Moment | None:
    word = line.low[behind]
    if word in PARTS_OF_DAY:
        usual = (line.low[at], word) in (("last", "night"), ("this", word))
        return Moment(at, behind + 1, "day", base="today", shift=shift) if usual and word != "dawn" else None
    if word in YEAR_KINDS and line.low[behind + 1] == "year":
        word, behind = "year", behind + 1
    unit = UNITS.get(word)
    if unit is None or (word != unit) or line.low[at] == "past" or _measured(line, behind):
        return None
    if line.low[at] == "next" and (unit == "day" or line.low[at - 1] == "the"):
        base = "last"
    elif base == "today" and (unit in ("day", "decade") or (shift < 0 and line.low[at - 1] == "the")):
        return None  # "the last day", "the last year": no place in the calendar
    if unit == "fortnight" or (unit == "century" and shift):
        return None
    return Moment(at, behind + 1, cast(Unit, unit), base=base, shift=shift)


def _measured(line: Line, at: int) -> bool:
    """ "the next day of talks", "last year-end", "this quarter-final"."""
    return line.low[at + 1] == "of" or (line.glued(at) and line.low[at + 1] in ("-", "‑"))


def _name_directed(line: Line, at: int, behind: int, base: Base, shift: int) -> Moment | None:
    word = line.low[behind]
    if word in SEASONS:
        return Moment(at, behind + 1, "part", month=SEASONS[word], base=base, shift=shift)
    if not line.capital(behind):
        return None
    if word in WEEKDAYS and word not in SHORT_WEEKDAYS:
        return Moment(at, behind + 1, "day", weekday=WEEKDAYS[word], base=base, shift=shift)
    if word in MONTHS and word not in SHORT_MONTHS and line.tokens[behind + 1].kind != "number":
        return Moment(at, behind + 1, "month", month=MONTHS[word], base=base, shift=shift)
    return None


def _earlier_later(line: Line, at: int) -> Moment | None:
    """ "earlier this month", "later that same year", "later in the year"."""
    behind = at + 1
    if line.low[behind] in ("in", "on"):
        behind += 1
    if line.low[behind] == "the":
        behind += 1
        if line.low[behind] in ("year", "month", "week", "day"):
            return read_the_unit(line, at, behind)
    if line.low[behind] not in DIRECTIONS:
        return None
    found = _directed(line, behind)
    return found.widened(at, found.past) if found and found.weekday is None else None


def read_the_unit(line: Line, first: int, at: int) -> Moment | None:
    """ "the year" of "the end of the year": the one that is being told of."""
    unit = line.low[at]
    if unit not in ("day", "week", "month", "year", "decade", "century", "quarter") or line.low[at + 1] == "of":
        return None
    return Moment(first, at + 1, cast(Unit, unit), base="last", near=True)


def _before_after(line: Line, at: int) -> Moment | None:
    """ "the year before", "the day after", "the day before yesterday"."""
    if line.low[at - 1] != "the" or line.low[at + 1] not in ("before", "after"):
        return None
    sign = -1 if line.low[at + 1] == "before" else 1
    if line.low[at + 2] in ("yesterday", "tomorrow") and line.low[at] == "day":
        return Moment(at, at + 3, "day", base="today", shift=2 * sign)
    ends = line.tokens[at + 2].kind == "sign" or line.low[at + 2] in ("and", "but", "when", "while", "as", "in", "by")
    return Moment(at, at + 2, cast(Unit, line.low[at]), base="last", shift=sign) if ends else None


def _counted(line: Line, at: int) -> Moment | None:
    """ "two weeks ago", "three days later", "a year earlier"."""
    number, unit = small_number(line, at), UNITS.get(line.low[at + 1])
    if number is None or unit not in LONGEST or line.low[at + 2] not in AGO or not 0 < number <= LONGEST[unit]:
        return None
    if line.low[at - 1] in ("and", "-", ".", "half", "hundred", "thousand") and line.low[at - 1] != "and":
        return None
    ago, sign = line.low[at + 2] == "ago", 1 if line.low[at + 2] in ("later", "afterwards") else -1
    if line.low[at + 2] in ("later", "earlier") and line.low[at + 3] == "than":
        return None
    return Moment(at, at + 3, cast(Unit, unit), base="today" if ago else "last", shift=sign * number)


def read_weekday(line: Line, at: int) -> Moment | None:
    """A weekday by itself: "told lawmakers on Wednesday"."""
    word, before = line.low[at], line.low[at - 1]
    if (
        word not in WEEKDAYS
        or word in SHORT_WEEKDAYS
        or not line.capital(at)
        or before in ("every", "each", "a", "one")
    ):
        return None
    governed = before in DAY_NAMES_BEFORE
    named = line.capital(at - 1) and before not in FUNCTION_WORDS and line.tokens[at - 1].kind == "word"
    titled = line.capital(at + 1) and line.tokens[at + 1].kind == "word" and line.low[at + 1] not in FUNCTION_WORDS
    if not governed and (named or titled):
        return None  # Bloody Sunday, the Sunday Times
    return _in_week(line, at) or Moment(at, at + 1, "day", weekday=WEEKDAYS[word])


def _in_week(line: Line, at: int) -> Moment | None:
    """ "Tuesday last week", "Monday of this week" """
    behind = at + 2 if line.low[at + 1] == "of" else at + 1
    if line.low[behind] not in ("last", "this", "next", "that", "the") or line.low[behind + 1] not in ("week", "same"):
        return None
    found = _directed(line, behind) if line.low[behind] != "the" else None
    if found is None or found.unit != "week":
        return None
    return replace(found, first=at, unit="day", weekday=WEEKDAYS[line.low[at]], week=True)


def read_weekend(line: Line, at: int) -> Moment | None:
    """ "over the weekend": the one just gone."""
    if line.low[at - 1] != "the" or line.low[at - 2] not in ("over", "at", "during", "on") or line.low[at + 1] == "of":
        return None
    return Moment(at, at + 1, "weekend", base="today", near=True)


def read_year_named(line: Line, at: int) -> tuple[tuple[Base, int] | None, int]:
    """The "last year" of "in March last year" and "March of that year", and the token behind it."""
    behind = at + 1 if line.low[at] == "of" else at
    if line.low[behind] == "the":
        behind += 1
    if line.low[behind] not in DIRECTIONS:
        return None, at
    base, shift = DIRECTIONS[line.low[behind]]
    behind += 1
    if line.low[behind] == "same":
        base, shift, behind = "last", 0, behind + 1
    if line.low[behind] != "year" or line.tokens[behind + 1].kind == "possessive" or line.low[behind + 1] == "of":
        return None, at
    return (cast(Base, base), shift), behind + 1
