"""What the reader found, as rows of the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Any

from claims.extraction.claims import Claim as Found
from claims.extraction.parts import Attribution, Date, Figure
from claims.extraction.parts import Place as FoundPlace
from claims.extraction.reading import Reading
from claims.linting import Lint
from claims.models import Anchor, Claim, ClaimCitation, LintItem, Place
from sources.models import Citation, Revision

CONTEXT = 32  # characters of a TextQuoteSelector's prefix and suffix (W3C Web Annotation; Hypothesis uses as many)
FINEST, WIDE = Decimal("0.000001"), Context(prec=60)  # the last digit of a column for figures; none is lost on the way
LONGEST_SHOWN = 300  # characters of the words that a lint item is about


def claims(revision: Revision, reading: Reading, wanted: Iterable[int]) -> list[Claim]:
    """Unsaved claims, of what was found those that are wanted, in the order of the text."""
    chosen = [(order, reading.claims[order]) for order in wanted]
    places = place_rows(found.place for _, found in chosen if found.place)
    return [
        Claim(
            article_id=revision.article_id,
            read_from=revision,
            read_order=order,
            kind=found.kind,
            origin=found.origin,
            statement=found.statement,
            quote=found.quote.exact,
            prefix=reading.text[max(0, found.quote.start - CONTEXT) : found.quote.start],
            suffix=reading.text[found.quote.end : found.quote.end + CONTEXT],
            **part_columns(found, places),
        )
        for order, found in chosen
    ]


def part_columns(found: Found, places: Mapping[tuple[Any, ...], Place]) -> dict[str, Any]:
    """The columns of all parts that the claim has; spans count from the start of the quote."""
    at = found.quote.start
    columns: dict[str, Any] = {}
    if found.figure:
        columns |= _span("figure", found.figure, at) | _figure(found.figure)
    if found.date:
        columns |= _span("date", found.date, at) | _date(found.date)
    if found.place:
        columns |= _span("place", found.place, at)
        columns |= {"place": places[_key(found.place)], "place_precision": found.place.precision}
    if found.attribution:
        columns |= _span("attribution", found.attribution, at) | _attribution(found.attribution)
    return columns


def _span(name: str, part: Figure | Date | FoundPlace | Attribution, at: int) -> dict[str, Any]:
    size = getattr(Claim._meta.get_field(f"{name}_text"), "max_length")  # noqa: B009 not every field has one
    return {f"{name}_text": part.text[:size], f"{name}_start": part.start - at, f"{name}_end": part.end - at}


def _figure(part: Figure) -> dict[str, Any]:
    low, high = _kept(part)
    return {
        "figure_comparator": part.comparator,
        "figure_low": low,
        "figure_high": high,
        "figure_unit": (part.unit or "")[:200],
        "figure_counted": (part.counted or "")[:500],
        "figure_form": part.form,
        "figure_per": (part.per or "")[:60],
    }


def _kept(part: Figure) -> tuple[Decimal | None, Decimal | None]:
    """The bounds as finely as the column keeps them. Of a range it is the next wider one, so that it stays a range."""
    low, high = part.low, part.high
    if low is None or high is None or low == high:
        return low, high
    return low.quantize(FINEST, ROUND_FLOOR, WIDE), high.quantize(FINEST, ROUND_CEILING, WIDE)


def _date(part: Date) -> dict[str, Any]:
    return {
        "date_edtf": part.edtf,
        "date_relation": part.relation or "",
        "date_qualifier": part.qualifier or "",
        "date_earliest": part.earliest,
        "date_latest": part.latest,
        "date_precision": part.precision,
        "date_inferred": part.inferred,
    }


def _attribution(part: Attribution) -> dict[str, Any]:
    return {
        "attribution_agent": part.agent[:500],
        "attribution_cue": part.cue[:100],
        "attribution_mode": part.mode,
        "attribution_chain": [voice[:500] for voice in part.chain],
    }


def _key(place: FoundPlace) -> tuple[Any, ...]:
    """What makes two mentions the same place: the gazetteer's id, or name and country where it knows none."""
    return (place.gazetteer_id,) if place.gazetteer_id else (place.name[:200], place.country or "")


def place_rows(found: Iterable[FoundPlace]) -> dict[tuple[Any, ...], Place]:
    """A row for every place named, made where there is none; two readings at once make one row."""
    wanted = {_key(place): place for place in found}
    Place.objects.bulk_create([_place(wanted[key]) for key in sorted(wanted)], ignore_conflicts=True)
    ids = [place.gazetteer_id for place in wanted.values() if place.gazetteer_id]
    names = [place.name[:200] for place in wanted.values() if not place.gazetteer_id]
    known = [
        *Place.objects.filter(gazetteer_id__in=ids),
        *Place.objects.filter(gazetteer_id=None, name__in=names),
    ]
    return {((row.gazetteer_id,) if row.gazetteer_id else (row.name, row.country)): row for row in known}


def place_row(found: FoundPlace) -> Place:
    """The row of one place, made where there is none."""
    return place_rows([found])[_key(found)]


def _place(found: FoundPlace) -> Place:
    return Place(
        name=found.name[:200],
        country=found.country or "",
        lat=found.lat,
        lon=found.lon,
        gazetteer_id=found.gazetteer_id,
    )


def anchors(revision: Revision, saved: Iterable[Claim], found: Iterable[Found]) -> Iterator[Anchor]:
    """Where each claim stands by its own words."""
    for claim, one in zip(saved, found, strict=True):
        yield Anchor(claim=claim, revision=revision, start=one.quote.start, end=one.quote.end)


def links(saved: Iterable[Claim], found: Iterable[Found], citations: Mapping[int, Citation]) -> Iterator[ClaimCitation]:
    for claim, one in zip(saved, found, strict=True):
        for position, number in enumerate(dict.fromkeys(one.citations)):
            yield ClaimCitation(claim=claim, citation=citations[number], position=position)


def lint(revision: Revision, reading: Reading, found: Lint) -> Iterator[LintItem]:
    for position, item in enumerate(found.items):
        yield LintItem(
            revision=revision,
            position=position,
            rule=item.rule,
            severity=item.severity,
            key=item.key,
            start=item.start,
            end=item.end,
            quote=reading.text[item.start : min(item.end, item.start + LONGEST_SHOWN)],
            numbers=list(item.numbers),
            words=item.words,
            others=[list(spot) for spot in item.others],
        )
