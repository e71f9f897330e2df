"""A person's judgement of a claim: never edited, only superseded.

It is pinned to what the reviewer saw: the claim's version, and of each copy that speaks to the claim the finding.
"""

from __future__ import annotations

import uuid
from typing import Any, Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from claims import permissions
from claimtracker.core.history import remembered

from .claim import Claim
from .vocabulary import Verdict


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, user: Any) -> Self:
        """Without the opinions of others that are still sealed: whoever judges second does not see the first."""
        if not permissions.can_read(user):
            return self.none()
        own = Q(by=user.pk) if user and user.is_authenticated else Q(pk=None)
        return self.filter(Q(sealed=False) | own)

    def standing(self) -> Self:
        return self.filter(superseded_at=None)

    def stale(self) -> Self:
        """Standing ones whose claim or findings are others by now than those that the reviewer saw."""
        from .basis import basis_of

        return self.standing().filter(Q(version__lt=F("claim__parts_version")) | ~Q(basis=basis_of("claim")))

    def fresh(self) -> Self:
        """Standing ones on what the claim and its findings are now."""
        from .basis import basis_of

        return self.standing().filter(version__gte=F("claim__parts_version"), basis=basis_of("claim"))

    def with_stale(self) -> Self:
        """`stale` on each row."""
        from .basis import basis_of

        outdated = Q(version__lt=F("claim__parts_version")) | ~Q(basis=basis_of("claim"))
        return self.annotate(
            stale=models.Case(
                models.When(Q(superseded_at=None) & outdated, then=True),
                default=False,
                output_field=models.BooleanField(),
            )
        )


@remembered()
class Review(models.Model):
    """One verdict of one person.

    `findings` is what was seen: [{citation, snapshot, finding, digest}]; `basis` is its digest, the one that the
    database compares. A person has one standing opinion on a claim; a claim has one standing adjudication.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="reviews")
    by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=20, choices=Verdict)
    confidence = models.PositiveSmallIntegerField(null=True, help_text="1 to 5; null: not said.")
    rationale = models.TextField(blank=True)
    adjudicates = models.BooleanField(default=False, help_text="A third person's, where two opinions differ.")
    sealed = models.BooleanField(default=False, help_text="Others do not see it until they have given theirs.")
    version = models.PositiveIntegerField(help_text="Of the claim, as it was seen.")
    findings = models.JSONField(default=list, blank=True)
    basis = models.CharField(max_length=32, help_text="Digest of the findings that were seen.")
    stale: bool  # only behind `with_stale`
    # "Still holds": the same verdict, pinned anew.
    reaffirms = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    superseded_at = models.DateTimeField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded"
    )
    superseded_reason = models.TextField(blank=True, help_text="Where it was taken back: why.")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="review_verdict_is_known", condition=Q(verdict__in=Verdict.values)),
            models.CheckConstraint(
                name="confidence_is_one_to_five", condition=Q(confidence=None) | Q(confidence__range=(1, 5))
            ),
            models.CheckConstraint(name="verdict_says_why", condition=Q(verdict=Verdict.SUPPORTED) | ~Q(rationale="")),
            models.UniqueConstraint(
                name="one_standing_opinion_a_person",
                fields=["claim", "by"],
                condition=Q(superseded_at=None, adjudicates=False),
            ),
            models.UniqueConstraint(
                name="one_standing_adjudication",
                fields=["claim"],
                condition=Q(superseded_at=None, adjudicates=True),
            ),
        ]
        indexes = [
            models.Index(name="standing_reviews", fields=["claim"], condition=Q(superseded_at=None)),
            models.Index(name="reviews_by_day", fields=["created_at"]),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="immutable", exclude=["sealed", "superseded_at", "superseded_by", "superseded_reason"]
            ),
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} of claim {self.claim_id}"
