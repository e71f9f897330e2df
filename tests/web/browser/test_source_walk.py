"""From a number that nobody has identified to a red "differs" with the words that prove it, in a real browser."""

from __future__ import annotations

import re

import pytest

from claims.models import Claim
from sources import ingest
from sources.models import Article, Citation
from tests import story
from tests.background.processes import eventually
from tests.web.browser.test_journey import add, sign_in

WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def web(monkeypatch, settings):
    """The story's web, and a desk that looks at a source as soon as somebody says which it is."""
    with story.on_air(monkeypatch, settings) as served:
        settings.WATCH_DAYS = 7
        yield served


@pytest.fixture
def article(web, worker, page_of, ana):
    """Ana's page in which the story's article has just been read."""
    page = page_of(None)
    sign_in(page, "ana")
    add(page, address=web.address("/article.md"))
    page.get_by_text("claims judged").wait_for(timeout=60_000)
    return page


def test_from_an_unidentified_source_to_the_words_that_differ(web, article):
    page = article
    assert page.get_by_role("heading", name="After the water").is_visible()

    # Source 3 beside the text: nobody knows which work it is.
    page.get_by_role("link", name="Source 3", exact=True).first.click()
    page.get_by_role("heading", name="Not yet identified").wait_for()
    page.get_by_role("link", name="Say which work it is").click()

    # She names it by its address. It waits alone, so the desk leads back to the article's list.
    page.wait_for_url("**/citations/*/")
    assert page.get_by_role("heading", name="Which work is [3]?").is_visible()
    page.get_by_label("Paste an address").fill(web.address(story.COURIER))
    page.get_by_role("button", name="This is the work").click()
    page.wait_for_url("**/articles/*/**")
    source = Citation.objects.get(number=3).source
    assert source.address == web.address(story.COURIER)

    # Beside the text the claim waits; on its own page what the source says arrives by itself.
    page.goto(f"/articles/{Article.objects.get().pk}/?source=3")
    page.locator("#source-slot").get_by_role("link", name="About 340").click()
    page.wait_for_url("**/claims/*/#account-3")
    account = page.locator("#account-3")
    account.get_by_text("Differs").wait_for(timeout=60_000)
    assert page.locator(".account.own mark").all_inner_texts() == ["About 340", "homes"]
    assert account.locator("mark").all_inner_texts() == ["About 430", "homes"]
    assert "≠ 430" in account.inner_text()

    # The proving words stand in the copy, which is the page's text and nothing of its frame.
    account.get_by_role("link", name="In the copy").click()
    page.wait_for_url(re.compile(r"/snapshots/\d+/\?claim=\d+&at=[\d-]+#at$"))
    words = page.locator("main").inner_text()
    assert "About 430 homes were damaged when the Upper Lissen dam spilled" in words
    assert "Letters" not in words
    assert page.locator("#at").inner_text() == "About 430"
    assert web.visits[story.COURIER] == 1


def test_the_same_way_by_hand_on_a_phone_without_scripts(web, worker, page_of, ana, settings):
    settings.WATCH_DAYS = 0  # nothing is fetched unless somebody asks for it
    article, _ = ingest.add_address(address=web.address("/article.md"), by=ana)
    eventually(lambda: Article.objects.get(pk=article.pk).state == "ready", within=60)
    page = page_of(ana, java_script_enabled=False, viewport={"width": 390, "height": 844}, color_scheme="dark")

    # The list of what waits leads to the one citation; named, it leads on to the list of the article.
    page.goto("/sources/?identified=false")
    page.get_by_role("link", name="the article gives no entry").click()
    page.get_by_label("Paste an address").fill(web.address(story.COURIER))
    page.get_by_role("button", name="This is the work").click()
    page.wait_for_url("**/articles/*/#references-title")

    # Nobody has fetched it, so the claim has nothing to be compared with, and says what to do.
    claim = Claim.objects.get(quote__startswith="About 340")
    page.goto(f"/claims/{claim.pk}/")
    account = page.locator("#account-3")
    assert "Unavailable" in account.inner_text()
    account.get_by_role("button", name="Fetch it").click()
    page.get_by_text("The source is being asked for.").wait_for()
    assert page.evaluate(WIDTH) <= 390  # its title is its address, until somebody gives it another

    def differs() -> bool:
        page.goto(f"/claims/{claim.pk}/")
        return "Differs" in account.inner_text()

    eventually(differs, within=60)
    assert account.locator("mark").all_inner_texts() == ["About 430", "homes"]
    assert page.evaluate(WIDTH) <= 390
    account.get_by_role("link", name="In the copy").click()
    page.locator("#at").wait_for()
    assert page.evaluate(WIDTH) <= 390
    assert web.visits[story.COURIER] == 1
