"""One source beside the text: the citation that somebody asked for, and the way to its neighbours and back."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Min, Q
from django.http import HttpRequest

from claims.models import Claim
from claims.web.numbers import asked
from sources.models import Article, Citation, Mark

MOST_LEANING = 12  # claims named in the slot


def read_slot(request: HttpRequest, found: Article) -> dict[str, Any]:
    """What `?source=5&mark=7` asks for: the citation, the mark it was opened from, its neighbours.

    `mark` is None where the source was not opened from a mark in the text;
    `closed` is the source that was just put away, then.
    """
    number = asked(request, "source")
    citations = Citation.objects.filter(revision=found.revision_id)
    slot = {"number": number, "mark": _mark(request, found), "closed": asked(request, "closed")}
    slot |= citations.aggregate(
        before=Max("number", filter=Q(number__lt=number)),
        after=Min("number", filter=Q(number__gt=number)),
    )
    citation = citations.filter(number=number).select_related("source").first() if number else None
    leaning = _leaning(citation)
    return slot | {"citation": citation, "claims": leaning[:MOST_LEANING], "more": len(leaning) > MOST_LEANING}


def _mark(request: HttpRequest, found: Article) -> Mark | None:
    pk = asked(request, "mark")
    return Mark.objects.filter(revision=found.revision_id, pk=pk).first() if pk else None


def _leaning(citation: Citation | None) -> list[Claim]:
    if citation is None:
        return []
    return list(Claim.objects.filter(links__citation=citation).with_parts().order_by("id")[: MOST_LEANING + 1])
