"""Which of the places of one name is meant, and what we then say of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from .gazetteer import Entry, look_up
from .names import Names
from .parts import Place, PlacePrecision

_NAMED = 1.6  # what it counts, in powers of ten of inhabitants, that the text speaks of the country
_BESIDE = 4.0  # … that the country or region stands right behind the name: "Paris, Texas"
_SEAT, _LARGE = 50_000, 500_000  # inhabitants of a town that comes before its region, and before another one
_COUNTRY = 1.5  # … to be a country


def chosen(
    entries: Sequence[Entry], names: Names, *, wanted: PlacePrecision | None = None, within: Sequence[Entry] = ()
) -> Entry:
    """The likeliest of them. `wanted` is the kind that a type word asks for, `within` what stands behind the name."""
    pool = [entry for entry in entries if entry.kind == wanted] or list(entries)
    best = max(pool, key=lambda entry: _weight(entry, names, within))
    return best if wanted else _town_of(best, pool)


def _weight(entry: Entry, names: Names, within: Sequence[Entry]) -> float:
    weight = log10(max(entry.population, 1)) + _COUNTRY * (entry.kind == "country")
    if entry.country in names.countries:
        weight += _NAMED - 0.1 * names.countries.index(entry.country)
    if any(entry.country == outer.country and outer.region in (None, entry.region) for outer in within):
        weight += _BESIDE
    return weight


def _town_of(best: Entry, pool: Sequence[Entry]) -> Entry:
    """The town that a region has its name from: bare "Idlib" is the town, "Idlib province" the region."""
    if best.kind != "region":
        return best
    towns = (entry for entry in pool if entry.kind == "city" and entry.country == best.country)
    return next((town for town in towns if town.population > (_SEAT if town.region == best.region else _LARGE)), best)


def placed(
    text: str,
    start: int,
    end: int,
    entry: Entry | None,
    precision: PlacePrecision | None = None,
    name: str | None = None,
) -> Place:
    """A Place of these words. Without `precision` it is the entry's own kind."""
    if entry is None:
        return Place(start, end, text[start:end], name or text[start:end], None, None, None, precision or "area")
    return Place(
        start,
        end,
        text[start:end],
        name or entry.name,
        entry.country,
        entry.lat,
        entry.lon,
        precision or entry.kind,
        entry.id,
    )


def region_of(key: str) -> Entry | None:
    """A country or first-level region of exactly that name."""
    known = look_up(key)
    return next((entry for entry in known.entries if entry.kind in ("country", "region")), None) if known else None
