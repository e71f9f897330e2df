"""A file of references by the API: what is sure is written, the rest comes back as candidates."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.web.test_bibliography_page import BIB, TEXT


@pytest.fixture
def article(db):
    return make.article(TEXT)


@pytest.fixture
def url(article) -> str:
    return f"/api/v1/articles/{article.pk}/bibliography/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def test_a_record_whose_title_stands_in_the_entry_is_its_work(script, article, url):
    body = script.post(url, {"text": BIB, "name": "refs.bib"}, format="json").json()
    assert (body["format"], body["records"], body["identified"]) == ("bibtex", 2, [1])
    assert article.revision.citations.get(number=1).identified == "bibliography"


def test_twice_is_once(script, article, url):
    script.post(url, {"text": BIB}, format="json")
    first = article.revision.citations.get(number=1).source
    body = script.post(url, {"text": BIB}, format="json").json()
    assert (body["identified"], body["kept"]) == ([], [1])
    assert article.revision.citations.get(number=1).source == first


def test_a_file_is_taken(script, url):
    file = SimpleUploadedFile("refs.bib", BIB.encode())
    assert script.post(url, {"file": file}, format="multipart").json()["identified"] == [1]


def test_what_is_none_is_a_422(script, url):
    answer = script.post(url, {"text": "Dear aunt"}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_bibliography")


def test_an_article_without_citations_has_none_to_identify(script, db):
    article = make.article("Nothing is cited here.")
    answer = script.post(f"/api/v1/articles/{article.pk}/bibliography/", {"text": BIB}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (422, "no_citations")


def test_a_reader_may_not(api, rita, url):
    api.force_authenticate(rita)
    assert api.post(url, {"text": BIB}, format="json").status_code == 403
