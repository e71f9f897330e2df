"""How much a claim asks to be looked at: the order of the queue. Worked out from the rows, and never the truth itself.

What the queue shows of a claim is asked of its rows at that moment; this only says what comes first.
"""

from __future__ import annotations

from django.db import models

from .claim import Claim


class Risk(models.Model):
    """One row a claim that waits for somebody. Lost rows and old ones are made anew by the sweeper."""

    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, primary_key=True, related_name="risk")
    score = models.BigIntegerField()
    worked_out_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(name="risk_first", fields=["-score", "claim"]),
            models.Index(name="risk_by_age", fields=["worked_out_at"]),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id}: {self.score}"
