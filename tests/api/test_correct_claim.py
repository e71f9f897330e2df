"""PATCH /claims/<id>/: what is corrected, what is refused, and what two scripts see that meet."""

import pytest

from claims.models import Claim
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return make.claim()


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


@pytest.fixture
def patch(script, claim):
    def send(body, seen=None, **headers):
        if seen is not None:
            headers["HTTP_IF_MATCH"] = seen
        return script.patch(f"/api/v1/claims/{claim.pk}/", body, format="json", **headers)

    return send


def test_a_correction_answers_with_the_claim_and_its_next_etag(script, claim, patch):
    was = script.get(f"/api/v1/claims/{claim.pk}/")
    figure = {"text": "12", "comparator": "exact", "low": 12, "unit": "deaths"}
    answer = patch({"figure": figure, "reason": "it says so"}, was["ETag"])
    body = answer.json()
    assert answer.status_code == 200
    assert (body["version"], body["stage"], body["date"]) == (2, "open", was.json()["date"])
    assert {name: body["figure"][name] for name in figure} == figure
    assert body["figure"]["counted"] is None
    assert answer["ETag"] == script.get(f"/api/v1/claims/{claim.pk}/")["ETag"] != was["ETag"]


def test_what_the_api_shows_may_be_sent_back_and_changes_nothing(script, claim, patch):
    was = script.get(f"/api/v1/claims/{claim.pk}/")
    shown = was.json()
    sent = {name: shown[name] for name in ("kind", "statement", "figure", "date", "place", "attribution", "citations")}
    answer = patch(sent, was["ETag"])
    assert (answer.status_code, answer.json()) == (200, shown)


def test_null_clears_a_part(claim, patch):
    assert patch({"date": None}, '"1-x"').json()["date"] is None


def test_without_if_match_it_is_a_428_and_with_nonsense_a_400(patch):
    without, nonsense = patch({"statement": "x"}), patch({"statement": "x"}, "yesterday")
    assert (without.status_code, without.json()["code"]) == (428, "precondition_required")
    assert (nonsense.status_code, nonsense.json()["code"]) == (400, "bad_precondition")


def test_with_an_old_etag_it_is_a_412_with_the_claim_and_what_differs(script, claim, patch):
    old = script.get(f"/api/v1/claims/{claim.pk}/")["ETag"]
    first = patch({"statement": "First.", "date": None}, old)
    second = patch({"statement": "Second.", "kind": claim.kind}, f"W/{old}")
    problem = second.json()
    assert (second.status_code, problem["code"]) == (412, "version_changed")
    assert second["Content-Type"] == "application/problem+json"
    assert problem["current"] == first.json()
    assert problem["differs"] == [{"field": "statement", "yours": "Second.", "theirs": "First."}]
    assert {row["field"] for row in problem["changed"]} >= {"statement", "date_edtf", "stage"}
    assert Claim.objects.get(pk=claim.pk).statement == "First."
    again = patch({"statement": "Second."}, first["ETag"])
    assert (again.status_code, again.json()["version"]) == (200, 3)


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({"colour": "red"}, 400, "/colour"),
        ({"stage": "published"}, 400, "/stage"),
        ({"version": 7}, 400, "/version"),
        ({"figure": {"text": "12", "comparator": "exact", "low": "12"}}, 400, "/figure/low"),
        ({"figure": {"text": "13", "comparator": "exact", "low": 13}}, 422, "/figure/text"),
        ({"figure": {"text": "12", "comparator": "between", "low": 12, "high": 4}}, 422, "/figure/high"),
        ({"date": {"text": "March 2024", "edtf": "March"}}, 422, "/date/edtf"),
        ({"citations": [77]}, 422, "/citations/0"),
        ({"reason": 5}, 400, "/reason"),
        ({"reason": "x" * 2001}, 422, "/reason"),
        ([], 400, ""),
    ],
)
def test_what_is_wrong_is_named(patch, body, status, pointer):
    answer = patch(body, '"1-x"')
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (status, pointer)


def test_readers_correct_nothing(api, rita, claim):
    api.force_authenticate(rita)
    answer = api.patch(f"/api/v1/claims/{claim.pk}/", {"statement": "x"}, format="json", HTTP_IF_MATCH='"1-x"')
    assert answer.status_code == 403


def test_an_earlier_version_is_brought_back_as_a_new_one(script, claim, patch):
    was = script.get(f"/api/v1/claims/{claim.pk}/")
    corrected = patch({"date": None}, was["ETag"])

    def restore(seen, **body):
        return script.post(f"/api/v1/claims/{claim.pk}/restore/", body, format="json", HTTP_IF_MATCH=seen)

    assert restore(was["ETag"], to_version=1, reason="It was right.").status_code == 412
    assert restore(corrected["ETag"], to_version=9, reason="It was right.").json()["code"] == "no_version"
    assert restore(corrected["ETag"], to_version=1).status_code == 400
    answer = restore(corrected["ETag"], to_version=1, reason="It was right.")
    assert (answer.status_code, answer.json()["version"], answer.json()["date"]) == (200, 3, was.json()["date"])
    assert answer["ETag"] == script.get(f"/api/v1/claims/{claim.pk}/")["ETag"]
