"""Places that claims name."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from claimtracker.core.history import remembered


@remembered()
class Place(models.Model):
    """A place of the gazetteer, or a name that it does not know."""

    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2; empty: none, or not known.")
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    gazetteer_id = models.CharField(max_length=40, null=True)  # noqa: DJ001 unique: unknown is null

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(name="one_place_per_gazetteer_id", fields=["gazetteer_id"]),
            models.UniqueConstraint(
                name="one_unknown_place_per_name", fields=["name", "country"], condition=Q(gazetteer_id=None)
            ),
            models.CheckConstraint(
                name="place_is_on_earth",
                condition=Q(lat=None, lon=None) | Q(lat__range=(-90, 90), lon__range=(-180, 180)),
            ),
            models.CheckConstraint(
                name="coordinates_come_in_pairs",
                condition=Q(lat__isnull=True, lon__isnull=True) | Q(lat__isnull=False, lon__isnull=False),
            ),
        ]
        indexes = [models.Index(F("country"), name="places_by_country")]

    def __str__(self) -> str:
        return self.name
