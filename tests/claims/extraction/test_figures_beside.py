"""Figures that the words beside them decide: numbers in names, in brackets, behind limits, counted in ones."""

from __future__ import annotations

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.figures import read_figures
from claims.extraction.initials import is_abbreviated
from claims.extraction.words import read_words


def read(sentence):
    return [(figure.text, figure.comparator, figure.unit) for figure in read_figures(read_words(sentence))]


@pytest.mark.parametrize(
    "name",
    [
        "Norvian fever 2019 (NOVID-19)",
        "marsh virus 2 (MARV-2)",
        "river fever virus 2 (RIF-CoV-2)",
        "The probe Farer 2 (FRR2)",
        "Plan 2030 (P-2030)",
    ],
)
def test_a_number_that_an_abbreviation_repeats_is_part_of_the_name(name):
    words = read_words(f"{name} came.")
    assert read_figures(words) == []
    assert read_dates(words, Calendar())[0] == []


@pytest.mark.parametrize("text", ["in 2019 (see p. 19)", "in 2019 (NOVID)", "2 (", "in 2019 (MX-20)", "2019"])
def test_other_brackets_behind_a_number_repeat_nothing(text):
    tokens = read_words(text).tokens
    at = next(place for place, token in enumerate(tokens) if token.kind == "number")
    assert not is_abbreviated(tokens, at)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Both clubs were level on points (63), so they met again.", [("63", "exact", None)]),
        ("Norland led in silver (12), and won the most races (41).", [("12", "exact", None), ("41", "exact", None)]),
        ("The Reds had the fewest losses (3).", [("3", "exact", None)]),
        ("It tied on wins (9), but not on draws.", [("9", "exact", None)]),
        ("We need (1) food, (2) water and (3) shelter.", []),
        ("They asked for food (1), water (2) and salt (3).", []),
    ],
)
def test_a_figure_in_brackets_behind_what_is_compared(sentence, answer):
    assert [figure[:2] for figure in read(sentence)] == [figure[:2] for figure in answer]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Officials put the catch at over 1980.", ["over 1980"]),
        ("Losses rose to more than 1950.", ["more than 1950"]),
        ("The herd shrank by over 1900.", ["over 1900"]),
        ("Output was up over 2019.", []),
        ("It cost less than 2010.", []),
    ],
)
def test_a_limit_that_something_reaches_is_no_year(sentence, answer):
    assert [text for text, *_ in read(sentence)] == answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It opened one day before the vote.", [("one day", "exact", "days")]),
        ("One day after the storm the port was shut.", [("One day", "exact", "days")]),
        ("The crew was home one day ahead of them.", [("one day", "exact", "days")]),
        ("One day she left for good.", []),
    ],
)
def test_one_day_counts_from_something(sentence, answer):
    assert read(sentence) == answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It may live as long as 30 months or more.", ("as long as 30 months or more", "at_least", "months")),
        ("As many as 40 or more came.", ("As many as 40 or more", "at_least", None)),
        ("They grow as high as 30 metres or more.", ("as high as 30 metres or more", "at_least", "metres")),
        ("It may live as long as 30 months.", ("as long as 30 months", "at_most", "months")),
    ],
)
def test_or_more_has_the_last_word(sentence, answer):
    assert read(sentence)[0][:2] == answer[:2]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("The college is organised around seven schools.", [("seven", "exact", "schools")]),
        ("The plot revolves around three sisters.", [("three", "exact", "sisters")]),
        ("The town was built around 12 wells.", [("12", "exact", "wells")]),
        ("They held around seven meetings.", [("around seven", "about", "meetings")]),
    ],
)
def test_around_is_a_place_behind_some_verbs(sentence, answer):
    assert read(sentence) == answer


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("She won six overall titles.", "titles"),
        ("They took five consecutive and six overall national cups.", "cups"),
        ("It set two overall records.", "records"),
    ],
)
def test_overall_describes_what_is_counted(sentence, unit):
    assert {found for *_, found in read(sentence)} == {unit}


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (
            "Three clubs have won it: Northam Reds (13), Westham Blues (6) and Easton (1).",
            [("Three", "clubs"), ("13", None), ("6", None), ("1", None)],
        ),
        ("Goals came from Bell (12), Hunt (9) and Marsh (9).", [("12", None), ("9", None), ("9", None)]),
        ("Medals went to Norland (4) and Sudland (2).", [("4", None), ("2", None)]),
        ("Hall (1), Marsh (2) and Bell (3) wrote on it.", []),
        ("See Hall (7) for more.", []),
    ],
)
def test_a_tally_has_a_figure_behind_every_name(sentence, answer):
    assert [(text, unit) for text, _, unit in read(sentence)] == answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Aboard were a crew of three and ten passengers.", [("three", None), ("ten", "passengers")]),
        ("He led a team of six and 20 volunteers.", [("six", None), ("20", "volunteers")]),
        ("A family of four and two lodgers lived there.", [("four", None), ("two", "lodgers")]),
        ("They came in groups of 10 and 20 men.", [("10", "men"), ("20", "men")]),
    ],
)
def test_a_whole_group_counts_itself(sentence, answer):
    assert [(text, unit) for text, _, unit in read(sentence)] == answer
