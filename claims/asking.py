"""A claim as its row has it, in the form in which a source is asked about it."""

from __future__ import annotations

from typing import Any, cast

from claims.extraction.parts import Attribution, Date, Figure, Place
from claims.matching.support import Asked
from claims.models import Claim


def asked_of(claim: Claim) -> Asked:
    """Needs its place. Offsets count from the start of the quote, as the row has them."""
    return Asked(
        quote=claim.quote,
        statement=claim.statement,
        kind=claim.kind,
        figure=_figure(claim),
        date=_date(claim),
        place=place_of(claim),
        attribution=_attribution(claim),
    )


def _span(claim: Claim, part: str) -> tuple[int, int, str]:
    """A part without a place in the quote stands at its begin."""
    start, end = getattr(claim, f"{part}_start"), getattr(claim, f"{part}_end")
    return (start or 0, end or 0, getattr(claim, f"{part}_text"))


def _figure(claim: Claim) -> Figure | None:
    if not claim.figure_comparator:
        return None
    return Figure(
        *_span(claim, "figure"),
        comparator=cast(Any, claim.figure_comparator),
        low=claim.figure_low,
        high=claim.figure_high,
        unit=claim.figure_unit or None,
        counted=claim.figure_counted or None,
        form=cast(Any, claim.figure_form or "amount"),
        per=claim.figure_per or None,
    )


def _date(claim: Claim) -> Date | None:
    if not claim.date_edtf:
        return None
    return Date(
        *_span(claim, "date"),
        edtf=claim.date_edtf,
        earliest=claim.date_earliest,
        latest=claim.date_latest,
        precision=cast(Any, claim.date_precision),
        relation=cast(Any, claim.date_relation or None),
        qualifier=cast(Any, claim.date_qualifier or None),
        inferred=claim.date_inferred,
    )


def place_of(claim: Claim) -> Place | None:
    if claim.place is None:
        return None
    place = claim.place
    return Place(
        *_span(claim, "place"),
        name=place.name,
        country=place.country or None,
        lat=place.lat,
        lon=place.lon,
        precision=cast(Any, claim.place_precision or "area"),
        gazetteer_id=place.gazetteer_id,
    )


def _attribution(claim: Claim) -> Attribution | None:
    if not claim.attribution_agent:
        return None
    return Attribution(
        *_span(claim, "attribution"),
        agent=claim.attribution_agent,
        cue=claim.attribution_cue,
        mode=cast(Any, claim.attribution_mode),
        chain=tuple(claim.attribution_chain),
    )
