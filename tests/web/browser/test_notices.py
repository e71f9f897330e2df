"""Notifications, watching and saved views in a real browser: by keyboard, at either width, in either light."""

from __future__ import annotations

import pytest

from claimtracker.core.happenings import tell
from claimtracker.core.models import Notice, NoticePreference, SavedView, Subscription
from claimtracker.core.notices.following import watch
from claimtracker.core.notices.stopping import Stop
from claimtracker.core.notices.telling import tell_people
from claimtracker.core.notices.views import save_view
from tests import make
from tests.web.browser.looking import faults, looks, settle, sideways, small


@pytest.fixture(autouse=True)
def mailed(settings):
    settings.SITE_URL = "https://desk.example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def claim(roles):
    return make.claim(kind="troops")


@pytest.fixture
def told(ana, rita, claim):
    """Ana watches a claim, its article and a view, was told four things, and has read one."""
    view = save_view(name="Troops, not yet judged", page="claims", query="kind=troops&verdict=none", by=ana)
    save_view(name="Shared by Rita", page="claims", query="flag=uncited", shared=True, by=rita)
    tell_people(lambda: True)  # what happened before she watches is told to nobody
    for kind, ident in (("claim", claim.pk), ("article", claim.article_id), ("view", view.pk)):
        watch(kind, ident, by=ana)
    happened = [
        ("evidence.differs", None, "A source says otherwise: “at least 12 people”"),
        ("note.mentioned", rita, "Rita asks Ana: does the briefing count the missing among the dead, or those found?"),
        ("dispute.raised", rita, "Rita disputes the figure of “at least 12 people”"),
        ("claim.corrected", rita, "Rita corrected the date: “" + "W" * 90 + "”"),
    ]  # fmt: skip
    for event, by, words in happened:
        to = [ana.pk] if event == "note.mentioned" else []
        about = [("claim", claim.pk), ("article", claim.article_id)]
        tell(event, by=by, subjects=about, words=words, path=f"/claims/{claim.pk}/", to=to)
    tell_people(lambda: True)
    first = Notice.objects.earliest("id")
    Notice.objects.filter(pk=first.pk).update(seen_at=first.created_at)
    return view


def test_the_pages_are_fit_for_everybody(page_of, ana, axe, told, claim):
    pages = {
        "notifications": "/notifications/",
        "settings": "/notifications/settings/",
        "watching": "/watching/",
        "stop": f"/unsubscribe/{Stop(ana.pk, 'event', 'note.added').token}/",
        "views": "/views/",
        "view": f"/views/{told.slug}/",
        "save": "/views/add/?page=claims&query=kind%3Dtroops%26flag%3Duncited",
        "unsaved": "/claims/?kind=troops",
        "claim": f"/claims/{claim.pk}/",
        "article": f"/articles/{claim.article_id}/",
    }
    assert faults(page_of(ana), pages, looks(390, 1280), axe, small, sideways, first=[settle]) == {}


def test_watching_by_keyboard_keeps_the_focus_and_the_page(page_of, ana, claim):
    page = page_of(ana)
    page.goto(f"/claims/{claim.pk}/")
    page.focus("#watch-button")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop watching").wait_for()
    assert page.evaluate("document.activeElement.id") == "watch-button"
    assert page.inner_text("#status") == "You watch this now."
    assert Subscription.objects.of(ana).get().object_id == claim.pk
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Watch", exact=True).wait_for()
    assert Subscription.objects.of(ana).count() == 0


def test_notifications_are_read_by_keyboard(page_of, ana, told, claim):
    page = page_of(ana)
    page.goto("/claims/")
    assert page.locator(".bell").get_attribute("aria-label") == "Notifications, 3 unread"
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/notifications/")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/claims/{claim.pk}/")
    assert page.locator(".bell").get_attribute("aria-label") == "Notifications, 2 unread"
    page.goto("/notifications/")
    page.get_by_role("button", name="Mark all as read").press("Enter")
    page.get_by_text("2 notifications marked as read.").wait_for()
    assert page.locator(".bell").get_attribute("aria-label") == "Notifications"


def test_a_view_is_saved_and_opened_without_script(page_of, ana, claim):
    page = page_of(ana, java_script_enabled=False)
    page.goto("/claims/?kind=troops")
    page.get_by_role("link", name="Save this view").click()
    page.get_by_label("Name").fill("Troops")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/claims/?kind=troops")
    assert page.get_by_role("link", name="Troops", exact=True).get_attribute("aria-current") == "page"
    page.get_by_role("button", name="Watch", exact=True).click()
    page.wait_for_url("**/claims/?kind=troops")
    assert Subscription.objects.get().kind == "view"
    page.get_by_role("link", name="Rename or share").click()
    page.get_by_label("Name").fill("Soldiers")
    page.get_by_role("button", name="Keep", exact=True).click()
    assert SavedView.objects.get().name == "Soldiers"


def test_who_is_not_signed_in_gets_out_with_one_button(page_of, ana):
    page = page_of(None)
    page.goto(f"/unsubscribe/{Stop(ana.pk, 'event', 'note.added').token}/")
    page.locator("main").get_by_role("button").press("Enter")
    page.get_by_role("heading", name="Done").wait_for()
    assert NoticePreference.objects.get().how == "off"
