"""An address in: fetched through the one guarded way, and whatever fails is said on the article."""

from __future__ import annotations

import pytest

from claims import intake
from sources import arrivals, ingest, refusals
from sources.models import Article
from tests.sources.net.conftest import serve  # noqa: F401 a fixture
from tests.sources.net.servers import says

WORDS = " ".join(["The river rose for nine days and the lower town stood under water until the army came."] * 6)
PAGE = f"""<!doctype html><html lang="en"><head><title>High water in Lima</title></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>High water in Lima</h1><p>{WORDS}</p>
<p>The flood killed at least 12 people, officials said.</p></article></body></html>""".encode()


@pytest.fixture
def desk(settings, serve):  # noqa: F811
    """A server whose port this desk may ask."""

    def start(answer):
        server = serve(answer)
        settings.FETCH_LOOPBACK_PORTS = [server.port]
        return server

    return start


def taken_in(address: str) -> Article:
    article, _ = ingest.add_address(address=address, by=None)
    arrivals.take_in(article.arrivals.get().pk)
    article.refresh_from_db()
    return article


def test_a_page_becomes_an_article_without_its_navigation(db, desk):
    server = desk(says(PAGE, Content_Type="text/html; charset=utf-8"))
    article = taken_in(f"http://127.0.0.1:{server.port}/flood")
    assert article.problem == ""
    assert "Sport" not in article.revision.text
    assert "killed at least 12 people" in article.revision.text
    assert article.title == "High water in Lima"
    assert article.arrivals.get().http_status == 200
    intake.read_article(article.revision_id)
    assert article.claims.get(figure_low=12).figure_comparator == "at_least"


def test_an_address_of_this_machine_is_not_asked(db, serve):  # noqa: F811
    server = serve(says(PAGE))
    article = taken_in(f"http://127.0.0.1:{server.port}/flood")
    assert (article.state, article.revision, server.visits) == ("failed", None, 0)
    assert article.problem.startswith("Nothing could be fetched from this address.")


def test_a_page_that_is_tracked_is_named(db, ana):
    article, _ = ingest.add_address(address="https://delta.example/flood", by=ana)
    with pytest.raises(refusals.AddressKnown) as refusal:
        ingest.add_address(address="http://www.delta.example/flood/", by=ana)
    assert refusal.value.extra["article"] == article.pk


def test_what_is_no_address_is_refused_at_once(db, ana):
    for address in ("javascript:alert(1)", "file:///etc/passwd", "flood"):
        with pytest.raises(refusals.BadValue):
            ingest.add_address(address=address, by=ana)
    assert not Article.objects.exists()


def test_a_page_that_leads_into_this_machine_is_left_there(db, desk, serve):  # noqa: F811
    inside = serve(says(PAGE))
    server = desk(says(b"", status="302 Found", Location=f"http://127.0.0.1:{inside.port}/flood"))
    article = taken_in(f"http://127.0.0.1:{server.port}/flood")
    assert (article.state, article.revision, inside.visits, server.visits) == ("failed", None, 0, 1)
    assert article.problem.startswith("Nothing could be fetched from this address.")


LOGIN = b"""<html><head><title>Sign in</title></head><body><form action="/login" method="post">
<label>Name <input name="user"></label><label>Password <input type="password" name="password"></label>
<button>Sign in</button></form></body></html>"""


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (says(b"No", status="401 Unauthorized"), "sign_in_needed"),
        (says(LOGIN, Content_Type="text/html"), "sign_in_needed"),
        (says(b"", Content_Type="text/html"), "empty"),
        (says(b"<html><body></body></html>", Content_Type="text/html"), "empty"),
        (says(b"Gone", status="404 Not Found"), "not_there"),
    ],
)
def test_a_page_without_an_article_says_why_in_plain_words(db, desk, answer, code):
    article = taken_in(f"http://127.0.0.1:{desk(answer).port}/flood")
    arrival = article.arrivals.get()
    assert (article.state, article.revision, arrival.state, arrival.code) == ("failed", None, "failed", code)
    assert article.problem == arrival.problem
    assert article.problem.endswith((".", "instead."))
