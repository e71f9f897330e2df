"""Which of the places of one name is meant, and what we then say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from claims.extraction.parts import Place, PlacePrecision

from .gazetteer import Entry
from .names import Names

_NAMED = 1.6  # what it counts, in powers of ten of inhabitants, that the text speaks of the country
_BESIDE = 4.0  # … that the country or region stands right behind the name: "Paris, Texas"
_DEFINITE, _SPELT = 2.0, 2.0  # … that "the" stands before an area, that its accents are the very same
_SMALL = 15_000  # inhabitants under which a town is not meant where the text speaks of other countries
_SEAT, _LARGE = 50_000, 500_000  # inhabitants of a town that comes before its region, and before another one
_COUNTRY = 1.5  # … to be a country


@dataclass(frozen=True, slots=True)
class Hints:
    """What speaks for one of several: the place that stands behind the name, and the one before its comma."""

    names: Names
    outer: tuple[Entry, ...] = ()
    inner: Entry | None = None
    written: str = ""
    definite: bool = False  # "the Sahel" is the area, not the region of that name


def chosen(entries: Sequence[Entry], hints: Hints, *, wanted: PlacePrecision | None = None) -> Entry:
    """The likeliest of them. `wanted` is the kind that a type word asks for."""
    pool = [entry for entry in entries if entry.kind == wanted] or list(entries)
    best = max(pool, key=lambda entry: _weight(entry, hints))
    return best if wanted else _town_of(best, pool)


def _weight(entry: Entry, hints: Hints) -> float:
    weight = log10(max(entry.population, 1)) + _COUNTRY * (entry.kind == "country")
    if entry.country in hints.names.countries:
        weight += _NAMED - 0.1 * hints.names.countries.index(entry.country)
    if any(holds(outer, entry) for outer in hints.outer) or (hints.inner is not None and holds(entry, hints.inner)):
        weight += _BESIDE
    if hints.definite and entry.kind == "area":
        weight += _DEFINITE
    if entry.name in hints.written and not entry.name.isascii():
        weight += _SPELT  # "San José" is not San Jose
    return weight


def is_unlikely(entry: Entry, entries: Sequence[Entry], hints: Hints) -> bool:
    """Whether the likeliest of them is but a small town of a country that the text does not speak of."""
    elsewhere = bool(hints.names.countries) and entry.country not in hints.names.countries
    limit = _SMALL if len({known.country for known in entries}) > 1 else _SMALL // 4
    small = entry.kind == "city" and entry.population < limit
    return small and elsewhere and not hints.outer and hints.inner is None


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether a country or region has the other place in it."""
    if outer.kind not in ("country", "region", "area") or outer.country is None:
        return False
    return outer.country == inner.country and outer.region in (None, inner.region)


def _town_of(best: Entry, pool: Sequence[Entry]) -> Entry:
    """The town that a region has its name from: bare "Idlib" is the town, "Idlib province" the region."""
    if best.kind != "region":
        return best
    towns = (entry for entry in pool if entry.kind == "city" and entry.country == best.country)
    return next((town for town in towns if town.population > (_SEAT if town.region == best.region else _LARGE)), best)


def placed(words: str, start: int, end: int, entry: Entry) -> Place:
    """The entry itself, under these words."""
    return Place(start, end, words, entry.name, entry.country, entry.lat, entry.lon, entry.kind, entry.id)


def placed_by(
    words: str, start: int, end: int, entry: Entry | None, precision: PlacePrecision, country: str | None = None
) -> Place:
    """A place that the gazetteer does not have: where the entry is that it has its name from, if there is one."""
    if entry is None:
        return Place(start, end, words, words, country, None, None, precision)
    return Place(start, end, words, words, entry.country, entry.lat, entry.lon, precision)
