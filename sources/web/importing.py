"""A file of references for the list of sources: what was new, what was here, what could not be read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import permissions
from sources.importing import import_sources
from sources.models import Source
from sources.web.bibliography import FORMATS, PASTED, BibliographyForm

MOST_SHOWN = 50


@open_to(permissions.can_describe_source)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def import_file(request: HttpRequest) -> HttpResponse:
    form = BibliographyForm(request.POST, request.FILES) if request.method == "POST" else BibliographyForm()
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        name = form.cleaned_data["name"] or PASTED
        done = import_sources(data=form.cleaned_data["bytes"], name=name, by=request.user)
    except Refused as refusal:
        form.add_error(form.given_in, refusal.detail)
        return _page(request, form, status=refusal.status)
    new = Source.objects.filter(pk__in=done.new[:MOST_SHOWN]).select_related("article").order_by("pk")
    return _page(request, form, done=done, format=FORMATS[done.format], new=new)


def _page(request: HttpRequest, form: BibliographyForm, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "sources/import.html", {"form": form, **context}, status=status)
