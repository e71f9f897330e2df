"""People who think again: who has decided and decides otherwise, and verdicts that are taken back late."""

from __future__ import annotations

import pytest

from claims.models import Claim
from claims.reviewing import give_verdict, take_back
from claims.staging import move_claim
from sources.models import Article
from tests import make
from tests.conftest import person


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.fixture
def ben(db):
    return person("ben", "analyst")


def now(claim: Claim) -> Claim:
    return Claim.objects.select_related("article").get(pk=claim.pk)


def judge(claim: Claim, by, verdict: str):
    current = now(claim)
    return give_verdict(current, version=current.version, verdict=verdict, by=by, rationale="because")


def correct(claim: Claim, by) -> None:
    """What is claimed becomes another."""
    Claim.objects.filter(pk=claim.pk).update(version=now(claim).version + 1, parts_version=now(claim).version + 1)


def test_who_has_decided_may_decide_otherwise(claim, ana, ben, ed):
    Article.objects.update(reviewers=2)
    judge(claim, ana, "supported")
    judge(claim, ben, "contradicted")
    judge(claim, ed, "supported")
    assert (now(claim).stage, now(claim).verdict) == ("settled", "supported")
    second = judge(claim, ed, "not_supported")
    assert second.adjudicates
    assert (now(claim).stage, now(claim).verdict) == ("settled", "not_supported")
    assert [one.by for one in claim.reviews.standing().order_by("pk")] == [ana, ben, ed]


def test_what_a_verdict_took_the_place_of_does_not_stand_again_beside_a_newer_one(claim, ana, ben):
    judge(claim, ana, "supported")
    correct(claim, ben)
    late = judge(claim, ben, "contradicted")  # settles it anew: Ana's is of other words
    newer = judge(claim, ana, "contradicted")
    take_back(late, by=ben, reason="A slip.")
    assert list(claim.reviews.standing()) == [newer]


def test_taking_back_a_verdict_brings_no_rejected_claim_back(claim, ana, ed):
    given = judge(claim, ana, "supported")
    move_claim(now(claim), to="rejected", version=now(claim).version, by=ed, reason="Out of scope.")
    take_back(given, by=ana, reason="A slip.")
    assert now(claim).stage == "rejected"
    assert not claim.reviews.standing().exists()
