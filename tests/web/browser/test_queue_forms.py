"""The queue's forms in a real browser: where the focus goes, what a key does in them, how they fit into a window."""

from __future__ import annotations

import pytest

from claims.models import Act, Annotation, Claim, Dispute, Review
from tests import make
from tests.web.browser.looking import looks, take
from tests.web.browser.test_queue import WIDE, Keys, shown

KEPT = """async (press) => {
  const { isKept } = await import("/static/js/disputekeys.js");
  return isKept({ key: "", held: false, composing: false, typing: false, off: false, ...press });
}"""
FOCUS = "document.activeElement.id || document.activeElement.tagName"


@pytest.fixture
def article(roles):
    return make.article(title="High water")


@pytest.fixture
def page(page_of, ed, article):
    opened = page_of(ed, viewport=WIDE)
    opened.goto("/review/")
    return opened


@pytest.mark.parametrize(
    ("press", "kept"),
    [
        ({"key": "a"}, True),
        ({"key": "é"}, True),
        ({"key": "9"}, True),
        ({"key": "/"}, True),
        ({"key": " "}, False),
        ({"key": "?"}, False),
        ({"key": "Tab"}, False),
        ({"key": "Escape"}, False),
        ({"key": "a", "held": True}, False),
        ({"key": "a", "typing": True}, False),
        ({"key": "a", "composing": True}, False),
        ({"key": "a", "off": True}, False),
    ],
)
def test_a_key_is_kept_from_the_page(scripts, press, kept):
    assert scripts.evaluate(KEPT, press) is kept


def test_whoever_is_disputing_decides_nothing_by_a_letter(page):
    before, address = shown(page), page.url
    page.keyboard.press("d")
    page.keyboard.type("Yesterday's count; as said at sea, had rather less to offer")
    assert page.locator("#dispute").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator("#dispute").get_attribute("open") is None
    assert page.evaluate(FOCUS) == "queue-title"
    assert (shown(page), page.url) == (before, address)
    assert not Act.objects.exists()
    page.keyboard.press("s")
    page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=before)


def test_escape_keeps_the_reason_and_the_digits_are_verdicts_again(page):
    page.keyboard.press("d")
    page.keyboard.press("1")
    page.keyboard.type("The count was revised.")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS) == "queue-title"
    page.keyboard.press("d")
    assert page.locator("#dispute_reason").input_value() == "The count was revised."
    page.keyboard.press("Escape")
    Keys(page).decide("1")
    assert Review.objects.get().verdict == "supported"
    assert not Dispute.objects.exists()


def test_a_disputed_claim_makes_room_for_the_next(page):
    first = shown(page)
    page.keyboard.press("d")
    page.keyboard.press("1")
    page.keyboard.type("The count was revised.")
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=first)
    assert Dispute.objects.get().claim_id == int(first)


def test_a_missing_verdict_has_the_focus_and_its_key_records(page):
    first = shown(page)
    page.locator("#rationale").fill("Four, says the mayor.")
    page.locator("#rationale").press("Enter")
    page.get_by_text("Choose a verdict.", exact=True).wait_for()
    page.wait_for_function(f"() => ({FOCUS}) === 'queue-verdict'")
    assert shown(page) == first
    Keys(page).decide("3")
    made = Review.objects.get()
    assert (made.verdict, made.rationale) == ("contradicted", "Four, says the mayor.")


def test_how_sure_one_is_stays_while_one_takes_the_claim(page):
    page.locator("#confidence").select_option("4")
    page.locator("#queue-title").focus()
    page.keyboard.press("t")
    page.get_by_role("button", name="Release").wait_for()
    assert page.locator("#confidence").input_value() == "4"
    Keys(page).decide("1")
    assert Review.objects.get().confidence == 4


def test_a_note_is_written_by_its_key_and_leads_back(page):
    first = shown(page)
    page.keyboard.press("c")
    page.wait_for_url("**/notes/add/**")
    page.keyboard.type("Which mayor is meant?")
    page.get_by_role("button", name="Write the note").click()
    page.wait_for_url("**/review/**")
    assert shown(page) == first
    assert Annotation.objects.get().claim_id == int(first)
    assert page.get_by_role("link", name="1 open note").is_visible()


def test_what_was_put_off_is_gone_through_by_the_same_keys(page):
    keys, seen = Keys(page), []
    for key in "saas":
        seen.append(shown(page))
        keys.decide(key)
    page.get_by_role("link", name="Look at them now").click()
    page.wait_for_url("**/review/?put_off=too")
    again = []
    for key in "1s11":
        again.append(shown(page))
        keys.decide(key)
    assert again == [seen[0], seen[1], seen[2], seen[3]]
    assert shown(page) == seen[1]
    assert Claim.objects.filter(stage="settled").count() == 3


def test_no_tool_is_out_of_sight_and_a_low_window_belongs_to_the_words(page):
    for look in looks(320, 390, 1280):
        take(page, look)
        ends = page.locator(".tools > *").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().right)")
        assert max(ends) < look.width
    for height, position in ((900, "sticky"), (390, "static")):
        page.set_viewport_size({"width": 844, "height": height})
        assert page.locator("[data-decide]").evaluate("(bar) => getComputedStyle(bar).position") == position
