"""What is done in the queue, whose turn it is, and what undoing leaves behind."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claims import assigning, queueing
from claims.acting import COLUMNS, Said, act_on
from claims.disputing import raise_dispute
from claims.models import Act, Claim, Review
from claims.reviewing import Opened, give_verdict
from claims.staging import move_claim
from claims.undoing import AlreadyUndone, ChangedSince, TooLate, can_undo, undo
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import Desk, Happening
from claimtracker.core.refusals import NotAllowed
from sources.refusals import BadValue
from tests import make

SUPPORTED = Said(verdict="supported")
DOUBTFUL = Said(verdict="not_supported", rationale="It is not there.")


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.fixture
def two_judge(db):
    Desk.current()
    Desk.objects.update(reviewers=2)


def columns(claim):
    claim.refresh_from_db()
    return {name: getattr(claim, name) for name in COLUMNS}


@pytest.mark.parametrize(
    ("name", "said", "words", "stage"),
    [
        ("verdict", SUPPORTED, "supported", "settled"),
        ("verdict", DOUBTFUL, "not supported", "settled"),
        ("accept", Said(), "accepted", "open"),
        ("reject", Said(), "rejected", "rejected"),
        ("reject", Said(reason="A rhetorical question.", rejected_as="out_of_scope"), "rejected", "rejected"),
        ("take", Said(), "taken", "suggested"),
    ],
)
def test_an_act_can_be_undone_as_one(claim, ed, name, said, words, stage):
    before = columns(claim)
    act = act_on(claim, name, said, version=claim.version, by=ed)
    assert act.words.lower() == words
    assert columns(claim)["stage"] == stage
    version = claim.version
    undo(act, by=ed)
    assert columns(claim) == before
    assert claim.version > version, "undoing is a new version, not an old one again"
    assert not Review.objects.standing().exists()


def test_undoing_a_second_verdict_brings_the_first_back(claim, ana):
    first = act_on(claim, "verdict", SUPPORTED, version=1, by=ana)
    claim.refresh_from_db()
    act = act_on(claim, "verdict", DOUBTFUL, version=claim.version, by=ana)
    undo(act, by=ana)
    claim.refresh_from_db()
    assert (claim.stage, claim.verdict) == ("settled", "supported")
    assert Review.objects.standing().get().pk == first.entries[0]["review"]


def test_still_holds_is_undone_too(claim, ana):
    act_on(claim, "verdict", SUPPORTED, version=1, by=ana)
    Claim.objects.filter(pk=claim.pk).update(version=9, parts_version=9)
    claim.refresh_from_db()
    act = act_on(claim, "holds", Said(), version=9, by=ana)
    assert not Claim.objects.stale().exists()
    undo(act, by=ana)
    assert Claim.objects.stale().get() == claim


def test_a_claim_that_somebody_changed_since_is_left_alone(claim, ana, ed):
    act = act_on(claim, "accept", Said(), version=1, by=ana)
    move_claim(claim, to="rejected", version=2, by=ed, reason="No.")
    with pytest.raises(ChangedSince):
        undo(act, by=ana)
    claim.refresh_from_db()
    assert (claim.stage, Act.objects.get().undone_at) == ("rejected", None)


def test_undoing_twice_or_late_or_what_another_did_is_refused(claim, ana, ed):
    act = act_on(claim, "accept", Said(), version=1, by=ana)
    with pytest.raises(NotAllowed):
        undo(act, by=ed)
    undo(act, by=ana)
    with pytest.raises(AlreadyUndone):
        undo(act, by=ana)
    act = act_on(claim, "accept", Said(), version=3, by=ana)
    act.created_at = timezone.now() - dt.timedelta(minutes=3)
    with pytest.raises(TooLate):
        undo(act, by=ana)


def test_of_two_who_judge_the_second_cannot_undo_what_opened_the_first(claim, two_judge, ana, ed):
    first = act_on(claim, "verdict", SUPPORTED, version=1, by=ana)
    assert can_undo(first)
    claim.refresh_from_db()
    second = act_on(claim, "verdict", DOUBTFUL, version=claim.version, by=ed)
    for act, by in ((first, ana), (second, ed)):
        assert not can_undo(act)
        with pytest.raises(Opened, match=r"stays on record.*Nothing was undone"):
            undo(act, by=by)
    assert (Review.objects.standing().count(), Act.objects.filter(undone_at=None).count()) == (2, 2)


def test_an_undone_verdict_under_seal_says_nothing_of_itself(claim, two_judge, ana, ed, api):
    undo(act_on(claim, "verdict", DOUBTFUL, version=1, by=ana), by=ana)
    api.force_authenticate(ed)
    told = [row["reason"] for row in api.get(f"/api/v1/claims/{claim.pk}/history/").json()["results"]]
    assert "A verdict was undone." in told
    assert not any("supported" in (reason or "").lower() for reason in told)


def test_undoing_leaves_what_another_has_judged_since(claim, ana, ed):
    act = act_on(claim, "verdict", SUPPORTED, version=1, by=ana)
    claim.refresh_from_db()
    give_verdict(claim, version=claim.version, verdict="supported", by=ed)
    undo(act, by=ana)
    claim.refresh_from_db()
    assert (claim.stage, claim.verdict) == ("settled", "supported")
    assert Review.objects.standing().get().by == ed


def test_undoing_publishes_nothing_past_an_objection(claim, ana, ed):
    give_verdict(claim, version=1, verdict="supported", by=ed)
    claim.refresh_from_db()
    claim = move_claim(claim, to="published", version=claim.version, by=ed)
    act = act_on(claim, "verdict", DOUBTFUL, version=claim.version, by=ana)
    raise_dispute(claim, ground="misread", aspect="figure", reason="It says 4.", by=ed)
    undo(act, by=ana)
    claim.refresh_from_db()
    assert (claim.stage, claim.verdict) == ("settled", "supported")


@pytest.mark.parametrize(
    ("name", "said", "refusal"),
    [
        ("verdict", Said(verdict="not_supported"), BadValue),
        ("reject", Said(), NotAllowed),
        ("publish", Said(), BadValue),
    ],
)
def test_a_refused_act_leaves_nothing(claim, ana, name, said, refusal):
    with pytest.raises(refusal):
        act_on(claim, name, said, version=1, by=ana)
    claim.refresh_from_db()
    assert (claim.version, Act.objects.count()) == (1, 0)


def test_of_two_acts_on_one_version_one_wins(claim, ana, ed):
    act_on(claim, "accept", Said(), version=1, by=ana)
    with pytest.raises(Stale):
        act_on(claim, "reject", Said(), version=1, by=ed)


def waits(user):
    return list(queueing.waiting_for(user).values_list("pk", flat=True))


def test_a_taken_claim_waits_for_nobody_else_until_its_time_is_over(claim, ana, ed):
    assigning.assign_claim(claim, to=ana, version=1, by=ana)
    assert claim.pk in waits(ana)
    assert claim.pk not in waits(ed)
    Claim.objects.filter(pk=claim.pk).update(taken_at=timezone.now() - dt.timedelta(hours=49))
    assert claim.pk in waits(ed)
    assert assigning.release_overdue() == 1
    claim.refresh_from_db()
    assert (claim.assignee, claim.taken_at, claim.version) == (None, None, 3)
    assert assigning.release_overdue() == 0


def test_what_was_given_to_somebody_stays_theirs_and_they_hear_of_it(claim, ana, ed):
    assigning.assign_claim(claim, to=ana, version=1, by=ed, due=timezone.now().date())
    claim.refresh_from_db()
    assert claim.taken_at is None
    assert claim.pk not in waits(ed)
    assert Happening.objects.get(event="claim.assigned").to == [ana.pk]


@pytest.mark.parametrize(("to", "due"), [("rita", None), (None, 1), ("ana", -1)])
def test_an_assignment_that_makes_no_sense_is_refused(claim, ana, ed, rita, to, due):
    day = None if due is None else timezone.now().date() + dt.timedelta(days=due)
    with pytest.raises(BadValue):
        assigning.assign_claim(claim, to={"rita": rita, "ana": ana, None: None}[to], version=1, by=ed, due=day)


def test_with_two_reviewers_the_second_opinion_waits_for_another_person(claim, two_judge, ana, ed, ada):
    give_verdict(claim, version=1, verdict="supported", by=ana)
    assert claim.pk not in waits(ana)
    assert claim.pk in waits(ed)
    claim.refresh_from_db()
    give_verdict(claim, version=claim.version, verdict="contradicted", rationale="It says 4.", by=ed)
    assert claim.pk not in {*waits(ana), *waits(ed)}, "their opinions differ: a third decides"
    assert claim.pk in waits(ada)


def test_withdrawn_articles_and_what_was_put_off_do_not_wait(claim, ana):
    others = waits(ana)
    assert claim.pk in others
    assert claim.pk not in queueing.waiting_for(ana, skipped=[claim.pk]).values_list("pk", flat=True)
    claim.article.withdrawn_at = timezone.now()
    claim.article.withdrawn_reason = "Not ours."
    claim.article.save()
    assert waits(ana) == []


def test_nothing_waits_for_a_reader(claim, rita):
    assert waits(rita) == []
