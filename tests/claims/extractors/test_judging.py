"""Whatever is proposed, what stands is the text's own and what the rules read is left alone."""

import time
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extractors.answers import Proposal
from claims.extractors.judging import Judge
from claims.extractors.passages import passages_of

from .forgetful import read_but

TEXT = (
    "Ann Bo wrote on 3 May that the barn, Depot 7, fell.[1] They lost 40 men[2] and in Camp 60\u00a0 goats, police in "
    "Lima said.[3][4] At least twelve 🐄 cows, or 5% of 1,200, died between Room 8 and 9 in the 1987 Lima Fair.\n"
    "e\u0301 Half of Unit 12 left; [note 1] from Farm 3 to 5 came “dozens”. Resolution 77 said no more than Level 9.[5]"
)
MISSED = {"40", "5%"}
ALONE = read_but(MISSED, TEXT, "2025-03")
PASSAGES = list(passages_of(ALONE))


@st.composite
def pieces(draw) -> str:
    """Words of the text, now and then with other blanks or a letter too many."""
    start = draw(st.integers(0, len(TEXT) - 1))
    piece = TEXT[start : start + draw(st.integers(1, 90))].strip()
    return draw(st.sampled_from([piece, piece, piece, " ".join(piece.split()), piece + "x"])) or "x"


NUMBERS = st.none() | st.sampled_from([3, 5, 7, 8, 9, 12, 15, 40, 60, 77, 1200, 1987]).map(lambda n: n)
PROPOSALS = st.builds(
    Proposal,
    quote=pieces(),
    figure=st.just("") | pieces() | st.sampled_from(["40", "60", "7", "8", "12", "3", "15", "77", "3 to 5"]),
    low=NUMBERS,
    high=NUMBERS,
    date=st.just("") | pieces() | st.just("1987"),
    place=st.just("") | pieces(),
    attribution=st.just("") | pieces(),
)


def slices(judge: Judge) -> Iterator[tuple[int, int, str]]:
    for claim in judge.claims:
        yield claim.quote.start, claim.quote.end, claim.quote.exact
        for part in (claim.figure, claim.date, claim.place, claim.attribution):
            if part:
                yield part.start, part.end, part.text


@settings(max_examples=400, deadline=None)
@given(st.lists(PROPOSALS | st.none(), max_size=8), st.sampled_from(PASSAGES))
def test_every_word_of_a_claim_stands_in_the_text(proposals, passage):
    reading = read_but(MISSED, TEXT, "2025-03")
    judge = Judge(reading, "2025-03")
    judge.take(passage, proposals)
    assert len(judge.claims) + sum(judge.dropped.values()) == len(proposals)
    assert all(TEXT[start:end] == words for start, end, words in slices(judge))
    assert reading == ALONE
    for claim in judge.claims:
        assert claim.origin == "model"
        assert claim.figure or claim.date
        cited = [one for one in ALONE.sentences if one.start <= claim.quote.start < one.end]
        assert set(claim.citations) <= set(cited[0].citations)
    figures = [claim.figure for claim in judge.claims if claim.figure]
    taken = [cited.part for cited in [*ALONE.figures, *ALONE.dates]] + figures
    assert all(one is other or one.end <= other.start or other.end <= one.start for one in figures for other in taken)


def test_of_many_proposals_some_stand():
    judge = Judge(read_but(MISSED, TEXT, "2025-03"), "2025-03")
    for passage in PASSAGES:
        judge.take(passage, [Proposal("lost 40 men", "40", Decimal(40)), Proposal("or 5% of", "5%", None, Decimal(5))])
    assert [(claim.figure.text, claim.citations) for claim in judge.claims] == [("40", (2,)), ("5%", ())]
    assert judge.dropped == {"words_not_in_text": 2}


@pytest.mark.parametrize("piece", ["[1,", "5 men; ", "a1", "1 ± ", "12 "])
def test_sixty_proposals_about_a_hostile_passage_are_soon_judged(piece):
    text = piece * (3_900 // len(piece))
    reading = read_but({"5", "12", "1"}, text)
    judge = Judge(reading, None)
    started = time.process_time()
    judge.take(next(passages_of(reading)), [Proposal(text.strip(), "5", Decimal(5), date="May")] * 30)
    judge.take(next(passages_of(reading)), [Proposal(text.strip(), "1", Decimal(1))] * 30)
    assert time.process_time() - started < 6
