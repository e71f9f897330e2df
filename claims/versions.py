"""A claim as it was in one of its versions, from the history that the database wrote, and what differs between two."""

from __future__ import annotations

from typing import Any

from claims.evidence import plain
from claims.models import Claim

# Columns that say nothing of what is claimed or how far the work is.
SILENT = frozenset(
    {"id", "uuid", "article", "version", "parts_version", "created_at", "updated_at", "created_by", "read_from",
     "read_order", "search_words", "stated", "prefix", "suffix"}
)  # fmt: skip


def row_at(pk: int, version: int) -> Any | None:
    """The claim's columns in that version; None where history has none."""
    return Claim.pgh_event_model.objects.filter(pgh_obj_id=pk, version=version).order_by("-pgh_id").first()


def differing(seen: Any | None, now: Any) -> list[dict[str, Any]]:
    """The columns that differ, as JSON has them: [{field, seen, now}]. Empty where the older one is not known."""
    if seen is None:
        return []
    names = [(field.name, field.attname) for field in Claim._meta.concrete_fields if field.name not in SILENT]
    pairs = [(name, getattr(seen, column), getattr(now, column)) for name, column in names if hasattr(seen, column)]
    return [{"field": name, "seen": plain(old), "now": plain(new)} for name, old, new in pairs if old != new]
