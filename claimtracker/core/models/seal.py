"""Seals over the history: which rows stood there, in which order, with what in them.

A seal names every row of history that it covers and the seal before it, so
that nothing under it can change without breaking it. The application may add
seals and never touch one; claimtracker/core/chain makes and checks them.
"""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Seal(models.Model):
    """One link of the chain. Numbers have no gaps, so they are counted and not drawn from a sequence."""

    number = models.BigIntegerField(primary_key=True)
    made_at = models.DateTimeField()
    previous = models.CharField(max_length=64, help_text="The hash of the seal before it; zeros for the first.")
    rows = models.PositiveIntegerField()
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        triggers: ClassVar = [
            pgtrigger.Protect(name="a_seal_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


class SealPart(models.Model):
    """The rows of one table under a seal: those numbered above `after`, up to and with `upto`."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="parts")
    table = models.CharField(max_length=63)
    # Names with types, "kind character varying(12)": what is added to the table later is not part of this seal.
    columns = ArrayField(models.TextField())
    after = models.BigIntegerField()
    upto = models.BigIntegerField()
    ids = ArrayField(models.BigIntegerField(), help_text="pgh_id of every row, ascending.")
    about = ArrayField(models.TextField(null=True), help_text="What each row is about: its pgh_obj_id.")
    hashes = models.BinaryField(help_text="SHA-256 of every row, 32 bytes each, in the order of ids.")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_part_per_table_and_seal", fields=["seal", "table"])]
        indexes = [models.Index(name="parts_by_stretch", fields=["table", "upto"])]
        triggers: ClassVar = [
            pgtrigger.Protect(name="a_part_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.table} ({self.after}, {self.upto}]"


class SealHorizon(models.Model):
    """How far the sealer has looked: one row, and no part of the chain."""

    marks = models.JSONField(default=dict, help_text="The last number drawn in each table.")
    # Greater than that of every transaction that may have drawn one of those numbers.
    xid = models.BigIntegerField(default=0)
    sealed = models.BooleanField(default=True, help_text="Is everything up to the marks under a seal?")
    head = models.CharField(max_length=90, blank=True, help_text="The last seal that was made, as NUMBER:HASH.")

    class Meta:
        constraints = [models.CheckConstraint(name="one_horizon", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return self.head
