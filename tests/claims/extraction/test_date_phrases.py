"""A date in the words of a form or a caption → EDTF."""

import pytest

from claims.extraction.date_phrases import from_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1860", "1860"),
        ("the year 1432", "1432"),
        ("March 12, 1940", "1940-03-12"),
        ("Summer 1872", "1872-22"),
        ("c1860", "1860~"),
        ("c. 1860", "1860~"),
        ("ca 1860", "1860~"),
        ("1860 approx", "1860~"),
        ("approximately 1860", "1860~"),
        ("1860?", "1860?"),
        ("maybe 1862", "1862?"),
        ("uncertain: approx 1862", "1862%"),
        ("ca. 1860s?", "186X%"),
        ("1860s", "186X"),
        ("1800s", "18XX"),
        ("c1800s", "180X~"),
        ("19c", "18XX"),
        ("c.19c?", "18XX%"),
        ("2nd century bc", "-01XX"),
        ("before 1928", "/1928"),
        ("later than 1928", "1928/"),
        ("by 1851-52", "1851/1852"),
        ("after about the 1920s", "192X~/"),
        ("1851-52", "1851/1852"),
        ("1711/1713", "[1711, 1713]"),
        ("1711 late - autumn 1713", "1711/1713-23"),
        ("1856-ca. 1865", "1856/1865~"),
        ("active late 17th-19th centuries", "16XX/18XX"),
        ("1864, printed 1872", "1864"),
        ("May", "XXXX-05"),
        ("May 12", "XXXX-05-12"),
        ("90", "1990"),
        ("month in 1872", "1872-XX"),
        ("day in May 1872", "1872-05-XX"),
        ("day in 1872", "1872-XX-XX"),
        ("birthday in 1872", "1872"),
    ],
)
def test_a_date_in_words_becomes_edtf(text, value):
    assert from_words(text) == value


@pytest.mark.parametrize("text", ["", "   ", "undated", "23rd Dynasty", "this isn't a date", "no. 12"])
def test_what_holds_no_date_gives_none(text):
    assert from_words(text) is None


def test_a_long_text_is_cut_and_still_answered():
    assert from_words("1860 " + "c" * 1_000_000) == "1860"
