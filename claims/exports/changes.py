"""The claim-level diff as it leaves the house, as a plain function of a row (`with_claims`)."""

from __future__ import annotations

from typing import Any

from claims.exports.shapes import number
from claims.models import Change, Claim
from claimtracker.core.addresses import Addresses


def change_json(change: Change, addresses: Addresses) -> dict[str, Any]:
    return {
        "id": change.pk,
        "kind": change.kind,
        "from": change.since.number,
        "to": change.revision.number,
        "claim": _claim(change.claim, addresses),
        "successor": _claim(change.successor, addresses) if change.successor else None,
        "citations": {side: change.detail.get(side, []) for side in ("before", "after")},
    }


def _claim(claim: Claim, addresses: Addresses) -> dict[str, Any]:
    return {
        "id": claim.pk,
        "url": addresses.record("claims", claim.pk),
        "page": addresses.page("claims", claim.pk),
        "quote": claim.quote,
        "figure": claim.figure_text or None,
        "comparator": claim.figure_comparator or None,
        "low": number(claim.figure_low),
        "high": number(claim.figure_high),
        "unit": claim.figure_unit or None,
    }
