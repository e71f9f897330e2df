"""What happened to a claim, newest first, from the history that the database wrote."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import IntegerField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from claims.models import Claim, Dispute
from claimtracker.core.models import User
from claimtracker.core.told import action_words, field_words

MOST = 50
# Columns whose change nobody wants to read about on its own.
SILENT = {"updated_at", "version", "created_at", "uuid", "id", "read_from", "read_order"}


@dataclass(frozen=True, slots=True)
class Event:
    """One change: when, who (None: the machine), what it was, why, and the columns with their old and new values."""

    at: dt.datetime
    by: User | None
    words: str
    reason: str
    version: int
    changes: tuple[tuple[str, Any, Any], ...]


class Asked(NamedTuple):
    """The rows of a history, and the people in them."""

    events: Any
    people: Any


def ask_past(claim: Claim, *, until: dt.datetime) -> Asked:
    return _ask(Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk, pgh_created_at__lte=until))


def _ask(events: Any) -> Asked:
    events = events.order_by("-pgh_id")[: MOST + 1]
    by = events.annotate(actor=Cast(KeyTextTransform("by", "pgh_context"), IntegerField())).values("actor")
    return Asked(events, User.objects.filter(pk__in=by))


def read_past(asked: Asked) -> list[Event]:
    """The last MOST changes of the claim's own columns."""
    rows, people = list(asked.events), {person.pk: person for person in asked.people}
    return [_event(row, before, people) for row, before in pairwise([*rows, None])][:MOST]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a dispute."""

    at: dt.datetime
    by: User | None
    words: str
    reason: str


STEPS = {
    "dispute.raised": "raised it",
    "dispute.acknowledged": "looks after it",
    "dispute.upheld": "upheld it",
    "dispute.partly_upheld": "upheld it in part",
    "dispute.dismissed": "dismissed it",
    "dispute.withdrawn": "withdrew it",
}


def read_steps(dispute: Dispute, *, until: dt.datetime) -> list[Step]:
    """What happened to a dispute, newest first."""
    asked = _ask(Dispute.pgh_event_model.objects.filter(pgh_obj_id=dispute.pk, pgh_created_at__lte=until))
    people = {person.pk: person for person in asked.people}
    return [_step(row, people) for row in asked.events[:MOST]]


def _step(row: Any, people: dict[int, User]) -> Step:
    context = row.pgh_context or {}
    words = STEPS.get(context.get("action", ""), f"{context.get('action') or row.pgh_label}, {row.state}")
    if row.state == "acknowledged" and row.due:
        words += f", until {row.due:%-d %B %Y}"
    return Step(row.pgh_created_at, people.get(context.get("by") or 0), words, context.get("reason") or "")


def _event(row: Any, before: Any, people: dict[int, User]) -> Event:
    context = row.pgh_context or {}
    name = context.get("action") or f"claim.{row.pgh_label}"
    return Event(
        row.pgh_created_at,
        people.get(context.get("by", 0)),
        action_words(name),
        context.get("reason") or "",
        row.version,
        tuple(_changes(row, before)) if before else (),
    )


def _changes(row: Any, before: Any) -> list[tuple[str, Any, Any]]:
    columns = [
        field for field in Claim._meta.concrete_fields if hasattr(row, field.attname) and field.name not in SILENT
    ]
    pairs = [(field.name, getattr(before, field.attname), getattr(row, field.attname)) for field in columns]
    return [(field_words(name), old, new) for name, old, new in pairs if old != new]
