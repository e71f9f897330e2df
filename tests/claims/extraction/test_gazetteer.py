"""The gazetteer: what it has under a name, and that its file is what our lists say."""

import pytest

from claims.extraction.geography import gazetteer
from claims.extraction.geography.gazetteer import DATA, fold, look_up


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Kursk", "kursk"),
        ("Nagorno-Karabakh", "nagorno karabakh"),
        ("Sana'a", "sanaa"),
        ("Şanlıurfa", "sanliurfa"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
    ],
)
def test_a_name_is_folded_to_its_key(written, key):
    assert fold(written) == key


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Ukraine", "country", "UA", 49, 31),
        ("UK", "country", "GB", 54, -2),
        ("Burma", "country", "MM", 21, 96),
        ("Kursk Oblast", "region", "RU", 51.7, 36.2),
        ("Texas", "region", "US", 31, -98),
        ("Uttar Pradesh", "region", "IN", 27, 80.5),
        ("Nairobi", "city", "KE", -1.29, 36.82),
        ("Kiev", "city", "UA", 50.45, 30.52),
        ("Donbas", "area", "UA", 48.2, 38.2),
        ("Strait of Hormuz", "area", None, 26.6, 56.3),
        ("Sahel", "area", None, 14, 0),
        ("Zuwara", "city", "LY", 32.9, 12.1),
        ("Pangasinan", "region", "PH", 16, 120.3),
    ],
)
def test_a_name_has_its_place_first(name, kind, country, lat, lon):
    known = look_up(fold(name))
    entry = next(entry for entry in known.entries if entry.kind == kind)
    assert entry.country == country
    assert (entry.lat, entry.lon) == (pytest.approx(lat, abs=1.6), pytest.approx(lon, abs=1.6))


def test_towns_of_one_name_stand_by_their_size():
    populations = [entry.population for entry in look_up("springfield").entries if entry.kind == "city"]
    assert len(populations) > 3
    assert populations == sorted(populations, reverse=True)


def test_a_name_that_is_also_a_word_or_a_persons_is_marked():
    assert look_up("reading").word
    assert look_up("jackson").person
    assert not look_up("pyongyang").word
    assert look_up("valletta").seat
    assert not look_up("sliema").seat


@pytest.mark.parametrize("key", ["", "no such place at all", "kursk\t", "~", "\x00"])
def test_an_unknown_name_has_nothing(key):
    assert look_up(key) is None


def rows(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_every_area_of_our_list_is_in_the_file():
    names = [name for row in rows("areas.tsv") for name in row[4].split("|")]
    assert len(names) > 700
    assert [name for name in names if look_up(fold(name)) is None] == []


def test_every_other_name_of_our_list_is_in_the_file():
    names = [(row[0], name) for row in rows("other_names.tsv") for name in row[2].split("|")]
    assert len(names) > 400
    missing = [
        name
        for country, name in names
        if (known := look_up(fold(name))) is None or country not in {entry.country for entry in known.entries}
    ]
    assert missing == []


def test_the_file_is_sorted_as_the_look_up_needs_it():
    keys = [line.partition("\t")[0] for line in gazetteer._lines()]
    assert keys == sorted(set(keys))


def test_every_entry_stands_on_the_globe():
    step = 97  # a sample of the lines, and every kind is in it
    entries = [entry for line in gazetteer._lines()[::step] for entry in look_up(line.partition("\t")[0]).entries]
    assert {entry.kind for entry in entries} >= {"region", "city", "area"}
    assert all(-90 <= entry.lat <= 90 and -180 <= entry.lon <= 180 and entry.population >= 0 for entry in entries)


def test_the_data_stays_small_and_names_its_source():
    assert (DATA / "places.tsv.gz").stat().st_size < 3_000_000
    assert "Creative Commons Attribution 4.0" in (DATA / "NOTICE.md").read_text(encoding="utf-8")
