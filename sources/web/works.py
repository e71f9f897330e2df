"""The list of sources, and the worklist of citations that nobody has identified yet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import read_list
from sources.filters import CitationFilter, SourceFilter
from sources.models import Citation, Link, Source

STATES = [("active", "active"), ("corrected", "corrected"), ("retracted", "retracted"), ("disowned", "disowned")]
LINKS = [*((value, label.lower()) for value, label in Link.choices), ("never", "never looked at")]
ORDERS = [
    ("-id", "newest first"),
    ("id", "oldest first"),
    ("title", "by title"),
    ("-updated_at", "latest changed first"),
]


@for_readers
@require_safe
@at_any_time
def sources(request: HttpRequest) -> HttpResponse:
    """Works, or with `identified=false` the citations that lead to none yet."""
    if request.GET.get("identified") == "false":
        return _worklist(request)
    rows = Source.objects.visible_to(request.user).standing().with_uses()
    listing = read_list(request, SourceFilter, rows, also=("identified",))
    context = {"listing": listing, "states": STATES, "links": LINKS, "orders": ORDERS}
    return render(request, "sources/sources.html", context, status=listing.status)


def _worklist(request: HttpRequest) -> HttpResponse:
    """Of the texts that articles have now, newest article first."""
    rows = Citation.objects.visible_to(request.user).current().for_worklist()
    listing = read_list(request, CitationFilter, rows)
    return render(request, "sources/worklist.html", {"listing": listing}, status=listing.status)
