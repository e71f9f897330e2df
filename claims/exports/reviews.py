"""The JSON shape of a review (API.md), and of the steps that a claim may take."""

from __future__ import annotations

from typing import Any

from claims.exports.shapes import Shape, person_json
from claims.models import Review
from claims.staging import Possible
from claimtracker.core.addresses import Addresses
from sources.exports.shapes import moment


def review_json(review: Review, addresses: Addresses) -> Shape:
    """Needs `with_stale` and `by`."""
    return {
        "id": review.pk,
        "uuid": str(review.uuid),
        "url": addresses.record("reviews", review.pk),
        "claim": review.claim_id,
        "by": person_json(review.by),
        "verdict": review.verdict,
        "confidence": review.confidence,
        "rationale": review.rationale or None,
        "adjudicates": review.adjudicates,
        "sealed": review.sealed,
        "pinned": {
            "version": review.version,
            "snapshots": sorted({row["snapshot"] for row in review.findings}),
            "findings": review.findings,
        },
        "stale": bool(getattr(review, "stale", False)),
        "reaffirms": review.reaffirms_id,
        "superseded": _superseded(review),
        "created_at": moment(review.created_at),
    }


def _superseded(review: Review) -> Shape | None:
    if review.superseded_at is None:
        return None
    return {
        "at": moment(review.superseded_at),
        "by": review.superseded_by_id,
        "reason": review.superseded_reason or None,
    }


def step_json(possible: Possible) -> dict[str, Any]:
    step = possible.step
    return {
        "to": step.to,
        "name": step.name,
        "words": step.words,
        "allowed": possible.allowed,
        "why_not": possible.why_not or None,
        "needs_reason": step.reason,
    }
