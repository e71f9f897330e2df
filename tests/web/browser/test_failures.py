"""What somebody at work sees when a request fails: whether it was done, and that what they typed is still there."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from claims.models import Act
from tests import make

TOLD = """async ([status, sends]) => {
  const { told } = await import("/static/js/troubles.js");
  return told(status, sends);
}"""
UNKNOWN = "Whether it was done is not known. Send it again: it is not done twice."


@pytest.mark.parametrize(
    ("status", "sends", "says"),
    [
        (0, True, f"The desk does not answer. {UNKNOWN}"),
        (500, True, f"The desk answered 500. {UNKNOWN}"),
        (502, True, f"The desk answered 502. {UNKNOWN}"),
        (504, True, f"The desk answered 504. {UNKNOWN}"),
        (403, True, "Nothing was changed, and what you typed is still here."),
        (401, True, "You are signed out. Sign in in another tab and send it again; what you typed is still here."),
        (401, False, "You are signed out. Sign in in another tab and try again."),
        (0, False, "The desk does not answer. Try again when you are connected."),
        (502, False, "The desk answered 502. Try again in a minute."),
    ],
)
def test_a_failure_says_what_is_known(scripts, status, sends, says):
    assert says in scripts.evaluate(TOLD, [status, sends])


def test_who_was_signed_out_keeps_the_page_and_goes_on_after_signing_in_elsewhere(page_of, ana, roles):
    make.article()
    page = page_of(ana)
    page.goto("/review/")
    first = page.locator("#queue").get_attribute("data-claim")
    page.get_by_label("Why").first.fill("It says otherwise.")
    Session.objects.all().delete()
    page.get_by_text("Contradicted").click()
    page.get_by_role("button", name="Record, next").click()
    expect(page.locator("#trouble")).to_contain_text("You are signed out.")
    assert page.locator("#queue").get_attribute("data-claim") == first
    assert page.get_by_label("Why").first.input_value() == "It says otherwise."
    other = page.context.new_page()
    ana.set_password("correct horse battery")
    ana.save()
    other.goto("/sign-in/")
    other.get_by_label("Name").fill("ana")
    other.get_by_label("Password").fill("correct horse battery")
    other.get_by_role("button", name="Sign in").click()
    other.wait_for_url("**/")
    page.get_by_role("button", name="Record, next").click()
    page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=first)
    assert Act.objects.get().entries[0]["claim"] == int(first)
    expect(page.locator("#trouble")).to_be_hidden()


def test_an_answer_that_was_lost_on_the_way_is_sent_again_and_done_once(page_of, ana, roles):
    make.article()
    page = page_of(ana)
    page.goto("/review/")
    first = page.locator("#queue").get_attribute("data-claim")

    def lose(route):
        route.fetch()
        route.abort()

    page.route("**/review/*/", lose)
    page.keyboard.press("1")
    expect(page.locator("#trouble")).to_contain_text("Whether it was done is not known.")
    page.unroute("**/review/*/")
    page.keyboard.press("1")
    page.wait_for_function("before => document.querySelector('#queue')?.dataset.claim !== before", arg=first)
    assert Act.objects.count() == 1
