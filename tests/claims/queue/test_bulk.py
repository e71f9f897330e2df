"""One act on many claims: what it would do, what it does, what is left alone, and its one undo."""

from __future__ import annotations

import pytest

from claims import bulk
from claims.bulk import CHANGED, Wish, carry_out, plan
from claims.models import Act, Claim, Review
from claims.reviewing import give_verdict
from claims.sight import Sight
from claims.staging import move_claim
from claims.undoing import can_undo, undo
from claimtracker.core.models import Desk, Happening
from claimtracker.core.refusals import NotAllowed
from sources.refusals import BadValue
from tests import make

REJECT = Wish("reject", reason="Not of this desk.", rejected_as="out_of_scope")


@pytest.fixture
def claims(db):
    """Four claims, the first one settled, the second one open."""
    return list(make.article().claims.order_by("pk"))


@pytest.fixture
def mixed(claims, ana):
    give_verdict(claims[0], version=1, verdict="supported", by=ana)
    move_claim(claims[1], to="open", version=1, by=ana)
    return list(Claim.objects.order_by("pk"))


def stages():
    return list(Claim.objects.order_by("pk").values_list("stage", flat=True))


def test_the_plan_says_how_many_change_and_why_the_rest_does_not(mixed, ana):
    told = plan(mixed, Wish("accept"), by=ana)
    assert list(told.will.values()) == [Sight(1), Sight(1)]
    assert {why: len(ids) for why, ids in told.cannot.items()} == {
        "They are settled: from there no step leads to open.": 1,
        "They are open: from there no step leads to open.": 1,
    }


def test_what_was_put_aside_or_is_under_review_is_not_accepted_along_with_the_rest(claims, ana, ed):
    move_claim(claims[0], to="rejected", version=1, by=ed, reason="No.")
    move_claim(claims[1], to="open", version=1, by=ana)
    move_claim(claims[1], to="in_review", version=2, by=ana)
    told = plan(list(Claim.objects.all()), Wish("accept"), by=ed)
    assert sorted(told.will) == [claims[2].pk, claims[3].pk]
    assert told.cannot == {
        f"They are {stage}: from there they go to open one by one, each on its own page.": [claim.pk]
        for stage, claim in zip(("rejected", "in review"), claims, strict=False)
    }


def test_it_is_one_act_with_one_undo(mixed, ana):
    before = stages()
    done = carry_out(plan(mixed, Wish("accept"), by=ana).will, Wish("accept"), by=ana)
    assert stages() == ["settled", "open", "open", "open"]
    assert (done.act.words, Act.objects.count()) == ("Accepted: 2 claims", 1)
    assert Claim.objects.get(pk=done.done[0]).version == 2
    undo(done.act, by=ana)
    assert stages() == before


def test_what_somebody_changed_meanwhile_is_left_alone_and_named(claims, ana, ed):
    seen = plan(claims, Wish("accept"), by=ana).will
    move_claim(claims[2], to="rejected", version=1, by=ed, reason="No.")
    done = carry_out(seen, Wish("accept"), by=ana)
    assert done.cannot == {CHANGED: [claims[2].pk]}
    assert len(done.done) == 3
    move_claim(claims[0], to="rejected", version=2, by=ed, reason="No.")
    undone = undo(done.act, by=ana)
    assert undone.left == [claims[0].pk]
    assert stages() == ["rejected", "suggested", "rejected", "suggested"]


def test_many_are_rejected_with_one_reason_and_followers_hear_of_it_once(claims, ed):
    carry_out(plan(claims, REJECT, by=ed).will, REJECT, by=ed)
    assert set(Claim.objects.values_list("stage", "stage_reason", "rejected_as")) == {
        ("rejected", "Not of this desk.", "out_of_scope")
    }
    assert Happening.objects.get(event="claim.staged").words == "Rejected: 4 claims."


def test_many_are_given_to_somebody(claims, ed, ana):
    wish = Wish("assign", to=ana)
    done = carry_out(plan(claims, wish, by=ed).will, wish, by=ed)
    assert set(Claim.objects.values_list("assignee", flat=True)) == {ana.pk}
    assert Happening.objects.get(event="claim.assigned").to == [ana.pk]
    undo(done.act, by=ed)
    assert not Claim.objects.exclude(assignee=None).exists()


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (Wish("publish"), BadValue),
        (REJECT, NotAllowed),
    ],
)
def test_what_can_be_done_to_no_claim_is_refused_at_once(claims, ana, wish, refusal):
    with pytest.raises(refusal):
        plan(claims, wish, by=ana)


def test_a_rejection_needs_its_reason(claims, ed):
    with pytest.raises(BadValue):
        carry_out({claims[0].pk: Sight(1)}, Wish("reject"), by=ed)


def test_still_holds_goes_on_where_a_second_was_not_enough(claims, ana):
    for claim in claims:
        give_verdict(claim, version=1, verdict="supported", by=ana)
    Claim.objects.update(version=9, parts_version=9)
    told = plan(Claim.objects.all(), Wish("holds"), by=ana)
    assert len(told.will) == 4
    done = carry_out(told.will, Wish("holds"), by=ana, patience=0)
    assert (len(done.done), len(done.left)) == (1, 3)
    done = carry_out(done.left, Wish("holds"), by=ana, act=done.act, patience=60)
    assert done.left == {}
    assert not Claim.objects.stale().exists()
    assert len(Act.objects.get().entries) == 4
    undo(done.act, by=ana)
    assert Claim.objects.stale().count() == 4
    assert Review.objects.standing().count() == 4


def test_of_many_those_that_both_have_judged_by_now_are_left(claims, ana, ed):
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})
    for claim in claims:
        give_verdict(claim, version=1, verdict="supported", by=ana)
    Claim.objects.update(version=9, parts_version=9)
    give_verdict(claims[0], version=9, verdict="contradicted", rationale="It says 4.", by=ed)
    done = carry_out(plan(Claim.objects.all(), Wish("holds"), by=ana).will, Wish("holds"), by=ana, patience=60)
    assert (len(done.done), can_undo(done.act)) == (4, True)
    undone = undo(done.act, by=ana)
    assert (undone.claims, undone.left) == ([one.pk for one in claims[1:]], [claims[0].pk])
    assert Review.objects.standing().fresh().count() == 2


def test_it_takes_as_many_queries_for_many_as_for_few(db, ana, django_assert_max_num_queries):
    for _ in range(3):
        make.article()
    seen = plan(Claim.objects.all(), Wish("accept"), by=ana).will
    assert len(seen) == 12
    with django_assert_max_num_queries(10):
        carry_out(seen, Wish("accept"), by=ana)


def test_more_than_a_thousand_are_refused(claims, ana, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 3)
    with pytest.raises(BadValue, match="At most 3"):
        plan(claims, Wish("accept"), by=ana)
