"""The adapters for other people's number specifications: what counts as right, and what is left out."""

import json

import pytest

from .specs_numbers import left_out, report, scores


def said(text, *labels):
    """A test as they write it; a label is (surface, low, high, unit)."""
    gold = []
    for surface, low, high, *unit in labels:
        start = text.index(surface)
        end = start + len(surface)
        gold.append(
            {"start": start, "end": end, "surface": surface, "low": low, "high": high, "unit": (unit or [None])[0]}
        )
    return {"text": text, "gold": gold}


@pytest.fixture
def folder(tmp_path):
    rows = {
        "quantulum3/quantities": [
            said("They sold about 9 kg a day.", ("9 kg", 9, 9, "kilogram")),
            said("Soyuz 9 flew in 1987.", ("9", 9, 9, "dimensionless"), ("1987", 1987, 1987, "dimensionless")),
        ],
        "recognizers/Number_NumberModel": [
            said("a 90 kg sack"),
            said("they paid $90 for 4 sacks", ("90", 90, 90), ("4", 4, 4)),
            said("my number is 555-4321-99", ("555", 555, 555), ("4321", 4321, 4321), ("99", 99, 99)),
            said("in all 17 sacks", ("17", 18, 18)),
        ],
        "recognizers/Number_NumberRangeModel": [
            said("y is more than 6 of 7", ("more than 6", 6, None)),
            said("y is at most 6", ("at most 6", 6, None)),  # the wrong end is open
            said("the tenth of 9 or so"),
        ],
        "recognizers/Number_PercentModel": [said("a percentage of 9%", ("percentage", None, None), ("9%", 9, 9))],
        "recognizers/Number_OrdinalModel": [said("the seventh of 8", ("seventh", 7, 7))],
    }
    for name, lines in rows.items():
        file = tmp_path / f"{name}.jsonl"
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def test_each_specification_has_its_tallies(folder):
    found = {name: (tally.right, tally.said, tally.asked) for name, tally in scores(folder).items()}
    assert found == {
        "quantulum3, spans": (1, 1, 1),
        "quantulum3, values": (1, 1, 1),
        "Recognizers: numbers, spans": (3, 3, 3),
        "Recognizers: numbers, values": (2, 3, 3),
        "Recognizers: ranges, spans": (2, 2, 2),
        "Recognizers: ranges, values": (1, 2, 2),
        "Recognizers: percentages, spans": (1, 1, 1),
        "Recognizers: percentages, values": (1, 1, 1),
        "Recognizers: ordinals left alone": (1, 1, 1),
    }


def test_what_is_left_out_is_counted_with_its_reason(folder):
    assert {name: dict(reasons) for name, reasons in left_out(folder).items()} == {
        "quantulum3": {"part of a name, or the number of something": 1, "a year": 1},
        "Recognizers: numbers": {"part of a date, a telephone number, an address": 3},
        "Recognizers: ranges": {},
        "Recognizers: percentages": {"a count of one without a number word": 1},
    }


def test_the_report_names_both(folder):
    lines = list(report(folder))
    assert any("quantulum3, values" in line and "100.0 (1/1/1)" in line for line in lines)
    assert "Recognizers: numbers: 3 left out" in lines


def test_a_specification_that_is_not_there_has_nothing_right_and_nothing_asked(tmp_path):
    assert {(tally.said, tally.asked) for tally in scores(tmp_path).values()} == {(0, 0)}
