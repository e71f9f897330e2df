"""What happened to a claim, an article, a source, or the claims of a saved view: as Atom."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from claimtracker.core.addresses import Addresses
from claimtracker.core.happenings import EVENTS, subject
from claimtracker.core.models import Happening, SavedView, Watched
from claimtracker.core.notices import kinds
from claimtracker.core.notices.telling import subjects_of
from claimtracker.core.web.atom import Entry, answer_feed
from claimtracker.core.web.gate import for_readers

NEWEST = 50  # entries of a feed
LOOKED_AT = 2000  # happenings among which those of a view are looked for


@for_readers
@require_safe
def changes(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Of one claim, article or source."""
    named = kinds.find(kind, request.user, [pk]).get(pk)
    if named is None:
        raise Http404
    rows = Happening.objects.public().about(subject(kind, pk)).select_related("by").order_by("-id")[:NEWEST]
    return _feed(request, named, list(rows), f"{kind}/{pk}")


@for_readers
@require_safe
def view(request: HttpRequest, slug: str) -> HttpResponse:
    """Of the claims that a saved view shows now."""
    saved = get_object_or_404(SavedView.objects.visible_to(request.user), slug=slug)
    named = kinds.find(Watched.VIEW, request.user, [saved.pk]).get(saved.pk)
    if named is None:
        raise Http404(kinds.why_not(Watched.VIEW, request.user, saved.pk))
    return _feed(request, named, _of_view(request, saved), f"view/{saved.uuid}")


def _of_view(request: HttpRequest, saved: SavedView) -> list[Happening]:
    page = kinds.PAGES.get(saved.page)
    rows = Happening.objects.public().select_related("by").order_by("-id")[:LOOKED_AT]
    claims = {row.pk: {ident for kind, ident in subjects_of(row) if kind == Watched.CLAIM} for row in rows}
    among, query = set().union(*claims.values()), QueryDict(saved.query)
    shown = page.matching(request.user, query, among) if page and page.matching else set()
    return [row for row in rows if claims[row.pk] & shown][:NEWEST]


def _feed(request: HttpRequest, named: kinds.Named, rows: list[Happening], ident: str) -> HttpResponse:
    root, host = Addresses.of(request).root, _authority(request)
    entries = [
        Entry(
            ident=f"tag:{host},{row.at:%Y-%m-%d}:happening/{row.uuid}",
            title=row.words,
            link=root + row.path,
            published=row.at,
            updated=row.at,
            summary=EVENTS[row.event].words if row.event in EVENTS else "",
            author=str(row.by) if row.by else "",
        )
        for row in rows
    ]
    return answer_feed(
        request,
        title=f"What happens to “{named.title}”",
        path=named.path,
        about="What people did and what the program found, the newest first.",
        entries=entries,
        ident=f"tag:{host},2026:{ident}",
    )


def _authority(request: HttpRequest) -> str:
    """Whose names these are (RFC 4151): the desk's own host, by whatever name it was asked."""
    return urlsplit(settings.SITE_URL).hostname or str(urlsplit(f"//{request.get_host()}").hostname)
