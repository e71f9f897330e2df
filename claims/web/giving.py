"""Giving a copy of a source by hand: its words pasted, or a file. Whatever is refused comes back as it was typed."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import for_readers, open_to
from claimtracker.core.web.listing import read_list
from claimtracker.core.web.once import once
from sources import permissions, snapshots
from sources.filters import CheckFilter, CopyFilter
from sources.models import LinkCheck, Snapshot, Source
from sources.web.adding import KINDS, Sent, Upload, Words, read_upload, refuse

SAME = "This is word for word a copy that is here already. Nothing was added twice."
UNREAD = "The file is kept as it came, but there is no text of it: {}"


class CopyForm(forms.Form):
    """`text` or `file`, and the day that it was taken."""

    text = Words(
        required=False,
        label="Its words",
        widget=forms.Textarea(attrs={"class": "serif", "spellcheck": "false"}),
        help_text="What the source says, pasted: for a page behind a paywall, or on paper.",
    )
    file = Upload(help_text=KINDS)
    captured_at = forms.DateField(
        required=False,
        label="Taken on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        help_text="The day on which the source said so; left empty, today.",
        error_messages={"invalid": "Write the day as 2025-03-14."},
    )

    def clean_file(self) -> Any:
        return read_upload(self)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if isinstance(kept.get("file"), str):
            kept["text"] = kept["file"]
        if not kept.get("text", "").strip() and not kept.get("file") and not self.errors:
            self.add_error("text", "There are no words yet. Paste what the source says, or choose a file.")
        return kept

    def give(self, source: Source, by: Any) -> tuple[Snapshot, bool]:
        """By the deed that fits what was sent. Raises Refused."""
        kept, sent = self.cleaned_data, self.cleaned_data["file"]
        at = _moment(kept["captured_at"])
        if isinstance(sent, Sent):
            return snapshots.give_file(
                source, data=sent.data, name=sent.name, media_type=sent.media_type, captured_at=at, by=by
            )
        return snapshots.give_text(source, text=kept["text"], captured_at=at, by=by)


def _moment(day: dt.date | None) -> dt.datetime | None:
    """A day that somebody remembers has no hour: its begin, in UTC."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else None


@for_readers
@require_safe
def copies(request: HttpRequest, pk: int) -> HttpResponse:
    """All that are kept of one source, the newest row first."""
    work = _source(request, pk)
    return _page(request, work, CopyForm())


@open_to(permissions.can_give_copies)
@require_http_methods(["POST"])
@once
def give(request: HttpRequest, pk: int) -> HttpResponse:
    work = _source(request, pk)
    form = CopyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, work, form, status=422)
    try:
        copy, new = form.give(work, request.user)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(request, work, form, status=refusal.status)
    if copy.problem:
        messages.warning(request, UNREAD.format(copy.problem))
    elif not new:
        messages.info(request, SAME)
    else:
        messages.success(request, "Kept. Claims that lean on this source are being compared with it.")
    return redirect(copy)


@for_readers
@require_safe
def tries(request: HttpRequest, pk: int) -> HttpResponse:
    """Every try to fetch the source, the newest first."""
    work = _source(request, pk)
    listing = read_list(request, CheckFilter, LinkCheck.objects.filter(source=work).select_related("by"))
    context = {"source": work, "listing": listing}
    return render(request, "claims/source_tries.html", context, status=listing.status)


def in_turn(copies: list[Any]) -> list[tuple[Any, Any]]:
    """Each with the copy before it; the newest first."""
    return list(zip_longest(copies, copies[1:]))


def _source(request: HttpRequest, pk: int) -> Source:
    found: Source = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    return found


def _page(request: HttpRequest, work: Source, form: CopyForm, *, status: int = 200) -> HttpResponse:
    listing = read_list(request, CopyFilter, Snapshot.objects.filter(source=work).for_list())
    may_give = permissions.can_give_copies(request.user)
    kept = in_turn(listing.rows)
    context = {"source": work, "listing": listing, "copies": kept, "form": form, "may_give": may_give}
    status = listing.status if status == 200 else status
    return render(request, "claims/source_copies.html", context, status=status)
