"""The one interval that a claim stores for a date and its preposition."""

import datetime as dt

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.intervals import as_interval
from claims.extraction.words import read_words


def claimed(sentence, today=None):
    dates, _ = read_dates(read_words(sentence), Calendar(today=today))
    assert len(dates) == 1
    return as_interval(dates[0], sentence)


@pytest.mark.parametrize(
    ("sentence", "text", "value", "earliest", "latest"),
    [
        ("Held in October 2024.", "October 2024", "2024-10", "2024-10-01", "2024-10-31"),
        ("Stationed there since February 2025.", "since February 2025", "2025-02/..", "2025-02-01", None),
        ("Open from February 2025.", "from February 2025", "2025-02/..", "2025-02-01", None),
        ("Closed until February 2025.", "until February 2025", "../2025-02", None, "2025-02-28"),
        ("Ready by February 2025.", "by February 2025", "../2025-02", None, "2025-02-28"),
        ("Built before February 2025.", "before February 2025", "../2025-01-31", None, "2025-01-31"),
        ("Moved after February 2025.", "after February 2025", "2025-03-01/..", "2025-03-01", None),
        ("Six remain as of February 2025.", "as of February 2025", "2025-02", "2025-02-01", "2025-02-28"),
        ("Popular in the 1950s.", "the 1950s", "195X", "1950-01-01", "1959-12-31"),
        ("Unseen since the 1950s.", "since the 1950s", "1950/..", "1950-01-01", None),
        ("In use until the 1950s.", "until the 1950s", "../1959", None, "1959-12-31"),
        ("Known before the 19th century.", "before the 19th century", "../1799-12-31", None, "1799-12-31"),
        ("Empty since at least 2014.", "since at least 2014", "2014/..", "2014-01-01", None),
        ("Due no later than 5 May 2020.", "no later than 5 May 2020", "../2020-05-05", None, "2020-05-05"),
        ("Fought from 1939 to 1945.", "from 1939 to 1945", "1939/1945", "1939-01-01", "1945-12-31"),
        ("In force from 2014 onwards.", "from 2014", "2014/..", "2014-01-01", None),
        ("Restored after spring 2021.", "after spring 2021", "2021-06-01/..", "2021-06-01", None),
        ("Sold since Q2 2009.", "since Q2 2009", "2009-04/..", "2009-04-01", None),
        ("Sold until the third quarter of 2009.", "until the third quarter of 2009", "../2009-09", None, "2009-09-30"),
        ("Sold by the evening of 3 May 2009.", "by the evening of 3 May 2009", "../2009-05-03", None, "2009-05-03"),
        ("Settled since about 1850.", "since about 1850", "1850~/..", "1850-01-01", None),
    ],
)
def test_relation_and_value_become_one_interval(sentence, text, value, earliest, latest):
    date = claimed(sentence)
    assert (date.text, date.edtf) == (text, value)
    assert date.earliest == (dt.date.fromisoformat(earliest) if earliest else None)
    assert date.latest == (dt.date.fromisoformat(latest) if latest else None)
    assert sentence[date.start : date.end] == text


def test_precision_and_relation_stay_those_of_the_date():
    date = claimed("Stationed there since February 2025.")
    assert (date.precision, date.relation) == ("month", "since")


def test_a_year_that_nobody_knows_stays_unknown():
    date = claimed("Closed since 17 August.")
    assert (date.text, date.edtf, date.earliest, date.latest) == ("since 17 August", "XXXX-08-17", None, None)


def test_a_claim_about_antiquity_keeps_its_open_end():
    assert claimed("Roman since 44 BC.").edtf == "-0043/.."


def test_doing_it_twice_changes_nothing():
    sentence = "Closed until February 2025."
    once = claimed(sentence)
    assert as_interval(once, sentence) == once
