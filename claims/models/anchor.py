"""Where a claim stands in one revision of its article."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from claimtracker.core.history import remembered
from sources.models import Revision
from sources.models.invariants import inside_the_text

from .claim import Claim
from .vocabulary import Outcome

# Anchors of claims that a text makes: of a changed figure only the claim that its new words make.
IN_TEXT = Q(start__isnull=False, successor=None)


@remembered()
class Anchor(models.Model):
    """One per claim and revision, so that moving a claim to a new text changes neither its version nor its verdicts."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="anchors")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.EXACT)
    # False: the words there are not the claim's own any more, so its parts have no place in them.
    verbatim = models.BooleanField(default=True)
    candidates = models.JSONField(default=list, blank=True, help_text="[[start, end]]: where it may stand, best first.")
    # Of a figure that changed: the claim that the new words make.
    successor = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        triggers = inside_the_text()
        constraints = [
            models.UniqueConstraint(name="one_anchor_per_revision", fields=["claim", "revision"]),
            models.CheckConstraint(name="anchor_outcome_is_known", condition=Q(outcome__in=Outcome.values)),
            models.CheckConstraint(
                name="anchor_span_is_half_open",
                condition=Q(start=None, end=None, outcome__in=["lost", "ambiguous"])
                | (Q(start__isnull=False, end__isnull=False) & Q(start__lt=F("end"))),
            ),
        ]
        indexes = [
            models.Index(name="anchors_by_outcome", fields=["outcome", "claim"], condition=~Q(outcome="exact")),
            models.Index(name="anchors_in_text_order", fields=["revision", "start", "claim"]),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id} in {self.revision_id}: {self.outcome}"
