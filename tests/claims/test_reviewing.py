"""Verdicts: given, sealed, agreed, decided by a third, stale, held to, taken back."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from claims.models import Claim, Review
from claims.models.vocabulary import Stage
from claims.reviewing import Closed, NothingToHold, Opened, give_verdict, still_holds, take_back
from claims.sight import FoundAnew
from claims.staging import move_claim
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import Desk, Happening
from claimtracker.core.refusals import NotAllowed, Refused
from sources.refusals import BadValue
from tests import make
from tests.at_once import who_wins
from tests.conftest import person


@pytest.fixture
def claim(db) -> Claim:
    return make.claim()


@pytest.fixture
def two(db):
    """A desk where two people judge each claim."""
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})


@pytest.fixture
def bo(db):
    return person("bo", "analyst")


@pytest.fixture
def cy(db):
    return person("cy", "analyst")


def now(claim: Claim) -> Claim:
    return Claim.objects.with_parts().get(pk=claim.pk)


def test_one_verdict_settles_a_claim_where_one_is_wanted(claim, ana):
    review = make.review(claim, ana, confidence=4)
    there = now(claim)
    assert (there.stage, there.verdict, there.version) == ("settled", "supported", 2)
    assert (review.version, review.sealed, review.confidence) == (1, False, 4)
    assert "stale" not in there.flags, "its own verdict does not make it stale"


@pytest.mark.parametrize(
    "said", [{"verdict": "contradicted"}, {"verdict": "true"}, {"confidence": 6}, {"confidence": 0}]
)
def test_a_verdict_is_one_of_five_and_says_why(claim, ana, said):
    with pytest.raises(BadValue):
        give_verdict(claim, version=1, by=ana, **{"verdict": "supported", **said})
    assert not Review.objects.exists()


def test_readers_judge_nothing(claim, rita):
    with pytest.raises(NotAllowed):
        make.review(claim, rita)


def test_a_verdict_on_another_version_is_refused(claim, ana):
    make.review(claim, ana)
    with pytest.raises(Stale) as refused:
        give_verdict(claim, version=1, verdict="supported", by=ana)
    assert (refused.value.status, refused.value.extra["version"]) == (412, 2)


def test_of_two_the_first_is_sealed_until_the_second_is_given(claim, ana, bo, rita, two):
    first = make.review(claim, ana, "contradicted")
    assert (first.sealed, now(claim).stage, now(claim).verdict) == (True, "in_review", "")
    seen = {who: Review.objects.visible_to(who).count() for who in (ana, bo, rita)}
    assert seen == {ana: 1, bo: 0, rita: 0}
    make.review(claim, bo, "contradicted")
    assert Review.objects.visible_to(rita).count() == 2
    assert (now(claim).stage, now(claim).verdict) == ("settled", "contradicted")


def test_what_was_superseded_or_taken_back_under_seal_is_seen_once_both_are_given(claim, ana, bo, rita, two):
    take_back(make.review(claim, ana, "contradicted"), by=ana, reason="A slip.")
    make.review(claim, ana, "not_supported")
    make.review(claim, ana)
    assert Review.objects.visible_to(rita).count() == 0
    make.review(claim, bo)
    assert Review.objects.visible_to(rita).count() == 4


def test_what_was_said_under_seal_of_other_words_is_seen_once_others_have_decided(claim, ana, bo, cy, rita, two):
    make.review(claim, ana, "contradicted")
    there = now(claim)
    Claim.objects.filter(pk=claim.pk).update(version=there.version + 1, parts_version=there.version + 1)
    make.review(claim, bo)
    assert Review.objects.visible_to(rita).count() == 0
    make.review(claim, cy)
    assert Review.objects.visible_to(rita).count() == 3


def test_a_sealed_verdict_is_told_to_nobody(claim, ana, bo, two):
    make.review(claim, ana)
    assert not Happening.objects.filter(event__startswith="review").exists()


def test_one_person_is_not_two(claim, ana, two):
    make.review(claim, ana)
    make.review(claim, ana)
    assert (now(claim).stage, Review.objects.standing().count(), Review.objects.count()) == ("in_review", 1, 2)


def test_where_two_differ_a_third_decides_and_both_are_kept(claim, ana, bo, cy, two):
    make.review(claim, ana, "supported")
    make.review(claim, bo, "not_supported")
    assert (now(claim).stage, now(claim).verdict) == ("in_review", "")
    for giver in (ana, bo):
        with pytest.raises(NotAllowed, match="third person"):
            make.review(claim, giver, "partly_supported")
    third = make.review(claim, cy, "partly_supported")
    assert third.adjudicates
    assert (now(claim).stage, now(claim).verdict) == ("settled", "partly_supported")
    assert sorted(Review.objects.standing().values_list("verdict", flat=True)) == [
        "not_supported", "partly_supported", "supported",
    ]  # fmt: skip


def test_the_policy_of_an_article_goes_before_that_of_the_desk(claim, ana, two):
    claim.article.reviewers = 1
    claim.article.save()
    make.review(claim, ana)
    assert now(claim).stage == Stage.SETTLED


def test_a_correction_makes_the_verdict_stale_and_still_holds_clears_it(claim, ana):
    from claims.changing import change_claim

    make.review(claim, ana)
    claim = now(claim)
    change_claim(claim, {"statement": "It is said otherwise."}, version=claim.version, action="claim.corrected", by=ana)
    there = now(claim)
    assert (there.stage, there.verdict, "stale" in there.flags) == ("settled", "supported", True)
    assert list(Claim.objects.stale()) == [there]
    held = still_holds(there, version=there.version, by=ana)
    assert (held.verdict, held.version, held.reaffirms.verdict) == ("supported", there.version, "supported")
    assert "stale" not in now(claim).flags


def test_a_new_copy_and_another_finding_make_it_stale(claim, ana):
    source = make.source()
    copy = make.snapshot(source, "At least 12 people died. So it was.")
    make.finding(claim, copy, make.proof(copy, "At least 12"), digest="a" * 64)
    make.review(claim, ana)
    assert "stale" not in now(claim).flags
    row = claim.findings.get()
    type(row).objects.filter(pk=row.pk).update(digest="b" * 64)
    assert "stale" in now(claim).flags
    type(row).objects.filter(pk=row.pk).update(digest="a" * 64)
    assert "stale" not in now(claim).flags
    later = make.snapshot(source, "Nobody knows.")
    type(row).objects.filter(pk=row.pk).update(headline=False)
    make.finding(claim, later, digest="a" * 64)
    assert "stale" in now(claim).flags


def test_a_verdict_is_of_the_findings_that_were_seen(claim, ana):
    copy = make.snapshot(make.source(), "At least 12 people died. So it was.")
    make.finding(claim, copy, make.proof(copy, "At least 12"), digest="a" * 64)
    shown = Claim.objects.with_basis().get(pk=claim.pk).basis
    said = {"version": 1, "verdict": "supported", "by": ana}
    claim.findings.update(digest="b" * 64, finding="differs")
    with pytest.raises(FoundAnew):
        give_verdict(claim, basis_seen=shown, **said)
    assert not Review.objects.exists()
    shown = Claim.objects.with_basis().get(pk=claim.pk).basis
    give_verdict(claim, basis_seen=shown, **said)
    claim.findings.update(digest="c" * 64)
    with pytest.raises(FoundAnew):
        still_holds(claim, version=now(claim).version, basis_seen=shown, by=ana)
    assert "stale" in now(claim).flags


def test_who_never_judged_has_nothing_that_holds(claim, ana, bo):
    make.review(claim, ana)
    with pytest.raises(NothingToHold):
        still_holds(now(claim), version=2, by=bo)


def test_a_new_verdict_of_another_clears_what_was_stale(claim, ana, bo):
    make.review(claim, ana)
    Claim.objects.filter(pk=claim.pk).update(version=3, parts_version=3)
    make.review(claim, bo, "contradicted")
    there = now(claim)
    assert (there.verdict, "stale" in there.flags, Review.objects.standing().count()) == ("contradicted", False, 1)


def test_a_published_claim_with_another_verdict_is_not_published_any_more(claim, ana, ed):
    make.review(claim, ana)
    move_claim(now(claim), to="published", version=2, by=ed)
    make.review(claim, ana, "contradicted")
    assert now(claim).stage == "settled"


def test_judging_again_begins_a_new_round(claim, ana, two, bo, cy):
    make.review(claim, ana)
    make.review(claim, bo)
    there = now(claim)
    move_claim(there, to="in_review", version=there.version, by=cy, reason="A new report is out.")
    assert (now(claim).verdict, Review.objects.standing().count(), Review.objects.count()) == ("", 0, 2)


def test_a_settled_claim_that_was_rejected_and_brought_back_is_judged_anew(claim, ana, ed):
    make.review(claim, ana)
    move_claim(now(claim), to="rejected", version=now(claim).version, by=ed, reason="Out of scope.")
    assert now(claim).verdict == "supported", "what it was is kept with it"
    move_claim(now(claim), to="open", version=now(claim).version, by=ed, reason="It is in scope after all.")
    assert (now(claim).stage, now(claim).verdict) == ("open", "")
    assert not claim.reviews.standing().exists()
    assert claim.reviews.get().superseded_reason == "It is in scope after all."
    assert claim in Claim.objects.unjudged_by(ana)


def test_what_was_said_before_a_claim_was_rejected_half_judged_still_counts(claim, ana, bo, ed, two):
    make.review(claim, ana)
    move_claim(now(claim), to="rejected", version=now(claim).version, by=ed, reason="Out of scope.")
    move_claim(now(claim), to="open", version=now(claim).version, by=ed, reason="It is in scope after all.")
    make.review(claim, bo)
    assert (now(claim).stage, now(claim).verdict) == ("settled", "supported")


def test_a_closed_claim_is_judged_by_nobody(claim, ana, ed):
    move_claim(claim, to="rejected", version=1, by=ed, reason="An opinion.")
    with pytest.raises(Closed):
        make.review(claim, ana)


def test_what_was_taken_back_stays_on_record_and_what_was_before_stands_again(claim, ana):
    make.review(claim, ana, "supported")
    second = make.review(claim, ana, "contradicted")
    take_back(second, by=ana, reason="A slip.")
    there = now(claim)
    assert (there.stage, there.verdict, Review.objects.count()) == ("settled", "supported", 2)
    take_back(Review.objects.standing().get(), by=ana, reason="That too.")
    assert (now(claim).stage, now(claim).verdict) == ("in_review", "")


def test_nobody_takes_back_anothers(claim, ana, ed):
    with pytest.raises(NotAllowed):
        take_back(make.review(claim, ana), by=ed, reason="No.")
    taken = take_back(Review.objects.get(), by=ana, reason="Yes.")
    with pytest.raises(Refused):
        take_back(taken, by=ana, reason="Twice.")


@pytest.mark.parametrize("second", ["supported", "not_supported"])
def test_of_two_neither_takes_back_what_the_other_has_seen(claim, ana, bo, two, second):
    given = [make.review(claim, ana), make.review(claim, bo, second)]
    there = now(claim)
    for review in given:
        with pytest.raises(Opened, match="Both verdicts are open") as refused:
            take_back(review, by=review.by, reason="A slip.")
        assert (refused.value.code, refused.value.status) == ("opened", 409)
    assert (now(claim).version, Review.objects.standing().count()) == (there.version, 2)


def test_whoever_agreed_and_thinks_otherwise_says_so_and_a_third_decides(claim, ana, bo, cy, two):
    make.review(claim, ana)
    make.review(claim, bo)
    make.review(claim, bo, "contradicted")
    assert (now(claim).stage, now(claim).verdict) == ("in_review", "")
    assert make.review(claim, cy, "contradicted").adjudicates


def test_a_sealed_verdict_is_taken_back_and_given_anew(claim, ana, two):
    take_back(make.review(claim, ana), by=ana, reason="A slip.")
    assert make.review(claim, ana, "contradicted").sealed


def test_whoever_has_decided_may_take_that_back(claim, ana, bo, cy, two):
    make.review(claim, ana)
    given = make.review(claim, bo, "contradicted")
    take_back(make.review(claim, cy), by=cy, reason="A slip.")
    assert (now(claim).stage, now(claim).verdict) == ("in_review", "")
    with pytest.raises(Opened):
        take_back(given, by=bo, reason="A slip.")


def test_what_was_said_of_other_words_may_be_taken_back(claim, ana, bo, two):
    given = make.review(claim, ana)
    make.review(claim, bo)
    there = now(claim)
    Claim.objects.filter(pk=claim.pk).update(version=there.version + 1, parts_version=there.version + 1)
    assert take_back(given, by=ana, reason="A slip.").superseded_at


@pytest.mark.parametrize(
    "columns", [{"verdict": "contradicted"}, {"rationale": "else"}, {"version": 9}, {"basis": "x"}]
)
def test_a_verdict_is_never_edited_whatever_the_door(claim, ana, columns):
    review = make.review(claim, ana)
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(**columns)
    with pytest.raises(DatabaseError), transaction.atomic():
        review.delete()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_judge_at_once_one_is_told():
    claim, people = make.claim(), [person(f"p{n}", "analyst") for n in range(6)]

    def judge(who):
        return lambda: give_verdict(Claim.objects.get(pk=claim.pk), version=1, verdict="supported", by=who)

    won, lost = who_wins(*map(judge, people))
    assert len(won) == 1
    assert {type(one) for one in lost} == {Stale}
    assert Review.objects.count() == 1
