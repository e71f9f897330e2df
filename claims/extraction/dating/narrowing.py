"""A day or a week taken out of a value: the second Sunday of a month, the week of 20 October, the 9th of that month."""

from __future__ import annotations

import calendar as months
import datetime as dt
import re

from sources.text import edtf

from .moments import Moment

A_DAY = dt.timedelta(days=1)
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
SATURDAY, SUNDAY = 5, 6


def narrowed(value: str, moment: Moment) -> str | None:
    """The value that the moment's words cut out of `value`; None where it has none."""
    if moment.nth:
        return _nth(value, *moment.nth, weekend=moment.unit == "weekend")
    if moment.week_of:
        return _week(value, moment.week_of)
    if moment.day_of:
        return f"{value}-{moment.day_of:02d}" if MONTH.fullmatch(value) else None
    return value


def _nth(value: str, number: int, weekday: int, weekend: bool) -> str | None:
    match = MONTH.fullmatch(value)
    day = nth_weekday(int(match[1]), int(match[2]), number, weekday) if match else None
    if day is None:
        return None
    return edtf.span(day, day + A_DAY) if weekend else day.isoformat()


def nth_weekday(year: int, month: int, number: int, weekday: int) -> dt.date | None:
    """The `number`th such day of a month, from its end where the number is negative; None for a fifth that is not."""
    length = months.monthrange(year, month)[1]
    first = (weekday - dt.date(year, month, 1).weekday()) % 7 + 1
    days = list(range(first, length + 1, 7))
    return dt.date(year, month, days[number - (number > 0)]) if number <= len(days) else None


def _week(value: str, which: str) -> str | None:
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    if which == "ending":
        return edtf.span(day - 6 * A_DAY, day)
    # "The week of" a Sunday starts there, as its calendar does; of any other day it is the one around it.
    if which == "of" and day.weekday() != SUNDAY:
        day -= day.weekday() * A_DAY
    return edtf.span(day, day + 6 * A_DAY)
