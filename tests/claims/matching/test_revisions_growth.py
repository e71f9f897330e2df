"""Twice the article takes about twice the time, whatever its claims are."""

import gc
import random
import time

import pytest

from claims.extraction.reading import read
from claims.matching.revisions import carry_over
from tests.sources.text.edited_texts import made_sentence

from .test_revisions_edits import standing

MOST = 2.6  # times as long for twice the text; measured over two doublings
TRIES = 4
LONG_ENOUGH = 0.05  # seconds
FIRST, LAST = 60, 480


def prose(count):
    rng = random.Random(count)
    return " ".join(f"{made_sentence(rng)[:-1]} {rng.randint(1, 10**6)} times." for _ in range(count))


FAMILIES = {
    "prose": prose,
    "one sentence": lambda n: " ".join(f"{at * 7 % 1000 + 1} men and" for at in range(n)) + " died.",
    "figures of one quote": lambda n: (", ".join(f"{at} men" for at in range(60)) + " died. [1]\n") * (n // 60),
    "one claim again and again": lambda n: "In all 12 men died. [1] " * n,
    "marks": lambda n: "12 [1] " * n,
}


@pytest.fixture(autouse=True)
def without_collections():
    """A collection in the middle of a measurement would be counted as growth."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def timed(text):
    claims, reading = standing(read(text).claims, {}), read(text.replace("7", "8"))

    def seconds():
        started = time.process_time()
        carry_over(text, claims, reading, {})
        return time.process_time() - started

    return seconds


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_article_only(family):
    made, count = FAMILIES[family], FIRST
    while count < LAST and timed(made(count))() < LONG_ENOUGH:
        count *= 2
    small, large = timed(made(count)), timed(made(4 * count))
    once = four_times = float("inf")
    for _ in range(TRIES):
        once, four_times = min(once, small()), min(four_times, large())
        if four_times < max(MOST * MOST * once, LONG_ENOUGH):
            return
    pytest.fail(f"{count} take {once:.3f} s, four times as many {four_times:.3f} s")
