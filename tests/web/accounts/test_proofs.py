"""What findings keep as JSON becomes values, whatever stands in it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.answers import read_part, read_proofs, read_receipt
from claims.web.lighting import find_near, lit_pieces

WORDS = {"start": 10, "end": 19, "exact": "about 600", "sentence": [0, 40]}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["start", "end", "sentence", "low", "near_misses", "proofs", "proof", "date", "exact"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


def test_a_proof_has_its_numbers_and_its_thing():
    (proof,) = read_proofs([WORDS | {"low": 600, "high": "600.5", "counted": "homes", "unit": "home"}])
    assert (proof.low, proof.high, proof.thing) == (Decimal(600), Decimal("600.5"), "homes")
    assert proof.part == "figure"


@pytest.mark.parametrize(
    ("kept", "sentence"), [([0, 40], (0, 40)), ([12, 40], (10, 19)), ([0, 12], (0, 19)), (None, (10, 19))]
)
def test_a_sentence_holds_its_words(kept, sentence):
    assert read_proofs([WORDS | {"sentence": kept}])[0].sentence == sentence


@pytest.mark.parametrize("kept", [{"proof": WORDS}, {"proofs": [WORDS]}])
def test_the_words_for_a_date_are_known_as_a_date(kept):
    (proof,) = read_part({"date": kept}, "date")
    assert (proof.part, proof.exact) == ("date", "about 600")


@given(ANYTHING)
def test_nothing_that_may_stand_there_is_an_error(kept):
    read_proofs(kept)
    read_receipt(kept)
    read_part(kept, "date")


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50), st.sampled_from(["a", "b"]))))
def test_lighting_loses_no_character(text, spans):
    assert "".join(piece.text for piece in lit_pieces(text, spans)) == text


def test_the_counted_thing_is_lit_behind_its_figure_first():
    text = "Of the homes, 600 homes burned."
    assert list(find_near(text, "Homes", 14, 17)) == [(18, 23, "counted")]
    assert list(find_near("homes lost: 600", "homes", 12, 15)) == [(0, 5, "counted")]
    assert list(find_near("600", "", 0, 3)) == []
    assert list(find_near("İİ 600 homes", "homes", 3, 6)) == []
