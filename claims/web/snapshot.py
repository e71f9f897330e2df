"""One copy of a source: its text as text, with the words lit that prove or contradict a claim."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Annotation
from claims.web.copytext import Fence, Noted, Place, read_blocks
from claims.web.lookup import find_words, fold
from claims.web.notesbeside import read_threads
from claims.web.numbers import asked, asked_span
from claims.web.pinform import read_pinning
from claims.web.said import read_lit
from claims.web.windows import parts_of
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from sources.models import Snapshot

LONGEST_SOUGHT = 300  # characters of what is looked for in a text
MOST_PLACES = 1000  # where it stands; more are "1,000+"


@for_readers
@require_safe
@at_any_time
def snapshot(request: HttpRequest, pk: int) -> HttpResponse:
    found = copy_of(request, pk)
    return render(request, "claims/snapshot.html", read_copy(request, found) | read_pinning(request, found))


def copy_of(request: HttpRequest, pk: int) -> Snapshot:
    copies = Snapshot.objects.visible_to(request.user).with_notes().select_related("source", "created_by")
    found: Snapshot = get_object_or_404(copies, pk=pk)
    return found


def read_copy(request: HttpRequest, found: Snapshot) -> dict[str, Any]:
    """All that the page about a copy shows, but a form."""
    before, after = beside(found)
    context = {"snapshot": found, "source": found.source, "record": f"/snapshots/{found.pk}"}
    beside_it = read_threads(request.user, found)
    text = _text(request, found, beside_it["threads"])
    return context | {"older": before, "newer": after} | beside_it | text


def beside(found: Snapshot) -> tuple[Snapshot | None, Snapshot | None]:
    """The copies of the same source before and after this one."""
    copies = Snapshot.objects.filter(source=found.source_id).defer("text", "fences", "notes", "origins")
    same = Q(captured_at=found.captured_at)
    before = copies.filter(Q(captured_at__lt=found.captured_at) | (same & Q(pk__lt=found.pk)))
    after = copies.filter(Q(captured_at__gt=found.captured_at) | (same & Q(pk__gt=found.pk)))
    return before.order_by("-captured_at", "-pk").first(), after.order_by("captured_at", "pk").first()


def _text(request: HttpRequest, found: Snapshot, threads: list[Annotation]) -> dict[str, Any]:
    """One part of the text, with what was looked for in it; `keep` is the address of all but the part."""
    sought = request.GET.get("q", "")[:LONGEST_SOUGHT].strip()
    parts, places = parts_of(found), _places(found, sought)
    here = _here(request, places)
    window = parts.read(parts.holding(here[0]) if here else asked(request, "part") - 1)
    fences = [Fence(*fence) for fence in sorted(found.fences)]
    lit = read_lit(found, window.start, window.end)
    marked = [Place(*place, here=place == here) for place in places] or ([Place(*here, here=True)] if here else [])
    keep = {name: request.GET[name] for name in ("claim", "q") if request.GET.get(name)}
    return {
        "window": window,
        "blocks": read_blocks(window.text, window.start, fences=fences, lit=lit, places=marked, notes=_noted(threads)),
        "lit": lit,
        "q": sought,
        "places": len(places),
        "most_places": MOST_PLACES,
        "place": places.index(here) + 1 if here in places else 0,
        "keep": urlencode(keep),
    }


def _noted(threads: list[Annotation]) -> list[Noted]:
    """The words that open notes are on, numbered in the order of the text."""
    placed = sorted((note for note in threads if note.exact), key=lambda note: (note.start, note.pk))
    return [Noted(note.start or 0, note.end or 0, note, number) for number, note in enumerate(placed, 1)]


def _here(request: HttpRequest, places: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The words to open the text at: a place of what was looked for, or what the address names."""
    if places and ("place" in request.GET or "part" not in request.GET):
        return places[min(max(asked(request, "place"), 1), len(places)) - 1]
    return asked_span(request, "at")


def _places(found: Snapshot, sought: str) -> list[tuple[int, int]]:
    if not sought:
        return []
    text = Snapshot.objects.values_list("text", flat=True).get(pk=found.pk)
    return find_words(fold(text), fold(sought), MOST_PLACES + 1)
