"""A long text by parts, so that no page carries more of it than a person reads at a time.

Part n begins at the first line break behind n × SIZE, or right there in a text
without line breaks. Only the words of the part leave the database.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Substr

from sources.models import Revision

SIZE = 10_000  # characters: some seventy claims and their cards
SLACK = 2_000  # how far behind its nominal place a part may begin


@dataclass(frozen=True, slots=True)
class Window:
    """Part `number` (from 0) of `count`: the text from `start` to `end`."""

    number: int
    count: int
    start: int
    end: int
    text: str

    @property
    def previous(self) -> int | None:
        return self.number if self.number else None

    @property
    def next(self) -> int | None:
        return self.number + 2 if self.number + 1 < self.count else None


def parts_of(characters: int) -> int:
    """How many parts a text of so many characters has; a last crumb goes with the part before it."""
    return max(1, -(-(characters - SLACK) // SIZE))


def read_window(revision: Revision, number: int) -> Window:
    """Part `number` of a revision (from 0); numbers beyond the last give the last."""
    count = parts_of(revision.characters)
    number = max(0, min(number, count - 1))
    first = number * SIZE
    cut = Substr(F("text"), first + 1, SIZE + SLACK)
    stored = Revision.objects.filter(pk=revision.pk).values_list(cut, flat=True).get()
    start = _snapped(stored, 0) if number else 0
    end = _snapped(stored, SIZE) if number + 1 < count else len(stored)
    return Window(number, count, first + start, first + end, stored[start:end])


def part_holding(revision: Revision, at: int) -> int:
    """The part (from 0) in which the character at `at` is shown."""
    number = min(at // SIZE, parts_of(revision.characters) - 1)
    return number - 1 if number and at < read_window(revision, number).start else number


def _snapped(stored: str, at: int) -> int:
    """Behind the first line break from `at` on, within the slack."""
    found = stored.find("\n", at, at + SLACK)
    return at if found < 0 else found + 1
