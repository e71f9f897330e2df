"""So many days, months or years from another date: two weeks ago, a decade later, two years and a month earlier."""

from __future__ import annotations

from typing import cast

from .line import Line
from .moments import Moment, Unit
from .numerals import small_number
from .vocabulary import UNITS

AGO = frozenset({"ago", "later", "earlier", "afterwards", "beforehand", "previously"})
FORWARD = frozenset({"later", "afterwards", "after"})
# How much of a unit is still counted from a date, and what it is in days, months or years.
LONGEST: dict[str, int] = {
    "day": 400,
    "week": 100,
    "fortnight": 10,
    "month": 120,
    "year": 200,
    "decade": 20,
    "century": 10,
}
LENGTHS: dict[str, tuple[str, int]] = {
    "day": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("month", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
}
MOST_TERMS = 3  # "two years, a month and three days ago"
NO_START = frozenset({"-", ".", "half", "hundred", "thousand"})


def read_counted(line: Line, at: int) -> Moment | None:
    if line.low[at - 1] in NO_START or line.low[at - 1] in UNITS:
        return None
    amounts, past = _amounts(line, at)
    word = line.low[past]
    closed = word in ("before", "after") and line.tokens[past + 1].kind == "sign"
    if not amounts or not (word in AGO or closed) or line.low[past + 1] == "than":
        return None
    sign = 1 if word in FORWARD else -1
    finest = next(unit for unit in ("day", "month", "year") if unit in amounts)
    months = 12 * amounts.get("year", 0) + amounts.get("month", 0)
    return Moment(
        at,
        past + 1,
        cast(Unit, finest),
        base="today" if word == "ago" else "last",
        shift=sign * (months if finest == "month" else amounts[finest]),
        months_too=sign * months if finest == "day" else 0,
    )


def _amounts(line: Line, at: int) -> tuple[dict[str, int], int]:
    """Days, months and years of "two years and three weeks", and the token behind them."""
    amounts: dict[str, int] = {}
    for _ in range(MOST_TERMS):
        number, unit = small_number(line, at), UNITS.get(line.low[at + 1], "")
        if number is None or not 0 < number <= LONGEST.get(unit, 0):
            break
        unit, length = LENGTHS[unit]
        amounts[unit] = amounts.get(unit, 0) + number * length
        at += 2
        step = at + (line.low[at] == ",")
        step += line.low[step] == "and"
        if small_number(line, step) is None or line.low[step + 1] not in UNITS:
            break
        at = step
    return amounts, at
