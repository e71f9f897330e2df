"""The queue's forms in a real browser: where the focus goes, what a key does in them, how they fit into a window."""

from __future__ import annotations

import pytest

from claims.models import Act, Dispute, Review
from tests import make
from tests.web.browser.test_queue import WIDE, Keys, shown

KEPT = """async (press) => {
  const { isKept } = await import("/static/js/disputekeys.js");
  return isKept({ key: "", held: false, composing: false, typing: false, off: false, ...press });
}"""
FOCUS = "document.activeElement.id || document.activeElement.tagName"


@pytest.fixture
def ed(roles):
    from tests.conftest import person

    return person("ed", "editor")


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
