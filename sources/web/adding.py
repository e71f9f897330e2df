"""Adding an article: by pasting its text or from a file. Whatever is refused comes back as it was typed."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from sources import ingest, permissions
from sources.models import Article
from sources.text import edtf, links, plain

ENDINGS = {".txt": "text", ".md": "markdown", ".markdown": "markdown"}


class Words(forms.CharField):
    """Text of any length, taken as it is: what cannot be stored is for the deed to say, with its place."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.validators = []


class ArticleForm(forms.Form):
    title = forms.CharField(
        required=False, max_length=500, help_text="Left empty, the first line of the text is the title."
    )
    text = Words(
        required=False,
        widget=forms.Textarea(attrs={"class": "tall serif", "spellcheck": "false"}),
        help_text="Paste the whole article with its numbered citations, such as [4], and the list at its end.",
    )
    file = forms.FileField(required=False, label="Or a file", help_text="Plain text or Markdown: .txt or .md.")
    format = forms.ChoiceField(
        required=False, label="Written in", choices=[("text", "Plain text"), ("markdown", "Markdown")]
    )
    published = forms.CharField(
        required=False, max_length=64, help_text="A day, month or year: 2025-03-14, 2025-03 or 2025."
    )
    address = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text="Where it can be read: https://…",
    )
    byline = forms.CharField(required=False, max_length=300, label="By")
    outlet = forms.CharField(required=False, max_length=200, help_text="The newspaper, site or agency.")

    def clean_file(self) -> Any:
        """The words of the file; they stand in the text box from here on, so that a refusal cannot lose them."""
        file = self.cleaned_data["file"]
        if file is None:
            return None
        ending = next((ending for ending in ENDINGS if file.name.lower().endswith(ending)), None)
        if ending is None:
            raise forms.ValidationError(f"“{file.name}” is not a .txt or .md file. Save it as one, or paste its words.")
        if self.cleaned_data.get("text", "").strip():
            raise forms.ValidationError("There are words in the box and a file as well. Send one of the two.")
        try:
            words = plain.decode(file.read(), file.name)
        except plain.Unreadable as problem:
            raise forms.ValidationError(str(problem)) from problem
        # A copy of its own kind: a plain dict of a QueryDict would make a list of every other field.
        data: Any = cast(QueryDict, self.data).copy()
        data["text"], data["format"] = words, ENDINGS[ending]
        self.data = data
        return words

    def clean_address(self) -> str:
        """The deed asks again; here so that everything that is wrong is said at once."""
        address: str = self.cleaned_data["address"]
        try:
            return links.clean(address) if address else ""
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean_published(self) -> str:
        published: str = self.cleaned_data["published"]
        try:
            edtf.parse(published or "2025")
        except ValueError as problem:
            raise forms.ValidationError("Write the date as 2025, 2025-03 or 2025-03-14.") from problem
        return published

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("file"):
            kept["text"], kept["format"] = kept["file"], self.data["format"]
        if not kept.get("text", "").strip() and not self.errors:
            self.add_error("text", "There is no text yet. Paste the article's words, or choose a file.")
        return kept

    def article(self) -> dict[str, Any]:
        """The arguments of the deed."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        return {**kept, "format": kept["format"] or "text"}

    def refuse(self, refusal: Refused) -> None:
        """Put a deed's refusal at the field that is to blame."""
        name = refusal.pointer.strip("/")
        self.add_error(name if name in self.fields else None, refusal.detail)


@open_to(permissions.can_add_article)
@require_http_methods(["GET", "HEAD", "POST"])
def add_article(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, ArticleForm())
    form = ArticleForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        article, new = ingest.add_article(by=request.user, **form.article())
    except Refused as refusal:
        return _refused(request, form, refusal)
    if not new:
        messages.info(request, "This text is already here. Nothing was added twice.")
    return redirect(article)


def _refused(request: HttpRequest, form: ArticleForm, refusal: Refused) -> HttpResponse:
    form.refuse(refusal)
    known = Article.objects.filter(pk=refusal.extra.get("article", 0)).first()
    return _page(request, form, status=refusal.status, known=known)


def _page(request: HttpRequest, form: ArticleForm, *, status: int = 200, known: Article | None = None) -> HttpResponse:
    context = {"form": form, "known": known, "longest": settings.LONGEST_TEXT}
    return render(request, "sources/add_article.html", context, status=status)
