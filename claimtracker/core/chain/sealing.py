"""Putting the history under seal, behind the backs of those who write it.

Nobody waits for a seal and a seal waits for nobody: what is not final yet is
left to the next round (marks.py). Of two sealers one does nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from time import monotonic

from django.db import transaction
from django.utils import timezone

from claimtracker.core.chain import marks
from claimtracker.core.chain.digests import FIRST, Stretch, part_digest, seal_hash
from claimtracker.core.chain.tables import columns_of, one, read_stretch, sealed_upto
from claimtracker.core.models import Seal, SealHorizon, SealPart

logger = logging.getLogger(__name__)

LARGEST = 20_000  # rows under one seal; a load of a million makes fifty
LONGEST_ROUND = 300  # seconds; the next round goes on
OURS = 0x5EA1  # the advisory lock of whoever seals


def seal_history() -> list[Seal]:
    """Seal what was noted in the last round, look again, and seal that too where nobody was writing meanwhile."""
    until = monotonic() + LONGEST_ROUND
    made = _seal_noted(until)
    if look():
        made += _seal_noted(until)
    return made


def _seal_noted(until: float) -> list[Seal]:
    made: list[Seal] = []
    while monotonic() < until and (seal := seal_next()):
        # The log leaves this machine in most places: a head there is one that nobody here can change.
        logger.info("history sealed: %s, %s rows", seal, seal.rows)
        made.append(seal)
    return made


@transaction.atomic(durable=True)  # `note` asks for a transaction of its own
def look() -> bool:
    """Note how far history has come, unless an earlier note still waits. Is there anything to seal?"""
    horizon = _mine()
    if horizon is None:
        return False
    return (horizon.sealed or marks.is_lost(horizon)) and marks.note(horizon)


@transaction.atomic(durable=True)
def seal_next() -> Seal | None:
    """One seal over the next rows that were noted, if they are final."""
    horizon = _mine()
    if horizon is None or horizon.sealed or marks.is_lost(horizon) or not marks.is_final(horizon):
        return None
    parts = _next_parts(horizon.marks)
    last = Seal.objects.order_by("-number").first()
    seal = _make_seal(last, parts) if parts else None
    _advance(horizon, last, seal)
    horizon.sealed = sum(len(part.ids) for part in parts) < LARGEST
    horizon.save()
    return seal


def _mine() -> SealHorizon | None:
    """The horizon, for this transaction alone. None: another process is at it."""
    if not one("SELECT pg_try_advisory_xact_lock(%s)", [OURS]):
        return None
    return SealHorizon.objects.filter(pk=1).first() or SealHorizon(pk=1)


def _next_parts(upto: Mapping[str, int]) -> list[Stretch]:
    parts, left, sealed = [], LARGEST, sealed_upto(upto)
    for table in sorted(upto):
        if left and sealed[table] < upto[table]:
            part = read_stretch(table, columns_of(table), sealed[table], upto[table], most=left)
            # Numbers that were drawn and rolled back are covered by the next part that has a row.
            if part.ids:
                parts.append(part)
                left -= len(part.ids)
    return parts


def _make_seal(last: Seal | None, parts: list[Stretch]) -> Seal:
    digests = [part_digest(part) for part in parts]
    seal = Seal(
        number=last.number + 1 if last else 1,
        made_at=timezone.now(),
        previous=last.hash if last else FIRST,
        rows=sum(len(part.ids) for part in parts),
    )
    seal.hash = seal_hash(
        number=seal.number, made_at=seal.made_at, previous=seal.previous, rows=seal.rows, digests=digests
    )
    seal.save(force_insert=True)
    SealPart.objects.bulk_create(
        SealPart(
            seal=seal, table=part.table, columns=list(part.columns), after=part.after, upto=part.upto,
            ids=list(part.ids), about=list(part.about), hashes=part.hashes, digest=digest,
        )
        for part, digest in zip(parts, digests, strict=True)
    )  # fmt: skip
    return seal


def _advance(horizon: SealHorizon, last: Seal | None, seal: Seal | None) -> None:
    """Remember the new head; but if the chain did not end where we left it, that stays known."""
    if horizon.head != (str(last) if last else ""):
        logger.error("history: the last seal was %s, and the chain ends with %s", horizon.head, last)
    elif seal:
        horizon.head = str(seal)
