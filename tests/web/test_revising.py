"""Giving an article a new text by hand."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sources.models import Article
from tests import make
from tests.web.test_frame import words


@pytest.fixture
def article(db):
    return make.article(make.TEXT, address="https://delta.example/flood")


@pytest.fixture
def url(article) -> str:
    return f"/articles/{article.pk}/revise/"


def test_a_new_text_is_kept_and_the_old_one_is_shown_until_it_is_read(browse, ana, article, url):
    answer = browse(ana).post(url, {"text": make.TEXT + " More.", "format": "text"})
    assert answer["Location"] == f"/articles/{article.pk}/"
    page = words(browse(ana).get(f"/articles/{article.pk}/"))
    assert "A newer text is being read" in page
    assert "Nobody has counted the cattle." in page


def test_the_same_text_says_that_nothing_changed(browse, ana, url):
    answer = browse(ana).post(url, {"text": make.TEXT}, follow=True)
    assert "This is the article&#x27;s text already" in answer.content.decode()


def test_a_file_goes_to_the_worker(browse, ana, article, url):
    browse(ana).post(url, {"file": SimpleUploadedFile("new.pdf", b"%PDF-1.7")})
    assert article.arrivals.get().name == "new.pdf"


def test_the_address_is_looked_at_again(browse, ana, article, url):
    assert "Look at the address again" in words(browse(ana).get(url))
    browse(ana).post(url, {"fetch": "1"})
    assert article.arrivals.get().address == "https://delta.example/flood"


def test_without_an_address_it_is_said(browse, ana, db):
    article = make.article()
    answer = browse(ana).post(f"/articles/{article.pk}/revise/", {"fetch": "1"})
    assert answer.status_code == 409
    assert "This article has no address to look at again." in words(answer)


def test_nothing_at_all_is_a_question(browse, ana, url):
    answer = browse(ana).post(url, {"text": " "})
    assert answer.status_code == 422
    assert "There is no text yet." in words(answer)


def test_a_withdrawn_article_offers_no_new_text(browse, ana, article, url):
    Article.objects.filter(pk=article.pk).update(withdrawn_at=timezone.now(), withdrawn_reason="A hoax.")
    page = words(browse(ana).get(url))
    assert "It takes no new text." in page
    assert "<textarea" not in page
    assert f'href="{url}"' not in words(browse(ana).get(f"/articles/{article.pk}/"))
