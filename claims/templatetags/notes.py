"""Notes as words and drawings: what one is for, its sanitised text, and who may take it back."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims import permissions
from claims.models import Annotation
from claims.models.vocabulary import Motivation, Outcome
from claims.web.noteform import FOR
from claimtracker.core.sanitising import markdown_html, markdown_plain
from claimtracker.core.templatetags.page import flag, icon

register = template.Library()

LONGEST_LINE = 600  # characters of a note of which a card or a row shows the beginning
DRAWING = {
    Motivation.COMMENTING: "note",
    Motivation.QUESTIONING: "cannot-tell",
    Motivation.EDITING: "edit",
    Motivation.ASSESSING: "check",
}


@register.filter
def body_html(note: Annotation) -> SafeString:
    return markdown_html(note.body)


@register.filter
def body_words(note: Annotation) -> str:
    """The same in one line without markup."""
    return markdown_plain(note.body[:LONGEST_LINE])


@register.simple_tag
def purpose(note: Annotation) -> SafeString:
    """What it is for, in bare words beside its drawing."""
    kind = Motivation(note.motivation)
    return format_html('<span class="purpose">{}{}</span>', icon(DRAWING[kind]), FOR[kind])


@register.simple_tag
def note_state(note: Annotation) -> SafeString | str:
    """What people have made of it, or that its words are gone; nothing for an open note in its place."""
    if note.withdrawn_at:
        return _pill("missing", "close", "Withdrawn")
    if note.resolved_at:
        return _pill("settled", "check", "Resolved")
    return flag("missing", "lost-anchor", "Its words are gone") if note.is_orphan else ""


@register.simple_tag
def note_place(note: Annotation) -> SafeString | str:
    """How sure its place in the current text is, where that is not simply the words it was written on."""
    anchor = note.anchor if note.article_id else None
    if anchor is None or anchor.start is None or anchor.verbatim:
        return ""
    words = (
        "A figure in these words has changed" if anchor.outcome == Outcome.FIGURE_CHANGED else "Worded otherwise now"
    )
    return flag("recheck", "drift", words)


@register.filter
def retractable(note: Annotation, user: Any) -> bool:
    return note.withdrawn_at is None and permissions.can_withdraw_note(user, note)


def _pill(tone: str, drawing: str, word: str) -> SafeString:
    return format_html('<span class="status" data-tone="{}">{}{}</span>', tone, icon(drawing), word)
