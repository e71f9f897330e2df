"""What people do to a note on its page or beside what it is on: answer, resolve, take up again, withdraw, place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from claims import annotating, notekeeping, permissions
from claims.models import Annotation
from claims.web.excerpts import read_excerpts
from claims.web.naming import told_nobody
from claims.web.noteform import NOWHERE, PlaceForm
from claims.web.notes import note_of, show_note, text_of
from claimtracker.core.refusals import NotAllowed, Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once

Deed = Callable[..., Any]


@open_to(permissions.can_annotate)
@require_POST
@once
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    return _do(request, pk, "reply", "body", annotating.reply, "The answer stands under the note now.")


@open_to(permissions.can_annotate)
@require_POST
@once
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    return _do(request, pk, "resolve", "reason", notekeeping.resolve, "Resolved. It can be taken up again.")


@open_to(permissions.can_annotate)
@require_POST
@once
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    return _do(request, pk, "reopen", "reason", notekeeping.reopen, "Taken up again.")


@open_to(permissions.can_annotate)
@require_POST
@once
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    said = "Withdrawn. It stays on record, with your reason."
    return _do(request, pk, "withdraw", "reason", notekeeping.withdraw_note, said)


def _do(request: HttpRequest, pk: int, name: str, field: str, deed: Deed, said: str) -> HttpResponse:
    """A refusal comes back as the note's page, with what was typed in its place."""
    found = note_of(request, pk)
    typed = request.POST.get(field, "").replace("\r\n", "\n")
    try:
        deed(found, **{field: typed}, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, refusal.detail)
        return redirect(found)
    except Refused as refusal:
        thread = note_of(request, found.parent_id) if found.parent_id else found
        refused = {"deed": name, "note": pk, "words": typed, "problem": refusal.detail}
        return show_note(request, thread, refused, status=refusal.status)
    messages.success(request, said)
    if name == "reply" and (unknown := told_nobody(typed)):
        messages.warning(request, unknown)
    return _back(request, found)


def _back(request: HttpRequest, found: Annotation) -> HttpResponse:
    """To the page of what the note is on where it was done there (`back=on`), else to the note's own."""
    on = found.claim or found.snapshot or found.article
    if request.POST.get("back") == "on" and on is not None:
        return redirect(f"{on.get_absolute_url()}#note-{found.parent_id or found.pk}")
    return redirect(found)


@open_to(permissions.can_annotate)
@require_POST
@once
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Say on which words of the current text an orphan stands."""
    found, form = note_of(request, pk), PlaceForm(request.POST)
    whole = text_of(found)
    places = form.places(whole.text) if form.is_valid() else []
    if len(places) != 1:
        form.add_error("words", "Say which of these places you mean." if places else NOWHERE)
        shown = read_excerpts(whole, [places])[0] if places else []
        return show_note(request, found, status=422, place_form=form, places=shown)
    start, end = places[0]
    number = form.cleaned_data["revision"] or (found.article.revision.number if found.article else 0)
    try:
        notekeeping.place_note(found, revision=number, start=start, end=end, by=request.user)
    except Refused as refusal:
        form.add_error("words", refusal.detail)
        return show_note(request, found, status=refusal.status, place_form=form)
    messages.success(request, "The note stands there now.")
    return redirect(f"/articles/{found.article_id}/?at={start}-{end}#note-{pk}")
