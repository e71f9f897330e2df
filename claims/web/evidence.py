"""Words of a copy put beside a claim by a person, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from claims import permissions
from claims.models import Claim, Evidence
from claims.pinning import pin_evidence, withdraw_evidence
from claims.web.claim import page as claim_page
from claims.web.excerpts import Excerpt, read_excerpts
from claims.web.kept import Kept, keep
from claims.web.numbers import asked
from claims.web.pinform import NOWHERE, PinForm, read_pinning
from claims.web.snapshot import copy_of, read_copy
from claimtracker.core.refusals import NotAllowed, Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.models import Snapshot
from sources.web.adding import refuse

AGAIN = "You had pinned these words to this claim already; what you say of them is recorded as you say it now."


@open_to(permissions.can_pin_evidence)
@require_POST
@once
def pin(request: HttpRequest, pk: int) -> HttpResponse:
    """`?claim=` names the claim."""
    copy = copy_of(request, pk)
    claim = Claim.objects.visible_to(request.user).filter(pk=asked(request, "claim")).first()
    if claim is None:
        messages.error(request, "There is no such claim. Open the claim, and come to this copy from there.")
        return redirect(copy)
    form = PinForm(request.POST)
    if not form.is_valid():
        return _page(request, copy, form)
    whole = Snapshot.objects.only("text").get(pk=pk)
    places = form.places(whole.text)
    if len(places) != 1:
        form.add_error("words", "Say which of these places you mean." if places else NOWHERE)
        return _page(request, copy, form, read_excerpts(whole, [places])[0])
    return _pin(request, claim, copy, form, places[0])


def _pin(request: HttpRequest, claim: Claim, copy: Snapshot, form: PinForm, place: tuple[int, int]) -> HttpResponse:
    start, end = place
    try:
        _, new = pin_evidence(claim, snapshot=copy, start=start, end=end, **form.said, by=request.user)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(request, copy, form, status=refusal.status)
    (messages.success if new else messages.info)(request, "The words stand beside the claim now." if new else AGAIN)
    return redirect(f"{copy.get_absolute_url()}?claim={claim.pk}&at={start}-{end}#at")


def _page(
    request: HttpRequest, copy: Snapshot, form: PinForm, places: list[Excerpt] | None = None, *, status: int = 422
) -> HttpResponse:
    context = read_copy(request, copy) | read_pinning(request, copy, form) | {"pin_places": places or []}
    return render(request, "claims/snapshot.html", context, status=status)


@open_to(permissions.can_pin_evidence)
@require_POST
@once
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take evidence back, with a reason; back to the copy, or with `back=claim` to the claim."""
    evidence = get_object_or_404(Evidence.objects.visible_to(request.user).select_related("claim", "snapshot"), pk=pk)
    try:
        withdraw_evidence(evidence, reason=request.POST.get("reason", ""), by=request.user)
    except NotAllowed as refusal:  # they were offered no such form
        messages.error(request, refusal.detail)
    except Refused as refusal:
        return _again(request, evidence, keep(request, f"withdraw-pin-{pk}", refusal), refusal.status)
    else:
        messages.success(request, "Withdrawn. It stays in the history, with your reason.")
    if request.POST.get("back") == "claim":
        return redirect(f"{evidence.claim.get_absolute_url()}#accounts")
    return redirect(f"{evidence.snapshot.get_absolute_url()}?claim={evidence.claim_id}")


def _again(request: HttpRequest, evidence: Evidence, refused: Kept, status: int) -> HttpResponse:
    """The page that the form stood on, with the form as it was typed."""
    if request.POST.get("back") == "claim":
        return claim_page(request, evidence.claim_id, status=status, refused=refused)
    copy = copy_of(request, evidence.snapshot_id)
    context = read_copy(request, copy) | read_pinning(request, copy, claim=evidence.claim_id)
    return render(request, "claims/snapshot.html", context | {"refused": refused}, status=status)
