"""Two texts of one source held beside each other: the paragraphs that differ, word by word, and their figures.

Pure, and bounded whatever the texts are: paragraphs that each text has once are
the fixed points, between them small stretches are compared paragraph by
paragraph, and only the differences of one page are read word by word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.figures import read_figures
from claims.extraction.words import read_words
from claims.matching.figures import Value, value_of
from sources.text.anchoring.unchanged import rising
from sources.text.anchors import read_changes
from sources.text.marks import read_marks
from sources.text.spans import blanked

MOST_PAIRS = 40_000  # paragraphs of one side times paragraphs of the other
LONGEST = 8000  # characters of one difference that is read word by word
ENOUGH = 30_000  # … and of all differences of one page
LONGEST_SHOWN = 2000  # … of one that is only shown: so much of each side

Gap = tuple[int, int, int, int]
Run = tuple[str, str]  # "same", "removed" or "added", and the words


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that went and came. `before` is the paragraph in front; `gone` and `new` are figures of one side only."""

    before: str
    runs: tuple[Run, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    cut: bool  # too long to be shown whole


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts, and where they differ."""

    old: list[str]
    new: list[str]
    gaps: list[Gap]

    def read(self, first: int, most: int) -> list[Difference]:
        """Differences from `first` on, word by word: `most` of them, or fewer where they are long."""
        found, length = [], 0
        for a, b, c, d in self.gaps[first : first + most]:
            found.append(self._difference((a, b, c, d)))
            length += min(LONGEST, sum(map(len, self.old[a:b])) + sum(map(len, self.new[c:d])))
            if length > ENOUGH:
                break
        return found

    def _difference(self, gap: Gap) -> Difference:
        a, b, c, d = gap
        old, new = "\n".join(self.old[a:b]), "\n".join(self.new[c:d])
        before = self.old[a - 1] if a else ""
        if len(old) + len(new) > LONGEST:
            sides = [("removed", old[:LONGEST_SHOWN]), ("added", new[:LONGEST_SHOWN])]
            return Difference(before, tuple(run for run in sides if run[1]), (), (), cut=True)
        figures = Counter(_figures(old)), Counter(_figures(new))
        gone, came = figures[0] - figures[1], figures[1] - figures[0]
        runs = tuple(_runs(old, new))
        return Difference(before, runs, _words(old, gone), _words(new, came), cut=False)


def compare_texts(old: str, new: str) -> Compared:
    """Where two texts differ, paragraph by paragraph; blank lines and blanks at their ends count for nothing."""
    olds, news = _paragraphs(old), _paragraphs(new)
    return Compared(olds, news, list(_gaps(olds, news)))


def _paragraphs(text: str) -> list[str]:
    return [line for line in map(str.strip, text.split("\n")) if line]


def _gaps(olds: Sequence[str], news: Sequence[str]) -> Iterator[Gap]:
    at = to = 0
    for place, there in [*_fixed(olds, news), (len(olds), len(news))]:
        yield from _narrowed(olds, news, (at, place, to, there))
        at, to = place + 1, there + 1


def _fixed(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Paragraphs that each text has once, as many as stand in the same order."""
    once = {line for line, count in Counter(olds).items() if count == 1}
    once &= {line for line, count in Counter(news).items() if count == 1}
    places = {line: place for place, line in enumerate(news) if line in once}
    return list(rising([(place, places[line]) for place, line in enumerate(olds) if line in once]))


def _narrowed(olds: Sequence[str], news: Sequence[str], gap: Gap) -> Iterator[Gap]:
    """A gap without what both sides begin and end with, and cut at what they share where it is small."""
    a, b, c, d = gap
    while a < b and c < d and olds[a] == news[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and olds[b - 1] == news[d - 1]:
        b, d = b - 1, d - 1
    if a == b and c == d:
        return
    if (b - a) * (d - c) > MOST_PAIRS:
        yield a, b, c, d
        return
    matcher = SequenceMatcher(None, olds[a:b], news[c:d], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield a + i, a + j, c + k, c + m


def runs_of(old: str, new: str) -> list[Run]:
    """Two short texts as one, word by word: what stayed, what went, what came."""
    return list(_runs(old, new))


def _runs(old: str, new: str) -> Iterator[Run]:
    if not old or not new:
        yield ("removed", old) if old else ("added", new)
        return
    for piece in read_changes(old, new):
        before, after = old[piece.old_start : piece.old_end], new[piece.new_start : piece.new_end]
        runs = [("same", after)] if piece.kind == "same" else [("removed", before), ("added", after)]
        yield from (run for run in runs if run[1])


def _figures(words: str) -> Iterable[Value]:
    return [value for value, _ in _read(words)]


def _words(words: str, wanted: Counter[Value]) -> tuple[str, ...]:
    """The figures in the words that stand in the text."""
    left, told = Counter(wanted), []
    for value, surface in _read(words):
        if left[value] > 0:
            left[value] -= 1
            told.append(surface)
    return tuple(told)


def _read(words: str) -> list[tuple[Value, str]]:
    cut = read_words(blanked(words, read_marks(words)))
    dates, _ = read_dates(cut, Calendar(None))
    return [(value_of(figure), figure.text) for figure in read_figures(cut, taken=dates)]
