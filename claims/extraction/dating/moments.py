"""What one date says by itself, before its context fills the gaps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from claims.extraction.parts import Qualifier
from sources.text import edtf

Unit = Literal["day", "week", "weekend", "fortnight", "month", "part", "quarter", "year", "decade", "century", "span"]
# What a moment without a year of its own is counted from: the article's date, or the last date read.
Base = Literal["today", "last"]


@dataclass(frozen=True, slots=True)
class Moment:
    """Tokens [first, past), and what they say. A year that is None is left to the context.

    `value` is the EDTF where the words give all of it. `base` and `shift` are set for
    what is counted from another date: "last month" is today's month − 1. `weekday`
    (Monday 0) and `month` narrow a shift down: "last Tuesday", "last January".
    """

    first: int
    past: int
    unit: Unit
    year: int | None = None
    month: int | None = None  # or an EDTF season, quarter or half: 21-41
    day: int | None = None
    value: str | None = None
    weekday: int | None = None
    base: Base | None = None
    shift: int = 0
    months_too: int = 0  # "a month and three days ago": what the shift in days goes on from
    qualifier: Qualifier | None = None
    mark: str = ""  # EDTF's "?", "~" or "%"
    of_year: tuple[Base, int] | None = None  # "March last year": ("today", -1)
    holiday: str | None = None
    through: int | None = None  # the last day of "12–14 June"
    months: tuple[int, int] | None = None  # "the first three months of 2024": (1, 3)
    week: bool = False  # "Tuesday last week": the shift counts weeks
    nth: tuple[int, int] | None = None  # "the second Sunday of May": (2, 6); a weekend counts as its Saturday
    week_of: str | None = None  # "the week of 20 October": "of", "ending" or "beginning"
    day_of: int | None = None  # "the 9th of that month"
    near: bool = False  # "the year" in "the end of the year": the last date's, where that stands close by
    day_first: bool = False  # written as "12 June": the text's habit
    swappable: bool = False  # 12/07/2006: day and month could change places

    @property
    def complete(self) -> bool:
        return self.value is not None or (self.year is not None and self.holiday is None)

    def edtf(self) -> str:
        """The value of a complete moment."""
        if self.value is not None:
            return self.value + self.mark
        if self.months:
            return "/".join(edtf.value(self.year, month) for month in self.months)
        days = [self.day, self.through] if self.through else [self.day]
        return "/".join(edtf.value(self.year, self.month, day) + self.mark for day in days)

    def widened(self, first: int, past: int) -> Moment:
        return replace(self, first=min(first, self.first), past=max(past, self.past))

    def approximate(self) -> Moment:
        return replace(self, mark="%" if self.mark == "?" else "~")
