"""Words of a source that a person has put beside a claim; they stand beside what the program finds, never for it."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from claims import permissions
from claimtracker.core.history import remembered
from sources.models import Snapshot

from .claim import Claim
from .vocabulary import Credibility, Stance, Standpoint


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)

    def with_copy(self) -> Self:
        return self.select_related("snapshot__source", "created_by").defer(
            "snapshot__text", "snapshot__fences", "snapshot__notes", "snapshot__origins"
        )


@remembered()
class Evidence(models.Model):
    """A quotation from one copy (W3C TextQuoteSelector and TextPositionSelector), and what it says to the claim."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="evidence")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    stance = models.CharField(max_length=16, choices=Stance)
    standpoint = models.CharField(max_length=16, choices=Standpoint, blank=True)
    credibility = models.PositiveSmallIntegerField(null=True, choices=Credibility)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.TextField(blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(name="evidence_span_is_half_open", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(name="evidence_stance_is_known", condition=Q(stance__in=Stance.values)),
            models.CheckConstraint(
                name="evidence_standpoint_is_known", condition=Q(standpoint__in=["", *Standpoint.values])
            ),
            models.CheckConstraint(
                name="credibility_is_one_to_six", condition=Q(credibility=None) | Q(credibility__range=(1, 6))
            ),
            # A double submit pins nothing twice.
            models.UniqueConstraint(
                name="one_pin_per_person_and_words",
                fields=["claim", "snapshot", "start", "end", "created_by"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.exact[:80]
