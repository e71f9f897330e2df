"""How the place of a source lies to the place of a claim, by name, by country and region, and by distance."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from claims.extraction.geography.gazetteer import Entry, fold, look_up
from claims.extraction.parts import Place

from .answers import Relation

NEAR = 30  # kilometres between two spots that may be one
REGION = 400  # kilometres from the middle of a region to a town that may lie in it
EARTH = 6371


def relation_of_places(source: Place, claim: Place) -> Relation:
    """Empty where nobody can tell."""
    if _same(source, claim):
        return "identical"
    if _contains(claim, source):
        return "inside"
    if _contains(source, claim):
        return "wider"
    if source.country and claim.country and source.country != claim.country:
        return "disjoint"
    if "area" in (source.precision, claim.precision):
        return ""
    return _by_distance(source, claim)


def _same(one: Place, other: Place) -> bool:
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id and one.precision == other.precision:
        return True
    return fold(one.text) == fold(other.text) or fold(one.name) == fold(other.name)


def _contains(outer: Place, inner: Place) -> bool:
    if outer.precision == "country":
        return inner.precision != "country" and outer.country is not None and outer.country == inner.country
    if fold(outer.text) != fold(inner.text) and fold(outer.name) in _parts(inner):
        return True  # "Kursk", "western Kursk"
    if outer.precision != "region" or inner.precision not in ("city", "facility"):
        return False
    around, within = entry_of(outer), entry_of(inner)
    return bool(
        around and within and around.region and (around.country, around.region) == (within.country, within.region)
    )


def _parts(place: Place) -> tuple[str, ...]:
    words = fold(place.text).split()
    return tuple(" ".join(words[at:]) for at in range(1, len(words)))


@lru_cache(maxsize=4096)
def entry_of(place: Place) -> Entry | None:
    known = look_up(fold(place.name))
    return next((entry for entry in known.entries if entry.id == place.gazetteer_id), None) if known else None


def _by_distance(one: Place, other: Place) -> Relation:
    distance = _kilometres(one, other)
    if distance is None:
        # Two names that nobody knows are two places.
        return "disjoint" if one.gazetteer_id is None and other.gazetteer_id is None else ""
    if "region" in (one.precision, other.precision) and one.precision != other.precision:
        return "disjoint" if distance > REGION else ""
    return "disjoint" if distance > NEAR or one.precision == "region" else ""


def _kilometres(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = radians(one.lat), radians(other.lat)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one.lon - other.lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
