"""The work of reading a revision, and what was counted while it was done."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .article import Revision
from .work import Work, WorkQuerySet, WorkState, lease

TELL = dt.timedelta(seconds=1)


class ReadingQuerySet(WorkQuerySet["Reading"]):
    def due(self) -> Self:
        """Waiting or left behind; of two texts of one article the older is read first."""
        older = Reading.objects.unfinished().filter(
            revision__article=OuterRef("revision__article"), revision__number__lt=OuterRef("revision__number")
        )
        return super().due().filter(~Exists(older))

    def unchecked(self) -> Self:
        """Of current texts that were read before their citations were checked while reading."""
        return self.filter(state=WorkState.DONE, extractor="", revision__current_of__withdrawn_at=None).filter(
            revision__current_of__isnull=False
        )

    def take(self, revision_id: int) -> Reading | None:
        taken = self.begin(revision_id)
        return self.select_related("revision__article").get(revision_id=revision_id) if taken else None


class Reading(Work):
    """Where the reading of one revision stands."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="reading")
    read_to = models.PositiveIntegerField(default=0, help_text="Characters read so far.")
    claims_found = models.PositiveIntegerField(default=0)
    figures_found = models.PositiveIntegerField(default=0, help_text="Figures that claims carry.")
    figures_cited = models.PositiveIntegerField(default=0, help_text="… and that a citation covers.")
    extractor = models.CharField(max_length=100, blank=True, help_text="Who read it: rules, or rules and a model.")
    proposals = models.JSONField(default=dict, blank=True, help_text="What a model proposed: kept, dropped, problem.")

    objects = ReadingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(name="readings_to_do", fields=["lease_until"], condition=Q(state__in=["waiting", "running"])),
        ]

    def __str__(self) -> str:
        return f"{self.state} at {self.read_to}"

    @property
    def dropped(self) -> int:
        """How many proposals of a model did not stand in the text, or said nothing new."""
        return sum(self.proposals.get("dropped", {}).values())

    told: dt.datetime | None = None  # when progress was last written; not a column

    def progress(self, read_to: int) -> None:
        """Say how far it has got, and that the worker lives; no oftener than somebody could see it."""
        now = timezone.now()
        if self.told is None or now - self.told >= TELL:
            self._ours().update(read_to=read_to, lease_until=lease())
            self.read_to, self.told = read_to, now
