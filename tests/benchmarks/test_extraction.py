"""The scoreboard, and the least that the reading must reach on the texts that ship with the project."""

import pytest

from .extraction import main, speed
from .labelled import SHIPPED, labelled_rows, scores

# The goals of the first release; what is reached today stands in the README.
FLOORS = {
    "marks": 99,
    "sentences": 97,
    "citation links": 98,
    "claims with exactly the right citations": 97,
    "parts with exactly the right citations": 97,
    "figures: value": 85,
    "figures: value + comparator": 80,
    "figures: value + unit": 75,
    "figures: everything": 70,
    "dates: strict": 80,
    "dates: value": 75,
    "places strict": 70,
    "attribution relaxed": 70,
}


@pytest.fixture(scope="module")
def rows():
    return labelled_rows(SHIPPED)


@pytest.fixture(scope="module")
def reached(rows):
    return scores("shipped", rows).tallies


@pytest.mark.parametrize("layer", FLOORS)
def test_the_reading_reaches_its_floor(reached, layer):
    assert reached[layer].f1 >= FLOORS[layer]


def test_the_shipped_set_has_every_form(rows):
    assert sum(len(row["sentences"]) for row in rows) >= 60
    assert {mark["kind"] for row in rows for mark in row["markers"]} == {"numeric", "note", "citation_needed"}
    assert {figure["comparator"] for row in rows for figure in row["quantities"]} == {
        *("eq", "approx", "gt", "ge", "lt", "le", "range", "vague")
    }
    relations = {date.get("relation") for row in rows for date in row["dates"]}
    assert relations >= {"since", "until", "before", "after", "by", "as_of"}


def test_every_label_stands_in_its_text(rows):
    for row in rows:
        for part in [*row["quantities"], *row["dates"], *row["places"], *row["markers"]]:
            assert row["text"][part["start"] : part["end"]] == part["surface"]
        for voice in row["attribution"]:
            assert row["text"][voice["start"] : voice["end"]] == voice["source"]
            assert row["text"][voice["cue_start"] : voice["cue_end"]] == voice["cue"]


def test_it_reads_fast_enough(rows):
    assert speed(rows, seconds=0.5) > 400, "sentences a second; a quiet machine reads several times as many"


def test_a_folder_without_labelled_texts_is_an_error(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 1
    assert "no file with labelled texts" in capsys.readouterr().err
