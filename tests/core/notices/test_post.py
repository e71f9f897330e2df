"""Sending: each letter once, again after a failure or a killed worker, in words that say why and how to hear less."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from claimtracker.core.models import Desk, Letter, Notice, NoticePreference, Subscription
from claimtracker.core.notices import post
from claimtracker.core.notices.following import follow, watch
from tests import make


@pytest.fixture
def broken(monkeypatch):
    """A mail server that refuses; `broken.undo()` mends it."""

    def refuse(self, messages):
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    return monkeypatch


def a_day_passes():
    Letter.objects.update(due_at=timezone.now() - dt.timedelta(seconds=1))


def test_it_says_what_happened_where_and_why_and_how_to_hear_less(rita, happens, send):
    claim = make.claim()
    watch("claim", claim.pk, by=rita)
    happens(claim=claim.pk, article=claim.article_id, words="Sam disputes the figure “at least 12 people”.")
    send()
    (message,) = mail.outbox
    assert message.to == ["rita@example.org"]
    assert message.subject == "[Claimtracker] Sam disputes the figure “at least 12 people”."
    assert claim.article.title in message.body
    assert f"https://desk.example.org/claims/{claim.pk}/\n" in message.body
    assert f"You are told because you watch the claim “{claim.statement}”." in message.body
    assert "Stop e-mails about “A dispute is raised”: https://desk.example.org/unsubscribe/" in message.body
    assert "Stop watching it: https://desk.example.org/unsubscribe/" in message.body
    assert "https://desk.example.org/notifications/settings/" in message.body
    assert Letter.objects.get().state == "sent"


def test_its_headers_are_those_of_rfc_8058(rita, happens, send):
    follow(rita, "claim", 17)
    happens(claim=17)
    send()
    sent = mail.outbox[0].message()
    assert re.fullmatch(r"<https://desk\.example\.org/unsubscribe/[^<>\s]+/>", sent["List-Unsubscribe"])
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["Message-ID"] == f"<{Letter.objects.get().uuid}@desk.example.org>"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent.get_content_type() == "text/plain"


def test_a_line_break_in_the_words_makes_no_header(rita, happens, send):
    follow(rita, "claim", 17)
    happens(claim=17, words="Sam writes\r\nBcc: everybody@example.org\n and more " + "x" * 300)
    send()
    sent = mail.outbox[0].message()
    assert sent["Bcc"] is None
    assert len(mail.outbox[0].subject) <= 120
    assert mail.outbox[0].recipients() == ["rita@example.org"]


def test_sending_again_sends_nothing_twice(rita, happens, send):
    follow(rita, "claim", 17)
    happens(claim=17)
    send()
    send()
    assert len(mail.outbox) == 1


def test_a_letter_in_a_workers_hands_is_nobody_elses(rita, happens, send):
    follow(rita, "claim", 17)
    happens(claim=17)
    assert post._take() is not None
    send()
    assert mail.outbox == []


def test_who_is_killed_before_the_mark_has_it_sent_once_more_under_the_same_id(rita, happens, send, monkeypatch):
    follow(rita, "claim", 17)
    happens(claim=17)
    with monkeypatch.context() as killed:
        killed.setattr(post, "_close", lambda *args, **more: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send()
    a_day_passes()
    send()
    a_day_passes()
    send()
    first, second = (message.message()["Message-ID"] for message in mail.outbox)
    assert first == second


def test_a_failure_is_kept_and_tried_again(rita, happens, send, broken):
    follow(rita, "claim", 17)
    happens(claim=17)
    send()
    letter = Letter.objects.get()
    assert (letter.state, letter.tries, letter.problem) == ("waiting", 1, "ConnectionRefusedError: nobody there")
    assert letter.due_at > timezone.now()
    broken.undo()
    a_day_passes()
    send()
    letter.refresh_from_db()
    assert (letter.state, letter.problem, len(mail.outbox)) == ("sent", "", 1)


def test_after_the_last_try_it_is_given_up_and_stands_on_the_page(rita, happens, send, broken):
    follow(rita, "claim", 17)
    happens(claim=17)
    for _ in range(len(post.WAITS) + 3):
        send()
        a_day_passes()
    letter = Letter.objects.get()
    assert (letter.state, letter.tries) == ("failed", len(post.WAITS) + 1)
    assert Notice.objects.of(rita).unseen().count() == 1


def test_one_letter_that_fails_stops_no_other(rita, ana, happens, send, monkeypatch):
    sent = EmailBackend.send_messages

    def refuse_rita(self, messages):
        if messages[0].to == ["rita@example.org"]:
            raise OSError("no such box")
        return sent(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_rita)
    for user in (rita, ana):
        follow(user, "claim", 17)
    happens(claim=17)
    send()
    assert [message.to for message in mail.outbox] == [["ana@example.org"]]


@pytest.mark.parametrize("since", ["inactive", "no role", "no address", "turned off", "watches it no more"])
def test_what_nobody_wants_any_more_is_not_sent(rita, happens, send, since):
    follow(rita, "claim", 17)
    happens("dispute.raised", claim=17)
    if since == "inactive":
        type(rita).objects.update(is_active=False)
    elif since == "no role":
        rita.groups.clear()
    elif since == "no address":
        type(rita).objects.update(email="")
    elif since == "turned off":
        NoticePreference.objects.create(user=rita, event="dispute.raised", how="off")
    else:
        Subscription.objects.update(watching=False)
    send()
    assert mail.outbox == []
    assert Letter.objects.get().state == "dropped"


class TestDigest:
    @pytest.fixture(autouse=True)
    def quiet(self, rita):
        NoticePreference.objects.create(user=rita, event="note.added", how="digest")

    def at(self, monkeypatch, day, hour):
        moment = dt.datetime(2031, 5, day, hour, 30, tzinfo=dt.UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    def gather(self, send):
        post.gather_digests()
        send()

    def test_it_goes_out_once_a_day_at_the_hour_of_the_desk(self, rita, happens, send, monkeypatch):
        follow(rita, "claim", 17)
        self.at(monkeypatch, 3, 14)
        happens("note.added", claim=17)
        counts = []
        for day, hour in ((3, 23), (4, 5), (4, 6), (4, 7), (5, 7)):
            self.at(monkeypatch, day, hour)
            self.gather(send)
            counts.append(len(mail.outbox))
        assert counts == [0, 0, 1, 1, 1]

    def test_what_comes_after_the_hour_waits_for_the_next_day(self, rita, happens, send, monkeypatch):
        follow(rita, "claim", 17)
        for day, hour, words in ((3, 14, "First."), (4, 8, "Second.")):
            self.at(monkeypatch, day, hour)
            happens("note.added", claim=17, words=words)
        self.at(monkeypatch, 4, 9)
        self.gather(send)
        self.at(monkeypatch, 5, 9)
        self.gather(send)
        assert [("First." in m.body, "Second." in m.body) for m in mail.outbox] == [(True, False), (False, True)]

    def test_it_is_one_mail_grouped_by_article(self, rita, happens, send, monkeypatch):
        one, other = make.article(title="The flood"), make.article(title="The drought")
        for article in (one, other):
            follow(rita, "article", article.pk)
        self.at(monkeypatch, 3, 14)
        for number, article in enumerate((one, other, one)):
            happens("note.added", article=article.pk, words=f"Note {number}.")
        self.at(monkeypatch, 4, 7)
        self.gather(send)
        (message,) = mail.outbox
        lines = [line for line in message.body.splitlines() if line.startswith("- ") or line.startswith("The ")]
        assert [line.split(" (")[0] for line in lines] == [
            "The flood", "- Note 0.", "- Note 2.", "The drought", "- Note 1.",
        ]  # fmt: skip
        assert message.subject == "[Claimtracker] 3 things happened, 4 May 2031"
        assert "Stop the daily digest: https://desk.example.org/unsubscribe/" in message.body
        assert message.message()["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_a_very_long_day_is_cut_and_says_where_the_rest_is(self, rita, happens, send, monkeypatch):
        follow(rita, "claim", 17)
        self.at(monkeypatch, 3, 14)
        for number in range(203):
            happens("note.added", claim=17, words=f"Note {number}.", told=number == 202)
        self.at(monkeypatch, 4, 7)
        self.gather(send)
        assert mail.outbox[0].body.count("\n- Note") == 200
        assert "And 3 more. All are here: https://desk.example.org/notifications/" in mail.outbox[0].body

    def test_the_hour_is_the_desks_to_choose(self, rita, happens, send, monkeypatch):
        Desk.objects.update(digest_hour=20)
        follow(rita, "claim", 17)
        self.at(monkeypatch, 3, 14)
        happens("note.added", claim=17)
        self.at(monkeypatch, 3, 19)
        self.gather(send)
        assert mail.outbox == []
        self.at(monkeypatch, 3, 20)
        self.gather(send)
        assert len(mail.outbox) == 1

    def test_a_day_on_which_nothing_happened_has_no_mail(self, rita, send, monkeypatch):
        self.at(monkeypatch, 4, 7)
        self.gather(send)
        assert mail.outbox == []
