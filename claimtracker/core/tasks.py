"""Background work of the ground floor. Every task is safe to run twice, and finds its work in the database."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from celery import shared_task
from celery.worker import state as this_worker
from django.conf import settings
from django.utils import timezone

from claimtracker.core.chain import sealing
from claimtracker.core.models import Desk, Happening, Letter, Notice
from claimtracker.core.notices import post, telling

LONGEST_ROUND = 300  # seconds: a task ends now and then, so that the worker sees what else there is


@shared_task(name="seal_history")
def seal_history() -> None:
    sealing.seal_history()


@shared_task(name="tell_people")
def tell_people() -> None:
    telling.tell_people(_for_a_while())


@shared_task(name="send_mail")
def send_mail() -> None:
    """The digests that are due, and every letter that waits."""
    post.gather_digests()
    post.send_due(_for_a_while())


def _for_a_while() -> Callable[[], bool]:
    until = monotonic() + LONGEST_ROUND
    return lambda: monotonic() < until and this_worker.should_stop is None


def sweep_notices() -> None:
    """What a lost doorbell or a lost worker left behind."""
    if Happening.objects.untold().exists():
        tell_people.apply_async(expires=settings.SWEEP_SECONDS)
    digests = Notice.objects.for_digest().filter(
        created_at__lt=post.last_digest(timezone.now(), Desk.current().digest_hour)
    )
    if Letter.objects.due().exists() or digests.exists():
        # It waits behind fetching, which may take that long.
        send_mail.apply_async(expires=LONGEST_ROUND)
