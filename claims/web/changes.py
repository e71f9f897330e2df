"""What became of an article's claims from one text to the next, and saying where an ambiguous one stands."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims import permissions
from claims.models import Anchor, Change, Claim
from claims.models.vocabulary import ChangeKind
from claims.placing import place_claim
from claims.web.excerpts import Excerpt, read_excerpts
from claims.web.numbers import asked, whole
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import for_readers, open_to
from claimtracker.core.web.once import once
from sources.models import Article, Reading, Revision
from sources.text.anchors import read_changes

REWORDED = (ChangeKind.REWORDED, ChangeKind.VALUE_CHANGED, ChangeKind.HEDGE_CHANGED)
MOST = 100  # differences of one kind on a page; the rest are in the data beside it


@for_readers
@require_safe
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    texts = list(article.revisions.filter(reading__state=Reading.State.DONE).defer("text").order_by("number"))
    later = _later(request, article, texts)
    context: dict[str, Any] = {"article": article, "record": f"/articles/{pk}/changes", "texts": texts, "later": later}
    if later:
        context |= _differences(later) | {"may_place": permissions.can_place_claim(request.user)}
    return render(request, "claims/changes.html", context)


def _later(request: HttpRequest, article: Article, texts: list[Revision]) -> Revision | None:
    """The text asked for by `?to=`, or the current one; None where there is nothing before it. Raises Http404."""
    number = asked(request, "to")
    if not number:
        return article.revision if article.revision and article.revision.number > 1 else None
    found = next((text for text in texts if text.number == number), None)
    if found is None:
        raise Http404("This article has no such text, or it has not been read yet.")
    return found if number > 1 else None


def _differences(later: Revision) -> dict[str, Any]:
    """By kind, the gravest first, each with the words before and after."""
    rows = Change.objects.filter(revision=later)
    counts = dict(rows.order_by().values_list("kind").annotate(found=Count("pk")))
    groups = [
        {"kind": kind, "label": ChangeKind(kind).label, "count": counts[kind], "rows": _rows(rows, later, kind)}
        for kind in ChangeKind.values
        if kind in counts
    ]
    earlier = rows.select_related("since").defer("since__text").first()
    return {"groups": groups, "since": earlier.since if earlier else None, "most": MOST}


def _rows(changes: Any, later: Revision, kind: str) -> list[dict[str, Any]]:
    found = list(changes.filter(kind=kind).with_claims().order_by("position")[:MOST])
    anchors = Anchor.objects.filter(revision=later, claim__in=[change.claim_id for change in found])
    by_claim = {anchor.claim_id: anchor for anchor in anchors}
    excerpts = read_excerpts(later, [_spans(by_claim.get(change.claim_id)) for change in found])
    return [
        {
            "change": change,
            "anchor": by_claim.get(change.claim_id),
            "excerpts": told,
            "runs": _runs(change, told),
        }
        for change, told in zip(found, excerpts, strict=True)
    ]


def _runs(change: Change, excerpts: list[Excerpt]) -> list[tuple[str, str]]:
    """The words before and after in one line: ("same" | "removed" | "added", words)."""
    after = change.successor.quote if change.successor else excerpts[0].words if change.kind in REWORDED else ""
    before = change.claim.quote
    runs: list[tuple[str, str]] = []
    for piece in read_changes(before, after) if after else ():
        old, new = before[piece.old_start : piece.old_end], after[piece.new_start : piece.new_end]
        runs += [("same", new)] if piece.kind == "same" else [("removed", old), ("added", new)]
    return [(kind, words) for kind, words in runs if words]


def _spans(anchor: Anchor | None) -> list[tuple[int, int]]:
    """The words of the later text that a row shows: where the claim stands, or where it may stand."""
    if anchor is None:
        return []
    if anchor.start is not None and anchor.end is not None:
        return [(anchor.start, anchor.end)]
    return [(start, end) for start, end in anchor.candidates]


@open_to(permissions.can_place_claim)
@require_POST
@once
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """`span=120-180` of the revision with that number is where the claim stands."""
    claim = get_object_or_404(Claim.objects.visible_to(request.user).select_related("article__revision"), pk=pk)
    start, _, end = request.POST.get("span", "").partition("-")
    numbers = [number for number in map(whole, (request.POST.get("revision", ""), start, end)) if number is not None]
    address = reverse("article_changes", args=[claim.article_id])
    try:
        revision, first, last = numbers
        place_claim(claim, revision=revision, start=first, end=last, by=request.user)
    except ValueError:
        messages.error(request, "Choose one of the places first. Nothing was changed.")
    except Refused as refusal:
        messages.error(request, refusal.detail)
    else:
        messages.success(request, "The claim stands there now.")
        return redirect(f"{address}#claim-{pk}")
    # What went wrong stands above the list: no jump past it.
    return redirect(address)
