"""Words of a text cut into pieces, those that matter lit. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

NEAR = 120  # characters from a figure within which its counted thing is looked for


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that look the same; `part` names what they are ("figure", "counted", "date", "place") or is ""."""

    text: str
    part: str = ""


Span = tuple[int, int, str]  # start, end, part


def lit_pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """Every character of `text` once and in order. Where spans share words, the first one has them."""
    inside = [(max(0, start), min(len(text), end), part) for start, end, part in spans]
    inside = [span for span in inside if span[0] < span[1]]
    cuts = sorted({0, len(text)} | {edge for start, end, _ in inside for edge in (start, end)})
    return tuple(_joined((text[start:end], _owner(start, inside)) for start, end in pairwise(cuts)))


def _owner(at: int, spans: list[Span]) -> str:
    return next((part for start, end, part in spans if start <= at < end), "")


def _joined(runs: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    """Neighbours of one part become one piece."""
    held = Piece("")
    for text, part in runs:
        if part == held.part:
            held = Piece(held.text + text, part)
        else:
            if held.text:
                yield held
            held = Piece(text, part)
    if held.text:
        yield held


def find_near(text: str, words: str, start: int, end: int) -> Iterator[Span]:
    """Where the counted thing stands: behind the figure if it is there, else before it."""
    wanted = words.casefold()
    folded = text.casefold()
    if not wanted or len(folded) != len(text):  # a letter that folds to two moves everything behind it
        return
    at = folded.find(wanted, end, end + NEAR + len(wanted))
    if at < 0:
        at = folded.rfind(wanted, max(0, start - NEAR - len(wanted)), start)
    if at >= 0:
        yield at, at + len(wanted), "counted"
