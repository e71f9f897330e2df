"""Days that go by a name: New Year's Day, Christmas Eve, Easter Sunday, Thanksgiving."""

from __future__ import annotations

import datetime as dt

from .line import Line
from .moments import Moment
from .narrowing import nth_weekday
from .year_words import FUNCTION_WORDS
from .years import is_year

# Days that are the same in every country which keeps them. "Independence Day" is not.
FIXED: dict[str, tuple[int, int]] = {
    "new year 's day": (1, 1),
    "new year 's eve": (12, 31),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "valentine 's day": (2, 14),
    "international women 's day": (3, 8),
    "april fools ' day": (4, 1),
    "april fool 's day": (4, 1),
    "may day": (5, 1),
    "earth day": (4, 22),
    "international workers ' day": (5, 1),
    "st patrick 's day": (3, 17),
    "saint patrick 's day": (3, 17),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "all saints ' day": (11, 1),
    "juneteenth": (6, 19),
}
GREGORIAN = 1583  # the first year whose Easter the new calendar fixed
# Days counted from Easter Sunday.
EASTER: dict[str, int] = {
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter day": 0,
    "easter monday": 1,
    "whit sunday": 49,
    "whit monday": 50,
}
# Days counted from the fourth Thursday of November.
THANKSGIVING: dict[str, int] = {"thanksgiving": 0, "thanksgiving day": 0, "black friday": 1, "cyber monday": 4}
# The weekday of a month: (month, number, weekday), from its end where the number is negative.
WEEKDAY: dict[str, tuple[int, int, int]] = {"labor day": (9, 1, 0), "memorial day": (5, -1, 0)}
# Also the name of a season or of a sale: a day only with a year or a preposition that asks for one.
LOOSE = frozenset({"easter", "christmas"})
ONLY_WITH_YEAR = frozenset({"black friday", "cyber monday", "memorial day"})
SPANS = frozenset({"weekend", "week", "holiday", "holidays", "season", "period"})  # "Thanksgiving weekend"
BEFORE_LOOSE = frozenset({"at", "by", "since", "until", "till", "before", "after", "on"})
NAMES: frozenset[str] = frozenset(FIXED) | frozenset(EASTER) | frozenset(THANKSGIVING) | frozenset(WEEKDAY)
BY_FIRST_WORD: dict[str, list[list[str]]] = {}
for _name in sorted(NAMES, key=lambda name: -len(name.split())):
    BY_FIRST_WORD.setdefault(_name.split()[0], []).append(_name.split())


def read_holiday(line: Line, at: int) -> Moment | None:
    for words in BY_FIRST_WORD.get(line.low[at], ()):
        found = [word.replace("’", "'") for word in line.low[at : at + len(words)]]
        if found == words and line.capital(at):
            return _with_year(line, at, at + len(words), " ".join(words))
    return None


def _with_year(line: Line, at: int, past: int, name: str) -> Moment | None:
    behind = past + 1 if line.low[past] in (",", "of", "in") else past
    if is_year(line, behind, governed=True):
        return Moment(at, behind + 1, "day", year=line.number(behind), holiday=name)
    if line.low[past] in SPANS:
        return None
    if name in ONLY_WITH_YEAR or (name in LOOSE and not _stands(line, at, past)):
        return None  # "the Easter offering", "Christmas Island", "Black Friday sales"
    month, day = FIXED.get(name) or (11 if name in THANKSGIVING else WEEKDAY.get(name, (None,))[0], None)
    return Moment(at, past, "day", month=month, day=day, holiday=name)


def _stands(line: Line, at: int, past: int) -> bool:
    ends = line.tokens[past].kind == "sign" or line.low[past] in FUNCTION_WORDS
    return ends and line.low[at - 1] in BEFORE_LOOSE


def day_of(holiday: str, year: int) -> dt.date:
    if holiday in FIXED:
        return dt.date(year, *FIXED[holiday])
    if holiday in THANKSGIVING:
        return _nth(year, 11, 4, 3) + dt.timedelta(days=THANKSGIVING[holiday])
    if holiday in WEEKDAY:
        return _nth(year, *WEEKDAY[holiday])
    return easter(year) + dt.timedelta(days=EASTER[holiday])


def _nth(year: int, month: int, number: int, weekday: int) -> dt.date:
    found = nth_weekday(year, month, number, weekday)
    return found or dt.date(year, month, 1)  # every month has four of each


def easter(year: int) -> dt.date:
    """Western Easter Sunday (Meeus, Astronomical Algorithms, ch. 8): before 1583 a day of the Julian calendar."""
    if year < GREGORIAN:
        moon = (19 * (year % 19) + 15) % 30
        month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
        return dt.date(year, month, day + 1)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
