"""Correcting a claim on its page, and what two people see who do it at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from claims import permissions
from claims.acting import correct_in_queue
from claims.adding import Span, read_words
from claims.correcting import correct_claim, words_of
from claims.extraction.claims import Claim as Found
from claims.models import Claim, Place
from claims.models.vocabulary import Stage
from claims.parts_in import BadParts
from claims.web.editform import EditForm, entries_of
from claims.web.editvalues import Values, changes_of, joined, typed, values_of
from claims.web.numbers import whole
from claims.web.onward import own_path
from claims.web.past import Event, ask_past, read_past
from claims.web.putoff import put_off
from claims.web.queue import is_queue
from claims.web.threeway import read_rows, resolved, unpicked
from claimtracker.core.concurrency import Stale
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once


@open_to(permissions.can_correct)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole form, or with `?compact=1` a short one; `next` is where it leads, a path of ours."""
    claim = _claim(request, pk)
    if request.method != "POST":
        return _page(request, claim, EditForm(_now(claim), entries=_entries(claim)))
    seen = whole(request.POST.get("version", "")) or 0
    before = _at(claim, seen, request.POST.get("cited", ""))
    if before is None:
        messages.error(request, "This form does not say which version of the claim it shows. Nothing was changed.")
        return _page(request, claim, EditForm(typed(request.POST, _now(claim)), entries=_entries(claim)), status=409)
    yours = typed(request.POST, before)
    if "resolve" in request.POST:
        return _resolve(request, claim, seen, before, yours)
    return _save(request, claim, seen, before, yours)


def _save(request: HttpRequest, claim: Claim, seen: int, before: Values, yours: Values) -> HttpResponse:
    reason = request.POST.get("reason", "")[:2000]
    queued = is_queue(own_path(request))
    correct = correct_in_queue if queued else correct_claim
    try:
        done = correct(claim, version=seen, changes=changes_of(yours, before), by=request.user, reason=reason)
    except Stale:
        return _conflict(request, _claim(request, claim.pk), seen, before, yours)
    except Refused as refusal:
        form = EditForm(yours, entries=_entries(claim), reason=reason)
        errors = (
            refusal.errors
            if isinstance(refusal, BadParts)
            else [{"pointer": refusal.pointer, "detail": refusal.detail}]
        )
        form.refuse(errors)
        return _page(request, claim, form, status=refusal.status, cited=before["citations"])
    if done.version == seen:
        messages.info(request, "Nothing was changed: the record says this already.")
    else:
        which = f"Claim {claim.pk}" if queued else "The claim"
        messages.success(request, f"Corrected. {which} is at version {done.version} now.")
    if queued and claim.stage == Stage.SUGGESTED and done.stage == Stage.OPEN:
        put_off(request, claim.pk)  # as one that was accepted: it waits for its verdict behind everything else
    return HttpResponseRedirect(own_path(request) or claim.get_absolute_url())


def _resolve(request: HttpRequest, claim: Claim, seen: int, theirs: Values, yours: Values) -> HttpResponse:
    """Somebody has chosen part by part between what they had typed and version `seen`, which was theirs."""
    base = _at(claim, whole(request.POST.get("base", "")) or 0, request.POST.get("base_cited", "")) or theirs
    missing = unpicked(request.POST, read_rows(base, theirs, yours))
    if missing:
        return _conflict(request, claim, seen, theirs, yours, missing=[row.label for row in missing], base=base)
    return _save(request, claim, seen, theirs, resolved(request.POST, theirs, yours))


def _conflict(
    request: HttpRequest,
    claim: Claim,
    seen: int,
    before: Values,
    yours: Values,
    *,
    missing: list[str] | None = None,
    base: Values | None = None,
) -> HttpResponse:
    """Base, theirs and yours. Nothing has been written, and nothing typed is lost."""
    theirs = _now(claim)
    first = _base_version(request, seen, base)
    since = [event for event in read_past(ask_past(claim, until=timezone.now())) if event.version > first]
    base = base or before
    context = {
        "claim": claim,
        "rows": read_rows(base, theirs, yours),
        "yours": yours,
        "base": first,
        "base_cited": base["citations"],
        "cited": theirs["citations"],
        "since": since,
        "who": _who(since),
        "missing": missing or [],
        "reason": request.POST.get("reason", "")[:2000],
        "next": own_path(request),
    }
    return render(request, "claims/conflict.html", context, status=409)


def _base_version(request: HttpRequest, seen: int, base: Values | None) -> int:
    """Of a choice that was not finished, the version that the first form showed."""
    return (whole(request.POST.get("base", "")) or seen) if base is not None else seen


def _who(since: list[Event]) -> str:
    """Those who changed it meanwhile, the last first."""
    names = dict.fromkeys(str(event.by) if event.by else "The program" for event in since)
    return " and ".join(list(names)[:3]) or "Somebody"


def _page(
    request: HttpRequest, claim: Claim, form: EditForm, *, status: int = 200, cited: str | None = None
) -> HttpResponse:
    compact = bool(request.GET.get("compact") or request.POST.get("compact"))
    fragment = compact and "HX-Request" in request.headers
    if fragment:  # opened by a key, so the next key is for its first field
        form.fields["figure_comparator"].widget.attrs["data-focus"] = True
    context = {
        "claim": claim,
        "form": form,
        "cited": _now(claim)["citations"] if cited is None else cited,
        "read": reader_says(claim),
        "compact": compact,
        "next": own_path(request),
        "version": whole(request.POST.get("version", "")) or claim.version,
    }
    return render(request, "claims/_edit_form.html" if fragment else "claims/edit.html", context, status=status)


def reader_says(claim: Claim) -> Found | None:
    """What the program makes of the claim's words today."""
    words = words_of(claim)
    known = claim.figure_start is not None and words.offset is not None
    others = [] if not known else _others(claim)
    return read_words(words.text, Span(words.start, words.end), claim.article.published, taken=others)


def _others(claim: Claim) -> list[int]:
    """Figures of the same words that other claims have; this one's own is meant."""
    same = Claim.objects.filter(article=claim.article_id, quote=claim.quote).exclude(pk=claim.pk)
    starts = same.filter(figure_start__isnull=False).values_list("figure_start", flat=True)
    words = words_of(claim)
    return [words.start + start for start in starts]


def _claim(request: HttpRequest, pk: int) -> Claim:
    found: Claim = get_object_or_404(Claim.objects.visible_to(request.user).with_parts(), pk=pk)
    return found


def _numbers(claim: Claim) -> list[int]:
    return [link.citation.number for link in claim.links.all()]


def _now(claim: Claim) -> Values:
    return values_of(claim, claim.place, _numbers(claim))


def _at(claim: Claim, version: int, cited: str) -> Values | None:
    """The claim's values in the version that a form showed; `cited` are the numbers that it showed."""
    if version == claim.version:
        return _now(claim)
    row = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk, version=version).order_by("-pgh_id").first()
    if row is None:
        return None
    place = Place.objects.filter(pk=row.place_id).first() if row.place_id else None
    numbers = [int(one) for one in cited.split(",") if one.isascii() and one.isdigit() and len(one) < 10]
    return values_of(row, place, numbers) | {"citations": joined(numbers)}


def _entries(claim: Claim) -> Any:
    return entries_of(claim.article.revision_id, _numbers(claim))
