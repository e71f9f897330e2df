"""What a citation points at: one work, one row, however many addresses."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.urls import reverse

from claimtracker.core.history import remembered
from sources import permissions

NEVER = "never"  # looked at


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def standing(self) -> Self:
        """Without those that were merged into another: they only keep the keys by which that one is found."""
        return self.filter(merged_into=None)

    def at_risk(self) -> Self:
        return self.filter(~Q(state="active") | Q(reliability="E"))

    def cited(self) -> Self:
        return self.filter(citations__isnull=False).distinct()

    def with_uses(self) -> Self:
        """`citation_count`, `snapshot_count`, how its address does, with what went wrong last as `link_problem`, and
        the article that this is itself, if any.
        """
        return self.select_related("article", "watch").annotate(
            citation_count=_counted("citations"), snapshot_count=_counted("snapshots"), link_problem=_last_problem()
        )

    def by_link(self, *words: str) -> Self:
        """Whose address does so; `never` is one that has not been looked at, or that there is none of."""
        known = Q(watch__link__in=[word for word in words if word != NEVER])
        return self.filter(known | Q(watch=None) | Q(watch__link="") if NEVER in words else known)


def _last_problem() -> Subquery:
    from .check import LinkCheck  # which knows the sources

    tries = LinkCheck.objects.ended().filter(source=OuterRef("pk")).order_by("-id")
    return Subquery(tries.values("problem")[:1])


def _counted(relation: str) -> Subquery:
    """Per row, so that a list counts for the rows of one page only."""
    one = Source.objects.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(one.annotate(found=Count(relation)).values("found"))


@remembered()
class Source(models.Model):
    """A work, as a CSL-JSON record in columns; `csl` keeps the fields that have none."""

    class State(models.TextChoices):
        ACTIVE = "active"
        CORRECTED = "corrected"
        RETRACTED = "retracted"
        DISOWNED = "disowned"

    class Reliability(models.TextChoices):
        """The source scale of the Admiralty code (NATO AJP-2.1)."""

        A = "A", "A: completely reliable"
        B = "B", "B: usually reliable"
        C = "C", "C: fairly reliable"
        D = "D", "D: not usually reliable"
        E = "E", "E: unreliable"
        F = "F", "F: cannot be judged"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    type = models.CharField(max_length=40, default="document", help_text="CSL type: article-newspaper, report …")
    title = models.CharField(max_length=1000, blank=True)
    authors = models.JSONField(default=list, blank=True, help_text="CSL names: [{family, given} or {literal}]")
    container = models.CharField(max_length=500, blank=True, help_text="The newspaper, journal or site.")
    publisher = models.CharField(max_length=300, blank=True)
    issued = models.CharField(max_length=64, blank=True, help_text="EDTF")
    address = models.CharField(max_length=2000, blank=True)
    address_key = models.CharField(max_length=2000, null=True, blank=True, editable=False)  # noqa: DJ001 unique: unknown is null
    doi = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001 unique: unknown is null
    # A work without address and DOI is known by its entry's own words: their hash, case and blanks apart.
    entry_key = models.CharField(max_length=64, null=True, blank=True, editable=False)  # noqa: DJ001 unique: unknown is null
    csl = models.JSONField(default=dict, blank=True)
    origin = models.CharField(max_length=40, blank=True, help_text="Where the record came from: article, by hand …")
    origins = models.JSONField(
        default=dict, blank=True, help_text="Of single fields, where that is elsewhere: {field: origin}"
    )
    family = models.CharField(
        max_length=300,
        blank=True,
        db_index=True,
        help_text="Whom the publisher belongs to: what shares one is not independent.",
    )
    archive_address = models.CharField(max_length=2000, blank=True, help_text="Where an archive keeps it.")
    reliability = models.CharField(max_length=1, blank=True, choices=Reliability)
    reliability_reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    state_reason = models.TextField(blank=True)
    # A merged row keeps its keys, so that whoever names it by them finds the other.
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="one_source_per_address", fields=["address_key"]),
            models.UniqueConstraint(name="one_source_per_doi", fields=["doi"]),
            models.UniqueConstraint(name="one_source_per_entry", fields=["entry_key"]),
            models.CheckConstraint(
                name="source_state_is_known", condition=Q(state__in=["active", "corrected", "retracted", "disowned"])
            ),
            models.CheckConstraint(
                name="reliability_is_known", condition=Q(reliability__in=["", "A", "B", "C", "D", "E", "F"])
            ),
            models.CheckConstraint(name="source_is_not_merged_into_itself", condition=~Q(merged_into=F("id"))),
        ]
        # Works whose title is much like another's are looked for by three letters at a time.
        indexes = [GinIndex(OpClass("title", name="gin_trgm_ops"), name="sources_by_title", fastupdate=False)]

    def __str__(self) -> str:
        return self.title or self.address or self.doi or f"Source {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.pk])

    @property
    def at_risk(self) -> bool:
        """Corrected, retracted, disowned, or unreliable: what leans on it should be looked at."""
        return self.state != self.State.ACTIVE or self.reliability == self.Reliability.E
