"""Names of places and where they are, offline.

The countries, first-level regions and towns come from GeoNames (CC BY 4.0): the one
open gazetteer that has coordinates, country, region and population for the whole world
under a licence that asks for nothing but attribution. OpenStreetMap's would share alike
over our data, Natural Earth stops at the largest towns, CLDR and ISO 3166 know no
coordinates. The packages that carry GeoNames weigh up to 179 MB, so a small file is
made of them once (`python -m claims.extraction.geography.build_gazetteer`) and committed; areas
and exonyms that English prose really uses (Donbas, Gaza Strip, Sahel, Kiev) are lists
of our own beside it. See gazetteer_data/NOTICE.md.

The file is one sorted line for each key, and a look-up is a bisection over the lines:
loading is decompressing, nothing is parsed before it is asked for.
"""

from __future__ import annotations

import gzip
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

Kind = Literal["country", "region", "city", "area", "facility"]

DATA = Path(__file__).parent / "gazetteer_data"
KINDS: dict[str, Kind] = {"c": "country", "r": "region", "p": "city", "a": "area", "f": "facility"}
DROPPED = dict.fromkeys(map(ord, ".,'’‘ʼʻ`´ʿʾ"))  # "U.S.", "Sana'a", "Kharkivs’ka"
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer. `region` is the GeoNames code of its first-level region: "TX" of US."""

    id: str
    name: str
    country: str | None
    region: str | None
    kind: Kind
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Known:
    """All places of one name, countries first and then by population, and what else the name may be."""

    entries: tuple[Entry, ...]
    word: bool  # of the dictionary: Reading, Split
    person: bool  # a given name or a surname: Jackson, Florence
    seat: bool = False  # the capital of a country: Valletta


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A name as a key: lower case, no accents, apostrophes or full stops, hyphens as blanks.

    >>> fold("Nagorno-Karabakh"), fold("Sana'a"), fold("U.S."), fold("Łódź")
    ('nagorno karabakh', 'sanaa', 'us', 'lodz')
    """
    lower = name.casefold()
    if not lower.isascii():
        bare = unicodedata.normalize("NFD", lower.translate(LETTERS))
        lower = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(lower.translate(DROPPED).replace("-", " ").replace("–", " ").split())


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    """The whole gazetteer, sorted by key: "key\\tentry\\tentry…"."""
    return gzip.decompress((DATA / "places.tsv.gz").read_bytes()).decode().split("\n")


def _entry(key: str, fields: str) -> Entry:
    id_, name, country, region, kind, lat, lon, population = fields.split("|")
    return Entry(
        id_, name or key.title(), country or None, region or None, KINDS[kind], float(lat), float(lon), int(population)
    )


@lru_cache(maxsize=20_000)
def look_up(key: str) -> Known | None:
    """What the gazetteer has under that folded name; None where it has nothing."""
    lines = _lines()
    at = bisect_left(lines, key + "\t")
    if "\t" in key or at == len(lines) or not lines[at].startswith(key + "\t"):
        return None
    _, doubt, *entries = lines[at].split("\t")
    return Known(tuple(_entry(key, fields) for fields in entries), "w" in doubt, "n" in doubt, "s" in doubt)


@lru_cache(maxsize=2000)
def entry_of(ident: str) -> Entry | None:
    """The place with that id. A walk over all lines, for somebody who types one; readers go by name."""
    wanted = f"\t{ident}|"
    if not ident or "|" in ident or "\t" in ident:
        return None
    line = next((line for line in _lines() if wanted in line), None)
    if line is None:
        return None
    key, _, *entries = line.split("\t")
    return next(_entry(key, fields) for fields in entries if fields.startswith(f"{ident}|"))
