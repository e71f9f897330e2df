"""The queue: one claim at a time, the riskiest first, with all that is needed to decide on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db.models import F, Func, IntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims import permissions, queueing, undoing
from claims.acting import SHARES_OUT
from claims.filters import QueueFilter
from claims.models import Act, Claim, Review
from claims.models.claimset import ClaimQuerySet
from claims.models.vocabulary import CLOSED, RejectedAs, Stage
from claims.reasons import ask_standing, reasons_of
from claims.stages import steps_from
from claims.web.accounts import MOST, ask_accounts, read_accounts
from claims.web.chips import read_chips
from claims.web.narrowing import as_list, ask_articles, read_narrowing
from claims.web.neighbours import ask_around, read_around
from claims.web.notesbeside import ask_open_notes
from claims.web.numbers import asked
from claims.web.objections import ask_open_disputes
from claims.web.putoff import PARAMETER, TOO, in_turn, those_put_off, with_them
from claims.web.standing import ask_predecessor, read_standing
from claimtracker.core.models import Desk
from claimtracker.core.notices.asking import ask_views
from claimtracker.core.together import fetch_together
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.listing import NOTHING, Listing, given

OWN = ("claim", PARAMETER)  # parameters of this page that are no filters
REJECTIONS = [RejectedAs.NOT_A_CLAIM, RejectedAs.OUT_OF_SCOPE, RejectedAs.DUPLICATE]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a decision leaves to be said on the page that comes after it."""

    at: int | None = None  # the claim to stay at
    notice: tuple[str, str] | None = None  # tone and words
    errors: dict[str, str] | None = None
    typed: dict[str, str] | None = None
    status: int = 200
    announce: str = ""


@open_to(permissions.can_review)
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    return queue_page(request, Shown(at=asked(request, "claim")))


def queue_page(request: HttpRequest, shown: Shown) -> HttpResponse:
    """The page, or for htmx the part of it that changes."""
    context = read_queue(request, shown)
    template = "claims/_queue.html" if "HX-Request" in request.headers else "claims/review.html"
    status = 400 if context["listing"].problems else shown.status
    return render(request, template, context, status=status)


def read_queue(request: HttpRequest, shown: Shown) -> dict[str, Any]:
    too = with_them(request)
    listing = _listing(request, queueing.waiting_for(request.user, skipped=() if too else those_put_off(request)))
    context: dict[str, Any] = {"listing": listing, "shown": shown, "chips": read_chips(listing), "too": too}
    context |= _addresses(listing, too) | {"as_list": as_list(listing, request.user)}
    if listing.problems:
        return context
    queue: ClaimQuerySet = listing.filters.qs
    first, acts, desks = queueing.first_of(queue), _acts_today(request), Desk.objects.filter(pk=1)
    articles, views = ask_articles(request.user, listing), ask_views(request.user, "review")
    fetch_together(first, acts, desks, articles, views)
    context |= {"narrow": read_narrowing(listing, articles), "views": views}
    waiting, desk = in_turn(request, list(first)), next(iter(desks), None) or Desk.current()
    claim = _claim(request, shown.at or next(iter(waiting), None))
    if shown.at and claim is None:
        raise Http404("There is no such claim.")
    context |= {"claim": claim, "looked_at": claim if shown.at else None}
    context |= _progress(len(waiting), list(acts))
    if claim is None:
        return context | {"put_off": 0 if too else _put_off_that_wait(request)}
    return context | _after(context["back"], claim) | _decision(request, claim, desk, queue, waiting)


def _claim(request: HttpRequest, pk: int | None) -> Claim | None:
    """The claim that is asked for by its number, waiting or not."""
    if pk is None:
        return None
    claims = Claim.objects.visible_to(request.user).filter(pk=pk)
    return claims.with_parts().with_basis().select_related("risk").first()


def _listing(request: HttpRequest, claims: ClaimQuerySet) -> Listing:
    """Those of the claims that the address asks for."""
    parameters = given(request.GET)
    for name in OWN:
        parameters.pop(name, None)
    filters = QueueFilter(parameters, queryset=claims, request=request)
    return Listing(filters, NOTHING, filters.problems(), parameters)


def _addresses(listing: Listing, too: bool) -> dict[str, str]:
    """`query`: what every link and form of the page takes along; `back`: the page itself; `whole`: without filters."""
    whole = reverse("review") + (f"?{PARAMETER}={TOO}" if too else "")
    query = "&".join(filter(None, [listing.query, f"{PARAMETER}={TOO}" if too else ""]))
    return {"query": query, "back": reverse("review") + (f"?{query}" if query else ""), "whole": whole}


def _put_off_that_wait(request: HttpRequest) -> int:
    """How many of those that were put off this person has still something to do about."""
    if not (kept := those_put_off(request)):
        return 0
    waiting = queueing.waiting_for(request.user).filter(pk__in=kept)
    return queueing.count(_listing(request, waiting).filters.qs, len(kept))


def is_queue(address: str) -> bool:
    """Whether a path of ours leads back to the queue."""
    return urlsplit(address).path == reverse("review")


def _acts_today(request: HttpRequest) -> Any:
    """Of this person, the last first, with on how `many` claims; behind midnight also what can still be undone."""
    many = Func(F("entries"), function="jsonb_array_length", output_field=IntegerField())
    earliest = min(_midnight(), timezone.now() - dt.timedelta(seconds=undoing.SHOWN))
    acts = Act.objects.filter(by=request.user.pk, undone_at=None, created_at__gte=earliest)
    return acts.defer("entries").annotate(many=many).order_by("-created_at")


def _midnight() -> dt.datetime:
    return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)


def _progress(waits: int, today: list[Any]) -> dict[str, Any]:
    """How many wait, how many this person has done today, and the act that can still be undone."""
    last, midnight = next(iter(today), None), _midnight()
    done = sum(act.many for act in today if act.created_at >= midnight and act.name not in SHARES_OUT)
    recent = last and (timezone.now() - last.created_at).total_seconds() <= undoing.SHOWN
    return {
        "waits": waits,
        "most": queueing.MOST,
        "done": done,
        "total": done + min(waits, queueing.MOST),
        "last": last if last and recent and undoing.can_undo(last) else None,
        "seconds": undoing.SHOWN,
    }


def _decision(
    request: HttpRequest, claim: Claim, desk: Desk, queue: ClaimQuerySet, waiting: list[int]
) -> dict[str, Any]:
    """All that is needed to decide, with what stands before it in the queue and behind it."""
    cited, standing, around, taken = (
        ask_accounts(claim),
        ask_standing([claim]),
        ask_around(claim),
        ask_predecessor(claim),
    )
    disputes, notes = ask_open_disputes(claim), ask_open_notes(request.user, claim)
    ahead, behind = queueing.around(queue, waiting, claim)
    fetch_together(*cited, standing, around, taken, disputes, notes, ahead, behind)
    opinions, turn = list(standing), {pk: at for at, pk in enumerate(waiting)}
    wanted = int(claim.article.reviewers or desk.reviewers)
    steps = {step.name for step in steps_from(claim.stage)}
    return {
        "before": next(iter(ahead), None),
        "following": sorted(behind, key=lambda one: turn.get(one.pk, len(turn))),
        "accounts": read_accounts(claim, cited),
        "record": f"/claims/{claim.pk}",
        "most_cited": MOST,
        "around": read_around(claim, around),
        "standing": read_standing(claim, taken),
        "reasons": reasons_of(claim, opinions, wanted, user=request.user),
        "disputes": list(disputes),
        "open_notes": len(notes),
        "opinions": [one for one in opinions if not one.sealed or one.by_id == request.user.pk],
        "mine": _mine(request, opinions),
        "rejections": REJECTIONS,
        "may_accept": "accept" in steps,
        "may_reject": "reject" in steps and permissions.can_publish(request.user),
        "is_mine": claim.assignee_id == request.user.pk,
        "closed": claim.stage in CLOSED,
    }


def _after(back: str, claim: Claim) -> dict[str, str]:
    """Where a note leads, and where a correction does: back to the claim, but a corrected suggestion is done with."""
    again = f"{back}{'&' if '?' in back else '?'}claim={claim.pk}"
    return {"after_noting": again, "after_correcting": back if claim.stage == Stage.SUGGESTED else again}


def _mine(request: HttpRequest, opinions: list[Review]) -> Review | None:
    """This person's verdict on what the claim was: it may still hold."""
    return next((one for one in opinions if one.by_id == request.user.pk and one.stale), None)
