"""The disputes of the desk: a list, those that wait first, and one with the two values on the same lines."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims import permissions
from claims.filters import DisputeFilter
from claims.models import Claim, Dispute
from claims.models.dispute import IS_OPEN
from claims.models.vocabulary import Aspect, DisputeState, Ground
from claims.outcomes import corrected_since
from claims.web.disputeform import SettleForm
from claims.web.forest import draw_beside
from claims.web.neighbours import read_around
from claims.web.objections import objection, read_lines
from claims.web.past import read_steps
from claimtracker.core.asof import moment, today
from claimtracker.core.models import Desk
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import read_list
from sources.models import Article


class DisputePage(DisputeFilter):
    """Those that wait come first, by the day until which they may."""

    default_order = "due"


@for_readers
@require_safe
@at_any_time
def disputes(request: HttpRequest) -> HttpResponse:
    rows = Dispute.objects.visible_to(request.user).with_people().with_turn()
    listing = read_list(request, DisputePage, rows)
    article = listing.parameters.get("article", "")
    context = {
        "listing": listing,
        "states": DisputeState.choices,
        "aspects": Aspect.choices,
        "grounds": Ground.choices,
        "article": Article.objects.filter(pk=article).first() if article and not listing.problems else None,
        "may_dispute": permissions.can_dispute(request.user),
        "today": today(),
        "tally": _tally(request) if request.user.is_authenticated else None,
    }
    return render(request, "claims/disputes.html", context, status=listing.status)


def _tally(request: HttpRequest) -> dict[str, int]:
    me = request.user.pk
    mine = Q(by=me) | Q(acknowledged_by=me)
    return Dispute.objects.filter(IS_OPEN).aggregate(
        waiting=Count("pk"), overdue=Count("pk", filter=Q(due__lt=today())), mine=Count("pk", filter=mine)
    )


@for_readers
@require_safe
@at_any_time
def dispute(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, dispute_of(request, pk))


def dispute_of(request: HttpRequest, pk: int) -> Dispute:
    rows = Dispute.objects.visible_to(request.user).with_people().select_related("duplicate_of")
    found: Dispute = get_object_or_404(rows, pk=pk)
    return found


def page(request: HttpRequest, found: Dispute, *, status: int = 200, **more: Any) -> HttpResponse:
    """One dispute; with `more`, a form that was refused, as it was typed."""
    claim = Claim.objects.with_parts().get(pk=found.claim_id)
    context = {
        "dispute": found,
        "claim": claim,
        "one": objection(found, request.user),
        "around": read_around(claim),
        "lines": read_lines(claim, found.rival, found.aspect),
        "forest": draw_beside(claim, found.rival),
        "corrected": found.ground == Ground.MISREAD and corrected_since(found, claim),
        "steps": read_steps(found, until=moment()),
        "record": f"/disputes/{found.pk}",
        "today": today(),
        "days": Desk.current().dispute_days,
        "settle_form": SettleForm(dispute=found),
    }
    return render(request, "claims/dispute.html", context | more, status=status)
