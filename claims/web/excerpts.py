"""Pieces of a text, so that a page about a long text does not carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sources.models import Revision, Snapshot

AROUND = 120  # characters on either side
LONGEST = 1200  # of the words themselves


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words from `start` to `end`, with some before and after them."""

    start: int
    end: int
    before: str
    words: str
    after: str


def read_excerpts(row: Revision | Snapshot, spans: Sequence[Sequence[tuple[int, int]]]) -> list[list[Excerpt]]:
    """The excerpts of each list of spans.

    The text is fetched once for all of them, and kept with `row`: PostgreSQL would unpack ten
    million characters for every single piece that it cut from them.
    """
    return [[_excerpt(row.text, start, min(end, start + LONGEST)) for start, end in several] for several in spans]


def _excerpt(text: str, start: int, end: int) -> Excerpt:
    before, words, after = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    # Only the same paragraph, from a whole word to a whole word.
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(before) == AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(start, end, before, words, after)
