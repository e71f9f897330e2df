"""Small numbers in digits or words: "3rd", "twenty-first", "two"."""

from __future__ import annotations

from .line import Line
from .vocabulary import DASHES, NUMBER_WORDS, ORDINAL_ENDINGS, ORDINALS


def read_ordinal(line: Line, at: int) -> tuple[int | None, int]:
    """An ordinal in digits or words and the token behind it; None where there is none."""
    number = line.number(at)
    if number is not None:
        ending = line.low[at + 1] in ORDINAL_ENDINGS and line.glued(at)
        return (number, at + 2) if ending else (None, at)
    word = line.low[at]
    if word == "twenty" and line.low[at + 1] in DASHES and line.low[at + 2] in ORDINALS:
        return 20 + ORDINALS[line.low[at + 2]], at + 3
    return ORDINALS.get(word), at + 1


def small_number(line: Line, at: int) -> int | None:
    """The number of units in "two weeks ago", "10 days later"."""
    return NUMBER_WORDS.get(line.low[at], line.number(at))
