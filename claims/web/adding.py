"""Adding a claim that the program missed: its words in their context, what the reader makes of them, and the form."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from claims import permissions
from claims.adding import ClaimExists, Span, add_claim, current_text, propose, span_in
from claims.models import Claim
from claims.parts_in import BadParts
from claims.pinning import SeveralPlaces
from claims.web.around import AROUND, sentence_after, sentence_before
from claims.web.editform import EditForm, entries_of
from claims.web.editvalues import EMPTY, changes_of, typed, values_of
from claims.web.excerpts import read_excerpts
from claims.web.numbers import whole
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.models import Article, Revision
from sources.web.adding import Words, refuse


class WordsForm(forms.Form):
    """Which words, where no selection says so."""

    words = Words(
        label="Words of the article",
        widget=forms.Textarea(attrs={"class": "serif", "spellcheck": "false", "rows": 3}),
        help_text="Copy them from the article as they are, without the [4] at their end.",
        error_messages={"required": "Which words? Paste them from the article."},
    )


@open_to(permissions.can_correct)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """`?revision=&start=&end=` are the words; without them they are pasted."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    try:
        text = current_text(article, _number(request, "revision"))
    except Refused as refusal:
        messages.error(request, refusal.detail)
        return redirect(article)
    if request.method == "POST" and "words" in request.POST:
        return _find(request, article, text)
    start, end = _number(request, "start"), _number(request, "end")
    if start is None or end is None:
        return _ask(request, article, WordsForm())
    try:
        span = span_in(text.text, "", start, end)
    except Refused as refusal:
        messages.error(request, refusal.detail)
        return _ask(request, article, WordsForm(), status=refusal.status)
    return _store(request, article, text, span) if request.method == "POST" else _form(request, article, text, span)


def _find(request: HttpRequest, article: Article, text: Revision) -> HttpResponse:
    """Pasted words looked up in the text: on to the form where they stand once."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _ask(request, article, form, status=422)
    words = form.cleaned_data["words"].replace("\r\n", "\n").strip()
    try:
        span = span_in(text.text, words, None, None)
    except SeveralPlaces as several:
        places = [(place["start"], place["end"]) for place in several.extra["places"]]
        form.add_error("words", "These words stand in several places. Say which you mean.")
        return _ask(request, article, form, status=422, places=read_excerpts(text, [places])[0])
    except Refused as refusal:
        form.add_error("words", refusal.detail)
        return _ask(request, article, form, status=refusal.status)
    address = reverse("add_claim", args=[article.pk])
    return redirect(f"{address}?revision={text.number}&start={span.start}&end={span.end}")


def _ask(
    request: HttpRequest, article: Article, form: WordsForm, *, status: int = 200, places: Any = ()
) -> HttpResponse:
    context = {"article": article, "form": form, "places": places}
    return render(request, "claims/add_which.html", context, status=status)


def _store(request: HttpRequest, article: Article, text: Revision, span: Span) -> HttpResponse:
    values = typed(request.POST, EMPTY)
    where: dict[str, Any] = {"start": span.start, "end": span.end, "revision": text.number}
    try:
        made = add_claim(article, given=changes_of(values, None), **where, by=request.user)
    except Refused as refusal:
        form = EditForm(values, entries=entries_of(text.pk, []))
        form.refuse(refusal.errors) if isinstance(refusal, BadParts) else refuse(form, refusal)
        twin = refusal.extra.get("claim") if isinstance(refusal, ClaimExists) else None
        return _form(request, article, text, span, form=form, twin=twin, status=refusal.status)
    messages.success(request, f"Claim {made.pk} is added.")
    return redirect(made)


def _form(
    request: HttpRequest,
    article: Article,
    text: Revision,
    span: Span,
    *,
    form: EditForm | None = None,
    twin: int | None = None,
    status: int = 200,
) -> HttpResponse:
    proposed = propose(article, text, span)
    if form is None:
        made = proposed.claim
        numbers = [one.number for one in proposed.citations]
        values = values_of(made, proposed.found.place if proposed.found else None, numbers)
        form = EditForm(values, entries=entries_of(text.pk, numbers))
    context = {
        "article": article,
        "form": form,
        "revision": text.number,
        "span": asdict(span),
        "words": text.text[span.start : span.end],
        "before": sentence_before(text.text[max(0, span.start - AROUND) : span.start]),
        "after": sentence_after(text.text[span.end : span.end + AROUND]),
        "read": proposed.found,
        "twin": twin,
        "near": _near(text, span),
    }
    return render(request, "claims/add_claim.html", context, status=status)


def _near(text: Revision, span: Span) -> Any:
    """Claims that stand in these words already."""
    return Claim.objects.filter(
        anchors__revision=text, anchors__start__lt=span.end, anchors__end__gt=span.start
    ).order_by("figure_start", "id")[:8]


def _number(request: HttpRequest, name: str) -> int | None:
    return whole(request.POST.get(name, request.GET.get(name, "")))
