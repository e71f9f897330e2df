"""Does the text of a source say what a claim says? Facts are invented."""

import pytest

from claims.matching.support import RULES, Asked, SourceText, find_support
from tests.claims.matching.asking import ask, asked

HARROW = "The flood destroyed 600 houses in Harrow."


@pytest.mark.parametrize(
    ("claim", "text", "finding", "relation", "hedge"),
    [
        (HARROW, "In Harrow the flood destroyed 600 houses.", "found", "identical", "kept"),
        (HARROW, "Six hundred homes were destroyed when the flood reached Harrow.", "found", "equivalent", "kept"),
        (HARROW, "In Harrow the flood destroyed about 600 homes.", "found", "wider", "lost"),
        (HARROW, "The flood destroyed 900 homes in Harrow.", "differs", "disjoint", "kept"),
        ("About 600 houses were destroyed by the flood in Harrow.", "The flood in Harrow destroyed 600 homes.", "found",
         "inside", "added"),
        ("Over 600 houses were destroyed in Harrow.", "About 600 homes were destroyed in Harrow, the mayor said.",
         "found", "overlaps", "strengthened"),
        ("At least 40 people died in the blast.", "The blast killed 52 people.", "found", "inside", "added"),
        ("The blast killed 12 people in Velm.", "A dozen people died in the blast in Velm, the mayor said.", "found",
         "equivalent", "kept"),
    ],
)  # fmt: skip
def test_the_same_thing_counted_is_compared_by_interval(claim, text, finding, relation, hedge):
    support = ask(claim, text)
    assert (support.finding, support.relation, support.hedge) == (finding, relation, hedge)
    assert support.subject == "same"


@pytest.mark.parametrize(
    "text",
    [
        "The flood damaged 600 houses in Harrow.",
        "The flood destroyed 600 bridges in Harrow.",
        "The flood reached Harrow on Monday.",
        "",
        "\n\n ... \n",
    ],
)
def test_what_counts_another_thing_or_nothing_leaves_the_claim_absent(text):
    support = ask(HARROW, text)
    assert (support.finding, support.relation, support.hedge, support.proofs) == ("absent", "", "", ())


def test_the_proof_has_the_words_and_offsets_of_the_source():
    text = "The mayor spoke on Monday.[3] About 600 homes [4] were destroyed by the flood in Harrow. More rain fell."
    proof = ask(HARROW, text).proofs[0]
    assert text[proof.start : proof.end] == proof.exact == "About 600"
    assert text[slice(*proof.sentence)] == "About 600 homes [4] were destroyed by the flood in Harrow."
    assert (proof.comparator, proof.low, proof.high, proof.unit, proof.part) == ("about", 600, 600, "homes", "figure")


def test_a_source_that_says_two_values_supports_either_and_both_are_kept():
    text = (
        "The flood destroyed 900 homes in Harrow. Earlier it was said that the flood had destroyed 600 homes in Harrow."
    )
    support = ask(HARROW, text)
    assert (support.finding, support.relation) == ("found", "identical")
    assert [proof.low for proof in support.proofs] == [600, 900]


def test_nothing_inside_a_fence_is_evidence():
    text = "The mayor spoke.\n\nReferences\n1. The flood destroyed 600 houses in Harrow. Harrow Times."
    fence = (text.index("References"), len(text), "references")
    assert ask(HARROW, text).finding == "found"
    support = ask(HARROW, text, fences=[fence])
    assert support.finding == "absent"
    assert support.searched.fenced == fence[1] - fence[0]
    assert support.searched.characters == fence[0]


def test_the_receipt_tells_what_was_searched_and_what_came_near():
    text = "The flood damaged 600 houses in Harrow. It rained for two days."
    searched = ask(HARROW, text).searched
    assert (searched.rules, searched.characters, searched.sentences, searched.truncated) == (RULES, len(text), 2, False)
    assert [(miss.exact, miss.subject, miss.why) for miss in searched.near_misses] == [("600", "other", "other_fate")]


def test_a_source_answers_the_same_whatever_it_was_asked_before():
    text = "The flood destroyed 900 homes in Harrow. In Velm it destroyed 600 houses. Some 40 people died in Harrow."
    claims = [asked(HARROW), asked("Some 40 people died in Harrow."), asked("In Velm 600 houses were destroyed.")]
    source = SourceText(text)
    together = [find_support(claim, source) for claim in claims]
    assert together == [find_support(claim, SourceText(text)) for claim in claims]
    assert together == [find_support(claim, source) for claim in reversed(claims)][::-1]


def test_a_figure_entered_by_hand_needs_no_place_in_the_quote():
    claim = asked(HARROW)
    from dataclasses import replace

    by_hand = replace(claim, figure=replace(claim.figure, start=0, end=0, text=""))
    assert find_support(by_hand, SourceText("The flood destroyed 600 homes in Harrow.")).finding == "found"


def test_a_claim_without_words_finds_nothing():
    assert find_support(Asked("", "", "statement"), SourceText("Anything at all.")).finding == "absent"
