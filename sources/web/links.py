"""How the links of an article's sources do, and what happened to sources lately: as pages, and as a feed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claimtracker.core.addresses import Addresses
from claimtracker.core.web.atom import Entry, answer_feed
from claimtracker.core.web.gate import for_readers
from claimtracker.core.web.listing import Listing, read_list
from sources import permissions
from sources.filters import ChangeFilter
from sources.models import Article, Citation, Link, LinkCheck, Snapshot, Source
from sources.models.snapshot import TEXT
from sources.templatetags.sources import LINK

MOST_LINKS = 500  # of one article on a screen; the rest is in the data beside it
# The gravest first; what nobody has looked at comes before what is well.
GRAVEST = (Link.DEAD, Link.SUSPECT, Link.HELD, Link.RESTRICTED, Link.MOVED, "", Link.ALIVE)
OUTCOMES = [("new_copy", "a new text"), ("failed", "a failure")]


@for_readers
@require_safe
def links(request: HttpRequest, pk: int) -> HttpResponse:
    """Every source that the article's current text cites, dead links first."""
    article = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    rows = _rows(request.user, article)
    context = {
        "article": article,
        "data": f"identified_in={article.pk}",
        "rows": rows[:MOST_LINKS],
        "more": max(0, len(rows) - MOST_LINKS),
        "tally": _tally(rows),
        "may_fetch": permissions.can_fetch(request.user),
    }
    return render(request, "sources/links.html", context)


def _rows(user: Any, article: Article) -> list[dict[str, Any]]:
    citations = Citation.objects.filter(revision=article.revision_id, source__isnull=False).order_by("number")
    numbers: dict[int, list[str]] = {}
    for source, label in citations.values_list("source", "label"):
        numbers.setdefault(source, []).append(label)
    found = Source.objects.visible_to(user).filter(pk__in=numbers).select_related("watch")
    tries = LinkCheck.objects.filter(source__in=numbers).order_by("source_id", "-id").distinct("source_id")
    last = {check.source_id: check for check in tries}
    copies = {copy.source_id: copy for copy in Snapshot.objects.filter(source__in=numbers).newest().defer(*TEXT)}
    rows = [
        {
            "source": source,
            "labels": numbers[source.pk],
            "watch": getattr(source, "watch", None),
            "last": last.get(source.pk),
            "copy": copies.get(source.pk),
            # Only what a browser may follow.
            "archive": source.archive_address if source.archive_address.startswith(("http://", "https://")) else "",
        }
        for source in found
    ]
    return sorted(rows, key=lambda row: (GRAVEST.index(_link(row)), row["source"].pk))


def _link(row: dict[str, Any]) -> str:
    return row["watch"].link if row["watch"] else ""


def _tally(rows: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """How many are in which state."""
    states = [_link(row) for row in rows]
    return [(link, states.count(link)) for link in GRAVEST if link in states]


@for_readers
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """New texts, and links that turned, the newest first."""
    listing = _changes(request)
    context = {"listing": listing, "outcomes": OUTCOMES, "links": Link.choices, "article": _article(request, listing)}
    return render(request, "sources/changes.html", context, status=listing.status)


def _changes(request: HttpRequest) -> Listing:
    rows = LinkCheck.objects.visible_to(request.user).changes().for_list()
    return read_list(request, ChangeFilter, rows.select_related("source", "snapshot").defer(*_texts("snapshot")))


def _texts(relation: str) -> list[str]:
    return [f"{relation}__{column}" for column in TEXT]


def _article(request: HttpRequest, listing: Listing) -> Article | None:
    """That the list is narrowed to, for its title."""
    number = listing.parameters.get("article")
    if not number or listing.problems:
        return None
    return Article.objects.visible_to(request.user).filter(pk=number).first()


@for_readers
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The same as Atom (RFC 4287), for programs that read news."""
    listing = _changes(request)
    if listing.problems:
        return HttpResponse("\n".join(listing.problems.values()), status=400, content_type="text/plain; charset=utf-8")
    pages = Addresses.of(request)
    entries = [
        Entry(
            ident=f"{pages.page('sources', check.source_id)}#try-{check.pk}",
            title=f"{check.source}: {told(check)}",
            link=pages.page("sources", check.source_id),
            published=check.started_at,
            updated=check.finished_at or check.started_at,
            summary=check.problem,
        )
        for check in listing.rows
    ]
    about = "New texts of sources, and links that turned."
    return answer_feed(
        request, title="What happened to sources", path="/sources/changes/", about=about, entries=entries
    )


def told(check: LinkCheck) -> str:
    """What happened, in two words."""
    words = ["new text"] if check.outcome == LinkCheck.Outcome.NEW_COPY else []
    return ", ".join([*words, *([LINK[check.link][2].lower()] if check.turned else [])])
