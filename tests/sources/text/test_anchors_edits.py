"""Ten thousand random edits, and not one quote that silently went to the wrong place.

The texts are made to be hard: sentences that differ in a number or a name
only, sentences that stand twice, and some twenty edits on thirty sentences.
"""

import random
import re
from collections import Counter

from sources.text.anchors import Quote, carry

from .edited_texts import EDITS, Edited, Truth, made_text, plain_words, quotes_of

LEAST_EDITS = 10_000
MOST_EDITS_OF_A_TEXT = 40
HARMLESS = {"the", "that", "also", "and"}
FOUND_ALONE, FOUND = 0.97, 0.92  # of the quotes that nothing touched: those without a twin, and all


def numbers(words):
    return tuple(re.findall(r"\d+", words))


def edited_text(seed):
    rng = random.Random(seed)
    text, sentences = made_text(rng)
    edited = Edited(text, sentences, rng)
    count = rng.randint(1, MOST_EDITS_OF_A_TEXT)
    for _ in range(count):
        edited.edit(rng.choice(EDITS))
    return text, [Quote(*span) for span in quotes_of(text, sentences)], Truth(edited), count


def is_wrong(anchored, quote, truth):
    """Is a place that is given without a word of doubt another place, or are the words others?"""
    inside, covered = truth.overlap(quote, anchored.start, anchored.end)
    if inside < 0.8 or covered < 0.8:
        return True
    before = Counter(plain_words(truth.old[quote.start : quote.end]))
    after = Counter(plain_words(truth.new[anchored.start : anchored.end]))
    changed = set((before - after) + (after - before))
    return not changed <= (set() if anchored.verbatim else HARMLESS)


def test_no_edit_makes_an_anchor_silently_wrong():
    edits, seed, wrong, told = 0, 0, [], Counter()
    while edits < LEAST_EDITS:
        text, quotes, truth, count = edited_text(seed)
        edits, seed = edits + count, seed + 1
        for quote, anchored in zip(quotes, carry(text, truth.new, quotes, numbers), strict=True):
            told[anchored.outcome] += 1
            is_silent = anchored.outcome in ("exact", "moved")
            if is_silent and is_wrong(anchored, quote, truth):
                wrong.append((seed - 1, text[quote.start : quote.end], truth.new[anchored.start : anchored.end]))
            if anchored.outcome == "figure_changed":
                told["elsewhere"] += truth.overlap(quote, anchored.start, anchored.end)[0] < 0.5
            if truth.untouched(quote):
                kind = "twin" if truth.has_twin(quote) else "alone"
                told[kind] += 1
                told[f"{kind} found"] += is_silent
    print(f"{edits} edits, {told}")  # noqa: T201 shown with -s
    assert wrong == []
    assert told["alone found"] / told["alone"] >= FOUND_ALONE
    assert (told["alone found"] + told["twin found"]) / (told["alone"] + told["twin"]) >= FOUND
    assert told["elsewhere"] <= told["figure_changed"] / 200
