"""What was sent in as a file or named by its address, and how it became a text.

The bytes are kept as they came, under their hash; the text made of them is a
revision, and `origins` leads from a place in that text back to a place in the
bytes. Making the text is work for a worker, since a file is untrusted.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from claimtracker.core.history import action, remembered

from .article import Article, Revision
from .work import Work, WorkQuerySet

LEASE = 240  # seconds: fetching and parsing give no sign of life; each has a limit of its own, below this together


class ArrivalQuerySet(WorkQuerySet["Arrival"]):
    def take(self, pk: int) -> Arrival | None:
        with action("article.being_taken_in"):
            taken = self.begin(pk, seconds=LEASE)
        return self.select_related("article").get(pk=pk) if taken else None


@remembered(exclude=["lease_until", "tries", "started_at"], large={"origins": "revision"})
class Arrival(Work):
    """One file or address, on its way to be a text of an article."""

    class Way(models.TextChoices):
        PASTE = "paste"
        FILE = "file"
        ADDRESS = "address"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="arrivals")
    revision: models.OneToOneField[Any, Any] = models.OneToOneField(
        Revision, on_delete=models.PROTECT, null=True, related_name="arrival", help_text="The text it became."
    )
    way = models.CharField(max_length=8, choices=Way)
    name = models.CharField(max_length=300, blank=True, help_text="Of the file, as it was sent.")
    address = models.CharField(max_length=2000, blank=True, help_text="Where it is to be fetched from.")
    final_address = models.CharField(max_length=2000, blank=True, help_text="Where redirects led.")
    http_status = models.PositiveSmallIntegerField(null=True)
    media_type = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True, help_text="Of the bytes, in hex.")
    size = models.PositiveIntegerField(null=True, help_text="Bytes.")
    format = models.CharField(max_length=8, blank=True, help_text="What it was read as: html, docx, pdf …")
    notes = models.JSONField(default=list, blank=True, help_text="What could not be read: [{code, words}]")
    origins = models.JSONField(
        default=list, blank=True, help_text="[[start, end, where, first, last]]: from the text back to the bytes."
    )
    problem = models.TextField(blank=True, help_text="Why no text came of it, in a plain sentence.")
    code = models.CharField(max_length=60, blank=True, help_text="The same for programs.")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    objects = ArrivalQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="arrival_way_is_known", condition=Q(way__in=["paste", "file", "address"])),
            models.CheckConstraint(
                name="arrival_state_is_known", condition=Q(state__in=["waiting", "running", "done", "failed"])
            ),
            models.CheckConstraint(name="failed_arrival_says_why", condition=~Q(state="failed") | ~Q(problem="")),
            models.CheckConstraint(name="address_is_there_to_be_fetched", condition=~Q(way="address") | ~Q(address="")),
        ]
        indexes = [
            models.Index(name="arrivals_to_do", fields=["lease_until"], condition=Q(state__in=["waiting", "running"])),
        ]

    def __str__(self) -> str:
        return self.name or self.address or f"Arrival {self.pk}"
