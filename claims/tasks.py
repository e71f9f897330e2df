"""Background work with claims. Every task is safe to run twice, and finds its work in the database."""

from __future__ import annotations

from time import monotonic

from celery import shared_task
from celery.worker import state as this_worker
from django.conf import settings

from claims import assigning, checking, evidence, intake, risk, staleness
from claims.models import EvidenceCheck
from claimtracker.core import submissions
from claimtracker.core.tasks import sweep_notices
from sources import arrivals, keeping, watching
from sources.models import Arrival, Reading, Watch

HANDS = 8  # so many look at sources at once
LONGEST_ROUND = 300  # seconds: a task ends now and then, so that the worker sees what else there is


@shared_task(name="read_article")
def read_article(revision_id: int) -> None:
    intake.read_article(revision_id)


@shared_task(name="take_in")
def take_in(arrival_id: int) -> None:
    arrivals.take_in(arrival_id)


@shared_task(name="check_citations")
def check_citations(revision_id: int) -> None:
    checking.check_citations(revision_id)


@shared_task(name="fetch_sources")
def fetch_sources() -> None:
    """Every source that is due now, and those that become due meanwhile. Many may run at once."""
    until = monotonic() + LONGEST_ROUND
    keeping.fetch_due(lambda: monotonic() < until and this_worker.should_stop is None)


@shared_task(name="check_evidence")
def check_evidence(source_id: int) -> None:
    if evidence.check_evidence(source_id):
        staleness.tell_of_source(source_id)


@shared_task(name="rank_claims")
def rank_claims(claim_ids: list[int]) -> None:
    risk.rank(claim_ids)


@shared_task(name="sweep")
def sweep() -> None:
    """What a lost doorbell or a lost worker left behind, the longest waiting first."""
    for arrival_id in Arrival.objects.due().order_by("pk").values_list("pk", flat=True)[:100]:
        take_in.apply_async((arrival_id,), expires=settings.SWEEP_SECONDS)
    for revision_id in Reading.objects.due().order_by("revision_id").values_list("revision_id", flat=True)[:100]:
        # The next sweep rings again, so a ring that nobody heard until then may go.
        read_article.apply_async((revision_id,), expires=settings.SWEEP_SECONDS)
    for revision_id in Reading.objects.unchecked().values_list("revision_id", flat=True)[:5]:
        check_citations.apply_async((revision_id,), expires=settings.SWEEP_SECONDS)
    watching.take_up(1000)
    due = Watch.objects.due().of_free_hosts().values_list("pk", flat=True)[:HANDS]
    for _ in due:
        fetch_sources.apply_async(expires=settings.SWEEP_SECONDS)
    for source_id in EvidenceCheck.objects.due().order_by("pk").values_list("pk", flat=True)[:100]:
        check_evidence.apply_async((source_id,), expires=settings.SWEEP_SECONDS)
    evidence.want_outdated(20)
    assigning.release_overdue()
    risk.walk()
    submissions.forget_old()
    sweep_notices()
