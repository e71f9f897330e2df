"""Numbers as people write them: phrase → value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.extraction.quantities.numbers import read_numeral
from claims.extraction.quantities.numerals import Numeral
from claims.extraction.quantities.phrases import padded
from claims.extraction.words import read_words


def numeral(phrase: str, *, money: bool = False) -> tuple[Numeral | None, str]:
    tokens = padded(read_words(phrase).tokens)
    found = read_numeral(tokens, 0, money=money)
    return found, phrase[: tokens[found.after - 1].end] if found else ""


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("7", "7"),
        ("12,500", "12500"),
        ("3.75", "3.75"),
        (".25", "0.25"),
        ("12,34,567.89", "1234567.89"),
        ("2.345.678", "2345678"),
        ("2.345,67", "2345.67"),
        ("6,50", "6.50"),
        ("40 000", "40000"),
        ("40\u202f000", "40000"),
        ("2 345 678", "2345678"),
        ("3/8", "0.375"),
        ("4 1/2", "4.5"),
        ("4½", "4.5"),
        ("3e8", "300000000"),
        ("6.02×10^23", "602000000000000000000000"),
        ("1.6×10−19", "0.00000000000000000016"),
        ("1.5×10⁸", "150000000"),
        ("1.8 million", "1800000"),
        ("12-million", "12000000"),
        ("35k", "35000"),
        ("7bn", "7000000000"),
        ("7 bn", "7000000000"),
        ("30M", "30000000"),
        ("9m viewers", "9000000"),
        ("14 lakh", "1400000"),
        ("2 lakh crore", "2000000000000"),
        ("4 thousand 2 hundred", "4200"),
        ("7 hundred and 12", "712"),
        ("7 hundred and twelve", "712"),
        ("4 million and a half", "4500000"),
    ],
)
def test_digits_are_read(phrase, value):
    found, _ = numeral(phrase)
    assert found is not None
    assert found.low == found.high == Decimal(value)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("nineteen", "19"),
        ("thirty-four", "34"),
        ("thirty four", "34"),
        ("a hundred", "100"),
        ("six hundred and twelve", "612"),
        ("four thousand and seven hundred", "4700"),
        ("two hundred and six thousand", "206000"),
        ("ninety-nine million four hundred thousand and three", "99400003"),
        ("a hundred thousand million", "100000000000"),
        ("a dozen", "12"),
        ("three dozen", "36"),
        ("half a dozen", "6"),
        ("half a million", "500000"),
        ("half-a-million", "500000"),
        ("a quarter million", "250000"),
        ("three quarters of a million", "750000"),
        ("one and a half", "1.5"),
        ("two-and-a-half", "2.5"),
        ("three and a half million", "3500000"),
        ("a million and a half", "1500000"),
        ("two billion and a quarter", "2250000000"),
        ("four point two", "4.2"),
        ("six point seventy-five million", "6750000"),
        ("nought point nought five", "0.05"),
        ("five and three quarters", "5.75"),
        ("two million, three hundred and nine", "2000309"),
    ],
)
def test_number_words_are_read(phrase, value):
    found, text = numeral(phrase)
    assert found is not None
    assert (found.low, text) == (Decimal(value), phrase)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("two thirds", "0.666667"),
        ("two-fifths", "0.4"),
        ("a third of", "0.333333"),
        ("one-eighth", "0.125"),
        ("three quarters", "0.75"),
        ("nine tenths", "0.9"),
        ("three twenty-fifths", "0.12"),
        ("⅔", "0.666667"),
        ("two hundred thousand millionths", "0.2"),
    ],
)
def test_parts_of_a_whole_are_shares(phrase, value):
    found, _ = numeral(phrase)
    assert found is not None
    assert (found.low, found.form) == (Decimal(value), "share")


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("dozens", 24, 99),
        ("hundreds of", 200, 999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("millions", 2_000_000, 9_999_999),
        ("thousands upon thousands", 2_000, 9_999),
        ("several dozen", 36, 99),
        ("several hundred", 300, 999),
        ("a few thousand", 3_000, 9_999),
        ("several hundred thousand", 300_000, 999_999),
    ],
)
def test_a_loose_number_spans_its_order_of_magnitude(phrase, low, high):
    found, _ = numeral(phrase)
    assert found is not None
    assert (found.sense, found.low, found.high) == ("vague", low, high)


def test_a_couple_of_hundred_is_about_two_hundred():
    found, text = numeral("a couple of hundred men")
    assert found is not None
    assert (found.sense, found.low, text) == ("about", 200, "a couple of hundred")


@pytest.mark.parametrize(
    ("phrase", "text", "value"),
    [
        ("two hundred and three hundred", "two hundred", 200),
        ("3 million and 20 others", "3 million", 3_000_000),
        ("two million three million", "two million", 2_000_000),
        ("10m wall", "10", 10),
        ("7 mm", "7", 7),
        ("two quarters", "two", 2),
        ("two halves", "two", 2),
        ("24/7", "24", 24),
    ],
)
def test_a_number_ends_where_the_next_thing_begins(phrase, text, value):
    found, read = numeral(phrase)
    assert found is not None
    assert (read, found.low) == (text, value)


def test_behind_a_currency_a_letter_is_a_scale_word():
    for phrase, value in [("10m", 10**7), ("10b", 10**10), ("3 m", 3 * 10**6), ("2t", 2 * 10**12)]:
        found, text = numeral(phrase, money=True)
        assert found is not None
        assert (found.low, text) == (value, phrase)


@pytest.mark.parametrize(
    "phrase", ["192.168.1.2", "several men", "a few men", "many", "a man", "tens of", "the", "9" * 31, "couple of men"]
)
def test_what_is_no_number(phrase):
    assert numeral(phrase)[0] is None


def test_a_chain_of_scale_words_stays_within_bounds():
    found, _ = numeral("million " * 500)
    assert found is None or found.low < Decimal(10) ** 61
