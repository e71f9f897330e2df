"""Undo: a claim's parts as they were in an earlier version, in a new one. Nothing that came between is lost."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from claims import permissions
from claims.changing import PART_COLUMNS, change_claim
from claims.correcting import MAY_NOT, held_claim
from claims.evidence import want_evidence
from claims.models import Claim
from claims.models.vocabulary import Stage
from claims.said import said
from claims.telling import tell_of_claim
from claims.versions import NoVersion, row_at
from claimtracker.core.refusals import require

# The words stay: where they stand is an anchor's to say.
RESTORED = PART_COLUMNS - {"quote"}


@transaction.atomic
def restore_version(claim: Claim, *, version_seen: int, to_version: int, reason: str, by: Any) -> Claim:
    """Give the claim the parts that it had in `to_version`, as a new version; what it cites stays.

    Where they are what it has, nothing happens. Raises NotAllowed, Stale, ClaimClosed, NoVersion, BadValue.
    """
    require(permissions.can_correct(by), MAY_NOT)
    reason = said(reason, needed="Say why you bring this version back. Nothing was changed.")
    held = held_claim(claim, version_seen)
    then = row_at(held.pk, to_version)
    if then is None:
        raise NoVersion(f"History has no version {to_version} of this claim.", pointer="/to_version")
    columns = _changed(held, then)
    if not columns:
        return held
    if held.stage == Stage.SUGGESTED:
        columns["stage"] = Stage.OPEN
    change_claim(held, columns, version=version_seen, action="claim.restored", by=by, reason=reason)
    want_evidence(held.links.current().sources())
    tell_of_claim("claim.corrected", held, f"Version {to_version} brought back", by=by)
    return held


def _changed(held: Claim, then: Any) -> dict[str, Any]:
    """The parts that were others, by column; a key as the id it holds."""
    columns = [field.attname for field in Claim._meta.concrete_fields if field.name in RESTORED]
    pairs = {column: (getattr(held, column), getattr(then, column)) for column in columns}
    return {column: old for column, (now, old) in pairs.items() if now != old}
