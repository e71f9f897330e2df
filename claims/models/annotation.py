"""A note pinned to words (W3C Web Annotation), its thread, and where it stands in each text of its article."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Upper
from django.urls import reverse

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

    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)

    def orphans(self) -> Self:
        """Notes on words that the article's current text does not have any more."""
        return self.threads().filter(article__isnull=False, exact__gt="").filter(~_placed())

    def placed(self) -> Self:
        """All others."""
        return self.threads().filter(Q(article=None) | Q(exact="") | _placed())

    def of_article(self, article: Any) -> Self:
        """On the article itself and on its claims."""
        return self.filter(Q(article=article) | Q(claim__article=article))

    def with_thread(self) -> Self:
        """All that a list shows of a note, in three queries however many there are."""
        people = ("created_by", "resolved_by", "reopened_by", "withdrawn_by")
        here = NoteAnchor.objects.filter(revision=F("note__article__revision"))
        replies = Annotation.objects.select_related("created_by", "withdrawn_by").order_by("id")
        return (
            self.select_related("claim", "article", "snapshot__source", *people)
            .defer("claim__search_words", "claim__stated", "snapshot__text", "snapshot__fences", "snapshot__origins")
            .prefetch_related(
                Prefetch("replies", replies),
                Prefetch("anchors", here.select_related("revision").defer("revision__text"), to_attr="current_anchors"),
            )
        )


def _placed() -> Exists:
    here = NoteAnchor.objects.filter(note=OuterRef("pk"), revision=OuterRef("article__revision"))
    return Exists(here.exclude(start=None))


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
    reopened_at = models.DateTimeField(null=True, help_text="When it was last taken up again.")
    reopened_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    reopened_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.TextField(blank=True)

    objects = AnnotationQuerySet.as_manager()

    if TYPE_CHECKING:
        current_anchors: list[NoteAnchor]  # only after `with_thread`

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
            GinIndex(name="notes_by_mention", fields=["mentions"]),
            GinIndex(OpClass(Upper("body"), "gin_trgm_ops"), name="notes_by_words"),
        ]

    def __str__(self) -> str:
        return self.body[:80]

    def get_absolute_url(self) -> str:
        return reverse("note", args=[self.parent_id or self.pk])

    @property
    def anchor(self) -> NoteAnchor | None:
        """Where it stands in the article's current text; costs nothing after `with_thread`."""
        if hasattr(self, "current_anchors"):
            return next(iter(self.current_anchors), None)
        return self.anchors.filter(revision=self.article.revision_id).first() if self.article else None

    @property
    def place(self) -> tuple[int, int] | None:
        """Where its words stand now: in the article's current text, in the copy, in the claim's words."""
        here: Any = self.anchor if self.article_id else self
        return (here.start, here.end) if here and here.start is not None else None

    @property
    def is_orphan(self) -> bool:
        return bool(self.article_id and self.exact and self.place is None)


@remembered()
class NoteAnchor(models.Model):
    """Where a note on an article's words stands in one revision; without a start: lost there, an orphan."""

    note = models.ForeignKey(Annotation, on_delete=models.PROTECT, related_name="anchors")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="note_anchors")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.EXACT)
    # False: the words there are not those that the note was written on.
    verbatim = models.BooleanField(default=True)
    candidates = models.JSONField(default=list, blank=True, help_text="[[start, end]]: where it may stand, best first.")

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
