"""The threads on a claim or a copy, for the page about it, with the form for one more."""

from __future__ import annotations

from typing import Any

from claims import permissions
from claims.models import Annotation, Claim
from claims.web.naming import ask_names, read_names
from claims.web.noteform import NoteForm
from sources.models import Snapshot

MOST = 30  # open threads on the page; the list of notes has them all
MOST_SETTLED = 30


def ask_threads(user: Any, on: Claim | Snapshot) -> Any:
    rows = Annotation.objects.visible_to(user).threads().filter(**{_kind(on): on}).with_thread()
    return rows.order_by("pk")[: MOST + MOST_SETTLED + 1]


def ask_open_notes(user: Any, claim: Claim) -> Any:
    """The numbers of the open threads on it."""
    return Annotation.objects.visible_to(user).threads().open().filter(claim=claim).values_list("pk", flat=True)


def read_threads(user: Any, on: Claim | Snapshot, asked: Any = None, names: Any = None) -> dict[str, Any]:
    """Open ones, oldest first; resolved and withdrawn ones apart."""
    found = list(ask_threads(user, on) if asked is None else asked)
    is_open = {note.pk: note.resolved_at is None and note.withdrawn_at is None for note in found}
    threads = [note for note in found if is_open[note.pk]]
    settled = [note for note in found if not is_open[note.pk]]
    return {
        "threads": threads[:MOST],
        "more_threads": len(found) > MOST + MOST_SETTLED or len(threads) > MOST,
        "resolved_threads": settled[:MOST_SETTLED],
        "more_resolved": len(settled) > MOST_SETTLED,
        "note_form": NoteForm(),
        "query": f"{_kind(on)}={on.pk}",
        **read_names(ask_names(user) if names is None else names),
        "may_note": permissions.can_annotate(user),
    }


def _kind(on: Claim | Snapshot) -> str:
    return type(on).__name__.casefold()
