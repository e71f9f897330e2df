"""The year, month or day that a text leaves to its reader, taken from what was read before it."""

from __future__ import annotations

import calendar as months
import datetime as dt
import re
from dataclasses import dataclass, replace

from sources.text import edtf

from .holidays import day_of
from .moments import Moment
from .narrowing import narrowed

A_DAY = dt.timedelta(days=1)
# A sentence further on the article's own date is nearer than the last date read.
NEAR = 2
# "In October 2024 … in January": so many months back is meant to be the year after.
NEW_YEAR = 7
LONG_AGO = 11 * 31  # days
SEASON_STARTS = 7  # July: what bears the name of two years is split there
WHEN = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the text has said so far that a year-less or relative date can lean on.

    `today` is the article's own date as EDTF (YYYY, YYYY-MM or YYYY-MM-DD; None: unknown),
    `last` the EDTF value of the last date that was read, `age` how many sentences ago, `framing`
    whether it stood where it frames what follows ("In 2024, …") or is more than a year.
    `news`: this text counts from the article's own day ("last month", "on Wednesday").
    `coming` is the first date with a month that the text will name: where nothing else lends a year, it does.
    `day_first`: this text writes "12 June", so 12/07/2006 is in July.
    """

    today: str | None = None
    last: str | None = None
    age: int = 0
    framing: bool = True
    news: bool = False
    coming: str | None = None
    day_first: bool = False

    def older(self) -> Calendar:
        return replace(self, age=self.age + 1) if self.last else self


@dataclass(frozen=True, slots=True)
class When:
    """The numbers of an EDTF date; the end of an interval."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> dt.date | None:
        return dt.date(self.year, self.month, self.day) if self.month and self.day and self.year > 0 else None


def when(value: str | None) -> When | None:
    """None where there is no single year in it."""
    match = WHEN.fullmatch(edtf.unmarked(value.split("/")[-1].split("T")[0])) if value else None
    if not match:
        return None
    month = int(match[2]) if match[2] else None
    if month and month > 12:
        month = edtf.PARTS[month][0]
    return When(int(match[1]), month, int(match[3]) if match[3] else None)


@dataclass(frozen=True, slots=True)
class Telling:
    """How the words around a date place it in time.

    `ahead` of the article ("will begin in May"; None: they do not tell), `before` the last date
    ("had fled in May"), `onward` from it ("until May"), `lasting` to the article's day ("have died since May").
    """

    ahead: bool | None = None
    before: bool = False
    onward: bool = False
    lasting: bool = False


TOLD = Telling()


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
        return _shifted(replace(moment, base="today") if to_now else moment, calendar)
    if moment.weekday is not None:
        return _weekday(moment.weekday, calendar, bool(telling.ahead))
    if moment.month is None and moment.months is None:
        return _day_of_month(moment, calendar)
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


def _anchor(moment: Moment, calendar: Calendar) -> When | None:
    if moment.base == "today":
        return when(calendar.today)
    if moment.near and calendar.today and calendar.age > 1:
        return when(calendar.today)
    return when(calendar.last) or when(calendar.today)


def _shifted(moment: Moment, calendar: Calendar) -> str | None:
    anchor = _anchor(moment, calendar)
    if anchor is None:
        return None
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


def _weekday(weekday: int, calendar: Calendar, ahead: bool) -> str | None:
    """News means the last such day up to its own date; a story without a date goes on from its last day."""
    today, last = when(calendar.today), when(calendar.last)
    day = today.date() if today else None
    if day:
        gone = (day.weekday() - weekday) % 7
        return (day + (7 - gone if ahead else -gone) * A_DAY).isoformat()
    told = last.date() if last else None
    return (told + (weekday - told.weekday()) % 7 * A_DAY).isoformat() if told else None


def _day_of_month(moment: Moment, calendar: Calendar) -> str | None:
    """ "on the 24th" """
    anchor = when(calendar.last) or when(calendar.today)
    if (
        anchor is None
        or anchor.month is None
        or (moment.day or 0) > months.monthrange(2000 + anchor.year % 400, anchor.month)[1]
    ):
        return None
    return edtf.value(anchor.year, anchor.month, moment.day)
