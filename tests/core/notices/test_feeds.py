"""Atom feeds: what RFC 4287 asks for, ids that stay, and a 304 for who has it already."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest

from claimtracker.core.models import Happening, SavedView
from tests import make

A = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def claim(db):
    return make.claim(kind="troops")


@pytest.fixture
def view(ana):
    return SavedView.objects.create(owner=ana, name="Troops", slug="troops-1", page="claims", query="kind=troops")


def read(answer) -> ElementTree.Element:
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def titles(answer) -> list[str]:
    return [entry.findtext(f"{A}title") for entry in read(answer).iter(f"{A}entry")]


def check(feed: ElementTree.Element) -> None:
    """The elements that RFC 4287, 4.1.1 and 4.1.2 ask for."""
    assert feed.tag == f"{A}feed"
    for element in [feed, *feed.iter(f"{A}entry")]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1, name
            assert element.findtext(f"{A}{name}")
        dt.datetime.fromisoformat(element.findtext(f"{A}updated"))
        assert any(link.get("rel", "alternate") == "alternate" for link in element.findall(f"{A}link"))
    assert feed.find(f"{A}author/{A}name") is not None
    assert any(link.get("rel") == "self" for link in feed.findall(f"{A}link"))
    ids = [entry.findtext(f"{A}id") for entry in feed.iter(f"{A}entry")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("kind", ["claim", "article", "source"])
def test_what_happened_to_it_stands_in_its_feed_the_newest_first(browse, rita, ana, claim, happens, kind):
    ids = {"claim": claim.pk, "article": claim.article_id, "source": claim.article.source_id}
    for words in ("First.", "Second."):
        happens(**{kind: ids[kind]}, by=ana, words=words, told=False)
    happens(**{kind: 999_999}, words="Elsewhere.", told=False)
    answer = browse(rita).get(f"/{kind}s/{ids[kind]}/changes.atom")
    feed = read(answer)
    check(feed)
    assert titles(answer)[:2] == ["Second.", "First."]  # behind them an article has its reading
    entry = feed.find(f"{A}entry")
    assert entry.findtext(f"{A}author/{A}name") == "Ana"
    row = Happening.objects.get(words="Second.")
    assert entry.findtext(f"{A}id") == f"tag:desk.example.org,{row.at:%Y-%m-%d}:happening/{row.uuid}"


def test_a_feed_in_which_nothing_stands_is_whole_and_stays_the_same(browse, rita, claim):
    client = browse(rita)
    first, second = (client.get(f"/claims/{claim.pk}/changes.atom") for _ in range(2))
    check(read(first))
    assert first["ETag"] == second["ETag"]


def test_at_most_fifty_stand_in_it(browse, rita, claim, happens):
    for number in range(52):
        happens(claim=claim.pk, words=f"Number {number}.", told=False)
    shown = titles(browse(rita).get(f"/claims/{claim.pk}/changes.atom"))
    assert (len(shown), shown[0], shown[-1]) == (50, "Number 51.", "Number 2.")


@pytest.mark.parametrize("header", ["If-None-Match", "If-Modified-Since"])
def test_who_has_it_already_gets_a_304_until_something_happens(browse, rita, claim, happens, header):
    client, url = browse(rita), f"/claims/{claim.pk}/changes.atom"
    happens(claim=claim.pk, words="First.", told=False)
    Happening.objects.update(at=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
    first = client.get(url)
    known = {header: first["ETag" if header == "If-None-Match" else "Last-Modified"]}
    again = client.get(url, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    happens(claim=claim.pk, words="Second.", told=False)
    assert titles(client.get(url, headers=known)) == ["Second.", "First."]


def test_what_is_private_stands_in_no_feed(browse, rita, ana, claim, view, happens):
    happens("review.given", claim=claim.pk, to=[rita.pk], private=True)
    SavedView.objects.update(shared=True)
    for url in (f"/claims/{claim.pk}/changes.atom", "/views/troops-1.atom"):
        assert titles(browse(rita).get(url)) == []


def test_hostile_words_make_no_hostile_xml(browse, rita, claim, happens):
    happens(claim=claim.pk, words="]]><script>\x07&amp;\u2028", told=False)
    answer = browse(rita).get(f"/claims/{claim.pk}/changes.atom")
    check(read(answer))
    assert titles(answer)[0].startswith("]]><script>&amp;")


@pytest.mark.parametrize("url", ["/claims/999999/changes.atom", "/views/no-such-view.atom"])
def test_of_what_is_not_there_there_is_no_feed(browse, rita, url):
    assert browse(rita).get(url).status_code == 404


class TestViews:
    def test_what_happens_to_the_claims_it_shows_now_stands_in_it(self, browse, ana, claim, view, happens):
        other = make.claim(kind="casualties")
        happens(claim=claim.pk, words="Of troops.", told=False)
        happens(claim=other.pk, words="Of casualties.", told=False)
        answer = browse(ana).get("/views/troops-1.atom")
        check(read(answer))
        assert titles(answer) == ["Of troops."]

    def test_it_takes_as_many_queries_for_many_as_for_one(
        self, browse, ana, claim, view, happens, django_assert_max_num_queries
    ):
        for _ in range(60):
            happens(claim=claim.pk, told=False)
        client = browse(ana)
        with django_assert_max_num_queries(7):
            assert len(titles(client.get("/views/troops-1.atom"))) == 50

    def test_it_is_for_its_owner_unless_it_is_shared(self, browse, rita, visitor, settings, view):
        assert browse(rita).get("/views/troops-1.atom").status_code == 404
        SavedView.objects.update(shared=True)
        assert browse(rita).get("/views/troops-1.atom").status_code == 200
        assert visitor.get("/views/troops-1.atom").status_code == 302
        settings.PUBLIC_READ = True
        assert visitor.get("/views/troops-1.atom").status_code == 200


def test_a_program_finds_the_feed_from_the_page(browse, rita, claim):
    client = browse(rita)
    pages = {
        f"/claims/{claim.pk}/": f"/claims/{claim.pk}/changes.atom",
        f"/articles/{claim.article_id}/": f"/articles/{claim.article_id}/changes.atom",
        f"/sources/{claim.article.source_id}/": f"/sources/{claim.article.source_id}/changes.atom",
    }
    for page, feed in pages.items():
        html = client.get(page).content.decode()
        head = html.partition("</head>")[0]
        assert '<link rel="alternate" type="application/atom+xml"' in head
        assert f'href="{feed}"' in head
        assert client.get(feed).status_code == 200
