"""Every page of the frame, light and dark, narrow and wide: axe finds nothing and nothing scrolls sideways."""

from __future__ import annotations

import pytest

from claimtracker.core.models import SavedView
from sources.models import Article, Citation, Reading
from tests import make
from tests.web.browser import states
from tests.web.browser.looking import Look, faults, looks, sideways, small, unfold

SIGNED_IN = ["/", "/articles/", "/articles/?q=nothing", "/articles/?stat=x", "/articles/add/", "/sources/",
             "/sources/?identified=false", "/help/", "/help/errors/", "/password/", "/nowhere/"]  # fmt: skip
NARROW = {"width": 320, "height": 844}


@pytest.fixture
def desk(roles):
    """One article read, one being read, one failed, one source identified."""
    article = make.article(title="High water", outlet="The Delta", published="2024-03")
    source = make.source(title="Evening briefing", address="https://example.org/a/long/address/that/has/to/break")
    Citation.objects.filter(revision=article.revision, number=1).update(source=source)
    make.article(title="Being read", read=False)
    failed = make.article(title="Failed", read=False)
    Reading.objects.filter(revision=failed.revision).update(state="failed")
    Article.objects.filter(pk=failed.pk).update(state="failed", problem="The reader stopped.")
    return source


def test_axe_finds_nothing(page_of, axe, ana, desk):
    addresses = [*SIGNED_IN, f"/sources/{desk.pk}/"]
    assert faults(page_of(ana), addresses, looks(320, 1280), axe, sideways) == {}


def test_axe_finds_nothing_on_the_pages_about_texts(page_of, axe, ana):
    at = [Look("dark", 320), Look("light", 390), Look("light", 1280), Look("dark", 1680)]
    assert faults(page_of(ana), states.addresses(ana), at, axe, small, sideways, first=[unfold]) == {}


def test_what_is_to_be_hit_is_large_enough(page_of, ana, desk):
    """On pages of single records and of what people keep, by a thumb."""
    article = Article.objects.get(title="High water")
    Article.objects.filter(pk=article.pk).update(source=desk)
    SavedView.objects.create(owner=ana, name="Troops", slug="troops-1", page="claims", query="kind=troops")
    addresses = ["/views/", "/watching/", f"/sources/{desk.pk}/", f"/articles/{article.pk}/",
                 f"/claims/{article.claims.earliest('pk').pk}/", f"/sources/{desk.pk}/history/"]  # fmt: skip
    assert faults(page_of(ana), addresses, [Look("light", 390)], small, sideways) == {}


def test_axe_finds_nothing_for_a_visitor(page_of, axe):
    addresses = ["/sign-in/?next=/articles/", "/password/reset/", "/password/reset/sent/", "/help/"]
    assert faults(page_of(None), addresses, looks(320), axe, sideways) == {}


def test_a_refused_form_has_the_focus_on_what_is_wrong(page_of, axe, ana):
    page = page_of(ana)
    page.goto("/articles/add/")
    page.fill("[name=title]", "My own title")
    page.fill("[name=published]", "Decmber 2024")
    page.fill("[name=text]", "Two people died. [1]")
    page.get_by_role("button", name="Add and read it").click()
    page.wait_for_selector("[data-focus]")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    assert page.input_value("[name=title]") == "My own title"
    assert page.input_value("[name=text]") == "Two people died. [1]"
    assert axe(page) == []
    page.get_by_role("link", name="Write the date as").click()
    assert page.evaluate("document.activeElement.name") == "published"


def test_everything_is_there_without_script(page_of, ana, desk):
    page = page_of(ana, java_script_enabled=False, viewport=NARROW)
    page.goto("/articles/")
    page.get_by_text("Menu").click()
    page.get_by_role("link", name="Sources", exact=True).click()
    page.wait_for_url("**/sources/")
    page.get_by_role("link", name="Keyboard help").click()
    page.wait_for_url("**/help/#keys")
    page.locator("footer").get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_row_takes_over_what_the_reading_has_found(page_of, ana, desk):
    page = page_of(ana)
    page.goto("/articles/")
    article = Article.objects.get(title="Being read")
    row = page.locator(f"#article-{article.pk}")
    assert "Waits its turn" in row.inner_text()
    Reading.objects.filter(revision=article.revision).update(state="running", read_to=42)
    row.get_by_text("42 of").wait_for()
    Article.objects.filter(pk=article.pk).update(state="ready")
    row.get_by_text("0 claims").wait_for()
    assert page.locator("#poll").get_attribute("hx-get") is None
