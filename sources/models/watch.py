"""How the address of a source does, and when it is looked at next.

A Watch is a place in a queue that never empties: what is due is fetched, and
due again some days later. A Host is what all addresses of one site share: the
pause between two requests, and whether the site answers at all.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claimtracker.core.history import remembered

from .source import Source
from .work import Work, WorkQuerySet, WorkState


class Link(models.TextChoices):
    """How the address of a source does."""

    ALIVE = "alive"
    MOVED = "moved"
    RESTRICTED = "restricted"
    SUSPECT = "suspect"
    DEAD = "dead"
    HELD = "held"


class Why(models.TextChoices):
    """What a try was made for."""

    ASKED = "asked", "somebody asked for it"
    IDENTIFIED = "identified", "a citation was identified"
    SCHEDULED = "scheduled", "it was due"


class Host(models.Model):
    """One site. Of all desks' processes one request at a time asks it, with a pause between two."""

    name = models.CharField(max_length=300, primary_key=True)
    next_at = models.DateTimeField(null=True, help_text="Not to be asked before.")
    failing_since = models.DateTimeField(null=True, help_text="Nothing of it has answered since.")
    failures = models.PositiveIntegerField(default=0, help_text="Tries in a row at which the whole site failed.")

    def __str__(self) -> str:
        return self.name


class WatchQuerySet(WorkQuerySet["Watch"]):
    def due(self) -> Self:
        """Whose time has come, and which no worker holds; what people ask for first."""
        now = timezone.now()
        free = Q(lease_until=None) | Q(lease_until__lt=now)
        return self.filter(free, due_at__lte=now, source__merged_into=None)

    def of_free_hosts(self) -> Self:
        """Whose site may be asked now."""
        waiting = Host.objects.filter(name=OuterRef("host"), next_at__gt=timezone.now())
        return self.filter(~Exists(waiting))


@remembered(
    exclude=[
        "state", "tries", "lease_until", "started_at", "finished_at", "due_at", "why", "asked_by", "checked_at",
        "failed_on", "etag", "last_modified",
    ]
)  # fmt: skip
class Watch(Work):
    """One per source that has an address."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, primary_key=True, related_name="watch")
    host = models.CharField(max_length=300, db_index=True)
    due_at = models.DateTimeField(null=True, help_text="The next try; null: none by itself.")
    why = models.CharField(max_length=10, choices=Why, default=Why.SCHEDULED, help_text="Of the next try.")
    asked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    link = models.CharField(max_length=10, choices=Link, blank=True, help_text="Empty: never tried.")
    since = models.DateTimeField(null=True, help_text="How long the link has been in this state.")
    checked_at = models.DateTimeField(null=True, help_text="When the last try ended.")
    failed_on = ArrayField(models.DateField(), default=list, help_text="The days of the failures in a row.")
    moved_to = models.CharField(max_length=2000, blank=True)
    pinned = models.BooleanField(default=False, help_text="A person said so; tries do not change it.")
    pinned_reason = models.TextField(blank=True)
    pinned_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    # What the site said of the last copy, for asking whether it has another (RFC 9110, 13).
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="link_state_is_known", condition=Q(link__in=["", *Link.values])),
            models.CheckConstraint(name="pinned_link_says_why", condition=Q(pinned=False) | ~Q(pinned_reason="")),
        ]
        indexes = [
            models.Index(name="watches_to_do", fields=["due_at"], condition=Q(due_at__isnull=False)),
            models.Index(name="watches_by_link", fields=["link", "source"]),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.link or 'never tried'}"

    @property
    def is_running(self) -> bool:
        """Whether a worker looks at it now, and lives."""
        return self.state == WorkState.RUNNING and self.lease_until is not None and self.lease_until > timezone.now()

    def settle(self, due_at: dt.datetime | None, **columns: Any) -> bool:
        """End this try and set the time of the next; False where another worker has taken it over."""
        ended = {"state": WorkState.WAITING, "tries": 0, "lease_until": None, "finished_at": timezone.now()}
        # Asked for again while it ran: that wish stands.
        again = self._ours().filter(due_at__gt=self.started_at).update(**ended, **columns)
        return bool(again or self._ours().update(**ended, due_at=due_at, why=Why.SCHEDULED, asked_by=None, **columns))

    def _ours(self) -> models.QuerySet[Any]:
        # Tries begin again with every settled one, so the moment it was begun tells two holders apart as well.
        return super()._ours().filter(started_at=self.started_at)
