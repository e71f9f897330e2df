"""The article that the project began with, where it lies beside the repository; none of its sentences stands here."""

from pathlib import Path

import pytest

from claims.extraction.reading import read

ARTICLE = Path(__file__).resolve().parents[4] / "shared" / "data" / "article.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside the repository")


@pytest.fixture(scope="module")
def reading():
    return read(ARTICLE.read_text(encoding="utf-8"), "2025-03")


def test_all_marks_and_citations(reading):
    assert len(reading.marks) == 19
    assert sorted({number for mark in reading.marks for number in mark.numbers}) == list(range(1, 11))


def test_every_cited_sentence_yields_a_claim(reading):
    for sentence in reading.sentences:
        if sentence.citations:
            inside = [claim for claim in reading.claims if sentence.start <= claim.quote.start < sentence.end]
            assert {number for claim in inside for number in claim.citations} == set(sentence.citations)


def test_the_figures(reading):
    cited = [
        (cited.part.comparator, cited.part.low, cited.part.high, cited.part.unit, cited.citations)
        for cited in reading.figures
        if cited.part.low != 1  # "one fact" is a figure by the rules, and no news
    ]
    assert [figure[:3] + figure[4:] for figure in cited] == [
        ("between", 10000, 12000, (3,)),
        ("more_than", 13000, None, (2,)),
        ("exact", 2, 2, (4,)),
        ("at_least", 3000, None, (5,)),
        ("more_than", 13000, None, (10,)),
    ]
    assert [figure[3] for figure in cited[1:]] == ["containers", "soldiers", "deaths", "workers"]


def test_the_dates(reading):
    assert [(cited.part.edtf, cited.part.relation, cited.part.inferred) for cited in reading.dates] == [
        ("2024-10", None, False),
        ("2025-02", "since", False),
        ("2025-01", None, True),
        ("195X", "since", False),
        ("2024", None, False),
    ]
    assert [claim.date.edtf for claim in reading.claims if claim.date] == [
        "2024-10",
        "2025-02/..",
        "2025-01",
        "1950/..",
        "2024",
    ]


def test_kursk(reading):
    (claim,) = [claim for claim in reading.claims if claim.date and claim.date.edtf == "2025-02/.."]
    assert (claim.place.text, claim.place.country, claim.place.precision) == ("Kursk region", "RU", "region")
    assert claim.kind == "location"


@pytest.mark.parametrize(
    ("number", "agent"),
    [
        (2, "Ukrainian and South Korean intelligence agencies"),
        (4, "South Korean intelligence"),
        (5, "Ukraine"),
        (8, "North Korea"),
    ],
)
def test_the_named_sources(reading, number, agent):
    voices = {claim.attribution.agent for claim in reading.claims if claim.attribution and number in claim.citations}
    assert agent in voices


def test_a_dismissal_is_no_support(reading):
    (voice,) = [cited.part for cited in reading.attributions if cited.part.agent == "North Korea"]
    assert voice.mode == "denies"


@pytest.mark.parametrize(
    ("number", "kind"), [(1, "statement"), (3, "troops"), (2, "materiel"), (5, "casualties"), (10, "quantity")]
)
def test_the_kinds(reading, number, kind):
    assert kind in {claim.kind for claim in reading.claims if number in claim.citations}
