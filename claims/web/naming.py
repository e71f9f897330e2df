"""Whom a note can name with "@": the people who may read here, for whoever may write one."""

from __future__ import annotations

from typing import Any

from claims import permissions
from claims.notenews import unknown_in
from claimtracker.core.models import User
from claimtracker.core.roles import readers

MOST = 60  # names under a form; whoever needs another one knows it


def ask_names(user: Any) -> Any:
    people = readers(User.objects.all()) if permissions.can_annotate(user) else User.objects.none()
    return people.order_by("username").values_list("username", "first_name", "last_name")[: MOST + 1]


def read_names(asked: Any) -> dict[str, Any]:
    """Each with the person's own name, where it is known."""
    rows = [(username, f"{first} {last}".strip()) for username, first, last in asked]
    return {"names": rows[:MOST], "more_names": len(rows) > MOST}


def told_nobody(body: str) -> str:
    """What to say of names that are nobody's; "" where there are none."""
    names = unknown_in(body)
    if not names:
        return ""
    listed = ", ".join(f"@{name}" for name in names)
    return (
        f"Nobody who may read here is called {listed}, so nobody was told by that. Answer the note to name them right."
    )
