"""The whole reading: what it gives, in which shape, and that it holds on to nothing it should not."""

import json

import pytest

from claims.extraction.reading import read, read_in_steps

TEXT = (
    "In October 2024 at least 3,000 soldiers reached Kharkiv, the ministry said.[1][2–4] It rained.[a]\n"
    "About 2.5 million people fled, up 15% since 2020.\n\n"
    "References\n[1] Ministry, 2024: 5,000 soldiers in Kyiv.\n[2] Smith"
)


def test_the_lists_have_everything_with_its_citations():
    reading = read(TEXT, "2025-03")
    assert [mark.numbers for mark in reading.marks] == [(1,), (2, 3, 4), ()]
    assert [(cited.part.text, cited.citations) for cited in reading.figures] == [
        ("at least 3,000", (1, 2, 3, 4)),
        ("About 2.5 million", ()),
        ("15%", ()),
    ]
    assert [(cited.part.edtf, cited.citations) for cited in reading.dates] == [("2024-10", (1, 2, 3, 4)), ("2020", ())]
    assert [cited.part.text for cited in reading.places] == ["Kharkiv"]
    assert [cited.part.text for cited in reading.attributions] == ["the ministry"]


def test_the_reference_list_is_read_as_entries_not_as_claims():
    reading = read(TEXT)
    assert [(entry.number, entry.text) for entry in reading.references] == [
        (1, "Ministry, 2024: 5,000 soldiers in Kyiv."),
        (2, "Smith"),
    ]
    assert max(mark.start for mark in reading.marks) < TEXT.index("References")
    assert not any("5,000" in claim.quote.exact for claim in reading.claims)


def test_its_json_has_the_shape_that_the_api_promises():
    shape = json.loads(json.dumps(read(TEXT, "2025-03").as_json()))
    assert shape["text"] == TEXT
    assert shape["marks"][1] | {"kind": ""} == {
        "start": 78, "end": 83, "surface": "[2–4]", "numbers": [2, 3, 4], "kind": "",
    }  # fmt: skip
    assert shape["sentences"][0].keys() >= {"start", "end", "citations"}
    assert shape["figures"][1] == {
        "start": 98, "end": 115, "text": "About 2.5 million", "comparator": "about", "low": 2500000, "high": 2500000,
        "unit": "people", "counted": "people", "form": "amount", "per": None, "citations": [],
    }  # fmt: skip
    assert shape["dates"][0].keys() == set(
        "start end text edtf relation qualifier earliest latest precision inferred citations".split()  # noqa: SIM905
    )
    assert shape["places"][0].keys() == set("start end text name country lat lon precision citations".split())  # noqa: SIM905
    assert shape["attributions"][0].keys() == set("start end text agent cue mode chain citations".split())  # noqa: SIM905
    claim = shape["claims"][0]
    assert claim.keys() >= set("kind statement quote figure date place attribution citations".split())  # noqa: SIM905
    assert claim["citations"] == [{"number": 1}, {"number": 2}, {"number": 3}, {"number": 4}]
    assert claim["figure"]["high"] is None


@pytest.mark.parametrize(
    ("words", "low"), [("12 people", "12"), ("2.5 million people", "2500000"), ("1.5% of them", "1.5")]
)
def test_numbers_are_json_numbers(words, low):
    figure = read(f"It hit {words}.").as_json()["figures"][0]
    assert json.dumps(figure["low"]) == low


def test_a_text_in_another_language_has_its_marks_read_and_says_that_figures_are_not():
    text = (
        "Im Oktober 2024 sind bei dem Angriff auf die Stadt nach den Angaben des Amtes 300 Menschen gestorben.[1] "
        "Das war schlimm.[2]"
    )
    reading = read(text)
    assert (reading.language, reading.figures_read) == ("de", False)
    assert [claim.citations for claim in reading.claims] == [(1,), (2,)]
    assert reading.figures == reading.dates == reading.places == reading.attributions == []


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "[1]", "\u200b", "[1][2] [3]\n[4]"])
def test_a_text_without_words_has_no_claims(text):
    assert read(text).claims == []


@pytest.mark.parametrize(
    "text",
    [
        "🙂 The army 👩‍👩‍👧 lost 12 people in Kyiv 🇺🇦.[1]",
        "\u202bאמר\u202c the army lost 12 people in Kyiv.[1]",
        "The\u200b army lost\u00a012\u2009people in Kyi\u0301v.[1]",
        "The army lost 12 people.[1]\r\nIt lost 13 people.[2]",
    ],
)
def test_offsets_are_code_points_of_the_text_given(text):
    shape = read(text).as_json()
    for part in [*shape["figures"], *shape["places"], *shape["attributions"], *shape["dates"]]:
        assert text[part["start"] : part["end"]] == part["text"]
    for claim in shape["claims"]:
        assert text[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["exact"]
    assert shape["figures"][0]["low"] == 12


def test_a_long_text_tells_how_far_it_has_come():
    steps = read_in_steps("It hit 12 people in May 2024.[1] " * 5000)
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            reading = done.value
            break
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shares) > 4
    assert len(reading.claims) == 5000


def test_reading_again_gives_the_same():
    assert read(TEXT, "2025-03").as_json() == read(TEXT, "2025-03").as_json()


def test_a_year_that_is_named_later_dates_what_stands_before_it():
    reading = read(
        "The storm struck the coast on 9 September.[1] It was gone by 12 September 2008, the ministry said.[2]"
    )
    assert [cited.part.edtf for cited in reading.dates] == ["2008-09-09", "2008-09-12"]
