"""An objection to a claim, and the other value that stands beside it.

`misread`: the record differs from the article's words. `contested`: the article's own value is disputed; nothing of
the claim is overwritten, a Rival stands beside it.
"""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from claims import permissions
from claimtracker.core.history import remembered
from sources.models import Source

from .claim import Claim, number, word
from .place import Place
from .rules import BOUNDS_OF_A_VALUE
from .vocabulary import Aspect, Comparator, DisputeState, Form, Ground, Rank

OPEN = (DisputeState.OPEN, DisputeState.ACKNOWLEDGED)
BLOCKING = (Aspect.FIGURE, Aspect.CITATION, Aspect.ATTRIBUTION)  # open ones keep a claim from being published


class DisputeQuerySet(models.QuerySet["Dispute"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def blocking(self) -> Self:
        return self.open().filter(aspect__in=BLOCKING)

    def with_people(self) -> Self:
        return self.select_related(
            "by", "acknowledged_by", "settled_by", "claim__article", "rival__source", "rival__place"
        ).defer("claim__search_words", "claim__stated")


@remembered()
class Rival(models.Model):
    """Another value for the same thing, in the columns of a claim's parts, with its own source.

    It stands beside the claim from `accepted_at` on; before that it is what a dispute proposes.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="rivals")
    figure_text = word(500)
    figure_comparator = word(10, choices=Comparator)
    figure_low, figure_high = number(), number()
    figure_unit = word()
    figure_counted = word(500)
    figure_form = word(8, choices=Form)
    figure_per = word(60)
    date_text = word(500)
    date_edtf = word(64)
    date_relation = word(10)
    date_qualifier = word(10)
    date_earliest = models.DateField(null=True, blank=True)
    date_latest = models.DateField(null=True, blank=True)
    date_precision = word(10)
    place_text = word(500)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    place_precision = word(10)
    attribution_text = word(1000)
    attribution_agent = word(500)
    attribution_cue = word(100)
    attribution_mode = word(12)
    attribution_chain = ArrayField(models.CharField(max_length=500), default=list, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="rivals")
    no_source = models.TextField(blank=True, help_text="Why there is no source.")
    rank = models.CharField(max_length=10, choices=Rank, default=Rank.NORMAL)
    rank_reason = models.TextField(blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            models.CheckConstraint(name="rival_bounds_agree", condition=BOUNDS_OF_A_VALUE),
            models.CheckConstraint(name="rival_rank_is_known", condition=Q(rank__in=Rank.values)),
            models.CheckConstraint(
                name="rival_says_something",
                condition=~Q(figure_comparator="")
                | ~Q(date_edtf="")
                | Q(place__isnull=False)
                | ~Q(attribution_agent=""),
            ),
            models.CheckConstraint(
                name="rival_has_source_or_says_why_not", condition=Q(source__isnull=False) | ~Q(no_source="")
            ),
        ]

    def __str__(self) -> str:
        return self.figure_text or self.date_text or self.place_text or self.attribution_text


@remembered()
class Dispute(models.Model):
    """open → acknowledged → upheld, partly upheld or dismissed; or withdrawn by whoever raised it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="disputes")
    by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="disputes")
    ground = models.CharField(max_length=10, choices=Ground)
    aspect = models.CharField(max_length=12, choices=Aspect)
    reason = models.TextField()
    rival = models.OneToOneField(Rival, on_delete=models.PROTECT, null=True, blank=True, related_name="dispute")
    duplicate_of = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(help_text="Of the claim, as it was seen.")
    state = models.CharField(max_length=14, choices=DisputeState, default=DisputeState.OPEN)
    acknowledged_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    due = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    outcome_reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="dispute_ground_is_known", condition=Q(ground__in=Ground.values)),
            models.CheckConstraint(name="dispute_aspect_is_known", condition=Q(aspect__in=Aspect.values)),
            models.CheckConstraint(name="dispute_state_is_known", condition=Q(state__in=DisputeState.values)),
            models.CheckConstraint(name="dispute_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="settled_dispute_says_who_and_why",
                condition=~Q(state__in=["upheld", "partly_upheld", "dismissed"])
                | (Q(settled_by__isnull=False, settled_at__isnull=False) & ~Q(outcome_reason="")),
            ),
            models.CheckConstraint(
                name="who_raised_it_never_settles_it",
                condition=Q(settled_by=None) | ~Q(settled_by=F("by")) | Q(state="withdrawn"),
            ),
            models.CheckConstraint(
                name="acknowledged_dispute_has_an_editor",
                condition=~Q(state="acknowledged") | Q(acknowledged_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="open_disputes", fields=["claim", "aspect"], condition=Q(state__in=OPEN)),
            models.Index(name="disputes_by_change", fields=["updated_at", "id"]),
            models.Index(name="disputes_by_state", fields=["state", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_aspect_display()} of claim {self.claim_id} {self.ground}"

    def get_absolute_url(self) -> str:
        return reverse("dispute", args=[self.pk])

    @property
    def blocks(self) -> bool:
        """Whether it keeps the claim from being published."""
        return self.state in OPEN and self.aspect in BLOCKING
