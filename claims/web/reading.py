"""The reading view: an article's text with its claims, and the source beside it that somebody asked for."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims import permissions as claim_permissions
from claims.models import Anchor, Claim, ClaimCitation, LintItem
from claims.models.anchor import IN_TEXT
from claims.models.claimset import ClaimQuerySet
from claims.permissions import can_withdraw_article
from claims.templatetags.claims import lit
from claims.web.beside import read_slot
from claims.web.noted import read_notes
from claims.web.numbers import asked, asked_span
from claims.web.passages import LONGEST_QUOTE, Shown, read_passages
from claims.web.windows import Parts, Window, parts_of
from claimtracker.core.notices.asking import ask_watching
from claimtracker.core.together import fetch_together
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers
from sources import permissions
from sources.models import Arrival, Article, Citation, Mark, Reading

MOST_CITATIONS = 50  # in the list under the text; the worklist has them all
MOST_COUNTED = 100  # claims of one citation; more are "100+"
MOST_CARDS = 150  # claims of one part, where a text has been written to be all claims
# Which claims the text shows, in the words of the choice.
SHOW = {"all": "all claims", "waiting": "without a verdict", "uncited": "uncited", "none": "no claims, text only"}


@for_readers
@require_safe
@vary_on_headers("HX-Request", "HX-Target")
@at_any_time
def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(_articles(request), pk=pk)
    context = {"article": found, "may_add": permissions.can_add_article(request.user), "record": f"/articles/{pk}"}
    context["may_withdraw"] = can_withdraw_article(request.user)
    if not _is_read(found):
        return render(request, "claims/article_waiting.html", context | _arrival(found))
    if claim := asked(request, "claim"):
        return _to_claim(found, claim)
    context |= {"may_note": claim_permissions.can_annotate(request.user), "note_on": f"article={pk}"}
    context["may_review"] = claim_permissions.can_review(request.user)
    context["add_claim_at"] = f"/articles/{pk}/claims/add/"
    context |= _chosen(request) | {"slot": read_slot(request, found), "is_read": True}
    if request.headers.get("HX-Target") == "source-slot":
        return render(request, "claims/_source_slot.html", context | {"swapped": True})
    return render(request, "claims/article.html", context | _text(found, context) | _summary(found, request.user))


def _articles(request: HttpRequest) -> Any:
    """With `notes` (what could not be read of the file it came as) and `open_lint` (what stands open to look at)."""
    notes = Arrival.objects.filter(revision=OuterRef("revision")).values("notes")[:1]
    items = LintItem.objects.filter(revision=OuterRef("revision")).dismissed(False).order_by()
    counted = items.values("revision").annotate(found=Count("pk")).values("found")
    articles = Article.objects.visible_to(request.user).with_revision()
    return articles.annotate(notes=Subquery(notes), open_lint=Subquery(counted))


def _is_read(found: Article) -> bool:
    """Whether there is a text with its claims; a newer one may still be on its way."""
    return bool(found.revision and found.revision.reading.state == Reading.State.DONE)


def _arrival(found: Article) -> dict[str, Any]:
    """The file or address that a text is being made of."""
    return {"arrival": found.arrivals.defer("origins").order_by("pk").last()}


def _chosen(request: HttpRequest) -> dict[str, Any]:
    """The part and the claims to show, the words asked for (`?at=120-180`), and `keep`: the address of part and
    claims, for links that change something else.
    """
    part, show = max(1, asked(request, "part")), request.GET.get("show", "all")
    show = show if show in SHOW else "all"
    keep = {"part": part} | ({"show": show} if show != "all" else {})
    return {"part": part, "show": show, "choices": SHOW, "keep": urlencode(keep), "here": asked_span(request, "at")}


def _to_claim(found: Article, pk: int) -> HttpResponse:
    """The part of the text in which a claim stands."""
    claim = get_object_or_404(Claim, pk=pk, article=found)
    anchor = claim.anchors.filter(revision=found.revision_id, start__isnull=False).first()
    if anchor is None:
        return redirect(claim)
    part = _parts(found).holding(anchor.start or 0) + 1
    # Where the figure changed, the text shows the claim that its words make now.
    return redirect(f"{found.get_absolute_url()}?part={part}#claim-{anchor.successor_id or pk}")


def _parts(found: Article) -> Parts:
    claims = Anchor.objects.filter(IN_TEXT, revision=found.revision_id).count()
    return parts_of(found.revision, claims=claims, marks=found.revision.marks.count())


def _text(found: Article, chosen: dict[str, Any]) -> dict[str, Any]:
    """One part of the text, cut into passages."""
    parts, here = _parts(found), chosen["here"]
    window = parts.read(parts.holding(here[0]) if here else chosen["part"] - 1)
    marks = found.revision.marks.filter(_reaching(window)).order_by("start")
    claims = _claims_in(found, window, chosen["show"])[:MOST_CARDS]
    fetch_together(claims, marks)
    shown = [Shown(claim, claim.start, claim.end, _lit(claim)) for claim in claims]
    notes = read_notes(found, window)
    passages = read_passages(window.text, window.start, _numbered(marks), shown, here, notes["notes"])
    return notes | {"window": window, "passages": passages, "claims": claims, "full": len(claims) == MOST_CARDS}


def _claims_in(found: Article, window: Window, show: str) -> ClaimQuerySet:
    """The claims that stand in the part and are wanted, in the order of the text; `was` is the figure before it."""
    rows = Claim.objects.filter(article=found).in_text_order(found.revision_id)
    there = {"anchors__revision": found.revision_id, "anchors__successor": None}
    rows = rows.filter(_reaching(window, "anchors__"), **there).with_parts()
    before = Anchor.objects.filter(revision=found.revision_id, successor=OuterRef("pk")).order_by("-claim")
    rows = rows.annotate(was=Subquery(before.values("claim__figure_text")[:1]))
    wanted = {"waiting": Q(verdict=""), "uncited": ~Exists(_links()), "none": Q(pk=None)}
    return rows.filter(wanted.get(show, Q()))


def _reaching(window: Window, to: str = "") -> Q:
    """What has a character in the part; the bound from below spares the index everything before it."""
    first = max(0, window.start - LONGEST_QUOTE)
    bounds = {"start__gte": first, "start__lt": window.end, "end__gt": window.start}
    return Q(**{f"{to}{name}": value for name, value in bounds.items()})


def _links() -> Any:
    return ClaimCitation.objects.current().filter(claim=OuterRef("pk"))


def _lit(claim: Any) -> tuple[int, int] | None:
    span = lit(claim) if claim.verbatim else None
    return (claim.start + span[0], claim.start + span[1]) if span else None


def _numbered(marks: Any) -> list[Mark]:
    """Marks that point at a citation; a "[note 1]" stays plain words."""
    return [mark for mark in marks if mark.numbers]


def _summary(found: Article, user: Any) -> dict[str, Any]:
    """What the bar above the text and the list below it say."""
    anchors = Anchor.objects.filter(revision=found.revision_id)
    judged, lost = Count("id", filter=IN_TEXT & ~Q(claim__verdict="")), Count("id", filter=Q(start=None))
    counts = anchors.aggregate(total=Count("id", filter=IN_TEXT), judged=judged, lost=lost)
    # The uncited apart: as a join against the links, not as a question for each claim.
    links = ClaimCitation.objects.filter(claim=OuterRef("claim"), citation__revision=found.revision_id)
    figures = Count("id", filter=~Q(claim__figure_comparator=""))
    counts |= anchors.filter(IN_TEXT, ~Exists(links)).aggregate(uncited=Count("id"), uncited_figures=figures)
    counts["waiting"] = counts["total"] - counts["judged"]
    citations = Citation.objects.filter(revision=found.revision_id)
    numbers = citations.aggregate(total=Count("id"), waiting=Count("id", filter=Q(source=None)))
    leaning = ClaimCitation.objects.filter(citation=OuterRef("pk")).order_by().values("pk")[: MOST_COUNTED + 1]
    listed = citations.annotate(leaning=ArraySubquery(leaning)).select_related("source").order_by("number")
    listed, watching = listed[:MOST_CITATIONS], ask_watching(user, "article", found.pk)
    fetch_together(listed, watching)
    return {
        "counts": counts,
        "numbers": numbers,
        "citations": list(listed),
        "watching": watching,
        "most": MOST_COUNTED,
    }
