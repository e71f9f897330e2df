"""Who may do what with claims."""

from __future__ import annotations

from typing import Any

from claimtracker.core.roles import is_analyst, is_editor, is_reader


def can_read(user: Any) -> bool:
    """See every claim of the desk, whatever its stage."""
    return is_reader(user)


def can_dismiss_lint(user: Any) -> bool:
    return is_analyst(user)


def can_place_claim(user: Any) -> bool:
    """Say where a claim stands in a new text, where the program could not tell."""
    return is_analyst(user)


def can_pin_evidence(user: Any) -> bool:
    """Put words of a source beside a claim."""
    return is_analyst(user)


def can_withdraw_evidence(user: Any, evidence: Any) -> bool:
    """Take back one's own; an editor anybody's."""
    return is_editor(user) or (is_analyst(user) and evidence.created_by_id == user.pk)
