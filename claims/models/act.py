"""What a person did in the queue or to many claims at once, kept so that it can be undone as one."""

from __future__ import annotations

from django.db import models

from claimtracker.core.history import remembered


@remembered()
class Act(models.Model):
    """`entries`: one per claim, [{claim, version (after), before: {column: value}, review, dispute}].

    Of a correction also `corrected`: {version (before), citations: the numbers it cited}.
    """

    by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="acts")
    name = models.CharField(max_length=40)
    words = models.CharField(max_length=300, help_text="What it was, for the button that takes it back.")
    entries = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(name="acts_of_a_person", fields=["by", "-created_at"])]

    def __str__(self) -> str:
        return self.words
