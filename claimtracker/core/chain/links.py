"""The seals themselves: is each the one that was made, and does it follow the one before it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from claimtracker.core.chain.digests import FIRST, Stretch, part_digest, seal_hash
from claimtracker.core.chain.faults import (
    CUT_TAIL,
    OTHER_CHAIN,
    SEAL_EDITED,
    SEAL_MISSING,
    SEALS_REORDERED,
    Fault,
)
from claimtracker.core.chain.tables import as_stretch
from claimtracker.core.models import Seal, SealPart

AT_ONCE = 20_000  # rows, or the seals of one row each that are read together
NEAR = 1000  # so far from its place an exchanged seal is looked for


@dataclass(slots=True)
class Link:
    """A seal, the parts of it that can be believed, and what is wrong with it."""

    seal: Seal
    parts: list[Stretch]
    faults: list[Fault] = field(default_factory=list)


def links(upto: int) -> Iterator[list[Link]]:
    """The chain up to a seal, some seals at a time, so that memory stays flat."""
    done, expected = 0, FIRST
    while seals := _next_seals(done, upto):
        parts = defaultdict(list)
        for part in SealPart.objects.filter(seal__gt=done, seal__lte=seals[-1].number).order_by("table"):
            parts[part.seal_id].append(part)
        found = []
        for seal in seals:
            found.append(_link(seal, parts[seal.number], done, expected))
            done, expected = seal.number, "" if found[-1].faults else seal.hash
        yield found


def _next_seals(after: int, upto: int) -> list[Seal]:
    seals: list[Seal] = []
    rows = 0
    for seal in Seal.objects.filter(number__gt=after, number__lte=upto).order_by("number")[:500]:
        rows += seal.rows
        if seals and rows > AT_ONCE:
            break
        seals.append(seal)
    return seals


def _link(seal: Seal, parts: list[SealPart], before: int, expected: str) -> Link:
    """`expected` is the hash of the seal before it, or nothing where that one is broken itself."""
    whole, faults = [], []
    for part in parts:
        stretch = as_stretch(part)
        if part_digest(stretch) == part.digest:
            whole.append(stretch)
        else:
            faults.append(
                Fault(SEAL_EDITED, table=part.table, seal=seal.number, detail="in what it says of this table")
            )
    missing = [Fault(SEAL_MISSING, seal=number) for number in range(before + 1, seal.number)]
    if _hash_as(seal, seal.number, parts) != seal.hash:
        faults.append(_reordered(seal, parts) or Fault(SEAL_EDITED, seal=seal.number))
    elif not missing and expected and seal.previous != expected:
        faults.append(
            Fault(SEAL_EDITED, seal=before, detail=f"seal {seal.number} was made after another seal {before}")
        )
    return Link(seal, whole, missing + faults)


def _hash_as(seal: Seal, number: int, parts: Iterable[SealPart]) -> str:
    digests = [part.digest for part in parts]
    return seal_hash(number=number, made_at=seal.made_at, previous=seal.previous, rows=seal.rows, digests=digests)


def _reordered(seal: Seal, parts: list[SealPart]) -> Fault | None:
    """Is it whole, but made as another number? Its parts may have come along, or stayed where they were."""
    near = range(seal.number - NEAR, seal.number + NEAR)
    others = defaultdict(list)
    for part in SealPart.objects.filter(seal__in=near).only("seal_id", "digest"):
        others[part.seal_id].append(part)
    for number in near:
        if seal.hash in (_hash_as(seal, number, parts), _hash_as(seal, number, others[number])):
            return Fault(SEALS_REORDERED, seal=seal.number, detail=f"it was made as seal {number}")
    return None


def against_head(head: str, last: int, *, whose: str) -> Fault | None:
    """Does the chain still hold the seal that was saved as NUMBER:HASH?"""
    number, _, saved = head.partition(":")
    there = Seal.objects.filter(number=int(number)).first()
    if there is None:
        kind = CUT_TAIL if int(number) > last else SEAL_MISSING
        return Fault(kind, seal=int(number), detail=f"{whose}; the chain ends with seal {last}")
    if there.hash != saved:
        return Fault(OTHER_CHAIN, seal=int(number), detail=whose)
    return None


def parts_without_a_seal(last: int) -> Iterator[Fault]:
    """What is left of seals behind the last one; those before it were missed already."""
    orphans = SealPart.objects.filter(~Exists(Seal.objects.filter(number=OuterRef("seal"))), seal__gt=last).order_by(
        "seal"
    )
    for number in orphans.values_list("seal", flat=True).distinct():
        yield Fault(SEAL_MISSING, seal=number, detail="what it said of a table is still there")
