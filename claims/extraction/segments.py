"""What each run of marks governs.

Inside a sentence a run of marks governs the text from the run before it, or
from the sentence's start. Every mark ends a segment; one that ends in a note
or in "[citation needed]" alone has no number. Text behind the last run is a
segment without citations. A citation never reaches over a sentence boundary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.text.marks import Mark

from .lines import PAGE
from .sentences import Sentence

# Between two marks, and alone at the end, these are no text: "war[4], [5]", "war[4]."
EMPTY = frozenset(".,;:!?…)]}\"'”’»–—-")


@dataclass(frozen=True, slots=True)
class Segment:
    """A span without its marks and without the blanks at its rim; `marks` are those that govern it."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def citations(self) -> tuple[int, ...]:
        """The numbers that cite it, in printed order, each once."""
        return tuple(dict.fromkeys(number for mark in self.marks for number in mark.numbers))


def read_segments(text: str, sentence: Sentence, marks: Sequence[Mark]) -> list[Segment]:
    """The segments of a sentence, in order; `marks` are those inside the sentence, in order."""
    found: list[tuple[int, int, list[Mark]]] = []
    for start, end, mark in _stretches(text, sentence, marks):
        start, end = _trimmed(text, start, end)
        if any(char not in EMPTY and not char.isspace() for char in text[start:end]):
            found.append((start, end, [mark] if mark else []))
        elif found and mark:
            found[-1][2].append(mark)  # nothing but a comma since the mark before: one run
    return [Segment(start, end, tuple(run)) for start, end, run in found]


def _stretches(text: str, sentence: Sentence, marks: Sequence[Mark]) -> Iterator[tuple[int, int, Mark | None]]:
    """The text in front of each mark, with that mark; at the end, the text behind the last, without one."""
    at = sentence.start
    for mark in marks:
        yield at, mark.start, mark
        page = PAGE.match(text, mark.end, sentence.end)
        at = page.end() if page else mark.end
    yield at, sentence.end, None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
