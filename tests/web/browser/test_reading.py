"""The pages of claims in a real browser: axe, sources beside the text, keys, cards in the margin."""

from __future__ import annotations

import pytest

from claims.models import Claim
from sources.models import Citation
from tests import make
from tests.web.browser.looking import AT_REST, faults, looks, settle, sideways

NARROW, PHONE = {"width": 320, "height": 800}, {"width": 390, "height": 844}
WIDE, WIDEST = {"width": 1280, "height": 900}, {"width": 1680, "height": 900}
TEXT = (
    "The flood of March 2024 killed at least 12 people in Lima, according to the Red Cross. [2–4] "
    "About 3,000 houses were lost, and the army sent between 400 and 500 soldiers. [1]\n"
    + "Rain fell for days on end and nobody slept. " * 20
    + "Some 70 bridges fell.\n"
    + "שלושים איש 400 נעדרים. [1]\n"
    + "W" * 300
    + " The army lost 30 tents, 40 trucks, 50 boats, 60 carts, 70 planes, 80 tanks, 90 guns and 15 ships. [1]"
)


@pytest.fixture
def article(roles):
    made = make.article(TEXT, title="High water", published="2024-03")
    source = make.source(title="Evening briefing", address="https://example.org/briefing")
    Citation.objects.filter(revision=made.revision, number=3).update(source=source)
    return made


def addresses(article) -> list[str]:
    claims = Claim.objects.filter(article=article).order_by("id")
    here = f"/articles/{article.pk}/"
    waiting, failed = make.article(read=False), make.article(read=False)
    type(failed).objects.filter(pk=failed.pk).update(state="failed", problem="The reader stopped.")
    return [
        *(here, f"{here}?source=2", f"{here}?source=3", f"{here}?source=99", f"{here}?show=uncited"),
        *(f"/articles/{waiting.pk}/", f"/articles/{failed.pk}/"),
        *("/claims/", "/claims/?q=elephants&has=figure", "/claims/?knid=troops", "/claims/?kind=casualties&country=PE"),
        *(f"/claims/{claims.first().pk}/", f"/claims/{claims.last().pk}/"),
    ]


def test_axe_finds_nothing_and_nothing_scrolls_sideways(page_of, axe, ana, article):
    assert faults(page_of(ana), addresses(article), looks(320, 1680), axe, sideways, first=[settle]) == {}


def test_a_page_that_asks_by_itself_stays_as_clear_as_it_was_while_the_answer_is_slow(page_of, ana, roles):
    waiting = make.article(read=False)
    page = page_of(ana)
    page.goto(f"/articles/{waiting.pk}/")
    page.route(f"**/articles/{waiting.pk}/", lambda route: None)  # no answer for as long as somebody looks
    page.locator("#article.htmx-request").wait_for()
    page.evaluate(AT_REST)
    assert page.locator("#article").evaluate("one => getComputedStyle(one).opacity") == "1"


def focused(page) -> str:
    return page.evaluate("document.activeElement.id")


@pytest.mark.parametrize("viewport", [PHONE, WIDE, WIDEST], ids=["phone", "wide", "widest"])
def test_a_source_opens_beside_the_text_and_closing_leads_back(page_of, ana, article, viewport):
    page = page_of(ana, viewport=viewport)
    page.goto(f"/articles/{article.pk}/")
    mark = page.get_by_role("link", name="Sources 2, 3, 4")
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    mark.click()
    page.locator("#source-title:focus").wait_for()
    assert mark.bounding_box() == before  # the text has not moved
    page.wait_for_url("**source=2**")
    page.get_by_role("navigation", name="Sources of this mark").get_by_role("link", name="3").click()
    page.get_by_role("heading", name="Evening briefing").wait_for()
    page.get_by_role("link", name="Close source 3").click()
    page.locator("a.cite:focus").wait_for()
    assert page.locator(f"#{focused(page)}").inner_text() == "[2–4]"
    assert "source=" not in page.url


def test_a_source_can_be_shared_by_its_address(page_of, ana, article):
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/?source=3")
    assert page.get_by_role("heading", name="Evening briefing").is_visible()
    assert focused(page) == "source-title"


def test_keys_walk_the_claims_and_the_sources(page_of, ana, article):
    page = page_of(ana, viewport=WIDE)
    page.goto(f"/articles/{article.pk}/")
    first, second, *_ = Claim.objects.filter(article=article).order_by("read_order")
    walk = []
    for key in "jjk":
        page.keyboard.press(key)
        walk.append(focused(page))
    assert walk == [f"claim-{first.pk}", f"claim-{second.pk}", f"claim-{first.pk}"]
    for key, number in (("]", 1), ("]", 2), ("]", 3), ("[", 2)):
        page.keyboard.press(key)
        page.locator(".sheet-head").get_by_text(f"Source {number}", exact=True).wait_for()
    page.get_by_role("link", name="Close source 2").click()
    page.locator("#citation-2:focus").wait_for()
    page.locator(f"#claim-{second.pk}").focus()
    page.keyboard.press("o")
    page.wait_for_url(f"**/claims/{second.pk}/")
    page.keyboard.press("k")
    page.wait_for_url(f"**/claims/{first.pk}/")


OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".claim-card")].map((card) => card.getBoundingClientRect());
  const foot = document.querySelector(".page-foot").getBoundingClientRect();
  const apart = (a, b) => a.bottom <= b.top + 1 || b.bottom <= a.top + 1 || a.right <= b.left || b.right <= a.left;
  return boxes.filter((box, at) => !apart(box, foot) || boxes.slice(at + 1).some((other) => !apart(box, other))).length;
}"""


@pytest.mark.parametrize("viewport", [NARROW, WIDE, WIDEST], ids=["narrow", "wide", "widest"])
def test_no_card_lies_on_another_or_on_the_foot_of_the_page(page_of, ana, article, viewport):
    page = page_of(ana, viewport=viewport)
    page.goto(f"/articles/{article.pk}/")
    assert page.locator(".claim-card").count() == Claim.objects.filter(article=article).count() > 8
    assert page.evaluate(OVERLAPS) == 0


def test_many_short_paragraphs_leave_the_margin_and_the_way_on_free(page_of, ana, roles):
    made = make.article("\n".join(f"On day {day} of it, {day + 20} people died in Lima. [1]" for day in range(200)))
    page = page_of(ana, viewport=WIDE)
    page.goto(f"/articles/{made.pk}/")
    assert page.locator(".crowded").count() > 0
    assert page.evaluate(OVERLAPS) == 0
    page.get_by_role("link", name="Next part").click()
    page.wait_for_url("**part=2**")


def test_a_card_stands_beside_the_line_of_its_claim(page_of, ana, article):
    page = page_of(ana, viewport=WIDE)
    page.goto(f"/articles/{article.pk}/")
    claim = Claim.objects.get(article=article, figure_low=70, figure_unit__startswith="bridge")
    card = page.get_by_role("group", name=f"Claim {claim.pk}", exact=True)
    assert abs(card.bounding_box()["y"] - page.locator(f"#claim-{claim.pk}").bounding_box()["y"]) < 12
