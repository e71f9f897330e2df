"""Who may do what with people and tokens."""

from __future__ import annotations

from typing import Any

from claimtracker.core.roles import is_admin, is_reader, rank


def can_create_token(user: Any, owner: Any) -> bool:
    """A token acts as its owner, so only the owner or an admin makes one."""
    return rank(owner) >= 1 and (user == owner or is_admin(user))


def can_administer(user: Any) -> bool:
    return is_admin(user)


def can_watch(user: Any) -> bool:
    """Watching, and lists under a name, are for persons: a visitor could not be told."""
    return bool(user and user.is_authenticated and user.is_active and is_reader(user))


def can_change_view(user: Any, view: Any) -> bool:
    """A view is its owner's, also where the desk shares it."""
    return can_watch(user) and view.owner_id == user.pk
