"""Every error of the API is a problem document (RFC 9457)"""

import pytest
from django.db import OperationalError
from django.test import Client

from claimtracker.api import authentication
from sources.models.article import ArticleQuerySet
from tests import make

MEMBERS = {"type", "title", "status", "detail", "code", "request", "errors"}


def assert_problem(answer, status: int, code: str) -> dict:
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) >= MEMBERS
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"/help/errors/#{code}"
    assert problem["request"] == answer["X-Request-ID"]
    assert problem["detail"]
    return problem


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


@pytest.mark.parametrize(
    "address",
    ["/api/v1/nothing/", "/api/v1/claims/1/nothing/", "/api/v1/claims/one/", "/api/v2/", "/api/", "/nothing.json"],
)
def test_an_unknown_address_is_a_404(script, address):
    assert_problem(script.get(address), 404, "not_found")


READ_ONLY = ["/api/v1/citations/", "/api/v1/snapshots/1/", "/claims.csv", "/api/v1/openapi.json"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "address", ["/api/v1/citations/", "/api/v1/snapshots/1/", "/claims.csv", "/api/v1/openapi.json"]
)
def test_a_method_that_is_not_there_is_a_405_that_names_those_that_are(script, method, address):
    answer = script.generic(method, address)
    assert_problem(answer, 405, "method_not_allowed")
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_a_form_that_is_not_there_is_a_406(script):
    assert_problem(script.get("/api/v1/claims/", headers={"Accept": "text/html"}), 406, "not_acceptable")


def test_a_visitor_of_a_closed_desk_is_asked_who_they_are(api, db):
    answer = api.get("/api/v1/claims/")
    assert_problem(answer, 401, "not_authenticated")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_visitor_of_an_open_desk_reads(api, db, settings):
    settings.PUBLIC_READ = True
    assert api.get("/api/v1/claims/").status_code == 200


def test_who_has_no_role_is_told_no(api, rita):
    rita.groups.clear()
    api.force_authenticate(rita)
    assert_problem(api.get("/api/v1/claims/"), 403, "permission_denied")


def test_a_database_that_does_not_answer_is_a_503(script, monkeypatch):
    def gone(self, user):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(ArticleQuerySet, "visible_to", gone)
    answer = script.get("/api/v1/articles/")
    assert_problem(answer, 503, "unavailable")
    assert int(answer["Retry-After"]) > 0


def test_a_database_that_does_not_know_the_token_is_a_503_too(api, db, monkeypatch):
    def gone(key):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(authentication.ApiToken, "of_key", gone)
    answer = api.get("/api/v1/articles/", headers={"Authorization": f"Bearer cct_{'a' * 40}"})
    assert_problem(answer, 503, "unavailable")


def test_a_fault_of_ours_is_a_500_that_tells_nothing_of_it(ana, monkeypatch):
    def broken(self, user):
        raise ZeroDivisionError("a secret of the house")

    monkeypatch.setattr(ArticleQuerySet, "visible_to", broken)
    client = Client(raise_request_exception=False)
    client.force_login(ana)
    answer = client.get("/api/v1/articles/")
    assert_problem(answer, 500, "internal_server_error")
    assert b"secret" not in answer.content


def test_a_write_from_a_session_needs_its_csrf_token(ana):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    answer = browser.post("/api/v1/articles/", {"text": "a"}, content_type="application/json")
    assert_problem(answer, 403, "permission_denied")
    assert "CSRF" in answer.json()["detail"]


def test_a_write_from_a_session_with_its_csrf_token_is_taken(ana):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    browser.get("/api/v1/docs/")
    headers = {"X-CSRFToken": browser.cookies["csrftoken"].value}
    answer = browser.post("/api/v1/articles/", {"text": "Words."}, content_type="application/json", headers=headers)
    assert answer.status_code == 201


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_missing_last_slash_is_added_and_the_method_kept(script, method):
    answer = script.generic(method, "/api/v1/articles?page_size=1", b"{}", content_type="application/json")
    assert (answer.status_code, answer["Location"]) == (308, "/api/v1/articles/?page_size=1")


def test_a_post_without_the_last_slash_arrives(script):
    answer = script.post("/api/v1/articles", {"text": "Words."}, format="json", follow=True)
    assert answer.status_code == 201


def test_options_says_what_an_address_takes(script):
    answer = script.options("/api/v1/articles/")
    assert (answer.status_code, answer["Allow"]) == (200, "GET, POST, HEAD, OPTIONS")


def test_head_answers_without_a_body(script):
    make.article()
    got, asked = script.get("/api/v1/claims/"), script.head("/api/v1/claims/")
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked["Content-Length"] == str(len(got.content))


def test_answers_are_kept_by_nobody_else(script):
    make.article()
    for address in ("/api/v1/", "/api/v1/claims/", "/claims.csv", "/claims.json"):
        assert script.get(address)["Cache-Control"] == "private, no-cache"
