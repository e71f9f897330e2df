"""The desk: what is there, what waits, and what to do next."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.models.claimset import ClaimQuerySet
from claimtracker.core.models import Desk
from claimtracker.core.web.gate import for_readers
from sources import permissions
from sources.models import Article, Citation, Source

MOST = 1000  # counting stops here and says "1,000+": a desk of a million claims opens as fast as an empty one
NEWEST = 8
LOOKED_AT = 20_000  # of so many newest claims the figures without a citation are counted


@for_readers
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    articles = Article.objects.visible_to(request.user).current()
    newest = list(articles.for_list().order_by("-id")[:NEWEST])
    shown = [article.pk for article in newest]
    context = {
        "desk": _desk(request.user),
        "most": MOST,
        "looked_at": LOOKED_AT,
        "newest": newest,
        "reading": [article for article in newest if article.state == Article.State.READING],
        "waiting": articles.exclude(state=Article.State.READY)
        .exclude(pk__in=shown)
        .for_list()
        .order_by("-id")[:NEWEST],
        "may_add": permissions.can_add_article(request.user),
    }
    return render(request, "claims/home.html", context)


def _desk(user: Any) -> Desk:
    """The desk with its numbers, in one query: each counts to MOST and one more."""
    articles = Article.objects.visible_to(user).current()
    claims = Claim.objects.visible_to(user).current()
    counts = {
        "articles": articles,
        "failed": articles.filter(state=Article.State.FAILED),
        "claims": claims,
        "uncited_figures": claims.filter(pk__gt=_newest(claims) - LOOKED_AT).with_figure().uncited(),
        "sources": Source.objects.visible_to(user).cited(),
        "unidentified": Citation.objects.visible_to(user).current().unidentified(),
    }
    desks = Desk.objects.annotate(**{name: _few(rows) for name, rows in counts.items()})
    return desks.first() or desks.get(pk=Desk.current().pk)


def _newest(claims: ClaimQuerySet) -> int:
    """The largest id, asked for by itself: with a number the planner sees how few claims come after it."""
    return claims.order_by("-pk").values_list("pk", flat=True).first() or 0


def _few(rows: QuerySet[Any]) -> Func:
    ids = ArraySubquery(rows.order_by().values("pk")[: MOST + 1])
    return Func(ids, function="cardinality", output_field=IntegerField())
