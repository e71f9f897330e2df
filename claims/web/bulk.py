"""One act on many claims of a list: chosen, looked over, done, undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims import permissions
from claims.bulk import ACTS, MOST, Done, Wish, carry_out, may, plan
from claims.filters import ClaimFilter
from claims.models import Act, Claim
from claims.models.claimset import UNSEEN
from claims.models.vocabulary import RejectedAs
from claims.sight import Sight
from claims.undoing import STAY, can_undo, undo
from claims.web.numbers import whole
from claimtracker.core.filters import MOST_IDS
from claimtracker.core.models import User
from claimtracker.core.refusals import Refused
from claimtracker.core.roles import ROLES
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.listing import given
from claimtracker.core.web.once import once
from sources.refusals import BadValue

DAY = "%Y-%m-%d"
VERBS = {
    "accept": "Accept",
    "reject": "Reject",
    "assign": "Give to somebody",
    "holds": "Say that your verdicts still hold",
}


class BulkForm(forms.Form):
    """What an act needs beside the claims; which fields are shown hangs on the act."""

    reason = forms.CharField(
        required=False, max_length=2000, label="Why", help_text="It stays with each claim."
    )  # fmt: skip
    rejected_as = forms.ChoiceField(
        required=False,
        label="They are",
        choices=[(one.value, one.label) for one in (RejectedAs.NOT_A_CLAIM, RejectedAs.OUT_OF_SCOPE)],
    )
    to = forms.ModelChoiceField(
        User.objects.none(), required=False, label="To", empty_label="nobody: free for all", to_field_name="username",
        error_messages={"invalid_choice": "Choose a person of the list."},
    )  # fmt: skip
    due = forms.DateField(
        required=False, label="Due", input_formats=[DAY], widget=forms.DateInput(attrs={"type": "date"}, format=DAY),
        error_messages={"invalid": "Write the day as 2025-03-14."},
    )  # fmt: skip

    def __init__(self, *args: Any, act: str, people: Any = None, **kwargs: Any) -> None:
        """`people`: the reviewers, where they are known already."""
        super().__init__(*args, **kwargs)
        shown = {"reject": ("reason", "rejected_as"), "assign": ("to", "due")}.get(act, ())
        self.fields = {name: field for name, field in self.fields.items() if name in shown}
        if "to" in self.fields:
            to: Any = self.fields["to"]
            to.queryset = reviewers()
            if people is not None:
                to.choices = [("", to.empty_label), *((one.username, to.label_from_instance(one)) for one in people)]

    def wish(self, act: str) -> Wish:
        said = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return Wish(act, **said)


def reviewers() -> Any:
    """Who can be given a claim."""
    may_judge = Q(groups__name__in=ROLES[1:]) | Q(is_superuser=True)
    return User.objects.filter(may_judge, is_active=True).distinct().order_by("username")


@open_to(permissions.can_review)
@require_POST
@once
def bulk(request: HttpRequest) -> HttpResponse:
    """`ids` of the chosen ones, or `all=1` for what the filters of the address leave; looked at first, then done."""
    act = request.POST.get("act", "")
    if act not in ACTS:
        raise BadValue("Choose what to do with them.", pointer="/act")
    may(act, by=request.user)
    if "seen" in request.POST:
        return _do(request, act, _seen(request.POST["seen"]))
    rows = _chosen(request)
    if not rows:
        messages.error(request, "Choose some claims first. Nothing was changed.")
        return redirect(f"{reverse('claims')}?{request.GET.urlencode()}")
    return _preview(request, act, rows, BulkForm(act=act))


@open_to(permissions.can_review)
@require_POST
@once
def undo_bulk(request: HttpRequest, pk: int) -> HttpResponse:
    act = Act.objects.filter(by=request.user.pk, pk=pk).first()
    try:
        undone = undo(act, by=request.user) if act else None
    except Refused as refusal:
        messages.error(request, refusal.detail)
    else:
        if act and undone:
            left = f" {len(undone.left)} {STAY}." if undone.left else ""
            messages.success(request, f"Undone: “{act.words}”.{left}")
    return redirect(f"{reverse('claims')}?{request.GET.urlencode()}")


def _chosen(request: HttpRequest) -> list[Claim]:
    """At most MOST, and those that stand there first. Raises BadValue for filters that are not understood."""
    claims = Claim.objects.visible_to(request.user).current()
    if request.POST.get("all"):
        filters = ClaimFilter(given(request.GET), queryset=claims, request=request)
        if filters.problems():
            raise BadValue("The filters in this address are not understood. Nothing was changed.")
        claims = filters.qs
    else:
        ids = [number for number in map(whole, request.POST.getlist("ids")) if number]
        claims = claims.filter(pk__in=ids[:MOST])
    return list(claims.order_by("-pk").defer(*UNSEEN)[:MOST])


def _seen(text: str) -> dict[int, Sight]:
    """ "17:3,18:1": claims, each as it was looked at."""
    pairs = (pair.partition(":") for pair in text.split(",")[:MOST])
    found = ((whole(pk), Sight.read(sight)) for pk, _, sight in pairs)
    return {pk: sight for pk, sight in found if pk and sight}


def _written(seen: Mapping[int, Sight]) -> str:
    return ",".join(f"{pk}:{sight}" for pk, sight in seen.items())


def _preview(request: HttpRequest, act: str, rows: list[Claim], form: BulkForm, status: int = 200) -> HttpResponse:
    told = plan(rows, Wish(act), by=request.user)
    context = {
        "act": act,
        "verb": VERBS[act],
        "will": len(told.will),
        "shown": [row for row in rows if row.pk in told.will][:10],
        "parts": _parts(list(told.will)),
        "cannot": _groups(told.cannot),
        "seen": _written(told.will),
        "most": MOST,
        "all": bool(request.POST.get("all")) and len(rows) == MOST,
        "form": form,
        "query": request.GET.urlencode(),
    }
    return render(request, "claims/bulk.html", context, status=status)


def _do(request: HttpRequest, act: str, seen: dict[int, Sight]) -> HttpResponse:
    form = BulkForm(request.POST, act=act)
    earlier = Act.objects.filter(by=request.user.pk, pk=whole(request.POST.get("so_far", "")) or 0).first()
    try:
        if not form.is_valid():
            return _preview(request, act, _rows(request, seen), form, status=422)
        done = carry_out(seen, form.wish(act), by=request.user, act=earlier)
    except Refused as refusal:
        field = refusal.pointer.removeprefix("/")
        form.add_error(field if field in form.fields else None, refusal.detail)
        return _preview(request, act, _rows(request, seen), form, status=refusal.status)
    return _result(request, act, done, total=whole(request.POST.get("total", "")) or len(seen))


def _rows(request: HttpRequest, seen: dict[int, Sight]) -> list[Claim]:
    return list(Claim.objects.visible_to(request.user).filter(pk__in=seen).order_by("-pk").defer(*UNSEEN))


def _result(request: HttpRequest, act: str, done: Done, *, total: int) -> HttpResponse:
    context = {
        "act": act,
        "verb": VERBS[act],
        "done": done,
        "can_undo": done.act is not None and can_undo(done.act),
        "count": len(done.act.entries) if done.act else 0,
        "cannot": _groups(done.cannot),
        "left": _written(done.left),
        "gone": total - len(done.left),
        "total": total,
        "query": request.GET.urlencode(),
    }
    return render(request, "claims/bulk_done.html", context)


def _groups(cannot: Mapping[str, list[int]]) -> list[dict[str, Any]]:
    return [{"why": why, "words": _counted(len(ids)), "parts": _parts(ids)} for why, ids in cannot.items()]


def _counted(number: int) -> str:
    return f"{number:,} claim{'' if number == 1 else 's'}"


def _parts(ids: list[int]) -> list[dict[str, Any]]:
    """In lists that an address can name."""
    starts = range(0, len(ids), MOST_IDS)
    return [{"first": at + 1, "last": min(at + MOST_IDS, len(ids)), "ids": ids[at : at + MOST_IDS]} for at in starts]
