"""A history for reading: the events of one deed together, values in words, and what changed in a text word by word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import ForeignKey
from django.utils.text import Truncator

from claimtracker.core.memory import Event, Whole, people_of
from claimtracker.core.models import User
from claimtracker.core.told import action_words, field_words, kind_words

SHOWN = 400  # characters of a value
Run = tuple[str, str]  # "same", "removed" or "added", and the words
Runs = Callable[[str, str], Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Line:
    """One column that changed: what it is, and the words of it before and after as runs."""

    field: str
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True)
class Thing:
    """One row that a deed changed: "citation 12 added"."""

    words: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Deed:
    """What one person did at one moment; `by` is None for the machine."""

    at: dt.datetime
    by: User | None
    words: str
    reason: str
    version: int | None
    things: Sequence[Thing]


def read_deeds(whole: Whole, events: Sequence[Event], runs: Runs) -> list[Deed]:
    """The events grouped by deed, in their order. Events that changed nothing worth reading are left out."""
    people = User.objects.in_bulk(people_of(events))
    names = names_of(whole, events)
    kept = [event for event in events if event.changes]
    grouped = groupby(kept, key=lambda event: (event.context or event.id, event.at, event.action))
    return [_deed(list(together), people, whole, names, runs) for _, together in grouped]


def _deed(events: list[Event], people: Mapping[int, User], whole: Whole, names: Names, runs: Runs) -> Deed:
    first = events[0]
    things = [Thing(_which(whole, event), _lines(whole, event, names, runs)) for event in events]
    version = next((event.version for event in events if event.version), None)
    by = people.get(first.by or 0)
    return Deed(first.at, by, action_words(first.action), first.reason, version, things)


def _which(whole: Whole, event: Event) -> str:
    return "" if event.of == whole.name else f"{kind_words(event.of)} {event.row}"


def _lines(whole: Whole, event: Event, names: Names, runs: Runs) -> list[Line]:
    part = next(part for part in whole.all if part.name == event.of)
    return [line_of(part.model, name, pair, names, runs) for name, pair in event.changes.items()]


def line_of(model: Any, name: str, pair: tuple[Any, Any], names: Names, runs: Runs) -> Line:
    """A column before and after, in words; two texts are told apart word by word."""
    field = model._meta.get_field(name)
    old, new = (_words(field, value, names) for value in pair)
    if old and new and all(isinstance(value, str) for value in pair) and not field.choices:
        return Line(field_words(name), runs(old, new))
    return Line(field_words(name), [run for run in (("removed", old), ("added", new)) if run[1]])


Names = Mapping[tuple[Any, int], str]  # what a key stands for: (model, id) → its words


def names_of(whole: Whole, events: Iterable[Event]) -> dict[tuple[Any, int], str]:
    """The rows that the changes name by their ids, a query for each kind."""
    wanted: dict[Any, set[int]] = {}
    for event in events:
        part = next(part for part in whole.all if part.name == event.of)
        collect_keys(part.model, event.changes, wanted)
    return named(wanted)


def collect_keys(model: Any, changes: Mapping[str, tuple[Any, Any]], wanted: dict[Any, set[int]]) -> None:
    for name, pair in changes.items():
        field = model._meta.get_field(name)
        if isinstance(field, ForeignKey):
            wanted.setdefault(field.related_model, set()).update(value for value in pair if value is not None)


def named(wanted: Mapping[Any, set[int]]) -> dict[tuple[Any, int], str]:
    found: dict[tuple[Any, int], str] = {}
    for model, idents in wanted.items():
        large = getattr(model, "large_columns", {})
        rows = model._base_manager.defer(*large).filter(pk__in=idents)
        found |= {(model, row.pk): Truncator(str(row)).chars(80) for row in rows}
    return found


def _words(field: Any, value: Any, names: Names) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(field, ForeignKey):
        return names.get((field.related_model, value), f"{field.related_model._meta.verbose_name} {value}")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return Truncator(_plain(value)).chars(SHOWN)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        text = f"{value:,f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, dt.datetime):
        return f"{value.day} {value:%B %Y, %H:%M} UTC"
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
