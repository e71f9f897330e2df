"""A file of references given for an article: what fits is shown, and written when somebody says so."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.web.test_frame import words

TEXT = (
    "The flood killed 12 people. [1] About 3,000 houses were lost. [2]\n\nReferences\n"
    "1. Red Cross, High water on the Verrin, 2024.\n2. The Delta.\n"
)
BIB = """@report{one, title={High water on the Verrin}, author={{Red Cross}}, year={2024}, doi={10.5555/verrin.1}}
@article{two, title={Nothing to do with it}, author={Someone, Else}, year={1999}}
"""


@pytest.fixture
def article(db):
    return make.article(TEXT)


@pytest.fixture
def url(article) -> str:
    return f"/articles/{article.pk}/bibliography/"


def test_what_fits_is_shown_first_and_written_then(browse, ana, article, url):
    browser = browse(ana)
    page = words(browser.post(url, {"references": BIB}))
    assert "2 records in this BibTeX file" in page
    assert "High water on the Verrin" in page
    assert not article.revision.citations.filter(identified="bibliography").exists()
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    answer = browser.post(url, {"kept": kept, "name": "", "confirm": "1", "use-1": "0"}, follow=True)
    assert "1 citation identified." in words(answer)
    assert article.revision.citations.get(number=1).source.doi == "10.5555/verrin.1"


def test_a_file_is_taken(browse, ana, url):
    answer = browse(ana).post(url, {"file": SimpleUploadedFile("refs.bib", BIB.encode())})
    assert "2 records in this BibTeX file" in words(answer)


def test_what_somebody_identified_by_hand_stays(browse, ana, article, url):
    source = make.source()
    article.revision.citations.filter(number=1).update(source=source, identified="by_hand")
    browser = browse(ana)
    kept = re.search(r'name="kept" value="([^"]+)"', words(browser.post(url, {"references": BIB})))[1]
    answer = browser.post(url, {"kept": kept, "name": "", "confirm": "1", "use-1": "0"}, follow=True)
    assert "1 had a source already and kept it." in words(answer)
    assert article.revision.citations.get(number=1).source == source


@pytest.mark.parametrize("given", ["This is a letter to my aunt.", "{}", "@"])
def test_what_is_no_list_of_references_is_refused_in_words(browse, ana, url, given):
    answer = browse(ana).post(url, {"references": given})
    assert answer.status_code == 422
    assert "The references were not taken" in words(answer)


def test_a_carried_file_that_was_tampered_with_is_refused(browse, ana, url):
    assert browse(ana).post(url, {"kept": "***", "name": "", "confirm": "1"}).status_code == 422


def test_what_was_pasted_is_blamed_where_it_was_pasted(browse, ana, url):
    page = words(browse(ana).post(url, {"references": "This is a letter to my aunt."}))
    assert "“What was pasted” is neither BibTeX nor RIS nor CSL-JSON" in page
    assert 'id="id_references_error"' in page


def test_a_source_that_stays_is_said_beforehand(browse, ana, article, url):
    source = make.source(title="The harbour log")
    article.revision.citations.filter(number=1).update(source=source, identified="by_hand")
    page = words(browse(ana).post(url, {"references": BIB}))
    assert "It has a source and keeps it: <bdi>The harbour log</bdi> (by hand)." in page
    assert 'name="use-1"' not in page
    assert "No record fits" in page
    assert "Identify those chosen" not in page


def test_a_text_without_citations_has_nothing_to_identify(browse, ana, db):
    article = make.article("Nobody came.")
    page = words(browse(ana).get(f"/articles/{article.pk}/bibliography/"))
    assert "It has no citation to identify" in page
    assert "<textarea" not in page
