"""Dates counted from an anchor: last month, three days later, the next Tuesday, on Wednesday, on the 24th."""

from __future__ import annotations

import calendar as months
import datetime as dt

from sources.text import edtf

from .moments import Moment
from .telling import Calendar, When, when

A_DAY = dt.timedelta(days=1)


def _anchor(moment: Moment, calendar: Calendar) -> When | None:
    if moment.base == "today":
        return when(calendar.today)
    if moment.near and calendar.today and calendar.age > 1:
        return when(calendar.today)
    return when(calendar.last) or when(calendar.today)


def shifted(moment: Moment, calendar: Calendar) -> str | None:
    anchor = _anchor(moment, calendar)
    if anchor is None:
        return None
    if moment.months_too:
        anchor = _months_on(anchor, moment.months_too)
    if moment.week:
        day = anchor.date()
        return (day + (7 * moment.shift + (moment.weekday or 0) - day.weekday()) * A_DAY).isoformat() if day else None
    if moment.weekday is not None:
        return _directed_weekday(moment.weekday, moment.shift, anchor)
    if moment.month is not None:
        return _directed_month(moment, anchor)
    if moment.unit == "weekend" and moment.near:
        day = anchor.date()
        return _moved_days("weekend", -1 if day.weekday() < 5 else 0, day) if day else None
    return _moved("month" if moment.nth or moment.day_of else moment.unit, moment.shift, anchor)


def _months_on(anchor: When, shift: int) -> When:
    """So many months on; the 31st becomes the last of a shorter month."""
    years, month = divmod((anchor.month or 1) - 1 + shift, 12)
    year = anchor.year + years
    day = min(anchor.day, months.monthrange(2000 + year % 400, month + 1)[1]) if anchor.day else None
    return When(year, month + 1, day)


def _moved(unit: str, shift: int, anchor: When) -> str | None:
    if unit == "year":
        return edtf.year_value(anchor.year + shift)
    if unit == "decade":
        return edtf.year_value(anchor.year + 10 * shift)[:-1] + "X"
    if unit == "century":
        return edtf.year_value(anchor.year + 100 * shift)[:-2] + "XX"
    if unit in ("month", "quarter"):
        return _moved_months(unit, shift, anchor)
    return _moved_days(unit, shift, anchor.date())


def _moved_months(unit: str, shift: int, anchor: When) -> str | None:
    if anchor.month is None:
        return None
    length = 3 if unit == "quarter" else 1
    years, place = divmod((anchor.month - 1) // length + shift, 12 // length)
    return edtf.value(anchor.year + years, place + (edtf.FIRST_QUARTER if unit == "quarter" else 1))


def _moved_days(unit: str, shift: int, day: dt.date | None) -> str | None:
    if day is None or not dt.date.min.toordinal() + 9999 < day.toordinal() < dt.date.max.toordinal() - 9999:
        return None
    if unit == "day":
        return (day + shift * A_DAY).isoformat()
    if unit == "weekend":
        saturday = day + (5 - day.weekday() + 7 * shift) * A_DAY
        return edtf.span(saturday, saturday + A_DAY)
    monday = day + (7 * shift - day.weekday()) * A_DAY
    return edtf.span(monday, monday + 6 * A_DAY)


def _directed_weekday(weekday: int, shift: int, anchor: When) -> str | None:
    """ "last Tuesday" lies before the anchor, "next Tuesday" behind it, "this Tuesday" in its week."""
    day = anchor.date()
    if day is None:
        return None
    if shift < 0:
        return (day - ((day.weekday() - weekday - 1) % 7 + 1) * A_DAY).isoformat()
    ahead = (weekday - day.weekday() - 1) % 7 + 1 if shift else (weekday - day.weekday())
    return (day + ahead * A_DAY).isoformat()


def _directed_month(moment: Moment, anchor: When) -> str | None:
    """ "last January" is the latest one before the anchor's month, "next summer" the first one behind it."""
    code = moment.month or 1
    month, length = edtf.PARTS[code] if code > 12 else (code, 1)
    if anchor.month is None or moment.shift == 0:
        return edtf.value(anchor.year + moment.shift, code)
    if moment.shift < 0:
        return edtf.value(anchor.year - (month + length - 1 >= anchor.month), code)
    return edtf.value(anchor.year + (month <= anchor.month), code)


def weekday_told(weekday: int, calendar: Calendar, ahead: bool) -> str | None:
    """News means the last such day up to its own date; a story without a date goes on from its last day."""
    today, last = when(calendar.today), when(calendar.last)
    day = today.date() if today else None
    if day:
        gone = (day.weekday() - weekday) % 7
        return (day + (7 - gone if ahead else -gone) * A_DAY).isoformat()
    told = last.date() if last else None
    return (told + (weekday - told.weekday()) % 7 * A_DAY).isoformat() if told else None


def day_of_month(moment: Moment, calendar: Calendar) -> str | None:
    """ "on the 24th" """
    anchor = when(calendar.last) or when(calendar.today)
    if (
        anchor is None
        or anchor.month is None
        or (moment.day or 0) > months.monthrange(2000 + anchor.year % 400, anchor.month)[1]
    ):
        return None
    return edtf.value(anchor.year, anchor.month, moment.day)
