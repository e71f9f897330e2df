"""Random edits of whole articles: every old claim and every claim of the new text is accounted for exactly once."""

import random
import re
from collections import Counter

from claims.extraction.reading import read
from claims.matching.revisions import Standing, carry_over, newcomers
from sources.text.anchors import Quote
from tests.sources.text.edited_texts import EDITS, Edited, Truth, made_text

TEXTS = 90
PLACED = ("exact", "moved", "figure_changed")
OF_ITS_WORDS = {"dropped", "ambiguous", "value_changed", "hedge_changed", "moved", "reworded"}
OF_ITS_CITATIONS = {"citation_swapped", "renumbered"}


def edited_article(seed):
    rng = random.Random(seed)
    text, sentences = made_text(rng)
    edited = Edited(text, sentences, rng)
    for _ in range(rng.randint(0, 30)):
        edited.edit(rng.choice(EDITS))
    return text, Truth(edited)


def with_list(text, shift):
    """The text with all numbers moved on, and their entries."""
    moved = re.sub(r"\[(\d+)\]", lambda mark: f"[{int(mark[1]) + shift}]", text)
    return moved, {number + shift: f"Work {number} of the River Authority." for number in range(1, 100)}


def standing(claims, entries):
    return [
        Standing(
            key,
            Quote(claim.quote.start, claim.quote.end),
            (claim.figure.start, claim.figure.end) if claim.figure else None,
            tuple((number, entries.get(number, "")) for number in dict.fromkeys(claim.citations)),
        )
        for key, claim in enumerate(claims)
    ]


def followed(old, new, shift):
    old, entries = with_list(old, 0)
    new, new_entries = with_list(new, shift)
    claims, reading = read(old).claims, read(new)
    return claims, reading, carry_over(old, standing(claims, entries), reading, new_entries)


def test_every_claim_is_accounted_for_exactly_once():
    kinds = Counter()
    for seed in range(TEXTS):
        old, truth = edited_article(seed)
        claims, reading, fates = followed(old, truth.new, shift=seed % 2)
        assert [fate.key for fate in fates] == list(range(len(claims)))
        met = [fate.same for fate in fates if fate.same is not None]
        assert sorted([*met, *newcomers(fates, reading)]) == list(range(len(reading.claims)))
        succeeding = [fate.successor for fate in fates if fate.successor is not None]
        assert len(set(succeeding)) == len(succeeding)
        assert not set(succeeding) & set(met)
        for fate in fates:
            check_place(fate, reading.claims)
            check_differences(fate)
            kinds.update(difference.kind for difference in fate.differences)
    assert set(kinds) == OF_ITS_WORDS | OF_ITS_CITATIONS


def test_quotes_end_in_the_order_of_the_text_as_they_begin():
    texts = [edited_article(seed)[0] for seed in range(20)]
    texts.append(" ".join(f"{at} men and" for at in range(2_000)) + " died.")
    for text in texts:
        quotes = [claim.quote for claim in read(text).claims]
        assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
        assert [quote.end for quote in quotes] == sorted(quote.end for quote in quotes)


def check_place(fate, found):
    """A claim that is met again, or succeeded, has a place, and the new claim stands there."""
    assert (fate.anchored.start is not None) == (fate.anchored.outcome in PLACED)
    for index in (fate.same, fate.successor):
        if index is not None:
            quote = found[index].quote
            assert quote.start < fate.anchored.end
            assert fate.anchored.start < quote.end
    assert fate.successor is None or fate.anchored.outcome == "figure_changed"


def check_differences(fate):
    """One thing at most is said of its words, and one of its citations; never silence about a figure or a loss."""
    kinds = [difference.kind for difference in fate.differences]
    words = [kind for kind in kinds if kind in OF_ITS_WORDS]
    assert len(words) <= 1
    assert len(kinds) - len(words) <= 1
    if fate.anchored.outcome in ("lost", "ambiguous", "figure_changed"):
        assert len(words) == 1


def test_a_claim_that_nothing_touched_is_the_same_claim():
    """Unless it has a twin: what is found has the very figure of the old text, character by character."""
    alone, met = 0, 0
    for seed in range(TEXTS):
        old, truth = edited_article(seed)
        claims, reading = read(old).claims, read(truth.new)
        for claim, fate in zip(claims, carry_over(old, standing(claims, {}), reading, {}), strict=True):
            quote = Quote(claim.quote.start, claim.quote.end)
            if claim.figure is None or truth.has_twin(quote) or not truth.untouched(quote):
                continue
            alone += 1
            if fate.same is not None:
                met += 1
                figure = reading.claims[fate.same].figure
                origins = [origin for _, origin, _ in truth.chars[figure.start : figure.end]]
                assert origins == list(range(claim.figure.start, claim.figure.end))
    assert met / alone >= 0.95
