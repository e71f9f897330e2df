"""What happened on the desk, one row each: the ground of notifications, mails and feeds."""

from __future__ import annotations

import uuid
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone

from claimtracker.core.models.user import User


class HappeningQuerySet(models.QuerySet["Happening"]):
    def untold(self) -> Self:
        """Written down, and those who follow it have not been told yet."""
        return self.filter(fanned_out_at=None)

    def public(self) -> Self:
        """What everybody may hear of who may read here."""
        return self.filter(private=False)

    def about(self, subject: str) -> Self:
        """With this among its subjects: "claim:17"."""
        return self.filter(subjects__contains=[subject])


class Happening(models.Model):
    """Something that a deed did or that the program found. Never changed but for `fanned_out_at`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.CharField(max_length=32)  # one of claimtracker.core.happenings.EVENTS
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")  # null: the machine
    at = models.DateTimeField(default=timezone.now)
    words = models.CharField(max_length=500)
    path = models.CharField(max_length=500)
    subjects = ArrayField(models.CharField(max_length=40))  # "claim:17", "article:1"
    to = ArrayField(models.BigIntegerField(), default=list, blank=True)  # people who are told whatever they follow
    private = models.BooleanField(default=False)
    request = models.CharField(max_length=64, blank=True)
    fanned_out_at = models.DateTimeField(null=True)

    objects = HappeningQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(name="happening_by_subject", fields=["subjects"]),
            models.Index(name="happening_untold", fields=["id"], condition=models.Q(fanned_out_at=None)),
        ]

    def __str__(self) -> str:
        return self.words
