"""Every try to fetch a source: one row, from its begin."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from sources import permissions

from .snapshot import Snapshot
from .source import Source
from .watch import Link, Why


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def for_list(self) -> Self:
        return self.select_related("source", "by")

    def ended(self) -> Self:
        return self.exclude(outcome="")

    def changes(self) -> Self:
        """What somebody who follows a source wants to hear of: another text, another state of its link."""
        return self.filter(Q(outcome="new_copy") | Q(turned=True))


class LinkCheck(models.Model):
    """One try. `link` is the state of the link after it, `turned` whether that is another than before."""

    class Outcome(models.TextChoices):
        NEW_COPY = "new_copy", "a new copy"
        SEEN_AGAIN = "seen_again", "the same as before"
        FAILED = "failed"
        BROKE_OFF = "broke_off", "the program was stopped during this try"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="checks")
    why = models.CharField(max_length=10, choices=Why)
    by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    address = models.CharField(max_length=2000)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, help_text="Empty: it is under way.")
    link = models.CharField(max_length=10, choices=Link, blank=True)
    turned = models.BooleanField(default=False)
    http_status = models.PositiveSmallIntegerField(null=True)
    final_address = models.CharField(max_length=2000, blank=True)
    hops = models.JSONField(default=list, blank=True, help_text="[[address, status]]: the way there.")
    milliseconds = models.PositiveIntegerField(null=True)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, related_name="checks")
    code = models.CharField(max_length=60, blank=True)
    problem = models.TextField(blank=True, help_text="What went wrong, in a plain sentence.")

    dated_by = "finished_at"  # the past has those that had come to an end
    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="check_outcome_is_known",
                condition=Q(outcome__in=["", "new_copy", "seen_again", "failed", "broke_off"]),
            ),
            models.CheckConstraint(name="failed_check_says_why", condition=~Q(outcome="failed") | ~Q(problem="")),
            models.CheckConstraint(
                name="copy_of_a_check_is_named",
                condition=~Q(outcome__in=["new_copy", "seen_again"]) | Q(snapshot__isnull=False),
            ),
            # Of two workers at one source one is late, and finds out before it asks anybody.
            models.UniqueConstraint(name="one_check_at_a_time", fields=["source"], condition=Q(outcome="")),
        ]
        indexes = [
            models.Index(name="checks_of_a_source", fields=["source", "-id"]),
            models.Index(name="checks_that_changed", fields=["-id"], condition=Q(outcome="new_copy") | Q(turned=True)),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} at {self.started_at:%Y-%m-%d %H:%M}: {self.outcome or 'under way'}"
