"""Sentences that stand twice, or nearly: the wrong twin never gets the anchor."""

import pytest

from tests.sources.text.test_anchors import BEFORE, BEHIND, LAST, QUOTE, SENTENCE, carried, found

MORE = "The market hall burned down to its walls on the same evening. "
OTHER = "Nobody had thought of the warehouses by the lake until then. "


def at(text, quote, nth):
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


@pytest.mark.parametrize(("nth", "outcome"), [(0, "lost"), (1, "exact")])
def test_of_two_twins_the_one_with_its_neighbours_is_left(nth, outcome):
    old = BEFORE + SENTENCE + BEHIND + LAST + MORE + SENTENCE + OTHER
    new = BEFORE + BEHIND + LAST + MORE + SENTENCE + OTHER
    assert carried(old, new, QUOTE, nth=nth).outcome == outcome


def test_both_twins_stay_where_they_are():
    old = BEFORE + SENTENCE + BEHIND + LAST + MORE + SENTENCE + OTHER
    new = old.replace("burned", "fell")
    for nth in (0, 1):
        anchored = carried(old, new, QUOTE, nth=nth)
        assert anchored.outcome == "exact"
        assert (anchored.start, anchored.end) == at(new, QUOTE, nth)


@pytest.mark.parametrize("nth", [0, 1])
def test_of_two_twins_side_by_side_nobody_can_tell_which_is_left(nth):
    old, new = BEFORE + SENTENCE + SENTENCE + BEHIND, BEFORE + SENTENCE + BEHIND
    assert found(carried(old, new, QUOTE, nth=nth), new) == ("ambiguous", QUOTE)


def test_a_quote_doubled_on_the_spot_is_ambiguous_with_both_places():
    old, new = BEFORE + SENTENCE + BEHIND, BEFORE + SENTENCE + SENTENCE + BEHIND
    anchored = carried(old, new, QUOTE)
    assert anchored.outcome == "ambiguous"
    assert sorted(anchored.candidates) == [at(new, QUOTE, 0), at(new, QUOTE, 1)]


def test_a_copy_elsewhere_does_not_lure_the_anchor_away():
    old = BEFORE + SENTENCE + BEHIND + LAST + MORE + OTHER
    new = BEFORE + SENTENCE + BEHIND + LAST + MORE + SENTENCE + OTHER
    anchored = carried(old, new, QUOTE)
    assert (anchored.outcome, anchored.start) == ("exact", len(BEFORE))


def test_a_copy_elsewhere_does_not_hide_that_the_original_was_changed():
    old = BEFORE + SENTENCE + BEHIND + LAST + MORE + OTHER
    new = BEFORE + SENTENCE.replace("12", "15") + BEHIND + LAST + MORE + SENTENCE + OTHER
    anchored = carried(old, new, QUOTE)
    assert (anchored.outcome, anchored.start) == ("figure_changed", len(BEFORE))


def test_a_copy_beside_it_does_not_hide_that_the_original_was_changed():
    old = BEFORE + SENTENCE + BEHIND
    new = BEFORE + SENTENCE + SENTENCE.replace("Tarnow", "Lublin") + BEHIND
    assert carried(old, new, QUOTE).outcome == "ambiguous"


def test_a_copy_of_the_twin_that_stayed_is_not_the_twin_that_went():
    old = BEFORE + SENTENCE + BEHIND + LAST + MORE + SENTENCE + OTHER
    new = BEFORE + BEHIND + SENTENCE + LAST + MORE + SENTENCE + OTHER
    assert carried(old, new, QUOTE, nth=0).outcome == "ambiguous"
    assert carried(old, new, QUOTE, nth=1).outcome == "exact"


FORMS = [f"On {day} May, {people} people were taken to the hospital of {town}." for day, people, town in [
    (3, 12, "Lindau"), (4, 15, "Trevik"), (5, 19, "Orsava"), (6, 23, "Halvik"),
]]  # fmt: skip


@pytest.mark.parametrize("gone", range(len(FORMS)))
def test_a_form_that_was_deleted_does_not_take_its_sister(gone):
    old = " ".join([BEFORE.strip(), *FORMS, BEHIND.strip()])
    new = old.replace(FORMS[gone] + " ", "")
    for form in FORMS:
        anchored = carried(old, new, form)
        assert anchored.outcome == ("lost" if form == FORMS[gone] else "exact")
        assert form == FORMS[gone] or new[anchored.start : anchored.end] == form


def test_a_piece_that_two_forms_share_stays_with_its_own():
    old = BEFORE + "On 3 May, 12 people died in the square. On 4 May, 12 people died in the square. " + BEHIND
    new = BEFORE + "On 4 May, 12 people died in the square. " + BEHIND
    piece = "12 people died in the square"
    assert carried(old, new, piece, nth=0).outcome in ("lost", "ambiguous")
    assert carried(old, new, piece, nth=1).outcome == "exact"


def test_swapped_sentences_are_found_both():
    old, new = BEFORE + SENTENCE + MORE + OTHER, BEFORE + MORE + SENTENCE + OTHER
    outcomes = {carried(old, new, QUOTE).outcome, carried(old, new, MORE.strip()).outcome}
    assert outcomes <= {"exact", "moved"}
    assert "moved" in outcomes


def test_a_paragraph_takes_its_quotes_along():
    first, second, third = BEFORE + SENTENCE + BEHIND, LAST + MORE, OTHER
    old, new = "\n\n".join([first, second, third]), "\n\n".join([second, third, first])
    for quote in (BEFORE.strip(), QUOTE, BEHIND.strip(), LAST.strip()):
        anchored = carried(old, new, quote)
        assert anchored.outcome in ("exact", "moved")
        assert new[anchored.start : anchored.end] == quote


def test_a_figure_changed_in_a_moved_paragraph_is_told():
    old = "\n\n".join([BEFORE + SENTENCE + BEHIND, LAST + MORE, OTHER])
    new = "\n\n".join([LAST + MORE, OTHER, BEFORE + SENTENCE.replace("12", "15") + BEHIND])
    assert found(carried(old, new, QUOTE), new) == ("figure_changed", QUOTE.replace("12", "15"), False)


def test_few_words_alone_are_no_evidence():
    old = BEFORE + "Twelve were killed." + " " + BEHIND + LAST
    new = BEFORE + BEHIND + LAST + MORE + "In another year and place twelve were killed. " + OTHER
    assert carried(old, new, "Twelve were killed").outcome in ("lost", "ambiguous")
