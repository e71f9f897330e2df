"""Merging two sources: which other one, what would become of each field, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import permissions
from sources.filters import SourceFilter
from sources.merging import FIELDS, merge, preview_merge, undo_merge
from sources.models import Source
from sources.suggesting import suggest_twins

MOST_FOUND = 10
WORDS = {"csl": "other fields", "archive_address": "address in an archive", "container": "in", "doi": "DOI"}


@open_to(permissions.can_merge_sources)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def merging(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(Source.objects.select_related("merged_into"), pk=pk)
    given = request.POST if request.method == "POST" else request.GET
    into = _other(given.get("into", ""))
    if request.method != "POST" or into is None:
        return _page(request, source, into)
    chosen = {name: "comes" for name in FIELDS if given.get(f"take-{name}") == "comes"}
    try:
        done = merge(source, into, by=request.user, reason=given.get("reason", "")[:5000], fields=chosen)
    except Refused as refusal:
        return _page(request, source, into, said=refusal.detail, status=refusal.status)
    messages.success(request, f"“{str(source)[:120]}” is “{str(done.into)[:120]}” now. It can be taken back below.")
    return redirect("merge_source", source.pk)


@open_to(permissions.can_merge_sources)
@require_POST
@once
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(Source, pk=pk)
    try:
        undo_merge(source, by=request.user, reason=request.POST.get("reason", "")[:5000])
    except Refused as refusal:
        messages.error(request, refusal.detail)
        return redirect("merge_source", pk)
    messages.success(request, "Taken back: what had moved is here again.")
    return redirect(source)


def _page(
    request: HttpRequest, source: Source, into: Source | None, *, said: str = "", status: int = 200
) -> HttpResponse:
    q = request.GET.get("q", "").strip()[:200]
    context: dict[str, Any] = {"source": source, "into": into, "q": q, "said": said}
    if into and not source.merged_into_id:
        try:
            context["preview"] = preview = preview_merge(source, into, by=request.user)
            context["rows"] = [(WORDS.get(one.name, one.name), one) for one in preview.fields if one.outcome != "same"]
        except Refused as refusal:
            context["said"], status = said or refusal.detail, refusal.status
    elif not source.merged_into_id:
        context["suggestions"] = suggest_twins(source)
        context["results"] = _search(q, source) if q else []
    return render(request, "sources/merge.html", context, status=status)


def _search(q: str, source: Source) -> list[Source]:
    found = SourceFilter({"q": q}, queryset=Source.objects.standing().select_related("article"))
    return list(found.qs.exclude(pk=source.pk).order_by("-id")[:MOST_FOUND]) if found.is_valid() else []


def _other(given: str) -> Source | None:
    fine = given.isascii() and given.isdigit() and len(given) < 19
    return Source.objects.filter(pk=int(given)).first() if fine else None
