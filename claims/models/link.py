"""Which citations a claim leans on, in the order they are printed."""

from __future__ import annotations

from typing import Self

from django.db import models

from claimtracker.core.history import remembered
from sources.models import Citation

from .claim import Claim


class LinkQuerySet(models.QuerySet["ClaimCitation"]):
    def current(self) -> Self:
        """Of the texts that articles have now; what a claim cited in an earlier text is kept, and is history."""
        return self.filter(citation__revision__current_of__isnull=False)


@remembered()
class ClaimCitation(models.Model):
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links")
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="links")
    position = models.PositiveSmallIntegerField(default=0)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "position"]
        constraints = [
            models.UniqueConstraint(name="one_link_per_citation", fields=["claim", "citation"]),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id} cites {self.citation_id}"
