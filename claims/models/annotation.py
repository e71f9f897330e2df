"""A note pinned to words (W3C Web Annotation), its thread, and where it stands in each text of its article."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from claims import permissions
from claimtracker.core.history import remembered
from sources.models import Article, Revision, Snapshot
from sources.models.invariants import inside_the_text

from .claim import Claim
from .vocabulary import Motivation, Outcome


class AnnotationQuerySet(models.QuerySet["Annotation"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def threads(self) -> Self:
        """Without the replies."""
        return self.filter(parent=None)

    def open(self) -> Self:
        return self.filter(resolved_at=None, withdrawn_at=None)

    def orphans(self) -> Self:
        """Notes on words that the article's current text does not have any more."""
        here = NoteAnchor.objects.filter(note=models.OuterRef("pk"), revision=models.OuterRef("article__revision"))
        return (
            self.threads().filter(article__isnull=False, exact__gt="").filter(~models.Exists(here.exclude(start=None)))
        )


@remembered()
class Annotation(models.Model):
    """On a claim, on words of an article or of a copy; or a reply to another. Its body is Markdown, and stays.

    A note on words has a TextQuoteSelector (exact, prefix, suffix) and a TextPositionSelector (start, end; code points
    of the revision or of the copy, half-open).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations")
    exact = models.TextField(blank=True)
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    motivation = models.CharField(max_length=12, choices=Motivation, default=Motivation.COMMENTING)
    body = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="annotations")
    mentions = ArrayField(models.BigIntegerField(), default=list, blank=True, help_text="Ids of people named in it.")
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    resolved_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.TextField(blank=True)

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="motivation_is_known", condition=Q(motivation__in=Motivation.values)),
            models.CheckConstraint(name="note_says_something", condition=~Q(body="")),
            models.CheckConstraint(
                name="note_is_about_one_thing",
                condition=Q(claim__isnull=False, article=None, snapshot=None)
                | Q(claim=None, article__isnull=False, snapshot=None)
                | Q(claim=None, article=None, snapshot__isnull=False),
            ),
            models.CheckConstraint(
                name="note_span_is_half_open",
                condition=Q(exact="", start=None, end=None)
                | (~Q(exact="") & Q(start__isnull=False, end__isnull=False, start__lt=F("end"))),
            ),
            models.CheckConstraint(
                name="resolved_note_says_who", condition=Q(resolved_at=None) | Q(resolved_by__isnull=False)
            ),
        ]
        indexes = [
            models.Index(name="notes_by_change", fields=["updated_at", "id"]),
            models.Index(name="open_notes_of_a_claim", fields=["claim"], condition=Q(resolved_at=None, parent=None)),
        ]

    def __str__(self) -> str:
        return self.body[:80]


@remembered()
class NoteAnchor(models.Model):
    """Where a note on an article's words stands in one revision; without a start: lost there, an orphan."""

    note = models.ForeignKey(Annotation, on_delete=models.PROTECT, related_name="anchors")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="note_anchors")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.EXACT)

    class Meta:
        triggers = inside_the_text()
        constraints = [
            models.UniqueConstraint(name="one_note_anchor_per_revision", fields=["note", "revision"]),
            models.CheckConstraint(
                name="note_anchor_is_half_open",
                condition=Q(start=None, end=None) | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
            ),
        ]
        indexes = [models.Index(name="notes_in_text_order", fields=["revision", "start"])]

    def __str__(self) -> str:
        return f"note {self.note_id} in {self.revision_id}: {self.outcome}"
