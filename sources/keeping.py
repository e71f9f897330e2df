"""Sources that are due are asked, one after the other: the worker's deed.

What people asked for comes first, then what has been due longest. Of all
processes of a desk one at a time asks a site, with a pause between two
requests. A look takes its time, so it is outside of any transaction.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from contextlib import suppress
from time import sleep

from django.db import IntegrityError, transaction
from django.db.models import Min
from django.utils import timezone

from claimtracker.core.blobs import NotKept
from sources import archived, sites, tries
from sources.health import Answer
from sources.http import Validators
from sources.looking import OURS, Look, look
from sources.models import Host, LinkCheck, Watch, Why
from sources.models.watch import WatchQuerySet
from sources.models.work import MOST_TRIES, lease
from sources.tries import Errand
from sources.watching import address_of

logger = logging.getLogger(__name__)

READING = 420  # seconds: reading has limits of its own, and waits for its turn (sources/parsing.py)
SHORT_WAIT = dt.timedelta(seconds=5)  # a site that is free within this time is waited for
STOPPED = "The program was stopped during this try. Another follows."
GAVE_UP = "The program was stopped {tries} times in a row while it looked at this address, so it is left alone for now."


def fetch_due(more: Callable[[], bool] = lambda: True) -> int:
    """Look at what is due, one source after the other, until nothing is or `more` says no; how many were looked at.

    Any number may do so at once, in this process and in others.
    """
    done = 0
    while more():
        if errand := take():
            carry_out(errand)
            done += 1
        elif not _wait():
            break
    return done


def take() -> Errand | None:
    """Begin the next try; None where no site is free that anything is due of."""
    due = Watch.objects.due().of_free_hosts().order_by("due_at")
    for queue in (due.filter(why=Why.ASKED), due):
        found, errand = True, None
        while found and not errand:
            # Where another was quicker at the site, or at the source, the next one is looked for.
            with suppress(IntegrityError):
                found, errand = _take_from(queue)
        if errand:
            return errand
    return None


@transaction.atomic
def _take_from(queue: WatchQuerySet) -> tuple[bool, Errand | None]:
    """Whether there was one to take, and the try if it could be begun."""
    watch = queue.select_for_update(of=("self",), skip_locked=True).first()
    if watch is None:
        return False, None
    return True, _begin(watch) if sites.claim(watch.host) else None


def _begin(watch: Watch) -> Errand | None:
    """The row of this try, and an end to the row of one that was broken off."""
    if not Watch.objects.begin(watch.pk, seconds=sites.ASKING):
        return None
    watch = Watch.objects.select_related("source").get(pk=watch.pk)
    left_behind = LinkCheck.objects.filter(source=watch.pk, outcome="")
    left_behind.update(outcome=LinkCheck.Outcome.BROKE_OFF, finished_at=watch.started_at, problem=STOPPED)
    check = LinkCheck.objects.create(
        source_id=watch.pk,
        why=watch.why,
        by_id=watch.asked_by_id,
        address=address_of(watch.source)[:2000],
        started_at=watch.started_at or timezone.now(),
    )
    return Errand(watch, check)


def _wait() -> bool:
    """Sleep until a site is free of which something is due, where that is soon; False where it is not."""
    hosts = Host.objects.filter(name__in=Watch.objects.due().values("host"))
    soonest = hosts.aggregate(soonest=Min("next_at"))["soonest"]
    left = soonest - timezone.now() if soonest else SHORT_WAIT
    if left >= SHORT_WAIT:
        return False
    sleep(max(left.total_seconds(), 0.01))
    return True


def carry_out(errand: Errand) -> None:
    """Look, and store what came of it. Whatever fails is on the try's row."""
    found = _look(errand)
    try:
        if tries.end(errand, found) and found.answer == Answer.FAILED:
            archived.fetch_archived(errand.check)
    except NotKept as refusal:
        tries.end(errand, Look(Answer.UNKNOWN, code=refusal.code, problem=refusal.detail))
    except Exception:
        logger.exception("storing what %s answered failed", errand.check.address)
        tries.end(errand, OURS)


def _look(errand: Errand) -> Look:
    watch = errand.watch
    if watch.tries > MOST_TRIES:
        found = Look(Answer.UNKNOWN, code="gave_up", problem=GAVE_UP.format(tries=watch.tries - 1))
        _let_go(watch, found)
        return found
    known = tries.same_bytes(watch.pk)
    return look(errand.check.address, _validators(watch), known, lambda found: _let_go(watch, found))


def _validators(watch: Watch) -> Validators | None:
    """Only where there is a text that "not modified" could mean."""
    if not (watch.etag or watch.last_modified):
        return None
    last = tries.last_copy(watch.pk)
    return Validators(watch.etag, watch.last_modified) if last and last.characters else None


def _let_go(watch: Watch, found: Look) -> None:
    """The site has been asked, and there is time to read what it said."""
    sites.let_go(watch.host, found)
    ours = Watch.objects.filter(pk=watch.pk, started_at=watch.started_at, tries=watch.tries)
    ours.update(lease_until=lease(READING))
