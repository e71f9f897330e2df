"""Copies of sources by the API: given, listed, read."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sources.models import LinkCheck, Snapshot
from tests import make

WORDS = "The ministry counted 410 tents.\n\nReferences\n1. Delta Courier, 2023."


@pytest.fixture
def source(db):
    return make.source(title="Bulletin of the river ministry")


@pytest.fixture
def url(source) -> str:
    return f"/api/v1/sources/{source.pk}/snapshots/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def test_pasted_words_are_kept_as_a_copy(script, source, url):
    given = {"text": WORDS, "captured_at": "2025-01-09T14:02:00Z"}
    answer = script.post(url, given, format="json")
    body = answer.json()
    assert (answer.status_code, body["method"], body["captured_at"]) == (201, "pasted", "2025-01-09T14:02:00.000000Z")
    assert (body["source"]["id"], body["characters"]) == (source.pk, len(WORDS))
    assert body["text_sha256"] == hashlib.sha256(WORDS.encode()).hexdigest()
    assert answer["Location"] == body["url"]
    assert script.get(body["url"]).json() == body


def test_a_day_is_time_enough(script, url):
    body = script.post(url, {"text": WORDS, "captured_at": "2025-01-09"}, format="json").json()
    assert body["captured_at"] == "2025-01-09T00:00:00.000000Z"


def test_the_same_words_are_a_200_and_the_same_copy(script, url):
    first = script.post(url, {"text": WORDS}, format="json").json()
    answer = script.post(url, {"text": WORDS}, format="json")
    assert (answer.status_code, answer.json()["id"]) == (200, first["id"])
    assert "Location" not in answer
    assert Snapshot.objects.count() == 1


def test_a_file_is_kept_with_its_name(script, url):
    file = SimpleUploadedFile("bulletin.html", b"<p>The ministry counted 410 tents.</p>", content_type="text/html")
    answer = script.post(url, {"file": file, "captured_at": "2025-01-09"}, format="multipart")
    body = answer.json()
    assert (answer.status_code, body["method"], body["name"], body["format"]) == (201, "file", "bulletin.html", "html")
    assert "410 tents" in script.get(body["text"]).json()["text"]


def test_a_file_that_cannot_be_read_is_kept_and_says_why(script, url):
    file = SimpleUploadedFile("bulletin.pdf", b"%PDF-1.7 nothing more", content_type="application/pdf")
    body = script.post(url, {"file": file}, format="multipart").json()
    assert (body["characters"], body["text_sha256"]) == (0, None)
    assert body["problem"]
    assert body["code"]


@pytest.mark.parametrize(
    ("given", "status", "pointer"),
    [
        ({"text": ""}, 422, "/text"),
        ({}, 400, "/text"),
        ({"text": "Words.", "captured_at": "tomorrow"}, 400, "/captured_at"),
        ({"text": "Words.", "captured_at": "2199-01-01"}, 422, "/captured_at"),
        ({"text": "Words.", "taken": "2025-01-01"}, 400, "/taken"),
        ({"text": "Words.\0"}, 422, "/text"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(script, url, given, status, pointer):
    answer = script.post(url, given, format="json")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (status, pointer)
    assert not Snapshot.objects.exists()


def test_a_reader_gives_no_copy_and_a_stranger_sees_none(api, rita, visitor, url):
    assert visitor.get(url).status_code == 401
    api.force_authenticate(rita)
    assert api.post(url, {"text": WORDS}, format="json").status_code == 403
    assert api.get(url).json()["results"] == []


def test_there_are_no_copies_of_a_source_that_is_not_there(script):
    assert script.get("/api/v1/sources/999999/snapshots/").status_code == 404
    assert script.post("/api/v1/sources/999999/snapshots/", {"text": WORDS}, format="json").status_code == 404


def test_copies_are_listed_by_source_and_by_how_they_came(script, source, url):
    first, other = make.snapshot(source, WORDS), make.snapshot(make.source(), WORDS)
    everything = script.get("/api/v1/snapshots/").json()["results"]
    assert [row["id"] for row in everything] == [other.pk, first.pk]
    for address in (url, f"/api/v1/snapshots/?source={source.pk}"):
        assert [row["id"] for row in script.get(address).json()["results"]] == [first.pk]
    assert script.get("/api/v1/snapshots/?method=fetched").json()["results"] == []
    assert len(script.get("/api/v1/snapshots/?method=fetched&method=pasted").json()["results"]) == 2
    later = (timezone.now() + dt.timedelta(minutes=1)).isoformat().replace("+", "%2B")
    assert script.get(f"/api/v1/snapshots/?updated_since={later}").json()["results"] == []
    assert script.get(f"{url}?source=1").status_code == 400


def test_a_list_of_copies_costs_the_same_however_long(script, source, url, django_assert_max_num_queries):
    for number in range(12):
        make.snapshot(source, f"{WORDS} Copy {number}.")
    with django_assert_max_num_queries(5):
        assert len(script.get(url).json()["results"]) == 12


def test_the_text_comes_with_its_fences(script, source):
    copy = make.snapshot(source, WORDS)
    body = script.get(f"/api/v1/snapshots/{copy.pk}/text/").json()
    assert (body["text"], body["characters"], body["snapshot"]) == (WORDS, len(WORDS), copy.pk)
    assert all(set(fence) == {"start", "end", "kind"} for fence in body["fences"])


def test_a_copy_says_when_the_same_was_seen_again(script, source):
    copy = make.snapshot(source, WORDS)
    assert script.get(f"/api/v1/snapshots/{copy.pk}/").json()["seen_at"] is None
    at = timezone.now()
    LinkCheck.objects.create(
        source=source, why="asked", started_at=at, finished_at=at, outcome="seen_again", snapshot=copy
    )
    assert script.get(f"/api/v1/snapshots/{copy.pk}/").json()["seen_at"] is not None


def test_the_data_stand_beside_the_page(browse, rita, source):
    copy = make.snapshot(source, WORDS)
    assert browse(rita).get(f"/snapshots/{copy.pk}.json").json()["id"] == copy.pk
