"""Which claims wait for a person: the queue as a question of the database, and where in it one stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from claims import permissions
from claims.models import Claim, Risk
from claims.models.claimset import UNSEEN, ClaimQuerySet

MOST = 200  # counting stops here, and says "200+"
FOLLOWING = 4  # claims named as what comes next


def waiting_for(user: Any, *, skipped: Iterable[int] = ()) -> ClaimQuerySet:
    """What this person can do something about, the riskiest first.

    Without what somebody else has taken, what they have judged themselves as it is now (their second opinion is another
    person's to give, and where theirs differs from another's a third decides), and what they put off.
    """
    if not permissions.can_review(user):
        return Claim.objects.none()
    claims: ClaimQuerySet = Claim.objects.visible_to(user).current().waiting().free_for(user).unjudged_by(user)
    if skipped := list(skipped):
        claims = claims.exclude(pk__in=skipped)
    return claims.risk_first()


def first_of(claims: ClaimQuerySet) -> Any:
    """The numbers of the first, up to MOST and one more: how many wait, and what stands beside each, in one look."""
    return claims.values_list("pk", flat=True)[: MOST + 1]


def around(claims: ClaimQuerySet, first: Sequence[int], claim: Claim) -> tuple[Any, Any]:
    """The number of the claim that comes right before this one, and the FOLLOWING ones, as QuerySets; from the `first`
    ones of the queue where it is among them. Of a claim that nobody has ranked what comes is the queue's beginning.
    """
    at = first.index(claim.pk) if claim.pk in first else None
    if at is not None and at + FOLLOWING < MOST:
        ahead = Claim.objects.filter(pk__in=first[at - 1 : at])
        behind = Claim.objects.filter(pk__in=first[at + 1 : at + 1 + FOLLOWING]).risk_first()
        return ahead.values_list("pk", flat=True), _named(behind)
    numbers = _before(claims, claim).values_list("pk", flat=True)[:1]
    return numbers, _named(_behind(claims, claim))[:FOLLOWING]


def _named(claims: ClaimQuerySet) -> ClaimQuerySet:
    """With what is needed to name them."""
    return claims.select_related("article", "place").defer(*UNSEEN)


def _behind(claims: ClaimQuerySet, claim: Claim) -> ClaimQuerySet:
    place = _place(claim)
    if place is None:
        return claims
    return claims.filter(Q(risk__score__lt=place) | Q(risk__score=place, risk__claim_id__gt=claim.pk))


def _before(claims: ClaimQuerySet, claim: Claim) -> ClaimQuerySet:
    """The nearest first."""
    place = _place(claim)
    if place is None:
        return claims.none()
    ahead = claims.filter(Q(risk__score__gt=place) | Q(risk__score=place, risk__claim_id__lt=claim.pk))
    return ahead.order_by("risk__score", "-risk__claim_id")


def _place(claim: Claim) -> int | None:
    risk: Risk | None = getattr(claim, "risk", None)
    return risk.score if risk else None


def count(claims: ClaimQuerySet, most: int = MOST) -> int:
    """How many, up to `most` and one more."""
    return len(claims.order_by().values_list("pk", flat=True)[: most + 1])
