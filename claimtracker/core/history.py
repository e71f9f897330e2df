"""Who did it, what it was, and why: the context that a deed gives to the history triggers.

The rows of history themselves are written by the database (django-pghistory);
see DESIGN "History". Outside of `action` a change is still recorded, without
a name to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import pghistory
from django.db.models import Index, Model

M = TypeVar("M", bound=Model)

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)


def remembered(
    *, exclude: Sequence[str] = (), large: Mapping[str, str] | None = None, indexes: Sequence[Index] = ()
) -> Callable[[type[M]], type[M]]:
    """Class decorator: the database writes a row of history for every insert, update and delete of the table.

    History leaves out what it is told to `exclude`, and columns that are too `large` to be written down
    again with every change. Of those the past (core/pastviews.py) has the row's own, as long as the column
    named beside it is what it was then. `indexes` are those of the table of events.

    The events are named one by one, since PGHISTORY_DEFAULT_TRACKERS copies its events and a copied
    operation is no longer equal to itself (pghistory 3.9).
    """
    events = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    track: Callable[[type[M]], type[M]] = pghistory.track(
        *events, exclude=[*exclude, *(large or {})], meta={"indexes": list(indexes)} if indexes else None
    )

    def decorate(model: type[M]) -> type[M]:
        model.large_columns = large or {}  # type: ignore[attr-defined]  # read where history is written and told
        return track(model)

    return decorate


@contextmanager
def action(name: str, *, by: Any = None, reason: str = "") -> Iterator[None]:
    """Name every change made inside: action ("article.added"), actor (None: the machine), reason, request id."""
    context = {"action": name, "by": getattr(by, "pk", None), "reason": reason, "request": request_id.get()}
    with pghistory.context(**context):
        yield
