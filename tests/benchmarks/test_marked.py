"""Figures in prose of many kinds: census pages, court and match reports, news, markets, medicine, war."""

from __future__ import annotations

import pytest

from claims.extraction.reading import read

from .labelled import as_row
from .marked import marked_rows, read_marked
from .scoring import figures_of
from .tallies import Tally, matched, overlap

# What a text that nobody has seen before may cost; these passages are read better.
FLOORS = {
    "figures: value": 97,
    "figures: value + comparator": 96,
    "figures: value + unit": 95,
    "figures: everything": 94,
}


@pytest.fixture(scope="module")
def rows():
    return [(row, as_row(read(row["text"]))["quantities"]) for row in marked_rows()]


@pytest.fixture(scope="module")
def reached(rows):
    total: dict[str, Tally] = {}
    for row, said in rows:
        for layer, found in figures_of(row, {"quantities": said}).items():
            total.setdefault(layer, Tally()).__iadd__(found)
    return total


@pytest.mark.parametrize("layer", FLOORS)
def test_the_figures_of_prose_are_read(reached, layer):
    assert reached[layer].f1 >= FLOORS[layer]


def test_rates_are_read_with_what_they_are_per(rows):
    pairs = [pair for row, said in rows for pair in matched(row["quantities"], said, overlap)]
    assert [said["text"] for label, said in pairs if said["per"] != label["per"]] == []


def test_there_are_passages_of_every_kind(rows):
    assert len(rows) >= 80
    kinds = {figure["comparator"] for row, _ in rows for figure in row["quantities"]}
    assert kinds == {"eq", "approx", "gt", "ge", "lt", "le", "range", "vague"}


def test_a_marked_text_is_read():
    row = read_marked(
        "It has {about 40|~40|men/-} men, {fewer than 9|<9|boys|per year} a year, {-5 to 6|-5..6|-|optional}."
    )
    assert row["text"] == "It has about 40 men, fewer than 9 a year, -5 to 6."
    assert [row["text"][figure["start"] : figure["end"]] for figure in row["quantities"]] == [
        "about 40",
        "fewer than 9",
        "-5 to 6",
    ]
    assert [(figure["comparator"], figure["low"], figure["high"]) for figure in row["quantities"]] == [
        ("approx", 40, 40),
        ("lt", None, 9),
        ("range", -5, 6),
    ]
    assert [(figure["unit"], figure["unit_alt"]) for figure in row["quantities"]] == [
        ("men", [""]),
        ("boys", []),
        ("", []),
    ]
    assert [(figure["per"], figure["optional"]) for figure in row["quantities"]] == [
        (None, False),
        ("year", False),
        (None, True),
    ]
