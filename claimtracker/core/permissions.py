"""Who may do what with people and tokens."""

from __future__ import annotations

from typing import Any

from claimtracker.core.roles import is_admin, rank


def can_create_token(user: Any, owner: Any) -> bool:
    """A token acts as its owner, so only the owner or an admin makes one."""
    return rank(owner) >= 1 and (user == owner or is_admin(user))


def can_administer(user: Any) -> bool:
    return is_admin(user)
