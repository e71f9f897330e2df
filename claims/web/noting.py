"""Writing a note: the page with the form, for a selection, for words that are typed, and for the whole."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from claims import permissions
from claims.annotating import add_note
from claims.models import Claim
from claims.web.excerpts import Excerpt, read_excerpts
from claims.web.naming import ask_names, read_names, told_nobody
from claims.web.noteform import NOWHERE, NoteForm
from claims.web.numbers import asked, whole
from claims.web.onward import own_path
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.models import Article, Revision, Snapshot
from sources.models.snapshot import TEXT
from sources.web.adding import refuse

AGAIN = "You had written this note a moment ago; it stands there once."
LONGEST_SHOWN = 4000


@open_to(permissions.can_annotate)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def add(request: HttpRequest) -> HttpResponse:
    """`?claim=`, `?article=` or `?snapshot=` names what it is on, `?start=&end=` the words of it; `next` is where it
    leads, a path of ours.
    """
    on = _on(request)
    if request.method != "POST":
        return _page(request, on, NoteForm(initial=_selected(request, on)), status=200)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, on, form)
    if not form.cleaned_data["words"]:
        return _write(request, on, form, {})
    places = form.places(_text(on))
    if len(places) != 1:
        form.add_error("words", "Say which of these places you mean." if places else NOWHERE)
        return _page(request, on, form, _shown(on, places))
    start, end = places[0]
    return _write(request, on, form, {"start": start, "end": end})


def _on(request: HttpRequest) -> Claim | Article | Snapshot:
    """Raises Http404."""
    kinds: dict[str, Any] = {
        "claim": Claim.objects.visible_to(request.user).select_related("article"),
        "article": Article.objects.visible_to(request.user).with_revision(),
        "snapshot": Snapshot.objects.visible_to(request.user).select_related("source").defer(*TEXT),
    }
    for name, rows in kinds.items():
        if number := asked(request, name):
            found: Claim | Article | Snapshot | None = rows.filter(pk=number).first()
            if found is not None:
                return found
    raise Http404("There is nothing there to write a note on.")


def _text(on: Claim | Article | Snapshot) -> str:
    if isinstance(on, Claim):
        return on.quote
    if isinstance(on, Snapshot):
        return Snapshot.objects.values_list("text", flat=True).get(pk=on.pk)
    return Revision.objects.values_list("text", flat=True).filter(current_of=on).first() or ""


def _selected(request: HttpRequest, on: Claim | Article | Snapshot) -> dict[str, Any]:
    """The words that the address names, unless they were counted in an earlier text."""
    start, end = (whole(request.GET.get(name, "")) for name in ("start", "end"))
    if start is None or end is None or end - start > LONGEST_SHOWN:
        return {}
    counted = whole(request.GET.get("revision", ""))
    if counted and isinstance(on, Article) and on.revision and on.revision.number != counted:
        messages.warning(request, "The article has a new text since you chose these words. Choose them again.")
        return {}
    words = _text(on)[start:end]
    return {"start": start, "end": end, "words": words} if words.strip() else {}


def _write(request: HttpRequest, on: Claim | Article | Snapshot, form: NoteForm, place: dict[str, Any]) -> HttpResponse:
    try:
        note, new = add_note(on, **place, **form.said, by=request.user)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(request, on, form, status=refusal.status)
    (messages.success if new else messages.info)(request, "The note stands there now." if new else AGAIN)
    if new and (unknown := told_nobody(note.body)):
        messages.warning(request, unknown)
    if onward := own_path(request):
        return redirect(onward)
    where = f"?at={place['start']}-{place['end']}" if place and not isinstance(on, Claim) else ""
    return redirect(f"{on.get_absolute_url()}{where}#note-{note.pk}")


def _shown(on: Claim | Article | Snapshot, places: list[tuple[int, int]]) -> list[Excerpt]:
    """The places to choose from, each between its neighbours."""
    row: Any = on
    if isinstance(on, Article):
        row = Revision.objects.only("text").get(current_of=on)
    elif isinstance(on, Claim):
        row = Revision(text=on.quote)
    return read_excerpts(row, [places])[0] if places else []


def _page(
    request: HttpRequest,
    on: Claim | Article | Snapshot,
    form: NoteForm,
    places: list[Excerpt] | None = None,
    *,
    status: int = 422,
) -> HttpResponse:
    kind = type(on).__name__.casefold()
    context = {"on": on, "kind": kind, "form": form, "places": places or [], "query": f"{kind}={on.pk}"}
    context |= {"next": own_path(request), **read_names(ask_names(request.user))}
    return render(request, "claims/add_note.html", context, status=status)
