"""POST /api/v1/articles/"""

import json

import pytest

from sources.models import Article
from tests import make

URL = "/api/v1/articles/"
TEXT = "  The flood killed at least 12 people in Lima. [1]\n"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def post(script, **fields):
    return script.post(URL, fields, format="json")


def test_an_analyst_adds_an_article(script):
    answer = post(script, text=TEXT, title="Flood", address="https://example.org/flood", published="2024-03")
    assert answer.status_code == 201
    article = Article.objects.get()
    body = answer.json()
    assert answer["Location"] == body["url"] == f"http://testserver/api/v1/articles/{article.pk}/"
    assert (body["title"], body["address"], body["published"]) == ("Flood", "https://example.org/flood", "2024-03")
    assert (body["state"], body["byline"], body["withdrawn"]) == ("reading", None, None)
    assert body == script.get(body["url"]).json()


def test_the_text_is_kept_as_it_was_sent(script):
    address = post(script, text=TEXT).json()["url"]
    assert script.get(f"{address}text/").json()["text"] == TEXT


def test_the_same_text_again_is_the_same_article(script):
    first = post(script, text=TEXT, title="Flood")
    again = post(script, text=TEXT, title="Another title")
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
    assert "Location" not in again
    assert Article.objects.count() == 1


def test_another_text_at_a_known_address_is_refused_with_the_article_that_has_it(script):
    known = post(script, text=TEXT, address="https://example.org/flood").json()["id"]
    answer = post(script, text="Other words.", address="http://www.example.org/flood/")
    assert answer.status_code == 409
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["code"], problem["article"]) == ("address_known", known)
    assert problem["errors"][0]["pointer"] == "/address"


def test_what_may_be_left_out_may_be_null(script):
    answer = post(script, text=TEXT, title=None, address=None, published=None, byline=None, outlet=None)
    assert answer.status_code == 201
    assert answer.json()["title"] == "The flood killed at least 12 people in Lima. [1]"


@pytest.mark.parametrize(
    ("fields", "status", "pointer", "code"),
    [
        ({}, 400, "/text", "required"),
        ({"text": None}, 400, "/text", "null"),
        ({"text": 5}, 400, "/text", "invalid"),
        ({"text": ["a"]}, 400, "/text", "invalid"),
        ({"text": "a\x00b"}, 422, "/text", "bad_text"),
        ({"text": "a", "byline": "a\x00b"}, 422, "/byline", "bad_text"),
        ({"text": "a", "txt": "b"}, 400, "/txt", "unknown_field"),
        ({"text": "a", "a/b~c": 1}, 400, "/a~1b~0c", "unknown_field"),
        ({"text": "a", "format": "pdf"}, 400, "/format", "invalid_choice"),
        ({"text": "a", "title": "t" * 501}, 400, "/title", "max_length"),
        ({"text": "a", "byline": "b" * 301}, 400, "/byline", "max_length"),
        ({"text": ""}, 422, "/text", "empty_text"),
        ({"text": " \n\t"}, 422, "/text", "empty_text"),
        ({"text": "a", "address": "javascript:alert(1)"}, 422, "/address", "invalid"),
        ({"text": "a", "published": "yesterday"}, 422, "/published", "invalid"),
    ],
)
def test_what_cannot_be_is_refused_field_by_field_and_nothing_is_stored(script, fields, status, pointer, code):
    answer = post(script, **fields)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]
    assert not Article.objects.exists()


def test_a_text_that_is_too_long_is_a_413(script, settings):
    settings.LONGEST_TEXT = 10
    answer = post(script, text="eleven char")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_long")


def test_a_body_that_is_too_large_is_a_413_before_it_is_read_as_json(script, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = script.generic("POST", URL, b"x" * 101, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (413, "request_entity_too_large")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe{}",
        b'{"text": NaN}',
        b'{"text": "a", "text": "b"}',
        b"[" * 100_000,
        b"1" * 5000,
    ],
)
def test_a_body_that_is_not_json_is_a_400(script, body):
    answer = script.generic("POST", URL, body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "parse_error")


@pytest.mark.parametrize("body", [b'["text"]', b'"text"', b"null", b"5"])
def test_a_body_that_is_no_object_is_a_400(script, body):
    answer = script.generic("POST", URL, body, content_type="application/json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_a_lone_surrogate_is_refused(script):
    answer = script.generic("POST", URL, json.dumps({"text": "a\ud800"}), content_type="application/json")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/text")
    assert "position 1" in answer.json()["detail"]


def test_half_a_character_in_a_name_is_refused(script):
    answer = script.generic("POST", URL, '{"text": "a", "\\ud83d": 1}', content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "parse_error")


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded"])
def test_only_json_and_files_are_taken(script, media_type):
    answer = script.generic("POST", URL, b"text=a", content_type=media_type)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


def test_a_reader_may_not_add(api, rita):
    api.force_authenticate(rita)
    answer = post(api, text=TEXT)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert not Article.objects.exists()


@pytest.mark.parametrize("public", [True, False])
def test_a_visitor_must_say_who_they_are(api, db, settings, public):
    settings.PUBLIC_READ = public
    answer = post(api, text=TEXT)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_the_article_is_read_afterwards(script):
    article = make.article(make.TEXT)
    body = script.get(f"{URL}{article.pk}/").json()
    assert body["state"] == "ready"
    assert body["counts"]["claims"] == article.claims.count() > 0
    assert body["counts"]["marks"] == 3
    assert body["reading"] == {
        "state": "done",
        "read_to": body["revision"]["characters"],
        "claims_found": body["counts"]["claims"],
        "figures_found": 3,
        "figures_cited": 3,
        "extractor": "rules 2",
        "proposals": None,
    }
