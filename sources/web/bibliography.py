"""A file of references given for an article: what fits is shown first, and written when somebody says so."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import permissions
from sources.bibliographies import Proposal, identify_from, propose_sources
from sources.models import Article, Citation, Identified, Source
from sources.web.adding import Upload, Words

PASTED = "What was pasted"  # in the place of a file's name
INDEX = re.compile(r"[0-9]{1,6}")
GIVES_WAY = ("", Identified.ENTRY)  # what the program read itself; a source told in any other way stays
FORMATS = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}
WHY = {
    "doi": "by its DOI",
    "address": "by its address",
    "number": "by its number",
    "title": "by its title",
    "order": "by its place in the list",
}
MOST_KEPT = 500_000  # bytes of a file that the page itself carries from the preview to the deed


class BibliographyForm(forms.Form):
    """The file, or its words; `kept` carries the file's bytes from the preview to the deed."""

    references = Words(
        required=False,
        widget=forms.Textarea(attrs={"class": "tall", "spellcheck": "false"}),
        help_text="BibTeX, RIS or CSL-JSON, as reference managers export them.",
    )
    file = Upload(help_text="From Zotero, for example: .bib, .ris or .json.")
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
            said = f"More than {MOST_KEPT:,} bytes are too many; export the works of this article only."
            self.add_error(self.given_in, said)
        elif not given["bytes"].strip() and not self.errors:
            self.add_error("references", "There are no references yet. Paste them, or choose a file.")
        return given

    @property
    def given_in(self) -> str:
        """The field that the references came in: the one to blame."""
        return "references" if self.cleaned_data.get("references", "").strip() else "file"

    def _sent(self, given: dict[str, Any]) -> tuple[bytes, str]:
        if file := given.get("file"):
            return file.read(MOST_KEPT + 1), file.name
        if given.get("references", "").strip():
            return given["references"].encode("utf-8", "surrogatepass"), ""
        return base64.b64decode(given.get("kept", ""), validate=True), given.get("name", "")


@open_to(permissions.can_identify)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def give(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    if request.method != "POST":
        cited = Citation.objects.filter(revision=article.revision_id).exists()
        return _page(request, article, BibliographyForm(), cited=cited)
    form = BibliographyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, article, form, status=422)
    try:
        sent = {"data": form.cleaned_data["bytes"], "name": form.cleaned_data["name"] or PASTED}
        proposal = propose_sources(article, **sent, by=request.user)
    except Refused as refusal:
        form.add_error(form.given_in if refusal.pointer else None, refusal.detail)
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
    return {number: int(index) for number, index in given.items() if INDEX.fullmatch(index)}


def _page(
    request: HttpRequest,
    article: Article,
    form: BibliographyForm,
    *,
    proposal: Proposal | None = None,
    cited: bool = True,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"article": article, "form": form, "proposal": proposal, "cited": cited}
    if proposal:
        context["rows"] = rows = _rows(proposal)
        context["fits"] = any(row["fitting"] and not row["stays"] for row in rows)
        context["format"] = FORMATS[proposal.bibliography.format]
        context["kept"] = base64.b64encode(form.cleaned_data["bytes"]).decode()
        context["name"] = form.cleaned_data["name"]
    return render(request, "sources/bibliography.html", context, status=status)


def _rows(proposal: Proposal) -> list[dict[str, Any]]:
    """For each number of the article: its entry, the source that it has (`stays`: and keeps), and the records that may
    be meant, the sure one first.
    """
    records = proposal.bibliography.records
    fitting: dict[int, list[dict[str, Any]]] = {}
    for match in proposal.matches:
        record = records[match.index].record
        fitting.setdefault(match.number, []).append({"match": match, "record": record, "why": WHY[match.why]})
    sources = Source.objects.in_bulk({citation.source_id for citation in proposal.citations.values()} - {None})
    return [
        {
            "citation": citation,
            "source": sources.get(citation.source_id),
            "stays": citation.identified not in GIVES_WAY,
            "fitting": fitting.get(number, []),
        }
        for number, citation in proposal.citations.items()
    ]
