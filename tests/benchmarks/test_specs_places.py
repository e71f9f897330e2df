"""The adapter for WikiGold's place names: what counts as right, and what is left out."""

import json

import pytest

from .specs_places import left_out, report, scores


def row(text, *surfaces):
    gold = [{"start": text.index(name), "end": text.index(name) + len(name), "surface": name} for name in surfaces]
    return {"id": "x", "text": text, "gold": gold}


@pytest.fixture
def folder(tmp_path):
    rows = [
        row("Floods hit northern Austria and the Linz district.", "Austria", "Linz"),
        row("The mill at 12 Harbour Street burned.", "Harbour Street"),
        row("The Austria coach met the Bishop of Linz on the Baltic Railway.", "Austria", "Linz", "Baltic Railway"),
        row("He left Norwic for Kiel.", "Norwic", "Kiel"),
    ]
    (tmp_path / "wikigold.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return tmp_path


def test_what_belongs_to_the_name_for_us_is_right_too(folder):
    (found,) = scores(folder).values()
    assert (found.right, found.said, found.asked) == (4, 4, 5)


def test_what_is_left_out_is_counted_with_its_reason(folder):
    assert left_out(folder) == {
        "WikiGold: places": {"only modifies a noun": 1, "inside a longer name": 1, "a company, a line or a number": 1}
    }


def test_the_report_says_both(folder):
    assert list(report(folder))[1] == "WikiGold: places: 3 left out"
