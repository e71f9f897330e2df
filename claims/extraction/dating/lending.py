"""Years in names: "the 2011 Verrin flood" is no date, yet "on 3 March" behind it is a day of 2011."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sources.text import edtf

from .eras import short_year
from .line import Line
from .telling import Calendar, When, when
from .vocabulary import DASHES, word_set
from .year_words import DETERMINERS, FUNCTION_WORDS
from .years import is_named_year

# An event after one of these is only what another one is set beside.
BESIDE = word_set("since until till before than like unlike versus against pre compared resembling recalling")
# An event after one of these is where what is told of happened: "premiered at the 2014 Lisse Film Festival".
WITHIN = word_set("at in during for throughout")
OPENING = word_set("the a an its their his her in at during for after following on of")
LONGEST_OPENING = 4  # words before the year of an event that a sentence opens with: "In the aftermath of the …"


@dataclass(frozen=True, slots=True)
class Lender:
    """The year (or the two of "2008–09") at token `at`."""

    at: int
    value: str


def read_lenders(line: Line) -> list[Lender]:
    found, at = [], 0
    while at < line.size:
        value, past = _year_of_name(line, at) if line.tokens[at].kind == "number" else (None, at + 1)
        if value:
            found.append(Lender(at, value))
        at = past
    return found


def _year_of_name(line: Line, at: int) -> tuple[str | None, int]:
    year = line.number(at)
    if year is None or not 1000 <= year <= 2100:
        return None, at + 1
    second = short_year(line, at + 2, year) or line.number(at + 2) if line.low[at + 1] in DASHES else None
    if second == year + 1 and is_named_year(line, at + 2, after_dash=True):
        return f"{edtf.year_value(year)}/{edtf.year_value(second)}", at + 3
    return (edtf.year_value(year), at + 1) if is_named_year(line, at) else (None, at + 1)


def modifies(line: Line, first: int, past: int) -> bool:
    """Does a year only say which one: "the 2014 election", "its 2018 report"?"""
    named = line.tokens[past].kind == "word" and line.low[past] not in FUNCTION_WORDS
    return past == first + 1 and named and line.low[first - 1] in DETERMINERS


def borrow(line: Line, lender: Lender, calendar: Calendar) -> Calendar:
    """The calendar once the name of an event has been read.

    A text that is told by its own dates goes on from them, unless the event is what the sentence is about.
    """
    if _beside(line, lender.at) or _known(calendar, when(lender.value)):
        return calendar
    opens = _opens(line, lender.at)
    within = not calendar.today and (calendar.last is None or line.low[_before_article(line, lender.at)] in WITHIN)
    return replace(calendar, last=lender.value, age=0, framing=opens) if opens or within else calendar


def _known(calendar: Calendar, lent: When | None) -> bool:
    last = when(calendar.last)
    return last is not None and lent is not None and last.year == lent.year


def _before_article(line: Line, at: int) -> int:
    return at - 2 if line.low[at - 1] in DETERMINERS else at - 1


def _beside(line: Line, at: int) -> bool:
    before = _before_article(line, at)
    return line.low[before] in BESIDE or (line.low[before] in ("to", "with") and line.low[before - 1] in BESIDE)


def _opens(line: Line, at: int) -> bool:
    return at <= LONGEST_OPENING and all(word in OPENING for word in line.low[:at])
