"""Many claims at once, as plain forms: chosen, looked over, done, undone; one given from its page; progress."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from claims.models import Act, Claim
from tests import make


@pytest.fixture
def article(db):
    return make.article()


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def test_chosen_claims_are_looked_over_done_and_undone(browse, ana, article):
    client = browse(ana)
    ids = list(article.claims.values_list("pk", flat=True)[:2])
    html = client.post("/claims/bulk/?kind=troops", {"act": "accept", "ids": ids}).content.decode()
    assert "Accept: 2 claims" in html
    assert set(Claim.objects.values_list("stage", flat=True)) == {"suggested"}
    html = client.post("/claims/bulk/", {"act": "accept", "seen": hidden(html, "seen")}).content.decode()
    assert "Accepted: 2 claims" in html
    assert Claim.objects.filter(stage="open").count() == 2
    client.post(f"/claims/bulk/{Act.objects.get().pk}/undo/")
    assert not Claim.objects.filter(stage="open").exists()


def test_all_that_match_are_those_of_the_filters_in_the_address(browse, ana, article):
    html = browse(ana).post("/claims/bulk/?has=figure&low_gte=1000", {"act": "accept", "all": "1"}).content.decode()
    assert "Accept: 1 claim<" in html


def test_a_rejection_without_a_reason_comes_back(browse, ed, article):
    client = browse(ed)
    ids = list(article.claims.values_list("pk", flat=True))
    seen = hidden(client.post("/claims/bulk/", {"act": "reject", "ids": ids}).content.decode(), "seen")
    answer = client.post("/claims/bulk/", {"act": "reject", "seen": seen, "rejected_as": "out_of_scope"})
    assert (answer.status_code, "Nothing was changed" in answer.content.decode()) == (422, True)
    client.post("/claims/bulk/", {"act": "reject", "seen": seen, "rejected_as": "out_of_scope", "reason": "Not ours."})
    assert set(Claim.objects.values_list("stage", flat=True)) == {"rejected"}


def test_the_list_has_boxes_for_those_who_may(browse, ana, rita, article):
    assert 'class="row-pick"' in browse(ana).get("/claims/").content.decode()
    assert 'class="row-pick"' not in browse(rita).get("/claims/").content.decode()


def test_a_claim_is_given_to_somebody_from_its_page(browse, ana, ed, article):
    client, claim = browse(ed), article.claims.first()
    assert "Give it to somebody" in client.get(f"/claims/{claim.pk}/").content.decode()
    due = (timezone.now() + dt.timedelta(days=30)).date().isoformat()
    client.post(f"/claims/{claim.pk}/assign/", {"to": "ana", "due": due, "version": 1})
    claim.refresh_from_db()
    assert (claim.assignee, claim.taken_at) == (ana, None)


@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_progress_is_a_page_and_data(browse, rita, article, form):
    answer = browse(rita).get(f"/review/progress{form or '/'}")
    assert answer.status_code == 200
    assert article.title in answer.content.decode()


def test_all_that_would_change_and_all_that_is_left_alone_can_be_looked_at(browse, ana, article, monkeypatch):
    first = article.claims.earliest("pk")
    Claim.objects.bulk_create(
        Claim(article=article, kind="statement", statement=f"Number {n}.", quote=first.quote, stage=stage)
        for n, stage in enumerate(["suggested"] * 205 + ["open"] * 3)
    )
    html = browse(ana).post("/claims/bulk/", {"act": "accept", "all": "1"}).content.decode()
    will = Claim.objects.filter(stage="suggested").count()
    assert f"… and {will - 10} more" in html
    lists = re.findall(r'href="/claims/\?ids=([\d,]+)">([^<]+)</a>', html)
    assert [words for _, words in lists] == ["3 claims", "1 to 200", f"201 to {will}"]
    seen = [int(one) for ids, _ in lists[1:] for one in ids.split(",")]
    assert sorted(seen) == sorted(Claim.objects.filter(stage="suggested").values_list("pk", flat=True))
