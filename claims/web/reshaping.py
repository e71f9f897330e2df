"""One claim made several, or two made one: the pages."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from claims import permissions
from claims.correcting import standing_of
from claims.merging import MERGEABLE, merge_claim
from claims.models import Claim
from claims.models.vocabulary import CLOSED
from claims.splitting import figures_of, split_claim
from claims.web.kept import keep
from claims.web.numbers import whole
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.refusals import BadValue

WHICH = "Choose the claim that says the same, or give the number of another one of this article: one of the two."
MOST_LIKELY = 12
MOST_LOOKED_AT = 2000  # claims of one article among which the likeliest are looked for


@open_to(permissions.can_correct)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures that the program reads in the words; those that are ticked become a claim each."""
    claim = _claim(request, pk)
    figures = [one["figure"] for one in figures_of(standing_of(claim))]
    if request.method != "POST":
        return _split_page(request, claim, figures)
    ticked = {whole(one) for one in request.POST.getlist("figure")}
    chosen = _own_first(claim, [one for at, one in enumerate(figures) if at in ticked])
    try:
        if len(chosen) < 2:
            raise BadValue("Choose at least two figures.", pointer="/figure")
        parts = [{"figure": one} for one in chosen]
        made = split_claim(claim, version=_seen(request), parts=parts, by=request.user, reason=_reason(request))
    except Refused as refusal:
        return _split_page(request, _claim(request, pk), figures, refusal)
    new = ", ".join(str(one.pk) for one in made[1:])
    messages.success(request, f"Split. The other figure{'s are claims' if len(made) > 2 else ' is claim'} {new} now.")
    return redirect(claim)


def _own_first(claim: Claim, figures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figure that the claim has now stays its own."""
    return sorted(figures, key=lambda one: one["text"] != claim.figure_text)


def _split_page(
    request: HttpRequest, claim: Claim, figures: list[dict[str, Any]], refusal: Refused | None = None
) -> HttpResponse:
    ticked = {whole(one) for one in request.POST.getlist("figure")} if refusal else range(len(figures))
    context = {"figures": list(enumerate(figures)), "ticked": ticked, "anchor": claim.anchor}
    return _page(request, "claims/split.html", claim, context, refusal)


def _page(
    request: HttpRequest, template: str, claim: Claim, context: dict[str, Any], refusal: Refused | None
) -> HttpResponse:
    """The page of a deed, also as it was typed where it was refused."""
    refused = keep(request, "reshape", refusal, claim=claim.pk) if refusal else None
    status = refusal.status if refusal else 200
    return render(request, template, context | {"claim": claim, "refused": refused}, status=status)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")


def _seen(request: HttpRequest) -> int:
    return whole(request.POST.get("version", "")) or 0


@open_to(permissions.can_correct)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Which other claim of the article says the same; the likeliest first."""
    claim = _claim(request, pk)
    if request.method != "POST":
        return _merge_page(request, claim)
    others = Claim.objects.visible_to(request.user).filter(article=claim.article_id)
    named = {whole(request.POST.get(name, "")) for name in ("into", "other") if request.POST.get(name)}
    into = others.filter(pk=named.pop() or 0).first() if len(named) == 1 else None
    try:
        if into is None:
            raise BadValue(WHICH)
        merge_claim(claim, into=into, version=_seen(request), by=request.user, reason=_reason(request))
    except Refused as refusal:
        return _merge_page(request, _claim(request, pk), refusal)
    messages.success(request, f"Merged: claim {pk} leads here now, with all that was said about it.")
    return redirect(into)


def _merge_page(request: HttpRequest, claim: Claim, refusal: Refused | None = None) -> HttpResponse:
    context = {
        "likely": likely_twins(claim),
        "mergeable": claim.stage in MERGEABLE,
        "chosen": whole(request.POST.get("into", request.GET.get("into", ""))),
    }
    return _page(request, "claims/merge_claim.html", claim, context, refusal)


def likely_twins(claim: Claim) -> list[tuple[Claim, str]]:
    """Other claims of the article that stand, those with the same figure and words first, each with why."""
    others = Claim.objects.exclude(pk=claim.pk).exclude(stage__in=CLOSED).in_text_order(claim.article.revision_id)
    at = claim.anchor.start if claim.anchor and claim.anchor.start is not None else 0
    ranked = sorted(others[:MOST_LOOKED_AT], key=lambda one: (-_likeness(claim, one), abs(one.start - at), one.pk))
    return [(one, _why(claim, one)) for one in ranked[:MOST_LIKELY]]


def _likeness(claim: Claim, other: Claim) -> int:
    same_figure = bool(claim.figure_comparator) and _value(claim) == _value(other)
    shared = len(_words(claim) & _words(other)) * 4 // max(1, len(_words(claim) | _words(other)))
    return 4 * same_figure + 3 * (claim.quote == other.quote) + shared


def _why(claim: Claim, other: Claim) -> str:
    reasons = []
    if claim.figure_comparator and _value(claim) == _value(other):
        reasons.append("the same figure")
    if claim.quote == other.quote:
        reasons.append("the same words")
    return ", ".join(reasons)


def _value(claim: Claim) -> tuple[Any, ...]:
    return claim.figure_comparator, claim.figure_low, claim.figure_high


def _words(claim: Claim) -> set[str]:
    return set(claim.quote.lower().split())


def _claim(request: HttpRequest, pk: int) -> Claim:
    found: Claim = get_object_or_404(Claim.objects.visible_to(request.user).with_parts(), pk=pk)
    return found
