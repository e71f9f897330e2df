"""What a text has told so far, and how the words around a date place it: what a year-less date leans on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from sources.text import edtf

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
