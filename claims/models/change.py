"""What became of each claim when its article got another text: the claim-level diff, a row a difference."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from claims import permissions
from sources.models import Revision

from .claim import Claim
from .vocabulary import ChangeKind


class ChangeQuerySet(models.QuerySet["Change"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def with_claims(self) -> Self:
        return self.select_related("revision", "since", "claim", "successor").defer(
            "revision__text",
            "since__text",
            *(f"{which}__{column}" for which in ("claim", "successor") for column in WIDE),
        )


WIDE = ("search_words", "stated")


class Change(models.Model):
    """Written once, when the later text was read. `claim` is the one it happened to; of an added one, the new claim.

    `successor` is the claim that the new words make where the figure changed. `detail`
    has what the kind needs beside it: the citations before and after.
    """

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="changes")
    since = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(help_text="Its place in the order of the text.")
    kind = models.CharField(max_length=20, choices=ChangeKind)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="changes")
    successor = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="+")
    detail = models.JSONField(default=dict, blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "position"]
        constraints = [
            models.UniqueConstraint(name="one_change_per_position", fields=["revision", "position"]),
            models.CheckConstraint(name="change_kind_is_known", condition=Q(kind__in=ChangeKind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.revision_id}: claim {self.claim_id}"
