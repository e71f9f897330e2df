"""The record of a source as a form: a new one, a correction, and for editors the grade, the state and the family."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import permissions
from sources.grading import grade_source, mark_source, set_family
from sources.models import Source
from sources.records import SourceKnown, create_source, describe_source
from sources.suggesting import suggest_twins
from sources.text.csl import TYPES

PLAIN = ("type", "title", "container", "publisher", "issued", "address", "doi", "archive_address")


class RecordForm(forms.Form):
    """Authors one a line: "Okello, Bea" is a person, "Rain Desk" a name as it stands."""

    type = forms.ChoiceField(choices=[(name, name.replace("_", " ").replace("-", ", ")) for name in TYPES])
    title = forms.CharField(required=False, max_length=1000)
    authors = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One a line: “Okello, Bea” is a person, “World Bank” an organisation.",
    )
    container = forms.CharField(required=False, max_length=500, label="In", help_text="The newspaper, journal or site.")
    publisher = forms.CharField(required=False, max_length=300)
    issued = forms.CharField(required=False, max_length=64, help_text="2025, 2025-03, 2025-03-14, or any EDTF.")
    address = forms.CharField(required=False, max_length=2000, widget=forms.TextInput(attrs={"inputmode": "url"}))
    doi = forms.CharField(required=False, max_length=300, label="DOI")
    archive_address = forms.CharField(
        required=False,
        max_length=2000,
        label="Address in an archive",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        help_text="Where a copy can be read when its own address no longer answers.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def record(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in PLAIN if name in self.cleaned_data}
        return given | {"authors": [_name(line) for line in self.cleaned_data["authors"].splitlines() if line.strip()]}


class GradeForm(forms.Form):
    """What an editor holds of it."""

    reliability = forms.ChoiceField(
        required=False, choices=[("", "not graded"), *((a, b) for a, b in Source.Reliability.choices)]
    )
    reliability_reason = forms.CharField(
        required=False, label="Why this letter", max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )
    state = forms.ChoiceField(choices=[(value, value) for value in Source.State.values])
    state_reason = forms.CharField(
        required=False, label="Why this state", max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )
    family = forms.CharField(
        required=False,
        max_length=300,
        label="Its publisher belongs to",
        help_text="What belongs to one house is not independent of each other.",
    )
    everywhere = forms.BooleanField(required=False, label="So does everything of the same publisher")


def blame(form: forms.Form, refusal: Refused) -> None:
    """Say it at the field that is to blame, where there is one."""
    field = refusal.pointer.strip("/")
    form.add_error(field if field in form.fields else None, refusal.detail)


@open_to(permissions.can_describe_source)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def add(request: HttpRequest) -> HttpResponse:
    form = RecordForm(request.POST or None, initial={"type": "webpage"})
    if request.method != "POST":
        return _page(request, None, form, None)
    if not form.is_valid():
        return _page(request, None, form, None, status=422)
    try:
        source = create_source(by=request.user, **form.record())
    except Refused as refusal:
        blame(form, refusal)
        return _page(request, None, form, None, status=refusal.status, known=_known(refusal))
    messages.success(request, "Added.")
    return redirect(source)


@open_to(permissions.can_describe_source)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(Source.objects.visible_to(request.user).standing(), pk=pk)
    grades = GradeForm(initial=_grades(source)) if permissions.can_grade_source(request.user) else None
    if request.method != "POST":
        return _page(request, source, RecordForm(initial=_record(source)), grades)
    if "grade" in request.POST:
        return _grade(request, source)
    form = RecordForm(request.POST)
    if not form.is_valid():
        return _page(request, source, form, grades, status=422)
    try:
        describe_source(source, by=request.user, seen=_moment(form.cleaned_data["seen"]), **form.record())
    except Refused as refusal:
        blame(form, refusal)
        return _page(request, source, form, grades, status=refusal.status, known=_known(refusal))
    messages.success(request, "The record is corrected.")
    return redirect(source)


@open_to(permissions.can_grade_source)
def _grade(request: HttpRequest, source: Source) -> HttpResponse:
    form = GradeForm(request.POST)
    plain = RecordForm(initial=_record(source))
    if not form.is_valid():
        return _page(request, source, plain, form, status=422)
    given = form.cleaned_data
    try:
        with transaction.atomic():
            count = set_family(source, by=request.user, family=given["family"], everywhere=given["everywhere"])
            letter, state = given["reliability"], given["state"]
            grade_source(source, by=request.user, reliability=letter, reason=given["reliability_reason"])
            mark_source(source, by=request.user, state=state, reason=given["state_reason"])
    except Refused as refusal:
        blame(form, refusal)
        return _page(request, source, plain, form, status=refusal.status)
    others = f" {count} sources have that family now." if count > 1 else ""
    messages.success(request, f"Kept.{others}")
    return redirect(source)


def _page(
    request: HttpRequest,
    source: Source | None,
    form: RecordForm,
    grades: GradeForm | None,
    *,
    status: int = 200,
    known: Source | None = None,
) -> HttpResponse:
    twins = suggest_twins(source)[:5] if source else []
    context: dict[str, Any] = {"source": source, "form": form, "grades": grades, "known": known, "twins": twins}
    context["letters"] = [(value, words.partition(": ")[2].capitalize()) for value, words in Source.Reliability.choices]
    context["may_merge"] = permissions.can_merge_sources(request.user)
    return render(request, "sources/edit.html", context, status=status)


def _record(source: Source) -> dict[str, Any]:
    authors = "\n".join(
        person.get("literal") or f"{person.get('family', '')}, {person.get('given', '')}" for person in source.authors
    )
    return {
        **{name: getattr(source, name) or "" for name in PLAIN},
        "authors": authors,
        "seen": source.updated_at.isoformat(),
    }


def _grades(source: Source) -> dict[str, Any]:
    names = ("reliability", "reliability_reason", "state", "state_reason", "family")
    return {name: getattr(source, name) for name in names}


def _name(line: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in line.partition(","))
    return {"family": family, "given": given} if comma and family and given else {"literal": line.strip(" ,")}


def _known(refusal: Refused) -> Source | None:
    """The source that is this work already."""
    return Source.objects.filter(pk=refusal.extra["source"]).first() if isinstance(refusal, SourceKnown) else None


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
