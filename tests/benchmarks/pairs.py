"""Labelled pairs of a claim and a source: what a careful reader finds in the source for the claim.

tests/data/README.md says what the fields of a row mean and by which rules they were labelled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "data"
SHIPPED = DATA / "pairs.jsonl"
SECOND = DATA / "pairs_second.jsonl"  # written afterwards, before any score of the first had been seen

Fence = tuple[int, int, str]


@dataclass(frozen=True)
class Pair:
    """`claim` is the part of `article` that picks which of its claims is meant.

    `proof` are words of the source that stand in the figure, date or place that
    answers the claim; None where nothing does. An empty label is not asked for.
    """

    id: str
    category: str
    article: str
    claim: str
    source: str
    finding: str
    relation: str = ""
    hedge: str = ""
    subject: str = ""
    proof: str | None = None
    date: str | None = None  # of the article
    claim_at: int | None = None  # where `claim` begins in the article; its first place where this is None
    relation_alt: list[str] = field(default_factory=list)  # as good as `relation`
    proof_alt: list[str] = field(default_factory=list)
    fences: list[dict[str, str]] = field(default_factory=list)

    @property
    def asked(self) -> tuple[int, int]:
        """Where the words that pick the claim stand in the article."""
        start = self.article.index(self.claim) if self.claim_at is None else self.claim_at
        return start, start + len(self.claim)

    @property
    def fenced(self) -> list[Fence]:
        """Sections of the source that are no evidence, as the matcher takes them."""
        return [
            (start := self.source.index(fence["words"]), start + len(fence["words"]), fence["kind"])
            for fence in self.fences
        ]


def read_pairs(file: Path = SHIPPED) -> list[Pair]:
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()
    ]
    return [Pair(**row) for row in rows]


def categories_of(pairs: list[Pair]) -> Iterator[tuple[str, list[Pair]]]:
    """The categories in the order of their first pairs."""
    for name in dict.fromkeys(pair.category for pair in pairs):
        yield name, [pair for pair in pairs if pair.category == name]
