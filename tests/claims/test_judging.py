"""What several opinions make of a claim, and which steps lead from stage to stage: rules without a database."""

from __future__ import annotations

from itertools import product

import pytest

from claims.judging import Judged, Opinion, decides, judge, why_may_not, why_stays
from claims.models.vocabulary import Stage
from claims.stages import STEPS, Facts, step_between, steps_from, why_not

YES, NO, PARTLY = "supported", "not_supported", "partly_supported"


def said(*labels: str) -> list[Opinion]:
    return [Opinion(person, label) for person, label in enumerate(labels, 1)]


@pytest.mark.parametrize(
    ("opinions", "wanted", "judged"),
    [
        ([], 1, Judged("waiting")),
        (said(YES), 1, Judged("settled", YES)),
        (said(YES), 2, Judged("waiting")),
        (said(YES, YES), 2, Judged("settled", YES)),
        (said(YES, PARTLY), 2, Judged("differing")),
        (said(YES, NO), 1, Judged("differing")),
        ([*said(YES, NO), Opinion(3, NO, adjudicates=True)], 2, Judged("settled", NO)),
        ([Opinion(1, YES, fresh=False)], 1, Judged("waiting")),
        ([Opinion(1, YES, fresh=False), Opinion(2, YES)], 2, Judged("waiting")),
        ([Opinion(1, YES, fresh=False), Opinion(2, NO)], 1, Judged("settled", NO)),
        ([*said(YES, NO), Opinion(3, NO, fresh=False, adjudicates=True)], 2, Judged("differing")),
    ],
)
def test_opinions_make_a_judgement(opinions, wanted, judged):
    assert judge(opinions, wanted) == judged


def test_a_third_decides_and_neither_of_the_two():
    two = said(YES, NO)
    assert [decides(two, 2, person) for person in (1, 2, 3)] == [False, False, True]
    assert [bool(why_may_not(two, 2, person)) for person in (1, 2, 3)] == [True, True, False]


def test_who_judges_second_may_always_judge():
    assert why_may_not(said(YES), 2, 2) == ""


def test_with_one_reviewer_who_differs_may_come_round():
    assert why_may_not(said(YES, NO), 1, 2) == ""


OLD, THIRD = Opinion(1, YES, fresh=False), Opinion(3, NO, adjudicates=True)


@pytest.mark.parametrize(
    ("opinions", "wanted", "stays"),
    [
        (said(YES), 2, [False]),  # nobody else has said anything: it is sealed
        (said(YES, YES), 2, [True, True]),
        (said(YES, NO), 2, [True, True]),
        (said(YES, NO), 1, [False, False]),  # they saw each other's from the beginning
        ([*said(YES, NO), THIRD], 2, [True, True, False]),  # who decided knew both, and may think again
        ([OLD, Opinion(2, NO)], 2, [False, False]),  # of other words, and sealed
        ([OLD, Opinion(2, NO), Opinion(4, NO)], 2, [False, True, True]),
        ([OLD, Opinion(2, NO), THIRD], 2, [False, True, False]),
    ],
)
def test_what_both_have_seen_of_each_other_is_not_taken_back(opinions, wanted, stays):
    assert [bool(why_stays(opinions, wanted, one)) for one in opinions] == stays


WORKING = ("open", "in_review", "settled", "published")
BEFORE = {"open": "suggested", "in_review": "open", "settled": "in_review", "published": "settled"}


@pytest.mark.parametrize("stage", WORKING)
def test_one_step_leads_back_from_every_working_stage(stage):
    assert step_between(stage, BEFORE[stage])


def test_every_stage_has_a_way_on_and_none_is_left_out():
    assert {step.start for step in STEPS} == set(Stage.values)
    assert {step.to for step in STEPS} == set(Stage.values)
    assert len({(step.start, step.to) for step in STEPS}) == len(STEPS)


def test_what_takes_a_claim_away_is_said_why_by_an_editor():
    for step in STEPS:
        if step.to in ("rejected", "retracted"):
            assert (step.reason, step.who) == (True, "editor"), step


def test_nobody_settles_a_claim_by_hand():
    settling = step_between("in_review", "settled")
    for holds in product((True, False), repeat=3):
        assert why_not(settling, Facts(*holds))


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        (Facts(verdict=True), True),
        (Facts(verdict=False), False),
        (Facts(verdict=True, blocked=True), False),
        (Facts(verdict=True, stale=True), False),
    ],
)
def test_what_is_published_is_judged_undisputed_and_fresh(facts, allowed):
    assert (why_not(step_between("settled", "published"), facts) == "") is allowed


def test_a_published_claim_is_never_rejected():
    assert "rejected" not in {step.to for step in steps_from("published")}
