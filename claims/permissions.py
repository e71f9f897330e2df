"""Who may do what with claims."""

from __future__ import annotations

from typing import Any

from claimtracker.core.roles import is_reader


def can_read(user: Any) -> bool:
    """See every claim of the desk, whatever its stage."""
    return is_reader(user)
