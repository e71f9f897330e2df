"""Twice the text takes about twice the time, whatever is in it and whatever was done to it."""

import gc
import random
import re
import time

import pytest

from sources.text.anchors import Quote, carry, read_changes

from .edited_texts import made_sentence

MOST = 2.6  # times as long for twice the text; measured over two doublings
TRIES = 6
LONG_ENOUGH = 0.05  # seconds
FIRST, LAST = 250, 8_000  # sentences


@pytest.fixture(autouse=True)
def without_collections():
    """A collection in the middle of a measurement would be counted as growth."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def numbers(words):
    return tuple(re.findall(r"\d+", words))


def prose(count):
    rng = random.Random(count)
    return [f"{made_sentence(rng)[:-1]} {rng.randint(1, 10**6)} times {rng.random()}." for _ in range(count)]


def edited(sentences):
    rng = random.Random(1)
    done = [re.sub(r"\d", "7", sentence, count=rng.randint(1, 3)) for sentence in sentences]
    return [sentence for sentence in done if rng.random() < 0.9]


def shuffled(sentences):
    return random.Random(2).sample(sentences, len(sentences))


FAMILIES = {
    "every sentence changed": (prose, edited),
    "every sentence moved": (prose, shuffled),
    "nothing left": (prose, lambda sentences: ["Not a word of it." for _ in sentences]),
    "one sentence again and again": (lambda n: ["Twelve people were hurt in the square."] * n, edited),
    "one sentence, one copy less": (lambda n: ["Twelve people were hurt."] * n, lambda given: given[1:]),
    "forms": (lambda n: [f"On {at} May, {at} people were hurt." for at in range(n)], edited),
    "forms, all renumbered": (lambda n: [f"It is {at} and not {at}." for at in range(n)], lambda g: g[1:] + g[:1]),
    "one word again and again": (lambda n: ["word word word word"] * n, lambda given: given[1:]),
    "two words in turn": (lambda n: ["one two one two"] * n, lambda given: [*given[1:], "two two one"]),
    "no sentence ever ends": (lambda n: [sentence.replace(".", ",") for sentence in prose(n)], edited),
    "numbers": (lambda n: [str(at) for at in range(4 * n)], lambda given: given[::-1]),
    "brackets": (lambda n: ["[1 [2] [ ["] * n, lambda given: [*given[1:], "]"]),
    "marks that combine": (lambda n: ["e\u0301\u0316 \u0301"] * n, lambda given: given[2:]),
    "dashes": (lambda n: ["1-2 - 3--4"] * n, lambda given: given[1:]),
    "unspaced": (lambda n: ["河水在夜里上涨"] * n, lambda given: given[1:]),
}


def spans_of(pieces):
    at = 0
    for piece in pieces:
        yield Quote(at, at + len(piece))
        at += len(piece) + 1


def seconds(family, count):
    made, changed = FAMILIES[family]
    pieces = made(count)
    old, new, quotes = " ".join(pieces), " ".join(changed(pieces)), list(spans_of(pieces))
    started = time.process_time()
    carry(old, new, quotes, numbers)
    read_changes(old, new)
    return time.process_time() - started


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_text_only(family):
    count = FIRST
    while count < LAST and seconds(family, count) < LONG_ENOUGH:
        count *= 2
    once = four_times = float("inf")
    for _ in range(TRIES):
        once, four_times = min(once, seconds(family, count)), min(four_times, seconds(family, 4 * count))
        if four_times < max(MOST * MOST * once, LONG_ENOUGH):
            return
    pytest.fail(f"{count} pieces take {once:.3f} s, four times as many {four_times:.3f} s")


def test_a_long_article_with_ten_thousand_quotes_takes_seconds():
    pieces = prose(10_000)
    rng = random.Random(3)
    changed = [edited([piece]) if rng.random() < 0.05 else [piece] for piece in pieces]
    old, new = " ".join(pieces), " ".join(piece for kept in changed for piece in kept)
    assert len(old) > 900_000
    started = time.process_time()
    found = carry(old, new, list(spans_of(pieces)), numbers)
    assert time.process_time() - started < 10
    assert sum(1 for anchored in found if anchored.outcome == "exact") > 9_000
