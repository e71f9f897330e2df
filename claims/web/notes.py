"""Notes as a list with filters, and one thread on a page of its own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from claims import permissions
from claims.models import Annotation
from claims.notefilters import NoteFilter
from claims.web.excerpts import Excerpt, read_excerpts
from claims.web.naming import ask_names, read_names
from claims.web.noteform import FOR
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import read_list
from sources.models import Article, Revision, Snapshot

OWN_FIELDS = ("q", "motivation", "resolved", "cursor")  # of the form of filters; it keeps what else is asked for


@for_readers
@require_safe
@at_any_time
def notes(request: HttpRequest) -> HttpResponse:
    rows = Annotation.objects.visible_to(request.user).threads().with_thread()
    listing = read_list(request, NoteFilter, rows)
    kept = [(name, value) for name, value in listing.parameters.items() if name not in OWN_FIELDS]
    context = {"listing": listing, "views": _views(request), "about": _about(listing), "kept": kept}
    context |= {"motivations": FOR.items(), "may_note": permissions.can_annotate(request.user)}
    return render(request, "claims/notes.html", context, status=listing.status)


def _views(request: HttpRequest) -> list[tuple[str, str]]:
    """The usual questions, as addresses: (query, words)."""
    views = [("", "All"), ("resolved=false", "Open"), ("orphan=true", "Words are gone")]
    if request.user.is_authenticated:
        name = request.user.get_username()
        views += [(f"by={name}", "By me"), (f"mentions={name}", "Naming me")]
    return views


def _about(listing: Any) -> str:
    """What all the notes of the list are on, where a filter says so."""
    number = listing.parameters.get("article", "")
    if listing.problems or not number:
        return ""
    article = Article.objects.filter(pk=int(number)).only("title").first()
    return str(article) if article else ""


@for_readers
@require_safe
@at_any_time
def note(request: HttpRequest, pk: int) -> HttpResponse:
    found = note_of(request, pk)
    return redirect(found) if found.parent_id else show_note(request, found)


def note_of(request: HttpRequest, pk: int) -> Annotation:
    found: Annotation = get_object_or_404(Annotation.objects.visible_to(request.user).with_thread(), pk=pk)
    return found


def show_note(
    request: HttpRequest, found: Annotation, typed: dict[str, Any] | None = None, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The thread; `typed` is what somebody wrote that was refused: its deed, the words, and why."""
    context = {
        "note": found,
        "record": f"/notes/{found.pk}",
        "may_note": permissions.can_annotate(request.user),
        "around": _around(found),
        "candidates": _candidates(found),
        "typed": typed or {},
        **read_names(ask_names(request.user)),
    }
    return render(request, "claims/note.html", context | more, status=status)


def _around(found: Annotation) -> Excerpt | None:
    """The words where they stand, between their neighbours; None for a note on the whole, and for an orphan."""
    if found.place is None or found.claim_id:
        return None
    return read_excerpts(text_of(found), [[found.place]])[0][0]


def _candidates(found: Annotation) -> list[Excerpt]:
    """Where an orphan may belong."""
    spans = found.anchor.candidates if found.is_orphan and found.anchor else []
    return read_excerpts(text_of(found), [[(start, end) for start, end in spans]])[0] if spans else []


def text_of(found: Annotation) -> Revision | Snapshot:
    """The text that a note on words stands in."""
    if found.article is not None:
        return Revision.objects.only("text").get(current_of=found.article)
    return Snapshot.objects.only("text").get(annotations=found)
