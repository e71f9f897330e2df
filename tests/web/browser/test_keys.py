"""Single keys, and how a page looks, in a real browser."""

from __future__ import annotations

import re

import pytest

from tests import make

STEP = """async ([pending, press, bound]) => {
  const { step } = await import("/static/js/keys.js");
  return step(pending, { key: "", held: false, inField: false, off: false, ...press }, bound);
}"""
BOUND = ["/", "?", "g c", "g a", "]"]


@pytest.mark.parametrize(
    ("pending", "press", "answer"),
    [
        ("", {"key": "j"}, ("", {"move": 1})),
        ("", {"key": "k"}, ("", {"move": -1})),
        ("", {"key": "o"}, ("", {"open": True})),
        ("", {"key": "/"}, ("", {"press": "/"})),
        ("", {"key": "]"}, ("", {"press": "]"})),
        ("", {"key": "["}, ("", None)),
        ("", {"key": "g"}, ("g", None)),
        ("g", {"key": "c"}, ("", {"press": "g c"})),
        ("g", {"key": "j"}, ("", {"move": 1})),
        ("g", {"key": "g"}, ("g", None)),
        ("", {"key": "j", "held": True}, ("", None)),
        ("", {"key": "j", "inField": True}, ("", None)),
        ("g", {"key": "c", "inField": True}, ("", None)),
        ("", {"key": "?", "off": True}, ("", None)),
    ],
)
def test_a_key_means(scripts, pending, press, answer):
    found = scripts.evaluate(STEP, [pending, press, BOUND])
    assert (found["pending"], found["action"]) == answer


@pytest.fixture
def articles(roles):
    return [make.article(title=f"Part {number}") for number in range(3)]


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_j_and_k_walk_the_list_and_o_opens(page_of, rita, articles):
    page = page_of(rita)
    page.goto("/articles/")
    walk = []
    for key in "jjjjk":
        page.keyboard.press(key)
        walk.append(focused(page))
    assert walk == ["Part 2", "Part 1", "Part 0", "Part 0", "Part 1"]
    page.keyboard.press("o")
    page.wait_for_url(f"**/articles/{articles[1].pk}/")


def test_slash_goes_to_the_search_and_typing_is_only_typing(page_of, rita, articles):
    page = page_of(rita)
    page.goto("/articles/")
    page.keyboard.press("/")
    page.keyboard.type("jog?")
    assert page.input_value("#site-search") == "jog?"
    assert not page.locator("dialog[open]").count()


def test_g_and_a_letter_go_to_a_place(page_of, rita, articles):
    page = page_of(rita)
    page.goto("/help/")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/sources/")


def test_a_question_mark_shows_the_keys_and_escape_gives_the_focus_back(page_of, rita, axe):
    page = page_of(rita)
    page.goto("/help/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    dialog.wait_for()
    assert axe(page) == []
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def test_single_keys_can_be_switched_off_and_stay_off(page_of, rita, articles):
    page = page_of(rita)
    page.goto("/articles/")
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("button", name="Switch single keys off").click()
    page.get_by_role("dialog").get_by_role("button", name="Switch single keys on").wait_for()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert page.evaluate("document.activeElement === document.body")
    assert not page.locator("dialog[open]").count()


def test_a_theme_is_chosen_without_losing_what_is_typed(page_of, ana):
    page = page_of(ana)
    page.goto("/articles/add/")
    page.fill("[name=text]", "Two people died. [1]")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_selector("html[data-theme=dark]")
    page.get_by_role("button", name="Compact rows").click()
    page.wait_for_selector("html[data-density=compact]")
    assert page.input_value("[name=text]") == "Two people died. [1]"
    page.goto("/articles/")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator("html").get_attribute("data-density") == "compact"
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert re.fullmatch(r"rgb\((\d|[1-3]\d), .*", background)


CHOSEN = "document.querySelector('#judge input[name=verdict]:checked')?.value ?? ''"
AT = "document.activeElement.value ?? ''"


def test_v_goes_to_the_verdict_and_chooses_none(page_of, ana, roles):
    claim = make.claim()
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    page.keyboard.press("1")
    page.keyboard.press("v")
    assert (page.evaluate(CHOSEN), page.evaluate(AT)) == ("", "supported")
    for key, verdict in (("3", "contradicted"), ("2", "partly_supported"), ("5", "cannot_tell")):
        page.keyboard.press(key)
        assert (page.evaluate(CHOSEN), page.evaluate(AT)) == (verdict, verdict)
    page.locator("#watch button").focus()
    page.keyboard.press("1")
    page.keyboard.press("v")
    assert (page.evaluate(CHOSEN), page.evaluate(AT)) == ("cannot_tell", "cannot_tell")
    page.locator("#id_rationale").focus()
    page.keyboard.type("v1")
    assert (page.evaluate(CHOSEN), page.input_value("#id_rationale")) == ("cannot_tell", "v1")


def test_digits_in_the_form_of_a_dispute_are_its_own(page_of, ana, roles):
    claim = make.claim()
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    page.keyboard.press("d")
    page.keyboard.press("2")
    assert page.evaluate(CHOSEN) == ""
    assert page.locator("[data-dispute] input[name=aspect]:checked").get_attribute("value") == "date"
