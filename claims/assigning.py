"""Giving a claim to somebody, taking one, letting it go: by hand, or by time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claims import permissions
from claims.changing import change_claim
from claims.models import Claim
from claims.models.claimset import released_before
from claims.models.vocabulary import CLOSED
from claims.reviewing import Closed
from claims.risk import want_ranking
from claims.telling import tell_of_claim
from claimtracker.core import history
from claimtracker.core.concurrency import changed_meanwhile
from claimtracker.core.refusals import require
from sources.refusals import BadValue

FURTHEST = dt.timedelta(days=3650)
BATCH = 500
WHO = "Only analysts, editors and admins give claims to people."


@transaction.atomic
def assign_claim(claim: Claim, *, to: Any, version: int, by: Any, due: dt.date | None = None) -> Claim:
    """Give the claim to `to`, with a day by which it is to be done; None: to nobody.

    What one takes oneself is free again after some hours (Desk.take_hours); what was given by somebody else stays.
    Raises NotAllowed, BadValue, Closed, Stale.
    """
    require(permissions.can_assign(by), WHO)
    held = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    if held.version != version:
        raise changed_meanwhile(version, held.version)
    if held.stage in CLOSED and to is not None:
        raise Closed(f"This claim was {held.stage}, so nobody has anything to do with it. Nothing was changed.")
    columns = assigned(to=to, due=due, by=by)
    changed = change_claim(held, columns, version=version, action=action_of(to, by), by=by)
    if to is not None and to != by:
        tell_of_claim("claim.assigned", changed, f"Given to {to}", by=by, to=[to.pk])
    return changed


def assigned(*, to: Any, due: dt.date | None, by: Any) -> dict[str, Any]:
    """The columns of a claim that somebody has. Raises BadValue."""
    if to is not None and not permissions.can_review(to):
        raise BadValue(f"{to} does not judge claims. Give it to an analyst or an editor.", pointer="/to")
    if due is not None and to is None:
        raise BadValue("Only what somebody has is due.", pointer="/due")
    today = timezone.now().date()
    if due is not None and not today <= due <= today + FURTHEST:
        raise BadValue("A claim is due today or on a later day, within ten years.", pointer="/due")
    mine = to is not None and to == by
    return {"assignee": to, "due": due, "taken_at": timezone.now() if mine else None}


def action_of(to: Any, by: Any) -> str:
    if to is None:
        return "claim.released"
    return "claim.taken" if to == by else "claim.assigned"


@transaction.atomic
def release_overdue(most: int = BATCH) -> int:
    """Let go what somebody took long ago and did not judge: the machine's own deed. How many these were."""
    taken = Claim.objects.filter(taken_at__lt=released_before()).order_by("taken_at")
    ids = list(taken.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)[:most])
    if ids:
        with history.action("claim.released", reason="Taken, and not judged in time."):
            Claim.objects.filter(pk__in=ids).update(
                assignee=None, taken_at=None, due=None, version=F("version") + 1, updated_at=timezone.now()
            )
        want_ranking(ids)
    return len(ids)
