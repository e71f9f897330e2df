"""What a person gets when something went wrong: what happened, what was kept, what to do."""

from __future__ import annotations

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.http import Http404
from django.test import RequestFactory

from claimtracker.core.web import errors
from sources.refusals import AddressKnown
from tests.web.test_frame import words


@pytest.fixture
def request_(visitor, db, rf: RequestFactory):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/claims/")
    request.user = AnonymousUser()
    return request


@pytest.mark.parametrize(
    ("make", "status", "said", "way_on"),
    [
        (lambda r: errors.bad_request(r, BadRequest("Two dates.")), 400, "Two dates.", "To the desk"),
        (lambda r: errors.forbidden(r, PermissionDenied()), 403, "ask an admin", "Sign in"),
        (lambda r: errors.csrf_failed(r), 403, "copy what you typed", "To the desk"),
        (lambda r: errors.not_found(r, Http404()), 404, "nothing at this address", "Search the claims"),
        (lambda r: errors.refused(r, AddressKnown("Known.", article=7)), 409, "Known.", 'href="/articles/7/"'),
        (lambda r: errors.bad_request(r, RequestDataTooBig()), 413, "12 million characters", "To the desk"),
        (lambda r: errors.server_error(r), 500, "saved before is safe", "Try again"),
        (lambda r: errors.unavailable(r), 503, "database does not answer", "Try again"),
    ],
)
def test_a_page_says_what_happened_and_leads_on(request_, make, status, said, way_on):
    answer = make(request_)
    assert answer.status_code == status
    assert answer["Content-Type"].startswith("text/html")
    page = words(answer)
    assert said in page
    assert way_on in page
    assert f"<small>{status}" in page


def test_a_script_gets_a_problem_and_not_a_page(rf):
    answer = errors.not_found(rf.get("/claims.json"), Http404())
    assert answer["Content-Type"] == "application/problem+json"


def test_an_address_that_leads_nowhere(browse, rita):
    answer = browse(rita).get("/clams/")
    assert answer.status_code == 404
    assert "Nothing here" in words(answer)
    assert answer["X-Request-ID"] in words(answer)


def gone(*args, **kwargs):
    raise OperationalError("the server closed the connection")


def test_a_lost_database_is_a_503_that_looks_like_a_page(browse, rita, monkeypatch):
    browser = browse(rita)
    browser.cookies["theme"] = "dark"
    monkeypatch.setattr("claimtracker.core.web.listing.read_page", gone)
    answer = browser.get("/articles/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "10"
    page = words(answer)
    assert 'data-theme="dark"' in page
    assert "Nothing was half-written" in page
    assert 'href="/articles/">Try again' in page


def test_a_lost_database_under_an_address_that_leads_nowhere(visitor, db, monkeypatch):
    """The head of the 404 page asks who is there; without a database that is a 503, and still a page."""
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", gone)
    visitor.cookies["session"] = "abcdefghijklmnopqrstuvwxyz012345"
    answer = visitor.get("/clams/")
    assert answer.status_code == 503
    assert "<!doctype html>" in words(answer)


@pytest.mark.django_db(databases=[])
def test_the_page_for_a_lost_database_asks_no_database(rf):
    assert errors.unavailable(rf.get("/")).status_code == 503


def test_a_bug_is_a_500_with_a_page(browse, rita, monkeypatch):
    browser = browse(rita)
    browser.raise_request_exception = False
    monkeypatch.setattr("claimtracker.core.web.guide.codes", lambda: 1 / 0)
    answer = browser.get("/help/errors/")
    assert answer.status_code == 500
    assert "it has been written to the log" in words(answer)


def test_even_the_page_of_a_bug_may_be_broken(rf, monkeypatch):
    monkeypatch.setattr(errors, "render", lambda *args, **kwargs: 1 / 0)
    answer = errors.server_error(rf.get("/"))
    assert (answer.status_code, answer["Content-Type"]) == (500, "text/plain; charset=utf-8")


def test_too_much_at_once_is_a_413(browse, ana, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = browse(ana).post("/articles/add/", {"text": "x" * 2000})
    assert answer.status_code == 413
    assert "Nothing was stored" in words(answer)
