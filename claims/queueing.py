"""Which claims wait for a person: the queue as a question of the database, and where in it one stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from claims import permissions
from claims.models import Claim, Risk
from claims.models.claimset import ClaimQuerySet

MOST = 200  # counting stops here, and says "200+"


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


def behind(claims: ClaimQuerySet, claim: Claim) -> ClaimQuerySet:
    """Those of the queue that come after this one; all, where nobody has ranked it. Free where `risk` was selected."""
    place = _place(claim)
    if place is None:
        return claims
    return claims.filter(Q(risk__score__lt=place) | Q(risk__score=place, risk__claim_id__gt=claim.pk))


def before(claims: ClaimQuerySet, claim: Claim) -> ClaimQuerySet:
    """Those of the queue that come before this one, the nearest first. Free where `risk` was selected."""
    place = _place(claim)
    if place is None:
        return claims.none()
    ahead = claims.filter(Q(risk__score__gt=place) | Q(risk__score=place, risk__claim_id__lt=claim.pk))
    return ahead.order_by("risk__score", "-risk__claim_id")


def _place(claim: Claim) -> int | None:
    risk: Risk | None = getattr(claim, "risk", None)  # a claim that nobody has ranked has none
    return risk.score if risk else None


def counted(claims: ClaimQuerySet, most: int = MOST) -> Any:
    """As many rows as there are, up to `most` and one more."""
    return claims.order_by().values_list("pk", flat=True)[: most + 1]


def count(claims: ClaimQuerySet, most: int = MOST) -> int:
    """How many, up to `most` and one more."""
    return len(counted(claims, most))
