"""One claim before and after, in the words of a claim-level diff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sources.text.anchors import Anchored
from sources.text.marks import read_marks
from sources.text.spans import blanked

from .figures import Value, same_bounds

Kind = Literal[
    "value_changed", "hedge_changed", "citation_swapped", "ambiguous", "dropped", "added", "reworded", "moved",
    "renumbered",
]  # fmt: skip
Cited = tuple[tuple[int, str], ...]  # the numbers of a claim's citations, each with the words of its entry


@dataclass(frozen=True, slots=True)
class Difference:
    """`before` and `after` are the citations, where those are what differs."""

    kind: Kind
    before: Cited = ()
    after: Cited = ()


def placed(anchored: Anchored, old: str, new: str) -> Iterator[Difference]:
    """What the place of a claim says, beside its figure: lost, ambiguous, elsewhere, in other words."""
    if anchored.outcome == "ambiguous":
        yield Difference("ambiguous")
    elif anchored.outcome == "lost":
        yield Difference("dropped")
    elif anchored.outcome == "moved":
        yield Difference("moved" if anchored.verbatim or _bare(old) == _bare(new) else "reworded")


def changed_figure(before: Value | None, after: Value | None) -> Difference:
    """The hedge alone, or the value."""
    hedge = before is not None and after is not None and same_bounds(before, after) and before[0] != after[0]
    return Difference("hedge_changed" if hedge else "value_changed")


def cited(before: Cited, after: Cited) -> Iterator[Difference]:
    """Leaning on other works, or on the same under other numbers. Where entries have no words, numbers must do."""
    if [_work(one) for one in before] != [_work(one) for one in after]:
        yield Difference("citation_swapped", before, after)
    elif _numbers(before) != _numbers(after):
        yield Difference("renumbered", before, after)


def _work(one: tuple[int, str]) -> tuple[int, str]:
    number, entry = one
    words = " ".join(entry.split())
    return (0, words) if words else (number, "")


def _numbers(cited: Sequence[tuple[int, str]]) -> list[int]:
    return [number for number, _ in cited]


def _bare(words: str) -> str:
    """Without marks and blanks: a mark that came or went is no other wording."""
    return "".join(blanked(words, read_marks(words)).split())
