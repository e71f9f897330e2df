"""The JSON shape of a claim (API.md, "Shapes"), as a plain function of a row.

One function serves the API, `/claims/<id>.json` and the NDJSON download. An
empty text in the database is "the article does not say" and becomes null.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claims.models import Anchor, Claim, Finding, Place, Rival
from claims.models.vocabulary import Finding as Word
from claimtracker.core.addresses import Addresses
from sources.exports.shapes import article_ref, moment, source_ref

Shape = dict[str, Any]


def claim_json(claim: Claim, addresses: Addresses) -> Shape:
    """Needs `with_parts`; asks the database nothing more."""
    anchor = claim.anchor
    # In other words than its own the parts have no place.
    at = anchor.start if anchor and anchor.verbatim else None
    return {
        "id": claim.pk,
        "uuid": str(claim.uuid),
        "url": addresses.record("claims", claim.pk),
        "page": addresses.page("claims", claim.pk),
        "article": article_ref(claim.article, addresses),
        "kind": claim.kind,
        "statement": claim.statement,
        "quote": quote_json(claim, anchor),
        **parts_json(claim, at),
        "citations": [citation_json(link.citation, claim.found, addresses) for link in claim.links.all()],
        "rivals": [rival_json(rival, addresses) for rival in claim.rivals_beside],
        "stage": claim.stage,
        "stage_reason": claim.stage_reason or None,
        "rejected_as": claim.rejected_as or None,
        "duplicate_of": claim.duplicate_of_id,
        "verdict": claim.verdict or None,
        "origin": claim.origin,
        "flags": claim.flags,
        "disputes": len(claim.disputed_aspects),
        "tags": list(claim.tag_names),
        "assignee": person_json(claim.assignee),
        "due": claim.due.isoformat() if claim.due else None,
        "version": claim.version,
        "created_at": moment(claim.created_at),
        "updated_at": moment(claim.updated_at),
    }


def rival_json(rival: Rival, addresses: Addresses) -> Shape:
    """Needs its place and its source."""
    return {
        "id": rival.pk,
        **parts_json(rival),
        "source": source_ref(rival.source, addresses),
        "no_source": rival.no_source or None,
        "rank": rival.rank,
        "rank_reason": rival.rank_reason or None,
    }


def parts_json(row: Claim | Rival, at: int | None = None) -> Shape:
    """The checkable parts. `at`: where the quote begins in the current text."""
    return {
        "figure": figure_json(row, at) if row.figure_comparator else None,
        "date": date_json(row, at) if row.date_edtf else None,
        "place": place_json(row, row.place, at) if row.place else None,
        "attribution": attribution_json(row, at) if row.attribution_agent else None,
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: an integer where it is one, and nothing lost in it however large."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def quote_json(claim: Claim, anchor: Anchor | None) -> Shape:
    return {
        "exact": claim.quote,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "start": anchor.start if anchor else None,
        "end": anchor.end if anchor else None,
        "revision": anchor.revision.number if anchor else None,
        "anchor": anchor.outcome if anchor else None,
    }


def _span(claim: Claim | Rival, part: str, at: int | None) -> Shape:
    """Where the part stands in the current text: it is kept from the start of the quote, for the quote moves."""
    start, end = getattr(claim, f"{part}_start"), getattr(claim, f"{part}_end")
    known = at is not None and start is not None
    return {
        "text": getattr(claim, f"{part}_text"),
        "start": at + start if known else None,
        "end": at + end if known else None,
    }


def figure_json(claim: Claim | Rival, at: int | None) -> Shape:
    return _span(claim, "figure", at) | {
        "comparator": claim.figure_comparator,
        "low": number(claim.figure_low),
        "high": number(claim.figure_high),
        "unit": claim.figure_unit or None,
        "counted": claim.figure_counted or None,
        "form": claim.figure_form,
        "per": claim.figure_per or None,
    }


def date_json(claim: Claim | Rival, at: int | None) -> Shape:
    return _span(claim, "date", at) | {
        "edtf": claim.date_edtf,
        "relation": claim.date_relation or None,
        "qualifier": claim.date_qualifier or None,
        "earliest": claim.date_earliest.isoformat() if claim.date_earliest else None,
        "latest": claim.date_latest.isoformat() if claim.date_latest else None,
        "precision": claim.date_precision or None,
        "inferred": claim.date_inferred,
    }


def place_json(claim: Claim | Rival, place: Place, at: int | None) -> Shape:
    return _span(claim, "place", at) | {
        "name": place.name,
        "country": place.country or None,
        "lat": place.lat,
        "lon": place.lon,
        "precision": claim.place_precision or None,
    }


def attribution_json(claim: Claim | Rival, at: int | None) -> Shape:
    return _span(claim, "attribution", at) | {
        "agent": claim.attribution_agent,
        "cue": claim.attribution_cue or None,
        "mode": claim.attribution_mode or None,
        "chain": claim.attribution_chain,
    }


def citation_json(citation: Any, found: dict[int, str], addresses: Addresses) -> Shape:
    """With what the newest copy of its source says; without a copy there is nothing to search: unavailable."""
    return {
        "id": citation.pk,
        "number": citation.number,
        "label": citation.label,
        "source": source_ref(citation.source, addresses),
        "finding": found.get(citation.pk, Word.UNAVAILABLE.value),
    }


def person_json(person: Any) -> Shape | None:
    return {"id": person.pk, "username": person.username, "name": str(person)} if person else None


def finding_json(finding: Finding, addresses: Addresses) -> Shape:
    """Needs `with_copy`."""
    words = ("finding", "relation", "hedge", "subject")
    return {
        "id": finding.pk,
        "citation": {"id": finding.citation_id, "number": finding.citation.number, "label": finding.citation.label},
        "snapshot": {
            "id": finding.snapshot_id,
            "url": addresses.record("snapshots", finding.snapshot_id),
            "source": finding.snapshot.source_id,
            "captured_at": moment(finding.snapshot.captured_at),
            "text_sha256": finding.snapshot.text_sha256,
        },
        **{word: getattr(finding, word) or None for word in words},
        "proof": finding.proofs,
        "date": finding.parts.get("date"),
        "place": finding.parts.get("place"),
        "searched": finding.searched,
        "rules": finding.rules,
        "claim_version": finding.claim_version,
        "headline": finding.headline,
        "created_at": moment(finding.created_at),
        "updated_at": moment(finding.updated_at),
    }
