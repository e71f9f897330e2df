"""A long text by parts, so that no page carries more of it than a person reads at a time.

Part n begins at the first line break behind n × the size of a part, or right
there in a text without line breaks. Only the words of the part leave the
database. Where claims and marks stand close together the parts are shorter,
so that a page stays light whatever the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Substr

from sources.models import Revision, Snapshot

SIZE = 10_000  # characters of a part where nothing crowds it
LEAST = 500
MOST_ELEMENTS = 1200  # what the text of one part may add to a page
CLAIM, MARK = 23, 1  # elements: a claim is its words, its card and its place in the ribbon


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


@dataclass(frozen=True, slots=True)
class Parts:
    """How one text is cut: `size` characters a part, give or take `slack` to the next line break."""

    row: Revision | Snapshot
    size: int

    @property
    def slack(self) -> int:
        return self.size // 5

    @property
    def count(self) -> int:
        """A last crumb goes with the part before it."""
        return max(1, -(-(self.row.characters - self.slack) // self.size))

    def read(self, number: int) -> Window:
        """Part `number` (from 0); numbers beyond the last give the last."""
        number = max(0, min(number, self.count - 1))
        first = number * self.size
        cut = Substr(F("text"), first + 1, self.size + self.slack)
        stored: str = type(self.row).objects.filter(pk=self.row.pk).values_list(cut, flat=True).get()
        start = self._snapped(stored, 0) if number else 0
        end = self._snapped(stored, self.size) if number + 1 < self.count else len(stored)
        return Window(number, self.count, first + start, first + end, stored[start:end])

    def holding(self, at: int) -> int:
        """The part (from 0) in which the character at `at` is shown."""
        number = min(at // self.size, self.count - 1)
        return number - 1 if number and at < self.read(number).start else number

    def _snapped(self, stored: str, at: int) -> int:
        """Behind the first line break from `at` on, within the slack."""
        found = stored.find("\n", at, at + self.slack)
        return at if found < 0 else found + 1


def parts_of(row: Revision | Snapshot, *, claims: int = 0, marks: int = 0) -> Parts:
    """The parts of a text with so many claims and marks: halved until they are light.

    Halved and not fitted, so that a claim more or less seldom moves where a part begins.
    """
    elements, size = claims * CLAIM + marks * MARK, SIZE
    while size // 2 >= LEAST and elements * size > MOST_ELEMENTS * max(size, row.characters):
        size //= 2
    return Parts(row, size)
