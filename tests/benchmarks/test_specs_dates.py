"""The adapters for other people's date specifications: what counts as right, and what is left out."""

import json

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.words import read_words

from .specs_dates import RECOGNIZERS, left_out, report, scores
from .timex import agrees

NATLANG = [{"text": "about 1711", "edtf": "1711~"}, {"text": "undated", "edtf": None}, {"text": "1711", "edtf": "1712"}]
PARSER = [
    {"set": "EXAMPLES", "edtf": "1711-02", "dates": ["1711-02-01", "1711-02-28"]},
    {"set": "EXAMPLES", "edtf": "/1711", "dates": ["1701-12-31", "1711-12-31"]},
    {"set": "BAD_EXAMPLES", "edtf": "1711-14", "dates": None},
]


def spoken(text, surface, timex, ref="2019-05-20T00:00:00"):
    start = text.index(surface)
    gold = {"start": start, "end": start + len(surface), "surface": surface, "timex": timex}
    return {"text": text, "ref": ref, "gold": [gold]}


@pytest.fixture
def folder(tmp_path):
    rows = {
        "edtf/natlang": NATLANG,
        "edtf/parser": PARSER,
        "recognizers/DateTime_DateParser": [
            spoken("We met on May 4.", "May 4", "XXXX-05-04"),
            spoken("We met on May 5.", "May 5", "XXXX-05-06"),
            spoken("We meet within 6 days.", "within 6 days", "(2019-05-20,2019-05-26,P6D)"),
        ],
        "recognizers/DateTime_DatePeriodParser": [spoken("In the 1980s.", "the 1980s", "(1980-01-01,1990-01-01,P10Y)")],
    }
    for name, lines in rows.items():
        file = tmp_path / f"{name}.jsonl"
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def test_each_specification_has_its_tally(folder):
    found = {name: (tally.right, tally.said, tally.asked) for name, tally in scores(folder).items()}
    assert found == {
        "python-edtf: phrases": (1, 2, 2),
        "python-edtf: what is EDTF": (2, 2, 2),
        "python-edtf: first and last day": (1, 1, 1),
        "Recognizers: dates": (1, 2, 2),
        "Recognizers: periods": (1, 1, 1),
    }


def test_what_is_left_out_is_counted_with_its_reason(folder):
    assert {name: sum(reasons.values()) for name, reasons in left_out(folder).items()} == {
        "Recognizers: dates": 1,
        "Recognizers: periods": 0,
    }
    assert set(left_out(folder)) == set(RECOGNIZERS)


def test_the_table_says_how_many_were_left_out(folder):
    assert "Recognizers: dates: 1 left out" in list(report(folder))


@pytest.mark.parametrize(
    ("sentence", "timex", "right"),
    [
        ("It met on 4 May 2019.", "2019-05-04", True),
        ("It met on 4 May 2019.", "XXXX-05-04", True),
        ("It met on 4 May 2019.", "2019-05-05", False),
        ("It met in summer 2018.", "2018-SU", True),
        ("It met in summer 2018.", "2018-WI", False),
        ("It met last week.", "2019-W20", True),
        ("It met last week.", "2019-W21", False),
        ("It met on Friday.", "XXXX-WXX-5", True),
        ("It met on Friday.", "XXXX-WXX-4", False),
        ("It met on 3 May 2019.", "XXXX-05-WXX-5-#1", True),
        ("It met from 2014 to 2018.", "(2014-01-01,2018-01-01,P4Y)", True),
        ("It met from 2014 to 2018.", "(2014-01-01,2019-01-01,P5Y)", True),
        ("It met from 2014 to 2018.", "(2014-01-01,2017-01-01,P3Y)", False),
    ],
)
def test_a_timex_value_is_compared_with_ours(sentence, timex, right):
    [date] = read_dates(read_words(sentence), Calendar(today="2019-05-20"))[0]
    assert agrees({"timex": timex, "surface": ""}, date) is right


def test_what_is_counted_from_today_is_compared_as_finely_as_ours():
    [date] = read_dates(read_words("It met two months ago."), Calendar(today="2019-05-20"))[0]
    assert agrees({"timex": "2019-03-20", "surface": "two months ago"}, date)
    assert not agrees({"timex": "2019-04-20", "surface": "two months ago"}, date)
