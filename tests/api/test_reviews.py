"""Verdicts and stages by the API: preconditions, what is refused and why, what is sealed."""

from __future__ import annotations

import pytest

from claims.models import Claim, Review
from claimtracker.core.models import Desk
from tests import make
from tests.conftest import person


@pytest.fixture
def claim(db) -> Claim:
    return make.claim()


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def at(claim: Claim) -> dict[str, str]:
    claim.refresh_from_db()
    return {"HTTP_IF_MATCH": f'"{claim.version}-x"'}


def reviews(claim: Claim) -> str:
    return f"/api/v1/claims/{claim.pk}/reviews/"


def steps(claim: Claim) -> str:
    return f"/api/v1/claims/{claim.pk}/transitions/"


def test_a_verdict_is_given_and_read(script, claim, ana):
    given = {"verdict": "partly_supported", "confidence": 4, "rationale": "The source says about."}
    answer = script.post(reviews(claim), given, format="json", **at(claim))
    body = answer.json()
    assert (answer.status_code, answer["Location"]) == (201, body["url"])
    assert {name: body[name] for name in given} == given
    assert (body["by"]["username"], body["pinned"]["version"], body["stale"]) == ("ana", 1, False)
    assert script.get(body["url"]).json() == body
    one = script.get(f"/api/v1/claims/{claim.pk}/")
    assert (one.json()["stage"], one.json()["verdict"], one["ETag"]) == ("settled", "partly_supported", answer["ETag"])


def test_without_if_match_it_is_a_428_and_with_another_etag_a_412_that_shows_the_claim(script, claim):
    given = {"verdict": "supported"}
    without = script.post(reviews(claim), given, format="json")
    assert (without.status_code, without.json()["code"]) == (428, "precondition_required")
    wrong = script.post(reviews(claim), given, format="json", HTTP_IF_MATCH="yesterday")
    assert wrong.status_code == 400
    Claim.objects.filter(pk=claim.pk).update(version=2, statement="Another.")
    old = script.post(reviews(claim), given, format="json", HTTP_IF_MATCH='W/"1-abc"')
    body = old.json()
    assert (old.status_code, body["code"], body["current"]["statement"]) == (412, "version_changed", "Another.")
    assert [row["field"] for row in body["differs"]] == ["statement"]
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("given", "status", "pointer"),
    [
        ({}, 400, "/verdict"),
        ({"verdict": "true"}, 400, "/verdict"),
        ({"verdict": "contradicted"}, 422, "/rationale"),
        ({"verdict": "supported", "confidence": 9}, 400, "/confidence"),
        ({"verdict": "supported", "by": 1}, 400, "/by"),
        ({"verdict": "supported", "rationale": "a\0b"}, 400, "/rationale"),
    ],
)
def test_what_is_wrong_is_named(script, claim, given, status, pointer):
    answer = script.post(reviews(claim), given, format="json", **at(claim))
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (status, pointer)


def test_the_first_of_two_is_sealed_for_all_but_its_giver(script, api, claim, ana, rita):
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})
    made = script.post(reviews(claim), {"verdict": "supported"}, format="json", **at(claim)).json()
    assert made["sealed"] is True
    api.force_authenticate(rita)
    assert api.get(reviews(claim)).json()["results"] == []
    assert api.get(made["url"]).status_code == 404
    api.force_authenticate(person("bo", "analyst"))
    api.post(reviews(claim), {"verdict": "supported"}, format="json", **at(claim))
    assert len(api.get(reviews(claim)).json()["results"]) == 2


def test_still_holds_pins_it_anew_and_taking_back_says_why(script, claim, ana):
    make.review(claim, ana)
    Claim.objects.filter(pk=claim.pk).update(version=3, parts_version=3)
    assert script.get(reviews(claim)).json()["results"][0]["stale"] is True
    held = script.post(f"/api/v1/claims/{claim.pk}/still-holds/", **at(claim))
    assert (held.status_code, held.json()["stale"], held.json()["pinned"]["version"]) == (201, False, 3)
    back = script.post(f"{held.json()['url']}withdraw/", {"reason": "A slip."}, format="json")
    assert back.json()["superseded"]["reason"] == "A slip."
    assert script.post(f"{held.json()['url']}withdraw/", {}, format="json").status_code == 400


def test_what_both_have_seen_of_each_other_is_not_taken_back(script, claim, ana):
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})
    given = make.review(claim, ana)
    make.review(claim, person("bo", "analyst"))
    answer = script.post(f"/api/v1/reviews/{given.pk}/withdraw/", {"reason": "A slip."}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "opened")
    assert answer.json()["detail"].startswith("Both verdicts are open, so yours stays on record.")
    assert script.get(f"/api/v1/reviews/{given.pk}/").json()["superseded"] is None


def test_a_verdict_of_other_findings_than_there_are_is_a_412(script, claim):
    seen = script.get(steps(claim)).json()["basis"]
    make.finding(claim, make.snapshot(make.source(), "At least 4 people died."), finding="differs")
    refused = script.post(reviews(claim), {"verdict": "supported", "basis": seen}, format="json", **at(claim))
    assert (refused.status_code, refused.json()["code"], refused.json()["differs"]) == (412, "findings_changed", [])
    basis = script.get(steps(claim)).json()["basis"]
    given = script.post(reviews(claim), {"verdict": "supported", "basis": basis}, format="json", **at(claim))
    assert given.status_code == 201
    address = f"/api/v1/claims/{claim.pk}/still-holds/"
    assert script.post(address, {"basis": seen}, format="json", **at(claim)).status_code == 412
    assert script.post(address, format="json", **at(claim)).status_code == 201


def test_an_old_version_is_told_before_a_step_that_is_not_there(script, claim):
    old = at(claim)
    assert script.post(steps(claim), {"to": "open"}, format="json", **old).status_code == 200
    answer = script.post(steps(claim), {"to": "open"}, format="json", **old)
    assert (answer.status_code, answer.json()["current"]["stage"]) == (412, "open")


def test_the_steps_say_what_is_allowed_and_why_not(script, claim):
    body = script.get(steps(claim)).json()
    told = {row["to"]: (row["allowed"], row["why_not"]) for row in body["transitions"]}
    assert (body["stage"], body["version"]) == ("suggested", 1)
    assert told == {"open": (True, None), "rejected": (False, "Editors and admins do this.")}


def test_a_step_is_taken_and_one_that_is_not_there_is_refused(script, claim):
    taken = script.post(steps(claim), {"to": "open"}, format="json", **at(claim))
    assert (taken.status_code, taken.json()["stage"]) == (200, "open")
    assert taken["ETag"] == script.get(f"/api/v1/claims/{claim.pk}/")["ETag"]
    nowhere = script.post(steps(claim), {"to": "published"}, format="json", **at(claim))
    assert (nowhere.status_code, nowhere.json()["code"]) == (409, "no_such_step")
    by_hand = script.post(steps(claim), {"to": "in_review"}, format="json", **at(claim))
    assert by_hand.status_code == 200
    assert script.post(steps(claim), {"to": "settled"}, format="json", **at(claim)).status_code == 409


def test_an_editor_rejects_with_a_reason_and_as_what(api, ed, claim):
    api.force_authenticate(ed)
    assert api.post(steps(claim), {"to": "rejected"}, format="json", **at(claim)).status_code == 422
    other = make.claim()
    given = {"to": "rejected", "reason": "Said twice.", "rejected_as": "duplicate", "duplicate_of": other.pk}
    body = api.post(steps(claim), given, format="json", **at(claim)).json()
    assert (body["stage"], body["rejected_as"], body["duplicate_of"]) == ("rejected", "duplicate", other.pk)
    back = api.post(steps(claim), {"to": "open", "reason": "It is not."}, format="json", **at(claim)).json()
    assert (back["stage"], back["rejected_as"], back["duplicate_of"]) == ("open", None, None)


def test_an_editor_publishes_what_is_settled_and_retracts_it_with_a_reason(api, ed, ana, claim):
    api.force_authenticate(ed)
    make.review(claim, ana)
    assert api.post(steps(claim), {"to": "published"}, format="json", **at(claim)).json()["stage"] == "published"
    given = {"to": "retracted", "reason": "The source was withdrawn."}
    body = api.post(steps(claim), given, format="json", **at(claim)).json()
    assert (body["stage"], body["stage_reason"]) == ("retracted", "The source was withdrawn.")
