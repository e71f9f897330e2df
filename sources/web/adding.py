"""Adding an article: its text pasted, a file, or an address. Whatever is refused comes back as it was typed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources import ingest, permissions
from sources.models import Article
from sources.text import edtf, links, plain

READ_HERE = (".txt", ".text")  # put into the box at once; of every other file a worker makes the text
KINDS = "PDF, Word (.docx), a saved page (.html), Markdown or plain text."
FORMATS = [("text", "Plain text"), ("markdown", "Markdown"), ("html", "HTML")]


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as the browser sent it."""

    data: bytes
    name: str
    media_type: str


class Words(forms.CharField):
    """Text of any length, taken as it is: what cannot be stored is for the deed to say, with its place."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.validators = []


class Upload(forms.FileField):
    """A file beside a box for words."""

    def __init__(self, **options: Any) -> None:
        errors = {"empty": "There is nothing in this file.", "missing": "No file came. Choose it again."}
        super().__init__(required=False, label="Or a file", error_messages=errors, **options)


class Written(forms.ChoiceField):
    """What the words in the box are."""

    def __init__(self, **options: Any) -> None:
        help_text = "The words in the box; a file says it itself."
        super().__init__(required=False, label="Written in", choices=FORMATS, help_text=help_text, **options)


class ArticleForm(forms.Form):
    title = forms.CharField(
        required=False, max_length=500, help_text="Left empty, the first line of the text is the title."
    )
    text = Words(
        required=False,
        widget=forms.Textarea(attrs={"class": "tall serif", "spellcheck": "false"}),
        help_text="Paste the whole article with its numbered citations, such as [4], and the list at its end.",
    )
    file = Upload(help_text=KINDS)
    format = Written()
    published = forms.CharField(
        required=False, max_length=64, help_text="A day, month or year: 2025-03-14, 2025-03 or 2025."
    )
    address = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text="Where it can be read: https://… Without words and file, the page is fetched from there.",
    )
    byline = forms.CharField(required=False, max_length=300, label="By")
    outlet = forms.CharField(required=False, max_length=200, help_text="The newspaper, site or agency.")

    def clean_file(self) -> Any:
        return read_upload(self)

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
        if isinstance(kept.get("file"), str):
            kept["text"], kept["format"] = kept["file"], "text"
        nothing = not kept.get("text", "").strip() and not kept.get("file") and not kept.get("address")
        if nothing and not self.errors:
            self.add_error(
                "text", "There is no text yet. Paste the article's words, choose a file, or give an address."
            )
        return kept

    def add(self, by: Any) -> tuple[Article, bool]:
        """By the deed that fits what was sent. Raises Refused."""
        kept = self.cleaned_data
        facts = {name: kept[name] for name in ("title", "published", "address", "byline", "outlet")}
        if isinstance(kept["file"], Sent):
            return ingest.add_file(**asdict(kept["file"]), **facts, by=by)
        if not kept["text"].strip():
            return ingest.add_address(**facts, by=by)
        return ingest.add_article(text=kept["text"], format=kept["format"] or "text", **facts, by=by)


def read_upload(form: Any) -> str | Sent | None:
    """The words of a plain text, which stand in the box from here on, so that a refusal cannot lose them; any
    other file as it came. Raises ValidationError.
    """
    file = form.cleaned_data["file"]
    if file is None:
        return None
    if form.cleaned_data.get("text", "").strip():
        raise forms.ValidationError("There are words in the box and a file as well. Send one of the two.")
    if file.size > settings.LARGEST_FILE:
        raise forms.ValidationError(f"“{file.name}” has more than {settings.LARGEST_FILE // 1024**2} MB.")
    if not file.name.lower().endswith(READ_HERE):
        return Sent(file.read(), file.name, file.content_type or "")
    try:
        words = plain.decode(file.read(), file.name)
    except plain.Unreadable as problem:
        raise forms.ValidationError(str(problem)) from problem
    # A copy of its own kind: a plain dict of a QueryDict would make a list of every other field.
    data: Any = cast(QueryDict, form.data).copy()
    data["text"], data["format"] = words, "text"
    form.data = data
    return words


def refuse(form: forms.Form, refusal: Refused) -> None:
    """Put a deed's refusal at the field that is to blame."""
    name = refusal.pointer.strip("/")
    form.add_error(name if name in form.fields else None, refusal.detail)


@open_to(permissions.can_add_article)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def add_article(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, ArticleForm())
    form = ArticleForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        article, new = form.add(request.user)
    except Refused as refusal:
        return _refused(request, form, refusal)
    if not new:
        messages.info(request, "This text is already here. Nothing was added twice.")
    return redirect(article)


def _refused(request: HttpRequest, form: ArticleForm, refusal: Refused) -> HttpResponse:
    refuse(form, refusal)
    known = Article.objects.filter(pk=refusal.extra.get("article", 0)).first()
    return _page(request, form, status=refusal.status, known=known)


def _page(request: HttpRequest, form: ArticleForm, *, status: int = 200, known: Article | None = None) -> HttpResponse:
    context = {"form": form, "known": known, "longest": settings.LONGEST_TEXT}
    return render(request, "sources/add_article.html", context, status=status)
