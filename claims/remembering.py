"""What belongs to a claim: the rows whose history is told with its own."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from claims.models import (
    Anchor,
    Annotation,
    Claim,
    ClaimCitation,
    ClaimTag,
    Dispute,
    Evidence,
    Finding,
    Review,
    Rival,
)
from claimtracker.core.memory import Part, Whole

# Of a finding: how it was come by, and what proves it; the page of the copy shows that.
MACHINERY = frozenset({"proofs", "parts", "rules", "digest", "claim_version"})


def _headlines(events: QuerySet[Any]) -> QuerySet[Any]:
    """Of findings those of the copy that counts, and the one that counts no more."""
    older = Finding.pgh_event_model._base_manager.filter(
        pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id")
    )
    was = Subquery(older.order_by("-pgh_id").values("headline")[:1])
    told: QuerySet[Any] = events.annotate(pgh_was=was).filter(Q(headline=True) | Q(pgh_was=True))
    return told


CLAIM = Whole(
    "claim",
    Claim,
    (
        Part("link", ClaimCitation, "claim"),
        Part("anchor", Anchor, "claim", frozenset({"candidates"})),
        Part("finding", Finding, "claim", MACHINERY, _headlines),
        Part("evidence", Evidence, "claim", frozenset({"prefix", "suffix"})),
        Part("review", Review, "claim", frozenset({"findings", "basis"}), sealed=True),
        Part("rival", Rival, "claim"),
        Part("dispute", Dispute, "claim"),
        Part("note", Annotation, "claim", frozenset({"prefix", "suffix", "mentions"})),
        Part("tag", ClaimTag, "claim"),
    ),
    silent=frozenset({"version", "parts_version", "read_from", "read_order", "prefix", "suffix"}),
)
