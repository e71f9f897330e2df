"""Answers that are remembered for a day, so that what is sent twice is not done twice."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT = dt.timedelta(hours=24)
LONGEST_KEY = 200


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def alive(self) -> Self:
        return self.filter(created_at__gt=timezone.now() - KEPT)

    def old(self) -> Self:
        return self.filter(created_at__lte=timezone.now() - KEPT)


class Submission(models.Model):
    """What a person sent under a key of theirs, and what it was answered with.

    The row is written by the transaction that did what was asked: where there is a row it was
    done, where there is none it was not, whenever a process died.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=LONGEST_KEY)
    request = models.CharField(max_length=64, help_text="SHA-256 of method, address and body.")
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_answer_per_person_and_key", fields=["user", "key"])]
        indexes = [models.Index(name="submissions_by_age", fields=["created_at"])]

    def __str__(self) -> str:
        return f"{self.key} of {self.user_id}: {self.status}"
