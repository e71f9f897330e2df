"""What a source said when we fetched it or were given it: one copy, immutable.

The bytes and the WARC record of how they came lie in the storage under their
hashes. The extracted text is in the row, so that evidence can be quoted from
it for ever by its offsets. The same text twice is one snapshot, seen again by
another LinkCheck.
"""

from __future__ import annotations

import uuid
from typing import Any, Self

import pgtrigger
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Window
from django.db.models.functions import Coalesce, Greatest, RowNumber
from django.urls import reverse

from claimtracker.core.history import remembered
from sources import permissions

from .source import Source

TEXT = ("text", "fences", "notes", "origins")  # long columns that no list shows


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def for_list(self) -> Self:
        """Without the texts; `seen_at` is when the same text was last seen again."""
        from .check import LinkCheck

        seen = LinkCheck.objects.filter(snapshot=OuterRef("pk"), outcome="seen_again").order_by("-finished_at")
        return self.select_related("source").defer(*TEXT).annotate(seen_at=Subquery(seen.values("finished_at")[:1]))

    def with_notes(self) -> Self:
        """All that is known of a copy but its text."""
        return self.for_list().defer(None).defer("text", "origins")

    def latest_seen_first(self) -> Self:
        """By when the source was last seen to say so: a page that goes back to its old words says these."""
        from .check import LinkCheck

        seen = LinkCheck.objects.filter(snapshot=OuterRef("pk"), finished_at__isnull=False).order_by("-finished_at")
        last = Greatest("captured_at", Coalesce(Subquery(seen.values("finished_at")[:1]), "captured_at"))
        return self.annotate(last_seen=last).order_by("-last_seen", "-pk")

    def readable(self) -> Self:
        """With a text that can be searched."""
        return self.exclude(characters=0)

    def newest(self) -> Self:
        """Of each source the one that counts: with a text, and last seen."""
        numbered = Window(RowNumber(), partition_by=F("source"), order_by=[F("last_seen").desc(), F("id").desc()])
        return self.readable().latest_seen_first().annotate(place=numbered).filter(place=1)


@remembered(large={"text": "text_sha256", "fences": "text_sha256", "origins": "text_sha256"})
class Snapshot(models.Model):
    """One copy of a source."""

    class Method(models.TextChoices):
        FETCHED = "fetched"
        ARCHIVE = "archive", "fetched from an archive"
        FILE = "file", "given as a file"
        PASTED = "pasted", "pasted by hand"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="snapshots")
    captured_at = models.DateTimeField(help_text="When the source said so.")
    method = models.CharField(max_length=8, choices=Method)
    name = models.CharField(max_length=300, blank=True, help_text="Of the file, as it was sent.")
    media_type = models.CharField(max_length=200, blank=True)
    format = models.CharField(max_length=8, blank=True, help_text="What it was read as: html, pdf, text …")
    language = models.CharField(max_length=8, blank=True)
    final_address = models.CharField(max_length=2000, blank=True, help_text="Where redirects led.")
    http_status = models.PositiveSmallIntegerField(null=True)
    memento_at = models.DateTimeField(null=True, help_text="Memento-Datetime of an archive (RFC 7089).")
    memento_of = models.CharField(max_length=2000, blank=True, help_text="… and the address that it is a copy of.")
    sha256 = models.CharField(max_length=64, db_index=True, help_text="Of the bytes, in hex.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    warc_sha256 = models.CharField(max_length=64, blank=True, help_text="Of the WARC record of request and response.")
    text = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    characters = models.PositiveIntegerField(default=0)
    fences = models.JSONField(
        default=list, blank=True, help_text="[[start, end, kind]]: where no evidence is taken from."
    )
    origins = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True, help_text="What could not be read: [{code, words}]")
    problem = models.TextField(blank=True, help_text="Why there is no text, in a plain sentence.")
    code = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-captured_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="one_snapshot_per_text", fields=["source", "text_sha256"], condition=~Q(text_sha256="")
            ),
            models.UniqueConstraint(
                name="one_snapshot_per_unread_file", fields=["source", "sha256"], condition=Q(text_sha256="")
            ),
            models.CheckConstraint(
                name="snapshot_method_is_known", condition=Q(method__in=["fetched", "archive", "file", "pasted"])
            ),
            models.CheckConstraint(
                name="snapshot_has_text_or_says_why_not", condition=Q(characters__gt=0) | ~Q(problem="")
            ),
        ]
        indexes = [models.Index(name="snapshots_of_a_source", fields=["source", "-captured_at", "-id"])]
        triggers = [
            # Merging sources moves their copies; nothing else of one ever changes.
            pgtrigger.ReadOnly(name="immutable", exclude=["source"]),
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Copy of {self.captured_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("snapshot", args=[self.pk])

    @property
    def by_hand(self) -> bool:
        return self.method in (self.Method.FILE, self.Method.PASTED)
