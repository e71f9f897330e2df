"""From what happened to who hears of it: everybody once, nobody of their own deeds, nobody who may not read."""

from __future__ import annotations

import pytest
from django.db import transaction

from claimtracker.core.models import Happening, Letter, Notice, NoticePreference, SavedView, Subscription
from claimtracker.core.notices import telling
from claimtracker.core.notices.following import follow, unwatch, watch
from claimtracker.core.tasks import sweep_notices, tell_people
from tests import make
from tests.at_once import at_once


def told(user) -> list[str]:
    return list(Notice.objects.of(user).order_by("id").values_list("happening__words", flat=True))


def test_who_watches_any_of_the_subjects_is_told_once(rita, ana, ed, happens):
    follow(rita, "claim", 17)
    follow(rita, "article", 3)
    follow(ana, "source", 5)
    follow(ed, "claim", 18)
    happens(claim=17, article=3, source=5, words="It happened.")
    assert (told(rita), told(ana), told(ed)) == (["It happened."], ["It happened."], [])


def test_the_nearest_of_what_they_watch_is_the_reason(rita, happens):
    for kind, ident in (("article", 3), ("claim", 17)):
        follow(rita, kind, ident)
    happens(claim=17, article=3)
    assert Notice.objects.get().because.kind == "claim"


def test_nobody_is_told_of_their_own_deed(rita, ana, happens):
    follow(rita, "claim", 17)
    follow(ana, "claim", 17)
    happens(claim=17, by=ana, to=[ana.pk])
    assert (len(told(rita)), told(ana)) == (1, [])


def test_who_is_named_is_told_whatever_they_watch(rita, happens):
    happens("note.mentioned", claim=17, to=[rita.pk, 999_999])
    assert len(told(rita)) == 1
    assert Notice.objects.get().because is None


def test_of_what_is_private_only_who_is_named_hears(rita, ana, happens):
    claim = make.claim()
    view = SavedView.objects.create(owner=rita, name="All", slug="all-1", page="claims")
    watch("claim", claim.pk, by=rita)
    watch("view", view.pk, by=rita)
    happens("review.given", claim=claim.pk, to=[ana.pk], private=True)
    assert (told(rita), len(told(ana))) == ([], 1)


@pytest.mark.parametrize("gone", ["inactive", "no role"])
def test_who_may_not_read_is_not_told(rita, happens, gone):
    follow(rita, "claim", 17)
    if gone == "inactive":
        rita.is_active = False
        rita.save()
    else:
        rita.groups.clear()
    happens(claim=17, to=[rita.pk])
    assert told(rita) == []


def test_who_has_ceased_to_watch_is_not_told(rita, happens):
    follow(rita, "claim", 17)
    Subscription.objects.update(watching=False)
    happens(claim=17)
    assert told(rita) == []


def test_who_begins_to_watch_afterwards_is_not_told_of_what_was_before(rita, ana, happens):
    follow(ana, "claim", 17)
    happens(claim=17, told=False, words="Before.")
    follow(rita, "claim", 17)
    happens(claim=17, told=False, words="After.")
    tell_people()
    assert (told(rita), told(ana)) == (["After."], ["Before.", "After."])


def test_who_watches_again_is_not_told_of_what_was_between(rita, happens):
    claim = make.claim()
    watch("claim", claim.pk, by=rita)
    unwatch("claim", claim.pk, by=rita)
    happens(claim=claim.pk, told=False, words="Between.")
    watch("claim", claim.pk, by=rita)
    happens(claim=claim.pk, words="Again.")
    assert told(rita) == ["Again."]


class TestViews:
    @pytest.fixture
    def claim(self, db):
        return make.claim(kind="troops")

    @pytest.fixture
    def view(self, ana):
        return SavedView.objects.create(owner=ana, name="Troops", slug="troops-1", page="claims", query="kind=troops")

    def test_it_reaches_who_watches_a_view_that_shows_the_claim_now(self, ana, claim, view, happens):
        watch("view", view.pk, by=ana)
        happens(claim=claim.pk, words="While it is about troops.")
        type(claim).objects.filter(pk=claim.pk).update(kind="casualties")
        happens(claim=claim.pk, words="When it no longer is.")
        assert told(ana) == ["While it is about troops."]
        assert Notice.objects.get().because.kind == "view"

    def test_a_view_watched_afterwards_does_not_tell_what_was_before(self, ana, claim, view, happens):
        happens(claim=claim.pk, told=False)
        watch("view", view.pk, by=ana)
        tell_people()
        assert told(ana) == []

    def test_a_view_that_is_shared_no_more_tells_its_owner_only(self, ana, rita, claim, view, happens):
        SavedView.objects.update(shared=True)
        for user in (ana, rita):
            watch("view", view.pk, by=user)
        SavedView.objects.update(shared=False)
        happens(claim=claim.pk)
        assert (len(told(ana)), told(rita)) == (1, [])

    def test_a_view_that_is_not_understood_any_more_shows_nothing(self, ana, claim, view, happens):
        watch("view", view.pk, by=ana)
        SavedView.objects.update(query="kind=troops&colour=red")
        happens(claim=claim.pk)
        assert told(ana) == []

    def test_a_view_of_a_page_that_is_gone_stops_nobody_else(self, ana, rita, claim, view, happens):
        watch("view", view.pk, by=ana)
        follow(rita, "claim", claim.pk)
        SavedView.objects.update(page="gone")
        happens(claim=claim.pk)
        assert (told(ana), len(told(rita))) == ([], 1)


class TestExactlyOnce:
    def test_telling_again_tells_nobody_twice(self, rita, happens):
        follow(rita, "claim", 17)
        happens(claim=17)
        # As if the mark had been lost: what is told stays told.
        Happening.objects.update(fanned_out_at=None)
        tell_people()
        assert len(told(rita)) == 1
        assert not Happening.objects.untold().exists()

    def test_who_is_killed_in_the_middle_leaves_nothing_half_told(self, rita, happens, monkeypatch):
        follow(rita, "claim", 17)
        happens(claim=17, told=False)
        monkeypatch.setattr(telling.timezone, "now", lambda: 1 / 0)  # after the notices, before the mark
        with pytest.raises(ZeroDivisionError):
            telling._tell_batch()
        assert (told(rita), Letter.objects.count()) == ([], 0)
        monkeypatch.undo()
        tell_people()
        assert len(told(rita)) == 1

    def test_more_than_a_batch_is_told_whole(self, rita, happens, monkeypatch):
        monkeypatch.setattr(telling, "BATCH", 3)
        follow(rita, "claim", 17)
        for number in range(10):
            happens(claim=17, told=False, words=f"Number {number}.")
        tell_people()
        assert told(rita) == [f"Number {number}." for number in range(10)]

    def test_a_batch_takes_as_many_queries_for_many_as_for_one(self, rita, happens, django_assert_max_num_queries):
        follow(rita, "claim", 17)
        for _ in range(30):
            happens(claim=17, told=False)
        with django_assert_max_num_queries(14):
            telling._tell_batch()
        assert len(told(rita)) == 30


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_everybody_once(ana, rita, happens):
    follow(rita, "claim", 17)
    for _ in range(60):
        happens(claim=17, told=False)

    at_once(*[tell_people] * 3)
    # What the one had locked the other stepped over; the sweeper would ring for it.
    tell_people()
    assert len(told(rita)) == 60


@pytest.mark.parametrize(
    ("chosen", "email", "address", "how"),
    [
        (None, "rita@example.org", "https://desk.example.org", "now"),
        ("now", "rita@example.org", "https://desk.example.org", "now"),
        ("digest", "rita@example.org", "https://desk.example.org", "digest"),
        ("off", "rita@example.org", "https://desk.example.org", "off"),
        ("now", "", "https://desk.example.org", "off"),
        ("now", "rita@example.org", "", "off"),
    ],
)
def test_each_hears_in_the_way_they_chose_and_on_the_page_in_any(rita, happens, settings, chosen, email, address, how):
    settings.SITE_URL = address
    rita.email = email
    rita.save()
    follow(rita, "claim", 17)
    if chosen:
        NoticePreference.objects.create(user=rita, event="dispute.raised", how=chosen)
    happens("dispute.raised", claim=17)
    assert Notice.objects.get().how == how
    assert Letter.objects.count() == (1 if how == "now" else 0)


def test_the_bell_is_rung_once_a_transaction(rita, happens, rung, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        for _ in range(3):
            happens(claim=17, told=False)
    assert rung == [("tell_people", ())]


def test_the_sweeper_rings_for_what_nobody_heard(rita, happens, monkeypatch):
    sent = []
    for task in ("tell_people", "send_mail"):
        monkeypatch.setattr(
            f"claimtracker.core.tasks.{task}.apply_async", lambda *args, task=task, **more: sent.append(task)
        )
    sweep_notices()
    assert sent == []
    follow(rita, "claim", 17)
    happens(claim=17)
    happens(claim=17, told=False)
    sweep_notices()
    assert sent == ["tell_people", "send_mail"]
