"""Dates counted from another one: yesterday, last month, two weeks later, Wednesday, the following year."""

from __future__ import annotations

from typing import cast

from .counting import read_counted
from .line import Line
from .moments import Base, Moment, Unit
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
)

DAYS: dict[str, int] = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def read_relative(line: Line, at: int) -> Moment | None:
    word = line.low[at]
    if word in DAYS:
        return _named_day(line, at)
    if word in DIRECTIONS:
        return read_directed(line, at)
    if word in ("earlier", "later"):
        return _earlier_later(line, at)
    if word in ("day", "week", "month", "year"):
        return _before_after(line, at)
    return read_counted(line, at)


def _named_day(line: Line, at: int) -> Moment | None:
    possessive = line.tokens[at + 1].kind == "possessive"
    if line.low[at] == "today" and (possessive or at == 0 or line.low[at - 1] in ("of", "from")):
        return None  # "today's Ukraine", "Today, the city has …"
    return Moment(at, at + 1, "day", base="today", shift=DAYS[line.low[at]])


def read_directed(line: Line, at: int) -> Moment | None:
    """last month · this same year · that day · the previous Tuesday · next January · last summer · last night"""
    base, shift = DIRECTIONS[line.low[at]]
    behind = at + 1
    if line.low[behind] in ("same", "past", "coming", "upcoming") and base != "past":
        base, shift = DIRECTIONS[line.low[behind]] if line.low[behind] != "same" else ("last", 0)
        behind += 1
    return _unit_named(line, at, behind, cast(Base, base), shift) or _name_directed(
        line, at, behind, cast(Base, base), shift
    )


def _part_of_day(line: Line, at: int, behind: int, base: Base, shift: int) -> Moment | None:
    """last night · this morning · that evening · the next morning"""
    word, first = line.low[behind], line.low[at]
    goes_on = first == "next" and line.low[at - 1] == "the"
    usual = base == "last" or goes_on or first == "this" or (first, word) == ("last", "night")
    if not usual or word == "dawn":
        return None
    return Moment(at, behind + 1, "day", base="last" if goes_on else base, shift=shift)


def _unit_named(line: Line, at: int, behind: int, base: Base, shift: int) -> Moment | None:
    word = line.low[behind]
    if word in PARTS_OF_DAY:
        return _part_of_day(line, at, behind, base, shift)
    if word in YEAR_KINDS and line.low[behind + 1] == "year":
        word, behind = "year", behind + 1
    unit = UNITS.get(word)
    if unit is None or (word != unit) or line.low[at] == "past" or _measured(line, behind):
        return None
    if line.low[at] == "next" and (unit == "day" or line.low[at - 1] == "the"):
        base = "last"
    elif base == "today" and (unit == "day" or (shift and unit == "decade") or _of_a_length(line, at, shift)):
        return None  # "the last day", "the last year", "the past decade": no place in the calendar
    if unit == "fortnight" or (unit == "century" and shift):
        return None
    return Moment(at, behind + 1, cast(Unit, unit), base=base, shift=shift)


def _of_a_length(line: Line, at: int, shift: int) -> bool:
    return shift < 0 and line.low[at - 1] == "the"


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
    found = read_directed(line, behind)
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
    behind = at + 3 if line.low[at + 2] == "the" else at + 2
    if sign == 1 and line.low[behind] == "next" and line.low[at] != "day":
        return Moment(at, behind + 1, cast(Unit, line.low[at]), base="today", shift=2)  # "the week after next"
    ends = line.tokens[at + 2].kind == "sign" or line.low[at + 2] in ("and", "but", "when", "while", "as", "in", "by")
    return Moment(at, at + 2, cast(Unit, line.low[at]), base="last", shift=sign) if ends else None


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
