"""Giving an article a new text: its words, a file, or another look at its address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import ingest, permissions
from sources.models import Article
from sources.web.adding import KINDS, Sent, Upload, Words, Written, read_upload, refuse


class RevisionForm(forms.Form):
    text = Words(
        required=False,
        label="New text",
        widget=forms.Textarea(attrs={"class": "tall serif", "spellcheck": "false"}),
        help_text="The whole text as it reads now, with its marks and its list of references.",
    )
    file = Upload(help_text=KINDS)
    format = Written()

    def clean_file(self) -> Any:
        return read_upload(self)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if isinstance(kept.get("file"), str):
            kept["text"], kept["format"] = kept["file"], "text"
        if not kept.get("text", "").strip() and not kept.get("file") and not self.errors:
            self.add_error("text", "There is no text yet. Paste the article's words, or choose a file.")
        return kept

    def give(self, article: Article, by: Any) -> bool:
        """By the deed that fits what was sent; whether there is anything new to read. Raises Refused."""
        kept = self.cleaned_data
        if isinstance(sent := kept["file"], Sent):
            ingest.reread_file(article, data=sent.data, name=sent.name, media_type=sent.media_type, by=by)
            return True
        return ingest.reread_article(article, text=kept["text"], format=kept["format"] or "text", by=by)[1]


@open_to(permissions.can_add_article)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    if request.method != "POST":
        return _page(request, article, RevisionForm())
    if "fetch" in request.POST:
        return _fetch(request, article)
    form = RevisionForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, article, form, status=422)
    try:
        new = form.give(article, request.user)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(request, article, form, status=refusal.status)
    if not new:
        messages.info(request, "This is the article's text already, word for word. Nothing was changed.")
    return redirect(article)


def _fetch(request: HttpRequest, article: Article) -> HttpResponse:
    """Look at the article's own address again."""
    try:
        ingest.reread_address(article, by=request.user)
    except Refused as refusal:
        form = RevisionForm({})
        form.errors.clear()
        form.add_error(None, refusal.detail)
        return _page(request, article, form, status=refusal.status)
    return redirect(article)


def _page(request: HttpRequest, article: Article, form: RevisionForm, *, status: int = 200) -> HttpResponse:
    return render(request, "sources/revise.html", {"article": article, "form": form}, status=status)
