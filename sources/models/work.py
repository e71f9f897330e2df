"""Work that is derived from rows: waiting, under way, done or given up.

A row of such a model is a place in a queue. Redis only rings the bell; see DESIGN
"Work to do is a query". A worker takes a row for a lease and shows signs of life;
when it gives none, another takes the row over, and the number of tries tells the two apart.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

MOST_TRIES = 5  # work that has brought down the worker so often will do it again

W = TypeVar("W", bound="Work")


class WorkState(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class WorkQuerySet(models.QuerySet[W]):
    def unfinished(self) -> Self:
        return self.filter(state__in=[WorkState.WAITING, WorkState.RUNNING])

    def due(self) -> Self:
        """Waiting, or begun by a worker that has given no sign of life for a lease."""
        return self.unfinished().filter(Q(lease_until=None) | Q(lease_until__lt=timezone.now()))

    def begin(self, pk: Any, *, seconds: int = 0) -> bool:
        """Of two workers at the same door exactly one gets the work, for `seconds` or a lease.

        A row that somebody holds is being stored at this moment, however old its last sign of life: it is not
        waited for.
        """
        with transaction.atomic():
            free = self.due().filter(pk=pk).select_for_update(of=("self",), skip_locked=True)
            taken = list(free.values_list("pk", flat=True))
            return bool(
                self.filter(pk__in=taken).update(
                    state=WorkState.RUNNING, lease_until=lease(seconds), tries=F("tries") + 1, started_at=timezone.now()
                )
            )


class Work(models.Model):
    """The columns of a queue; see `begin`, `still_ours`, `release`, `finish`."""

    State = WorkState
    NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)

    state = models.CharField(max_length=8, choices=WorkState, default=WorkState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def still_ours(self) -> bool:
        """Whether no other worker has taken the work over; holds the row until the transaction ends."""
        return bool(self._ours().select_for_update().exists())

    def release(self) -> None:
        """Put it back for another try, after a pause that grows with the tries."""
        pause = dt.timedelta(seconds=2**self.tries)
        self._ours().update(state=WorkState.WAITING, lease_until=timezone.now() + pause)

    def finish(self, **columns: Any) -> None:
        self._ours().update(state=WorkState.DONE, finished_at=timezone.now(), lease_until=None, **columns)

    def fail(self, **columns: Any) -> None:
        self._ours().update(state=WorkState.FAILED, finished_at=timezone.now(), lease_until=None, **columns)

    def begin_anew(self) -> bool:
        """Put work that was given up back into the queue; False where it was not given up."""
        given_up = type(self)._default_manager.filter(pk=self.pk, state=WorkState.FAILED)
        return bool(given_up.update(state=WorkState.WAITING, tries=0, lease_until=None, finished_at=None))

    def _ours(self) -> models.QuerySet[Any]:
        # The number of tries is a fencing token: whoever takes the work over raises it.
        return type(self)._default_manager.filter(pk=self.pk, state=WorkState.RUNNING, tries=self.tries)


def lease(seconds: int = 0) -> dt.datetime:
    return timezone.now() + dt.timedelta(seconds=seconds or settings.LEASE_SECONDS)
