"""What people are told: notices on the page, and the letters that carry them by e-mail."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from claimtracker.core.models.following import How, Subscription
from claimtracker.core.models.happening import Happening
from claimtracker.core.models.user import User


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self) -> Self:
        """Waiting, and not with a worker that may still be alive."""
        return self.filter(state=Letter.State.WAITING, due_at__lte=timezone.now())


class Letter(models.Model):
    """One e-mail to one person: a notice, or the digest of a day."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"  # given up
        DROPPED = "dropped"  # the person has turned it off meanwhile, or may not read any more

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # its Message-ID, on every try the same
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(null=True)  # of a digest
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_digest_a_day", fields=["user", "day"]),
            models.CheckConstraint(
                name="letter_state_is_known", condition=Q(state__in=["waiting", "sent", "failed", "dropped"])
            ),
        ]
        indexes = [models.Index(name="letter_due", fields=["due_at"], condition=Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.uuid}: {self.state}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, user: Any) -> Self:
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def unseen(self) -> Self:
        return self.filter(seen_at=None)

    def with_happening(self) -> Self:
        return self.select_related("happening__by", "because")

    def for_digest(self) -> Self:
        """Waiting for the next digest."""
        return self.filter(how=How.DIGEST, letter=None)


class Notice(models.Model):
    """That one person is told of one happening."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notices")
    happening = models.ForeignKey(Happening, on_delete=models.CASCADE, related_name="notices")
    # What they watch that led to it; null: they were named.
    because = models.ForeignKey(Subscription, on_delete=models.SET_NULL, null=True, related_name="+")
    how = models.CharField(max_length=8, choices=How)
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="notices")
    created_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            # Told once, however often the worker tells.
            models.UniqueConstraint(name="one_notice_a_person", fields=["happening", "user"]),
            models.CheckConstraint(name="notice_how_is_known", condition=Q(how__in=How.values)),
        ]
        indexes = [
            models.Index(name="notices_of_a_person", fields=["user", "-id"]),
            models.Index(name="notices_unseen", fields=["user", "-id"], condition=Q(seen_at=None)),
            models.Index(name="notices_for_digest", fields=["user"], condition=Q(how="digest", letter=None)),
        ]

    def __str__(self) -> str:
        return f"{self.happening_id} to {self.user_id}"
