"""Texts in, again and again, in a real browser: a file, a new text, what changed, the citation check, references."""

from __future__ import annotations

import pytest

from claims.models import LintItem
from sources.models import Article
from tests import make
from tests.web.browser.states import AFTER, BEFORE, read_again, revised

FILE = (
    "# The ferry at Lorn\n\nThe ferry Marie sank with at least 212 people on board.[^a] "
    "The harbour office says that about 40 boats searched.[^b]\n\n"
    "[^a]: The Lorn Courier, 5 May 2021.\n[^b]: Harbour office of Lorn, report no. 3.\n"
)
BIB = (
    "@article{a, title={The last voyage of the ferry Marie}, author={Berg, Anna}, year={2021}, "
    "doi={10.5555/marie.1}}\n@article{b, title={Nothing to do with it}, author={Else, Some}, year={1990}}\n"
)


@pytest.fixture
def ferry(roles) -> Article:
    return revised(title="The ferry at Lorn")


FOCUSED = "(name) => document.activeElement.closest('[id]')?.id === name"


def focused(page) -> str:
    return page.evaluate("document.activeElement.closest('[id]')?.id ?? ''")


def test_a_file_is_read_and_a_new_text_says_what_changed(page_of, ana, worker):
    page = page_of(ana)
    page.goto("/articles/add/")
    page.set_input_files("[name=file]", {"name": "ferry.md", "mimeType": "text/markdown", "buffer": FILE.encode()})
    page.get_by_role("button", name="Add and read it").click()
    page.get_by_text("0 of 2 claims judged").wait_for(timeout=40_000)  # the page looks again by itself
    assert page.locator("h1").inner_text() == "The ferry at Lorn"
    assert page.get_by_role("heading", name="How its text was made").is_visible()
    text = page.locator(".article-body").inner_text()

    page.get_by_role("link", name="Give a new text").click()
    page.fill("[name=text]", text.replace("at least 212", "some 240").replace("about 40", "40"))
    page.get_by_role("button", name="Keep it and read again").click()
    page.get_by_role("heading", name="A newer text is being read").wait_for()
    changed = page.get_by_role("link", name="what changed")
    for _ in range(40):
        if changed.count():
            break
        page.wait_for_timeout(500)  # between two looks, as a person would
        page.get_by_role("link", name="Look again").or_(changed).first.click()
        page.wait_for_load_state()
    if "changes" not in page.url:
        changed.click()
    page.wait_for_url("**/changes/")
    value, hedge = page.locator("section:has(#value_changed)"), page.locator("section:has(#hedge_changed)")
    assert value.locator("del").all_inner_texts() == ["at least 212"]
    assert value.locator("ins").all_inner_texts() == ["some 240"]
    assert hedge.locator(".value").all_inner_texts() == ["about 40", "40"]
    value.get_by_role("link", name="In the text").click()
    page.wait_for_url("**#at")
    assert "some 240" in "".join(page.locator("mark.here").all_inner_texts())


def test_an_ambiguous_claim_is_placed_by_keyboard(page_of, ana, ferry):
    page = page_of(ana)
    page.goto(f"/articles/{ferry.pk}/changes/")
    name = page.locator("li.row:has(form)").get_attribute("id")
    row = page.locator(f"#{name}")
    page.keyboard.press("j")
    while focused(page) != name:
        page.keyboard.press("j")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    words = page.evaluate("document.activeElement.closest('label').innerText")
    assert "The shed at Lorn held 400 boxes of grain" in words
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("The claim stands there now.").wait_for()
    row.get_by_text("A person says that it stands here").wait_for()
    assert "The shed at Lorn" in row.inner_text()
    page.wait_for_function(FOCUSED, arg=name)


def test_no_place_chosen_keeps_the_form(page_of, ana, ferry):
    page = page_of(ana)
    page.goto(f"/articles/{ferry.pk}/changes/")
    page.get_by_role("button", name="It stands there").click()
    assert page.evaluate("document.activeElement.matches('input[type=radio]:invalid')")


def test_an_item_is_followed_put_aside_and_stays_so(page_of, ana, roles):
    article = make.article(BEFORE)
    item = LintItem.objects.filter(revision=article.revision, rule="uncited_figure").get()
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/lint/?rule=uncited_figure")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**#at")
    assert page.locator("mark.here").inner_text() == "14,000"
    page.go_back()
    page.locator(f"#lint-{item.pk} a").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Everybody knows it.")
    page.keyboard.press("Enter")
    page.get_by_text("“Everybody knows it.”").wait_for()
    assert page.get_by_role("alert").get_by_text("Put aside.").is_visible()
    page.wait_for_function(FOCUSED, arg=f"lint-{item.pk}")
    read_again(article, AFTER.replace("Nobody knows", "The town has 14,000 inhabitants.\nNobody knows"))
    page.goto(f"/articles/{article.pk}/lint/?dismissed=true")
    assert page.locator("li.row").count() == 1
    assert "“Everybody knows it.”" in page.locator("li.row").inner_text()
    page.get_by_role("button", name="Take it up again").click()
    page.get_by_role("heading", name="Nothing is like that").wait_for()


def test_references_from_a_file_are_shown_and_then_written(page_of, axe, ana, roles):
    article = make.article(
        BEFORE.replace("1. The Lorn Courier", "1. Berg, Anna. The last voyage of the ferry Marie. The Lorn Courier")
    )
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/bibliography/")
    page.set_input_files("[name=file]", {"name": "lorn.bib", "mimeType": "text/plain", "buffer": BIB.encode()})
    page.get_by_role("button", name="Show what fits").click()
    page.get_by_text("2 records in this BibTeX file").wait_for()
    assert axe(page) == []
    assert not article.revision.citations.filter(identified="bibliography").exists()
    assert page.get_by_role("radio", name="The last voyage").is_checked()
    page.get_by_role("button", name="Identify those chosen").click()
    page.get_by_role("alert").get_by_text("1 citation identified.").wait_for()
    assert article.revision.citations.get(number=1).source.doi == "10.5555/marie.1"


def test_all_of_it_goes_without_script(page_of, ana, ferry):
    page = page_of(ana, java_script_enabled=False)
    page.goto(f"/articles/{ferry.pk}/changes/")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="It stands there").click()
    page.get_by_text("A person says that it stands here").wait_for()
    page.goto(f"/articles/{ferry.pk}/lint/?dismissed=false")
    before = page.locator("li.row").count()
    page.locator("summary", has_text="Put aside").first.click()
    page.get_by_label("Why may it stay?").first.fill("Known.")
    page.get_by_role("button", name="Put it aside").first.click()
    page.get_by_text("Put aside. It stays so").wait_for()
    assert page.locator("li.row").count() == before - 1
    page.goto(f"/articles/{ferry.pk}/revise/")
    page.fill("[name=text]", BEFORE)
    page.get_by_role("button", name="Keep it and read again").click()
    page.get_by_role("heading", name="A newer text is being read").wait_for()
