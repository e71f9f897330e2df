"""The policy of the desk: one row."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from claimtracker.core.asof import is_past
from claimtracker.core.history import remembered


@remembered()
class Desk(models.Model):
    """What an admin may decide for the whole installation. There is exactly one row."""

    name = models.CharField(max_length=80, default="Claimtracker", help_text="Shown at the head of the home page.")
    token_days = models.PositiveSmallIntegerField(
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text="How long a new API token lives, in days.",
    )
    digest_hour = models.PositiveSmallIntegerField(
        default=6,
        validators=[MaxValueValidator(23)],
        help_text="When the daily digest of notifications goes out: an hour from 0 to 23, UTC.",
    )

    reviewers = models.PositiveSmallIntegerField(
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(2)],
        help_text="How many people judge a claim. With two, the second does not see the first verdict.",
    )
    take_hours = models.PositiveSmallIntegerField(
        default=48,
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
        help_text="After how many hours a claim that somebody took, and did not judge, is free again.",
    )
    dispute_days = models.PositiveSmallIntegerField(
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="How many days an editor who takes up a dispute has to settle it, where no other day is named.",
    )

    class Meta:
        verbose_name = verbose_name_plural = "desk policy"
        constraints = [
            models.CheckConstraint(name="one_desk", condition=models.Q(pk=1)),
            models.CheckConstraint(name="one_or_two_reviewers", condition=models.Q(reviewers__in=[1, 2])),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> Desk:
        if is_past():  # where nothing can be written: without its row the desk is as by default
            return cls.objects.filter(pk=1).first() or cls(pk=1)
        return cls.objects.get_or_create(pk=1)[0]
