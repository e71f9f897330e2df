"""Two rows that turned out to be one work: what was moved, so that it can be moved back."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from claimtracker.core.history import remembered

from .source import Source


@remembered()
class Merge(models.Model):
    """`source` was merged into `into`. `moved` has the rows that went over: {"citations": […], "snapshots": […]}."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="merges_in")
    moved = models.JSONField(default=dict)
    fields = models.JSONField(default=dict, help_text="Of the one that stays: {field: [before, after]}.")
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="merge_is_of_two", condition=~Q(source=F("into"))),
            models.UniqueConstraint(name="one_standing_merge", fields=["source"], condition=Q(undone_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} into {self.into_id}"
