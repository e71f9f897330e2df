"""The year, month or day that a text leaves to its reader, taken from what was read before it."""

from __future__ import annotations

import calendar as months
from dataclasses import replace

from sources.text import edtf

from .holidays import day_of
from .moments import Moment
from .narrowing import narrowed
from .shifting import day_of_month, shifted, weekday_told
from .telling import TOLD, Calendar, Telling, When, when

__all__ = ["Calendar", "resolve", "year_for"]

# A sentence further on the article's own date is nearer than the last date read.
NEAR = 2
# "In October 2024 … in January": so many months back is meant to be the year after.
NEW_YEAR = 7
LONG_AGO = 11 * 31  # days
SEASON_STARTS = 7  # July: what bears the name of two years is split there


def resolve(
    moment: Moment, calendar: Calendar, year: int | None = None, telling: Telling = TOLD
) -> tuple[str, bool] | None:
    """(EDTF, inferred), or None where the context does not tell.

    `year` is what a neighbour says: "17 August and 8 September 2006".
    """
    if moment.holiday:
        return _holiday(moment, calendar, year, telling)
    inferred = not moment.complete
    value = _inferred(moment, calendar, year, telling) if inferred else _swapped(moment, calendar).edtf()
    value = narrowed(value, moment) if value else None
    return (value + moment.mark * inferred, inferred) if value else None


def _inferred(moment: Moment, calendar: Calendar, year: int | None, telling: Telling) -> str | None:
    if moment.base:
        to_now = moment.near and telling.lasting and calendar.today
        return shifted(replace(moment, base="today") if to_now else moment, calendar)
    if moment.weekday is not None:
        return weekday_told(moment.weekday, calendar, bool(telling.ahead))
    if moment.month is None and moment.months is None:
        return day_of_month(moment, calendar)
    return _in_year(moment, _named_year(moment, calendar) or year or year_for(moment, calendar, telling))


def _swapped(moment: Moment, calendar: Calendar) -> Moment:
    if moment.swappable and calendar.day_first:
        return replace(moment, month=moment.day, day=moment.month)
    return moment


def _in_year(moment: Moment, year: int | None) -> str | None:
    if moment.day == 29 and moment.month == 2 and year is not None and not months.isleap(year):
        return None
    if year is None and moment.unit in ("part", "quarter", "span"):
        return None  # "in the spring": of no year, it says little
    return replace(moment, year=year, mark="").edtf()


def _named_year(moment: Moment, calendar: Calendar) -> int | None:
    """ "March last year", "5 May of the same year"."""
    if moment.of_year is None:
        return None
    base, shift = moment.of_year
    anchor = when(calendar.today) if base == "today" else when(calendar.last or calendar.today)
    return anchor.year + shift if anchor else None


def _holiday(moment: Moment, calendar: Calendar, year: int | None, telling: Telling) -> tuple[str, bool] | None:
    if moment.year:
        return day_of(moment.holiday or "", moment.year).isoformat(), False
    dated = moment if moment.month else replace(moment, month=4)  # Easter, near enough to choose a year by
    found = year or year_for(dated, calendar, telling)
    return (day_of(moment.holiday or "", found).isoformat(), True) if found else None


def year_for(moment: Moment, calendar: Calendar, telling: Telling = TOLD) -> int | None:
    """The year of a date without one: the last date's where it is near, else the article's."""
    month = moment.months[0] if moment.months else moment.month or 1
    month = edtf.PARTS[month][0] if month > 12 else month
    today, last = when(calendar.today), when(calendar.last)
    if last is None or (today and (telling.lasting or not _leans_on(last, today, calendar))):
        return _nearest(today, month, moment.day, telling.ahead) if today else _year_coming(calendar, month)
    year = _year_told(calendar.last or "", last, month, moment.day, telling)
    if today is None:
        return year
    if telling.ahead:
        return year if _is_elsewhere(last, today, calendar.age) else _nearest(today, month, moment.day, True)
    nearest = _nearest(today, month, moment.day, False)
    if (year, month, moment.day or 0) > _limit(today):
        return nearest
    aside = calendar.age > 0 and (last.month is None or (calendar.news and last.year < today.year))
    return nearest if aside and _is_news(today, nearest, month) else year


def _year_coming(calendar: Calendar, month: int) -> int | None:
    """ "On 30 December it burned. … On 2 January 2015": the year before that of the first date, over a new year."""
    first = when(calendar.coming)
    return first.year - ((month - (first.month or 1)) >= NEW_YEAR) if first else None


def _is_elsewhere(last: When, today: When, age: int) -> bool:
    """Is a story told that lies well before the article, or well behind it?"""
    if age and (last.month is None or last.year < today.year):
        return False
    return last.year < today.year - 1 or (last.year, last.month or 0) > _limit(today)


def _year_told(value: str, last: When, month: int, day: int | None, telling: Telling) -> int:
    """The year of a month in a story whose last date is `last`: the same, unless it goes on over the new year."""
    first = when(value.split("/")[0])
    if last.month is None and first and first.year == last.year - 1:
        return first.year if month >= SEASON_STARTS else last.year  # "the 2008–09 season"
    if last.month is None:
        return last.year
    if telling.onward:
        return last.year + ((month, day or 31) < (last.month, last.day or 1))
    if telling.before:
        return last.year - ((month, day or 0) > (last.month, last.day or 31))
    return last.year + (last.month - month >= NEW_YEAR)


def _is_news(today: When, year: int, month: int) -> bool:
    """This month or the last: nearer to the article than to a bare year it has just named."""
    return today.month is not None and 0 <= 12 * (today.year - year) + today.month - month <= 1


def _leans_on(last: When, today: When, calendar: Calendar) -> bool:
    """A bare year is an aside in news, unless its sentence opened with it: "since 1953 … In January"."""
    recent = last.month is not None or (calendar.framing and last.year >= today.year - 1)
    return calendar.age == 0 or (calendar.age <= NEAR and recent)


def _limit(today: When) -> tuple[int, int, int]:
    return today.year, today.month or 12, today.day or 31


def _nearest(today: When, month: int, day: int | None, ahead: bool | None) -> int:
    """The latest year not after the article's date, or the first not before it.

    Where the words do not tell, what would be nearly a year ago and lies in the next days is ahead.
    """
    gone = today.year - ((today.year, month, day or 0) > _limit(today))
    if ahead is None and today.month is not None:
        days = 31 * (12 * (today.year - gone) + today.month - month) + (today.day or 1) - (day or 1)
        ahead = gone < today.year and days > LONG_AGO
    if not ahead:
        return gone
    behind = today.month is not None and (month, day or 31) < (today.month, today.day or 1)
    return today.year + behind
