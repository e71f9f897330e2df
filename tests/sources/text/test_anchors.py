"""Quotes found again: one small case for everything that happens to a text between two revisions."""

import re

import pytest

from sources.text.anchors import Quote, carry

BEFORE = "The river rose through the night and the lower town was flooded. "
QUOTE = "On 3 May, 12 people were killed in the harbour of Tarnow, officials said"
SENTENCE = f"{QUOTE}.[3] "
BEHIND = "The bridge at the northern gate was closed to all traffic. "
LAST = "Schools stayed shut until the following week.[4] "
OLD = BEFORE + SENTENCE + BEHIND + LAST


def numbers(words):
    return tuple(re.findall(r"\d+", words))


def carried(old, new, quote, *, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    (anchored,) = carry(old, new, [Quote(start, start + len(quote))], numbers)
    return anchored


def found(anchored, new):
    """Outcome, words and verbatim; of an anchor without a place, its first candidate."""
    if anchored.start is None:
        return anchored.outcome, new[slice(*anchored.candidates[0])] if anchored.candidates else None
    return anchored.outcome, new[anchored.start : anchored.end], anchored.verbatim


@pytest.mark.parametrize(
    ("new", "outcome"),
    [
        (OLD, "exact"),
        ("Later than usual, summer came. " + OLD, "exact"),
        (BEFORE + SENTENCE, "exact"),
        (SENTENCE + BEHIND, "exact"),
        (BEFORE + BEHIND + SENTENCE + LAST, "moved"),
        (BEFORE + BEHIND + LAST + "\n\n" + SENTENCE, "moved"),
        (OLD + "\n\nAs we wrote here, " + QUOTE[0].lower() + QUOTE[1:] + ", and it was true.", "exact"),
        (BEFORE + SENTENCE + BEHIND.replace("bridge", "old bridge") + LAST, "exact"),
        ("Was that all in the 1920s? " + SENTENCE + BEHIND + LAST, "exact"),
        ("So it had been in the 1920s. " + SENTENCE + BEHIND + LAST, "exact"),
        ("The mayor had said no. " + SENTENCE + BEHIND + LAST, "exact"),
    ],
)
def test_the_same_words_are_found_where_they_stand_now(new, outcome):
    assert found(carried(OLD, new, QUOTE), new) == (outcome, QUOTE, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("killed in the harbour", "killed  in\nthe harbour"),
        ("killed in the harbour", "killed in\u00a0the harbour"),
        ("in the harbour of Tarnow", "in the Harbour of Tarnow"),
        ("the harbour’s “old” mole – the", 'the harbour\'s "old" mole - the'),
        ("the café of Tarnow", "the cafe\u0301 of Tarnow"),
    ],
)
def test_typing_is_not_wording(old, new):
    before = OLD if old in OLD else OLD.replace("killed in the harbour", old)
    after = before.replace(old, new)
    quote = before[len(BEFORE) : before.index(", officials")]
    anchored = carried(before, after, quote)
    assert (anchored.outcome, anchored.verbatim) == ("exact", True)
    assert after[anchored.start : anchored.end] == after[len(BEFORE) : after.index(", officials")]


@pytest.mark.parametrize(
    "words",
    [
        "On 3 May, 12 people [7] were killed in the harbour of Tarnow, officials said",
        "On 3 May 12 people were killed in the harbour of Tarnow, officials said",
        "On 3 May, 12 people were killed 😀 in the harbour of Tarnow, officials said",
        "On 3 May, 12 people were killed in “the harbour” of Tarnow, officials said",
    ],
)
def test_a_mark_or_a_comma_is_no_word_but_it_is_told(words):
    new = OLD.replace(QUOTE, words)
    assert found(carried(OLD, new, QUOTE), new) == ("exact", words, False)


def test_a_renumbered_mark_inside_the_quote_is_told():
    quote = "12 people were hurt [3] and forty went missing"
    old = f"{BEFORE}In all, {quote}, a paper wrote. {BEHIND}"
    new = old.replace("[3]", "[4]")
    assert found(carried(old, new, quote), new) == ("exact", quote.replace("[3]", "[4]"), False)


@pytest.mark.parametrize("put", ["😀", "\u0301", "👩‍👧 ", "\u200b"])
@pytest.mark.parametrize("beside", ["before", "behind"])
def test_what_is_put_beside_the_quote_does_not_shift_it(put, beside):
    new = OLD.replace(QUOTE, put + QUOTE if beside == "before" else QUOTE + "." + put)
    anchored = carried(OLD, new, QUOTE)
    assert anchored.outcome == "exact"
    assert new[anchored.start : anchored.end].strip("\u0301\u200b") == QUOTE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 people", "13 people"),
        ("12 people", "120 people"),
        ("12 people", "twelve people"),
        ("12 people", "at least 12 people"),
        ("12 people", "12,000 people"),
        ("12 people", "12 million people"),
        ("12 people", "12 soldiers"),
        ("12 people", "12% of the people"),
        ("12 people", "10–12 people"),
        ("3 May", "4 May"),
        ("3 May", "3 June"),
        ("were killed", "were not killed"),
        ("were killed", "weren't killed"),
    ],
)
def test_a_changed_figure_is_never_a_silent_move(old, new):
    words = QUOTE.replace(old, new)
    text = OLD.replace(QUOTE, words)
    assert found(carried(OLD, text, QUOTE), text) == ("figure_changed", words, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("At least 600 houses burned down.", "Some 600 houses burned down."),
        ("Up to 600 houses burned down.", "600 houses burned down."),
        ("Three hundred houses burned down.", "Two hundred houses burned down."),
        ("Houses burned down that night.", "No houses burned down that night."),
        ("It froze at -5 degrees that night.", "It froze at 5 degrees that night."),
        ("The mayor asked for $5 million.", "The mayor asked for €5 million."),
        ("A third of the houses burned down.", "The third of the houses burned down."),
        ("Nearly half of the houses burned down.", "Half of the houses burned down."),
    ],
)
def test_a_comparator_a_negation_and_a_sign_are_figures_too(old, new):
    text = BEFORE + new + " " + BEHIND
    assert found(carried(f"{BEFORE}{old} {BEHIND}", text, old), text) == ("figure_changed", new, False)


def test_a_figure_that_only_the_reader_can_tell_is_changed():
    old, new = (
        f"{BEFORE}The grain, 3 000 tons, was lost. {BEHIND}",
        f"{BEFORE}The grain, 3, 000 tons, was lost. {BEHIND}",
    )
    quote = "The grain, 3 000 tons, was lost"

    def values(words):
        return "3 000" in words

    (anchored,) = carry(old, new, [Quote(len(BEFORE), len(BEFORE) + len(quote))], values)
    assert anchored.outcome == "figure_changed"


def test_the_number_of_a_mark_is_no_figure():
    new = OLD.replace("12 people were", "12 people [44] were")
    assert carried(OLD, new, QUOTE).outcome == "exact"


def test_digits_grouped_otherwise_are_the_same_number():
    old, new = f"{BEFORE}They lost 13,000 tons of grain. {BEHIND}", f"{BEFORE}They lost 13000 tons of grain. {BEHIND}"
    (anchored,) = carry(old, new, [Quote(len(BEFORE), old.index(".", len(BEFORE)))], lambda words: 13000)
    assert (anchored.outcome, anchored.verbatim) == ("exact", False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tarnow", "Lublin"),
        ("killed", "wounded"),
        ("officials said", "witnesses said"),
        ("killed in", "reportedly killed in"),
        ("12 people", "12 people in the Old Town"),
        ("12 people were killed in the harbour of Tarnow", "15 people were killed in the harbour of Lublin"),
    ],
)
def test_where_another_thing_may_be_asserted_a_person_decides(old, new):
    words = QUOTE.replace(old, new)
    text = OLD.replace(QUOTE, words)
    assert found(carried(OLD, text, QUOTE), text) == ("ambiguous", words)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("in the harbour", "in the harbor"),
        ("in the harbour of", "in harbour of"),
        ("officials said", "the officials said"),
        ("the harbour of Tarnow, officials said", "harbour of Tarnow, officials said"),
    ],
)
def test_harmless_wording_is_a_move_that_is_told(old, new):
    words = QUOTE.replace(old, new)
    text = OLD.replace(QUOTE, words)
    assert found(carried(OLD, text, QUOTE), text) == ("moved", words, False)


def test_the_next_sentence_is_not_drawn_in():
    quote = "At least 300 boats were lost in the storm."
    new = f"{BEFORE}At least 300 boats were lost in storm. {BEHIND}"
    assert found(carried(f"{BEFORE}{quote} {BEHIND}", new, quote), new) == ("moved", quote.replace("the ", ""), False)


def test_a_sentence_cut_in_two_is_still_the_quote():
    quote = "The army moved in and the town was emptied by night."
    cut = "The army moved in. The town was emptied by night."
    new = BEFORE + cut + " " + BEHIND
    assert found(carried(f"{BEFORE}{quote} {BEHIND}", new, quote), new) == ("moved", cut, False)


def test_a_sentence_joined_with_the_next_is_still_the_quote():
    new = BEFORE + QUOTE + ", and the" + BEHIND[3:]
    assert found(carried(OLD, new, QUOTE), new) == ("exact", QUOTE, True)


def test_a_piece_of_a_sentence_keeps_its_place_when_the_other_piece_changes():
    pieces = "On 3 May, 12 people were killed [3], and 40 were wounded [4]."
    old, new = BEFORE + pieces + " " + BEHIND, BEFORE + pieces.replace("40", "45") + " " + BEHIND
    assert carried(old, new, "On 3 May, 12 people were killed").outcome == "exact"
    assert carried(old, new, "and 40 were wounded").outcome == "figure_changed"


@pytest.mark.parametrize(
    ("new", "candidates"),
    [
        ("", 0),
        ("Nothing of it is here any more.", 0),
        ("Am Abend stieg der Fluss, und die Stadt stand unter Wasser.", 0),
    ],
)
def test_a_quote_that_is_gone_is_lost(new, candidates):
    anchored = carried(OLD, new, QUOTE)
    assert (anchored.outcome, anchored.start, anchored.end) == ("lost", None, None)
    assert len(anchored.candidates) == candidates


def test_a_deleted_sentence_is_lost():
    assert carried(OLD, BEFORE + BEHIND + LAST, QUOTE).outcome == "lost"


@pytest.mark.parametrize("quote", [OLD[:30], OLD.rstrip()[-30:], OLD, " ", "."])
def test_nothing_changes_where_nothing_changed(quote):
    assert found(carried(OLD, OLD, quote), OLD) == ("exact", quote, True)


def test_words_at_the_very_start_and_end_keep_their_places():
    new = OLD.replace("bridge", "ferry")
    assert found(carried(OLD, new, BEFORE.strip()), new) == ("exact", BEFORE.strip(), True)
    assert found(carried(OLD, new, LAST.strip()), new) == ("exact", LAST.strip(), True)


def test_a_script_without_blanks_is_compared_by_the_character():
    old = "市长周一说，大约有三百人离开了这座城市。河水在夜里上涨，低处的街区都被淹没了。学校一直关闭到下个星期。"
    quote = "河水在夜里上涨，低处的街区都被淹没了"
    new = old.replace("大约有三百人", "只有四百人")
    assert found(carried(old, new, quote), new) == ("exact", quote, True)
    assert carried(old, old.replace("都被", "没有被"), quote).outcome == "ambiguous"
