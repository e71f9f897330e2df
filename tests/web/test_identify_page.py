"""The page on which a person says which work a citation means."""

from __future__ import annotations

import pytest

from sources.models import Citation, Source
from tests import make
from tests.api.test_identify_citation import TEXT


@pytest.fixture
def citation(db) -> Citation:
    article = make.article(TEXT, title="High water")
    Citation.objects.filter(revision=article.revision).update(source=None, identified="")
    return article.revision.citations.get(number=1)


@pytest.fixture
def url(citation) -> str:
    return f"/citations/{citation.pk}/"


@pytest.fixture
def ana_at(browse, ana):
    return browse(ana)


def test_it_shows_the_entry_and_the_sentences_that_cite_it(ana_at, url):
    html = ana_at.get(url).content.decode()
    assert "Ministry of Rivers, yearly bulletin" in html
    assert "The flood killed 12 people. <mark>[1]</mark>" in html


def test_works_that_may_be_meant_stand_there_with_reasons(ana_at, url):
    make.source(title="Yearly bulletin of the Ministry of Rivers")
    work = make.source(title="Ministry of Rivers, yearly bulletin")
    html = ana_at.get(url).content.decode()
    assert f'name="source" value="{work.pk}"' in html
    assert "same title" in html


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("https://rivers.example/7", "https://rivers.example/7"),
        ("www.rivers.example/7", "https://www.rivers.example/7"),
        ("doi:10.5555/7", "10.5555/7"),
        ("Okello, B. (2023). Rivers of the north. Lima Press.", "Rivers of the north"),
        ("@book{a, title={Rivers in BibTeX}, year=2020}", "Rivers in BibTeX"),
        ('{"type": "book", "title": "Rivers in JSON"}', "Rivers in JSON"),
        ("TY  - BOOK\nTI  - Rivers in RIS\nER  - \n", "Rivers in RIS"),
    ],
)
def test_one_field_takes_whatever_names_it_and_the_next_that_waits_follows(ana_at, citation, url, given, title):
    answer = ana_at.post(url, {"given": given}, follow=True)
    citation.refresh_from_db()
    assert str(citation.source) == title
    assert answer.redirect_chain[-1][0] == f"/citations/{citation.revision.citations.get(number=2).pk}/"
    assert "is a new source" in answer.content.decode()


def test_after_the_last_one_comes_the_article(ana_at, citation, url):
    citation.revision.citations.exclude(pk=citation.pk).update(source=make.source())
    answer = ana_at.post(url, {"source": make.source().pk})
    assert answer["Location"].startswith(citation.revision.article.get_absolute_url())


@pytest.mark.parametrize("given", ["", "   ", "Ibid.", "javascript:alert(1)", "x" * 20_001])
def test_what_names_nothing_comes_back_with_what_was_typed(ana_at, citation, url, given):
    answer = ana_at.post(url, {"given": given})
    assert answer.status_code == 422
    assert given.strip()[:50] in answer.content.decode()
    assert Citation.objects.get(pk=citation.pk).source is None


def test_a_source_of_the_desk_is_found_by_its_words(ana_at, url):
    work = make.source(title="Cattle and corn", publisher="Lima Press")
    html = ana_at.get(url, {"q": "corn lima"}).content.decode()
    assert f'value="{work.pk}"' in html
    assert "No source of the desk" in ana_at.get(url, {"q": "nobody"}).content.decode()


def test_the_same_entry_elsewhere_is_offered(ana_at, citation, url):
    other = make.article(TEXT + "And another.")
    Citation.objects.filter(revision=other.revision).update(source=None, identified="")
    assert "stands 1 more time" in ana_at.get(url).content.decode()
    work = make.source()
    assert (
        "and 1 more with the same entry"
        in ana_at.post(url, {"source": work.pk, "alike": "1"}, follow=True).content.decode()
    )
    assert other.revision.citations.get(number=1).source == work


def test_who_comes_second_is_told_and_may_replace(ana_at, citation, url):
    first, second = make.source(title="First of all"), make.source(title="Second")
    Citation.objects.filter(pk=citation.pk).update(source=first, identified="by_hand")
    answer = ana_at.post(url, {"source": second.pk})
    assert answer.status_code == 409
    assert f'name="replaces" value="{first.pk}"' in answer.content.decode()
    assert ana_at.post(url, {"source": second.pk, "replaces": first.pk}).status_code == 302
    assert Citation.objects.get(pk=citation.pk).source == second


def test_it_is_taken_back(ana_at, citation, url):
    work = make.source()
    Citation.objects.filter(pk=citation.pk).update(source=work, identified="by_hand")
    assert ana_at.post(url, {"take-back": "1", "replaces": work.pk})["Location"] == url
    assert Citation.objects.get(pk=citation.pk).source is None


def test_a_reader_reads_it_without_buttons(browse, rita, url):
    html = browse(rita).get(url).content.decode()
    assert "This is the work" not in html
    assert browse(rita).post(url, {"given": "10.5555/1"}).status_code == 403


def test_hostile_words_stay_words(ana_at, citation, url):
    Citation.objects.filter(pk=citation.pk).update(entry="<script>alert(1)</script>")
    make.source(title="<script>alert(1)</script>")
    for html in (ana_at.get(url).content.decode(), ana_at.get(url, {"q": "<script>"}).content.decode()):
        assert "<script>alert" not in html


def test_the_worklist_leads_here(ana_at, url):
    assert f'href="{url}"' in ana_at.get("/sources/?identified=false").content.decode()


def test_a_page_asks_little(ana_at, url, django_assert_max_num_queries):
    Source.objects.bulk_create(Source(title=f"Ministry of Rivers, yearly bulletin {at}") for at in range(30))
    ana_at.get(url)
    with django_assert_max_num_queries(16):
        ana_at.get(url, {"q": "bulletin"})
