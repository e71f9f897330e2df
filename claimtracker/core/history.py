"""Who did it, what it was, and why: the context that a deed gives to the history triggers.

The rows of history themselves are written by the database (django-pghistory);
see DESIGN "History". Outside of `action` a change is still recorded, without
a name to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import pghistory
from django.db.models import Model

M = TypeVar("M", bound=Model)

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)


def remembered(*, exclude: Sequence[str] = ()) -> Callable[[type[M]], type[M]]:
    """Class decorator: the database writes a row of history for every insert, update and delete of the table.

    Named one by one, since PGHISTORY_DEFAULT_TRACKERS copies its events and a copied
    operation is no longer equal to itself (pghistory 3.9).
    """
    events = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    track: Callable[[type[M]], type[M]] = pghistory.track(*events, exclude=list(exclude))
    return track


@contextmanager
def action(name: str, *, by: Any = None, reason: str = "") -> Iterator[None]:
    """Name every change made inside: action ("article.added"), actor (None: the machine), reason, request id."""
    context = {"action": name, "by": getattr(by, "pk", None), "reason": reason, "request": request_id.get()}
    with pghistory.context(**context):
        yield
