"""What a model answers, read as if it were hostile."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extractors.answers import Proposal, read_answer
from claims.extractors.endpoint import Unanswered

HERD = {"quote": "60 goats", "figure": "60", "low": 60, "high": 60}


def answer(content, ending="stop", **message):
    return {"choices": [{"finish_reason": ending, "message": {"content": content, **message}}]}


def proposals(*found):
    return list(read_answer(answer(json.dumps({"proposals": list(found)}))))


def test_a_proposal_is_words_and_bounds():
    (found,) = proposals(HERD | {"date": "in May", "place": "Lima", "attribution": None, "mood": "grim", "low": 59.5})
    assert found == Proposal("60 goats", "60", Decimal("59.5"), Decimal(60), "in May", "Lima")


def test_a_fence_around_json_is_taken_off():
    content = "```json\n" + json.dumps({"proposals": [HERD]}) + "\n```"
    assert list(read_answer(answer(content))) == [Proposal("60 goats", "60", Decimal(60), Decimal(60))]


@pytest.mark.parametrize("low", ["60", 60, 60.0])
def test_a_number_may_be_written_as_words_are(low):
    (found,) = proposals(HERD | {"low": low})
    assert found.low == 60


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "60 goats",
        [HERD],
        {},
        HERD | {"quote": ""},
        HERD | {"quote": 60},
        HERD | {"quote": "a" * 5_000},
        HERD | {"figure": None},
        HERD | {"figure": ["60"]},
        HERD | {"low": None, "high": None},
        HERD | {"low": True},
        HERD | {"low": "sixty"},
        HERD | {"low": "1e999999999"},
        HERD | {"low": "NaN"},
        HERD | {"low": 10**60},
        HERD | {"low": {"value": 60}},
        HERD | {"date": 2024},
    ],
)
def test_another_shape_is_none(wrong):
    assert proposals(wrong, HERD) == [None, Proposal("60 goats", "60", Decimal(60), Decimal(60))]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (answer("I cannot help with this text."), "form that was asked for"),
        (answer('{"proposals": [{"quote": "60 go'), "form that was asked for"),
        (answer('{"proposals": {"quote": "60"}}'), "form that was asked for"),
        (answer('{"proposals": [NaN]}'), "form that was asked for"),
        (answer('{"proposals": [1e99999999999999999999]}'), "form that was asked for"),
        (answer('{"proposals": [' + "9" * 10_000 + "]}"), "form that was asked for"),
        (answer("[]"), "form that was asked for"),
        (answer("7"), "form that was asked for"),
        (answer("[" * 100_000), "form that was asked for"),
        (answer("```"), "form that was asked for"),
        (answer(""), "form that was asked for"),
        (answer(None, refusal="I must not."), "refused"),
        (answer("", ending="content_filter"), "refused"),
        (answer('{"proposals": []}', ending="length"), "cut short"),
        (answer(None), "could not be understood"),
        (answer([{"type": "text"}]), "could not be understood"),
        ({"error": {"message": "no such model"}}, "could not be understood"),
        ({"choices": []}, "could not be understood"),
        ({"choices": [None]}, "could not be understood"),
        ({"choices": [{"message": "text"}]}, "could not be understood"),
        ([], "could not be understood"),
        (None, "could not be understood"),
    ],
)
def test_what_is_no_answer_says_so(given, problem):
    with pytest.raises(Unanswered, match=problem):
        list(read_answer(given))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*HERD, "date", "a"]), inner),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_any_json_is_proposals_or_nothing(found):
    assert all(one is None or isinstance(one, Proposal) for one in proposals(*found))
