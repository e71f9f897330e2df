"""One copy of a source, prepared once and asked many times.

Preparing is one cheap walk: sentences outside of the fences, and an index from
the stems of their words to the sentences. Only sentences that a claim has a
question for are read, and what was read is kept. Every step is linear in the
length of the text; beyond LARGEST characters a text is not looked at, and
answers say so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from claims.extraction.dates import Calendar, calendar_for, read_dates
from claims.extraction.figures import counted_last
from claims.extraction.quantities.number_words import STARTERS
from claims.extraction.sentences import read_sentences
from claims.extraction.words import Words, read_words
from sources.text.marks import Mark, read_marks
from sources.text.spans import blanked

from .heard import Heard
from .stems import stem

LARGEST = 10_000_000  # characters
MOST_KEYS = 200_000  # words
LONGEST = 2_000  # characters of a sentence
KEPT = 20_000  # sentences whose reading is kept
AHEAD = 12  # sentences that may tell the date of a text that has none of its own
CONTEXT = 6  # sentences back that lend a date its year

Fence = tuple[int, int, str]

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%$€£¥]")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NAMES_A_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[-–/.]\d{1,2}[-–/.]\d", re.IGNORECASE
)
GOES_BACK = re.compile(r"\b(?:number|figure|total|count|tally)\b")


class SourceText:
    """The text of a source. `fences` are (start, end, kind): evidence is never taken from inside one.

    Kinds are "references", "navigation" and "caption"; any other works the same.
    `today` is the source's own date as EDTF, where it is known.
    """

    def __init__(self, text: str, fences: Sequence[Fence] = (), today: str | None = None) -> None:
        self.text = text
        self.today = today
        self.truncated = len(text) > LARGEST
        self._end = min(len(text), LARGEST)
        self._fences = _joined(fences, self._end)
        self._heard: OrderedDict[int, Heard] = OrderedDict()
        self.kept_senses: dict[int, frozenset[str]] = {}

    @property
    def characters(self) -> int:
        """How many were looked at."""
        return self._end - self.fenced

    @property
    def fenced(self) -> int:
        return sum(end - start for start, end in self._fences)

    # ── the cheap walk ──────────────────────────────────────────────────────────────────────────

    @cached_property
    def _marks(self) -> list[Mark]:
        return list(read_marks(self.text[: self._end]))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where the sentences stand."""
        found = read_sentences(self.text, self._marks, self._stretches())
        return [piece for sentence in found for piece in _pieces(self.text, sentence.start, sentence.end)]

    def _stretches(self) -> list[tuple[int, int]]:
        edges = [0, *(edge for fence in self._fences for edge in fence), self._end]
        return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """From the stem of each word, and from each number, to the sentences it stands in, in order."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        text, find, key_of = self.text, WORD.findall, KEYS.__getitem__
        for at, (start, end) in enumerate(self.spans):
            for key in set(map(key_of, find(text[start:end].lower()))):
                places[key].append(at)
        return dict(places)

    @cached_property
    def numbered(self) -> frozenset[int]:
        """The sentences that hold a number in figures or in words."""
        places = self._places
        return frozenset(at for key in places if key[0].isdecimal() or key in NUMBERS for at in places[key])

    def with_key(self, key: str) -> Sequence[int]:
        """The sentences in which a word with that stem, or that number, stands."""
        return self._places.get(key, ())

    def __len__(self) -> int:
        return len(self.spans)

    # ── reading ─────────────────────────────────────────────────────────────────────────────────

    def heard(self, at: int) -> Heard:
        """A sentence, read on demand."""
        known = self._heard.get(at)
        if known is None:
            start, _ = self.spans[at]
            known = self._heard[at] = Heard(
                self.bare(at), start, lambda: self._calendar_at(at), self._counted_before(at)
            )
            if len(self._heard) > KEPT:
                self._heard.popitem(last=False)
        return known

    def bare(self, at: int) -> str:
        """The words of a sentence, its marks turned into blanks."""
        start, end = self.spans[at]
        first = bisect_left(self._marks, start, key=lambda mark: mark.start)
        last = bisect_left(self._marks, end, lo=first, key=lambda mark: mark.start)
        if first == last:
            return self.text[start:end]
        return blanked(
            self.text[start:end], [_Moved(mark.start - start, mark.end - start) for mark in self._marks[first:last]]
        )

    def _counted_before(self, at: int) -> str | None:
        """What the sentence before counts, where this one goes back to it: "The number rose to 600"."""
        start, end = self.spans[at]
        if at == 0 or not GOES_BACK.search(self.text, start, end):
            return None
        return counted_last(Heard(self.bare(at - 1), 0).figures)

    @cached_property
    def _begins(self) -> Calendar:
        return calendar_for(self._first_words(), self.today)

    def _first_words(self) -> Iterator[Words]:
        named = (at for at, span in enumerate(self.spans[:AHEAD]) if NAMES_A_DAY.search(self.text, *span))
        return (read_words(self.bare(at)) for at in named)

    def _calendar_at(self, at: int) -> Calendar:
        """The calendar of the story up to here: what the nearest sentences with a year leave behind."""
        calendar = self._begins
        for before in range(max(0, at - CONTEXT), at):
            start, end = self.spans[before]
            if YEAR.search(self.text, start, end):
                calendar = read_dates(read_words(self.bare(before)), calendar)[1]
        return calendar


class _Moved:
    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


class _Keys(dict[str, str]):
    """What a word in small letters, or a number, is found by: asked of every word of every text, so it is kept."""

    def __missing__(self, word: str) -> str:
        key = stem(word) if word[0].isalpha() else word.replace(",", "")
        if len(self) < MOST_KEYS:
            self[word] = key
        return key


KEYS = _Keys()
NUMBERS = frozenset(KEYS[word] for word in STARTERS if word)


def key_of(word: str) -> str:
    return KEYS[word]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that never ends (a table, a transcript) in pieces, cut at blanks."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _joined(fences: Iterable[Fence], end: int) -> list[tuple[int, int]]:
    """In order, apart from each other and inside of the text."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted((max(0, start), min(stop, end)) for start, stop, _ in fences):
        if start >= stop:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((start, stop))
    return found
