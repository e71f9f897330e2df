"""One claim: the words, the value, when, where, who says so, what it cites, and what happened to it."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.web import plot
from claims.web.past import read_past
from claimtracker.core.web.gate import for_readers
from sources.models import Revision

AROUND = 300  # characters of the article on either side of the quote


@for_readers
@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Claim.objects.visible_to(request.user).with_parts(), pk=pk)
    others = Claim.objects.filter(article=found.article_id)
    context = {
        "claim": found,
        "record": f"/claims/{pk}",
        "around": _around(found),
        "plot": _plot(found),
        "past": read_past(found),
        "before": others.filter(pk__lt=pk).order_by("-pk").values_list("pk", flat=True).first(),
        "after": others.filter(pk__gt=pk).order_by("pk").values_list("pk", flat=True).first(),
    }
    return render(request, "claims/claim.html", context)


def _plot(found: Claim) -> plot.Plot | None:
    if not found.figure_comparator:
        return None
    return plot.draw(found.figure_comparator, found.figure_low, found.figure_high)


def _around(found: Claim) -> dict[str, Any]:
    """The words of the article before and behind the quote, as far as its own line goes."""
    anchor = found.anchor
    if anchor is None or anchor.start is None:
        return {"before": "", "after": ""}
    first = max(0, anchor.start - AROUND)
    cut = Substr(F("text"), first + 1, anchor.end + AROUND - first)
    text = Revision.objects.filter(pk=anchor.revision_id).values_list(cut, flat=True).get()
    before, after = text[: anchor.start - first], text[anchor.end - first :]
    return {"before": _tail(before, cut=first > 0), "after": _head(after)}


def _tail(text: str, *, cut: bool) -> str:
    """The last line of `text`; from a whole word on where it was cut."""
    line = text.rpartition("\n")[2]
    return "…" + line.partition(" ")[2] if cut and len(line) == len(text) and " " in line else line


def _head(text: str) -> str:
    line = text.partition("\n")[0]
    return line.rpartition(" ")[0] + "…" if len(line) == AROUND and " " in line else line
