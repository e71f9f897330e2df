"""A text cut into sentences, each mark with the sentence before it.

The rules are the labelling rules of the project (README, "What is read"): a
line break ends a sentence, and a mark behind the full stop belongs to the
sentence before it, with or without a blank.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sources.text.marks import Mark

from .endings import ends_here
from .lines import Line, behind, read_line, skip_blanks

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
STOP = re.compile(r"[.!?…‽]+|[。！？｡؟۔।։]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`end` takes in the marks behind the full stop; `paragraph` counts the lines with text from 0.

    `citations` are all numbers printed in it. `carried`, of a sentence without
    any, are those of the next cited sentence of its paragraph: it may be
    covered by them, but they never cite it directly.
    """

    start: int
    end: int
    paragraph: int
    citations: tuple[int, ...] = ()
    carried: tuple[int, ...] = ()


def read_sentences(
    text: str, marks: Sequence[Mark], stretches: Iterable[tuple[int, int]] | None = None
) -> Iterator[Sentence]:
    """All sentences of a text, in order; `marks` are the marks of that text, in order.

    `stretches` are the parts of the text to read, in order, where that is not all of it.
    """
    starts = [mark.start for mark in marks]
    paragraph = 0
    for match in _lines(text, stretches or [(0, len(text))]):
        first = bisect_left(starts, match.start())
        last = bisect_left(starts, match.end(), lo=first)
        line = read_line(text, match.start(), match.end(), marks[first:last])
        found = [Sentence(start, stop, paragraph, _numbers(line.marks, start, stop)) for start, stop in _cut(line)]
        yield from _carry(found)
        paragraph += bool(found)


def _lines(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in stretches:
        yield from LINE.finditer(text, start, end)


def _cut(line: Line) -> Iterator[tuple[int, int]]:
    """The spans of a line's sentences, without the blanks at their rim."""
    start = skip_blanks(line, line.start)
    at = start
    while stop := STOP.search(line.text, at, line.end):
        rest = behind(line, stop.end())
        at = max(rest.end, stop.end())
        if ends_here(line, start, stop, rest):
            if _says_something(line.text, start, rest.end):
                yield start, rest.end
            start = at = rest.next
    if _says_something(line.text, start, line.end):
        yield start, start + len(line.text[start : line.end].rstrip())


def _says_something(text: str, start: int, end: int) -> bool:
    return any(text[at].isalnum() for at in range(start, end))


def _numbers(marks: Sequence[Mark], start: int, end: int) -> tuple[int, ...]:
    inside = marks[bisect_left(marks, start, key=_start) : bisect_left(marks, end, key=_start)]
    return tuple(dict.fromkeys(number for mark in inside for number in mark.numbers))


def _start(mark: Mark) -> int:
    return mark.start


def _carry(sentences: list[Sentence]) -> list[Sentence]:
    carried: tuple[int, ...] = ()
    for at in reversed(range(len(sentences))):
        if sentences[at].citations:
            carried = sentences[at].citations
        elif carried:
            sentences[at] = replace(sentences[at], carried=carried)
    return sentences
