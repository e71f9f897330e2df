"""The reading view: an article's text with its claims, and the source beside it that somebody asked for."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims.models import Claim
from claims.templatetags.claims import lit
from claims.web.passages import Shown, read_passages
from claims.web.windows import Window, part_holding, read_window
from claimtracker.core.web.gate import for_readers
from sources import permissions
from sources.models import Article, Citation, Mark

MOST_CITATIONS = 100  # in the list under the text; the worklist has them all
MOST_LEANING = 12  # claims named in the source slot
LARGEST_NUMBER = 2**31 - 1


@for_readers
@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    context = {"article": found, "may_add": permissions.can_add_article(request.user), "record": f"/articles/{pk}"}
    if found.state != Article.State.READY:
        return render(request, "claims/article_waiting.html", context)
    if claim := _asked(request, "claim"):
        return _to_claim(found, claim)
    context |= {"slot": _slot(request, found), "part": max(1, _asked(request, "part"))}
    if request.headers.get("HX-Target") == "source-slot":
        return render(request, "claims/_source_slot.html", context)
    return render(request, "claims/article.html", context | _text(found, context["part"] - 1) | _summary(found))


def _asked(request: HttpRequest, name: str) -> int:
    """A whole number from the address; 0 for none, or what is none."""
    given = request.GET.get(name, "")
    return min(int(given), LARGEST_NUMBER) if given.isascii() and given.isdigit() and len(given) < 12 else 0


def _to_claim(found: Article, pk: int) -> HttpResponse:
    """The part of the text in which a claim stands."""
    claim = get_object_or_404(Claim, pk=pk, article=found)
    anchor = claim.anchors.filter(revision=found.revision_id, start__isnull=False).first()
    if anchor is None:
        return redirect(claim)
    return redirect(f"{found.get_absolute_url()}?part={part_holding(found.revision, anchor.start) + 1}#claim-{pk}")


def _text(found: Article, part: int) -> dict[str, Any]:
    """One part of the text, cut into passages."""
    window = read_window(found.revision, part)
    marks = list(found.revision.marks.filter(start__lt=window.end, end__gt=window.start).order_by("start"))
    claims = list(_claims_in(found, window))
    shown = [Shown(claim, claim.start, claim.end, _lit(claim)) for claim in claims]
    passages = read_passages(window.text, window.start, _numbered(marks), shown)
    return {"window": window, "passages": passages, "claims": claims}


def _claims_in(found: Article, window: Window) -> Any:
    """The claims that stand in the part, in the order of the text."""
    stand = Q(anchors__start__lt=window.end, anchors__end__gt=window.start)
    rows = Claim.objects.filter(article=found).in_text_order(found.revision_id)
    return rows.filter(stand, anchors__revision=found.revision_id).with_parts()


def _lit(claim: Any) -> tuple[int, int] | None:
    span = lit(claim)
    return (claim.start + span[0], claim.start + span[1]) if span else None


def _numbered(marks: list[Mark]) -> list[Mark]:
    """Marks that point at a citation; a "[note 1]" stays plain words."""
    return [mark for mark in marks if mark.numbers]


def _slot(request: HttpRequest, found: Article) -> dict[str, Any] | None:
    """The citation asked for by `?source=5`, with the claims that lean on it."""
    number = _asked(request, "source")
    citation = Citation.objects.filter(revision=found.revision_id, number=number).select_related("source").first()
    if citation is None:
        return {"number": number, "citation": None} if number else None
    leaning = Claim.objects.filter(links__citation=citation).with_parts().order_by("id")
    first = Mark.objects.filter(revision=found.revision_id, numbers__contains=[number]).order_by("start").first()
    return {"number": number, "citation": citation, "claims": leaning[:MOST_LEANING], "mark": first}


def _summary(found: Article) -> dict[str, Any]:
    """What the bar above the text and the list below it say."""
    claims = Claim.objects.filter(article=found)
    bare = Q(links=None)
    counts = claims.aggregate(
        total=Count("id", distinct=True),
        judged=Count("id", filter=~Q(verdict=""), distinct=True),
        uncited=Count("id", filter=bare, distinct=True),
        uncited_figures=Count("id", filter=bare & ~Q(figure_comparator=""), distinct=True),
    )
    citations = Citation.objects.filter(revision=found.revision_id)
    numbers = citations.aggregate(total=Count("id"), waiting=Count("id", filter=Q(source=None)))
    listed = citations.with_claim_count().select_related("source").order_by("number")[:MOST_CITATIONS]
    return {"counts": counts, "numbers": numbers, "citations": listed}
