"""Who may do what with articles and sources."""

from __future__ import annotations

from typing import Any

from claimtracker.core.roles import is_analyst, is_editor, is_reader


def can_read(user: Any) -> bool:
    """See everything of the desk: all articles, citations and sources."""
    return is_reader(user)


def can_add_article(user: Any) -> bool:
    return is_analyst(user)


def can_identify(user: Any) -> bool:
    """Say which work a citation means."""
    return is_analyst(user)


def can_give_copies(user: Any) -> bool:
    """Give the text or a file of a source."""
    return is_analyst(user)


def can_describe_source(user: Any) -> bool:
    """Correct the record of a work."""
    return is_analyst(user)


def can_grade_source(user: Any) -> bool:
    """Say how reliable a source is, and that it was corrected, retracted or disowned."""
    return is_editor(user)


def can_merge_sources(user: Any) -> bool:
    return is_editor(user)


def can_fetch(user: Any) -> bool:
    """Ask for a copy of a source, and say by hand how its link does."""
    return is_analyst(user)
