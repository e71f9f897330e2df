"""Disputes: raised, taken up by an editor, settled by somebody other than who raised them, or withdrawn.

open → acknowledged → upheld, partly upheld or dismissed; or withdrawn. Each step compares and sets the state, so that
of two people who take one at once exactly one wins. What follows from an outcome is `outcomes`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims import permissions
from claims.models import Claim, Dispute
from claims.models.dispute import IS_OPEN, SETTLED
from claims.models.vocabulary import CLOSED, Aspect, DisputeState, Ground
from claims.outcomes import follow, tell_of
from claims.reviewing import Closed
from claims.risk import want_ranking
from claims.rivals import propose_rival
from claims.said import said
from claimtracker.core import history
from claimtracker.core.models import Desk
from claimtracker.core.refusals import Refused, require
from sources.refusals import BadValue

LONGEST_REASON = 10_000
WHO = "Only analysts, editors and admins dispute claims."
WHO_SETTLES = "Editors and admins settle disputes."
OWN = "You raised this dispute, so another editor settles it. You can withdraw it."
NOT_YOURS = "Whoever raised a dispute withdraws it. An editor settles it, and says why."


class AlreadyDisputed(Refused):
    """This person has an open dispute about this part of the claim; “dispute” is its id. Nothing was stored."""

    code = "already_disputed"
    title = "You dispute this already"


class DisputeClosed(Refused):
    """The dispute was settled or withdrawn before; “state” says how. Nothing was changed."""

    code = "dispute_closed"
    title = "This dispute is closed"


class AlreadyAcknowledged(Refused):
    """Another editor looks after this dispute. Nothing was changed."""

    code = "already_acknowledged"
    title = "Somebody looks after it"


@transaction.atomic
def raise_dispute(
    claim: Claim,
    *,
    ground: str,
    aspect: str,
    reason: str,
    by: Any,
    version: int | None = None,
    rival: Mapping[str, Any] | None = None,
    duplicate_of: Claim | None = None,
) -> Dispute:
    """Object to a claim, as it was seen at `version` (None: as it is now).

    `rival` is another value in the shapes of API.md, with its source or the reason why there is none;
    `duplicate_of` the claim that says the same, where the aspect is duplicate.
    Raises NotAllowed, BadValue, NoWork, BadRecord, Closed, AlreadyDisputed.
    """
    require(permissions.can_dispute(by), WHO)
    _check(ground, aspect)
    reason = said(reason, "/reason", LONGEST_REASON, needed="Say what is wrong; the reason stays on record.")
    # Held until the end: a claim is not published between the question and this answer.
    held = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    if held.stage in CLOSED:
        raise Closed(f"This claim was {held.stage}, so there is nothing to dispute. Nothing was stored.")
    _refuse_second(held, aspect, by)
    other = _other(held, aspect, duplicate_of)
    with history.action("dispute.raised", by=by, reason=reason):
        value = propose_rival(held, rival, aspect=aspect, ground=ground, by=by) if rival is not None else None
        about = {"ground": ground, "aspect": aspect, "reason": reason, "rival": value, "duplicate_of": other}
        made = Dispute.objects.create(claim=held, by=by, version=_seen(held, version), **about)
    want_ranking([held.pk])
    tell_of(made, "dispute.raised", f"disputes the {made.aspect} of", by=by, to=[held.assignee_id])
    return made


@transaction.atomic
def acknowledge_dispute(dispute: Dispute, *, by: Any, due: dt.date | None = None) -> Dispute:
    """Take it up, to settle it by a day (None: as the desk's policy has it); again by the same editor: another day.

    Raises NotAllowed, BadValue, DisputeClosed, AlreadyAcknowledged.
    """
    _require_settler(dispute, by)
    today = timezone.now().date()
    due = due or today + dt.timedelta(days=Desk.current().dispute_days)
    if not today <= due <= today + dt.timedelta(days=366):
        raise BadValue("Choose a day from today on, within a year.", pointer="/due")
    free = Q(state=DisputeState.OPEN) | Q(state=DisputeState.ACKNOWLEDGED, acknowledged_by=by)
    columns = {"state": DisputeState.ACKNOWLEDGED, "acknowledged_by": by, "acknowledged_at": timezone.now()}
    with history.action("dispute.acknowledged", by=by):
        _set(dispute, free, due=due, **columns)
    tell_of(dispute, "dispute.acknowledged", f"looks, until {due:%-d %B %Y}, after the dispute about", by=by)
    return dispute


@transaction.atomic
def settle_dispute(
    dispute: Dispute,
    *,
    outcome: str,
    reason: str,
    by: Any,
    correction: Mapping[str, Any] | None = None,
    rank: str = "",
    rank_reason: str = "",
) -> Dispute:
    """Say how it ends: upheld, partly_upheld or dismissed.

    What follows, in the same transaction: `correction` (parts in the shapes of API.md) or the proposed value makes
    the record of a misread claim right; a duplicate is rejected; a rival value is accepted with `rank`.
    Raises NotAllowed, BadValue, DisputeClosed, and what those deeds raise.
    """
    _require_settler(dispute, by)
    if outcome not in SETTLED:
        raise BadValue(f"A dispute ends as one of {', '.join(SETTLED)}.", pointer="/outcome")
    reason = said(reason, "/reason", LONGEST_REASON, needed="Say why; the reason stays on record beside the claim.")
    # The claim first, in the order of all who hold both.
    claim = Claim.objects.select_for_update(of=("self",)).select_related("article").get(pk=dispute.claim_id)
    columns = {"state": outcome, "settled_by": by, "settled_at": timezone.now(), "outcome_reason": reason}
    with history.action(f"dispute.{outcome}", by=by, reason=reason):
        _set(dispute, IS_OPEN, **columns)
    follow(dispute, claim, by=by, correction=correction, rank=rank, rank_reason=rank_reason)
    ended = f"{dispute.get_state_display().lower()}: dispute about"
    tell_of(dispute, "dispute.settled", ended, by=by, to=[dispute.by_id, dispute.acknowledged_by_id])
    return dispute


@transaction.atomic
def withdraw_dispute(dispute: Dispute, *, reason: str, by: Any) -> Dispute:
    """Take one's own objection back; it stays on record. Raises NotAllowed, BadValue, DisputeClosed."""
    require(permissions.can_withdraw_dispute(by, dispute), NOT_YOURS)
    reason = said(reason, "/reason", LONGEST_REASON, needed="Say why you withdraw it; the reason stays on record.")
    columns = {"state": DisputeState.WITHDRAWN, "settled_at": timezone.now(), "outcome_reason": reason}
    with history.action("dispute.withdrawn", by=by, reason=reason):
        _set(dispute, IS_OPEN, **columns)
    tell_of(dispute, "dispute.withdrawn", "withdraws the dispute about", by=by, to=[dispute.acknowledged_by_id])
    return dispute


def _require_settler(dispute: Dispute, by: Any) -> None:
    require(permissions.can_settle_disputes(by), WHO_SETTLES)
    require(permissions.can_settle(by, dispute), OWN)


def _check(ground: str, aspect: str) -> None:
    if ground not in Ground.values:
        raise BadValue(f"A ground is one of {', '.join(Ground.values)}.", pointer="/ground")
    if aspect not in Aspect.values:
        raise BadValue(f"An aspect is one of {', '.join(Aspect.values)}.", pointer="/aspect")
    if aspect == Aspect.DUPLICATE and ground != Ground.MISREAD:
        raise BadValue("That a claim is recorded twice is a mistake of the record: misread.", pointer="/ground")


def _seen(claim: Claim, version: int | None) -> int:
    if version is not None and not 1 <= version <= claim.version:
        raise BadValue(f"The claim has versions 1 to {claim.version}.", pointer="/version")
    return version or claim.version


def _other(claim: Claim, aspect: str, other: Claim | None) -> Claim | None:
    """The claim that says the same. Raises BadValue."""
    if (aspect == Aspect.DUPLICATE) != (other is not None):
        raise BadValue(
            "Name the claim that says the same, where the claim is a duplicate, and only there.",
            pointer="/duplicate_of",
        )
    if other and (other.pk == claim.pk or other.stage in CLOSED):
        raise BadValue("A claim is the duplicate of another one that stands.", pointer="/duplicate_of")
    return other


def _refuse_second(claim: Claim, aspect: str, by: Any) -> None:
    if mine := Dispute.objects.open().filter(claim=claim, aspect=aspect, by=by).first():
        raise AlreadyDisputed(
            f"Your dispute {mine.pk} about the {aspect} of this claim is still open. Nothing was stored: withdraw "
            "that one first, or wait until it is settled.",
            dispute=mine.pk,
        )


def _set(dispute: Dispute, where: Q, **columns: Any) -> None:
    """Compare and set. Raises DisputeClosed, AlreadyAcknowledged."""
    won = Dispute.objects.filter(where, pk=dispute.pk).update(**columns, updated_at=timezone.now())
    dispute.refresh_from_db()
    if won:
        want_ranking([dispute.claim_id])
        return
    if dispute.is_open:
        raise AlreadyAcknowledged(
            f"{dispute.acknowledged_by} looks after this dispute until {dispute.due:%-d %B %Y}. Nothing was changed. "
            "You can settle it all the same."
        )
    who = f"by {dispute.settled_by}" if dispute.settled_by else f"by {dispute.by}, who raised it"
    how = dispute.get_state_display().lower()
    raise DisputeClosed(
        f"This dispute was {how} {who}: “{dispute.outcome_reason[:300]}”. Nothing of yours was stored. "
        "Another dispute may bring new evidence.",
        state=dispute.state,
        dispute=dispute.pk,
    )
