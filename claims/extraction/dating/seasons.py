"""Parts of a year: seasons, quarters, halves, "the first three months of 2024", fiscal years."""

from __future__ import annotations

import calendar
from dataclasses import replace

from sources.text import edtf

from .eras import read_year, short_year
from .line import Line
from .moments import Moment
from .numerals import read_ordinal
from .relative import read_year_named
from .vocabulary import DASHES, ERAS, MONTHS, NUMBER_WORDS, SEASONS, YEAR_KINDS, word_set
from .year_words import FUNCTION_WORDS
from .years import apostrophe_year, is_year

LAST = frozenset({"last", "final", "closing"})
FIRST = frozenset({"first", "opening"})
BEFORE_BARE_SEASON = word_set("since until till by before after")
BEFORE_SEASON = word_set("in by since until till during over from through throughout before after of last")


def read_season(line: Line, at: int) -> Moment | None:
    """spring 2024 · the spring of 2024 · winter 2021–22 · in the spring"""
    found = Moment(at, at + 1, "part", month=SEASONS[line.low[at]])
    dated = _with_year(line, found)
    if dated.past > found.past:
        return _over_new_year(line, dated)
    return found if _season_stands(line, at) else None


def _season_stands(line: Line, at: int) -> bool:
    governed = line.low[at - 1] == "the" and line.low[at - 2] in BEFORE_SEASON
    governed = governed or line.low[at - 1] in BEFORE_BARE_SEASON
    qualified = line.low[at - 1] in ("early", "late") or (line.low[at - 1] in DASHES and line.low[at - 2] == "mid")
    return (governed or qualified) and _ends(line, at + 1) and not line.glued(at - 1)


def _ends(line: Line, at: int) -> bool:
    return line.tokens[at].kind == "sign" or (line.low[at] in FUNCTION_WORDS and line.low[at] != "of")


def _over_new_year(line: Line, found: Moment) -> Moment:
    """The second year of "winter 2021–22"."""
    if found.year is None or (line.low[found.past] not in DASHES and line.low[found.past] != "/"):
        return found
    following = short_year(line, found.past + 1, found.year) or line.number(found.past + 1)
    return replace(found, past=found.past + 2) if following == found.year + 1 else found


def _with_year(line: Line, found: Moment) -> Moment:
    """With the year behind it: "2024", "of 2024", "of fiscal 2024", "of last year", "of the year"."""
    at = found.past
    if line.low[at] in ("of", "in", ",") and line.low[at + 1] != "":
        at += 1
    if line.low[at] in YEAR_KINDS:
        at += 2 if line.low[at + 1] == "year" else 1
    if line.low[at] == "fy":
        at += 1
    if is_year(line, at, governed=True):
        return replace(found, past=at + 1, year=line.number(at))
    short = apostrophe_year(line, at)
    if short:
        return replace(found, past=at + 2, year=short)
    named, past = read_year_named(line, found.past)
    if named:
        return replace(found, past=past, of_year=named)
    if line.low[found.past : found.past + 3] == ("of", "the", "year") and line.low[found.past + 3] != "of":
        return replace(found, past=found.past + 3)
    return found


def read_part(line: Line, at: int) -> Moment | None:
    """What starts with an ordinal: a quarter, a half, some months or a week of a year or a month."""
    last = line.low[at] in LAST
    number, past = (1, at + 1) if last or line.low[at] in FIRST else read_ordinal(line, at)
    if number is None:
        return None
    if line.low[past] in DASHES:
        past += 1
    word = line.low[past]
    if word == "quarter" and 1 <= number <= 4:
        return _quarter(line, at, past + 1, 4 if last else number)
    if word == "half" and number <= 2 and not last:
        return _half(line, at, past + 1, number)
    if word == "week" and number <= 5:
        return _week(line, at, past + 1, -1 if last else number)
    return _months(line, at, past, last) if last or number == 1 else None


def _quarter(line: Line, at: int, past: int, number: int) -> Moment | None:
    found = _with_year(line, Moment(at, past, "quarter", month=edtf.FIRST_QUARTER + number - 1))
    # "the fourth quarter of the match"
    return found if found.past > past or (_ends(line, past) and line.low[at - 2] in BEFORE_SEASON) else None


def _half(line: Line, at: int, past: int, number: int) -> Moment | None:
    found = _with_year(line, Moment(at, past, "part", month=edtf.FIRST_HALF + number - 1))
    return found if found.past > past else None


def _months(line: Line, at: int, past: int, last: bool) -> Moment | None:
    """ "the first three months of 2024", "the last two months of the year" """
    number = NUMBER_WORDS.get(line.low[past], line.number(past))
    if number is None or not 2 <= number <= 11 or line.low[past + 1] != "months" or line.low[past + 2] != "of":
        return None
    found = _with_year(line, Moment(at, past + 2, "span", months=(13 - number, 12) if last else (1, number)))
    return found if found.past > past + 2 else None


def _week(line: Line, at: int, past: int, number: int) -> Moment | None:
    """ "the first week of March 2022": seven days of the month, counted from its first or its last."""
    behind = past + 1
    if line.low[past] == "of" and is_year(line, behind, governed=True) and number in (1, -1):
        month, day = (1, 1) if number == 1 else (12, 25)
        return Moment(at, behind + 1, "day", year=line.number(behind), month=month, day=day, through=day + 6)
    if line.low[past] != "of" or line.low[behind] not in MONTHS or not line.capital(behind):
        return None
    month = MONTHS[line.low[behind]]
    found = _with_year(line, Moment(at, behind + 1, "day", month=month))
    length = calendar.monthrange(found.year or 2001, month)[1]
    first, last = (length - 6, length) if number < 0 else (7 * number - 6, min(7 * number, length))
    return replace(found, day=first, through=last) if first <= last else None


def read_lettered(line: Line, at: int) -> Moment | None:
    """Q1 2024 · H2 of 2023 · FY2023 · FY2023–24"""
    letter, number = line.low[at], line.number(at + 1)
    if number is None:
        return None
    if letter == "fy":
        return _fiscal(line, at, at + 1)
    if not line.glued(at) or not line.capital(at) or number not in range(1, 5 if letter == "q" else 3):
        return None
    code = (edtf.FIRST_QUARTER if letter == "q" else edtf.FIRST_HALF) + number - 1
    found = _with_year(line, Moment(at, at + 2, "quarter" if letter == "q" else "part", month=code))
    return found if found.past > at + 2 or (letter == "q" and _ends(line, at + 2)) else None


def read_year_words(line: Line, at: int) -> Moment | None:
    """ "fiscal year 1998–99", "the year 2000", "the years 1941–1945", "fiscal 2023" """
    past = at + 1 if line.low[at] in YEAR_KINDS else at
    if line.low[past] in ("year", "years"):
        past += 1
    return _fiscal(line, at, past) if past > at else None


def _fiscal(line: Line, at: int, past: int) -> Moment | None:
    number = line.number(past)
    if number is not None and len(line.tokens[past].text) == 2 and line.low[at] == "fy":
        return Moment(at, past + 1, "year", year=2000 + number)
    if line.low[past + 1] in ERAS:
        found = read_year(line, past)
        return found.widened(at, found.past) if found else None
    if line.low[at] == "year" and number is not None and 100 <= number <= 999 and _ends(line, past + 1):
        return Moment(at, past + 1, "year", year=number)
    if not is_year(line, past, governed=True):
        return None
    year = line.number(past)
    found = Moment(at, past + 1, "year", year=year)
    if year is None or (line.low[past + 1] not in DASHES and line.low[past + 1] not in ("/", "to")):
        return found
    second = short_year(line, past + 2, year) or (line.number(past + 2) if is_year(line, past + 2, True) else None)
    if second is None or second <= year:
        return found
    return Moment(at, past + 3, "span", year=year, value=f"{edtf.year_value(year)}/{edtf.year_value(second)}")
