"""Which claim a pair means, and when what was found for it is right."""

import pytest

from .judging import judge, meant, missed, score
from .pairs import Pair

SOURCE = "About 40 sheep were stolen in May. In June 2019 the shepherd moved to Trieste."
STOLEN = {"finding": "found", "relation": "overlaps", "hedge": "strengthened", "subject": "same", "proof": "About 40"}


def pair(article="Over 40 sheep were stolen. [1]", claim="Over 40 sheep", source=SOURCE, **labels):
    return Pair("one", "sheep", article, claim, source, **(STOLEN | labels))


@pytest.mark.parametrize(
    ("article", "claim", "part", "words"),
    [
        ("There were 9 deaths and 31 injuries in the fire. [1]", "31 injuries", "figure", "31"),
        ("The shepherd moved to Trieste in June 2019. [1]", "June 2019", "date", "June 2019"),
        ("The shepherd moved to Trieste. [1]", "Trieste", "place", "Trieste"),
    ],
)
def test_the_words_pick_the_claim(article, claim, part, words):
    assert getattr(meant(pair(article, claim)), part).text == words


def test_a_statement_is_meant_as_a_whole():
    claim = meant(pair("The judge called the sale a fraud. [1]", "The judge called the sale a fraud", relation=""))
    assert claim.quote.exact == "The judge called the sale a fraud."


def test_a_place_in_the_article_can_be_given_where_words_stand_twice():
    twice = pair("The flood killed 12 men and 12 women in Lima. [1]", "12", claim_at=28)
    assert meant(twice).figure.start == 28


def test_all_that_is_labelled_is_asked_for_and_nothing_else():
    assert judge(pair()).right == dict.fromkeys(["finding", "relation", "hedge", "subject", "proof"], True)
    assert judge(pair(hedge="", proof=None, subject="")).right == {"finding": True, "relation": True}


@pytest.mark.parametrize("wrong", [{"relation": "wider"}, {"hedge": "kept"}, {"proof": "May"}])
def test_a_wrong_field_is_told(wrong):
    [(_, fields)] = missed([judge(pair(**wrong))])
    assert fields == list(wrong)


def test_an_alternative_is_as_good():
    assert judge(pair(relation="wider", relation_alt=["overlaps"])).right["relation"]
    assert judge(pair(proof="May", proof_alt=["About 40"])).right["proof"]


def test_the_words_that_prove_are_whole_words():
    assert not judge(pair(proof="4")).right["proof"]


def test_what_was_not_read_is_wrong_in_every_field_and_counted():
    judged = [judge(pair()), judge(pair("Sheep were stolen.", "Sheep"))]
    counts = score(judged)
    assert counts.not_read == 1
    assert set(counts.fields.values()) == {(1, 2)}


def test_the_mistakes_that_count_are_counted():
    counts = score([judge(pair()), judge(pair(finding="absent")), judge(pair(finding="absent", subject="other"))])
    assert (counts.wrongly_found, counts.found_elsewhere) == (2, 1)
    assert counts.share("finding") == pytest.approx(1 / 3)
