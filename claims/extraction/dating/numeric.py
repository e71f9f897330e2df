"""Dates in figures alone: 2006-07-12, 2006-07, 12/07/2006, 12.07.2006, 7/2008."""

from __future__ import annotations

from dataclasses import replace

from .line import Line
from .moments import Moment
from .year_words import NUMBERED

LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_numeric(line: Line, at: int) -> Moment | None:
    return _iso(line, at) or _slashed(line, at) or _dotted(line, at)


def _iso(line: Line, at: int) -> Moment | None:
    """2006-07-12, 2006/07/12, 2006-07 and the first of them with a time behind it."""
    year, sign = line.number(at), line.low[at + 1]
    if year is None or len(line.tokens[at].text) != 4 or sign not in ("-", "/") or not _glued(line, at, 2):
        return None
    month = line.number(at + 2)
    if month is None or not 1 <= month <= 12 or line.low[at - 1] in NUMBERED:
        return None
    if line.low[at + 3] == sign and _glued(line, at + 2, 2):
        return _iso_day(line, at, year, month)
    # "2011-12" is a season, "2023-04" cannot be one.
    if sign == "-" and len(line.tokens[at + 2].text) == 2 and month <= year % 100 and _cut(line, at + 2):
        return Moment(at, at + 3, "month", year=year, month=month)
    return None


def _iso_day(line: Line, at: int, year: int, month: int) -> Moment | None:
    day = line.number(at + 4)
    if day is None or not 1 <= day <= LENGTHS[month]:
        return None
    past = at + 5
    if line.low[past] == "t" and line.glued(past - 1):  # 2006-07-12T05:30:00Z
        while line.glued(past - 1) and past < at + 16 and _of_time(line, past):
            past += 1
    return Moment(at, past, "day", year=year, month=month, day=day)


def _of_time(line: Line, at: int) -> bool:
    """T05:30:00+03:00"""
    return line.tokens[at].kind == "number" or line.low[at] in ("t", "z", ":", "+", "-")


def _cut(line: Line, at: int) -> bool:
    """Does the number at `at` end there, but for a full stop or the like?"""
    behind = line.tokens[at + 1]
    return not line.glued(at) or (behind.kind == "sign" and behind.text not in "-/–")


def _glued(line: Line, at: int, times: int) -> bool:
    return all(line.glued(at + step) for step in range(times))


def _slashed(line: Line, at: int) -> Moment | None:
    """12/07/2006 and 12-07-2006; 7/2008."""
    one, other, sign = line.number(at), line.number(at + 2), line.low[at + 1]
    if one is None or other is None or sign not in ("/", "-") or not _glued(line, at, 2) or line.glued(at - 1):
        return None
    if line.low[at + 3] == sign and _glued(line, at + 2, 2):
        return _ordered(at, at + 5, one, other, line.tokens[at + 4].text)
    numbered = line.low[at - 1] in NUMBERED or line.low[at - 1] in (".", "#")
    if sign == "/" and 1 <= one <= 12 and 1500 <= other <= 2100 and not numbered and _cut(line, at + 2):
        return Moment(at, at + 3, "month", year=other, month=one)
    return None


def _dotted(line: Line, at: int) -> Moment | None:
    """12.07.2006, which is one token; the day comes first wherever dots are used."""
    parts = line.tokens[at].text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts) or line.glued(at - 1):
        return None
    if len(parts[0]) == 4:
        return _checked(at, at + 1, int(parts[0]), int(parts[1]), int(parts[2]))
    return _checked(at, at + 1, int(parts[2]), int(parts[1]), int(parts[0])) if len(parts[2]) == 4 else None


def _ordered(at: int, past: int, one: int, other: int, year_text: str) -> Moment | None:
    """Month first, unless that cannot be; the context knows whether this text puts the day first."""
    if not year_text.isdigit() or len(year_text) not in (2, 4):
        return None
    year = int(year_text)
    if len(year_text) == 2:
        year += 2000 if year < 50 else 1900
    if one > 12:
        return _checked(at, past, year, other, one)
    found = _checked(at, past, year, one, other)
    return replace(found, swappable=other <= 12) if found else None


def _checked(at: int, past: int, year: int, month: int, day: int) -> Moment | None:
    if not (1000 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= LENGTHS[month]):
        return None
    return Moment(at, past, "day", year=year, month=month, day=day)
