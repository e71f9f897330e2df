"""Weekdays and weeks: on Wednesday, Tuesday last week, the second Sunday of May, the week of 20 October."""

from __future__ import annotations

from dataclasses import replace

from .days import read_day, read_month, read_weekday_date
from .line import Line
from .moments import Moment
from .relative import read_directed, read_the_unit
from .vocabulary import DIRECTIONS, MONTHS, ORDINALS, SHORT_WEEKDAYS, WEEKDAYS, word_set
from .year_words import FUNCTION_WORDS

BEFORE = word_set(
    "on between last next this by since until till before after of from and or to late early said says past told",
    "through around",
)
BEFORE_WEEKEND = word_set("over at during on since by until before after from")
WEEK_OF: dict[str, str] = {
    "of": "of",
    "ending": "ending",
    "ended": "ending",
    "beginning": "beginning",
    "starting": "beginning",
    "commencing": "beginning",
}


def read_weekday(line: Line, at: int) -> Moment | None:
    """A weekday by itself: "told lawmakers on Wednesday"."""
    word, before = line.low[at], line.low[at - 1]
    if not _is_weekday(line, at) or before in ("every", "each", "a", "one"):
        return None
    governed = before in BEFORE
    named = line.capital(at - 1) and before not in FUNCTION_WORDS and line.tokens[at - 1].kind == "word"
    titled = line.capital(at + 1) and line.tokens[at + 1].kind == "word" and line.low[at + 1] not in FUNCTION_WORDS
    if not governed and (named or titled):
        return None  # Bloody Sunday, the Sunday Times
    return _in_week(line, at) or Moment(at, at + 1, "day", weekday=WEEKDAYS[word])


def _is_weekday(line: Line, at: int) -> bool:
    return line.low[at] in WEEKDAYS and line.low[at] not in SHORT_WEEKDAYS and line.capital(at)


def _in_week(line: Line, at: int) -> Moment | None:
    """ "Tuesday last week", "Monday of this week" """
    behind = at + 2 if line.low[at + 1] == "of" else at + 1
    if line.low[behind] not in ("last", "this", "next", "that", "the") or line.low[behind + 1] not in ("week", "same"):
        return None
    found = read_directed(line, behind) if line.low[behind] != "the" else None
    if found is None or found.unit != "week":
        return None
    return replace(found, first=at, unit="day", weekday=WEEKDAYS[line.low[at]], week=True)


def read_weekend(line: Line, at: int) -> Moment | None:
    """ "over the weekend": the one just gone."""
    if line.low[at - 1] != "the" or line.low[at - 2] not in BEFORE_WEEKEND or line.low[at + 1] == "of":
        return None
    return Moment(at, at + 1, "weekend", base="today", near=True)


def read_nth_weekday(line: Line, at: int) -> Moment | None:
    """ "the second Sunday of May 2021", "the last Friday in June", "the first weekend of next month" """
    number = -1 if line.low[at] in ("last", "final") else ORDINALS.get(line.low[at], 9)
    weekend = line.low[at + 1] == "weekend"
    if number > 5 or not (weekend or _is_weekday(line, at + 1)) or line.low[at + 2] not in ("of", "in"):
        return None
    found = _month(line, at + 3)
    if found is None or found.unit != "month":
        return None
    weekday = 5 if weekend else WEEKDAYS[line.low[at + 1]]
    return replace(found, first=at, unit="weekend" if weekend else "day", nth=(number, weekday))


def _month(line: Line, at: int) -> Moment | None:
    if line.low[at] in MONTHS:
        return read_month(line, at)
    if line.low[at] == "the":
        return read_the_unit(line, at, at + 1) or (_month(line, at + 1) if line.low[at + 1] in DIRECTIONS else None)
    return read_directed(line, at) if line.low[at] in DIRECTIONS else None


def read_week_of(line: Line, at: int) -> Moment | None:
    """ "the week of 20 October", "the week ending Friday, 5 May" """
    which, behind = WEEK_OF.get(line.low[at + 1]), at + 2
    if which is None:
        return None
    behind += line.low[behind] == "on"
    behind += line.low[behind] == "the"
    if line.low[behind] in WEEKDAYS:
        found = read_weekday_date(line, behind)
    else:
        found = read_month(line, behind) if line.low[behind] in MONTHS else read_day(line, behind)
    if found is None or found.unit != "day" or found.through:
        return None
    return replace(found, first=at, unit="week", week_of=which)
