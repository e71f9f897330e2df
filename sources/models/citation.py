"""The numbered entries of a revision, and the marks in its text that point at them."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import MD5, JSONObject

from claimtracker.core.history import remembered
from sources import permissions

from .article import Revision
from .invariants import inside_the_text
from .source import Source


class CitationQuerySet(models.QuerySet["Citation"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def current(self) -> Self:
        """Of the texts that articles have now, withdrawn ones left out."""
        return self.filter(revision=F("revision__article__revision"), revision__article__withdrawn_at=None)

    def unidentified(self) -> Self:
        return self.filter(source=None)

    def with_claim_count(self) -> Self:
        """`claim_count`: how many claims lean on it. A subquery, so that a page counts for its own rows only."""
        counted = Citation.objects.filter(pk=OuterRef("pk")).values("pk").annotate(found=Count("links"))
        return self.annotate(claim_count=Subquery(counted.values("found")))

    def with_parts(self) -> Self:
        """All that a list shows of a citation, in one query: `places` are its marks in the text."""
        number = Func(OuterRef("number"), template="ARRAY[%(expressions)s]", output_field=Mark.numbers.field)
        marks = Mark.objects.filter(revision=OuterRef("revision"), numbers__contains=number).order_by("start")
        place = JSONObject(start="start", end="end", surface="surface")
        return (
            self.select_related("revision__article", "source")
            .defer("revision__text")
            .annotate(places=ArraySubquery(marks.values(place=place)))
            .with_claim_count()
        )

    def for_worklist(self) -> Self:
        """With the article each stands in, and how many claims wait for it."""
        return self.select_related("revision__article").defer("revision__text").with_claim_count()


class Identified(models.TextChoices):
    """How a citation came to its source."""

    ENTRY = "entry", "read from its entry"
    BIBLIOGRAPHY = "bibliography", "from a file of references"
    CARRIED = "carried", "carried over from an earlier text with the same entry"
    BY_HAND = "by_hand", "by hand"


@remembered()
class Citation(models.Model):
    """Entry 4 of an article's list. `source` is null until somebody has said which work it is."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="citations")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=40, help_text="As the article prints it.")
    entry = models.TextField(blank=True, help_text="The words of the entry; empty: the article has no such entry.")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="citations")
    identified = models.CharField(max_length=12, choices=Identified, blank=True, help_text="How its source was told.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "number"]
        constraints = [
            models.UniqueConstraint(name="one_citation_per_number", fields=["revision", "number"]),
            models.CheckConstraint(
                name="only_an_identified_citation_says_how",
                condition=Q(source=None, identified="")
                | (Q(source__isnull=False) & Q(identified__in=["", *Identified.values])),
            ),
        ]
        # The same entry in other articles.
        indexes = [models.Index(MD5("entry"), name="citations_by_entry")]

    def __str__(self) -> str:
        return f"[{self.label}]"


@remembered()
class Mark(models.Model):
    """A "[4]" or "[2–4]" in a revision's text, its numbers written out."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    surface = models.CharField(max_length=200)
    numbers = ArrayField(models.PositiveIntegerField(), default=list)

    class Meta:
        ordering = ["revision", "start"]
        triggers = inside_the_text()
        constraints = [
            models.UniqueConstraint(name="one_mark_per_place", fields=["revision", "start"]),
            models.CheckConstraint(name="mark_is_not_empty", condition=Q(start__lt=F("end"))),
        ]
        # A list of citations asks for the marks of each.
        indexes = [GinIndex(name="marks_by_number", fields=["numbers"])]

    def __str__(self) -> str:
        return self.surface
