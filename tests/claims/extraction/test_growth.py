"""A text of twice the length takes about twice the time, whatever is in it."""

import gc
import time

import pytest

from claims.extraction.reading import read
from tests.benchmarks.hostile import FAMILIES, text_of

MOST = 2.3  # times as long for twice the text; measured over two doublings, where chance counts for less
TRIES = 6
LONG_ENOUGH = 0.03  # seconds; a shorter reading says nothing about growth
FIRST, LAST = 8_000, 64_000  # characters; the length doubles until the reading takes long enough


@pytest.fixture(autouse=True)
def without_collections():
    """A collection in the middle of a measurement would be counted as growth."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def seconds(text):
    started = time.process_time()
    read(text)
    return time.process_time() - started


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_text_only(family):
    length = FIRST
    while length < LAST and seconds(text_of(family, length)) < LONG_ENOUGH:
        length *= 2
    small, large = text_of(family, length), text_of(family, 4 * length)
    once = four_times = float("inf")
    for _ in range(TRIES):
        once, four_times = min(once, seconds(small)), min(four_times, seconds(large))
        if four_times < max(MOST * MOST * once, LONG_ENOUGH):
            return
    pytest.fail(f"{length} characters take {once:.3f} s, four times as many {four_times:.3f} s")


def test_two_hundred_thousand_digits_are_read_quickly():
    assert seconds("9" * 200_000) < 2


def test_a_sentence_of_many_figures_keeps_its_claims_small():
    reading = read("12 men and 5 women, " * 5_000)
    assert len(reading.claims) == 10_000
    assert sum(len(claim.quote.exact) + len(claim.statement) for claim in reading.claims) < 10_000_000
