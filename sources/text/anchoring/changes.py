"""The diff of two texts as spans, word by word, for a page that shows it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .unchanged import NOWHERE
from .words import Words

Kind = Literal["same", "added", "removed", "replaced"]


@dataclass(frozen=True, slots=True)
class Change:
    """`old_start` to `old_end` became `new_start` to `new_end`; of "added" and "removed" one side is empty."""

    kind: Kind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def changes_between(old: Words, new: Words, image: array[int]) -> tuple[Change, ...]:
    """Every character of both texts lies in exactly one change, in order."""
    merged: list[Change] = []
    for change in _pieces(old, new, image):
        if merged and merged[-1].kind == change.kind == "same":
            merged[-1] = Change("same", merged[-1].old_start, change.old_end, merged[-1].new_start, change.new_end)
        else:
            merged.append(change)
    return tuple(merged)


def _pieces(old: Words, new: Words, image: array[int]) -> Iterator[Change]:
    """Word after word that stayed, each with what stands before it."""
    at = to = 0
    for word, there in enumerate(image):
        if there != NOWHERE:
            yield from _stretch(old.text, at, old.starts[word], new.text, to, new.starts[there])
            yield from _stretch(
                old.text, old.starts[word], old.ends[word], new.text, new.starts[there], new.ends[there]
            )
            at, to = old.ends[word], new.ends[there]
    yield from _stretch(old.text, at, len(old.text), new.text, to, len(new.text))


def _stretch(old: str, a: int, b: int, new: str, c: int, d: int) -> Iterator[Change]:
    """What lies between two words that stayed: the same, or the same at its rims only."""
    if old[a:b] == new[c:d]:
        if a < b:
            yield Change("same", a, b, c, d)
        return
    head = _common(old[a:b], new[c:d])
    tail = _common(old[a + head : b][::-1], new[c + head : d][::-1])
    if head:
        yield Change("same", a, a + head, c, c + head)
    yield _change(a + head, b - tail, c + head, d - tail)
    if tail:
        yield Change("same", b - tail, b, d - tail, d)


def _change(a: int, b: int, c: int, d: int) -> Change:
    return Change("added" if a == b else "removed" if c == d else "replaced", a, b, c, d)


def _common(one: str, other: str) -> int:
    """How many blanks and stops both begin with: never half a word."""
    at = 0
    for char, match in zip(one, other, strict=False):
        if char != match or char.isalnum():
            break
        at += 1
    return at
