"""Where a claim stands in its article's current text, for the page about it: there, changed, ambiguous or lost."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from claims.models import Anchor, Change, Claim
from claims.models.vocabulary import ChangeKind, Outcome


def ask_predecessor(found: Claim) -> Any:
    """The place whose words this claim has taken."""
    anchor = found.anchor
    if anchor is None or anchor.start is None:
        return Anchor.objects.none()
    before = Anchor.objects.filter(revision=anchor.revision_id, successor=found)
    return before.select_related("claim").order_by("-claim")[:1]


def read_standing(found: Claim, predecessor: Any) -> dict[str, Any]:
    """`lost` or `ambiguous` where it has no place, with the address that tells it; else the claim that its words make
    now (`successor`) and the one whose words it has taken (`predecessor`).
    """
    anchor = found.anchor
    if anchor is None:
        return {}
    if anchor.start is None:
        ambiguous = anchor.outcome == Outcome.AMBIGUOUS
        return {"lost": not ambiguous, "ambiguous": ambiguous, "told_at": _told_at(found)}
    taken = next(iter(predecessor), None)
    return {"successor": anchor.successor, "predecessor": taken.claim if taken else None}


def _told_at(found: Claim) -> str:
    """The address of the difference after which it had no place any more."""
    told = Change.objects.filter(claim=found, kind__in=[ChangeKind.DROPPED, ChangeKind.AMBIGUOUS])
    number = told.order_by("-revision__number").values_list("revision__number", flat=True).first()
    address = reverse("article_changes", args=[found.article_id])
    return f"{address}?to={number}#claim-{found.pk}" if number else address
