"""Every page of the frame, light and dark, narrow and wide: axe finds nothing and nothing scrolls sideways."""

from __future__ import annotations

import pytest

from claimtracker.core.models import SavedView
from sources.models import Article, Citation, Reading
from tests import make
from tests.web.browser import states

SIGNED_IN = ["/", "/articles/", "/articles/?q=nothing", "/articles/?stat=x", "/articles/add/", "/sources/",
             "/sources/?identified=false", "/help/", "/help/errors/", "/password/", "/nowhere/"]  # fmt: skip
NARROW, PHONE, WIDE = ({"width": width, "height": 844} for width in (320, 390, 1280))


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


def sideways(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page_of, axe, ana, desk, scheme, viewport):
    page = page_of(ana, color_scheme=scheme, viewport=viewport)
    found = {}
    for address in [*SIGNED_IN, f"/sources/{desk.pk}/"]:
        page.goto(address)
        found[address] = axe(page) + (["scrolls sideways"] if sideways(page) else [])
    assert {address: said for address, said in found.items() if said} == {}


@pytest.mark.parametrize(("scheme", "width"), [("dark", 320), ("light", 390), ("light", 1280), ("dark", 1680)], ids=str)
def test_axe_finds_nothing_on_the_pages_about_texts(page_of, axe, ana, scheme, width):
    page = page_of(ana, color_scheme=scheme, viewport={"width": width, "height": 900})
    found = {}
    for address in states.addresses(ana):
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        found[address] = axe(page) + small(page) + (["scrolls sideways"] if sideways(page) else [])
    assert {address: said for address, said in found.items() if said} == {}


SMALL = """() => [...document.querySelectorAll('main :is(a, button, summary, select, label:has(input))')]
  .filter((one) => one.checkVisibility() && !one.closest('p:not(.cluster, .row-meta), li:not(.row, [data-key-item])'))
  .map((one) => [one.textContent.trim().slice(0, 30) || one.name, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 23.9 || box.width < 23.9))
  .map(([words, box]) => `${words} is ${box.width} × ${box.height}`)"""


def small(page) -> list[str]:
    """What is to be hit and is less than 24 px high, outside of running text."""
    return page.evaluate(SMALL)


def test_what_is_to_be_hit_is_large_enough(page_of, ana, desk):
    """On pages of single records and of what people keep, by a thumb."""
    article = Article.objects.get(title="High water")
    Article.objects.filter(pk=article.pk).update(source=desk)
    SavedView.objects.create(owner=ana, name="Troops", slug="troops-1", page="claims", query="kind=troops")
    page, found = page_of(ana, viewport=PHONE), {}
    for address in ["/views/", "/watching/", f"/sources/{desk.pk}/", f"/articles/{article.pk}/",
                    f"/claims/{article.claims.earliest('pk').pk}/", f"/sources/{desk.pk}/history/"]:  # fmt: skip
        page.goto(address)
        found[address] = small(page) + (["scrolls sideways"] if sideways(page) else [])
    assert {address: said for address, said in found.items() if said} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_for_a_visitor(page_of, axe, scheme):
    page = page_of(None, color_scheme=scheme, viewport=NARROW)
    found = {}
    for address in ["/sign-in/?next=/articles/", "/password/reset/", "/password/reset/sent/", "/help/"]:
        page.goto(address)
        found[address] = axe(page) + (["scrolls sideways"] if sideways(page) else [])
    assert {address: said for address, said in found.items() if said} == {}


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
