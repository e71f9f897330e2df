"""A source as a reference in the style that somebody picks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import for_readers
from sources.models import Source
from sources.styling import FIRST, cite, styles, well_known


@for_readers
@require_safe
def cite_source(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    style = request.GET.get("style") or FIRST[0]
    context = {"source": source, "style": style, "known": well_known(), "all": styles().items(), "cited": None}
    try:
        context["cited"] = cite(source, style)
    except Refused as refusal:
        context["said"] = refusal.detail
    return render(request, "sources/cite.html", context, status=200 if context["cited"] else 422)
