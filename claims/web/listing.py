"""The list of claims: filters, facets with counts, order and pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import permissions
from claims.facets import Facets, count_facets
from claims.filters import ClaimFilter
from claims.models import Claim
from claims.web.chips import read_chips
from claimtracker.core.asof import PARAMETER, is_past
from claimtracker.core.filters import PAGING
from claimtracker.core.notices.asking import ask_views
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import Listing, given, read_list

ORDERS = [
    ("-id", "newest added first"),
    ("id", "oldest added first"),
    ("-low", "largest figure first"),
    ("low", "smallest figure first"),
    ("-date", "latest date first"),
    ("date", "earliest date first"),
    ("-updated_at", "latest changed first"),
]
# The facets of the page, in the order in which an analyst narrows down.
FACETS = {
    "kind": "Kind",
    "flag": "Flag",
    "finding": "Its sources",
    "hedge": "Hedge",
    "has": "Has",
    "comparator": "Figure says",
    "unit": "Counts",
    "country": "Country",
    "place": "Place",
    "agent": "Who says so",
    "tag": "Tag",
    "article": "Article",
    "source": "Source",
    "stage": "Stage",
    "verdict": "Verdict",
    "assignee": "With",
}
VALUES = ("low_gte", "high_lte", "date_from", "date_to")


@for_readers
@require_safe
@at_any_time
def claims(request: HttpRequest) -> HttpResponse:
    rows, views = Claim.objects.visible_to(request.user).current().with_parts(), ask_views(request.user, "claims")
    listing = read_list(request, ClaimFilter, rows, beside=[views])
    context = {
        "listing": listing,
        "views": views,
        "orders": ORDERS,
        "chips": read_chips(listing),
        "facets": None if listing.problems else _empty_facets(listing),
        "picking": permissions.can_review(request.user) and not is_past(),
        "to_review": listing.without(*PAGING),
        "may_reject": permissions.can_publish(request.user),
    }
    return render(request, "claims/claims.html", context, status=listing.status)


@for_readers
@require_safe
@at_any_time
def facets(request: HttpRequest) -> HttpResponse:
    """The counts, as a request of their own: the list does not wait for them."""
    parameters = given(request.GET)
    filters = ClaimFilter(parameters, queryset=Claim.objects.none(), request=request)
    if filters.problems(also=(PARAMETER,)):
        return render(request, "claims/_facets.html", {"facets": [], "counted": None}, status=400)
    found = count_facets(Claim.objects.visible_to(request.user).current(), parameters)
    return render(request, "claims/_facets.html", {"facets": _facets(found), "counted": found})


def _facets(found: Facets) -> list[dict[str, Any]]:
    return [
        {"name": name, "legend": legend, "buckets": found.buckets[name]}
        for name, legend in FACETS.items()
        if found.buckets.get(name)
    ]


def _empty_facets(listing: Listing) -> list[dict[str, Any]]:
    """What a page without script shows: the closed lists without counts, and what was chosen of the others."""
    shown = []
    for name, legend in FACETS.items():
        chosen = listing.parameters.getlist(name)
        choices = getattr(ClaimFilter.base_filters[name].field, "choices", [(value, value) for value in chosen])
        buckets = [{"value": value, "label": label, "chosen": value in chosen} for value, label in choices if value]
        if buckets:
            shown.append({"name": name, "legend": legend, "buckets": buckets})
    return shown
