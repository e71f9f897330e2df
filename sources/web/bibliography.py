"""A file of references given for an article: what fits is shown first, and written when somebody says so."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from sources import permissions
from sources.bibliographies import Proposal, identify_from, propose_sources
from sources.models import Article
from sources.web.adding import Words, refuse

MOST_KEPT = 500_000  # bytes of a file that the page itself carries from the preview to the deed


class BibliographyForm(forms.Form):
    """The file, or its words; `kept` carries the file's bytes from the preview to the deed."""

    references = Words(
        required=False,
        widget=forms.Textarea(attrs={"class": "tall", "spellcheck": "false"}),
        help_text="BibTeX, RIS or CSL-JSON, as reference managers export them.",
    )
    file = forms.FileField(
        required=False, label="Or a file", help_text="From Zotero, for example: .bib, .ris or .json."
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        try:
            given["bytes"], given["name"] = self._sent(given)
        except (binascii.Error, ValueError):
            self.add_error("file", "The file was damaged on the way. Choose it again.")
            return given
        if len(given["bytes"]) > MOST_KEPT:
            self.add_error(
                "file", f"The file has more than {MOST_KEPT:,} bytes; export the works of this article only."
            )
        elif not given["bytes"].strip() and not self.errors:
            self.add_error("references", "There are no references yet. Paste them, or choose a file.")
        return given

    def _sent(self, given: dict[str, Any]) -> tuple[bytes, str]:
        if file := given.get("file"):
            return file.read(MOST_KEPT + 1), file.name
        if given.get("references", "").strip():
            return given["references"].encode("utf-8", "surrogatepass"), ""
        return base64.b64decode(given.get("kept", ""), validate=True), given.get("name", "")


@open_to(permissions.can_identify)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    if request.method != "POST":
        return _page(request, article, BibliographyForm())
    form = BibliographyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, article, form, status=422)
    try:
        sent = {"data": form.cleaned_data["bytes"], "name": form.cleaned_data["name"]}
        proposal = propose_sources(article, **sent, by=request.user)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(request, article, form, status=refusal.status)
    if "confirm" in request.POST:
        return _identify(request, article, proposal)
    return _page(request, article, form, proposal=proposal)


def _identify(request: HttpRequest, article: Article, proposal: Proposal) -> HttpResponse:
    outcome = identify_from(proposal, _chosen(request, proposal), by=request.user)
    count = len(outcome.identified)
    kept = f" {len(outcome.kept)} had a source already and kept it." if outcome.kept else ""
    messages.success(request, f"{count} citation{'' if count == 1 else 's'} identified.{kept}")
    return redirect(f"{article.get_absolute_url()}#references-title")


def _chosen(request: HttpRequest, proposal: Proposal) -> dict[int, int]:
    """`use-4=2`: record 2 of the file is what [4] stands for."""
    given = {number: request.POST.get(f"use-{number}", "") for number in proposal.citations}
    return {number: int(index) for number, index in given.items() if index.isascii() and index.isdigit()}


def _page(
    request: HttpRequest,
    article: Article,
    form: BibliographyForm,
    *,
    proposal: Proposal | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"article": article, "form": form, "proposal": proposal}
    if proposal:
        context["rows"] = _rows(proposal)
        context["kept"] = base64.b64encode(form.cleaned_data["bytes"]).decode()
        context["name"] = form.cleaned_data["name"]
    return render(request, "sources/bibliography.html", context, status=status)


def _rows(proposal: Proposal) -> list[dict[str, Any]]:
    """For each number of the article: its entry, and the records that may be meant, the sure one first."""
    records = proposal.bibliography.records
    fitting: dict[int, list[dict[str, Any]]] = {}
    for match in proposal.matches:
        record = records[match.index].record
        fitting.setdefault(match.number, []).append({"match": match, "record": record})
    return [
        {"citation": citation, "fitting": fitting.get(number, [])} for number, citation in proposal.citations.items()
    ]
