"""The desk: what is there, what waits, what to do first."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.web import home
from sources.models import Article, Reading
from tests import make
from tests.web.test_frame import words


def test_an_empty_desk_says_what_to_do_first(browse, ana, rita):
    page = words(browse(ana).get("/"))
    assert "Nothing has been added yet" in page
    assert page.count('class="button primary"') == 1
    assert 'href="/articles/add/"' in page
    assert "An analyst adds the first article" in words(browse(rita).get("/"))


def test_it_counts_what_is_there_and_what_waits(browse, ana):
    make.article()
    page = words(browse(ana).get("/"))
    assert "<strong>1</strong><span>article</span>" in page
    assert "<strong>3</strong><span>citations not yet identified</span>" in page
    assert "<strong>0</strong><span>cited sources</span>" in page


def test_every_number_leads_to_its_rows(browse, ana):
    make.article()
    page = words(browse(ana).get("/"))
    for address in ("/claims/", "/articles/", "/sources/", "/sources/?identified=false"):
        assert f'<a href="{address}"><strong>' in page
    assert '<a href="/claims/?flag=uncited&amp;has=figure"><strong>' in page


def test_a_count_stops_where_nobody_reads_on(browse, ana, monkeypatch):
    monkeypatch.setattr(home, "MOST", 2)
    make.article()
    assert "<strong>2+</strong><span>citations not yet identified</span>" in words(browse(ana).get("/"))


def test_it_shows_what_could_not_be_read_and_offers_to_try_again(browse, ana, rita):
    article = make.article(read=False, title="Broken notes")
    Reading.objects.filter(revision=article.revision).update(state="failed")
    Article.objects.filter(pk=article.pk).update(state="failed", problem="The reader stopped.")
    page = words(browse(ana).get("/"))
    assert "The reader stopped." in page
    assert f'action="/articles/{article.pk}/read-again/"' in page
    assert "read-again" not in words(browse(rita).get("/"))


def test_an_old_article_that_waits_is_not_forgotten(browse, ana, monkeypatch):
    make.article(read=False, title="The forgotten one")
    monkeypatch.setattr(home, "NEWEST", 1)
    make.article(read=False, title="The new one")
    page = words(browse(ana).get("/"))
    assert "Older, and not read yet" in page
    assert "The forgotten one" in page


@pytest.mark.parametrize("articles", [0, 4])
def test_it_takes_at_most_eight_queries(browse, ana, articles):
    for _ in range(articles):
        make.article()
    browser = browse(ana)
    with CaptureQueriesContext(connection) as queries:
        browser.get("/")
    assert len(queries) <= 6
