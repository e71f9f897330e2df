"""Which work a citation means: its entry, where it is cited, works that may be meant, and one field to paste."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import permissions
from sources.filters import SourceFilter
from sources.identifying import FREE, AlreadyIdentified, alike_to, identify, unidentify
from sources.models import Citation, Mark, Source
from sources.suggesting import suggestions
from sources.web.adding import Words

MOST_PASSAGES, MOST_FOUND = 5, 10
LONGEST = 20_000  # characters of what is pasted
BEFORE, AFTER = 240, 80  # characters around a mark


@dataclass(frozen=True, slots=True)
class Passage:
    """The words around a mark, of its own paragraph."""

    start: int
    end: int
    before: str
    mark: str
    after: str


class GivenForm(forms.Form):
    """One field for whatever names the work."""

    given = Words(
        label="Paste an address, a DOI or a reference",
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text="A reference in any style, BibTeX, RIS or CSL-JSON. The record can be corrected afterwards.",
    )

    def clean_given(self) -> str:
        given: str = self.cleaned_data["given"]
        if len(given) > LONGEST:
            raise forms.ValidationError(f"This has {len(given):,} characters; {LONGEST:,} is the most.")
        return given


@open_to(permissions.can_read)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def citation(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Citation.objects.visible_to(request.user).select_related("revision__article", "source")
    found = get_object_or_404(rows, pk=pk)
    return _post(request, found) if request.method == "POST" else _page(request, found, GivenForm())


@open_to(permissions.can_identify)
def _post(request: HttpRequest, found: Citation) -> HttpResponse:
    form = GivenForm(request.POST)
    chosen, seen = _id(request, "source"), _id(request, "replaces")
    if "take-back" not in request.POST and chosen is None and not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        if "take-back" in request.POST:
            unidentify(found, by=request.user, replaces=seen)
            messages.success(request, f"{found} waits again: it is not said which work it means.")
            return redirect("citation", found.pk)
        named = {"source": chosen} if chosen else {"reference": form.cleaned_data["given"]}
        done = identify(found, by=request.user, replaces=seen, alike="alike" in request.POST, **named)
    except AlreadyIdentified as refusal:
        found = Citation.objects.select_related("revision__article", "source").get(pk=found.pk)
        return _page(request, found, form if form.is_valid() else GivenForm(), taken=refusal.detail, status=409)
    except Refused as refusal:
        form.add_error("given" if chosen is None else None, refusal.detail)
        return _page(request, found, form, status=refusal.status)
    messages.success(request, _said(done))
    return redirect(_next(found))


def _said(done: Any) -> str:
    also = f", and {len(done.identified)} more with the same entry" if done.identified else ""
    new = " It is a new source: look whether its record is right." if done.new else ""
    return f"{done.citation} of “{done.citation.revision.article}” is “{str(done.source)[:120]}” now{also}.{new}"


def _next(found: Citation) -> str:
    """The next that waits: of this article, then of any; where none does, the work just named."""
    waiting = Citation.objects.current().unidentified()
    here = waiting.filter(revision=found.revision_id).order_by("number")
    one = here.filter(number__gt=found.number).first() or here.first() or waiting.order_by("-id").first()
    return (
        reverse("citation", args=[one.pk]) if one else f"{found.revision.article.get_absolute_url()}#references-title"
    )


def _page(
    request: HttpRequest, found: Citation, form: GivenForm, *, taken: str = "", status: int = 200
) -> HttpResponse:
    q = request.GET.get("q", "").strip()
    article = found.revision.article
    may = permissions.can_identify(request.user)
    current = article.revision_id == found.revision_id
    context = {
        "citation": found,
        "article": article,
        "form": form,
        "taken": taken,
        "current": current,
        "may": may and current,
        "passages": _passages(found),
        "suggestions": suggestions(found.entry, without=[found.source_id or 0]) if found.entry and may else [],
        "alike": _waiting_alike(found).count() if found.entry and may else 0,
        "q": q,
        "results": _search(q) if q and may else [],
    }
    return render(request, "sources/identify.html", context, status=status)


def _waiting_alike(found: Citation) -> Any:
    free = alike_to(found).filter(FREE)
    return free.exclude(source=found.source_id) if found.source_id else free


def _search(q: str) -> list[Source]:
    """Works whose fields have all these words."""
    named = SourceFilter({"q": q[:200]}, queryset=Source.objects.standing().select_related("article"))
    return list(named.qs.order_by("-id")[:MOST_FOUND]) if named.is_valid() else []


def _passages(found: Citation) -> list[Passage]:
    marks = Mark.objects.filter(revision=found.revision_id, numbers__contains=[found.number]).order_by("start")
    text = found.revision.text
    return [_passage(text, mark) for mark in marks[:MOST_PASSAGES]]


def _passage(text: str, mark: Mark) -> Passage:
    before = text[max(0, mark.start - BEFORE) : mark.start].rpartition("\n")[2]
    after = text[mark.end : mark.end + AFTER].partition("\n")[0]
    if len(before) == BEFORE:
        before = "… " + before.partition(" ")[2]
    if len(after) == AFTER:
        after = after.rpartition(" ")[0] + " …"
    return Passage(mark.start, mark.end, before, text[mark.start : mark.end], after)


def _id(request: HttpRequest, name: str) -> int | None:
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None
