"""The list of sources, the worklist of open citations, and one source."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Citation
from tests import make
from tests.web.test_frame import words


@pytest.fixture
def cited(db):
    """A source that citation 1 of an article means."""
    article = make.article(title="High water")
    source = make.source(title="Evening briefing", reliability="B", state="corrected",
                         authors=[{"literal": "Red Cross"}, {"given": "Ana", "family": "Paz"}],
                         container="Bulletin", issued="2024-03-09", address="https://example.org/briefing")  # fmt: skip
    Citation.objects.filter(revision=article.revision, number=1).update(source=source)
    return source


def test_a_row_says_what_the_source_is_and_how_often_it_is_cited(browse, rita, cited):
    page = words(browse(rita).get("/sources/?q=briefing"))
    assert f'<a class="row-title" dir="auto" href="/sources/{cited.pk}/">Evening briefing</a>' in page
    assert "Red Cross, Ana Paz" in page
    assert "<span>1 citation leads here</span>" in page
    assert "Corrected" in page


def test_an_article_of_the_desk_is_a_source_too(browse, rita):
    make.article(title="High water")
    page = words(browse(rita).get("/sources/"))
    assert "High water" in page
    assert "an article of this desk" in page


def test_it_filters_by_state(browse, rita, cited):
    make.source(title="Another paper")
    page = words(browse(rita).get("/sources/?state=corrected&q=&order="))
    assert "Evening briefing" in page
    assert "Another paper" not in page


def test_the_worklist_has_what_nobody_has_identified(browse, rita, cited):
    article = Citation.objects.filter(source=cited).get().revision.article
    page = words(browse(rita).get("/sources/?identified=false"))
    assert f'href="/articles/{article.pk}/?source=2"' in page
    assert f'href="/articles/{article.pk}/?source=1"' not in page
    assert "the article gives no entry" in page
    assert "Not yet identified" in page


def test_the_data_beside_the_worklist_are_the_citations_of_the_worklist(browse, rita, cited):
    page = words(browse(rita).get("/sources/?identified=false&page_size=50"))
    for form in ("csv", "json", "ndjson"):
        address = re.search(rf'href="(/citations\.{form}\?[^"]*)"', page)[1].replace("&amp;", "&")
        assert "identified=false" in address
        answer = browse(rita).get(address)
        if form == "json":
            assert {row["number"] for row in answer.json()["results"]} == {2, 3}  # 1 is identified


def test_an_empty_worklist_says_so(browse, rita):
    assert "Every citation is identified" in words(browse(rita).get("/sources/?identified=false"))


def test_a_desk_without_sources_says_how_they_come(browse, rita):
    page = words(browse(rita).get("/sources/"))
    assert "No source has been identified yet" in page
    assert 'href="/sources/?identified=false"' in page


@pytest.mark.parametrize("query", ["kind=report", "identified=false&stat=x", "order=sideways"])
def test_a_parameter_that_means_nothing_is_a_400(browse, rita, query):
    assert browse(rita).get(f"/sources/?{query}").status_code == 400


def test_a_source_shows_its_record_and_the_claims_that_lean_on_it(browse, rita, cited):
    page = words(browse(rita).get(f"/sources/{cited.pk}/"))
    claim = Citation.objects.get(source=cited).links.first().claim
    assert f'href="/claims/{claim.pk}/"' in page
    assert "B: usually reliable" in page
    assert '<a class="address" href="https://example.org/briefing" rel="noreferrer noopener external">' in page
    assert f'<a href="/sources/{cited.pk}.json">.json</a>' in page
    assert "No copy kept" in page


def test_a_source_names_the_articles_that_cite_it(browse, rita, cited):
    page = words(browse(rita).get(f"/sources/{cited.pk}/"))
    assert "High water" in page
    assert "<span>as [1]</span>" in page


def test_a_source_without_a_claim_says_so(browse, rita):
    source = make.source()
    assert "No claim leans on this source." in words(browse(rita).get(f"/sources/{source.pk}/"))


def test_an_address_that_is_no_link_is_not_made_one(browse, rita):
    source = make.source(address="javascript:alert(1)")
    page = words(browse(rita).get(f"/sources/{source.pk}/"))
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_there_is_no_such_source(browse, rita):
    assert browse(rita).get("/sources/987654/").status_code == 404


@pytest.mark.parametrize("address", ["/sources/", "/sources/?identified=false"])
def test_a_list_takes_as_many_queries_for_many_rows(browse, rita, address):
    browser = browse(rita)
    counts = []
    for more in (1, 5):
        for _ in range(more):
            make.article()
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 5


def test_the_page_of_a_source_takes_as_many_queries_for_many_claims(browse, rita, cited):
    browser = browse(rita)
    counts = []
    for more in (0, 4):
        for _ in range(more):
            Citation.objects.filter(revision=make.article().revision, number=1).update(source=cited)
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/sources/{cited.pk}/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
