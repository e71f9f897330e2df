"""Which citations a claim leans on, in the order they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from claimtracker.core.history import remembered
from sources.models import Citation

from .claim import Claim

TOLD = ("finding", "relation", "hedge", "subject", "snapshot")  # of a finding, for a list


class LinkQuerySet(models.QuerySet["ClaimCitation"]):
    def current(self) -> Self:
        """Of the texts that articles have now; what a claim cited in an earlier text is kept, and is history."""
        return self.filter(citation__revision__current_of__isnull=False)

    def sources(self) -> set[int]:
        """The ids of the sources that they lead to, as far as somebody has identified them."""
        identified = self.filter(citation__source__isnull=False).order_by()
        return set(identified.values_list("citation__source", flat=True).distinct())

    def with_told(self) -> Self:
        """`told`: what the newest copy of the cited source says to the claim, as {finding, relation, hedge, subject,
        snapshot}; None where there is no copy. Of the links of a page that is one query with them.
        """
        from .finding import Finding

        told = Finding.objects.headlines().filter(claim=OuterRef("claim"), citation=OuterRef("citation"))
        return self.annotate(told=Subquery(told.values(row=JSONObject(**{name: name for name in TOLD}))[:1]))


@remembered()
class ClaimCitation(models.Model):
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links")
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="links")
    position = models.PositiveSmallIntegerField(default=0)

    objects = LinkQuerySet.as_manager()

    if TYPE_CHECKING:
        told: dict[str, Any] | None  # only of rows `with_told`

    class Meta:
        ordering = ["claim", "position"]
        constraints = [
            models.UniqueConstraint(name="one_link_per_citation", fields=["claim", "citation"]),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id} cites {self.citation_id}"
