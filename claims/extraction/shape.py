"""A reading as JSON: the shape of API.md, "extract". Absent parts are null, numbers are JSON numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .claims import Claim
from .parts import Attribution, Date, Figure, Place

if TYPE_CHECKING:
    from .reading import Cited, Part, Reading

Json = dict[str, Any]

LARGEST = 300  # powers of ten: JSON readers keep numbers in doubles


def shape_of(reading: Reading) -> Json:
    return {
        "text": reading.text,
        "language": reading.language,
        "figures_read": reading.figures_read,
        "marks": [
            {"start": mark.start, "end": mark.end, "surface": mark.surface, "numbers": list(mark.numbers)}
            | {"kind": mark.kind}
            for mark in reading.marks
        ],
        "sentences": [
            {"start": sentence.start, "end": sentence.end}
            | {"citations": list(sentence.citations), "carried": list(sentence.carried)}
            for sentence in reading.sentences
        ],
        "figures": _cited(reading.figures),
        "dates": _cited(reading.dates),
        "places": _cited(reading.places),
        "attributions": _cited(reading.attributions),
        "claims": [claim_shape(claim) for claim in reading.claims],
        "references": [
            {"number": entry.number, "label": entry.label, "text": entry.text, "start": entry.start, "end": entry.end}
            for entry in reading.references
        ],
    }


def claim_shape(claim: Claim) -> Json:
    """A claim without what only the desk knows (ids, stage, verdict, prefix and suffix of the quote)."""
    return {
        "kind": claim.kind,
        "statement": claim.statement,
        "quote": {"exact": claim.quote.exact, "start": claim.quote.start, "end": claim.quote.end},
        "figure": claim.figure and part_shape(claim.figure),
        "date": claim.date and part_shape(claim.date),
        "place": claim.place and part_shape(claim.place),
        "attribution": claim.attribution and part_shape(claim.attribution),
        "citations": [{"number": number} for number in claim.citations],
        "carried": [{"number": number} for number in claim.carried],
        "citation_needed": claim.citation_needed,
    }


def _cited(parts: Sequence[Cited[Part]]) -> list[Json]:
    return [part_shape(cited.part) | {"citations": list(cited.citations)} for cited in parts]


def part_shape(part: Figure | Date | Place | Attribution) -> Json:
    here: Json = {"start": part.start, "end": part.end, "text": part.text}
    match part:
        case Figure():
            return here | _figure(part)
        case Date():
            return here | _date(part)
        case Place():
            return here | _place(part)
        case Attribution():
            return here | {"agent": part.agent, "cue": part.cue, "mode": part.mode, "chain": list(part.chain)}


def _figure(figure: Figure) -> Json:
    return {
        "comparator": figure.comparator,
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit,
        "counted": figure.counted,
        "form": figure.form,
        "per": figure.per,
    }


def _date(date: Date) -> Json:
    return {
        "edtf": date.edtf,
        "relation": date.relation,
        "qualifier": date.qualifier,
        "earliest": date.earliest and date.earliest.isoformat(),
        "latest": date.latest and date.latest.isoformat(),
        "precision": date.precision,
        "inferred": date.inferred,
    }


def _place(place: Place) -> Json:
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def number(value: Decimal | None) -> int | float | None:
    """A whole number as int, any other as float."""
    if value is None or not value.is_finite() or value.adjusted() > LARGEST:
        return None
    whole = value.to_integral_value()
    return int(whole) if whole == value else float(value)
