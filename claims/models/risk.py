"""How much a claim asks to be looked at: the order of the queue. Worked out from the rows, and never the truth itself.

What the queue shows of a claim is asked of its rows at that moment; this only says what comes first.
"""

from __future__ import annotations

from django.db import models

from .claim import Claim


class Risk(models.Model):
    """One row a claim that waits for somebody; `worked_out_at` is when its score last became another."""

    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, primary_key=True, related_name="risk")
    score = models.BigIntegerField()
    worked_out_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(name="risk_first", fields=["-score", "claim"]),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id}: {self.score}"


class Walk(models.Model):
    """How far the walk over all claims has come that finds what was missed: one row."""

    reached = models.BigIntegerField(default=0, help_text="The id of the last claim of the last slice.")

    class Meta:
        constraints = [models.CheckConstraint(name="one_walk", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return f"claim {self.reached}"
