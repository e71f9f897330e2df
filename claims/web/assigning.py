"""Giving a claim to somebody from its page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims import permissions
from claims.assigning import assign_claim
from claims.models import Claim
from claims.web.bulk import BulkForm
from claims.web.numbers import whole
from claimtracker.core.asof import is_past
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once


@open_to(permissions.can_assign)
@require_POST
@once
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
    form = BulkForm(request.POST, act="assign")
    if not form.is_valid():
        messages.error(request, "Choose a person of the list, and a day as 2025-03-14. Nothing was changed.")
        return redirect(claim)
    try:
        assign_claim(claim, **_given(form), version=whole(request.POST.get("version", "")) or 0, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.detail)
    else:
        to = form.cleaned_data["to"]
        messages.success(request, f"It is with {to} now." if to else "It is free for all now.")
    return redirect(claim)


def _given(form: BulkForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("to", "due")}


def read_assigning(user: Any, claim: Claim) -> dict[str, Any]:
    """The form, for whoever may fill it in; None for the rest, and for a claim that nobody works on."""
    if is_past() or not permissions.can_assign(user) or claim.stage in ("rejected", "retracted"):
        return {"assigning": None}
    has = claim.assignee.get_username() if claim.assignee else None
    return {"assigning": BulkForm(initial={"to": has, "due": claim.due}, act="assign", auto_id="assign_%s")}
