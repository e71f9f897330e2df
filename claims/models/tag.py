"""Words that people put on claims to find them again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from claimtracker.core.history import remembered

from .claim import Claim


@remembered()
class Tag(models.Model):
    """One word or a few, the same however it is capitalised."""

    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="one_tag_per_word"),
            models.CheckConstraint(name="tag_has_words", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


@remembered()
class ClaimTag(models.Model):
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="tagged")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="tagged")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["claim", "id"]
        constraints = [models.UniqueConstraint(name="one_tag_a_claim_once", fields=["claim", "tag"])]

    def __str__(self) -> str:
        return f"{self.tag_id} on claim {self.claim_id}"
