"""Pages of a list by keyset: "after this row", never "skip so many".

A page is found by (key, id), so it costs the same at the millionth row as at
the first, and a row that is added meanwhile neither repeats nor hides another.
Rows whose key is null come last in either direction. Django's and DRF's own
cursors loop on equal keys; these cannot, since an id is never equal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core import signing
from django.db.models import F, Model, Q, QuerySet
from django.utils.dateparse import parse_date, parse_datetime

from claimtracker.core.together import fetch_together

SALT = "keyset"


class BadCursor(ValueError):  # noqa: N818 named for what happened
    """The cursor was not made here, or for another order."""


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort: a column, its direction, and whether the column can be null."""

    field: str = "id"
    descending: bool = True
    nullable: bool = False

    def clauses(self, *, backwards: bool) -> list[Any]:
        descending = self.descending != backwards
        ident = "-id" if descending else "id"
        if self.field == "id":
            return [ident]
        if not self.nullable:
            return [f"-{self.field}" if descending else self.field, ident]
        column = F(self.field)
        # Backwards, the nulls that came last come first.
        nulls = {"nulls_first": True} if backwards else {"nulls_last": True}
        return [column.desc(**nulls) if descending else column.asc(**nulls), ident]

    def beyond(self, key: Any, ident: int, *, backwards: bool) -> Q:
        """Rows that come after (key, ident), or before it when going backwards."""
        side = "lt" if self.descending != backwards else "gt"
        further = Q(**{f"id__{side}": ident})
        if self.field == "id":
            return further
        null = Q(**{f"{self.field}__isnull": True})
        if key is None:
            return (null & further) | ~null if backwards else null & further
        beyond = Q(**{f"{self.field}__{side}": key}) | (Q(**{self.field: key}) & further)
        if self.nullable and not backwards:
            return beyond | null
        # Says nothing new, but is a bound that the index can start from; an OR is not.
        return Q(**{f"{self.field}__{side}e": key}) & beyond


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and the cursors of the pages beside them (None: there is none)."""

    rows: list[Any]
    next: str | None
    previous: str | None


def read_page(
    rows: QuerySet[Any],
    orders: Mapping[str, Order],
    name: str,
    cursor: str,
    size: int,
    *,
    beside: Sequence[QuerySet[Any]] = (),
) -> Page:
    """The page of `rows` in the named order that `cursor` points at ("" for the first).

    `beside`: what is asked of the database in the same query.
    Raises BadCursor; KeyError for an order that is not in `orders`.
    """
    order = orders[name]
    backwards, key, ident = _read(cursor, name) if cursor else (False, None, None)
    if ident is not None:
        rows = rows.filter(order.beyond(key, ident, backwards=backwards))
    asked = rows.order_by(*order.clauses(backwards=backwards))[: size + 1]
    if beside:
        fetch_together(asked, *beside)
    found = list(asked)
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Page([], None, None)
    has_next, has_previous = (True, more) if backwards else (more, ident is not None)
    return Page(
        found,
        _write(name, order, found[-1], backwards=False) if has_next else None,
        _write(name, order, found[0], backwards=True) if has_previous else None,
    )


def _write(name: str, order: Order, row: Model, *, backwards: bool) -> str:
    key = None if order.field == "id" else getattr(row, order.field)
    return signing.dumps([name, backwards, _plain(key), row.pk], salt=SALT, compress=True)


def _plain(key: Any) -> Any:
    if isinstance(key, dt.datetime):
        return ["time", key.isoformat()]
    if isinstance(key, dt.date):
        return ["date", key.isoformat()]
    if isinstance(key, Decimal):
        return ["number", str(key)]
    return key


def _read(cursor: str, name: str) -> tuple[bool, Any, int]:
    try:
        order, backwards, key, ident = signing.loads(cursor, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise BadCursor("This cursor was not made here.") from problem
    if order != name:
        raise BadCursor("This cursor belongs to another order.")
    return bool(backwards), _value(key), int(ident)


def _value(key: Any) -> Any:
    if not isinstance(key, list):
        return key
    kind, text = key
    readers: dict[str, Callable[[str], Any]] = {"time": parse_datetime, "date": parse_date, "number": Decimal}
    return readers[kind](text)
