"""How many were right: what was read beside what was labelled, one to one, best first, optional labels aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Item = dict
Score = Callable[[Item, Item], int]

RIM = " \t\n\r\"'“”‘’"
LEADING_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


@dataclass
class Tally:
    """How many were right, how many were said, how many were asked for."""

    right: int = 0
    said: int = 0
    asked: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.right, self.said, self.asked = self.right + other.right, self.said + other.said, self.asked + other.asked
        return self

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.said + self.asked) if self.said + self.asked else 0.0


def overlap(one: Item, other: Item) -> int:
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def asked_for(labels: list[Item], said: list[Item]) -> tuple[list[Item], list[Item]]:
    """Without optional labels, and without what was said about those alone."""
    needed = [label for label in labels if not label.get("optional")]
    free = [label for label in labels if label.get("optional")]
    return needed, [
        item
        for item in said
        if not any(overlap(label, item) for label in free) or any(overlap(label, item) for label in needed)
    ]


def matched(labels: list[Item], said: list[Item], score: Score) -> list[tuple[Item, Item]]:
    """Pairs of label and item, the highest score first, each used once; no score, no pair."""
    ranked = sorted(
        (-points, i, j)
        for i, label in enumerate(labels)
        for j, item in enumerate(said)
        if (points := score(label, item))
    )
    labels_used, said_used, pairs = set(), set(), []
    for _, i, j in ranked:
        if i not in labels_used and j not in said_used:
            labels_used.add(i)
            said_used.add(j)
            pairs.append((labels[i], said[j]))
    return pairs


def tally(labels: list[Item], said: list[Item], score: Score) -> Tally:
    labels, said = asked_for(labels, said)
    return Tally(len(matched(labels, said, score)), len(said), len(labels))


def same_span(text: str, label: Item, item: Item, *, articles: bool = False) -> bool:
    """The characters of the label, of its number alone, or of one of its alternatives; rims make no difference."""
    mine = _trimmed(text, item["start"], item["end"])
    good = {_trimmed(text, *span) for span in _spans(label)}
    if articles:
        mine, good = _bare(text, mine), good | {_bare(text, span) for span in good}
    return mine in good


def _spans(label: Item) -> Iterable[tuple[int, int]]:
    yield label["start"], label["end"]
    if label.get("num_start") is not None:
        yield label["num_start"], label["num_end"]
    yield from (tuple(span) for span in label.get("span_alt") or [])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip(RIM + "(["))
    return start, max(start, start + len(text[start:end].rstrip(RIM + ".,;:)]")))


def _bare(text: str, span: tuple[int, int]) -> tuple[int, int]:
    article = LEADING_ARTICLE.match(text, *span)
    return (article.end(), span[1]) if article else span
