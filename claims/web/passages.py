"""An article's text cut into paragraphs, and each paragraph into runs that a template can write.

Pure: text and spans in, frozen values out. Every character of the text is in
exactly one run, in order, so what is shown is what was stored. All offsets are
code points of the whole text; `origin` says where the given piece of it begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

SLOTS = 6  # the style sheet hangs so many cards on one paragraph; the rest joins the last
LINE, GAP, CARD = 80, 0.7, 2.6  # characters of a full line; the air behind a paragraph and a card's height, in lines
MOST_BEHIND = 12  # lines that the cards of a paragraph may hang below it
LONGEST_QUOTE = 10_000  # no claim that reaches further is looked for; the reader quotes 4,000 at most


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as the text shows it: its quote, and the words in it that are its value (`lit`)."""

    claim: Any
    start: int
    end: int
    lit: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Noted:
    """Words that somebody has written a note on; `number` leads from them to its card."""

    note: Any
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that look the same."""

    text: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note beside the paragraph in which its words end; `slot` ties it to its number in the text."""

    noted: Noted
    slot: int

    @property
    def start(self) -> int:
        return self.noted.start


@dataclass(frozen=True, slots=True)
class Run:
    """Words under one claim, or a citation mark, or plain words between them.

    `opens`: the claim begins here, so this run carries its id. `here`: these are the words that somebody asked for.
    `noted`: there is a note on them; `ends` are the notes whose words end with this run.
    """

    pieces: tuple[Piece, ...]
    shown: Shown | None = None
    mark: Any = None
    opens: bool = False
    slot: int = 0
    here: str = ""  # "first" where they begin, then "more"
    noted: bool = False
    ends: tuple[NoteCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A claim beside its paragraph. `slot` ties it to its run; without `in_text` other claims own all its words."""

    shown: Shown
    slot: int
    in_text: bool

    @property
    def start(self) -> int:
        return self.shown.start


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, and the cards of the claims that are first met in it and of the notes that end in it, in order.

    `crowded`: the margin has no room for them, they stand below the words.
    """

    start: int
    runs: tuple[Run, ...]
    cards: tuple[Card | NoteCard, ...]
    crowded: bool = False


def read_passages(
    text: str,
    origin: int,
    marks: Sequence[Any],
    claims: Sequence[Shown],
    here: tuple[int, int] | None = None,
    notes: Sequence[Noted] = (),
) -> list[Passage]:
    """The paragraphs of `text`, which begins at `origin` of the whole; marks, claims and notes sorted by start.

    `here` is the span of the words that somebody asked for.

    Marks have `start` and `end`. Where claims share words, the words go to the
    claim whose value stands in them or last stood before them in the quote.
    """
    met: set[int] = set()
    lines = _lines(text, origin)
    return list(_hung(_passage(text, origin, span, marks, claims, met, here, notes) for span in lines))


def _hung(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Cards hang in the margin, each below the one before it, as long as they stay near their words."""
    behind = 0.0  # lines by which the cards so far hang below the text so far
    for passage in passages:
        letters = sum(len(piece.text) for run in passage.runs for piece in run.pieces)
        lines = letters // LINE + 1 + GAP
        after = behind + CARD * len(passage.cards) - lines
        crowded = len(passage.cards) > SLOTS or (after > MOST_BEHIND and len(passage.cards) > 0)
        behind = max(0.0, behind - lines if crowded else after)
        yield replace(passage, crowded=crowded)


def _passage(
    text: str,
    origin: int,
    span: tuple[int, int],
    marks: Sequence[Any],
    claims: Sequence[Shown],
    met: set[int],
    here: tuple[int, int] | None,
    notes: Sequence[Noted],
) -> Passage:
    touching = _touching(claims, *span)
    new = [shown for shown in touching if id(shown) not in met]
    met.update(id(shown) for shown in new)
    slots = {id(shown): min(slot, SLOTS) for slot, shown in enumerate(new, 1)}
    noted = _touching(notes, *span)
    ended = [NoteCard(one, min(slot, SLOTS)) for slot, one in enumerate((n for n in noted if n.end <= span[1]), 1)]
    line = _Cutter(text, origin, *span, _touching(marks, *span), touching, here, noted)
    runs = tuple(_runs(line, dict(slots), ended))
    opened = {id(run.shown) for run in runs if run.opens}
    cards = [Card(shown, slots[id(shown)], id(shown) in opened) for shown in new]
    return Passage(span[0], runs, tuple(sorted([*cards, *ended], key=_start)))


def _lines(text: str, origin: int) -> Iterator[tuple[int, int]]:
    """The span of each line that is not blank, without its line break."""
    at = origin
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _touching(spans: Sequence[Any], start: int, end: int) -> list[Any]:
    """Those that share a character with [start, end), found without a walk from the first."""
    first = bisect_left(spans, start - LONGEST_QUOTE, key=_start)
    last = bisect_left(spans, end, lo=first, key=_start)
    return [span for span in spans[first:last] if span.end > start]


def _start(span: Any) -> int:
    return int(span.start)


@dataclass(frozen=True, slots=True)
class _Cutter:
    """One line with what lies on it."""

    text: str
    origin: int
    start: int
    end: int
    marks: list[Any]
    claims: list[Shown]
    here: tuple[int, int] | None
    notes: list[Noted]

    def cuts(self) -> list[int]:
        """Every offset where something begins or ends."""
        spans = [(thing.start, thing.end) for thing in (*self.marks, *self.claims, *self.notes)]
        spans += [shown.lit for shown in self.claims if shown.lit]
        spans += [self.here] if self.here else []
        edges = {self.start, self.end} | {edge for span in spans for edge in span}
        return sorted(edge for edge in edges if self.start <= edge <= self.end)

    def words(self, start: int, end: int) -> str:
        return self.text[start - self.origin : end - self.origin]

    def mark_at(self, at: int) -> Any:
        return next((mark for mark in self.marks if mark.start <= at < mark.end), None)

    def owner_of(self, at: int) -> Shown | None:
        """The claim that the character at `at` belongs to."""
        over = [shown for shown in self.claims if shown.start <= at < shown.end]
        if len(over) < 2:
            return over[0] if over else None
        begun = [shown for shown in over if shown.lit and shown.lit[0] <= at]
        return max(begun, key=lambda shown: shown.lit or (0, 0)) if begun else over[0]


def _runs(line: _Cutter, unopened: dict[int, int], ended: Sequence[NoteCard]) -> Iterator[Run]:
    """The runs of a line; `unopened` has the slots of the claims that begin in it, `ended` the notes that end in it."""
    for (mark, shown, here, noted), alike in groupby(_atoms(line), key=lambda atom: atom[2:]):
        atoms = list(alike)
        ends = tuple(card for card in ended if atoms[0][0] < card.noted.end <= atoms[-1][1])
        pieces = tuple(Piece(line.words(start, end), _is_lit(shown, start)) for start, end, *_ in atoms)
        slot = unopened.pop(id(shown), 0)
        first = here and line.here is not None and atoms[0][0] == line.here[0]
        place = "first" if first else "more" if here else ""
        yield Run(pieces, shown, mark, slot > 0, slot, place, bool(noted), ends)


def _atoms(line: _Cutter) -> Iterator[tuple[int, int, Any, Shown | None, bool, tuple[int, ...]]]:
    cuts = line.cuts()
    for start, end in pairwise(cuts):
        mark = line.mark_at(start)
        here = line.here is not None and line.here[0] <= start < line.here[1]
        noted = tuple(one.number for one in line.notes if one.start <= start < one.end)
        yield start, end, mark, None if mark else line.owner_of(start), here, noted


def _is_lit(shown: Shown | None, at: int) -> bool:
    return shown is not None and shown.lit is not None and shown.lit[0] <= at < shown.lit[1]
