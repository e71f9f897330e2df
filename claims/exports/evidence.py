"""The JSON shape of evidence that people have put beside claims, as a plain function of a row."""

from __future__ import annotations

from claims.exports.shapes import person_json
from claims.models import Evidence
from claimtracker.core.addresses import Addresses
from sources.exports.shapes import Shape, moment


def evidence_json(evidence: Evidence, addresses: Addresses) -> Shape:
    """Needs `with_copy`."""
    quote = ("exact", "prefix", "suffix", "start", "end")
    return {
        "id": evidence.pk,
        "uuid": str(evidence.uuid),
        "url": addresses.record("evidence", evidence.pk),
        "claim": evidence.claim_id,
        "snapshot": {
            "id": evidence.snapshot_id,
            "url": addresses.record("snapshots", evidence.snapshot_id),
            "source": evidence.snapshot.source_id,
            "captured_at": moment(evidence.snapshot.captured_at),
            "text_sha256": evidence.snapshot.text_sha256,
        },
        "quote": {name: getattr(evidence, name) for name in quote},
        "stance": evidence.stance,
        "standpoint": evidence.standpoint or None,
        "credibility": evidence.credibility,
        "note": evidence.note or None,
        "by": person_json(evidence.created_by),
        "created_at": moment(evidence.created_at),
        "withdrawn": _withdrawn(evidence),
    }


def _withdrawn(evidence: Evidence) -> Shape | None:
    if evidence.withdrawn_at is None:
        return None
    return {
        "by": person_json(evidence.withdrawn_by),
        "at": moment(evidence.withdrawn_at),
        "reason": evidence.withdrawn_reason,
    }
