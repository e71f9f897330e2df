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


def can_correct(user: Any) -> bool:
    """Correct what the record says of a claim; add, split and merge claims."""
    return is_analyst(user)


def can_review(user: Any) -> bool:
    """Judge claims, and run the queue."""
    return is_analyst(user)


def can_assign(user: Any) -> bool:
    """Give a claim to somebody, take one, set a due date."""
    return is_analyst(user)


def can_dispute(user: Any) -> bool:
    return is_analyst(user)


def can_settle_disputes(user: Any) -> bool:
    return is_editor(user)


def can_settle(user: Any, dispute: Any) -> bool:
    """The one who raised it never settles it."""
    return is_editor(user) and dispute.by_id != user.pk


def can_publish(user: Any) -> bool:
    """Publish, reject, retract and bring back."""
    return is_editor(user)


def can_rank_rivals(user: Any) -> bool:
    return is_editor(user)


def can_rank(user: Any, rival: Any) -> bool:
    """Whoever proposed it never ranks it."""
    return is_editor(user) and rival.created_by_id != user.pk


def can_withdraw_rival(user: Any, rival: Any) -> bool:
    """Take back what one proposed; an editor anybody's."""
    return is_editor(user) or (is_analyst(user) and rival.created_by_id == user.pk)


def can_withdraw_dispute(user: Any, dispute: Any) -> bool:
    """Whoever raised it, and nobody else: an editor settles it, and says why."""
    return is_analyst(user) and dispute.by_id == user.pk


def can_annotate(user: Any) -> bool:
    """Write notes, answer and resolve them; put tags on claims."""
    return is_analyst(user)


def can_withdraw_note(user: Any, note: Any) -> bool:
    """Take back one's own; an editor anybody's."""
    return is_editor(user) or (is_analyst(user) and note.created_by_id == user.pk)


def can_withdraw_article(user: Any) -> bool:
    return is_editor(user)
