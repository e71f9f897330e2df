"""The whole reading of a text: text in, everything found in it out.

    reading = read(text, today="2025-03")
    reading.claims[0].figure

`read_in_steps` does the same and tells how far it has come, for long texts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sources.text.marks import Mark, read_marks
from sources.text.references import Entry, References, entries_of, find_references

from .attribution import read_attributions
from .claims import Claim, read_claims
from .dates import Calendar, calendar_for, read_dates
from .figures import counted_last, read_figures
from .language import read_language
from .parts import Attribution, Date, Figure, Place
from .passages import Parts, Passage, start_of
from .places import Names, read_names, read_places
from .proposals import Proposals
from .segments import read_segments
from .sentences import Sentence, read_sentences
from .words import Words, read_words

STEP = 50_000  # characters between two words on progress
BEGUN, NAMED = 0.05, 0.2  # shares of the time: marks and sentences; the walk that learns the text's names
KEPT = 500_000  # characters whose words are kept in memory from the first walk to the second

Part = TypeVar("Part", Figure, Date, Place, Attribution)
_Cut = tuple[Sentence, Words, list[Mark]]


@dataclass(frozen=True, slots=True)
class Cited(Generic[Part]):
    """A part, its offsets in the text, with the numbers that cite the segment it stands in."""

    part: Part
    citations: tuple[int, ...]


@dataclass(slots=True)
class Reading:
    """All that was found in a text, each list in the order of the text.

    `language` is ISO 639-1, or None where it is not known. Figures, dates,
    places and attributions are read in English only: `figures_read` says
    whether they were. Marks and claims inside the reference list are not read.
    `proposals` tells what an extractor beside the rules has proposed.
    """

    text: str
    language: str | None
    figures_read: bool
    references: list[Entry]
    marks: list[Mark]
    sentences: list[Sentence] = field(default_factory=list)
    figures: list[Cited[Figure]] = field(default_factory=list)
    dates: list[Cited[Date]] = field(default_factory=list)
    places: list[Cited[Place]] = field(default_factory=list)
    attributions: list[Cited[Attribution]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    proposals: Proposals = field(default_factory=Proposals)

    def as_json(self) -> dict[str, Any]:
        """The reading in the shape of API.md, "extract"."""
        from .shape import shape_of  # the shape knows readings, so that a reading need not know JSON

        return shape_of(self)


def read(text: str, today: str | None = None) -> Reading:
    """Read a text. `today` is the article's own date as EDTF (YYYY, YYYY-MM or YYYY-MM-DD)."""
    steps = read_in_steps(text, today)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            reading: Reading = done.value
            return reading


def read_in_steps(text: str, today: str | None = None) -> Generator[float, None, Reading]:
    """The same, telling the share read so far (0 to 1) now and then; the generator returns the reading.

    So a caller writes `reading = yield from read_in_steps(text)`, or walks it by
    hand and takes the reading from `StopIteration.value`.
    """
    reading = _begun(text)
    yield BEGUN
    cut = _words(reading)
    names = read_names(words for _, words, _ in cut) if reading.figures_read else Names()
    yield NAMED
    for at in _read_sentences(reading, cut, calendar_for((words for _, words, _ in cut), today), names):
        yield NAMED + (1 - NAMED) * at / len(text)
    yield 1.0
    return reading


def _begun(text: str) -> Reading:
    """A reading with all that needs no look into a sentence."""
    lists = find_references(text)
    stretches = _outside(lists, len(text))
    marks = [mark for mark in read_marks(text) if any_contains(stretches, mark.start)]
    language = read_language(text)
    return Reading(
        text,
        language,
        figures_read=language == "en",
        references=entries_of(lists),
        marks=marks,
        sentences=list(read_sentences(text, marks, stretches)),
    )


def _outside(lists: Sequence[References], end: int) -> list[tuple[int, int]]:
    """The stretches of a text between its reference lists."""
    edges = [0, *(edge for found in lists for edge in (found.start, found.end)), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def any_contains(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    before = bisect_right(stretches, at, key=lambda stretch: stretch[0]) - 1
    return before >= 0 and at < stretches[before][1]


def _words(reading: Reading) -> Iterable[_Cut]:
    """Each sentence cut into words: kept for the second walk, or cut again where that would take much memory."""
    if len(reading.text) <= KEPT:
        return list(_cut(reading))
    return _Cutting(reading)


@dataclass(frozen=True, slots=True)
class _Cutting:
    """An iterable that cuts afresh each time it is walked."""

    reading: Reading

    def __iter__(self) -> Iterator[_Cut]:
        return _cut(self.reading)


def _cut(reading: Reading) -> Iterator[_Cut]:
    """Each sentence with its words and the marks in it."""
    at, marks = 0, reading.marks
    for sentence in reading.sentences:
        while at < len(marks) and marks[at].start < sentence.start:
            at += 1
        first = at
        while at < len(marks) and marks[at].start < sentence.end:
            at += 1
        inside = marks[first:at]
        yield sentence, read_words(_blanked(reading.text, sentence, inside)), inside


def _blanked(text: str, sentence: Sentence, marks: Sequence[Mark]) -> str:
    """A sentence with its marks turned into blanks."""
    pieces, at = [], sentence.start
    for mark in marks:
        pieces += [text[at : mark.start], " " * (mark.end - mark.start)]
        at = mark.end
    return "".join([*pieces, text[at : sentence.end]])


def _read_sentences(reading: Reading, cut: Iterable[_Cut], calendar: Calendar, names: Names) -> Iterator[int]:
    """Read sentence after sentence into the reading; yields how far it has come."""
    previous, counted, told = None, None, 0
    for sentence, words, marks in cut:
        parts = Parts()
        if reading.figures_read:
            parts, calendar = _parts(words, calendar, names, counted)
            counted = counted_last(parts.figures)
            parts = parts.moved(reading.text, sentence.start)
        passage = Passage(reading.text, sentence, words, parts, read_segments(reading.text, sentence, marks), previous)
        _collect(reading, passage)
        previous = words.text
        if sentence.end - told > STEP:
            told = sentence.end
            yield told


def _parts(words: Words, calendar: Calendar, names: Names, counted: str | None) -> tuple[Parts, Calendar]:
    """`counted` is what the sentence before counted."""
    dates, calendar = read_dates(words, calendar)
    figures = read_figures(words, taken=dates, before=counted)
    return Parts(figures, dates, read_places(words, names), read_attributions(words)), calendar


def _collect(reading: Reading, passage: Passage) -> None:
    reading.figures += _cited(passage, passage.parts.figures)
    reading.dates += _cited(passage, passage.parts.dates)
    reading.places += _cited(passage, passage.parts.places)
    reading.attributions += _cited(passage, passage.parts.attributions)
    reading.claims += read_claims(passage)


def _cited(passage: Passage, parts: Sequence[Part]) -> Iterator[Cited[Part]]:
    """The parts at their place in the text, each with the numbers of its segment."""
    for part in parts:
        at = bisect_right(passage.segments, part.start, key=start_of) - 1
        yield Cited(part, passage.segments[at].citations if at >= 0 else ())
