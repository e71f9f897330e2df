"""Disputes in a real browser: raised and settled by keyboard, and every page of them clean, narrow and wide."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claims.models import Claim, Dispute
from tests import make
from tests.web.browser.looking import faults, looks, sideways, small, unfold

KEY = """async (press) => {
  const { fieldFor } = await import("/static/js/disputekeys.js");
  return fieldFor({ key: "", held: false, shift: false, composing: false, typing: false, inReason: false, off: false,
    ...press });
}"""


@pytest.fixture
def claim(roles) -> Claim:
    return make.claim()


def type_keys(page, keys) -> int:
    """Press them one by one; how many."""
    for key in keys:
        page.keyboard.press(key)
    return len(keys)


@pytest.mark.parametrize(
    ("press", "answer"),
    [
        ({"key": "1"}, "1"),
        ({"key": "7"}, "7"),
        ({"key": "0"}, None),
        ({"key": "x"}, None),
        ({"key": "1", "typing": True}, None),
        ({"key": "1", "typing": True, "inReason": True}, None),
        ({"key": "1", "held": True}, None),
        ({"key": "1", "off": True}, None),
        ({"key": "Enter", "typing": True, "inReason": True}, "submit"),
        ({"key": "Enter", "typing": True, "inReason": True, "shift": True}, None),
        ({"key": "Enter", "typing": True, "inReason": True, "composing": True}, None),
        ({"key": "Enter", "typing": True, "inReason": True, "off": True}, None),
        ({"key": "Enter", "typing": True}, None),
        ({"key": "Enter"}, None),
    ],
)
def test_a_key_means(scripts, press, answer):
    assert scripts.evaluate(KEY, press) == answer


def test_a_dispute_with_a_reason_takes_three_keys_besides_its_words(page_of, ana, claim):
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    pressed = type_keys(page, ["d", "1"])
    page.keyboard.type("The count was revised in May.")
    pressed += type_keys(page, ["Enter"])
    page.get_by_text("Another editor than you settles it").wait_for()
    made = Dispute.objects.get()
    assert (made.aspect, made.ground, made.reason) == ("figure", "contested", "The count was revised in May.")
    assert made.version == claim.version
    assert pressed == 3
    assert page.locator(f"#dispute-{made.pk}").is_visible()


def test_a_new_line_is_typed_and_a_refused_form_keeps_everything(page_of, ana, claim):
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    type_keys(page, ["d", "2"])
    page.keyboard.type("One line.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Another.")
    page.get_by_text("There is another value").click()
    page.get_by_label("The other value").fill("some other day")
    page.get_by_role("button", name="Record the dispute").click()
    page.get_by_text("Nothing was recorded").wait_for()
    assert page.locator("#dispute_reason").input_value() == "One line.\nAnother."
    assert page.get_by_label("The other value").input_value() == "some other day"
    assert page.locator("[name=aspect]:checked").get_attribute("value") == "date"


def test_the_form_asks_for_what_the_part_needs(page_of, ana, claim):
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    page.keyboard.press("d")
    assert not page.locator("[name=duplicate_of]").is_visible()
    page.keyboard.press("7")
    assert page.locator("[name=duplicate_of]").is_visible()
    assert page.evaluate("document.activeElement.name") == "duplicate_of"
    assert not page.get_by_text("There is another value").is_visible()


def test_an_editor_settles_by_keyboard(page_of, ana, ed, claim):
    dispute = make.dispute(claim, ana, rival=make.rival(claim, accepted_at=None, created_by=ana))
    page = page_of(ed)
    page.goto("/disputes/")
    type_keys(page, ["j", "o"])
    page.wait_for_url(f"**/disputes/{dispute.pk}/")
    page.keyboard.press("1")
    assert page.locator("[name=outcome]:checked").get_attribute("value") == "upheld"
    page.get_by_label("Reason").focus()
    page.keyboard.type("The only full count.")
    page.keyboard.press("Tab")  # to the rank
    page.keyboard.press("ArrowUp")  # preferred
    page.keyboard.press("Enter")
    page.get_by_text("Settled: upheld").wait_for()
    dispute.refresh_from_db()
    assert (dispute.state, dispute.settled_by, dispute.rival.rank) == ("upheld", ed, "preferred")


def test_without_script_it_is_raised_and_settled_all_the_same(page_of, ana, ed, claim):
    page = page_of(ana, java_script_enabled=False)
    page.goto(f"/claims/{claim.pk}/")
    page.locator("#dispute > summary").click()
    page.get_by_label("The citation").check()
    page.locator("#dispute_reason").fill("It cites another page.")
    page.get_by_role("button", name="Record the dispute").click()
    dispute = Dispute.objects.get()
    page = page_of(ed, java_script_enabled=False)
    page.goto(f"/disputes/{dispute.pk}/")
    page.get_by_label("Dismissed").check()
    page.get_by_label("Reason").fill("It is the same page.")
    page.get_by_role("button", name="Settle").click()
    assert page.get_by_text("Settled: dismissed").is_visible()


def desk(ana, ed, claim) -> list[str]:
    """The pages of disputes in every state."""
    rival = make.rival(claim, accepted_at=None, created_by=ana, source=make.source(title="A second count " + "w" * 90))
    late = {"state": "acknowledged", "acknowledged_by": ed, "acknowledged_at": timezone.now()}
    rows = [
        make.dispute(claim, ana, rival=rival, due=timezone.now().date() - dt.timedelta(days=3), **late),
        make.dispute(claim, ana, aspect="wording", ground="misread", reason="Wording " + "x" * 150),
        make.dispute(claim, ed, aspect="date"),
        make.dispute(make.claim(), ana, aspect="place", state="partly_upheld", settled_by=ed,
                     settled_at=timezone.now(), outcome_reason="In part."),
    ]  # fmt: skip
    make.rival(claim, rank="preferred", rank_reason="The only full count.", source=make.source())
    make.rival(claim, rank="deprecated", rank_reason="An early guess.", figure_low=900, figure_high=900)
    pages = ["/disputes/", "/disputes/?aspect=wording", f"/claims/{claim.pk}/", f"/articles/{claim.article_id}/"]
    return [*pages, *(f"/disputes/{row.pk}/" for row in rows)]


def test_axe_finds_nothing(page_of, axe, ana, ed, claim):
    def small_of_disputes(page):
        return small(page) if "/disputes/" in page.url else []

    checks = (axe, small_of_disputes, sideways)
    assert faults(page_of(ed), desk(ana, ed, claim), looks(390, 1280), *checks, first=[unfold]) == {}
