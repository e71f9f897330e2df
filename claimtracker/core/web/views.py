"""Saved views: opening one by its address, saving, renaming, sharing and deleting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claimtracker.core.models import SavedView
from claimtracker.core.notices import kinds
from claimtracker.core.notices.filters import ViewFilter
from claimtracker.core.notices.views import change_view, delete_view, problems, save_view
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import read_list
from claimtracker.core.web.notifications import for_watchers, person
from claimtracker.core.web.once import once


class ViewForm(forms.Form):
    name = forms.CharField(max_length=80, label="Name", help_text="For example: Differs, not yet judged.")
    shared = forms.BooleanField(required=False)


@for_readers
@require_safe
def views(request: HttpRequest) -> HttpResponse:
    """One's own views, and those that others share."""
    rows = SavedView.objects.visible_to(request.user).select_related("owner")
    listing = read_list(request, ViewFilter, rows)
    return render(request, "core/views.html", {"listing": listing, "pages": kinds.PAGES}, status=listing.status)


@for_readers
@require_safe
def view(request: HttpRequest, slug: str) -> HttpResponse:
    """The list under this name: the page itself, with its filters in the address."""
    saved = _visible(request, slug)
    wrong = problems(saved, request.user)
    if not wrong:
        path = kinds.PAGES[saved.page].path
        return redirect(f"{path}?{saved.query}" if saved.query else path)
    left = QueryDict(saved.query).copy()
    for name in wrong:
        left.pop(name, None)
    page, query = kinds.PAGES.get(saved.page), left.urlencode()
    rest = f"{page.path}?{query}" if page else ""
    context = {"view": saved, "problems": wrong, "rest": rest, "rest_query": query}
    return render(request, "core/view_outdated.html", context, status=409)


@for_watchers
@once
def add(request: HttpRequest) -> HttpResponse:
    """Save the list that `page` and `query` name."""
    given = request.POST if request.method == "POST" else request.GET
    form = ViewForm(request.POST if request.method == "POST" else None)
    page, query = given.get("page", "claims"), given.get("query", "")
    if request.method == "POST" and form.is_valid():
        try:
            saved = save_view(**form.cleaned_data, page=page, query=query, by=person(request))
        except Refused as refusal:
            form.add_error("name" if refusal.pointer == "/name" else None, refusal.detail)
        else:
            messages.success(request, f"Saved as “{saved.name}”.")
            return redirect("saved_view", saved.slug)
    context = {"form": form, "page": page, "query": query, "shown": _shown(query), "shows": _shows(page)}
    return render(request, "core/view_form.html", context, status=422 if form.errors else 200)


@for_watchers
@once
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Rename it, share it or no longer share it; with `query`, keep these filters in it."""
    saved = get_object_or_404(SavedView, slug=slug, owner=person(request))
    query = (request.POST if request.method == "POST" else request.GET).get("query")
    form = ViewForm(request.POST if request.method == "POST" else None, initial=_initial(saved))
    if request.method == "POST" and form.is_valid():
        try:
            change_view(saved, **form.cleaned_data, query=query, by=person(request))
        except Refused as refusal:
            form.add_error("name" if refusal.pointer == "/name" else None, refusal.detail)
        else:
            messages.success(request, "Kept. Its address is the same as before.")
            return redirect("views") if query is None else redirect("saved_view", saved.slug)
        saved.refresh_from_db()
    context = {"form": form, "view": saved, "shows": _shows(saved.page)} | _filters(saved, query)
    return render(request, "core/view_form.html", context, status=422 if form.errors else 200)


def _filters(saved: SavedView, query: str | None) -> dict[str, Any]:
    """What the form shows of them: those of the view, or those that it is to have and those `before`."""
    if query is None:
        return {"shown": _shown(saved.query)}
    return {"keeps": True, "query": query, "shown": _shown(query), "before": _shown(saved.query)}


@for_watchers
@require_POST
def delete(request: HttpRequest, slug: str) -> HttpResponse:
    saved = get_object_or_404(SavedView, slug=slug, owner=person(request))
    delete_view(saved, by=person(request))
    messages.success(request, f"The view “{saved.name}” is deleted. The claims themselves are as they were.")
    return redirect("views")


def _visible(request: HttpRequest, slug: str) -> SavedView:
    found: SavedView = get_object_or_404(SavedView.objects.visible_to(request.user), slug=slug)
    return found


def _initial(saved: SavedView) -> dict[str, Any]:
    return {"name": saved.name, "shared": saved.shared}


def _shows(page: str) -> str:
    return kinds.PAGES[page].shows if page in kinds.PAGES else f"the list of {page}"


def _shown(query: str) -> list[tuple[str, str]]:
    """Each filter by its name and value, for a person who is about to save them."""
    return [(name, value) for name, values in QueryDict(query).lists() for value in values if value]
