"""An article's links on one screen, and what happened to sources: as pages and as a feed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from sources import watching
from sources.models import Article
from tests import make
from tests.sources.watch.conftest import WORDS, asked, clock, html, no_pause, site, site_at  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def article(site, clock) -> Article:  # noqa: F811
    """It cites one source that is fine, one that is dead, and one that nobody can ask."""
    site.answers["/fine"] = html()
    made = make.article()
    sources = [site.source("/fine", title="The fine report"), site.source("/dead", title="The dead report")]
    for _ in range(3):
        for source in sources:
            asked(source)
        clock(days=1)
    sources.append(make.source(title="A book on paper"))
    for citation, source in zip(made.revision.citations.order_by("number"), sources, strict=True):
        citation.source = source
        citation.save()
    return made


def test_dead_links_come_first_each_with_its_last_try_in_words(browse, ana, article):
    page = browse(ana).get(f"/articles/{article.pk}/links/")
    text = page.content.decode()
    titles = re.findall(r'class="row-title"[^>]*>([^<]+)<', text)
    assert titles == ["The dead report", "A book on paper", "The fine report"]
    assert "The site says that there is no such page." in text
    assert "no copy kept" in text
    assert "it has no address of the web" in text
    assert "looked at only when somebody asks" in text
    assert re.search(r'<a href="/snapshots/\d+/">the copy of', text)
    assert text.count("Fetch now") == 2


def test_the_next_look_is_named_where_there_is_one(browse, ana, article, settings):
    settings.WATCH_DAYS = 7
    asked(Article.objects.get().revision.citations.get(number=1).source)
    assert "next look <time" in browse(ana).get(f"/articles/{article.pk}/links/").content.decode()


def test_who_may_not_fetch_sees_no_button(browse, rita, article):
    assert "Fetch now" not in browse(rita).get(f"/articles/{article.pk}/links/").content.decode()


def test_an_archive_is_linked_only_where_a_browser_may_follow(browse, ana, article):
    first, second, _ = article.revision.citations.order_by("number")
    type(first.source).objects.filter(pk=first.source_id).update(archive_address="https://web.archive.example/1")
    type(first.source).objects.filter(pk=second.source_id).update(archive_address="javascript:alert(1)")
    text = browse(ana).get(f"/articles/{article.pk}/links/").content.decode()
    assert 'href="https://web.archive.example/1"' in text
    assert "javascript:" not in text


def test_an_article_without_sources_says_so(browse, ana):
    assert "No source is known yet" in browse(ana).get(f"/articles/{make.article().pk}/links/").content.decode()


def test_links_take_few_queries_however_many(browse, ana, article, django_assert_max_num_queries):
    browser = browse(ana)
    with django_assert_max_num_queries(12):
        browser.get(f"/articles/{article.pk}/links/")


def test_what_happened_is_listed_the_newest_first(browse, ana, article):
    page = browse(ana).get("/sources/changes/")
    titles = re.findall(r'class="row-title"[^>]*>([^<]+)<', page.content.decode())
    assert titles == ["The dead report", "The dead report", "The fine report"]  # dead, suspect, a first text
    only = browse(ana).get(f"/sources/changes/?article={article.pk}&outcome=new_copy").content.decode()
    assert "The dead report" not in only
    assert f'Of the sources that <a href="/articles/{article.pk}/">' in only
    assert browse(ana).get("/sources/changes/?article=x").status_code == 400


def test_the_feed_is_read_by_programs_that_read_news(browse, ana, article, site):  # noqa: F811
    source = site.source("/odd", title="A title with <b>marks</b> & a bell\x07")
    site.answers["/odd"] = html(f"{WORDS} Later.")
    asked(source)
    answer = browse(ana).get("/sources/changes.atom")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)
    entries = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert entries[0] == "A title with <b>marks</b> & a bell: new text"
    assert entries[1:] == [
        "The dead report: dead",
        "The dead report: failed lately",
        "The fine report: new text",
    ]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == 4
    assert browse(ana).get("/sources/changes.atom?sources=1").status_code == 400


def test_sources_are_filtered_by_their_link_on_the_page(browse, ana, article):
    text = browse(ana).get("/sources/?link=dead").content.decode()
    assert "The dead report" in text
    assert "The fine report" not in text


def test_a_pin_is_shown_with_its_reason(browse, ana, article):
    source = article.revision.citations.get(number=2).source
    watching.pin_link(source, link="restricted", reason="Only in the reading room.", by=ana)
    text = browse(ana).get(f"/articles/{article.pk}/links/").content.decode()
    assert "pinned by hand: Only in the reading room." in text
