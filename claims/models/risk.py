"""How much a claim asks to be looked at: the order of the queue. Worked out from the rows, and never the truth itself.

What the queue shows of a claim is asked of its rows at that moment; this only says what comes first.
"""

from __future__ import annotations

from django.db import models

from .claim import Claim
from .vocabulary import Flag

# Points, in the order in which a desk wants to see things. Several flags add up, so a disputed figure that also differs
# comes before one that only differs.
WEIGHTS: dict[Flag, int] = {
    Flag.DIFFERS: 100,
    Flag.DISPUTED: 90,
    Flag.UNCITED: 70,
    Flag.STALE: 60,
    Flag.OVERDUE: 50,
    Flag.SINGLE_ORIGIN: 30,
}


def flag() -> models.BooleanField[bool, bool]:
    return models.BooleanField(default=False)


class Risk(models.Model):
    """One row a claim that waits for somebody, with the flags that count; `worked_out_at` is when it last became
    another.
    """

    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, primary_key=True, related_name="risk")
    score = models.BigIntegerField()
    differs, disputed, uncited, stale, overdue, single_origin = flag(), flag(), flag(), flag(), flag(), flag()
    worked_out_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(name="risk_first", fields=["-score", "claim"]),
            *(
                models.Index(name=f"risk_{name}", fields=["-score", "claim"], condition=models.Q(**{name: True}))
                for name in WEIGHTS
            ),
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
