"""Disputes and rivals by the API: shapes, what is refused and where, lists, files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest
from django.utils import timezone

from claims.models import Claim, Dispute
from tests import make
from tests.conftest import person

ABOUT_600 = {"text": "about 600", "comparator": "about", "low": 600, "high": 600, "form": "amount"}
SAID = {"ground": "contested", "aspect": "figure", "reason": "The count was revised."}


@pytest.fixture
def claim(db) -> Claim:
    return make.claim()


@pytest.fixture
def script(api):
    def of(user):
        api.force_authenticate(user)
        return api

    return of


def url(claim) -> str:
    return f"/api/v1/claims/{claim.pk}/disputes/"


def test_a_dispute_is_raised_with_its_rival_and_read_as_it_was(script, claim, ana):
    rival = {"figure": ABOUT_600, "source": {"title": "Second count", "type": "report"}}
    answer = script(ana).post(url(claim), SAID | {"rival": rival}, format="json")
    body = answer.json()
    assert answer.status_code == 201
    assert answer["Location"] == body["url"] == f"http://testserver/api/v1/disputes/{body['id']}/"
    assert {name: body[name] for name in SAID} == SAID
    assert (body["claim"], body["state"], body["due"], body["settled_by"]) == (claim.pk, "open", None, None)
    assert (body["by"]["username"], body["version"], body["outcome_reason"]) == ("ana", claim.version, None)
    assert (body["rival"]["figure"]["low"], body["rival"]["source"]["title"]) == (600, "Second count")
    assert body["rival"]["accepted_at"] is None
    for there in (f"/api/v1/disputes/{body['id']}/", f"/disputes/{body['id']}.json"):
        assert script(ana).get(there).json() == body
    of_claim = script(ana).get(f"/api/v1/claims/{claim.pk}/").json()
    assert (of_claim["disputes"], "disputed" in of_claim["flags"], of_claim["rivals"]) == (1, True, [])


@pytest.mark.parametrize(
    ("sent", "status", "pointer"),
    [
        ({"ground": "contested", "aspect": "figure"}, 400, "/reason"),
        (SAID | {"colour": "red"}, 400, "/colour"),
        (SAID | {"ground": "x"}, 400, "/ground"),
        (SAID | {"reason": 5}, 400, "/reason"),
        (SAID | {"reason": " "}, 422, "/reason"),
        (SAID | {"rival": "600"}, 400, "/rival"),
        (SAID | {"rival": {"figure": ABOUT_600}}, 422, "/rival/source"),
        (SAID | {"rival": {"figure": ABOUT_600, "no_source": "x", "colour": 1}}, 400, "/rival/colour"),
        (SAID | {"rival": {"figure": {"text": "x", "comparator": "sort of"}, "no_source": "x"}}, 422,
         "/rival/figure/comparator"),
        (SAID | {"aspect": "duplicate", "ground": "misread", "duplicate_of": 987654}, 422, "/duplicate_of"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_kept(script, claim, ana, sent, status, pointer):
    answer = script(ana).post(url(claim), sent, format="json")
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["pointer"].startswith(pointer)
    assert not Dispute.objects.exists()


def test_a_second_open_one_is_a_conflict_that_names_the_first(script, claim, ana):
    first = script(ana).post(url(claim), SAID, format="json").json()
    answer = script(ana).post(url(claim), SAID, format="json")
    assert (answer.status_code, answer.json()["code"], answer.json()["dispute"]) == (
        409, "already_disputed", first["id"]
    )  # fmt: skip


def test_it_is_taken_up_and_settled_and_the_rival_stands_beside_the_claim(script, claim, ana, ed):
    rival = {"figure": ABOUT_600, "no_source": "It was on the radio."}
    made = script(ana).post(url(claim), SAID | {"rival": rival}, format="json").json()
    here = f"/api/v1/disputes/{made['id']}/"
    due = (timezone.now() + dt.timedelta(days=4)).date().isoformat()
    taken = script(ed).post(f"{here}acknowledge/", {"due": due}, format="json").json()
    assert (taken["state"], taken["due"], taken["acknowledged_by"]["username"]) == ("acknowledged", due, "ed")
    said = {"outcome": "upheld", "reason": "The only full count.", "rank": "preferred"}
    ended = script(ed).post(f"{here}settle/", said, format="json").json()
    assert (ended["state"], ended["settled_by"]["username"], ended["outcome_reason"]) == (
        "upheld", "ed", "The only full count."
    )  # fmt: skip
    [beside] = script(ana).get(f"/api/v1/claims/{claim.pk}/").json()["rivals"]
    assert (beside["rank"], beside["rank_reason"], beside["no_source"]) == (
        "preferred", "The only full count.", "It was on the radio."
    )  # fmt: skip
    again = script(ed).post(f"{here}settle/", said, format="json")
    assert (again.status_code, again.json()["code"], again.json()["state"]) == (409, "dispute_closed", "upheld")
    ranked = script(person("eve", "editor")).post(
        f"/api/v1/rivals/{beside['id']}/rank/", {"rank": "deprecated", "reason": "A newer count."}, format="json"
    )
    assert (ranked.status_code, ranked.json()["rank"]) == (200, "deprecated")
    gone = script(ana).post(f"/api/v1/rivals/{beside['id']}/withdraw/", {"reason": "Mine was wrong."}, format="json")
    assert gone.json()["withdrawn"]["reason"] == "Mine was wrong."
    assert script(ana).get(f"/api/v1/claims/{claim.pk}/").json()["rivals"] == []


def test_nobody_settles_their_own_and_it_is_said_in_plain_words(script, claim, ed):
    made = script(ed).post(url(claim), SAID, format="json").json()
    answer = script(ed).post(
        f"/api/v1/disputes/{made['id']}/settle/", {"outcome": "upheld", "reason": "I am right."}, format="json"
    )
    assert answer.status_code == 403
    assert "another editor settles it" in answer.json()["detail"]
    gone = script(ed).post(f"/api/v1/disputes/{made['id']}/withdraw/", {"reason": "No."}, format="json")
    assert (gone.json()["state"], gone.json()["settled_by"], gone.json()["outcome_reason"]) == (
        "withdrawn",
        None,
        "No.",
    )


def test_an_upheld_misreading_comes_with_its_correction(script, claim, ana, ed):
    made = script(ana).post(url(claim), SAID | {"ground": "misread"}, format="json").json()
    here = f"/api/v1/disputes/{made['id']}/settle/"
    said = {"outcome": "upheld", "reason": "It counts people."}
    nothing = script(ed).post(here, said, format="json")
    assert (nothing.status_code, nothing.json()["errors"][0]["pointer"]) == (422, "/correction")
    bad = script(ed).post(here, said | {"correction": {"figure": {"text": "12 horses"}}}, format="json")
    assert bad.json()["errors"][0]["pointer"].startswith("/correction/figure")
    good = {"figure": {"text": "12 people", "comparator": "more_than", "low": 12, "form": "amount"}}
    assert script(ed).post(here, said | {"correction": good}, format="json").status_code == 200
    assert script(ed).get(f"/api/v1/claims/{claim.pk}/").json()["figure"]["comparator"] == "more_than"


def test_the_list_narrows_and_says_what_is_legal(script, claim, ana, ed):
    today = timezone.now().date()
    late = make.dispute(claim, ana, state="acknowledged", acknowledged_by=ed, acknowledged_at=timezone.now(),
                        due=today - dt.timedelta(days=2))  # fmt: skip
    open_ = make.dispute(claim, ed, aspect="date", ground="misread")
    done = make.dispute(make.claim(), ana, aspect="place", state="dismissed", settled_by=ed,
                        settled_at=timezone.now(), outcome_reason="No.")  # fmt: skip

    def ids(query, user=ana):
        answer = script(user).get(f"/api/v1/disputes/?{query}")
        assert answer.status_code == 200, answer.content
        return [one["id"] for one in answer.json()["results"]]

    assert ids("") == [done.pk, open_.pk, late.pk]
    assert ids("order=due") == [late.pk, open_.pk, done.pk], "those that wait first, by the day until which they may"
    assert ids(f"claim={claim.pk}") == [open_.pk, late.pk]
    assert ids(f"article={claim.article_id}") == [open_.pk, late.pk]
    assert ids("state=open&state=acknowledged") == [open_.pk, late.pk]
    assert ids("aspect=date") == ids("ground=misread") == [open_.pk]
    assert ids("overdue=true") == [late.pk]
    assert ids("overdue=false") == [done.pk, open_.pk]
    assert ids("mine=true") == [done.pk, late.pk]
    assert ids("mine=true", ed) == [open_.pk, late.pk]
    assert ids(f"updated_since={done.updated_at.isoformat().replace('+00:00', 'Z')}") == [done.pk]
    refused = script(ana).get("/api/v1/disputes/?colour=red")
    assert refused.status_code == 400
    assert "aspect" in refused.json()["errors"][0]["detail"]


def test_pages_in_the_order_of_the_days_meet_everything_once(script, claim, ana, ed):
    today = timezone.now().date()
    for number in range(9):
        state = {"state": "acknowledged", "acknowledged_by": ed, "acknowledged_at": timezone.now(),
                 "due": today + dt.timedelta(days=number % 3)}  # fmt: skip
        make.dispute(make.claim(), ana, **(state if number % 2 else {}))
    seen, here = [], "/api/v1/disputes/?order=due&page_size=2"
    while here:
        body = script(ana).get(here).json()
        seen += [one["id"] for one in body["results"]]
        here = body["next"]
    assert sorted(seen) == sorted(Dispute.objects.values_list("pk", flat=True))


def test_many_cost_as_much_as_one(script, claim, ana, django_assert_max_num_queries):
    for _ in range(6):
        make.dispute(make.claim(), ana, rival=make.rival(claim, source=make.source()))
    client = script(ana)
    with django_assert_max_num_queries(5):
        assert len(client.get("/api/v1/disputes/").json()["results"]) == 6


def test_they_come_as_files(script, claim, ana):
    made = make.dispute(claim, ana, reason="=1+1", rival=make.rival(claim, source=make.source(address="https://e.org")))
    rows = list(csv.DictReader(io.StringIO(read(script(ana).get("/disputes.csv")))))
    assert (rows[0]["id"], rows[0]["rival"], rows[0]["rival_source"]) == (str(made.pk), "about 600", "https://e.org")
    assert rows[0]["reason"] != "=1+1", "what a spreadsheet would run is made harmless"
    line = json.loads(read(script(ana).get("/disputes.ndjson?aspect=figure")))
    assert (line["id"], line["rival"]["figure"]["low"]) == (made.pk, 600)


def read(answer) -> str:
    return b"".join(answer.streaming_content).decode("utf-8-sig")
