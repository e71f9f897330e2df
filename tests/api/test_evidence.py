"""Evidence by the API: put beside a claim, listed, taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claims.models import Evidence
from tests import make

TEXT = "😀 The ministry counted 410 tents. The army lent 30 boats, and 30 boats more."
START = TEXT.index("410")


@pytest.fixture
def copy(db):
    return make.snapshot(make.source(), TEXT)


@pytest.fixture
def url(db):
    return f"/api/v1/claims/{make.claim().pk}/evidence/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def given(copy, **fields):
    return {"snapshot": copy.pk, "stance": "supports", **fields}


def test_words_are_put_beside_a_claim_by_their_place(script, copy, url, ana):
    sent = given(copy, exact="410 tents", start=START, end=START + 9, standpoint="relays", credibility=2, note="Twice.")
    answer = script.post(url, sent, format="json")
    body = answer.json()
    assert (answer.status_code, answer["Location"]) == (201, body["url"])
    assert body["quote"]["exact"] == "410 tents"
    assert body["quote"]["prefix"].endswith("counted ")
    assert (body["standpoint"], body["credibility"], body["note"]) == ("relays", 2, "Twice.")
    assert (body["by"]["username"], body["snapshot"]["id"], body["withdrawn"]) == (ana.username, copy.pk, None)
    assert script.get(body["url"]).json() == body
    assert script.get(url).json()["results"] == [body]


def test_words_that_stand_once_need_no_place_and_again_are_a_200(script, copy, url):
    first = script.post(url, given(copy, exact="410 tents"), format="json")
    again = script.post(url, given(copy, exact="410 tents", stance="mentions"), format="json")
    assert (first.status_code, again.status_code, again.json()["stance"]) == (201, 200, "mentions")
    assert Evidence.objects.count() == 1


def test_of_several_places_one_must_be_named(script, copy, url):
    answer = script.post(url, given(copy, exact="30 boats"), format="json")
    body = answer.json()
    assert (answer.status_code, body["code"], len(body["places"])) == (422, "several_places", 2)
    place = body["places"][1]
    assert script.post(url, given(copy, exact="30 boats", **place), format="json").status_code == 201


@pytest.mark.parametrize(
    ("fields", "status", "pointer"),
    [
        ({"exact": "50 tents"}, 422, "/exact"),
        ({"exact": "410 tents", "start": 0, "end": 9}, 422, "/exact"),
        ({"start": 0, "end": 9999}, 422, "/start"),
        ({}, 422, "/exact"),
        ({"exact": "410 tents", "snapshot": 999999}, 422, "/snapshot"),
        ({"exact": "410 tents", "stance": "proves"}, 400, "/stance"),
        ({"exact": "410 tents", "credibility": 7}, 400, "/credibility"),
        ({"exact": "410 tents", "note": "a\0b"}, 400, "/note"),
        ({"exact": "410 tents", "by": 1}, 400, "/by"),
    ],
)
def test_what_cannot_be_pinned_is_refused_at_its_field(script, copy, url, fields, status, pointer):
    answer = script.post(url, given(copy, **fields), format="json")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (status, pointer)
    assert not Evidence.objects.exists()


def test_it_is_withdrawn_with_a_reason_and_stays_on_record(script, copy, url):
    body = script.post(url, given(copy, exact="410 tents"), format="json").json()
    for sent, status in (({}, 400), ({"reason": " "}, 422), ({"reason": "a\0"}, 400)):
        assert script.post(f"{body['url']}withdraw/", sent, format="json").status_code == status
    answer = script.post(f"{body['url']}withdraw/", {"reason": "A slip."}, format="json")
    assert answer.json()["withdrawn"]["reason"] == "A slip."
    again = script.post(f"{body['url']}withdraw/", {"reason": "Again."}, format="json")
    assert (again.status_code, again.json()["code"]) == (409, "already_withdrawn")
    assert len(script.get(f"{url}?withdrawn=true").json()["results"]) == 1
    assert script.get(f"{url}?withdrawn=false").json()["results"] == []


def test_the_list_is_filtered(script, copy, url):
    script.post(url, given(copy, exact="410 tents"), format="json")
    later = (timezone.now() + dt.timedelta(minutes=1)).isoformat().replace("+", "%2B")
    for query, found in (("stance=supports", 1), ("stance=mentions", 0), (f"snapshot={copy.pk}", 1),
                         (f"updated_since={later}", 0)):  # fmt: skip
        assert len(script.get(f"{url}?{query}").json()["results"]) == found


def test_a_reader_puts_nothing_there_and_an_analyst_withdraws_only_the_own(api, rita, ana, copy, url):
    api.force_authenticate(rita)
    assert api.post(url, given(copy, exact="410 tents"), format="json").status_code == 403
    assert api.get(url).status_code == 200
    one = make.pin(make.claim(), copy, "30 boats", by=None)
    api.force_authenticate(ana)
    assert api.post(f"/api/v1/evidence/{one.pk}/withdraw/", {"reason": "Mine."}, format="json").status_code == 403


def test_of_no_claim_there_is_none(script, copy):
    assert script.get("/api/v1/claims/999999/evidence/").status_code == 404
    assert script.post("/api/v1/claims/999999/evidence/", given(copy), format="json").status_code == 404
