"""Reading places takes time in proportion to the text, whatever is in it."""

import time

import pytest

from claims.extraction.places import read_names, read_places
from claims.extraction.words import read_words

HOSTILE = [
    "Kyiv ", "Lake of the Bank of ", "Paris, Texas, ", "northern, southern and ", "de la A ", "A-A-", "Al-el-", "St. ",
    "X & ", "the City of ", "London and ", "Iran's ", "( Paris ", "near Xville ", '"Paris" ', "A. ", "sub-", "north-",
    "is a village in X, ", "Jordan Smith ", "12 Harbour Street ", "of the of ",
]  # fmt: skip


def seconds(text):
    words = read_words(text)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read_places(words, read_names([words]))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("fragment", HOSTILE)
def test_a_text_twice_as_long_takes_about_twice_as_long(fragment):
    small, large = (fragment * (size // len(fragment)) for size in (6_000, 24_000))
    read_places(read_words("Kyiv"))  # the gazetteer is loaded
    # Four times the text: quadratic would be sixteen times, and the floor keeps clocks out of it.
    assert seconds(large) < 8 * max(seconds(small), 0.002)
