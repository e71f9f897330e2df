"""Places in a text.

A span is half-open, [start, end), and counts Unicode code points of a
revision's plain text: never bytes, never HTML. Everything that points into
an article (a mark, a claim, an annotation) points with one of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Spanned(Protocol):
    """Anything that has a place in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def overlap(one: Spanned, other: Spanned) -> int:
    """The number of code points the two share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def blanked(text: str, spans: Iterable[Spanned]) -> str:
    """The text with every span turned into blanks, so that all offsets stay what they were.

    >>> class S: start, end = 2, 5
    >>> blanked("a [1].", [S])
    'a    .'
    """
    pieces, at = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.start < at:
            continue
        pieces += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join([*pieces, text[at:]])
