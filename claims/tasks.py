"""Background work with claims. Every task is safe to run twice, and finds its work in the database."""

from __future__ import annotations

from celery import shared_task
from django.conf import settings

from claims import checking, intake
from sources import arrivals
from sources.models import Arrival, Reading


@shared_task(name="read_article")
def read_article(revision_id: int) -> None:
    intake.read_article(revision_id)


@shared_task(name="take_in")
def take_in(arrival_id: int) -> None:
    arrivals.take_in(arrival_id)


@shared_task(name="check_citations")
def check_citations(revision_id: int) -> None:
    checking.check_citations(revision_id)


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
