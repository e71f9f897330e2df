"""A morning at the queue: a hundred suggested claims accepted, corrected or rejected by keyboard alone, and what may go
wrong meanwhile: a slow line, two windows, somebody who was first.
"""

from __future__ import annotations

import sys
import time

import pytest
from django.utils import timezone
from playwright.sync_api import Route

from claims import risk
from claims.acting import Said, act_on
from claims.annotating import add_note
from claims.models import Act, Claim, Dispute, Review
from tests import make
from tests.web.browser.looking import faults, looks, settle, sideways, unfold

HUNDRED = 100
MINUTES = 10
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture
def article(roles):
    return make.article(title="High water")


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.pressed += len(words)

    def correct(self, number: str) -> None:
        """Open the short form, go to the number, write another one, record it; the next claim is there."""
        before = shown(self.page)
        self.press("e")
        self.page.wait_for_function("() => document.activeElement?.name === 'figure_comparator'")
        self.press("Tab")  # what stands in the field is chosen, and typed over
        self.type(number)
        self.press("Enter")
        self.page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=before)
        self.page.wait_for_load_state("load")

    def decide(self, *keys: str) -> None:
        """One decision, and the next claim is there."""
        before = shown(self.page)
        for key in keys:
            self.press(key)
        self.page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=before)


def shown(page) -> str:
    return page.locator("#queue").get_attribute("data-claim")


def hundred():
    """A village a sentence, each of which lost a number of things: every sentence is a claim."""
    things = ("boats", "houses", "bridges", "barns", "mills")
    lines = [
        f"The flood took {number + 20} {things[number % 5]} of the village of Lorn {number}. [1]"
        for number in range(HUNDRED)
    ]
    made = make.article("\n".join([*lines, "References", "1. The Lorn Courier, 2021."]), title="After the flood")
    ids = list(made.claims.order_by("pk").values_list("pk", flat=True)[:HUNDRED])
    Claim.objects.filter(article=made).exclude(pk__in=ids).update(
        stage="rejected", rejected_as="out_of_scope", stage_reason="Not needed here."
    )
    risk.rank_article(made.pk)
    return made


def misread(pk: int) -> Claim:
    """Ten times as many as the words say, in the record; the claim as it was before."""
    claim = Claim.objects.get(pk=pk)
    Claim.objects.filter(pk=pk).update(figure_low=claim.figure_low * 10, figure_high=claim.figure_high * 10)
    return claim


def test_a_hundred_claims_by_keyboard(page_of, ed, capsys):
    """Six in ten are accepted, one in ten corrected, one rejected, the rest judged, half of these with a reason."""
    made = hundred()
    assert Claim.objects.filter(article=made, stage="suggested").count() == HUNDRED
    page = page_of(ed, viewport=WIDE)
    page.goto(f"/review/?article={made.pk}&stage=suggested")
    keys, began = Keys(page), time.monotonic()
    accepted, corrected = 0, {}
    for number in range(HUNDRED):
        if number % 10 == 1:
            claim = misread(int(shown(page)))
            corrected[claim.pk] = claim.figure_low
            keys.correct(f"{claim.figure_low:.0f}")
        elif number % 10 == 3:
            keys.decide("r", "Enter")
        elif number % 10 == 6:
            keys.decide("1")
        elif number % 10 == 9:
            keys.press("4")
            keys.type("Not in the copy.")
            keys.decide("Enter")
        else:
            keys.decide("a")
            accepted += 1
    seconds = time.monotonic() - began
    told = f"{keys.pressed} keystrokes, {seconds:.0f} s, {seconds / HUNDRED:.2f} s a claim"
    kinds = f"{accepted} accepted, {len(corrected)} corrected, ten with a reason"
    with capsys.disabled():
        sys.stdout.write(f"\n  {HUNDRED} suggested claims, {kinds}: {told}\n")
    stages = [*Claim.objects.filter(article=made).values_list("stage", flat=True)]
    assert (stages.count("open"), accepted, len(corrected)) == (70, 60, 10)
    assert dict(Claim.objects.filter(pk__in=corrected).values_list("pk", "figure_low")) == corrected
    assert Act.objects.count() == HUNDRED
    assert keys.pressed <= 2 * HUNDRED + 220, "one or two keys a claim, and what is typed as a number or a reason"
    assert seconds < MINUTES * 60 / 2, "half of the time is for thinking"


def test_undo_within_ten_seconds(page_of, ana, article):
    page = page_of(ana, viewport=WIDE)
    page.goto("/review/")
    first = shown(page)
    keys = Keys(page)
    keys.decide("1")
    assert "supported" in page.locator("#status").text_content().lower()
    keys.decide("u")
    assert shown(page) == first
    assert not Review.objects.standing().exists()
    assert page.evaluate("document.activeElement.id") == "queue-title"


def test_a_correction_is_left_by_escape_and_undone_like_a_decision(page_of, ana, article):
    page = page_of(ana, viewport=WIDE)
    page.goto("/review/?has=figure")
    first, keys = shown(page), Keys(page)
    was = Claim.objects.get(pk=first).figure_low
    keys.press("e")
    page.wait_for_function("() => document.activeElement?.name === 'figure_comparator'")
    keys.press("Escape")
    assert page.locator("[data-edit]").count() == 0
    assert page.evaluate("document.activeElement.id") == "queue-title"
    keys.correct("71")
    assert Claim.objects.get(pk=first).figure_low == 71
    said = page.get_by_text(f"Corrected. Claim {first} is at version")
    assert said.is_visible()
    keys.decide("u")
    assert shown(page) == first
    said.wait_for(state="detached")
    assert Claim.objects.get(pk=first).figure_low == was


def test_a_reason_is_asked_for_where_it_is_needed(page_of, ana, article):
    page = page_of(ana, viewport=WIDE)
    page.goto("/review/")
    keys = Keys(page)
    keys.press("3")
    assert page.evaluate("document.activeElement.id") == "rationale"
    keys.type("It says 4")
    keys.decide("Enter")
    assert Review.objects.get().verdict == "contradicted"


def test_the_next_claim_is_disputed_by_the_same_keys(page_of, ana, article):
    page = page_of(ana, viewport=WIDE)
    page.goto("/review/")
    keys = Keys(page)
    keys.decide("1")
    second = shown(page)
    keys.press("d")
    keys.press("2")
    keys.type("Several days later.")
    keys.press("Enter")
    page.get_by_text("Another editor than you settles it").wait_for()
    made = Dispute.objects.get()
    assert (made.claim_id, made.aspect, made.reason) == (int(second), "date", "Several days later.")
    assert Review.objects.count() == 1
    page.get_by_role("button", name="Undo “Disputed”").wait_for()
    page.wait_for_load_state("load")
    keys.press("u")
    page.wait_for_function("() => document.querySelector('#status').textContent.includes('Undone')")
    assert shown(page) == second
    made.refresh_from_db()
    assert made.state == "withdrawn"


def test_it_works_without_script(page_of, ana, article):
    page = page_of(ana, viewport=WIDE, java_script_enabled=False)
    page.goto("/review/")
    first = shown(page)
    page.get_by_text("Supported 1", exact=False).first.click()
    page.get_by_role("button", name="Record, next").click()
    assert shown(page) != first
    page.get_by_role("button", name="Undo").click()
    assert shown(page) == first


def test_somebody_was_first(page_of, ana, ed, article):
    page = page_of(ana, viewport=WIDE)
    page.goto("/review/")
    claim = Claim.objects.get(pk=shown(page))
    act_on(claim, "accept", Said(), version=1, by=ed)
    keys = Keys(page)
    keys.press("4")
    keys.type("Words of mine")
    keys.press("Enter")
    page.get_by_text("changed this claim while you looked at it").wait_for()
    assert page.locator("#rationale").input_value() == "Words of mine"
    assert not Review.objects.exists()


def test_two_windows_of_one_person_do_a_thing_once(page_of, ana, article):
    one, other = page_of(ana), page_of(ana)
    one.goto("/review/")
    other.goto("/review/")
    Keys(one).decide("1")
    Keys(other).decide("1")
    assert (Review.objects.count(), Act.objects.count()) == (1, 1)


def test_a_slow_line_drops_what_is_pressed_meanwhile(page_of, ana, article):
    page = page_of(ana)
    page.goto("/review/")
    first = shown(page)
    held: list[Route] = []
    page.route("**/review/**", lambda route: held.append(route))
    page.keyboard.press("1")
    page.locator(".htmx-request").wait_for()
    for _ in range(2):
        page.keyboard.press("1")
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=first)
    assert (len(held), Review.objects.count()) == (1, 1)


def test_axe_finds_nothing(page_of, axe, ed, article):
    copy = make.snapshot(make.source(title="A report"), "At most 4 people died there, it says.")
    claim = article.claims.filter(links__isnull=False).first()
    make.finding(claim, copy, make.proof(copy, "At most 4"), finding="differs")
    Claim.objects.filter(pk=claim.pk).update(due=timezone.now().date(), assignee=ed)
    make.dispute(claim, ed, rival=make.rival(claim, accepted_at=None, created_by=ed, source=make.source()))
    add_note(claim, body="Which army?", motivation="questioning", by=ed)
    pages = [
        "/review/?put_off=too",
        f"/review/?claim={claim.pk}",
        "/review/?unit=parsecs",
        "/review/progress/",
        "/claims/",
    ]
    assert faults(page_of(ed), pages, looks(390, 1280), axe, sideways, first=[settle, unfold]) == {}


def test_rows_are_chosen_by_x_and_changed_at_once(page_of, ed, article):
    page = page_of(ed, viewport=WIDE)
    page.goto("/claims/")
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    assert page.locator("[data-chosen]").text_content() == "2"
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("button", name="Accept them").click()
    page.get_by_role("heading", name="Accepted: 2 claims").wait_for()
    page.wait_for_load_state("load")
    assert Claim.objects.filter(stage="open").count() == 2
    page.keyboard.press("u")
    page.get_by_text("Undone: “Accepted").wait_for()
    assert not Claim.objects.filter(stage="open").exists()
