"""Disputes by form: raised at a claim, taken up, settled, withdrawn; and rival values ranked and withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims import permissions
from claims.acting import dispute_in_queue
from claims.disputing import acknowledge_dispute, raise_dispute, settle_dispute, withdraw_dispute
from claims.models import Claim, Dispute, Rival
from claims.rivals import rank_rival, withdraw_rival
from claims.waiting import count_anew
from claims.web import claim as claims
from claims.web.disputeform import RaiseForm, SettleForm
from claims.web.disputes import dispute_of
from claims.web.disputes import page as dispute_page
from claims.web.kept import keep
from claims.web.onward import own_path
from claims.web.putoff import put_off
from claims.web.queue import is_queue
from claimtracker.core.refusals import NotAllowed, Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.refusals import BadValue

RAISED = "Recorded. Another editor than you settles it; you will hear how it ends."


@open_to(permissions.can_dispute)
@require_POST
@once
def raise_(request: HttpRequest, pk: int) -> HttpResponse:
    """`back` leads to where the form stood, if that is a page of ours. From the queue it is an act of the queue."""
    found = get_object_or_404(Claim.objects.visible_to(request.user).select_related("article"), pk=pk)
    form, back = RaiseForm(request.POST, claim=found), own_path(request, "back")
    if not form.is_valid():
        return claims.page(request, pk, status=422, dispute_form=form, back=back)
    object_to = dispute_in_queue if is_queue(back) else raise_dispute
    try:
        made = object_to(found, **form.said, by=request.user)
    except Refused as refusal:
        _blame(form, refusal)
        return claims.page(request, pk, status=refusal.status, dispute_form=form, back=back)
    count_anew()
    if is_queue(back):
        put_off(request, pk)  # its turn is an editor's; a verdict comes behind everything else
    messages.success(request, f"Claim {pk}: {RAISED}" if is_queue(back) else RAISED)
    return redirect(back or f"{found.get_absolute_url()}#dispute-{made.pk}")


def _blame(form: RaiseForm, refusal: Refused) -> None:
    """Put a refusal at the field that is to blame: all of a rival's value was typed into one."""
    first, _, rest = refusal.pointer.strip("/").partition("/")
    way = rest.partition("/")[0]
    of_source = {"source": "source", "address": "source", "reference": "source", "no_source": "no_source"}
    name = of_source.get(way, "value") if first == "rival" else first
    form.add_error(name if name in form.fields else None, refusal.detail)


@open_to(permissions.can_settle_disputes)
@require_POST
@once
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    dispute = dispute_of(request, pk)

    def deed() -> None:
        acknowledge_dispute(dispute, by=request.user, due=_day(request.POST.get("due", "")))
        messages.success(request, f"You look after it, until {dispute.due:%-d %B %Y}.")

    return _do(request, dispute, "acknowledge", deed)


@open_to(permissions.can_settle_disputes)
@require_POST
@once
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    dispute = dispute_of(request, pk)
    form = SettleForm(request.POST, dispute=dispute)
    if not form.is_valid():
        return dispute_page(request, dispute, status=422, settle_form=form)
    try:
        settle_dispute(dispute, **form.said, by=request.user)
    except Refused as refusal:
        name = refusal.pointer.strip("/").partition("/")[0]
        form.add_error(name if name in form.fields else None, refusal.detail)
        return dispute_page(request, dispute_of(request, pk), status=refusal.status, settle_form=form)
    count_anew()
    messages.success(request, f"Settled: {dispute.get_state_display().lower()}.")
    return redirect(dispute)


@open_to(permissions.can_dispute)
@require_POST
@once
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    dispute = dispute_of(request, pk)

    def deed() -> None:
        withdraw_dispute(dispute, by=request.user, reason=request.POST.get("reason", ""))
        count_anew()
        messages.success(request, "Withdrawn. It stays on record, with your reason.")

    return _do(request, dispute, "withdraw", deed)


@open_to(permissions.can_rank_rivals)
@require_POST
@once
def rank(request: HttpRequest, pk: int) -> HttpResponse:
    rival = _rival(request, pk)
    given = {name: request.POST.get(name, "") for name in ("rank", "reason")}
    return _do(request, rival.claim, f"rank-{pk}", lambda: rank_rival(rival, **given, by=request.user), "#rivals")


@open_to(permissions.can_dispute)
@require_POST
@once
def withdraw_value(request: HttpRequest, pk: int) -> HttpResponse:
    rival = _rival(request, pk)
    form, reason = f"withdraw-rival-{pk}", request.POST.get("reason", "")
    return _do(request, rival.claim, form, lambda: withdraw_rival(rival, reason=reason, by=request.user), "#rivals")


def _rival(request: HttpRequest, pk: int) -> Rival:
    found: Rival = get_object_or_404(Rival.objects.select_related("claim"), pk=pk)
    return found


def _do(request: HttpRequest, back: Dispute | Claim, form: str, deed: Callable[[], Any], at: str = "") -> HttpResponse:
    """A small deed, and back to its page; what is refused stays in its form there."""
    try:
        deed()
    except NotAllowed as refusal:  # they were offered no such form
        messages.error(request, refusal.detail)
    except Refused as refusal:
        refused = keep(request, form, refusal)
        if isinstance(back, Claim):
            return claims.page(request, back.pk, status=refusal.status, refused=refused)
        return dispute_page(request, dispute_of(request, back.pk), status=refusal.status, refused=refused)
    return redirect(f"{back.get_absolute_url()}{at}")


def _day(words: str) -> dt.date | None:
    """Raises BadValue."""
    try:
        return dt.date.fromisoformat(words) if words else None
    except ValueError as problem:
        raise BadValue("Write the day as 2025-03-14.", pointer="/due") from problem
