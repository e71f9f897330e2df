"""The JSON shape of a dispute (API.md) and its row in a table, as plain functions of a row `with_people`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.exports.shapes import person_json, rival_json
from claims.models import Dispute, Rival
from claimtracker.core.addresses import Addresses
from sources.exports.shapes import Shape, moment

COLUMNS = (
    "id", "uuid", "page", "claim_id", "statement", "article_id", "article", "ground", "aspect", "reason", "by",
    "rival", "rival_source", "rival_rank", "version", "state", "acknowledged_by", "due", "settled_by", "settled_at",
    "outcome_reason", "created_at", "updated_at",
)  # fmt: skip


def dispute_json(dispute: Dispute, addresses: Addresses) -> Shape:
    """Needs `with_people`."""
    return {
        "id": dispute.pk,
        "uuid": str(dispute.uuid),
        "url": addresses.record("disputes", dispute.pk),
        "page": addresses.page("disputes", dispute.pk),
        "claim": dispute.claim_id,
        "article": dispute.claim.article_id,
        "by": person_json(dispute.by),
        "ground": dispute.ground,
        "aspect": dispute.aspect,
        "reason": dispute.reason,
        "rival": proposed_json(dispute.rival, addresses) if dispute.rival else None,
        "duplicate_of": dispute.duplicate_of_id,
        "version": dispute.version,
        "state": dispute.state,
        "acknowledged_by": person_json(dispute.acknowledged_by),
        "due": dispute.due.isoformat() if dispute.due else None,
        "settled_by": person_json(dispute.settled_by),
        "settled_at": moment(dispute.settled_at) if dispute.settled_at else None,
        "outcome_reason": dispute.outcome_reason or None,
        "created_at": moment(dispute.created_at),
        "updated_at": moment(dispute.updated_at),
    }


def proposed_json(rival: Rival, addresses: Addresses) -> Shape:
    """A rival with what became of it: it stands beside the claim once it is accepted, until it is withdrawn."""
    return rival_json(rival, addresses) | {
        "accepted_at": moment(rival.accepted_at) if rival.accepted_at else None,
        "withdrawn": {"at": moment(rival.withdrawn_at), "reason": rival.withdrawn_reason}
        if rival.withdrawn_at
        else None,
    }


def cells(dispute: Dispute, addresses: Addresses) -> Iterator[Any]:
    """Needs `with_people`."""
    claim, rival = dispute.claim, dispute.rival
    yield from (dispute.pk, dispute.uuid, addresses.page("disputes", dispute.pk), claim.pk, claim.statement)
    yield from (claim.article_id, claim.article.title, dispute.ground, dispute.aspect, dispute.reason)
    yield dispute.by.username
    yield from (str(rival), rival.source.address if rival.source else "", rival.rank) if rival else (None,) * 3
    yield from (dispute.version, dispute.state, _name(dispute.acknowledged_by), dispute.due)
    yield from (_name(dispute.settled_by), moment(dispute.settled_at) if dispute.settled_at else None)
    yield from (dispute.outcome_reason, moment(dispute.created_at), moment(dispute.updated_at))


def _name(person: Any) -> str:
    return person.username if person else ""
