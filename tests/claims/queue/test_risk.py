"""What comes first in the queue: the score of a claim, and the walk that finds what was missed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from django.utils import timezone

from claims import risk
from claims.disputing import raise_dispute, settle_dispute
from claims.filters import QueueFilter
from claims.models import Claim, Dispute, Risk
from claims.models.risk import Walk
from claims.models.vocabulary import Flag
from claims.queueing import waiting_for
from claims.reviewing import give_verdict
from tests import make
from tests.sessions import another_session


@pytest.fixture
def claim(db):
    """Cited, its figure "at least 12"."""
    return make.claim()


def score(claim):
    risk.rank([claim.pk])
    return Risk.objects.filter(claim=claim).values_list("score", flat=True).first()


def test_a_claim_that_was_read_has_its_row_at_once(claim):
    assert Risk.objects.filter(claim=claim).exists()


@pytest.mark.parametrize(
    ("low", "high", "points"),
    [("0.5", None, 1), (1, None, 1), (12, None, 2), (None, 13000, 5), (-400, -3, 3), (10**22, None, 20)],
)
def test_a_larger_figure_has_a_point_for_each_order_of_magnitude(claim, low, high, points):
    comparator = {(True, True): "between", (True, False): "at_least", (False, True): "at_most"}[bool(low), bool(high)]
    Claim.objects.filter(pk=claim.pk).update(figure_comparator=comparator, figure_low=low, figure_high=high)
    assert score(claim) == points


def uncite(claim, ana):
    claim.links.all().delete()


def dispute(claim, ana):
    Dispute.objects.create(claim=claim, by=ana, ground="contested", aspect="figure", reason="No.", version=1)


def differ(claim, ana):
    copy = make.snapshot(make.source(), "At most 4 people died there.")
    make.finding(claim, copy, make.proof(copy, "At most 4"), finding="differs")


def let_it_wait(claim, ana):
    Claim.objects.filter(pk=claim.pk).update(due=timezone.now().date() - dt.timedelta(days=2))


def repeat(claim, ana):
    number = claim.links.get().citation
    other = claim.article.revision.citations.exclude(pk=number.pk).first()
    claim.links.create(citation=other, position=1)
    claim.article.revision.citations.update(source=make.source())


each_flag = pytest.mark.parametrize(
    ("happens", "flag"),
    [
        (differ, Flag.DIFFERS),
        (dispute, Flag.DISPUTED),
        (uncite, Flag.UNCITED),
        (let_it_wait, Flag.OVERDUE),
        (repeat, Flag.SINGLE_ORIGIN),
    ],
)


@each_flag
def test_each_flag_adds_its_points(claim, ana, happens, flag):
    before = score(claim)
    happens(claim, ana)
    assert score(claim) == before + risk.WEIGHTS[flag]


@each_flag
def test_the_queue_of_a_flag_has_what_carries_it(claim, ana, happens, flag):
    def queue():
        return set(QueueFilter(QueryDict(f"flag={flag}"), queryset=waiting_for(ana)).qs.values_list("pk", flat=True))

    happens(claim, ana)
    risk.rank(Claim.objects.values_list("pk", flat=True))
    carry = set(getattr(Claim.objects, flag.value)().values_list("pk", flat=True))
    assert claim.pk in queue() == carry
    Risk.objects.update(**{flag.value: True})  # what was worked out is doubted
    assert queue() == carry


def test_a_claim_rises_when_it_is_disputed_and_falls_when_that_is_over(
    claim, ana, ed, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        made = raise_dispute(claim, ground="misread", aspect="figure", reason="It says 4.", by=ana)
    assert Risk.objects.get(claim=claim).disputed
    with django_capture_on_commit_callbacks(execute=True):
        settle_dispute(made, outcome="dismissed", reason="It says 12.", by=ed)
    assert not Risk.objects.get(claim=claim).disputed


def test_the_flags_are_kept_where_the_score_stays_the_same(claim):
    risk.rank([claim.pk])
    Risk.objects.filter(claim=claim).update(single_origin=True)
    risk.rank([claim.pk])
    assert not Risk.objects.get(claim=claim).single_origin


def test_what_was_judged_waits_for_nobody_until_it_is_stale(claim, ana):
    give_verdict(claim, version=1, verdict="supported", by=ana)
    assert score(claim) is None
    Claim.objects.filter(pk=claim.pk).update(version=9, parts_version=9)
    assert score(claim) >= risk.WEIGHTS[Flag.STALE]


def test_the_weights_fall_in_the_order_of_what_a_desk_wants_to_see():
    assert list(risk.WEIGHTS.values()) == sorted(risk.WEIGHTS.values(), reverse=True)
    assert min(risk.WEIGHTS.values()) > risk.LARGEST


def test_nothing_is_written_where_nothing_changed(claim):
    risk.rank([claim.pk])
    before = Risk.objects.get(claim=claim).worked_out_at
    risk.rank([claim.pk])
    assert Risk.objects.get(claim=claim).worked_out_at == before


def test_the_walk_finds_what_was_missed_and_takes_away_what_is_done(db, monkeypatch):
    monkeypatch.setattr(risk, "SLICE", 2)
    first, second = make.article(), make.article()
    every = set(Claim.objects.values_list("pk", flat=True))
    lost, done = first.claims.earliest("pk"), second.claims.latest("pk")
    Risk.objects.filter(claim=lost).delete()
    Claim.objects.filter(pk=done.pk).update(stage="rejected", rejected_as="not_a_claim", stage_reason="No.")
    while risk.walk() == risk.SLICE:
        pass
    assert set(Risk.objects.values_list("claim", flat=True)) == every - {done.pk}
    assert Walk.objects.get().reached == 0


@pytest.mark.django_db(transaction=True)
def test_two_walks_at_once_do_not_wait_for_each_other():
    make.claim()
    assert risk.walk() > 0
    with another_session() as (_, cursor):
        cursor.execute("SELECT reached FROM claims_walk FOR UPDATE")
        assert risk.walk() == 0
    assert risk.walk() > 0


def test_an_older_claim_comes_first_among_equals(db):
    first, second = make.article(), make.article()
    order = list(Claim.objects.risk_first().values_list("article", "risk__score"))
    assert [article for article, points in order if points == order[0][1]] == [first.pk, second.pk]
