"""Notes in a browser: by keyboard alone, by a selection, on a phone; and every page about them looked at by axe."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from claims import intake
from claims.annotating import add_note, reply
from claims.models import Annotation
from claims.notekeeping import resolve
from claims.tagging import add_tag
from sources import ingest
from tests import make
from tests.web.browser.looking import faults, looks, settle, sideways

TEXT = (
    "😀 The mill at Brena burned on 3 May 2021, and 40 people lost their work. [1]\n"
    "Cafe\u0301 owners q\u0303uarrelled with the mayor 𝒳. Nobody counted the barns, and 12 sheds were lost.\n"
    "References\n1. The Brena Courier, 5 May 2021.\n"
)
SELECT = """([first, last]) => {
    const walker = document.createTreeWalker(document.querySelector("[data-words]"), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement.closest("[data-start]")) continue;
        if (node.data.includes(first)) range.setStart(node, node.data.indexOf(first));
        if (node.data.includes(last)) { range.setEnd(node, node.data.indexOf(last) + last.length); break; }
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


@pytest.fixture
def article(roles):
    return make.article(TEXT, title="The mill")


def test_a_note_is_written_answered_resolved_and_taken_up_again_by_keyboard_alone(page_of, ana, article):
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/")
    page.keyboard.press("j")
    page.keyboard.press("c")
    words = page.get_by_label("On these words")
    expect(words).not_to_have_value("")
    expect(page.get_by_label("Note", exact=True)).to_be_focused()
    page.keyboard.type("Which mill?")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/articles/{article.pk}/?at=*")
    note = Annotation.objects.get()
    claim = article.claims.earliest("pk")
    assert (note.exact, note.motivation, note.body) == (claim.quote.strip(), "questioning", "Which mill?")
    card = page.locator(f"#note-{note.pk} a")
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/notes/{note.pk}/")
    for name, said in (("Answer", "The old one."), ("Resolve", "Found."), ("Take it up again", "There are two.")):
        page.get_by_text(f"{name}: note {note.pk}").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type(said)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text(said).first).to_be_visible()
    note.refresh_from_db()
    assert (note.replies.count(), note.resolved_at, note.reopened_reason) == (1, None, "There are two.")


@pytest.mark.parametrize(
    ("first", "last", "exact"),
    [
        ("Caf\u00e9", "q\u0303uarrelled", "Caf\u00e9 owners q\u0303uarrelled"),
        ("the mayor 𝒳", "Nobody", "the mayor 𝒳. Nobody"),
        ("people", "owners", "people lost their work. [1]\nCaf\u00e9 owners"),
    ],
)
def test_a_selection_leads_to_the_form_with_its_words_and_c_does_too(page_of, ana, article, first, last, exact):
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/")
    page.evaluate(SELECT, [first, last])
    expect(page.locator("#selection")).to_be_visible()
    claim = page.get_by_role("link", name="Add a claim here").get_attribute("href")
    start = article.revision.text.index(exact)
    assert f"start={start}&end={start + len(exact)}&revision=1" in str(claim)
    page.keyboard.press("c")
    expect(page.get_by_label("On these words")).to_have_value(exact)
    page.get_by_label("Note", exact=True).fill("Hm.")
    page.get_by_role("button", name="Write the note").click()
    page.wait_for_url("**/articles/**")
    assert Annotation.objects.get().exact == exact


def test_on_a_phone_the_button_stands_at_the_bottom_and_a_second_note_stands_in_the_text(page_of, ana, article):
    add_note(article, body="First", exact="burned", by=ana)
    page = page_of(ana, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"/articles/{article.pk}/")
    page.evaluate(SELECT, ["people", "work"])
    button = page.locator("#selection [data-note]")
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    assert box["y"] > 600
    button.tap()
    page.get_by_label("Note", exact=True).fill("Whose work?")
    page.get_by_role("button", name="Write the note").tap()
    page.wait_for_url("**/articles/**")
    assert Annotation.objects.latest("pk").exact == "people lost their work"
    expect(page.locator(".note-mark")).to_have_count(2)


def test_in_a_copy_c_writes_on_the_selection_and_without_one_goes_to_the_box(page_of, ana, roles):
    copy = make.snapshot(make.source(), TEXT)
    page = page_of(ana)
    page.goto(f"/snapshots/{copy.pk}/")
    page.keyboard.press("c")
    expect(page.locator("#notes textarea")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.evaluate(SELECT, ["The mill", "burned"])
    expect(page.locator("#selection")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_label("On these words")).to_have_value("The mill at Brena burned")


def test_every_page_with_notes_is_clean_and_fits(page_of, axe, ana, article):
    placed, _ = add_note(article, body="*Which* [mill](https://a.example)?\n\n> one", exact="The mill", by=ana)
    reply(placed, body="- this\n- that", by=ana)
    add_note(article, body="On the whole " + "W" * 200, by=ana)
    lost, _ = add_note(article, body="Lost", exact="Nobody counted the barns", by=ana)
    claim = article.claims.earliest("pk")
    resolve(add_note(claim, body="Done", by=ana)[0], reason="Seen.", by=ana)
    add_note(claim, body="Open", by=ana)
    add_tag(claim, name="W" * 60, by=ana)
    text = TEXT.replace("Nobody counted the barns, and ", "")
    intake.read_article(ingest.reread_article(article, text=text, by=None)[0].pk)
    copy = make.snapshot(make.source(), TEXT)
    add_note(copy, body="Here", exact="The mill", by=ana)
    notes = [f"/notes/{one.pk}/" for one in (placed, lost)]
    add = f"/notes/add/?article={article.pk}&start=2&end=10&revision=2"
    records = [f"/articles/{article.pk}/", f"/claims/{claim.pk}/", f"/snapshots/{copy.pk}/"]
    addresses = [*records, *notes, add, "/notes/", "/claims/"]
    assert faults(page_of(ana), addresses, looks(1280, 390), axe, sideways, first=[settle]) == {}


def test_a_note_is_on_a_claim_only_as_long_as_the_focus_is_there(page_of, ana, article):
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/")
    link = page.locator("#write-note")
    page.keyboard.press("j")
    assert "start=" in link.get_attribute("href")
    link.focus()
    assert "start=" in link.get_attribute("href")
    page.locator("#site-search").focus()
    assert "start=" not in link.get_attribute("href")
    page.keyboard.press("Escape")
    page.locator("a.claim").first.focus()
    assert "start=" in link.get_attribute("href")
    page.evaluate("document.activeElement.blur()")
    assert "start=" not in link.get_attribute("href")


def test_words_that_are_no_longer_selected_in_a_copy_are_no_longer_what_c_notes(page_of, ana, roles):
    claim, copy = make.claim(), make.snapshot(make.source(title="A report"), "At most 4 people died there, it says.")
    page = page_of(ana)
    page.goto(f"/snapshots/{copy.pk}/?claim={claim.pk}")
    page.evaluate(SELECT.replace("[data-words]", "#copy-text"), ["4", "died"])
    note = page.locator("#chosen [data-note]")
    expect(note).to_have_attribute("data-key", "c")
    expect(page.locator("#chosen q")).to_have_text("4 people died")
    page.evaluate("getSelection().removeAllRanges()")
    expect(note).not_to_have_attribute("data-key", "c")
    assert "start=" in note.get_attribute("href")  # the bar still shows them, for the form beside it has them
    page.keyboard.press("c")
    expect(page.locator("#id_body")).to_be_focused()
