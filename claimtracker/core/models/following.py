"""What people watch, how they want to hear of it, and the lists they have given a name."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from claimtracker.core.history import remembered
from claimtracker.core.models.user import User


class Watched(models.TextChoices):
    CLAIM = "claim", "Claim"
    ARTICLE = "article", "Article"
    SOURCE = "source", "Source"
    VIEW = "view", "Saved view"


class How(models.TextChoices):
    """How a person hears of an event by e-mail. The page of notifications shows it either way."""

    NOW = "now", "At once"
    DIGEST = "digest", "In the daily digest"
    OFF = "off", "Not by e-mail"


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def of(self, user: Any) -> Self:
        """What this person watches."""
        return self.filter(user_id=user.pk, watching=True) if user.is_authenticated else self.none()


@remembered()
class Subscription(models.Model):
    """That a person watches a claim, an article, a source or a saved view.

    The row stays when they stop: what somebody has put away is not watched again by itself.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="subscriptions")
    kind = models.CharField(max_length=8, choices=Watched)
    object_id = models.BigIntegerField()
    watching = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)  # since when; anew when they watch it again

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_subscription_a_person", fields=["kind", "object_id", "user"]),
            models.CheckConstraint(name="subscription_kind_is_known", condition=Q(kind__in=Watched.values)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} by {self.user_id}"


@remembered()
class NoticePreference(models.Model):
    """How a person wants to hear of an event; without a row, in the event's usual way."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notice_preferences")
    event = models.CharField(max_length=32)  # one of claimtracker.core.happenings.EVENTS
    how = models.CharField(max_length=8, choices=How)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_preference_an_event", fields=["user", "event"]),
            models.CheckConstraint(name="preference_is_known", condition=Q(how__in=How.values)),
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.how}"


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, user: Any) -> Self:
        """One's own, and what others share with the desk."""
        shared = Q(shared=True)
        return self.filter(shared | Q(owner_id=user.pk) if user.is_authenticated else shared)


@remembered()
class SavedView(models.Model):
    """A list as somebody keeps it: a page with its filters, under a name and an address."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="views")
    name = models.CharField(max_length=80)
    # Its address, for everybody the same; it stays when the name changes.
    slug = models.SlugField(max_length=80, unique=True)
    page = models.CharField(max_length=16)  # one of claimtracker.core.notices.kinds.PAGES
    query = models.CharField(max_length=2000, blank=True)
    shared = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_view_a_name", fields=["owner", "page", "name"])]
        indexes = [models.Index(name="views_of_the_desk", fields=["page"], condition=Q(shared=True))]

    def __str__(self) -> str:
        return self.name
