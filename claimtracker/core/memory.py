"""What happened to a record and to what belongs to it, newest first, from the history that the database wrote.

A registry says what belongs to what (`Whole`, `Part`); everything else follows from the models. One query finds
the events of a page over all the tables, one more for each table that has any reads them with those before them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value

from claimtracker.core.keyset import BadCursor

SALT = "memory"
# Columns that say nothing of their own: keys, times that the event has itself.
SILENT = frozenset({"id", "uuid", "created_at", "updated_at", "created_by"})


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of record that belongs to another: which column leads there, and which columns nobody wants to read of.

    `told` narrows its events to those worth telling. `sealed`: a row may be hidden from some, and then its deed's
    reason is told beside no other row either.
    """

    name: str
    model: Any
    by: str
    silent: frozenset[str] = frozenset()
    told: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None
    sealed: bool = False

    @property
    def events(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model.pgh_event_model._base_manager.all()
        return rows


@dataclass(frozen=True, slots=True)
class Whole:
    """A record with a history, and all that belongs to it."""

    name: str
    model: Any
    parts: tuple[Part, ...]
    silent: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[Part, ...]:
        return (Part(self.name, self.model, "pgh_obj", self.silent), *self.parts)


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one row. `changes` has each column with the value before and after; None: it was not there."""

    id: str
    at: dt.datetime
    by: int | None
    action: str
    reason: str
    request: str | None
    context: Any
    of: str  # the name of the part
    row: int
    version: int | None
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memory:
    """A page of events, newest first, and the cursor of the page behind it."""

    events: list[Event]
    next: str | None


def recall(
    whole: Whole,
    pk: int,
    *,
    user: Any,
    until: dt.datetime,
    since: dt.datetime | None = None,
    size: int,
    cursor: str = "",
) -> Memory:
    """What this person may know of what happened to the record, from `until` (or the cursor) backwards.

    Raises BadCursor.
    """
    hidden = _hidden(whole, pk, user)
    within = Q(pgh_created_at__lte=until) & (Q(pgh_created_at__gte=since) if since else Q())
    keys = _keys(whole, pk, user, within, _read(cursor), size + 1)
    rows = _rows(whole, keys[:size])
    events = [_event(whole.all[place], *rows[place, ident], hidden) for _, place, ident, _ in keys[:size]]
    return Memory(events, _write(keys[size - 1]) if len(keys) > size else None)


Key = tuple[dt.datetime, int, int, int | None]  # at, place of the table, pgh_id, and the pgh_id before it


def _keys(
    whole: Whole, pk: int, user: Any, within: Q, after: tuple[dt.datetime, int, int] | None, size: int
) -> list[Key]:
    """The first `size` events over all tables behind `after`: by time, then by table, then as they were written."""
    found = []
    for place, part in enumerate(whole.all):
        rows = part.events.filter(within, _visible(part, user), **{f"{part.by}_id": pk})
        rows = rows.annotate(pgh_place=Value(place, IntegerField()), pgh_before=_before(part))
        rows = part.told(rows) if part.told else rows
        rows = rows.filter(_behind(after, place)) if after else rows
        ordered = rows.order_by("-pgh_created_at", "-pgh_id")[:size]
        found.append(ordered.values_list("pgh_created_at", "pgh_place", "pgh_id", "pgh_before"))
    merged = found[0].union(*found[1:], all=True) if found[1:] else found[0]
    return list(merged.order_by("-pgh_created_at", "-pgh_place", "-pgh_id")[:size])


def _behind(after: tuple[dt.datetime, int, int], place: int) -> Q:
    at, table, ident = after
    earlier = Q(pgh_created_at__lt=at)
    if place > table:
        return earlier
    together = Q(pgh_created_at=at) if place < table else Q(pgh_created_at=at, pgh_id__lt=ident)
    return earlier | together


def _before(part: Part) -> Subquery:
    older = part.events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    return Subquery(older.order_by("-pgh_id").values("pgh_id")[:1])


def _visible(part: Part, user: Any) -> Q:
    """Of rows that are there, those that this person may see today: what is sealed is sealed in history too."""
    rows = part.model._default_manager
    if not hasattr(rows, "visible_to"):
        return Q()
    mine = rows.visible_to(user).filter(pk=OuterRef("pgh_obj_id"))
    return Q(Exists(mine)) | ~Q(Exists(rows.filter(pk=OuterRef("pgh_obj_id"))))


def _hidden(whole: Whole, pk: int, user: Any) -> frozenset[Any]:
    """The deeds that touched a row which this person may not see: their reasons are not told beside other rows."""
    deeds = [part.events.filter(~_visible(part, user), **{f"{part.by}_id": pk}) for part in whole.parts if part.sealed]
    return frozenset(one for rows in deeds for one in rows.values_list("pgh_context_id", flat=True))


def _rows(whole: Whole, keys: Sequence[Key]) -> dict[tuple[int, int], tuple[Any, Any]]:
    """Of each key the event and the one before it (None), a query for each table."""
    found: dict[tuple[int, int], tuple[Any, Any]] = {}
    for place, part in enumerate(whole.all):
        mine = [(ident, before) for _, table, ident, before in keys if table == place]
        idents = {ident for pair in mine for ident in pair if ident is not None}
        rows = {row.pgh_id: row for row in part.events.filter(pgh_id__in=idents)} if idents else {}
        found |= {(place, ident): (rows[ident], rows.get(before)) for ident, before in mine}
    return found


def _event(part: Part, row: Any, before: Any, hidden: frozenset[Any]) -> Event:
    context = row.pgh_context or {}
    return Event(
        id=f"{part.name}-{row.pgh_id}",
        at=row.pgh_created_at,
        by=context.get("by"),
        action=context.get("action") or f"{part.name}.{row.pgh_label}",
        reason="" if row.pgh_context_id in hidden else context.get("reason") or "",
        request=context.get("request"),
        context=row.pgh_context_id,
        of=part.name,
        row=row.pgh_obj_id,
        version=getattr(row, "version", None) if part.by == "pgh_obj" else None,
        changes=_changes(part, row, before),
    )


def _changes(part: Part, row: Any, before: Any) -> dict[str, tuple[Any, Any]]:
    """Columns with another value than before; of a row that came or went, those that say something."""
    gone = row.pgh_label == "delete"
    old, new = (row, None) if gone else (before, row)
    pairs = {name: (_value(old, column), _value(new, column)) for name, column in columns_of(part)}
    whole = old is None or new is None
    return {name: (a, b) for name, (a, b) in pairs.items() if a != b and not (whole and _says_nothing(a, b))}


def columns_of(part: Part) -> list[tuple[str, str]]:
    """Name and attribute of the columns of its history that say something."""
    kept = part.model.pgh_event_model._meta.local_fields
    names = {one.name for one in kept} - SILENT - part.silent - {part.by}
    return [(one.name, one.attname) for one in part.model._meta.concrete_fields if one.name in names]


def _value(row: Any, column: str) -> Any:
    return getattr(row, column) if row is not None else None


def _says_nothing(old: Any, new: Any) -> bool:
    value = new if old is None else old
    return value is None or value is False or value in ("", [], {})


def people_of(events: Iterable[Event]) -> set[int]:
    return {event.by for event in events if event.by}


def _write(key: Key) -> str:
    at, place, ident, _ = key
    return signing.dumps([at.isoformat(), place, ident], salt=SALT, compress=True)


def _read(cursor: str) -> tuple[dt.datetime, int, int] | None:
    if not cursor:
        return None
    try:
        at, place, ident = signing.loads(cursor, salt=SALT)
        return dt.datetime.fromisoformat(at), int(place), int(ident)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise BadCursor("This cursor was not made here.") from problem
