"""The words that a finding keeps as JSON, as values that a page can show. Pure, and calm about what it does not know.

Rows outlive the rules that wrote them, so what a row does not have is empty here and never an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

PARTS = ("figure", "date", "place", "words")
COUNTS = ("characters", "sentences", "read", "figures", "fenced")


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of a copy and what they are to the claim's; `sentence` is where they stand, all offsets in the copy."""

    start: int
    end: int
    exact: str
    sentence: tuple[int, int]
    part: str = "figure"
    relation: str = ""
    hedge: str = ""
    subject: str = ""
    comparator: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    counted: str = ""
    negated: bool = False
    why: str = ""

    @property
    def thing(self) -> str:
        """What is counted, in the copy's own words."""
        return self.counted or self.unit


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was searched: how much of a copy, and the words that came near but are no evidence."""

    counts: Mapping[str, int]
    near: tuple[Proof, ...] = ()
    truncated: bool = False
    language: str = ""  # where the copy's is not read, and so nothing was searched

    @property
    def near_count(self) -> int:
        return len(self.near)


def read_proofs(kept: Any, part: str = "figure") -> tuple[Proof, ...]:
    return tuple(_proofs(kept if isinstance(kept, list) else [kept], part))


def read_part(kept: Any, part: str) -> tuple[Proof, ...]:
    """What a finding keeps of the claim's date or place."""
    if not isinstance(kept, Mapping) or not isinstance(kept.get(part), Mapping):
        return ()
    answer = kept[part]
    return read_proofs(answer.get("proofs") or answer.get("proof"), part)


def read_receipt(kept: Any) -> Receipt:
    if not isinstance(kept, Mapping):
        return Receipt({})
    counts = {name: kept[name] for name in COUNTS if _is_count(kept.get(name))}
    near = read_proofs(kept.get("near_misses"))
    return Receipt(counts, near, kept.get("truncated") is True, _words(kept.get("language")))


def by_part(proofs: Iterable[Proof]) -> dict[str, Proof]:
    """The best words of each part."""
    best: dict[str, Proof] = {}
    for proof in proofs:
        best.setdefault(proof.part, proof)
    return best


def _proofs(kept: list[Any], part: str) -> Iterator[Proof]:
    for one in kept:
        if not isinstance(one, Mapping) or not (_is_count(one.get("start")) and _is_count(one.get("end"))):
            continue
        if one["start"] < one["end"]:
            yield _proof(one, part)


def _proof(one: Mapping[str, Any], part: str) -> Proof:
    start, end = one["start"], one["end"]
    named = _words(one.get("part"))
    return Proof(
        start,
        end,
        _words(one.get("exact")),
        _span(one.get("sentence"), start, end),
        named if named in PARTS else part,
        _words(one.get("relation")),
        _words(one.get("hedge")),
        _words(one.get("subject")),
        _words(one.get("comparator")),
        _number(one.get("low")),
        _number(one.get("high")),
        _words(one.get("unit")),
        _words(one.get("counted")),
        one.get("negated") is True,
        _words(one.get("why")),
    )


def _span(kept: Any, start: int, end: int) -> tuple[int, int]:
    """The sentence, where it holds the words; else the words alone."""
    if isinstance(kept, list | tuple) and len(kept) == 2 and all(map(_is_count, kept)) and kept[0] <= start < kept[1]:
        return kept[0], max(end, kept[1])
    return start, end


def _is_count(kept: Any) -> bool:
    return isinstance(kept, int) and not isinstance(kept, bool) and 0 <= kept < 2**31


def _words(kept: Any) -> str:
    return kept if isinstance(kept, str) else ""


def _number(kept: Any) -> Decimal | None:
    if isinstance(kept, bool) or not isinstance(kept, int | float | str):
        return None
    try:
        value = Decimal(str(kept))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
