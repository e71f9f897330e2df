"""Who may do what with articles and sources."""

from __future__ import annotations

from typing import Any

from claimtracker.core.roles import is_analyst, is_reader


def can_read(user: Any) -> bool:
    """See everything of the desk: all articles, citations and sources."""
    return is_reader(user)


def can_add_article(user: Any) -> bool:
    return is_analyst(user)


def can_identify(user: Any) -> bool:
    """Say which work a citation means."""
    return is_analyst(user)
