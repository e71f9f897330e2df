"""A place as given: by its name and country, by its id in the gazetteer, or by where it lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from claims.extraction.geography.gazetteer import Entry, entry_of, fold, look_up
from claims.extraction.geography.names import Names
from claims.extraction.geography.placing import Hints, chosen, placed
from claims.extraction.parts import Place, PlacePrecision

from .faults import Given

FIELDS = ("name", "country", "lat", "lon", "precision", "gazetteer_id")
PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
COUNTRY = re.compile(r"[A-Z]{2}")
NEAR = 0.01  # degrees: about a kilometre


def read_place(given: Given, text: str, before: Place | None) -> Place | None:
    """The place, with its words; None where something is wrong. `before`: as it is now."""
    known = len(given.faults.errors)
    name = given.text("name", 200) or text[:200]
    country = given.text("country", 40)
    word = given.word("precision", PRECISIONS)
    precision = next((one for one in PRECISIONS if one == word), None)
    lat, lon = given.coordinate("lat", 90), given.coordinate("lon", 180)
    ident = given.text("gazetteer_id", 40)
    if country and not COUNTRY.fullmatch(country):
        given.refuse("country", "A country is two capital letters (ISO 3166-1): FR, US, UA.")
    if (lat is None) != (lon is None):
        given.refuse("lon" if lon is None else "lat", "Give both coordinates, or neither.", "incomplete")
    if len(given.faults.errors) > known:
        return None
    if before and _is_same(before, name, country, lat, lon, ident):
        return Place(0, 0, text, before.name, before.country, before.lat, before.lon,
                     precision or before.precision, before.gazetteer_id)  # fmt: skip
    if ident:
        return _by_id(given, ident, text)
    entry = _entry(name, country, precision, lat, lon)
    if entry:
        return placed(text, 0, 0, entry)
    return Place(0, 0, text, name, country or None, lat, lon, precision or "area")


def _is_same(before: Place, name: str, country: str, lat: float | None, lon: float | None, ident: str) -> bool:
    if ident and ident != before.gazetteer_id:
        return False
    where = lat is None or (lat, lon) == (before.lat, before.lon)
    return name == before.name and country in ("", before.country or "") and where


def _by_id(given: Given, ident: str, text: str) -> Place | None:
    entry = entry_of(ident)
    if entry is None:
        given.refuse("gazetteer_id", "The gazetteer has no place with this id.", "not_found")
        return None
    return placed(text, 0, 0, entry)


def _entry(
    name: str, country: str, precision: PlacePrecision | None, lat: float | None, lon: float | None
) -> Entry | None:
    """The gazetteer's place of that name which agrees with all that is said."""
    known = look_up(fold(name))
    entries: Sequence[Entry] = known.entries if known else ()
    if country:
        entries = [entry for entry in entries if entry.country == country]
    if precision:
        entries = [entry for entry in entries if entry.kind == precision]
    if lat is not None and lon is not None:
        entries = [entry for entry in entries if abs(entry.lat - lat) < NEAR and abs(entry.lon - lon) < NEAR]
    return chosen(entries, Hints(Names(), written=name)) if entries else None
