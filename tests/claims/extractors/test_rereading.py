"""What our own readers find in words that a model points at."""

from decimal import Decimal

import pytest

from claims.extraction.words import read_words
from claims.extractors.quotes import places_of
from claims.extractors.rereading import reread_date, reread_figure, reread_place, same_value, whole_words


def pointed(sentence, words):
    return read_words(sentence), next(places_of(words, sentence))


@pytest.mark.parametrize(
    ("sentence", "words", "text", "comparator", "low", "high", "unit"),
    [
        ("They lost about Section 40 men.", "40", "40", "exact", 40, 40, "men"),
        ("They left Camp 60 strong.", "60", "60", "exact", 60, 60, None),
        ("The herd had at least 60 goats.", "60", "at least 60", "at_least", 60, None, "goats"),
        ("The herd had no more than 60 goats.", "60 goats", "no more than 60", "at_most", None, 60, "goats"),
        ("The wall cost $15 million.", "15 million", "$15 million", "exact", 15000000, 15000000, "dollars"),
        ("Between 40 and 60 goats fled.", "40 and 60", "Between 40 and 60", "between", 40, 60, "goats"),
        ("Dozens of goats fled.", "Dozens", "Dozens", "vague", 24, 99, "goats"),
    ],
)
def test_a_figure_takes_its_hedge_and_its_noun_along(sentence, words, text, comparator, low, high, unit):
    figure = reread_figure(*pointed(sentence, words))
    assert (figure.text, figure.comparator, figure.low, figure.high, figure.unit) == (text, comparator, low, high, unit)


@pytest.mark.parametrize(("sentence", "words"), [("Many goats fled.", "Many"), ("Its 4x4 car.", "4x4"), ("Ann", "Ann")])
def test_where_our_reader_finds_no_figure_there_is_none(sentence, words):
    assert reread_figure(*pointed(sentence, words)) is None


@pytest.mark.parametrize(
    ("sentence", "words", "whole"),
    [
        ("He has 13,000 goats.", "13,000", True),
        ("He has 13,000 goats.", "000", False),
        ("He has 13,000 goats.", "13", False),
        ("He has 13 goats.", "3 goats", False),
        ("He has 13 goats.", "13 goat", False),
        ("He has a T-72 tank.", "72", False),
        ("A 34-day siege.", "34", True),
        ("From Lima–30 km.", "30 km", False),
    ],
)
def test_a_part_of_a_word_is_no_word(sentence, words, whole):
    assert whole_words(*pointed(sentence, words)) is whole


@pytest.mark.parametrize(
    ("low", "high", "same"),
    [(60, None, True), (60, 60, True), (None, 60, False), (61, None, False), (60, 70, False), (None, None, False)],
)
def test_an_open_bound_is_open_on_its_own_side(low, high, same):
    figure = reread_figure(*pointed("The herd had at least 60 goats.", "60"))
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert same_value(*bounds, figure) is same


@pytest.mark.parametrize(("low", "same"), [(24, True), (60, True), (12, False), (100, False)])
def test_of_a_vague_figure_the_order_will_do(low, same):
    figure = reread_figure(*pointed("Dozens of goats fled.", "Dozens"))
    assert same_value(Decimal(low), None, figure) is same


def test_dates_and_places():
    assert reread_date(*pointed("It fell in May 2024.", "May 2024"), "2025").edtf == "2024-05"
    assert reread_date(*pointed("It fell in May.", "May"), "2025-08").edtf == "2025-05"
    assert reread_date(*pointed("It fell at dawn.", "dawn"), "2025") is None
    assert reread_place(*pointed("It fell in Lima.", "Lima")).country == "PE"
    assert reread_place(*pointed("It fell in Xqzt.", "Xqzt")) is None
