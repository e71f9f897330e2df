"""POST with an Idempotency-Key: what is sent twice is done once, and both get the same answer."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone
from rest_framework.test import APIClient

from claimtracker.core import submissions
from claimtracker.core.idempotency import Repeatable
from claimtracker.core.models import ApiToken, Submission
from sources.models import Source
from tests import make
from tests.conftest import person

SOURCES = "/api/v1/sources/"
KEY = "3f0e5c52-a2b1-4f0f-8d2e-000000000001"
FILE = b"@book{a, title={Mills of the south}, year={2021}}"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def post(client, body: object, *, key: str | None = KEY, path: str = SOURCES, **more: object):
    headers = {"Idempotency-Key": key} if key is not None else {}
    return client.post(path, body, format="json", headers=headers, **more)


def test_a_work_sent_twice_is_added_once_and_both_get_the_same_answer(script):
    first, second = (post(script, {"title": "Mills"}) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert first["Location"] == second["Location"]
    assert first["Content-Type"] == second["Content-Type"]
    assert "Idempotency-Replayed" not in first
    assert second["Idempotency-Replayed"] == "true"
    assert second["Cache-Control"] == "private, no-cache"
    assert Source.objects.filter(title="Mills").count() == 1


def test_without_a_key_each_sending_is_a_request_of_its_own(script):
    answers = [post(script, {"title": "Mills"}, key=None) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 409]
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("path", "body"),
    [(SOURCES, {"title": "Weirs"}), (f"{SOURCES}?x=1", {"title": "Mills"}), (f"{SOURCES}import/", {"title": "Mills"})],
    ids=["another body", "another query", "another address"],
)
def test_a_key_for_another_request_is_refused(script, path, body):
    post(script, {"title": "Mills"})
    answer = post(script, body, path=path)
    assert (answer.status_code, answer.json()["code"]) == (422, "key_reused")
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    "key", ["", "short", "x" * 201, "with a blank", "ünïcödé-key", "tab\tkey-of-eight", "12345678\x7f"]
)
def test_what_is_no_key_is_refused(script, key):
    answer = post(script, {"title": "Mills"}, key=key)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_key")
    assert not Source.objects.exists()


@pytest.mark.parametrize("key", ["12345678", "x" * 200, '"8e03978e-40d5-43e8-bc93-6894a57f9324"'])
def test_what_is_one_is_taken(script, key):
    assert post(script, {"title": "Mills"}, key=key).status_code == 201
    assert post(script, {"title": "Mills"}, key=key)["Idempotency-Replayed"] == "true"


def test_the_keys_of_different_people_never_meet(script):
    other = APIClient()
    other.force_authenticate(person("ben", "analyst"))
    first, second = post(script, {"title": "Mills"}), post(other, {"title": "Weirs"})
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"] != second.json()["id"]


def test_a_person_is_the_same_by_token_and_by_session(ana):
    _, key = ApiToken.issue(ana, scope="write", lifetime=dt.timedelta(days=1))
    by_token, by_session = APIClient(), Client()
    by_token.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    by_session.force_login(ana)
    first = post(by_token, {"title": "Mills"})
    body = b'{"title":"Mills"}'
    second = by_session.post(SOURCES, body, content_type="application/json", headers={"Idempotency-Key": KEY})
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.content == first.content


def test_a_refusal_is_not_kept_so_that_the_mended_request_may_have_the_same_key(script):
    assert post(script, {"titel": "Mills"}).status_code == 400
    assert post(script, {"title": "Mills", "issued": "no day"}).status_code in (400, 422)
    assert not Submission.objects.exists()
    assert post(script, {"title": "Mills"}).status_code == 201


def test_a_fault_of_ours_is_not_kept_and_leaves_nothing(script, monkeypatch):
    script.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(submissions, "_wrote", lambda: 1 / 0)  # the last moment before the answer is kept
        assert post(script, {"title": "Mills"}).status_code == 500
    assert not Source.objects.exists()
    again = post(script, {"title": "Mills"})
    assert (again.status_code, "Idempotency-Replayed" in again) == (201, False)


def test_an_answer_is_kept_for_a_day(script):
    first = post(script, {"title": "Mills"})
    Submission.objects.update(created_at=timezone.now() - dt.timedelta(hours=24, minutes=1))
    second = post(script, {"title": "Weirs"})
    assert (second.status_code, second.json()["id"] != first.json()["id"]) == (201, True)
    assert Submission.objects.count() == 1


def test_the_sweeper_forgets_what_is_older_than_a_day_some_at_a_time(ana, monkeypatch):
    monkeypatch.setattr(submissions, "BATCH", 3)
    old = timezone.now() - dt.timedelta(days=2)
    row = {"user": ana, "request": "0" * 64, "status": 201, "body": b""}
    for number in range(5):
        Submission.objects.create(key=f"old-{number}", created_at=old, **row)
    Submission.objects.create(key="of today", **row)
    left = []
    for _ in range(3):
        submissions.forget_old()
        left.append(Submission.objects.count())
    assert left == [3, 1, 1]


def test_a_file_is_the_same_file_whatever_stands_between_the_parts(script):
    def send(words: bytes = FILE, name: str = "works.bib"):
        file = SimpleUploadedFile(name, words, content_type="text/plain")
        return script.post(f"{SOURCES}import/", {"file": file}, format="multipart", headers={"Idempotency-Key": KEY})

    first, second, other = send(), send(), send(FILE.replace(b"south", b"north"))
    assert (first.status_code, first.content) == (200, second.content)
    assert second["Idempotency-Replayed"] == "true"
    assert (other.status_code, send(name="else.bib").status_code) == (422, 422)
    assert Source.objects.count() == 1


def test_an_answer_that_changed_nothing_is_asked_for_again(script):
    make.article(text="The mill burnt down in 2021. [1]")
    answers = [script.post("/api/v1/articles/", {"text": "The mill burnt down in 2021. [1]"}, format="json")]
    assert answers[0].status_code == 200


def test_the_key_does_nothing_where_nothing_is_posted(script):
    source = make.source()
    for method in (script.get, script.patch):
        answer = method(f"{SOURCES}{source.pk}/", format="json", headers={"Idempotency-Key": "short"})
        assert answer.status_code == 200


def test_a_visitor_has_no_keys(db):
    assert post(APIClient(), {"title": "Mills"}).status_code == 401


def test_every_door_that_takes_a_post_takes_a_key():
    def views(resolver, before=""):
        for entry in resolver.url_patterns:
            if isinstance(entry, URLPattern):
                yield before + str(entry.pattern), entry.callback
            else:
                yield from views(entry, before + str(entry.pattern))

    api = [view for path, view in views(get_resolver()) if path.startswith("api/v1/")]
    taking = [view.cls for view in api if "post" in (getattr(view, "actions", None) or {})]
    assert len(taking) >= 12
    assert all(issubclass(cls, Repeatable) for cls in taking)


def test_the_document_says_so_of_every_post(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    posts = [call["post"] for call in paths.values() if "post" in call]
    assert len(posts) >= 12
    for call in posts:
        (header,) = (one for one in call["parameters"] if one["in"] == "header" and one["name"] == "Idempotency-Key")
        assert (header["schema"]["minLength"], header["schema"]["maxLength"]) == (8, 200)
        assert {"400", "409", "422"} <= call["responses"].keys()
