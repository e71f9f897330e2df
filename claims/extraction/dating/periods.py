"""Periods: one moment, or a range of two ("from 1939 to 1945", "2011–12", "March–May 2022")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sources.text import edtf

from .days import read_days_between, read_month_days_between
from .eras import read_century, read_year, short_year
from .line import Line
from .moments import Moment
from .numerals import read_ordinal
from .phrases import MOMENT_OPENERS, read_moment
from .vocabulary import APPROXIMATE, DASHES, ERAS, MONTHS, PRESENT, THROUGH
from .year_words import CHANGING
from .years import counts_something, names_event

OPENERS = MOMENT_OPENERS | {"from", "between"}


@dataclass(frozen=True, slots=True)
class Period:
    """Tokens [first, past); `right` is None for a single moment; `ongoing`: "2014 to the present"."""

    first: int
    past: int
    left: Moment
    right: Moment | None = None
    ongoing: bool = False


def read_periods(line: Line, governed: bool = False) -> list[Period]:
    found, at = [], 0
    while at < line.size:
        may_open = line.tokens[at].kind == "number" or line.low[at] in OPENERS
        period = read_period(line, at, governed) if may_open else None
        if period:
            found.append(_with_article(line, period))
        at = period.past if period else at + 1
    return found


def read_period(line: Line, at: int, governed: bool = False) -> Period | None:
    word = line.low[at]
    if word == "from":
        return _from(line, at)
    if word == "between":
        return _between(line, at)
    found = _centuries(line, at) or _years_of_era(line, at) or _guessed_years_of_era(line, at)
    if found:
        return found
    left = read_moment(line, at, governed)
    if left is None:
        return None
    found = _short_range(line, left) or _range(line, left)
    if found is None:
        return Period(left.first, left.past, left)
    years = left.unit == "year" and line.number(found.past - 1) is not None
    return None if years and names_event(line, found.past - 1) else found  # "the 2019–20 Hong Kong protests"


def _with_article(line: Line, period: Period) -> Period:
    """ "the" belongs to "the 1950s" and "the end of May", not to "the 2018 report"."""
    first = line.tokens[period.first]
    dated = period.left.unit not in ("decade", "century") and (first.kind == "number" or first.lower in MONTHS)
    if not dated and period.first and line.low[period.first - 1] == "the":
        return replace(period, first=period.first - 1)
    return period


def _from(line: Line, at: int) -> Period | None:
    found = _centuries(line, _past_article(line, at + 1)) or _years_of_era(line, at + 1)
    if found:
        return replace(found, first=at)
    left = read_moment(line, _past_article(line, at + 1), governed=True)
    if left is None:
        return None
    if left.through is not None or (left.value and left.unit == "span"):
        return Period(at, left.past, left)
    found = _short_range(line, left) or _joined(line, left, THROUGH | DASHES)
    if found is None or (line.low[at - 1] in CHANGING and _may_be_amounts(found)):
        return None
    return replace(found, first=at)


def _may_be_amounts(period: Period) -> bool:
    """ "rose from 1500 to 1900" """
    return any(
        moment and moment.unit == "year" and (moment.year or 0) % 100 == 0 for moment in (period.left, period.right)
    )


def _between(line: Line, at: int) -> Period | None:
    start = _past_article(line, at + 1)
    found = _centuries(line, start) or _years_of_era(line, start)
    if found:
        return replace(found, first=at)
    days = read_days_between(line, start) or read_month_days_between(line, start)
    if days:
        return Period(at, days.past, days)
    now = line.low[start] == "now" and line.low[start + 1] == "and"
    left = Moment(start, start + 1, "day", base="today") if now else read_moment(line, start, governed=True)
    found = _short_range(line, left) or _joined(line, left, DASHES | {"and", "to"}) if left else None
    if found is None or (found.right and found.right.unit == "year" and counts_something(line, found.past - 1)):
        return None
    return replace(found, first=at)


def _past_article(line: Line, at: int) -> int:
    """Behind "the", "about the", "at least"."""
    if line.low[at] == "at" and line.low[at + 1] == "least":
        at += 2
    return at + 1 if line.low[at] == "the" else at


def _range(line: Line, left: Moment) -> Period | None:
    """Two moments with a dash or "to" between, and no "from" before them."""
    sign = line.low[left.past]
    if left.through is not None or (sign == "—" and not (line.glued(left.past - 1) and line.glued(left.past))):
        return None
    found = _joined(line, left, DASHES | THROUGH) if sign != "," else None
    if found is None or (found.right and (found.right.base or found.right.weekday is not None)):
        return None
    return found


def _joined(line: Line, left: Moment, signs: frozenset[str]) -> Period | None:
    if line.low[left.past] == "," and left.unit == "day" and line.low[left.past + 1] in signs - DASHES:
        left = replace(left, past=left.past + 1)  # "from June 6, 1944, to May 8, 1945"
    if line.low[left.past] not in signs:
        return None
    dashes = 2 if line.low[left.past] == "-" == line.low[left.past + 1] else 1
    at = _past_article(line, left.past + dashes)
    if line.low[at] in PRESENT and (line.low[left.past] != "and" or "and" in signs):
        return _ongoing(line, left, at)
    right = read_moment(line, at, governed=True)
    if right is None or not _may_follow(left, right):
        return None
    return Period(left.first, right.past, left, right)


def _may_follow(left: Moment, right: Moment) -> bool:
    """Amounts and unrelated dates run backwards; periods do not."""
    if left.year is None or right.year is None:
        return True
    return (left.year, left.month or 0) <= (right.year, right.month or 12)


def _ongoing(line: Line, left: Moment, at: int) -> Period | None:
    if line.low[at] == "date" or (left.year is None and left.month is None):
        return None
    past = at + 1
    if line.low[past] == "day" or (line.low[past] in DASHES and line.low[past + 1] == "day"):
        past += 1 if line.low[past] == "day" else 2
    return Period(left.first, past, left, ongoing=True)


def _short_range(line: Line, left: Moment) -> Period | None:
    """2011–12, 1998/99, 2021/2022."""
    sign = line.low[left.past]
    if left.unit != "year" or left.year is None or left.year < 1 or (sign not in DASHES and sign != "/"):
        return None
    second = short_year(line, left.past + 1, left.year)
    if second is None and sign == "/" and line.glued(left.past):
        second = line.number(left.past + 1)
    if second is None or not left.year < second <= left.year + 100:
        return None
    value = f"{left.edtf()}/{edtf.year_value(second)}"
    return Period(left.first, left.past + 2, replace(left, past=left.past + 2, unit="span", value=value, mark=""))


def _years_of_era(line: Line, at: int) -> Period | None:
    """304–232 BC, 12 to 37 AD: the era stands behind the second."""
    year, joint, era = line.number(at), line.low[at + 1], line.tokens[at + 3].text
    if year is None or line.number(at + 2) is None or not era.isupper() or era.lower() not in ERAS:
        return None
    right = read_year(line, at + 2, governed=True)
    if right is None or not (joint in DASHES or joint in THROUGH or (joint == "and" and line.low[at - 1] == "between")):
        return None
    left = Moment(at, at + 1, "year", year=year if ERAS[era.lower()] == 1 else 1 - year)
    return Period(at, right.past, left, right) if _may_follow(left, right) else None


def _guessed_years_of_era(line: Line, at: int) -> Period | None:
    """c. 1500–1450 BC: the guess goes for the first."""
    if line.low[at] not in APPROXIMATE:
        return None
    found = _years_of_era(line, at + 2 if line.low[at + 1] == "." else at + 1)
    return replace(found, first=at, left=found.left.approximate()) if found else None


def _centuries(line: Line, at: int) -> Period | None:
    """ "17th–19th centuries", "the eighteenth and nineteenth centuries"."""
    number, past = read_ordinal(line, at)
    if number is None:
        number, past = line.number(at), at + 1
    joint = line.low[past]
    if number is None or not 1 <= number <= 30 or not (joint in DASHES or joint in ("to", "and", "or")):
        return None
    right = read_century(line, past + 2 if line.low[past + 1] == "the" else past + 1)
    if right is None or right.year is None or right.value is None:
        return None
    sign = "-" if right.value.startswith("-") else ""
    left = Moment(at, past, "century", year=(-number if sign else number - 1) * 100, value=f"{sign}{number - 1:02d}XX")
    return Period(at, right.past, left, right) if _may_follow(left, right) else None
