"""What becomes of a note: resolved, taken up again, withdrawn, and placed by hand where its words were lost."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from claims import permissions
from claims.annotating import NoteWithdrawn, current_text
from claims.models import Annotation, NoteAnchor
from claims.models.vocabulary import Outcome
from claims.notenews import about, short, tell_of
from claims.notewords import words_at
from claims.said import said
from claimtracker.core import history
from claimtracker.core.refusals import Refused, require
from sources.refusals import BadValue


class AlreadyResolved(Refused):
    """The note was resolved before. Nothing was changed."""

    code = "already_resolved"
    title = "Resolved already"


class NotResolved(Refused):
    """The note stands open. Nothing was changed."""

    code = "not_resolved"
    title = "It is open"


@transaction.atomic
def resolve(note: Annotation, *, reason: str, by: Any) -> Annotation:
    """Say that a note is dealt with, and why. Raises NotAllowed, BadValue, AlreadyResolved, NoteWithdrawn."""
    require(permissions.can_annotate(by), "Only analysts, editors and admins resolve notes.")
    said(reason, needed="Say why it is dealt with.")
    with history.action("note.resolved", by=by, reason=reason):
        columns = {"resolved_at": timezone.now(), "resolved_by": by, "resolved_reason": reason}
        if not _threads(note).filter(resolved_at=None).update(**columns, updated_at=timezone.now()):
            raise _why_not(note, AlreadyResolved("This note was resolved before. Nothing was changed."))
        _tell(note, by, f"{by} resolved a note on {about(note)}: {short(reason)}")
    note.refresh_from_db()
    return note


@transaction.atomic
def reopen(note: Annotation, *, reason: str, by: Any) -> Annotation:
    """Take a resolved note up again. Raises NotAllowed, BadValue, NotResolved, NoteWithdrawn."""
    require(permissions.can_annotate(by), "Only analysts, editors and admins take notes up again.")
    said(reason, needed="Say why it is taken up again.")
    with history.action("note.reopened", by=by, reason=reason):
        now = timezone.now()
        columns: dict[str, Any] = {"resolved_at": None, "resolved_by": None, "resolved_reason": ""}
        columns |= {"reopened_at": now, "reopened_by": by, "reopened_reason": reason, "updated_at": now}
        if not _threads(note).exclude(resolved_at=None).update(**columns):
            raise _why_not(note, NotResolved("This note is open. Nothing was changed."))
        _tell(note, by, f"{by} took up again a note on {about(note)}: {short(reason)}")
    note.refresh_from_db()
    return note


@transaction.atomic
def withdraw_note(note: Annotation, *, reason: str, by: Any) -> Annotation:
    """Take a note or an answer back; it stays on record. One's own, or as an editor anybody's.

    Raises NotAllowed, BadValue, NoteWithdrawn.
    """
    require(permissions.can_withdraw_note(by, note), "You can withdraw your own notes; editors anybody's.")
    said(reason, needed="Say why it is withdrawn.")
    with history.action("note.withdrawn", by=by, reason=reason):
        now = timezone.now()
        columns = {"withdrawn_at": now, "withdrawn_by": by, "withdrawn_reason": reason, "updated_at": now}
        if not Annotation.objects.standing().filter(pk=note.pk).update(**columns):
            raise NoteWithdrawn("This note was withdrawn before. Nothing was changed.")
        if note.parent_id:
            Annotation.objects.filter(pk=note.parent_id).update(updated_at=now)
    note.refresh_from_db()
    return note


@transaction.atomic
def place_note(
    note: Annotation,
    *,
    revision: int,
    by: Any,
    exact: str = "",
    start: int | None = None,
    end: int | None = None,
) -> NoteAnchor:
    """Say by hand on which words of the article's current text a note stands, which has the number `revision`.

    The note keeps the words that it was written on. Raises NotAllowed, BadValue, NotInText, SeveralPlaces,
    NotInThisText, NoteWithdrawn.
    """
    require(permissions.can_annotate(by), "Only analysts, editors and admins say where a note stands.")
    if note.article is None or not note.exact:
        raise BadValue("This note is on no words of an article, so it has no place. Nothing was changed.")
    current = current_text(note.article, revision)
    first, last = words_at(current.text, exact=exact, start=start, end=end)
    with history.action("note.placed", by=by):
        if not _threads(note).update(updated_at=timezone.now()):
            raise _why_not(note, NoteWithdrawn("This note was withdrawn. Nothing was changed."))
        columns: dict[str, Any] = {"start": first, "end": last, "outcome": Outcome.BY_HAND, "candidates": []}
        columns["verbatim"] = current.text[first:last] == note.exact
        anchor, _ = NoteAnchor.objects.update_or_create(note=note, revision=current, defaults=columns)
    return anchor


def _tell(note: Annotation, by: Any, words: str) -> None:
    tell_of("note.resolved", note, by, words, to=[note.created_by_id])


def _threads(note: Annotation) -> Any:
    return Annotation.objects.threads().standing().filter(pk=note.pk)


def _why_not(note: Annotation, otherwise: Refused) -> Refused:
    if note.parent_id:
        return BadValue("This is an answer; name the note that it belongs to. Nothing was changed.")
    withdrawn = Annotation.objects.filter(pk=note.pk).exclude(withdrawn_at=None).exists()
    return NoteWithdrawn("This note was withdrawn. Nothing was changed.") if withdrawn else otherwise
