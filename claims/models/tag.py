"""Words that people put on claims to find them again."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from claimtracker.core.history import remembered

from .claim import Claim


class TagQuerySet(models.QuerySet["Tag"]):
    def named(self, word: str) -> Self:
        """However it is capitalised."""
        return self.filter(Exact(Lower("name"), Lower(Value(word))))


@remembered()
class Tag(models.Model):
    """One word or a few, the same however it is capitalised."""

    name = models.CharField(max_length=60)

    objects = TagQuerySet.as_manager()

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
