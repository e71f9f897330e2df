"""Changing a claim's own row: the one place. Compare-and-set on its version, so that no work is lost to another's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone

from claims.models import Claim
from claims.risk import want_ranking
from claimtracker.core import history
from claimtracker.core.concurrency import changed_meanwhile

# What is claimed: a verdict on other words, another value or other citations is no verdict on these.
PARTS = ("figure", "date", "place", "attribution")
PART_COLUMNS = frozenset(
    name
    for field in Claim._meta.concrete_fields
    if field.name in ("kind", "statement", "quote", "place") or field.name.startswith(tuple(f"{one}_" for one in PARTS))
    for name in (field.name, field.attname)  # a place by its row, or by its id
)


def change_claim(
    claim: Claim,
    columns: Mapping[str, Any],
    *,
    version: int,
    action: str,
    by: Any,
    reason: str = "",
    cites_anew: bool = False,
) -> Claim:
    """Set these columns of the claim if it is still at `version`; its next version is then the current one.

    `cites_anew`: what it cites changes in the same transaction. Inside a transaction of the deed that calls.
    Raises Stale (412) where somebody was first; nothing is changed then.
    """
    if claim.version != version:
        claim.refresh_from_db()
    after: dict[str, Any] = {"version": F("version") + 1, "updated_at": timezone.now()}
    if cites_anew or _changes_parts(claim, columns):
        after["parts_version"] = F("version") + 1
    with history.action(action, by=by, reason=reason):
        changed = Claim.objects.filter(pk=claim.pk, version=version).update(**columns, **after)
    if not changed:
        now = Claim.objects.values_list("version", flat=True).get(pk=claim.pk)
        raise changed_meanwhile(version, now)
    want_ranking([claim.pk])
    claim.refresh_from_db()
    return claim


def change_held(claims: Sequence[int], columns: Mapping[str, Any], *, action: str, by: Any, reason: str = "") -> None:
    """Set these columns, none of which is what is claimed, of claims whose rows the caller holds and has looked at."""
    after = {"version": F("version") + 1, "updated_at": timezone.now()}
    with history.action(action, by=by, reason=reason):
        Claim.objects.filter(pk__in=claims).update(**columns, **after)
    want_ranking(claims)


def _changes_parts(claim: Claim, columns: Mapping[str, Any]) -> bool:
    return any(name in PART_COLUMNS and getattr(claim, name) != value for name, value in columns.items())
