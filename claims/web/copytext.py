"""A copy's text cut into paragraphs, and each paragraph into runs that a template can write.

Pure: text and spans in, frozen values out. What stands in a fence (a list of
works, a menu, a caption) is set apart, for no evidence is taken from there. Every
paragraph is words of the text and nothing else from `start` on, so that a page
can tell where a selection stands. Offsets are code points of the whole text;
`origin` says where the given piece of it begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Protocol


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Lit:
    """Words that say something to a claim; `about` is what and to which."""

    start: int
    end: int
    tone: str
    about: Any


@dataclass(frozen=True, slots=True)
class Place:
    """Words that somebody looks for; `here` where they are the ones asked for."""

    start: int
    end: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """Words that somebody has written a note on."""

    start: int
    end: int
    note: Any
    number: int


@dataclass(frozen=True, slots=True)
class Fence:
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that look the same; `first` where the words asked for begin, `ends` the notes that end here."""

    text: str
    lit: Lit | None = None
    place: Place | None = None
    first: bool = False
    noted: bool = False
    ends: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`said` is what its words say to claims, each where it is first met."""

    start: int
    runs: tuple[Run, ...]
    said: tuple[Lit, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs in a row in one fence, or in none ("")."""

    kind: str
    paragraphs: tuple[Paragraph, ...]


def read_blocks(
    text: str,
    origin: int,
    *,
    fences: Sequence[Fence],
    lit: Sequence[Lit] = (),
    places: Sequence[Place] = (),
    notes: Sequence[Noted] = (),
) -> list[Block]:
    """The paragraphs of `text`, which begins at `origin` of the whole; all spans sorted by start."""
    shelf = _Shelf(text, origin, _Spans(lit), _Spans(places), _Spans(notes))
    met: set[int] = set()
    pieces = _pieces(text, origin, fences)
    return [
        Block(kind, tuple(_paragraph(shelf, start, end, met) for start, end, _ in alike))
        for kind, alike in groupby(pieces, key=lambda piece: piece[2])
    ]


class _Spans:
    """Spans sorted by start, asked for those that share a character with a stretch."""

    def __init__(self, spans: Sequence[Any]) -> None:
        self.spans = spans
        self.longest = max((span.end - span.start for span in spans), default=0)

    def touching(self, start: int, end: int) -> list[Any]:
        first = bisect_left(self.spans, start - self.longest, key=_start)
        last = bisect_left(self.spans, end, lo=first, key=_start)
        return [span for span in self.spans[first:last] if span.end > start]


@dataclass(frozen=True, slots=True)
class _Shelf:
    text: str
    origin: int
    lit: _Spans
    places: _Spans
    notes: _Spans

    def words(self, start: int, end: int) -> str:
        return self.text[start - self.origin : end - self.origin]


def _start(span: Spanned) -> int:
    return span.start


def _pieces(text: str, origin: int, fences: Sequence[Fence]) -> Iterator[tuple[int, int, str]]:
    """Each line that is not blank, cut where a fence begins or ends within it."""
    spans, at = _Spans(fences), origin
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            touching = spans.touching(at, end)
            edges = {at, end} | {edge for fence in touching for edge in (fence.start, fence.end)}
            for start, stop in pairwise(sorted(edge for edge in edges if at <= edge <= end)):
                kind = next((fence.kind for fence in touching if fence.start <= start < fence.end), "")
                if text[start - origin : stop - origin].strip():
                    yield start, stop, kind
        at = end + 1


def _paragraph(shelf: _Shelf, start: int, end: int, met: set[int]) -> Paragraph:
    lit, places, notes = (spans.touching(start, end) for spans in (shelf.lit, shelf.places, shelf.notes))
    new = tuple(one for one in lit if id(one) not in met)
    met.update(id(one) for one in new)
    return Paragraph(start, tuple(_runs(shelf, start, end, lit, places, notes)), new)


def _runs(
    shelf: _Shelf, start: int, end: int, lit: Sequence[Lit], places: Sequence[Place], notes: Sequence[Noted]
) -> Iterator[Run]:
    spans: list[Spanned] = [*lit, *places, *notes]
    edges = {start, end} | {edge for span in spans for edge in (span.start, span.end)}
    for at, to in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        over = [one for one in lit if one.start <= at < one.end]
        # Of several the one that says it in the fewest words.
        nearest = min(over, key=lambda one: one.end - one.start, default=None)
        place = next((one for one in places if one.start <= at < one.end), None)
        first = place is not None and place.here and place.start == at
        noted = any(one.start <= at < one.end for one in notes)
        yield Run(shelf.words(at, to), nearest, place, first, noted, tuple(one for one in notes if one.end == to))
