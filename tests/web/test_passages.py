"""The text of the reading view: every character once, each under the right claim."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.passages import Shown, read_passages


def span(start: int, end: int) -> SimpleNamespace:
    return SimpleNamespace(start=start, end=end)


def shown(name: str, start: int, end: int, lit: tuple[int, int] | None = None) -> Shown:
    return Shown(name, start, end, lit)


def written(passages) -> list[list[str]]:
    """Each run as its claim (in braces) or mark (in brackets), value words between stars."""
    return [[_run(run) for run in passage.runs] for passage in passages]


def _run(run) -> str:
    words = "".join(f"*{piece.text}*" if piece.lit else piece.text for piece in run.pieces)
    if run.mark:
        return f"<{words}>"
    return f"{{{run.shown.claim}{'' if run.opens else '…'}: {words}}}" if run.shown else words


def test_a_claim_stands_in_its_sentence_with_its_value_lit():
    text = "So: ten died.[1] Why?"
    got = read_passages(text, 0, [span(13, 16)], [shown("a", 4, 13, (4, 7))])
    assert written(got) == [["So: ", "{a: *ten* died.}", "<[1]>", " Why?"]]


def test_two_claims_of_one_quote_share_its_words():
    text = "We saw ten men and two dogs."
    got = read_passages(text, 0, [], [shown("a", 0, 28, (7, 10)), shown("b", 0, 28, (19, 22))])
    assert written(got) == [["{a: We saw *ten* men and }", "{b: *two* dogs.}"]]


def test_a_claim_over_a_mark_goes_on_behind_it():
    got = read_passages("ten[1] men", 0, [span(3, 6)], [shown("a", 0, 10, (0, 3))])
    assert written(got) == [["{a: *ten*}", "<[1]>", "{a…:  men}"]]


def test_a_line_is_a_paragraph_and_blank_lines_are_none():
    got = read_passages("one\n\n  \ntwo\n", 0, [], [])
    assert written(got) == [["one"], ["two"]]
    assert [passage.start for passage in got] == [0, 8]


def test_offsets_count_from_the_start_of_the_whole_text():
    got = read_passages("ten men", 500, [], [shown("a", 500, 507, (500, 503))])
    assert written(got) == [["{a: *ten* men}"]]


@pytest.mark.parametrize("text", ["😀 ten 😀 men", "\u200bten\u200d men", "עשרה ten גברים", "e\u0301 ten <b>men</b>"])
def test_any_character_counts_as_one(text):
    at = text.index("ten")
    got = read_passages(text, 0, [], [shown("a", at, len(text), (at, at + 3))])
    assert [run.shown.claim for run in got[0].runs if run.shown] == ["a"]
    assert any(piece.lit and piece.text == "ten" for run in got[0].runs for piece in run.pieces)


def test_a_claim_that_began_before_this_part_is_shown_and_has_its_id_here():
    got = read_passages("men and dogs", 100, [], [shown("a", 90, 103)])
    assert written(got) == [["{a: men}", " and dogs"]]


def paragraphs(*cards: int) -> list[bool]:
    """Whether each of some paragraphs of three lines, with so many claims, is crowded."""
    text = "\n".join(["word " * 40] * len(cards))
    claims = [
        shown(f"{n}.{m}", n * 201 + m * 5, n * 201 + m * 5 + 4) for n, many in enumerate(cards) for m in range(many)
    ]
    return [passage.crowded for passage in read_passages(text, 0, [], claims)]


@pytest.mark.parametrize(
    ("cards", "crowded"),
    [
        ((1, 2, 1), [False, False, False]),
        ((6, 0, 0), [False, False, False]),
        ((7, 1), [True, False]),
        ((6, 6, 1), [False, True, False]),
        ((4, 3, 4, 3), [False, False, True, False]),
    ],
)
def test_cards_stand_below_the_words_where_the_margin_is_full(cards, crowded):
    assert paragraphs(*cards) == crowded


@given(st.data())
def test_nothing_is_lost_and_nothing_is_doubled(data):
    text = data.draw(st.text(alphabet="ab \n😀é", max_size=60))
    points = st.integers(0, len(text))
    spans = [sorted((data.draw(points), data.draw(points))) for _ in range(data.draw(st.integers(0, 6)))]
    claims = sorted((shown(str(i), a, b, (a, b)) for i, (a, b) in enumerate(spans) if a < b), key=lambda s: s.start)
    got = read_passages(text, 0, [], claims)
    words = ["".join(piece.text for run in passage.runs for piece in run.pieces) for passage in got]
    assert words == [line for line in text.split("\n") if line.strip()]
    opened = [run.shown.claim for passage in got for run in passage.runs if run.opens]
    assert len(opened) == len(set(opened))
