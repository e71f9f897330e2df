"""Another value for what a claim says, with its own source and a rank. It never replaces the claim's."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, Q, TextField, When
from django.db.models.functions import Cast, JSONObject

from claimtracker.core.history import remembered
from sources.models import Source

from .claim import Claim, number, word
from .place import Place
from .rules import BOUNDS_OF_A_VALUE
from .vocabulary import Comparator, Form, Rank

# What a list shows of a rival, as columns of its row …
OWN = (
    "id", "figure_text", "figure_comparator", "figure_unit", "figure_counted", "figure_form", "figure_per",
    "date_text", "date_edtf", "date_relation", "date_qualifier", "date_earliest", "date_latest", "date_precision",
    "place_text", "place_precision",
    "attribution_text", "attribution_agent", "attribution_cue", "attribution_mode", "attribution_chain",
    "no_source", "rank", "rank_reason",
)  # fmt: skip
BOUNDS = ("figure_low", "figure_high")  # … as text, for JSON's numbers would round them
OF_PLACE = ("id", "name", "country", "lat", "lon")
OF_SOURCE = ("id", "title", "address", "doi", "merged_into_id")


class RivalQuerySet(models.QuerySet["Rival"]):
    def standing(self) -> Self:
        """Accepted, and not withdrawn: those that stand beside a claim."""
        return self.filter(accepted_at__isnull=False, withdrawn_at=None)

    def by_rank(self) -> Self:
        """Preferred first, deprecated last."""
        places = [When(rank=rank, then=place) for place, rank in enumerate(Rank.values)]
        return self.order_by(Case(*places, output_field=models.SmallIntegerField()), "id")

    def as_rows(self) -> models.QuerySet[Rival, Any]:
        """Each as one JSON object, from which `Rival.of_row` makes it again: for a list within a list."""
        columns: dict[str, Any] = {name: F(name) for name in OWN}
        columns |= {name: Cast(name, TextField()) for name in BOUNDS}
        columns |= {f"place__{name}": F(f"place__{name}") for name in OF_PLACE}
        columns |= {f"source__{name}": F(f"source__{name}") for name in OF_SOURCE}
        return self.values(row=JSONObject(**columns))


@remembered()
class Rival(models.Model):
    """Another value for the same thing, in the columns of a claim's parts, with its own source.

    It stands beside the claim from `accepted_at` on; before that it is what a dispute proposes.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="rivals")
    figure_text = word(500)
    figure_comparator = word(10, choices=Comparator)
    figure_low, figure_high = number(), number()
    figure_unit = word()
    figure_counted = word(500)
    figure_form = word(8, choices=Form)
    figure_per = word(60)
    date_text = word(500)
    date_edtf = word(64)
    date_relation = word(10)
    date_qualifier = word(10)
    date_earliest = models.DateField(null=True, blank=True)
    date_latest = models.DateField(null=True, blank=True)
    date_precision = word(10)
    place_text = word(500)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    place_precision = word(10)
    attribution_text = word(1000)
    attribution_agent = word(500)
    attribution_cue = word(100)
    attribution_mode = word(12)
    attribution_chain = ArrayField(models.CharField(max_length=500), default=list, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="rivals")
    no_source = models.TextField(blank=True, help_text="Why there is no source.")
    rank = models.CharField(max_length=10, choices=Rank, default=Rank.NORMAL)
    rank_reason = models.TextField(blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    objects = RivalQuerySet.as_manager()

    # It is read like a claim's parts, and stands in no text of ours.
    figure_start: ClassVar[None] = None
    figure_end: ClassVar[None] = None
    date_start: ClassVar[None] = None
    date_end: ClassVar[None] = None
    date_inferred: ClassVar[bool] = False
    place_start: ClassVar[None] = None
    place_end: ClassVar[None] = None
    attribution_start: ClassVar[None] = None
    attribution_end: ClassVar[None] = None

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            models.CheckConstraint(name="rival_bounds_agree", condition=BOUNDS_OF_A_VALUE),
            models.CheckConstraint(name="rival_rank_is_known", condition=Q(rank__in=Rank.values)),
            models.CheckConstraint(
                name="rival_says_something",
                condition=~Q(figure_comparator="")
                | ~Q(date_edtf="")
                | Q(place__isnull=False)
                | ~Q(attribution_agent=""),
            ),
            models.CheckConstraint(
                name="rival_has_source_or_says_why_not", condition=Q(source__isnull=False) | ~Q(no_source="")
            ),
            models.CheckConstraint(name="ranked_rival_says_why", condition=Q(rank=Rank.NORMAL) | ~Q(rank_reason="")),
            models.CheckConstraint(
                name="withdrawn_rival_says_why", condition=Q(withdrawn_at=None) | ~Q(withdrawn_reason="")
            ),
        ]
        indexes = [
            models.Index(
                name="standing_rivals", fields=["claim"], condition=Q(accepted_at__isnull=False, withdrawn_at=None)
            )
        ]

    def __str__(self) -> str:
        return self.figure_text or self.date_text or self.place_text or self.attribution_text

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Self:
        """From a row of `as_rows`: to look at, not to save."""
        columns = {name: row[name] for name in OWN}
        columns |= {name: Decimal(row[name]) if row[name] is not None else None for name in BOUNDS}
        for name in ("date_earliest", "date_latest"):
            columns[name] = dt.date.fromisoformat(row[name]) if row[name] else None
        place = {name: row[f"place__{name}"] for name in OF_PLACE}
        source = {name: row[f"source__{name}"] for name in OF_SOURCE}
        columns["place"] = Place(**place) if place["id"] else None
        columns["source"] = Source(**source) if source["id"] else None
        return cls(**columns)
