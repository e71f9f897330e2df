"""Telling people that what they judged is another by now, and that a source says otherwise. Once for each change.

What is stale is a question of the rows (`Review.objects.stale`); here it is only said aloud.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import Cast, Concat

from claims.models import Claim, Finding, Review
from claims.telling import tell_of_claim
from claimtracker.core.models import Happening

MOST = 500  # claims told of at a time; a source that thousands lean on tells of the rest with its next change


def tell_of_source(source: int) -> None:
    """After the copies of a source were compared with the claims that cite it."""
    claims = Claim.objects.filter(links__citation__source=source).values("pk")
    tell_stale(claims)
    differing = Finding.objects.headlines().current().filter(claim__in=claims, finding="differs")
    said = _told("evidence.differs", "claim").filter(at__gte=OuterRef("updated_at"))
    fresh = list(differing.filter(~Exists(said)).values_list("claim", flat=True).distinct().order_by()[:MOST])
    for claim in _claims(fresh):
        tell_of_claim("evidence.differs", claim, "A source says otherwise", by=None)


def tell_stale(claims: Any) -> None:
    """Of these claims those whose verdicts went stale, to the people who gave them and to who follows."""
    said = _told("verdict.stale", "claim").filter(at__gte=OuterRef("created_at"))
    stale = Review.objects.filter(claim__in=claims).stale().filter(~Exists(said))
    givers: dict[int, list[int]] = {}
    for pk, giver in stale.values_list("claim", "by").order_by("claim")[:MOST]:
        givers.setdefault(pk, []).append(giver)
    for claim in _claims(givers):
        tell_of_claim("verdict.stale", claim, "Changed since it was judged", by=None, to=givers[claim.pk])


def _claims(ids: Iterable[int]) -> Iterable[Claim]:
    return Claim.objects.filter(pk__in=list(ids)).select_related("article")


def _told(event: str, column: str) -> Any:
    """Happenings of that name about the claim of the outer row."""
    subject = Concat(Value("claim:"), Cast(OuterRef(column), TextField()))
    return Happening.objects.filter(event=event, subjects__contains=[subject])
