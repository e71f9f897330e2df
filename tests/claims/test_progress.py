"""How far the work is: what each person judged today and this week, and what they have to do."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.models import Claim
from claims.progress import read_progress
from claims.reviewing import take_back
from tests import make

SUNDAY = dt.datetime(2026, 3, 1, 23, 59, tzinfo=dt.UTC)
MONDAY = dt.datetime(2026, 3, 2, 0, 0, tzinfo=dt.UTC)
WEDNESDAY = dt.datetime(2026, 3, 4, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def judged(monkeypatch, ana, db):
    """Ana judged a claim on a Sunday, one on the Monday behind it, and two on the Wednesday."""
    reviews = []
    for time in (SUNDAY, MONDAY, WEDNESDAY, WEDNESDAY):
        monkeypatch.setattr("django.utils.timezone.now", lambda time=time: time)
        reviews.append(make.review(make.claim(), ana))
    return reviews


def people(user, now):
    return [(one.name, one.judged_today, one.judged_this_week) for one in read_progress(user, now=now).people]


@pytest.mark.parametrize(
    ("now", "today", "week"),
    [
        (WEDNESDAY, 2, 3),
        (WEDNESDAY + dt.timedelta(hours=14, minutes=59), 2, 3),
        (WEDNESDAY + dt.timedelta(days=1), 0, 3),
        (WEDNESDAY + dt.timedelta(days=4), 0, 3),  # the Sunday at its end
    ],
)
def test_a_day_and_a_week_begin_at_midnight_and_a_week_on_monday(judged, ana, now, today, week):
    assert people(ana, now) == [(str(ana), today, week)]


def test_who_judged_nothing_this_week_and_has_nothing_to_do_is_not_named(judged, ana):
    assert people(ana, WEDNESDAY + dt.timedelta(days=5)) == []


def test_what_was_taken_back_was_not_judged(judged, ana):
    take_back(judged[-1], by=ana, reason="A slip.")
    assert people(ana, WEDNESDAY) == [(str(ana), 1, 2)]


def test_taken_is_what_somebody_has_now_whoever_gave_it(judged, ana, ed):
    make.claim(assignee=ed)
    make.claim(assignee=ed, taken_at=WEDNESDAY)
    Claim.objects.filter(pk=judged[0].claim_id).update(assignee=ana)
    found = {one.name: (one.judged_this_week, one.taken) for one in read_progress(ed, now=WEDNESDAY).people}
    assert found == {str(ana): (3, 1), str(ed): (0, 2)}


def test_it_asks_six_questions_whatever_the_number_of_claims(judged, ana, django_assert_num_queries):
    with django_assert_num_queries(6):
        read_progress(ana, now=WEDNESDAY)
