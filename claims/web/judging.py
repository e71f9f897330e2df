"""Judging a claim on its own page: the verdicts, the form, the steps from stage to stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims import permissions
from claims.judging import Opinion, decides, why_may_not, why_stays
from claims.models import Claim, Review
from claims.models.vocabulary import CLOSED, RejectedAs, Verdict
from claims.reviewing import LONGEST_RATIONALE, give_verdict, still_holds, take_back, wanted_reviewers
from claims.sight import DIGEST
from claims.staging import move_claim, possible_steps
from claims.web.kept import keep, what_is_new
from claims.web.numbers import whole
from claimtracker.core.concurrency import Stale
from claimtracker.core.refusals import NotAllowed, Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.refusals import BadValue
from sources.web.adding import refuse

MOST = 30  # verdicts shown; the history has all
UNKNOWN = "This form does not say which version of the claim it was made for. Load the page again."


class VerdictForm(forms.Form):
    """`version` is that of the claim when the page was made, `basis` what its sources said then."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    basis = forms.RegexField(rf"^{DIGEST}\Z", required=False, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(choices=Verdict, error_messages={"required": "Choose a verdict."})
    confidence = forms.TypedChoiceField(
        choices=[("", "Not said"), *((n, n) for n in range(1, 6))], coerce=int, empty_value=None, required=False
    )
    rationale = forms.CharField(
        required=False, strip=False, max_length=LONGEST_RATIONALE, widget=forms.Textarea(attrs={"rows": 3})
    )


def ask_reviews(claim: Claim, user: Any) -> Any:
    shown = Review.objects.visible_to(user).filter(claim=claim).with_stale().select_related("by", "superseded_by__by")
    return shown.order_by("-superseded_at", "-pk")[:MOST]


def read_reviews(claim: Claim, user: Any, asked: Any) -> dict[str, Any]:
    """What the side of the claim's page shows: verdicts, whether this person may give one, and the steps."""
    reviews = list(asked)
    standing = [one for one in reviews if one.superseded_at is None]
    opinions = [Opinion(one.by_id, one.verdict, not one.stale, one.adjudicates) for one in standing]
    wanted, person = wanted_reviewers(claim), getattr(user, "pk", 0) or 0
    own = [pair for pair in zip(standing, opinions, strict=True) if pair[1].by == person]
    stays = {row.pk: why_stays(opinions, wanted, opinion) for row, opinion in own}
    mine, may = (own[0][0] if own else None), permissions.can_review(user)
    return {
        "reviews": reviews,
        "mine": mine,
        "takes_back": [pk for pk, why in stays.items() if not why],
        "why_stays": next(filter(None, stays.values()), ""),
        "holds": mine if mine and mine.stale else None,
        "wanted": wanted,
        "may_judge": may and claim.stage not in CLOSED,
        "why_not": why_may_not(opinions, wanted, person),
        "decides": may and decides(opinions, wanted, person),
        "rejections": [RejectedAs.NOT_A_CLAIM, RejectedAs.OUT_OF_SCOPE, RejectedAs.WITHDRAWN],
        "steps": [one for one in possible_steps(claim, by=user) if one.step.name != "settle"] if may else [],
    }


def _claim(request: HttpRequest, pk: int) -> Claim:
    found: Claim = get_object_or_404(Claim.objects.visible_to(request.user).select_related("article"), pk=pk)
    return found


@open_to(permissions.can_review)
@require_POST
@once
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """A verdict; what was typed stays in the form where it is refused."""
    from claims.web.claim import page  # the page shows this form, and this form shows the page

    claim, form = _claim(request, pk), VerdictForm(request.POST)
    if not form.is_valid():
        return page(request, pk, status=422, verdict_form=form)
    said = dict(form.cleaned_data)
    try:
        review = give_verdict(claim, version=said.pop("version"), basis_seen=said.pop("basis"), by=request.user, **said)
    except Stale as refusal:
        # The words stay; sent again they are about the claim as it is shown now.
        again = request.POST.copy()
        again["version"] = str(refusal.extra["version"])
        form = VerdictForm(again)
        form.add_error(None, refusal.detail)
        return page(request, pk, status=refusal.status, verdict_form=form, news=what_is_new(pk, refusal))
    except Refused as refusal:
        refuse(form, refusal)
        return page(request, pk, status=refusal.status, verdict_form=form)
    messages.success(request, _said(review))
    return redirect(f"{claim.get_absolute_url()}#reviews")


def _said(review: Review) -> str:
    if review.sealed:
        return "Your verdict is recorded. Others see it when a second person has given theirs."
    return "Your verdict is recorded, and pinned to what you saw."


@open_to(permissions.can_review)
@require_POST
@once
def holds(request: HttpRequest, pk: int) -> HttpResponse:
    """My verdict still holds for the claim as this page showed it."""
    done = "Your verdict holds for what the claim and its copies are now."
    return _do(request, pk, "holds", done, still_holds, basis_seen=request.POST.get("basis", ""))


@open_to(permissions.can_review)
@require_POST
@once
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """To another stage."""
    given = request.POST
    more: dict[str, Any] = {"to": given.get("to", ""), "reason": given.get("reason", "")}
    if more["to"] == "rejected":
        more["rejected_as"] = given.get("rejected_as", "") or RejectedAs.NOT_A_CLAIM
    return _do(request, pk, f"step-{more['to']}", "Done; the history has it with your name.", move_claim, **more)


def _do(request: HttpRequest, pk: int, form: str, done: str, deed: Callable[..., Any], **more: Any) -> HttpResponse:
    claim, version = _claim(request, pk), whole(request.POST.get("version", ""))
    try:
        if not version:
            raise BadValue(UNKNOWN)
        deed(claim, version=version, by=request.user, **more)
    except Refused as refusal:
        return _again(request, pk, form, refusal)
    messages.success(request, done)
    return redirect(claim)


def _again(request: HttpRequest, pk: int, form: str, refusal: Refused) -> HttpResponse:
    from claims.web.claim import page

    if isinstance(refusal, NotAllowed):  # they were offered no such form
        messages.error(request, refusal.detail)
        return redirect("claim", pk)
    return page(request, pk, status=refusal.status, refused=keep(request, form, refusal, claim=pk))


@open_to(permissions.can_review)
@require_POST
@once
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one's own verdict."""
    review = get_object_or_404(Review.objects.visible_to(request.user).select_related("claim"), pk=pk)
    try:
        take_back(review, by=request.user, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        return _again(request, review.claim_id, f"take-back-{pk}", refusal)
    messages.success(request, "Taken back. It stays in the history, with your reason.")
    return redirect(f"{review.claim.get_absolute_url()}#reviews")
