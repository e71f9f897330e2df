"""Dates and periods of a sentence, as EDTF."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, pairwise

from sources.text import edtf

from .dating.context import resolve
from .dating.lending import Lender, borrow, modifies, read_lenders
from .dating.line import Line, read_line
from .dating.moments import Moment
from .dating.periods import Period, read_periods
from .dating.phrases import TRIGGERS
from .dating.relations import read_relation
from .dating.telling import TOLD, Calendar, Telling, when
from .dating.tense import is_fixed_for, is_lasting, lies_ahead, told_before
from .dating.vocabulary import ERAS, MONTHS, word_set
from .parts import Date, Qualifier, Relation
from .words import Words

__all__ = ["Calendar", "calendar_for", "read_dates"]

SENTENCES_AHEAD = 12
IN_FIGURES = re.compile(r"\d[-–/.]\d{1,2}[-–/.]\d")
# Words that set a figure beside an older one, and how many words of it may stand before its year.
COMPARING = word_set("compared than versus against")
COMPARED_REACH = 6


def read_dates(words: Words, calendar: Calendar) -> tuple[list[Date], Calendar]:
    """All dates of a sentence, in order, and the calendar for the sentence after it."""
    calendar = calendar.older()
    if not _may_hold_dates(words):
        return [], calendar
    return dates_of(read_line(words), calendar)


def calendar_for(sentences: Iterable[Words], today: str | None = None) -> Calendar:
    """The calendar that a text begins with: without a date of its own, it looks for the first that it will name."""
    if today:
        return Calendar(today)
    for words in filter(_may_name_a_day, islice(sentences, SENTENCES_AHEAD)):
        for date in read_dates(words, Calendar())[0]:
            if not date.inferred and date.precision in ("day", "month"):
                return Calendar(coming=date.edtf)
    return Calendar()


def dates_of(line: Line, calendar: Calendar, governed: bool = False) -> tuple[list[Date], Calendar]:
    """`governed`: somebody has asked for a date, so a number that can be a year is one."""
    found = []
    periods, lenders = read_periods(line, governed), deque(read_lenders(line))
    for place, period in enumerate(periods):
        while lenders and lenders[0].at < period.first:
            calendar = borrow(line, lenders.popleft(), calendar)
        date = _date(line, period, _year_beside(line, periods, place, calendar), calendar)
        if date:
            found.append(date)
            calendar = _after(line, calendar, period, date)
    for lender in lenders:
        calendar = borrow(line, lender, calendar)
    return found, calendar


def _may_name_a_day(words: Words) -> bool:
    """A month by its name, with a number that may be its year; or a date in figures."""
    tokens = words.tokens
    years = any((token.kind == "number" and len(token.text) > 1) or token.lower in ERAS for token in tokens)
    return years and (any(token.lower in MONTHS for token in tokens) or bool(IN_FIGURES.search(words.text)))


def _may_hold_dates(words: Words) -> bool:
    return any(token.kind == "number" or token.lower in TRIGGERS for token in words.tokens)


def _date(line: Line, period: Period, year: int | None, calendar: Calendar) -> Date | None:
    relation, lead = read_relation(line, period.first, period.past) if period.right is None else (None, period.first)
    if line.low[period.first] in ("from", "between"):
        relation, lead = None, period.first
    try:
        resolved = _resolved(period, year, calendar, _telling(line, period, relation))
    except (OverflowError, ValueError):
        return None  # a day before the year 1 or behind the year 9999
    if resolved is None:
        return None
    value, inferred = resolved
    return _built(line, period, value, inferred, relation, lead)


def _telling(line: Line, period: Period, relation: Relation | None) -> Telling:
    if period.left.complete:
        return TOLD
    if relation == "since" and line.low[period.first - 1] == "since":
        return Telling(ahead=False, lasting=is_lasting(line, period.first))
    ahead = lies_ahead(line, period.first, period.past)
    from_now = period.right is not None and line.low[period.left.first] == "now"
    if from_now or (period.left.unit == "day" and is_fixed_for(line, period.first)):
        ahead = True
    return Telling(ahead, not ahead and told_before(line, period.first), relation in ("until", "by"))


def _built(line: Line, period: Period, value: str, inferred: bool, relation: Relation | None, lead: int) -> Date | None:
    try:
        earliest, latest, precision = edtf.parse(value)
    except ValueError:
        return None  # a range that runs backwards, a day that this year does not have
    start, end = line.tokens[period.first].start, line.tokens[period.past - 1].end
    qualifier: Qualifier | None = period.left.qualifier if period.right is None else None
    return Date(
        start=start,
        end=end,
        text=line.text[start:end],
        edtf=value,
        earliest=earliest,
        latest=latest,
        precision=precision,
        relation=relation,
        qualifier=qualifier,
        inferred=inferred,
        lead=line.tokens[lead].start,
    )


def _resolved(period: Period, year: int | None, calendar: Calendar, telling: Telling) -> tuple[str, bool] | None:
    if period.right is not None:
        return _resolved_range(period.left, period.right, year, calendar, telling)
    found = resolve(period.left, calendar, year, telling)
    if found and period.ongoing:
        return f"{found[0]}/..", found[1]
    return found


def _resolved_range(
    left: Moment, right: Moment, year: int | None, calendar: Calendar, telling: Telling
) -> tuple[str, bool] | None:
    """Either end lends the other its year; the calendar lends it to the later one."""
    if left.complete and not right.complete:
        start = resolve(left, calendar)
        end = resolve(right, calendar, _year_after(left, right), telling)
    else:
        end = resolve(right, calendar, year, telling)
        start = resolve(left, calendar, _year_before(left, end[0]) if end else None, telling)
    if start is None or end is None:
        return None
    inferred = not (left.complete or right.complete) or _relative(left) or _relative(right)
    return f"{start[0].split('/')[0]}/{end[0].split('/')[-1]}", inferred


def _relative(moment: Moment) -> bool:
    return moment.base is not None or moment.weekday is not None or moment.of_year is not None


def _year_after(left: Moment, right: Moment) -> int | None:
    if left.year is None:
        return None
    return left.year + ((right.month or 12, right.day or 31) < (left.month or 1, left.day or 1))


def _year_before(left: Moment, end: str) -> int | None:
    last = when(end)
    if last is None:
        return None
    return last.year - ((left.month or 1, left.day or 1) > (last.month or 12, last.day or 31))


def _year_beside(line: Line, periods: list[Period], place: int, calendar: Calendar) -> int | None:
    """The year that the next date lends to this one: "17 August and 8 September 2006"."""
    if periods[place].left.complete or place + 1 == len(periods):
        return None
    here, there = periods[place], periods[place + 1]
    joined = there.first - here.past <= 2 and all(
        line.low[at] in ("and", "or", ",", "&", "on", "to") for at in range(here.past, there.first)
    )
    year = there.left.year if there.left.holiday is None else None
    return year if joined or (calendar.last is None and calendar.today is None) else None


def _is_aside(line: Line, period: Period, date: Date, calendar: Calendar) -> bool:
    """Does a date only bound what is told: "since 1978"? A story goes on from "from 1978"."""
    if line.low[period.first - 1] == "from":
        return False
    if line.low[period.first - 1] == "as" and line.low[period.first - 2] in ("recently", "late", "early"):
        return True
    if len(date.edtf) < 7 and date.relation in ("since", "until", "before", "after"):
        return True
    if _is_flashback(line, period, date, calendar):
        return True
    if not calendar.today or date.relation != "since":
        return False
    return date.precision != "day" or is_lasting(line, period.first)


def _is_flashback(line: Line, period: Period, date: Date, calendar: Calendar) -> bool:
    """ "The one before had been in December 2019": the story stays where it was."""
    last = when(calendar.last)
    if last is None or date.latest is None or date.precision == "day" or not told_before(line, period.first):
        return False
    return (date.latest.year, date.latest.month) < (last.year, last.month or 1)


def _is_compared_with(line: Line, period: Period, date: Date) -> bool:
    """Whether a bare year only stands for what was before: "compared with 386 in 2008"."""
    words = line.low[max(0, period.first - COMPARED_REACH) : period.first]
    came_from = any(pair in (("down", "from"), ("up", "from")) for pair in pairwise(words))
    return len(date.edtf) == 4 and (came_from or any(word in COMPARING for word in words))


def _after(line: Line, calendar: Calendar, period: Period, date: Date) -> Calendar:
    """The calendar once this date has been read. "since 1978", "than in 2008" are asides that nothing leans on."""
    calendar = _with_habits(calendar, period.left)
    if len(date.edtf) == 4 and modifies(line, period.first, period.past):
        return borrow(line, Lender(period.first, date.edtf), calendar)
    aside = _is_aside(line, period, date, calendar) or _is_compared_with(line, period, date)
    if when(date.edtf) is None or (aside and (calendar.last or calendar.today)):
        return calendar
    framing = len(date.edtf) > 4 or period.first <= 1
    return replace(calendar, last=date.edtf, age=0, framing=framing)


def _with_habits(calendar: Calendar, moment: Moment) -> Calendar:
    """How this text writes its dates, as far as this one shows it."""
    news = calendar.news or (calendar.today is not None and _counts_from_today(moment))
    day_first = calendar.day_first or moment.day_first
    if (news, day_first) == (calendar.news, calendar.day_first):
        return calendar
    return replace(calendar, news=news, day_first=day_first)


def _counts_from_today(moment: Moment) -> bool:
    return moment.base == "today" or (moment.weekday is not None and moment.base is None)
