"""The queue for scripts: what waits, who has it, many at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claims.models import Claim
from claims.reviewing import give_verdict
from tests import make


@pytest.fixture
def article(db):
    return make.article()


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def test_it_gives_what_waits_with_the_reasons(script, article):
    answer = script.get("/api/v1/review/").json()
    assert answer["waiting"] == len(answer["results"]) == 4
    first = answer["results"][0]
    assert first["claim"]["flags"] == ["uncited"]
    assert first["reasons"][0] == {"code": "uncited", "words": "No source is cited for it"}
    assert first["version_seen"].startswith('"1-')


def test_it_takes_the_filters_of_the_list_and_no_others(script, article):
    assert script.get("/api/v1/review/?has=figure&unit=soldiers").json()["waiting"] == 1
    assert script.get("/api/v1/review/?sort=risk").status_code == 400


def test_a_claim_is_given_taken_and_let_go(script, article, ed, ana):
    claim = article.claims.first()
    url = f"/api/v1/claims/{claim.pk}/assign/"
    due = (timezone.now() + dt.timedelta(days=30)).date().isoformat()
    answer = script.post(url, {"to": "ed", "due": due}, format="json", headers={"If-Match": '"1"'})
    assert answer.json()["assignee"]["username"] == "ed"
    answer = script.post(url, {"to": None}, format="json", headers={"If-Match": answer["ETag"]})
    assert (answer.status_code, answer.json()["assignee"]) == (200, None)


@pytest.mark.parametrize(
    ("body", "etag", "status"),
    [
        ({"to": "nobody"}, '"1"', 422),
        ({"to": "ana"}, "", 428),
        ({"to": "ana"}, '"7"', 412),
        ({"due": "2030-01-31"}, '"1"', 422),
        ({"user": "ana"}, '"1"', 400),
    ],
)
def test_an_assignment_is_refused(script, article, body, etag, status):
    url = f"/api/v1/claims/{article.claims.first().pk}/assign/"
    headers = {"If-Match": etag} if etag else {}
    assert script.post(url, body, format="json", headers=headers).status_code == status


def test_many_are_looked_at_done_and_undone(script, article):
    body = {"filter": {"article": [str(article.pk)]}, "act": "accept"}
    dry = script.post("/api/v1/claims/bulk/", {**body, "dry_run": True}, format="json").json()
    assert (len(dry["changed"]), dry["act"]) == (4, None)
    assert set(Claim.objects.values_list("stage", flat=True)) == {"suggested"}
    done = script.post("/api/v1/claims/bulk/", body, format="json").json()
    assert set(Claim.objects.values_list("stage", flat=True)) == {"open"}
    undone = script.post("/api/v1/claims/bulk/undo/", {"act": done["act"]}, format="json").json()
    assert (len(undone["undone"]), undone["left"]) == (4, [])
    assert set(Claim.objects.values_list("stage", flat=True)) == {"suggested"}


def test_of_many_what_is_another_than_was_seen_is_left_alone(script, article):
    body = {"filter": {"article": [str(article.pk)]}, "act": "accept", "dry_run": True}
    seen = script.post("/api/v1/claims/bulk/", body, format="json").json()["seen"]
    changed = article.claims.first()
    Claim.objects.filter(pk=changed.pk).update(version=2)
    done = script.post("/api/v1/claims/bulk/", {"act": "accept", "seen": seen}, format="json").json()
    assert (len(done["changed"]), [one["ids"] for one in done["cannot"]]) == (3, [[changed.pk]])


def test_that_many_verdicts_still_hold_is_said_of_what_was_seen(script, article, ana):
    for claim in article.claims.all():
        give_verdict(claim, version=1, verdict="supported", by=ana)
    Claim.objects.update(version=9, parts_version=9)
    asked = {"ids": [claim.pk for claim in article.claims.all()], "act": "holds"}
    assert script.post("/api/v1/claims/bulk/", asked, format="json").status_code == 422
    seen = script.post("/api/v1/claims/bulk/", asked | {"dry_run": True}, format="json").json()["seen"]
    claim = article.claims.filter(links__isnull=False).first()
    make.finding(claim, make.snapshot(make.source(), "Four."))
    done = script.post("/api/v1/claims/bulk/", {"act": "holds", "seen": seen}, format="json").json()
    assert ([one["ids"] for one in done["cannot"]], len(done["changed"])) == ([[claim.pk]], 3)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"act": "accept"}, 422),
        ({"act": "accept", "ids": [1], "filter": {}}, 422),
        ({"act": "accept", "ids": [1], "seen": {"1": "1"}}, 422),
        ({"act": "accept", "seen": {"1": "yesterday"}}, 400),
        ({"act": "accept", "filter": {"colour": ["red"]}}, 422),
        ({"act": "burn", "ids": [1]}, 400),
        ({"act": "reject", "ids": [1], "reason": "No."}, 403),
    ],
)
def test_many_at_once_are_refused(script, article, body, status):
    assert script.post("/api/v1/claims/bulk/", body, format="json").status_code == status


def test_progress_counts_stages_and_people(script, article, ana):
    answer = script.get("/api/v1/review/progress/").json()
    assert answer["articles"][0]["stages"]["suggested"] == 4
    assert answer["people"] == []
