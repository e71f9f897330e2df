"""`?as_of=` on the pages: said at the top, kept in every link, and nothing there that changes something."""

from __future__ import annotations

import re

import pytest

from claims.models import Claim
from claimtracker.core.web.anytime import goes_back
from claimtracker.core.web.keeping import keep_in_address, keep_in_page
from sources.models import Source
from tests import make
from tests.past.timeline import ago, earlier
from tests.timing import grows_at_most

THEN = {"as_of": "2026-03-12T14:00:00Z"}


@pytest.fixture
def claim(db):
    made = make.claim(kind="troops", statement="A statement of then.")
    earlier(hours=2)
    Claim.objects.filter(pk=made.pk).update(kind="materiel", statement="A statement of now.")
    earlier(hours=2)
    return made


PAGES = ["/claims/", "/claims/?kind=troops&q=statement", "/claims/facets/", "/claims/{claim}/", "/articles/{article}/",
         "/articles/{article}/?source={number}", "/sources/{source}/", "/articles/", "/sources/"]  # fmt: skip


@pytest.fixture
def address(claim):
    link = claim.links.get()
    link.citation.source = source = make.source(address="https://example.org/a")
    link.citation.save()
    make.snapshot(source, "The flood took twelve lives.")
    earlier(hours=2)
    ids = {"claim": claim.pk, "article": claim.article_id, "source": source.pk, "number": link.citation.number}
    return lambda page, moment: f"{(page.format(**ids))}{'&' if '?' in page else '?'}as_of={moment}"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_past_is_there_and_says_so(browse, ada, address, path):
    answer = browse(ada).get(address(path, ago(hours=1)))
    assert answer.status_code == 200
    if "facets" not in path:
        assert "As it stood on" in answer.content.decode()
    assert answer["Memento-Datetime"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_there_changes_something(browse, ada, address, path):
    main = browse(ada).get(address(path, ago(hours=1))).content.decode().partition("<main")[2].partition("</main>")[0]
    assert "csrfmiddlewaretoken" not in main
    assert 'method="post"' not in main
    for href in re.findall(r'href="(/[^"?#]*)', main):
        assert not re.search(r"/(add|edit|revise|merge|bibliography|import|identify)/", href), href


@pytest.mark.parametrize("path", PAGES)
def test_every_link_stays_there(browse, ada, address, path):
    html = browse(ada).get(address(path, ago(hours=1))).content.decode()
    for tag, href in re.findall(r'(<[a-z][^>]*? (?:href|hx-get)="([^"]*)")', html):
        place = href.partition("?")[0].partition("#")[0]
        if not href.startswith("#") and (not place or place.startswith("/")) and (not place or goes_back(place)):
            assert href.count("as_of=") == 1 or "data-leaves-the-past" in html.partition(tag)[2][:60], href


def test_the_claim_is_as_it_was(browse, rita, claim):
    then = browse(rita).get(f"/claims/{claim.pk}/?as_of={ago(hours=3)}").content.decode()
    assert "A statement of then." in then
    assert "A statement of now." not in then
    assert "A statement of now." in browse(rita).get(f"/claims/{claim.pk}/").content.decode()


def test_a_source_of_then_has_the_copies_and_the_tries_of_then(browse, rita, db):
    source = make.source(title="A report", address="https://example.org/r")
    earlier(hours=2)
    make.snapshot(source, "Came later.")
    Source.objects.filter(pk=source.pk).update(title="A renamed report")
    earlier(hours=2)
    page = browse(rita).get(f"/sources/{source.pk}/?as_of={ago(hours=3)}").content.decode()
    assert "A renamed report" not in page
    assert "/snapshots/" not in page


def test_the_present_offers_the_past(browse, rita, claim):
    page = browse(rita).get(f"/claims/{claim.pk}/").content.decode()
    assert 'type="datetime-local"' in page
    assert "As it stood on another day" in page


def test_a_page_that_came_later_is_a_404_that_says_so(browse, rita, claim):
    answer = browse(rita).get(f"/claims/{claim.pk}/?as_of=2001-01-01")
    assert answer.status_code == 404
    assert "There was nothing" in answer.content.decode()
    assert "See it now" in answer.content.decode()


def test_before_the_first_record_the_list_is_empty_and_says_why(browse, rita, claim):
    page = browse(rita).get("/claims/?as_of=2001-01-01").content.decode()
    assert "There was nothing yet: the desk begins on" in page


@pytest.mark.parametrize(("moment", "says"), [("soon", "is no time"), ("2999-01-01", "has not come yet")])
def test_what_cannot_be_asked_is_refused_in_words(browse, rita, claim, moment, says):
    answer = browse(rita).get(f"/claims/?as_of={moment}")
    assert answer.status_code == 400
    assert says in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/", "/review/", "/review/progress/", "/articles/{article}/changes/", "/articles/{article}/links/", "/views/",
     "/articles/{article}/lint/", "/citations/{citation}/", "/claims/{claim}/edit/", "/claims/{claim}/changes.atom"],
)  # fmt: skip
def test_a_page_without_a_past_says_so_and_does_not_give_the_present(browse, ada, claim, path):
    ids = {"article": claim.article_id, "claim": claim.pk, "citation": claim.links.get().citation_id}
    answer = browse(ada).get(f"{path.format(**ids)}?as_of={ago(hours=1)}")
    assert answer.status_code == 400
    assert "can only be had as it is now" in answer.content.decode()
    assert browse(ada).get(f"{path.format(**ids)}?as_of=").status_code == 200


def test_a_link_to_a_place_in_the_article_leads_there_in_the_past(browse, rita, claim):
    moment = ago(hours=3)
    answer = browse(rita).get(f"/articles/{claim.article_id}/?claim={claim.pk}&as_of={moment}")
    assert answer["Location"] == f"/articles/{claim.article_id}/?part=1&as_of={moment}#claim-{claim.pk}"


def test_visitors_are_asked_to_sign_in_as_ever(visitor, claim):
    assert visitor.get(f"/claims/?as_of={ago(hours=1)}").status_code == 302


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/claims/17/", "/claims/17/?as_of=2026-03-12T14:00:00Z"),
        ("/claims/?kind=troops", "/claims/?kind=troops&as_of=2026-03-12T14:00:00Z"),
        ("/articles/1/#claim-2", "/articles/1/?as_of=2026-03-12T14:00:00Z#claim-2"),
        ("?part=2#x", "?part=2&as_of=2026-03-12T14:00:00Z#x"),
        ("/claims.csv", "/claims.csv?as_of=2026-03-12T14:00:00Z"),
        ("/claims/?as_of=2026-01-01", "/claims/?as_of=2026-01-01"),
        ("#words", "#words"),
        ("/help/", "/help/"),
        ("/static/css/base.css", "/static/css/base.css"),
        ("https://example.org/claims/", "https://example.org/claims/"),
        ("//example.org/claims/", "//example.org/claims/"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
    ],
)
def test_an_address_keeps_the_moment_where_it_has_a_past(address, kept):
    assert keep_in_address(address, THEN, goes_back) == kept


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ('<a class="x" href="/claims/?a=1">', '<a class="x" href="/claims/?a=1&amp;as_of=2026-03-12T14:00:00Z">'),
        ('<a href="?" data-leaves-the-past>', '<a href="?" data-leaves-the-past>'),
        ('<div hx-get="/claims/facets/?">', '<div hx-get="/claims/facets/?as_of=2026-03-12T14:00:00Z">'),
        ('<form method="get" action="/claims/"></form>',
         '<form method="get" action="/claims/"><input type="hidden" name="as_of" value="2026-03-12T14:00:00Z"></form>'),
        ('<form method="get" action="/help/"></form>', '<form method="get" action="/help/"></form>'),
        ('<form><input name="as_of"></form>', '<form><input name="as_of"></form>'),
        ('<main><form method="post" action="/x"><b>y</b></form>z</main>', "<main>z</main>"),
        ('<form method="post"></form><main></main>', '<form method="post"></form><main></main>'),
        ("&lt;a href=&quot;/claims/&quot;&gt;", "&lt;a href=&quot;/claims/&quot;&gt;"),
    ],
)  # fmt: skip
def test_a_page_is_kept_at_the_moment(page, kept):
    assert keep_in_page(page, THEN, goes_back) == kept


def test_a_hostile_page_takes_no_long_time():
    def hostile(many):
        page = '<a href="' * (10 * many) + "<form>" * many + '"' * (10 * many)
        return lambda: keep_in_page(page, THEN, goes_back)

    grows_at_most(hostile(1_000), hostile(4_000), lambda once: 7 * once)
