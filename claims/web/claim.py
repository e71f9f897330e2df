"""One claim: the words, the value, when, where, who says so, what it cites, and what happened to it."""

from __future__ import annotations

from typing import Any

from django.db.models import TextField
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.web.accounts import MOST, Asked, ask_accounts, read_accounts
from claims.web.assigning import ask_reviewers, read_assigning
from claims.web.forest import read_forest
from claims.web.judging import ask_reviews, read_reviews
from claims.web.kin import ask_kin, read_kin
from claims.web.naming import ask_names
from claims.web.neighbours import ask_around, read_around
from claims.web.notesbeside import ask_threads, read_threads
from claims.web.objections import ask_disputes, ask_owners, read_disputes, read_rivals
from claims.web.past import ask_past, read_past
from claims.web.standing import ask_predecessor, read_standing
from claims.web.tags import ask_tags, read_tags
from claimtracker.core.asof import moment
from claimtracker.core.notices.asking import ask_watching
from claimtracker.core.together import fetch_together
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from sources.models import Arrival

# The part of the file in which the quote begins. "source" is the whole of a file without parts, and tells nobody where.
PART = """(
    SELECT part ->> 2 FROM jsonb_array_elements(origins) AS part
    WHERE part ->> 2 <> 'source' AND (part ->> 1)::int > %s LIMIT 1
)"""


@for_readers
@require_safe
@at_any_time
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, pk)


def page(request: HttpRequest, pk: int, *, status: int = 200, **more: Any) -> HttpResponse:
    """The claim; with `more`, a form that was refused, as it was typed."""
    found = get_object_or_404(Claim.objects.visible_to(request.user).with_parts().with_policy().with_basis(), pk=pk)
    cited = ask_accounts(found)
    if "HX-Request" in request.headers and request.GET.get("seen") == read_accounts(found, cited).digest:
        return HttpResponse(status=204)
    context = {"claim": found, "record": f"/claims/{pk}", "most_cited": MOST, **_sections(request.user, found, cited)}
    return render(request, "claims/claim.html", context | more, status=status)


def _sections(user: Any, found: Claim, cited: Asked) -> dict[str, Any]:
    """All that stands on the page beside the claim itself; what it is made from comes in one query."""
    past = ask_past(found, until=moment())
    rows = {
        "around": ask_around(found),
        "origin": _origin(found),
        "predecessor": ask_predecessor(found),
        "disputes": ask_disputes(found),
        "owners": ask_owners(found),
        "reviews": ask_reviews(found, user),
        "kin": ask_kin(found),
        "threads": ask_threads(user, found),
        "names": ask_names(user),
        "tags": ask_tags(user),
        "people": ask_reviewers(user, found),
        "beside": _neighbours(found),
        "watching": ask_watching(user, "claim", found.pk),
    }
    fetch_together(*cited, *past, *rows.values())
    accounts = read_accounts(found, cited)
    return {
        "accounts": accounts,
        "forest": read_forest(found, accounts),
        "around": read_around(found, rows["around"]),
        "origin": next(iter(rows["origin"]), None),
        "standing": read_standing(found, rows["predecessor"]),
        "disputes": read_disputes(rows["disputes"], user),
        "rivals": read_rivals(found, user, rows["owners"]),
        "past": read_past(past),
        "tagging": read_tags(user, found, rows["tags"]),
        "before": next((pk for pk in rows["beside"] if pk < found.pk), None),
        "after": next((pk for pk in rows["beside"] if pk > found.pk), None),
        "watching": rows["watching"],
        **read_assigning(found, rows["people"]),
        **read_reviews(found, user, rows["reviews"]),
        **read_kin(found, user, rows["kin"]),
        **read_threads(user, found, rows["threads"], rows["names"]),
    }


def _neighbours(found: Claim) -> Any:
    """The numbers of the claims before and behind it in the article."""
    others = Claim.objects.filter(article=found.article_id).values_list("pk", flat=True)
    before = others.filter(pk__lt=found.pk).order_by("-pk")[:1]
    return before.union(others.filter(pk__gt=found.pk).order_by("pk")[:1])


def _origin(found: Claim) -> Any:
    """The file that the text was made from, and the part of it where the quote begins: ("report.pdf", "page 3")."""
    anchor = found.anchor
    if anchor is None or anchor.start is None:
        return Arrival.objects.none()
    files = Arrival.objects.filter(revision=anchor.revision_id).exclude(name="")
    part = RawSQL(PART, [anchor.start], output_field=TextField())  # noqa: S611 (our own words, the number apart)
    return files.annotate(part=part).exclude(part=None).values_list("name", "part")[:1]
