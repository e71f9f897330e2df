"""What the sources say, in a real browser: every state, light and dark, narrow and wide, by keyboard, as it changes."""

from __future__ import annotations

import re

import pytest

from claims.models import Claim, EvidenceCheck
from sources.models import Snapshot
from tests.web.browser import findings
from tests.web.browser.looking import Look, faults, settle, sideways, small, unfold


@pytest.fixture
def article(ana):
    return findings.desk(ana)


def claim_of(article, words):
    return Claim.objects.get(article=article, figure_text=words)


def test_axe_finds_nothing_and_nothing_scrolls_sideways(page_of, axe, ana, article):
    at = [Look("dark", 320), Look("light", 390), Look("light", 1280), Look("dark", 1680)]
    found = faults(page_of(ana), findings.addresses(article), at, axe, small, sideways, first=[settle, unfold])
    assert found == {}


def test_brackets_walk_the_sources(page_of, ana, article):
    page = page_of(ana)
    page.goto(f"/claims/{claim_of(article, 'at least 40').pk}/")
    walk = []
    for key in "]]][]]]]":
        page.keyboard.press(key)
        walk.append(page.evaluate("document.activeElement.closest('.account').id"))
    assert walk == [f"account-{number}" for number in (2, 3, 4, 3, 4, 5, 6, 6)]


def test_one_source_stands_on_the_lines_of_the_article(page_of, ana, article):
    page = page_of(ana, viewport={"width": 1280, "height": 900})
    page.goto(f"/claims/{claim_of(article, 'over 600').pk}/")
    lines = page.locator(".account > .compare > dt").evaluate_all(
        "all => all.map(one => [one.textContent, one.offsetTop])"
    )
    assert len(lines) == 10
    assert dict(map(tuple, lines[:5])) == dict(map(tuple, lines[5:]))


def test_words_of_another_script_keep_their_direction(page_of, ana, article):
    page = page_of(ana)
    page.goto(f"/claims/{claim_of(article, '3,000').pk}/")
    quote = page.locator("#account-7 blockquote").first
    assert quote.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator("#account-7 mark").first.inner_text() == "כ-600"
    assert len(quote.inner_text()) < 2500


def test_what_is_being_compared_shows_its_answer_when_it_is_there(page_of, ana, article):
    claim = claim_of(article, "at least 40")
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    page.get_by_text("It is being compared now.").wait_for()
    page.keyboard.press("]")
    copy = Snapshot.objects.get(source__title="The Slow Gazette")
    findings.compare(copy, claim, 4)
    page.locator("#account-4").get_by_text("This copy does not have the article’s figure.").wait_for()
    assert page.evaluate("document.activeElement.id") == "account-title-2"
    assert page.locator("#accounts").get_attribute("hx-get") is None


def test_all_of_it_is_there_without_script(page_of, ana, article):
    page = page_of(ana, java_script_enabled=False, viewport={"width": 390, "height": 900})
    page.goto(f"/claims/{claim_of(article, 'over 600').pk}/")
    page.get_by_text("How this was compared").click()
    assert page.get_by_text("1 near miss").is_visible()
    assert page.get_by_text("A number, but of “days”.").is_visible()
    page.get_by_role("link", name=re.compile("In the copy ?: about 600")).click()
    page.wait_for_url("**/snapshots/*/?claim=*&at=*")
    assert EvidenceCheck.objects.count() > 1
