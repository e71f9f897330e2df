"""The lines of a text, and whether one is prose: what a sentence of the text itself looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]{0,3}(?:\s?\[[\d, –-]{1,20}\]){0,5}$")
FEWEST_WORDS = 12  # of a sentence that may stand alone
LONGEST = 1_000  # characters of a line that is anything but prose


@dataclass(frozen=True, slots=True)
class Shape:
    """A line that says something: where its words begin and end, and whether an empty line stands before it."""

    start: int
    end: int
    words: str
    gap: bool

    @property
    def is_prose(self) -> bool:
        if len(self.words) > LONGEST:
            return True
        return self.words.count(" ") + 1 >= FEWEST_WORDS and bool(SENTENCE_END.search(self.words[-40:]))


def shapes(text: str) -> Iterator[Shape]:
    last = 0
    for match in LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Shape(start, start + len(words), words, text.count("\n", last, match.start()) > 1)
            last = match.end()
