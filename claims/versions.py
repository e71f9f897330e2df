"""A claim as it was in one of its versions, from the history that the database wrote, and what differs between two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.evidence import plain
from claims.models import Claim
from claimtracker.core.refusals import Refused

# Columns that say nothing of what is claimed or how far the work is.
SILENT = frozenset(
    {"id", "uuid", "article", "version", "parts_version", "created_at", "updated_at", "created_by", "read_from",
     "read_order", "search_words", "stated", "prefix", "suffix"}
)  # fmt: skip


def row_at(pk: int, version: int) -> Any | None:
    """The claim's columns in that version; None where history has none."""
    return Claim.pgh_event_model.objects.filter(pgh_obj_id=pk, version=version).order_by("-pgh_id").first()


def version_at(pk: int, time: dt.datetime) -> int | None:
    """The version that the claim had at that time; None where it was not there."""
    rows = Claim.pgh_event_model.objects.filter(pgh_obj_id=pk, pgh_created_at__lte=time).exclude(pgh_label="delete")
    found: int | None = rows.order_by("-pgh_id").values_list("version", flat=True).first()
    return found


def differing(seen: Any | None, now: Any) -> list[dict[str, Any]]:
    """The columns that differ, as JSON has them: [{field, seen, now}]. Empty where the older one is not known."""
    if seen is None:
        return []
    return [{"field": name, "seen": plain(old), "now": plain(new)} for name, (old, new) in _changed(seen, now).items()]


@dataclass(frozen=True, slots=True)
class Two:
    """Two versions of a claim as rows of history, and the columns that say something and differ: {name: (a, b)}."""

    before: Any
    after: Any
    newest: int

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        return _changed(self.before, self.after)


def _changed(before: Any, after: Any) -> dict[str, tuple[Any, Any]]:
    """What says something and differs; a row of history may be older than a column."""
    names = [(field.name, field.attname) for field in Claim._meta.concrete_fields if field.name not in SILENT]
    pairs = {
        name: (getattr(before, column), getattr(after, column)) for name, column in names if hasattr(before, column)
    }
    return {name: (old, new) for name, (old, new) in pairs.items() if old != new}


class NoVersion(Refused):
    """The claim has no such version, or had none yet."""

    code = "no_version"
    status = 400
    title = "No such version"


def compare(pk: int, given: Mapping[str, str], *, until: dt.datetime) -> Two:
    """The versions named by `from` and `to`; without `to` the newest until then, without `from` the one before it.

    Raises NoVersion.
    """
    newest = version_at(pk, until) or 0
    to = _asked(given, "to", newest, newest)
    first = _asked(given, "from", max(1, to - 1), newest)
    return Two(_row(pk, "from", first), _row(pk, "to", to), newest)


def _asked(given: Mapping[str, str], name: str, otherwise: int, newest: int) -> int:
    text = given.get(name) or str(otherwise)
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:10]) <= newest):
        raise NoVersion(f"Versions of this claim go from 1 to {newest}.", pointer=f"/{name}")
    return int(text[:10])


def _row(pk: int, name: str, version: int) -> Any:
    row = row_at(pk, version)
    if row is None:
        raise NoVersion(f"History has no version {version} of this claim.", pointer=f"/{name}")
    return row
