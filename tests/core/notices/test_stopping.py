"""The way out of every e-mail: one click, without signing in, and it stops that one thing."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from claimtracker.core.models import NoticePreference, Subscription
from claimtracker.core.notices.choosing import ways
from claimtracker.core.notices.following import follow
from claimtracker.core.notices.stopping import Stop


def address(stop: Stop) -> str:
    return f"/unsubscribe/{stop.token}/"


@pytest.fixture
def strict():
    """A browser without a session, at a desk that looks at every form's secret."""
    return Client(enforce_csrf_checks=True)


def test_the_journey_of_somebody_who_has_enough(rita, happens, send, strict):
    follow(rita, "claim", 17)
    happens("dispute.raised", claim=17)
    send()
    link = re.search(r"about “A dispute is raised”: https://desk\.example\.org(\S+)", mail.outbox[0].body)[1]
    shown = strict.get(link).content.decode()
    assert "This stops e-mails about “A dispute is raised”, and nothing else." in shown
    assert shown.count("<button") - shown.count('name="theme"') >= 1
    assert not NoticePreference.objects.exists()  # looking changes nothing: mail scanners look
    done = strict.post(link)
    assert "From now on you get no more of e-mails about “A dispute is raised”." in done.content.decode()
    happens("dispute.raised", claim=17)
    happens("note.replied", claim=17, words="Ana answers.")
    send()
    assert [message.subject for message in mail.outbox[1:]] == ["[Claimtracker] Ana answers."]
    assert rita.notices.count() == 3  # the page of notifications has everything all the same


def test_a_mail_program_posts_what_the_rfc_says_and_needs_nothing_else(rita, happens, send, strict):
    follow(rita, "claim", 17)
    happens("dispute.raised", claim=17)
    send()
    link = mail.outbox[0].message()["List-Unsubscribe"].strip("<>").removeprefix("https://desk.example.org")
    answer = strict.post(link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert ways(rita)["dispute.raised"] == "off"


def test_the_digest_is_stopped_and_what_comes_at_once_is_not(rita, strict):
    before = ways(rita)
    strict.post(address(Stop(rita.pk, "digest")))
    after = ways(rita)
    assert {event for event in after if after[event] != before[event]} == {
        event for event, how in before.items() if how == "digest"
    }
    assert "digest" not in after.values()


def test_watching_one_thing_is_stopped_and_only_ones_own(rita, ana, strict):
    follow(rita, "claim", 17)
    follow(rita, "claim", 18)
    follow(ana, "claim", 17)
    one = Subscription.objects.get(user=rita, object_id=17)
    strict.post(address(Stop(rita.pk, "watch", str(one.pk))))
    # A token that were made for another's row would do nothing either.
    strict.post(address(Stop(rita.pk, "watch", str(Subscription.objects.get(user=ana).pk))))
    still = Subscription.objects.filter(watching=True).order_by("id").values_list("user", "object_id")
    assert list(still) == [(rita.pk, 18), (ana.pk, 17)]


def test_stopping_twice_is_stopping_once(rita, strict):
    for _ in range(2):
        assert strict.post(address(Stop(rita.pk, "event", "note.added"))).status_code == 200
    assert NoticePreference.objects.count() == 1


def test_a_person_who_is_gone_is_no_error(rita, strict):
    link = address(Stop(999_999, "event", "note.added"))
    assert strict.post(link).status_code == 200
    assert not NoticePreference.objects.exists()


def test_history_says_that_it_was_by_a_link(rita, strict):
    strict.post(address(Stop(rita.pk, "event", "note.added")))
    context = NoticePreference.pgh_event_models["insert"].objects.get().pgh_context
    assert (context["action"], context["by"], context["reason"]) == (
        "mail.stopped", rita.pk, "By the link in an e-mail.",
    )  # fmt: skip


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("damage", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" * 400, lambda t: "WyJhIl0:1:2"])
def test_a_link_that_is_not_whole_changes_nothing_and_says_what_to_do(rita, strict, damage, method):
    token = damage(Stop(rita.pk, "event", "note.added").token)
    answer = getattr(strict, method)(f"/unsubscribe/{token}/")
    assert answer.status_code == 404
    assert "Nothing was changed." in answer.content.decode()
    assert not NoticePreference.objects.exists()


def test_a_signature_made_for_something_else_opens_nothing(rita, strict):
    from django.core import signing

    forged = signing.dumps([rita.pk, "event", "note.added"], salt="another purpose")
    assert strict.post(f"/unsubscribe/{forged}/").status_code == 404


def test_what_no_version_of_us_tells_of_any_more_says_so(rita, strict):
    answer = strict.get(address(Stop(rita.pk, "event", "claim.eaten")))
    assert answer.status_code == 404
    assert "does not exist any more" in answer.content.decode()
