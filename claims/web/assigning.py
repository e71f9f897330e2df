"""Giving a claim to somebody from its page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from claims import permissions
from claims.assigning import assign_claim
from claims.models import Claim
from claims.models.vocabulary import CLOSED
from claims.web.bulk import BulkForm, reviewers
from claims.web.kept import what_is_new
from claims.web.numbers import whole
from claimtracker.core.asof import is_past
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import User
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.web.adding import refuse

IDS = "assign_%s"


@open_to(permissions.can_assign)
@require_POST
@once
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    from claims.web.claim import page  # the page shows this form, and this form shows the page

    claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
    form = BulkForm(request.POST, act="assign", auto_id=IDS)
    if not form.is_valid():
        return page(request, pk, status=422, assigning=form)
    try:
        assign_claim(claim, **_given(form), version=whole(request.POST.get("version", "")) or 0, by=request.user)
    except Refused as refusal:
        refuse(form, refusal)
        news = what_is_new(pk, refusal) if isinstance(refusal, Stale) else []
        return page(request, pk, status=refusal.status, assigning=form, assign_news=news)
    to = form.cleaned_data["to"]
    messages.success(request, f"It is with {to} now." if to else "It is free for all now.")
    return redirect(claim)


def _given(form: BulkForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("to", "due")}


def ask_reviewers(user: Any, claim: Claim) -> Any:
    """To whom it may be given: for whoever may, of a claim that somebody works on, and not in the past."""
    may = not is_past() and permissions.can_assign(user) and claim.stage not in CLOSED
    return reviewers() if may else User.objects.none()


def read_assigning(claim: Claim, people: Any) -> dict[str, Any]:
    """The form; None where it can be given to nobody."""
    if not people:
        return {"assigning": None}
    # A day that is past would only be refused: it is left empty for whoever hands the claim on.
    due = claim.due if claim.due and claim.due >= timezone.now().date() else None
    has = {"to": claim.assignee.get_username() if claim.assignee else None, "due": due}
    return {"assigning": BulkForm(initial=has, act="assign", people=people, auto_id=IDS)}
