"""One source: its record, the articles that cite it, and every claim that leans on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.filters import ClaimFilter
from claims.models import Claim
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import read_list
from sources.models import Citation, Source

MOST_CITING = 50


@for_readers
@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(Source.objects.visible_to(request.user).with_uses(), pk=pk)
    citing = Citation.objects.visible_to(request.user).current().filter(source=work).for_worklist().order_by("-id")
    claims = Claim.objects.visible_to(request.user).citing(work).with_parts()
    listing = read_list(request, ClaimFilter, claims)
    context = {
        "source": work,
        "record": f"/sources/{work.pk}",
        "citing": citing[:MOST_CITING],
        "listing": listing,
    }
    return render(request, "claims/source.html", context, status=listing.status)
