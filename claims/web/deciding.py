"""Deciding on one claim of the queue, and taking that back. Each answers with the claim that comes next."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from claims import permissions
from claims.acting import Said, act_on
from claims.models import Act, Claim
from claims.models.vocabulary import RejectedAs, Stage
from claims.sight import FoundAnew
from claims.undoing import STAY, undo
from claims.waiting import count_anew
from claims.web.numbers import whole
from claims.web.putoff import bring_back, put_off
from claims.web.queue import Shown, queue_page
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import User
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import told_once
from sources.refusals import BadValue

TYPED = ("verdict", "confidence", "rationale", "reason", "rejected_as", "duplicate_of")
TWICE = dt.timedelta(seconds=60)  # the same act on the same claim so soon is the same act, sent twice
STAYS = ("take", "release")  # after these the claim is not done with
LATER = ("accept",)  # and these leave it waiting for a verdict: after everything else
PLACED = ("verdict", "rationale", "duplicate_of")  # fields beside which the form says what was refused
CHOSEN = ("rejected_as",)  # stands in the form before anybody chooses


@open_to(permissions.can_review)
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """`act` is the name of what is done; the filters of the queue stand in the address."""
    name, typed = request.POST.get("act", ""), {name: request.POST.get(name, "") for name in TYPED}
    claim = get_object_or_404(Claim.objects.visible_to(request.user).select_related("article"), pk=pk)
    if name == "skip":
        put_off(request, pk)
        return _on(request, f"Skipped claim {pk}.")
    version = whole(request.POST.get("version", "")) or 0
    try:
        said = _said(name, typed, request.POST.get("basis", ""))
        words = told_once(request, lambda: act_on(claim, name, said, version=version, by=request.user).words)
    except FoundAnew as refusal:
        return queue_page(request, _refused(pk, refusal, typed))
    except Stale:
        return _changed(request, claim, name, typed, version)
    except Refused as refusal:
        return queue_page(request, _refused(pk, refusal, typed))
    if name in STAYS:
        return _on(request, f"{words}: claim {pk}.", at=pk, typed=typed)
    if name in LATER:
        put_off(request, pk)
    else:
        bring_back(request, [pk])
    return _on(request, f"{words}: claim {pk}.")


@open_to(permissions.can_review)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an act of one's own. Of one claim: back to that claim."""
    act = Act.objects.filter(by=request.user.pk, pk=pk).first()
    if act is None:
        return queue_page(request, Shown(notice=("rejected", "There is no such act of yours to undo."), status=409))
    try:
        undone = undo(act, by=request.user)
    except Refused as refusal:
        return queue_page(request, Shown(notice=("rejected", refusal.detail), status=409))
    bring_back(request, undone.claims)
    count_anew()  # it may have been an objection
    words = f"Undone: “{act.words}”."
    if undone.left:
        words += f" {len(undone.left)} {STAY}: claim {_list(undone.left)}."
    return _on(request, words, at=undone.claims[0] if len(act.entries) == 1 else None, tell=bool(undone.left))


def _said(name: str, typed: dict[str, str], basis: str) -> Said:
    """What goes with the act of that name. Raises BadValue."""
    if name == "verdict" and not typed["verdict"]:
        raise BadValue("Choose a verdict.", pointer="/verdict")
    words = {part: typed[part] for part in ("verdict", "rationale", "reason", "rejected_as")}
    other = _other(typed) if name == "reject" else None
    if other:  # whoever gives a number has said what it is
        words["rejected_as"] = RejectedAs.DUPLICATE
    return Said(**words, basis=basis, confidence=whole(typed["confidence"]), duplicate_of=other)


def _other(typed: dict[str, str]) -> Claim | None:
    """The claim that this one is a duplicate of. Raises BadValue."""
    number = typed["duplicate_of"].strip()
    if not number:
        if typed["rejected_as"] == RejectedAs.DUPLICATE:
            raise BadValue("Give the number of the claim that says the same.", pointer="/duplicate_of")
        return None
    found = Claim.objects.filter(pk=whole(number) or 0).first()
    if found is None:
        raise BadValue(f"There is no claim {number}. Nothing was changed.", pointer="/duplicate_of")
    return found


def _on(
    request: HttpRequest,
    words: str,
    *,
    at: int | None = None,
    typed: dict[str, str] | None = None,
    tell: bool = False,
) -> HttpResponse:
    """The claim that comes next, or the one to stay at, with what was `typed` there. A plain form is led there, so that
    a reload does nothing; what was typed would be lost on that way.
    """
    query = request.GET.copy()
    query.pop("claim", None)
    if at:
        query["claim"] = str(at)
    address = reverse("review") + (f"?{query.urlencode()}" if query else "")
    plain = "HX-Request" not in request.headers
    if plain and not any(value for name, value in (typed or {}).items() if name not in CHOSEN):
        messages.success(request, words)
        return redirect(address)
    notice = ("settled", words) if tell or plain else None
    answer = queue_page(request, Shown(at=at, notice=notice, typed=typed, announce=words))
    if plain:
        return answer
    answer["HX-Push-Url"] = address
    answer["HX-Trigger"] = json.dumps({"announce": words})
    return answer


def _refused(pk: int, refusal: Refused, typed: dict[str, str]) -> Shown:
    field = refusal.pointer.removeprefix("/")
    if field in PLACED:
        return Shown(at=pk, errors={field: refusal.detail}, typed=typed, status=422)
    return Shown(at=pk, notice=("rejected", refusal.detail), typed=typed, status=422)


def _changed(request: HttpRequest, claim: Claim, name: str, typed: dict[str, str], seen: int) -> HttpResponse:
    """Somebody was first: what they did is said, what was typed stays. One's own act sent twice was done once."""
    if _sent_twice(request, claim, name):
        return _on(request, f"Claim {claim.pk} was done.")
    words = f"{_who(request, claim, seen)} changed this claim while you looked at it. Nothing of yours was recorded."
    if claim.stage in (Stage.SETTLED, Stage.PUBLISHED, Stage.REJECTED, Stage.RETRACTED):
        words += f" It is {claim.get_stage_display().lower()} by now: skip it, or judge it anew."
    else:
        words += " What you typed is still here: look at what is new, and decide again."
    return queue_page(request, Shown(at=claim.pk, notice=("recheck", words), typed=typed, status=409))


def _sent_twice(request: HttpRequest, claim: Claim, name: str) -> bool:
    act = Act.objects.filter(by=request.user.pk, created_at__gte=timezone.now() - TWICE).order_by("-created_at").first()
    if act is None or act.name != name or act.undone_at is not None:
        return False
    mine = [one for one in act.entries if one["claim"] == claim.pk]
    return bool(mine) and mine[0]["version"] == claim.version


def _who(request: HttpRequest, claim: Claim, seen: int) -> str:
    """Who changed it since the version that was seen: names, or "The program"."""
    events: Any = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk, version__gt=seen)
    ids = {(one or {}).get("by") for one in events.values_list("pgh_context", flat=True)}
    people = list(User.objects.filter(pk__in=[pk for pk in ids if pk]).order_by("username"))
    names = ["You, in another window," if one == request.user else str(one) for one in people]
    return " and ".join(names) or "The program"


def _list(claims: list[int]) -> str:
    named = ", ".join(str(pk) for pk in claims[:10])
    return f"{named} and {len(claims) - 10} more" if len(claims) > 10 else named
