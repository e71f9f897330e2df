"""The page of the citation check: each item with its words, a link to them, and putting it aside."""

from __future__ import annotations

import pytest

from claims.models import Dismissal, LintItem
from tests import make
from tests.claims.test_lint import TEXT
from tests.web.test_frame import words


@pytest.fixture
def article(db):
    return make.article(TEXT)


@pytest.fixture
def url(article) -> str:
    return f"/articles/{article.pk}/lint/"


def test_it_says_the_share_that_is_covered_and_lists_what_to_look_at(browse, rita, url):
    page = words(browse(rita).get(url))
    assert "2 of 3 figures" in page
    assert "Cited, but no entry" in page
    assert "Put aside" not in page.replace("Put aside</label>", "")


def test_an_item_leads_to_its_words(browse, rita, article, url):
    start = TEXT.index("[7]")
    assert f'href="/articles/{article.pk}/?at={start}-{start + 3}#at"' in words(browse(rita).get(url))
    reading = words(browse(rita).get(f"/articles/{article.pk}/?at={start}-{start + 3}"))
    assert '<mark class="here" id="at">' in reading


@pytest.mark.parametrize("at", ["", "x", "5", "9-3", "-4-9", "999999999-999999999999", "0-5-9", "1e3-5"])
def test_words_that_are_not_there_do_no_harm(browse, rita, article, at):
    answer = browse(rita).get(f"/articles/{article.pk}/?at={at}")
    assert answer.status_code == 200
    assert 'id="at"' not in words(answer)


def test_an_analyst_puts_one_aside_and_comes_back_to_it(browse, ana, url):
    item = LintItem.objects.get(rule="uncited_figure")
    answer = browse(ana).post(f"{url}{item.pk}/dismiss/", {"reason": "Known.", "query": "severity=look"})
    assert answer["Location"] == f"{url}?severity=look#lint-{item.pk}"
    assert Dismissal.objects.get().reason == "Known."
    assert "Put aside by ana" in words(browse(ana).get(url))
    browse(ana).post(f"{url}{item.pk}/restore/")
    assert "Put aside by ana" not in words(browse(ana).get(url))


def test_without_a_reason_nothing_is_put_aside(browse, ana, url):
    item = LintItem.objects.get(rule="uncited_figure")
    browser = browse(ana)
    answer = browser.post(f"{url}{item.pk}/dismiss/", {"reason": " "}, follow=True)
    assert "Say in a few words why this may stay as it is." in words(answer)
    assert not Dismissal.objects.exists()


def test_nothing_to_look_at_says_so(browse, rita, db):
    article = make.article("The flood killed 12 people. [1]\n\nReferences\n1. Red Cross, 2024.\n")
    LintItem.objects.all().delete()
    assert "Nothing to look at" in words(browse(rita).get(f"/articles/{article.pk}/lint/"))


def test_what_leaves_a_filtered_list_leads_to_what_took_its_place(browse, ana, url):
    first, second, *_ = LintItem.objects.order_by("id")
    browser = browse(ana)
    assert f'name="neighbour" value="{second.pk}"' in words(browser.get(f"{url}?dismissed=false"))
    sent = {"reason": "Known.", "query": "dismissed=false", "neighbour": str(second.pk)}
    assert browser.post(f"{url}{first.pk}/dismiss/", sent)["Location"] == f"{url}?dismissed=false#lint-{second.pk}"


def test_what_was_not_read_yet_is_not_called_faultless(browse, rita, db):
    article = make.article(read=False)
    page = words(browse(rita).get(f"/articles/{article.pk}/lint/"))
    assert "It has not been read yet" in page
    assert "Nothing to look at" not in page
