"""Claims as a table: one row a claim, the columns of `claims.csv` (API.md, "CSV")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.exports.shapes import number
from claims.models import Claim
from claims.models.vocabulary import Finding
from claimtracker.core.addresses import Addresses
from sources.exports.shapes import moment

COLUMNS = (
    "id", "uuid", "page", "article_id", "article", "kind", "statement", "quote", "start", "end",
    "figure", "comparator", "low", "high", "unit", "counted", "form", "per",
    "date", "edtf", "earliest", "latest", "date_precision",
    "place", "place_name", "country", "lat", "lon", "place_precision",
    "agent", "cue", "mode",
    "citations", "sources", "findings",
    "stage", "verdict", "flags", "version", "created_at", "updated_at",
)  # fmt: skip


def cells(claim: Claim, addresses: Addresses) -> Iterator[Any]:
    """Needs `with_parts`; asks the database nothing more."""
    yield from _words(claim, addresses)
    yield from _figure(claim)
    yield from _date(claim)
    yield from _place(claim)
    yield from (claim.attribution_agent, claim.attribution_cue, claim.attribution_mode)
    yield from _citations(claim)
    yield from (claim.stage, claim.verdict, ";".join(claim.flags), claim.version)
    yield from (moment(claim.created_at), moment(claim.updated_at))


def _words(claim: Claim, addresses: Addresses) -> Iterator[Any]:
    yield from (claim.pk, claim.uuid, addresses.page("claims", claim.pk), claim.article_id, claim.article.title)
    yield from (claim.kind, claim.statement, claim.quote)
    yield from (claim.anchor.start, claim.anchor.end) if claim.anchor else (None, None)


def _figure(claim: Claim) -> Iterator[Any]:
    yield from (claim.figure_text, claim.figure_comparator, number(claim.figure_low), number(claim.figure_high))
    yield from (claim.figure_unit, claim.figure_counted, claim.figure_form, claim.figure_per)


def _date(claim: Claim) -> Iterator[Any]:
    yield from (claim.date_text, claim.date_edtf, claim.date_earliest, claim.date_latest, claim.date_precision)


def _place(claim: Claim) -> Iterator[Any]:
    place = claim.place
    yield claim.place_text
    yield from (place.name, place.country, place.lat, place.lon) if place else (None,) * 4
    yield claim.place_precision


def _citations(claim: Claim) -> Iterator[Any]:
    """The numbers, the addresses of the sources that are identified, and the finding of each number."""
    citations = [link.citation for link in claim.links.all()]
    yield ";".join(str(citation.number) for citation in citations)
    yield " ".join(citation.source.address for citation in citations if citation.source and citation.source.address)
    yield ";".join(claim.found.get(citation.pk, Finding.UNAVAILABLE.value) for citation in citations)
