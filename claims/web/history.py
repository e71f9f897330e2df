"""What happened to a claim, an article or a source: the list of it, and for a claim the difference of two versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims import permissions
from claims.models import Claim
from claims.remembering import CLAIM
from claims.restoring import restore_version
from claims.versions import NoVersion, Two, compare
from claims.web.difference import runs_of
from claims.web.kept import keep
from claimtracker.core.asof import moment
from claimtracker.core.keyset import BadCursor
from claimtracker.core.memory import Whole, recall
from claimtracker.core.refusals import Refused
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.deeds import Line, collect_keys, line_of, named, read_deeds
from claimtracker.core.web.gate import for_readers, open_to
from claimtracker.core.web.once import once
from sources.models import Article, Source
from sources.refusals import BadValue
from sources.remembering import ARTICLE, SOURCE

SIZE = 50  # events of one page


class RestoreForm(forms.Form):
    """`version` is that of the claim when the page was made."""

    version = forms.IntegerField(min_value=1)
    to_version = forms.IntegerField(min_value=1)
    reason = forms.CharField(strip=False, error_messages={"required": "Say why you bring this version back."})


@for_readers
@require_safe
@at_any_time
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    return _claim_page(request, pk, request.GET)


def _claim_page(
    request: HttpRequest, pk: int, asked: Mapping[str, str], *, status: int = 200, **more: Any
) -> HttpResponse:
    """`asked` names the two versions; with `more`, the form that was refused, as it was typed."""
    claims = Claim.objects.visible_to(request.user).select_related("article").defer("search_words", "stated")
    found = get_object_or_404(claims, pk=pk)
    two, problem = None, ""
    try:
        two = compare(pk, asked, until=moment())
    except NoVersion as refusal:
        status, problem = refusal.status, refusal.detail
    context = {
        "claim": found,
        "two": two,
        "lines": _lines(two) if two else [],
        "problem": problem,
        "may_restore": permissions.can_correct(request.user) and two and two.before.version < found.version,
        "here": reverse("claim_history", args=[pk]),
    }
    return _page(request, CLAIM, found, "claims/claim_history.html", context | more, status=status)


@for_readers
@require_safe
@at_any_time
def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    return _page(request, ARTICLE, found, "claims/record_history.html", {"section": "articles", "kind": "article"})


@for_readers
@require_safe
@at_any_time
def source(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    return _page(request, SOURCE, found, "claims/record_history.html", {"section": "sources", "kind": "source"})


@open_to(permissions.can_correct)
@require_POST
@once
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts of an earlier version, in a new one."""
    found = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
    form, asked = RestoreForm(request.POST), {"from": request.POST.get("to_version", "")}
    try:
        if not form.is_valid():
            raise BadValue(" ".join(str(said) for lines in form.errors.values() for said in lines))
        given = form.cleaned_data
        said = {"to_version": given["to_version"], "reason": given["reason"], "by": request.user}
        now = restore_version(found, version_seen=given["version"], **said)
    except Refused as refusal:
        refused = keep(request, "restore", refusal, claim=pk)
        return _claim_page(request, pk, asked, status=refusal.status, refused=refused)
    messages.success(request, f"Version {given['to_version']} is back, as version {now.version}. The others are kept.")
    return redirect(found)


def _page(
    request: HttpRequest, whole: Whole, found: Any, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    cursor = request.GET.get("cursor", "")
    try:
        page = recall(whole, found.pk, user=request.user, until=moment(), size=SIZE, cursor=cursor)
    except BadCursor as problem:
        raise BadRequest(f"{problem} Go to the first page.") from problem
    record = f"/api/v1/{whole.name}s/{found.pk}/history/"
    told = {"record": found, "data": record, "here": request.path, "next": page.next}
    told["deeds"] = read_deeds(whole, page.events, runs_of)
    return render(request, template, told | context, status=status)


def _lines(two: Two) -> list[Line]:
    wanted: dict[Any, set[int]] = {}
    collect_keys(Claim, two.changes, wanted)
    names = named(wanted)
    return [line_of(Claim, name, pair, names, runs_of) for name, pair in two.changes.items()]
