"""Copies of sources in a real browser: words selected and pinned, by mouse, by keyboard and without script."""

from __future__ import annotations

import pytest

from claims.models import Evidence
from tests import make
from tests.web.browser.looking import Look, faults, looks, sideways, small, unfold
from tests.web.test_snapshot_page import fenced

TEXT = (
    "😀😀 The ministry counted 410 tents at the weir.\n\nThe army lent 30 boats. 𝟙 more came.\n\n"
    "References\n1. Delta Courier, 30 boats."
)
HOSTILE = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)> javascript:alert(4) {{7*7}}"
    " \u202eevil"
)
SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.getElementById('copy-text'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; (node = walker.nextNode()); ) {
    if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
    if (node.data.includes(to)) { range.setEnd(node, node.data.indexOf(to) + to.length); break; }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def desk(roles):
    """A claim that was found in one copy of a source with two."""
    source = make.source(title="Bulletin of the river ministry", address="https://ministry.example/" + "long" * 40)
    make.snapshot(source, TEXT.replace("410", "470"))
    copy = fenced(source, TEXT)
    row = make.finding(make.claim(), copy, make.proof(copy, "410"))
    return row.claim, copy


def opened(page, desk):
    claim, copy = desk
    page.goto(f"/snapshots/{copy.pk}/?claim={claim.pk}")
    return page


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        (("410", "tents"), "410 tents"),
        (("more", "came"), "more came"),  # two letters of two units each before it
        (("weir", "army"), "weir.\n\nThe army"),
    ],
)
def test_selected_words_are_pinned_where_they_stand(page_of, ana, desk, words, exact):
    page = opened(page_of(ana), desk)
    page.evaluate(SELECT, list(words))
    page.locator("#chosen").wait_for(state="visible")
    page.get_by_role("link", name="Say what they say").click()
    assert page.evaluate("document.activeElement.name") == "stance"
    page.get_by_label("supports it in part").check()
    page.get_by_role("button", name="Pin these words").click()
    page.get_by_text("The words stand beside the claim now.").wait_for()
    one = Evidence.objects.get()
    assert (one.exact, TEXT[one.start : one.end]) == (exact, exact)


def test_what_is_typed_is_looked_for_anew(page_of, ana, desk):
    page = opened(page_of(ana), desk)
    page.evaluate(SELECT, ["410", "tents"])
    page.locator("#chosen").wait_for(state="visible")
    page.locator("[name=words]").fill("The army")
    assert page.locator("#chosen").is_hidden()
    assert page.locator("[name=start]").input_value() == ""


def test_by_keyboard_alone(page_of, ana, desk):
    page = opened(page_of(ana), desk)
    page.locator("[name=words]").focus()
    page.keyboard.type("30 boats")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Which place?").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.locator("[name=place][type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_text("The words stand beside the claim now.").wait_for()
    assert Evidence.objects.get().start == TEXT.index("30 boats")


def test_without_script_on_a_phone(page_of, ana, desk):
    page = opened(page_of(ana, java_script_enabled=False, viewport={"width": 390, "height": 800}), desk)
    page.locator("[name=words]").fill("410  tents")
    page.get_by_label("contradicts").check()
    page.get_by_role("button", name="Pin these words").click()
    page.get_by_text("The words stand beside the claim now.").wait_for()
    assert Evidence.objects.get().exact == "410 tents"


def test_axe_finds_nothing(page_of, axe, ana, desk):
    claim, copy = desk
    make.pin(claim, copy, "30 boats", ana, note="Counted twice.")
    broken = fenced(copy.source, "", fences=[], problem="This PDF is encrypted. Its bytes are kept.", name="b" * 200)
    addresses = [
        f"/sources/{copy.source_id}/", f"/sources/{copy.source_id}/copies/", f"/sources/{copy.source_id}/tries/",
        f"/sources/{make.source().pk}/", f"/snapshots/{copy.pk}/", f"/snapshots/{copy.pk}/?claim={claim.pk}",
        f"/snapshots/{copy.pk}/?q=e", f"/snapshots/{copy.pk}/?q=nothing", f"/snapshots/{broken.pk}/",
        f"/snapshots/{copy.pk}/diff/", f"/snapshots/{copy.source.snapshots.order_by('pk')[0].pk}/diff/",
    ]  # fmt: skip
    at = [*looks(390, 1280), Look("light", 320)]
    assert faults(page_of(ana), addresses, at, axe, small, sideways, first=[unfold]) == {}


def test_a_hostile_copy_runs_nothing(page_of, ana, roles):
    source = make.source(title=HOSTILE, publisher=HOSTILE, container=HOSTILE, address="javascript:alert(5)")
    at = len("410 tents ")
    copy = fenced(source, f"410 tents {HOSTILE}\n{HOSTILE}", fences=[[at, at + 40, HOSTILE]], name=HOSTILE,
                  media_type=HOSTILE[:200], final_address=HOSTILE, notes=[{"code": "x", "words": HOSTILE}])  # fmt: skip
    fenced(source, f"470 tents {HOSTILE[:-4]}\n{HOSTILE}", fences=[])
    row = make.finding(make.claim(), copy, make.proof(copy, "410"))
    page = page_of(ana)
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    for address in ("", "?q=script", f"?claim={row.claim_id}", "diff/"):
        page.goto(f"/snapshots/{copy.pk}/{address}")
        assert page.locator("main :is(script, img, svg[onload])").count() == 0
    page.goto(f"/snapshots/{copy.source.snapshots.latest('pk').pk}/diff/")
    for address in ("", "copies/", "tries/"):
        page.goto(f"/sources/{source.pk}/{address}")
        assert page.locator("main a[href^=javascript]").count() == 0
    assert ran == []
