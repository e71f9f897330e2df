"""What a check of an article's citations found, and what people have put aside of it."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from claims import permissions
from claimtracker.core.history import remembered
from sources.models import Article, Revision
from sources.models.invariants import inside_the_text

from .vocabulary import LintRule, Severity


class LintQuerySet(models.QuerySet["LintItem"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def current(self) -> Self:
        """Of the texts that articles have now, withdrawn ones left out."""
        return self.filter(revision__current_of__withdrawn_at=None, revision__current_of__isnull=False)

    def with_dismissal(self) -> Self:
        """`dismissed_at`, `dismissed_by` and `dismissed_for` (the reason); null where nobody put it aside."""
        mine = Dismissal.objects.standing().filter(article=OuterRef("revision__article"), key=OuterRef("key"))
        return self.annotate(
            dismissed_at=Subquery(mine.values("created_at")[:1]),
            dismissed_by=Subquery(mine.values("created_by__username")[:1]),
            dismissed_for=Subquery(mine.values("reason")[:1]),
        )

    def dismissed(self, yes: bool) -> Self:
        mine = Dismissal.objects.standing().filter(article=OuterRef("revision__article"), key=OuterRef("key"))
        return self.filter(Exists(mine) if yes else ~Exists(mine))


class LintItem(models.Model):
    """One thing to look at in one revision. Made by the reader of that text, never by hand."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="lint")
    position = models.PositiveIntegerField(help_text="Its place in the order of the text.")
    rule = models.CharField(max_length=40, choices=LintRule)
    severity = models.CharField(max_length=12, choices=Severity)
    # The subject's own words hashed, never its offsets: so a dismissal still fits after a new reading.
    key = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.CharField(max_length=300, blank=True, help_text="The words there, cut where they are many.")
    numbers = ArrayField(models.PositiveIntegerField(), default=list)
    words = models.TextField(help_text="What is the matter, in one plain sentence.")
    others = models.JSONField(default=list, blank=True, help_text="[[start, end]]: further words that it is about.")

    objects = LintQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "position"]
        triggers = inside_the_text()
        constraints = [
            models.UniqueConstraint(name="one_lint_item_per_key", fields=["revision", "key"]),
            models.UniqueConstraint(name="one_lint_item_per_position", fields=["revision", "position"]),
            models.CheckConstraint(name="lint_rule_is_known", condition=Q(rule__in=LintRule.values)),
            models.CheckConstraint(name="lint_severity_is_known", condition=Q(severity__in=Severity.values)),
            models.CheckConstraint(name="lint_span_is_half_open", condition=Q(start__lte=F("end"))),
        ]

    def __str__(self) -> str:
        return self.words


class DismissalQuerySet(models.QuerySet["Dismissal"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)


@remembered()
class Dismissal(models.Model):
    """Somebody has looked at it and said why it may stay. It holds for every later text in which it is found again."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="dismissals")
    key = models.CharField(max_length=64)
    rule = models.CharField(max_length=40, choices=LintRule)
    reason = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = DismissalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_standing_dismissal_per_key", fields=["article", "key"], condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(name="dismissal_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.reason
