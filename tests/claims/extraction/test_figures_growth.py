"""Hostile sentences: the time for twice the text is about twice the time."""

from __future__ import annotations

import time

import pytest

from claims.extraction.figures import read_figures
from claims.extraction.words import Words, read_words

FRAGMENTS = [
    "1 ", "12,000 ", "1-", "one ", "twenty-", "one hundred and ", "half a ", "between 1 and ", "from 1 to ", "tens of ",
    "up to about ", "$", "1/", "million ", "and a half ", "1 or ", "10 per day ", "1 in 5 ", "5 Aa ", "5 a-", "5's ",
    "more than 1 and less than 2 ", "the number of ", "5 of the ", "http://", "± 5 ", "more ", "of the ", "9",
    '9" ', "7–6, 1–6, ", "5 m−2 ", "5 towns, six more than ", "one child in five ", "24% from 1 to 2, ", "losses up 5 ",
    "under the age of ", "from 5 km in to 6 ", "5 of the country's ", "their number 5 ", "ten 12-inch guns ",
    "twenty-fifth ", "9 Chinese ", "5m-tall ",
]  # fmt: skip


def seconds(words: Words) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        read_figures(words)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_the_time_grows_with_the_text_and_no_faster(fragment):
    short, long = (read_words((fragment * 10_000)[:size]) for size in (4_000, 16_000))
    # Four times the text; a reader that grew with the square would need sixteen times the time.
    assert seconds(long) < 9 * seconds(short) + 0.02


def test_a_very_long_number_is_left_alone():
    assert read_figures(read_words("9" * 200_000)) == []
    assert read_figures(read_words("1," * 100_000 + "1")) == []
