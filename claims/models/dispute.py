"""An objection to a claim, and how it was settled.

`misread`: the record differs from the article's words. `contested`: the article's own value is disputed; nothing of
the claim is overwritten, a Rival stands beside it.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from claims import permissions
from claimtracker.core.history import remembered

from .claim import Claim
from .rival import Rival
from .vocabulary import Aspect, DisputeState, Ground

OPEN = (DisputeState.OPEN, DisputeState.ACKNOWLEDGED)
SETTLED = (DisputeState.UPHELD, DisputeState.PARTLY_UPHELD, DisputeState.DISMISSED)
LAST = dt.date(9999, 1, 1)  # the turn of what has no date
IS_OPEN = Q(state__in=OPEN)
BLOCKING = (Aspect.FIGURE, Aspect.CITATION, Aspect.ATTRIBUTION)  # open ones keep a claim from being published


class DisputeQuerySet(models.QuerySet["Dispute"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def open(self) -> Self:
        return self.filter(IS_OPEN)

    def overdue(self, today: dt.date) -> Self:
        return self.open().filter(due__lt=today)

    def of(self, user: Any) -> Self:
        """What a person raised, or looks after."""
        return self.filter(Q(by=user.pk) | Q(acknowledged_by=user.pk)) if user.is_authenticated else self.none()

    def with_turn(self) -> Self:
        """`turn`: by when it is to be settled; without a date behind those that have one; null once it is closed."""
        waits = Coalesce("due", Value(LAST), output_field=models.DateField())
        return self.annotate(turn=Case(When(state__in=OPEN, then=waits), output_field=models.DateField(null=True)))

    def with_people(self) -> Self:
        return self.select_related(
            "by", "acknowledged_by", "settled_by", "claim__article", "rival__source__merged_into", "rival__place"
        ).defer("claim__search_words", "claim__stated", "claim__article__problem")


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

    if TYPE_CHECKING:
        turn: dt.date | None  # only of rows `with_turn`
        pgh_event_model: type[Any]  # made by `remembered`

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
                name="who_raised_it_never_settles_it", condition=Q(settled_by=None) | ~Q(settled_by=F("by"))
            ),
            models.CheckConstraint(
                name="withdrawn_dispute_says_why_and_is_settled_by_nobody",
                condition=~Q(state="withdrawn")
                | (Q(settled_by=None, settled_at__isnull=False) & ~Q(outcome_reason="")),
            ),
            models.CheckConstraint(
                name="open_dispute_has_no_outcome",
                condition=~Q(state__in=OPEN) | Q(settled_by=None, settled_at=None, outcome_reason=""),
            ),
            models.CheckConstraint(
                name="acknowledged_dispute_has_an_editor_and_a_date",
                condition=~Q(state="acknowledged")
                | Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False, due__isnull=False),
            ),
            models.CheckConstraint(
                name="dispute_about_a_duplicate_names_the_other",
                condition=(Q(aspect="duplicate", duplicate_of__isnull=False) & ~Q(duplicate_of=F("claim")))
                | (~Q(aspect="duplicate") & Q(duplicate_of=None)),
            ),
            models.UniqueConstraint(
                name="one_open_dispute_per_person_and_aspect",
                fields=["claim", "aspect", "by"],
                condition=Q(state__in=OPEN),
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
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def blocks(self) -> bool:
        """Whether it keeps the claim from being published."""
        return self.state in OPEN and self.aspect in BLOCKING
