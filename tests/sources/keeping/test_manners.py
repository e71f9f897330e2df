"""How we come to a site: by name, with somebody to ask, and where its robots.txt lets programs in."""

import pytest

from sources import fetching, http
from sources.http import DisallowedByRobots
from tests.sources.net.servers import path_of, says

PAGE = b"<p>The ferry carried 212 people.</p>"


@pytest.fixture
def site(serve, settings, monkeypatch):
    """A site that asks Claimtracker to stay away from /private."""
    rules = b"User-agent: Claimtracker\nDisallow: /private\n"

    def answer(connection, request):
        says(rules if path_of(request) == "/robots.txt" else PAGE)(connection, request)

    server = serve(answer)
    settings.FETCH_LOOPBACK_PORTS = [server.port]
    monkeypatch.setattr("sources.fetching.TURNS._pause", 0.0)
    monkeypatch.setattr(http.ROBOTS, "_known", {})
    return server


def paths(site):
    return [path_of(request) for request in site.requests]


def test_a_source_is_not_taken_where_programs_shall_stay_away(site, settings):
    settings.FETCH_ROBOTS = True
    with pytest.raises(DisallowedByRobots):
        fetching.fetch_source(f"{site.base}/private/a", None)
    assert fetching.fetch_source(f"{site.base}/public", None).body == PAGE
    assert paths(site) == ["/robots.txt", "/public"]


def test_an_operator_may_fetch_it_all_the_same(site, settings):
    settings.FETCH_ROBOTS = False
    assert fetching.fetch_source(f"{site.base}/private/a", None).body == PAGE
    assert paths(site) == ["/private/a"]


def test_a_page_that_a_person_asks_for_is_no_walk_of_a_program(site, settings):
    settings.FETCH_ROBOTS = True
    assert fetching.fetch_page(f"{site.base}/private/a").body == PAGE


@pytest.mark.parametrize(
    ("name", "contact", "sent"),
    [
        ("Claimtracker", "", "Claimtracker"),
        ("Claimtracker", "https://desk.example/about", "Claimtracker (+https://desk.example/about)"),
        ("Coast desk/1.0", "desk@coast.example", "Coast desk/1.0 (+desk@coast.example)"),
    ],
)
def test_we_say_who_we_are_and_whom_to_ask(site, settings, name, contact, sent):
    settings.FETCH_USER_AGENT, settings.FETCH_CONTACT = name, contact
    fetching.fetch_page(f"{site.base}/public")
    assert f"User-Agent: {sent}\r\n".encode() in site.requests[-1]
