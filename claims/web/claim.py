"""One claim: the words, the value, when, where, who says so, what it cites, and what happened to it."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.web.accounts import MOST, read_accounts
from claims.web.assigning import read_assigning
from claims.web.forest import read_forest
from claims.web.judging import read_reviews
from claims.web.kin import read_kin
from claims.web.neighbours import read_around
from claims.web.notesbeside import read_threads
from claims.web.objections import read_disputes, read_rivals
from claims.web.past import read_past
from claims.web.standing import read_standing
from claims.web.tags import read_tags
from claimtracker.core.asof import moment
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers

# "source" is the whole of a file without parts, and tells nobody where to look.
ORIGIN = """
    SELECT arrival.name, part ->> 2 FROM sources_arrival AS arrival, jsonb_array_elements(arrival.origins) AS part
    WHERE arrival.revision_id = %s AND arrival.name <> '' AND part ->> 2 <> 'source' AND (part ->> 1)::int > %s LIMIT 1
"""


@for_readers
@require_safe
@at_any_time
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, pk)


def page(request: HttpRequest, pk: int, *, status: int = 200, **more: Any) -> HttpResponse:
    """The claim; with `more`, a form that was refused, as it was typed."""
    found = get_object_or_404(Claim.objects.visible_to(request.user).with_parts().with_policy(), pk=pk)
    accounts = read_accounts(found)
    if "HX-Request" in request.headers and request.GET.get("seen") == accounts.digest:
        return HttpResponse(status=204)
    context = {
        "claim": found,
        "record": f"/claims/{pk}",
        "around": read_around(found),
        "origin": _origin(found),
        "standing": read_standing(found),
        "accounts": accounts,
        "forest": read_forest(found, accounts),
        "disputes": read_disputes(found, request.user),
        "rivals": read_rivals(found, request.user),
        "past": read_past(found, until=moment()),
        "tagging": read_tags(request.user, found),
        **read_assigning(request.user, found),
        "most_cited": MOST,
        **_neighbours(found),
    }
    context |= read_reviews(found, request.user) | read_kin(found, request.user) | read_threads(request.user, found)
    return render(request, "claims/claim.html", context | more, status=status)


def _neighbours(found: Claim) -> dict[str, int | None]:
    """The claims of the article before and behind it, in one query."""
    others = Claim.objects.filter(article=found.article_id).values_list("pk", flat=True)
    before = others.filter(pk__lt=found.pk).order_by("-pk")[:1]
    found_pks = list(before.union(others.filter(pk__gt=found.pk).order_by("pk")[:1]))
    return {
        "before": next((pk for pk in found_pks if pk < found.pk), None),
        "after": next((pk for pk in found_pks if pk > found.pk), None),
    }


def _origin(found: Claim) -> tuple[str, str] | None:
    """The file that the text was made from, and the part of it where the quote begins: ("report.pdf", "page 3")."""
    anchor = found.anchor
    if anchor is None or anchor.start is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(ORIGIN, [anchor.revision_id, anchor.start])
        row: tuple[str, str] | None = cursor.fetchone()
    return row
