"""Judging a claim on its page: the form, what is sealed, what was refused, the steps."""

from __future__ import annotations

import pytest

from claims.models import Claim, Review
from claimtracker.core.models import Desk
from tests import make
from tests.conftest import person
from tests.web.test_frame import words


@pytest.fixture
def claim(db) -> Claim:
    return make.claim()


def send(client, claim, what="verdict", **typed):
    claim.refresh_from_db()
    return client.post(f"/claims/{claim.pk}/{what}/", {"version": claim.version, **typed})


def see(client, claim) -> str:
    return words(client.get(f"/claims/{claim.pk}/"))


def test_a_verdict_is_recorded_and_shown_with_its_reason(browse, ana, claim):
    client = browse(ana)
    answer = send(client, claim, verdict="partly_supported", rationale="The source says about.", confidence="4")
    assert answer["Location"] == f"/claims/{claim.pk}/#reviews"
    shown = see(client, claim)
    assert "Partly supported" in shown
    assert "The source says about." in shown
    assert "quite sure" in shown


def test_readers_see_verdicts_and_no_form(browse, ana, rita, claim):
    make.review(claim, ana)
    shown = see(browse(rita), claim)
    assert "Reviews" in shown
    assert "Your verdict" not in shown


def test_what_was_typed_is_kept_where_the_reason_is_missing(browse, ana, claim):
    answer = send(browse(ana), claim, verdict="contradicted", confidence="2")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Say why" in html
    assert 'value="contradicted" required checked' in html
    assert not Review.objects.exists()


def test_a_claim_that_changed_meanwhile_keeps_the_words_and_shows_what_is_new(browse, ana, claim):
    Claim.objects.filter(pk=claim.pk).update(version=2, statement="Another statement.")
    typed = {"version": 1, "verdict": "contradicted", "rationale": "It says otherwise."}
    client = browse(ana)
    answer = client.post(f"/claims/{claim.pk}/verdict/", typed)
    html = answer.content.decode()
    assert answer.status_code == 412
    assert "It says otherwise." in html
    assert "Another statement." in html
    assert 'name="version" value="2"' in html
    assert client.post(f"/claims/{claim.pk}/verdict/", typed | {"version": 2}).status_code == 302


def test_the_second_of_two_does_not_see_the_first(browse, ana, claim):
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})
    send(browse(ana), claim, verdict="contradicted", rationale="A secret of ana's.")
    assert "Only you see it" in see(browse(ana), claim)
    bo = browse(person("bo", "analyst"))
    shown = see(bo, claim)
    assert "A secret of ana's." not in shown
    assert "Reviews" not in shown
    send(bo, claim, verdict="supported")
    assert "third person decides" in see(bo, claim)
    assert "yours decides" in see(browse(person("cy", "analyst")), claim)


def test_still_holds_is_one_button(browse, ana, claim):
    make.review(claim, ana)
    Claim.objects.filter(pk=claim.pk).update(version=3, parts_version=3)
    client = browse(ana)
    assert "Still holds" in see(client, claim)
    send(client, claim, "still-holds")
    assert "Still holds" not in see(client, claim)


def test_a_step_is_taken_and_what_cannot_be_says_why(browse, ana, ed, claim):
    assert "Reject: Editors and admins do this." in see(browse(ana), claim)
    send(browse(ana), claim, "step", to="open")
    assert Claim.objects.get(pk=claim.pk).stage == "open"
    send(browse(ed), claim, "step", to="rejected", reason="An opinion.", rejected_as="out_of_scope")
    there = Claim.objects.get(pk=claim.pk)
    assert (there.stage, there.rejected_as, there.stage_reason) == ("rejected", "out_of_scope", "An opinion.")
    assert "An opinion." in see(browse(ed), claim)


@pytest.mark.parametrize(
    ("version", "status"), [("", 422), ("x", 422), ("0", 422), ("99999999999", 412), ("-1", 422), ("²", 422)]
)
def test_a_form_without_a_version_changes_nothing(browse, ana, claim, version, status):
    answer = browse(ana).post(f"/claims/{claim.pk}/step/", {"to": "open", "version": version})
    assert answer.status_code == status
    assert Claim.objects.get(pk=claim.pk).stage == "suggested"


def test_one_takes_back_ones_own_with_a_reason(browse, ana, claim):
    review = make.review(claim, ana)
    client = browse(ana)
    client.post(f"/reviews/{review.pk}/withdraw/", {"reason": "A slip."})
    assert "A slip." in see(client, claim)


def test_what_both_have_seen_of_each_other_is_not_offered_to_be_taken_back(browse, ana, claim):
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})
    review, client = make.review(claim, ana), browse(ana)
    assert "Take it back" in see(client, claim)
    make.review(claim, person("bo", "analyst"), "contradicted")
    shown = see(client, claim)
    assert "Take it back" not in shown
    assert "so yours stays on record" in shown
    answer = client.post(f"/reviews/{review.pk}/withdraw/", {"reason": "A slip of mine."})
    assert answer.status_code == 409
    assert 'The form is not offered any more. What you wrote: <q dir="auto">A slip of mine.</q>' in words(answer)
    assert Review.objects.standing().count() == 2


def test_it_asks_as_often_for_many_verdicts_as_for_few(browse, ana, claim, django_assert_max_num_queries):
    client = browse(ana)
    for number in range(12):
        make.review(claim, person(f"p{number}", "analyst"))
    with django_assert_max_num_queries(10):
        see(client, claim)
