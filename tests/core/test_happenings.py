"""Saying that something happened: in the deed's own transaction, in one row, with a name that is known."""

from __future__ import annotations

import pytest
from django.db import transaction

from claimtracker.core.happenings import EVENTS, KINDS, tell
from claimtracker.core.history import request_id
from claimtracker.core.models import Happening


def say(event="dispute.raised", **more):
    tell(
        event,
        **{"by": None, "subjects": [("claim", 17)], "words": "Sam disputes the figure.", "path": "/claims/17/"} | more,
    )


def test_it_is_one_insert_with_all_that_was_said(db, ana, ed, django_assert_num_queries):
    token = request_id.set("abc12345")
    with django_assert_num_queries(1):
        say(by=ana, subjects=[("claim", 17), ("article", 3)], to=[ed.pk, ed.pk])
    request_id.reset(token)
    row = Happening.objects.get()
    assert (row.event, row.by, row.words, row.path) == (
        "dispute.raised",
        ana,
        "Sam disputes the figure.",
        "/claims/17/",
    )
    assert row.subjects == ["claim:17", "article:3"]
    assert row.to == [ed.pk]
    assert (row.private, row.request, row.fanned_out_at) == (False, "abc12345", None)


def test_nothing_is_told_of_a_deed_that_was_rolled_back(db):
    with transaction.atomic():
        say()
        transaction.set_rollback(True)
    assert not Happening.objects.exists()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"event": "claim.eaten"}, "There is no event “claim.eaten”"),
        ({"subjects": [("person", 1)]}, "Nothing can happen to a “person”"),
        ({"path": "https://elsewhere.example/"}, "is no path of a page"),
        ({"path": "//elsewhere.example/"}, "is no path of a page"),
    ],
)
def test_what_nobody_could_follow_is_refused(db, what, said):
    with pytest.raises(ValueError, match=said):
        say(**what)
    assert not Happening.objects.exists()


def test_a_long_sentence_is_cut_with_a_sign(db):
    say(words="x" * 900)
    words = Happening.objects.get().words
    assert len(words) == 500
    assert words.endswith("x…")


@pytest.mark.parametrize("subject", ["claim:1", "article:1", "source:1"])
def test_it_is_found_by_what_it_is_about(db, subject):
    say(subjects=[(kind, 1) for kind in KINDS])
    say(subjects=[(kind, 11) for kind in KINDS])
    assert Happening.objects.about(subject).count() == 1


def test_every_event_says_what_it_is_in_words():
    assert len({event.words for event in EVENTS.values()}) == len(EVENTS)
    assert all(len(name) <= 32 and event.words[0].isupper() for name, event in EVENTS.items())
