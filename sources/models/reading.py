"""The work of reading a revision: waiting, under way, done or given up.

This is the queue. Redis only rings the bell; see DESIGN "Work to do is a query".
"""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .article import Revision

TELL = dt.timedelta(seconds=1)
MOST_TRIES = 5  # a text that has brought down the worker so often will do it again


class ReadingQuerySet(models.QuerySet["Reading"]):
    def unfinished(self) -> Self:
        return self.filter(state__in=[Reading.State.WAITING, Reading.State.RUNNING])

    def due(self) -> Self:
        """Waiting, or begun by a worker that has given no sign of life for a lease."""
        return self.unfinished().filter(Q(lease_until=None) | Q(lease_until__lt=timezone.now()))

    def take(self, revision_id: int) -> Reading | None:
        """Compare-and-set: of two workers at the same door exactly one gets the reading."""
        taken = (
            self.due()
            .filter(revision_id=revision_id)
            .update(
                state=Reading.State.RUNNING,
                lease_until=lease(),
                tries=F("tries") + 1,
                started_at=timezone.now(),
            )
        )
        return self.select_related("revision__article").get(revision_id=revision_id) if taken else None


class Reading(models.Model):
    """Where the reading of one revision stands."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="reading")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    read_to = models.PositiveIntegerField(default=0, help_text="Characters read so far.")
    claims_found = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(name="readings_to_do", fields=["lease_until"], condition=Q(state__in=["waiting", "running"])),
        ]

    def __str__(self) -> str:
        return f"{self.state} at {self.read_to}"

    told: dt.datetime | None = None  # when progress was last written; not a column

    def progress(self, read_to: int) -> None:
        """Say how far it has got, and that the worker lives; no oftener than somebody could see it."""
        now = timezone.now()
        if self.told is None or now - self.told >= TELL:
            self._ours().update(read_to=read_to, lease_until=lease())
            self.read_to, self.told = read_to, now

    def still_ours(self) -> bool:
        """Whether no other worker has taken the reading over; holds the row until the transaction ends."""
        return self._ours().select_for_update().exists()

    def release(self) -> None:
        """Put it back for another try, after a pause that grows with the tries."""
        pause = dt.timedelta(seconds=2**self.tries)
        self._ours().update(state=Reading.State.WAITING, lease_until=timezone.now() + pause)

    def finish(self, claims_found: int) -> None:
        self._ours().update(
            state=Reading.State.DONE,
            read_to=self.revision.characters,
            claims_found=claims_found,
            finished_at=timezone.now(),
            lease_until=None,
        )

    def _ours(self) -> ReadingQuerySet:
        # The number of tries is a fencing token: whoever takes the reading over raises it.
        return Reading.objects.filter(pk=self.pk, state=Reading.State.RUNNING, tries=self.tries)


def lease() -> dt.datetime:
    return timezone.now() + dt.timedelta(seconds=settings.LEASE_SECONDS)
