"""New texts by the API: given, read, and what became of the claims."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims import intake
from sources.models import Article
from tests import make

NEW = make.TEXT.replace("3,000", "3,500")


@pytest.fixture
def article(db) -> Article:
    return make.article(make.TEXT)


@pytest.fixture
def url(article) -> str:
    return f"/api/v1/articles/{article.pk}/revisions/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def test_a_new_text_is_read_and_becomes_the_current_one(script, article, url):
    answer = script.post(url, {"text": NEW, "format": "text"}, format="json")
    body = answer.json()
    assert (answer.status_code, body["state"], body["revision"]["number"]) == (201, "reading", 1)
    assert answer["Location"].endswith(f"/api/v1/articles/{article.pk}/")
    intake.read_article(article.revisions.get(number=2).pk)
    body = script.get(f"/api/v1/articles/{article.pk}/").json()
    assert (body["state"], body["revision"]["number"]) == ("ready", 2)


def test_the_same_text_is_a_200_and_changes_nothing(script, article, url):
    answer = script.post(url, {"text": make.TEXT}, format="json")
    assert (answer.status_code, article.revisions.count()) == (200, 1)


def test_a_file_is_taken(script, article, url):
    file = SimpleUploadedFile("new.md", b"The flood killed 14 people. [1]", content_type="text/markdown")
    answer = script.post(url, {"file": file}, format="multipart")
    assert (answer.status_code, answer.json()["state"]) == (201, "reading")
    assert article.arrivals.get().name == "new.md"


def test_without_text_and_address_there_is_nothing_to_fetch(script, url):
    answer = script.post(url, {}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_address")


def test_the_texts_are_listed_with_what_they_were_made_from(script, article, url):
    intake.read_article(script.post(url, {"text": NEW}, format="json") and article.revisions.get(number=2).pk)
    rows = script.get(url).json()["results"]
    assert [(row["number"], row["current"], row["arrival"]) for row in rows] == [(2, True, None), (1, False, None)]


def test_the_differences_are_a_list(script, article, url):
    script.post(url, {"text": NEW}, format="json")
    intake.read_article(article.revisions.get(number=2).pk)
    (change,) = script.get(f"/api/v1/articles/{article.pk}/changes/").json()["results"]
    assert (change["kind"], change["from"], change["to"]) == ("value_changed", 1, 2)
    assert (change["claim"]["low"], change["successor"]["low"]) == (3000, 3500)
    assert script.get(f"/api/v1/articles/{article.pk}/changes/?kind=dropped").json()["results"] == []


def test_a_claim_tells_where_it_stands_now(script, article, url):
    claim = article.claims.get(figure_low=3000)
    script.post(url, {"text": NEW}, format="json")
    intake.read_article(article.revisions.get(number=2).pk)
    body = script.get(f"/api/v1/claims/{claim.pk}/").json()
    assert (body["quote"]["revision"], body["quote"]["anchor"]) == (2, "figure_changed")
    assert body["figure"]["low"] == 3000
    assert (body["figure"]["start"], body["version"]) == (None, 1)
    assert "figure_changed" in body["flags"]
    listed = script.get("/api/v1/claims/?flag=figure_changed").json()["results"]
    assert [row["id"] for row in listed] == [claim.pk]
    facets = script.get("/api/v1/claims/facets/").json()["facets"]["flag"]
    assert {bucket["value"]: bucket["count"] for bucket in facets}["figure_changed"] == 1


def test_a_claim_can_be_placed(script, article):
    claim = article.claims.get(figure_low=3000)
    words = {"revision": 1, "start": 0, "end": 30}
    body = script.post(f"/api/v1/claims/{claim.pk}/anchor/", words, format="json").json()
    assert (body["quote"]["anchor"], body["quote"]["start"], body["version"]) == ("by_hand", 0, 1)
    answer = script.post(f"/api/v1/claims/{claim.pk}/anchor/", words | {"revision": 9}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "text_changed")


def test_an_article_by_its_address_alone(script):
    answer = script.post("/api/v1/articles/", {"address": "https://delta.example/flood"}, format="json")
    body = answer.json()
    assert (answer.status_code, body["state"], body["revision"]) == (201, "reading", None)


def test_an_article_as_a_file(script):
    file = SimpleUploadedFile("flood.html", b"<p>The flood killed 14 people. [1]</p>", content_type="text/html")
    answer = script.post("/api/v1/articles/", {"file": file, "title": "Flood"}, format="multipart")
    assert (answer.status_code, answer.json()["title"]) == (201, "Flood")


def test_a_file_that_is_too_large_is_a_413(script, settings):
    settings.LARGEST_FILE = 5
    file = SimpleUploadedFile("flood.html", b"123456")
    answer = script.post("/api/v1/articles/", {"file": file}, format="multipart")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_reader_gives_no_text(api, rita, url):
    api.force_authenticate(rita)
    assert api.post(url, {"text": NEW}, format="json").status_code == 403
