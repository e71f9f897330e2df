"""The check of an article's citations: what to look at, each with its words, and putting it aside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims import permissions
from claims.dismissals import dismiss_lint, restore_lint
from claims.filters import LintFilter
from claims.models import LintItem
from claims.models.lint import LintQuerySet
from claims.models.vocabulary import LintRule, Severity
from claims.web.excerpts import read_excerpts
from claims.web.numbers import whole
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import for_readers, open_to
from claimtracker.core.web.listing import read_list
from claimtracker.core.web.once import once
from sources.models import Article, Reading

MOST_OTHERS = 6  # further places of one item on the page; the data beside it has them all


@for_readers
@require_safe
def lint(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user).with_revision(), pk=pk)
    items = _items(request.user, article)
    listing = read_list(request, LintFilter, items.with_dismissal())
    context = {
        "rows": _rows(article, listing.rows),
        "article": article,
        "record": f"/articles/{pk}/lint",
        "listing": listing,
        "tally": _tally(items),
        "coverage": Reading.objects.filter(revision=article.revision_id, state=Reading.State.DONE).first(),
        "rules": LintRule.choices,
        "severities": Severity.choices,
        "may_dismiss": permissions.can_dismiss_lint(request.user),
    }
    return render(request, "claims/lint.html", context, status=listing.status)


def _items(user: Any, article: Article) -> LintQuerySet:
    return (
        LintItem.objects.visible_to(user)
        .filter(revision=article.revision_id)
        .select_related("revision")
        .defer("revision__text")
    )


def _rows(article: Article, items: list[LintItem]) -> list[dict[str, Any]]:
    """Each item with its words between their neighbours, and the first of the other places it is about."""
    spans = [[(item.start, item.end), *map(tuple, item.others[:MOST_OTHERS])] for item in items]
    excerpts = read_excerpts(article.revision, spans) if article.revision else []
    return [
        {
            "item": item,
            "words": told[0],
            "others": told[1:],
            "more": max(0, len(item.others) - MOST_OTHERS),
            "neighbour": neighbour,
        }
        for item, told, neighbour in zip(items, excerpts, _neighbours(items), strict=True)
    ]


def _neighbours(items: list[LintItem]) -> list[int | None]:
    """Of each item the one that takes its place when it leaves the list: the next, or for the last the one before."""
    ids = [item.pk for item in items]
    return [*ids[1:], ids[-2] if len(ids) > 1 else None][: len(ids)]


def _tally(items: LintQuerySet) -> list[dict[str, Any]]:
    """How many stand open, by rule, problems first."""
    counts = items.dismissed(False).order_by().values("rule", "severity").annotate(found=Count("pk"))
    rank = {severity: place for place, severity in enumerate(Severity.values)}
    rows = sorted(counts, key=lambda row: (rank[row["severity"]], LintRule.values.index(row["rule"])))
    return [{**row, "label": LintRule(row["rule"]).label} for row in rows]


@open_to(permissions.can_dismiss_lint)
@require_POST
@once
def dismiss(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    found = _item(request, pk, item)
    try:
        dismiss_lint(found, by=request.user, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        messages.error(request, refusal.detail)
        # What went wrong stands above the list: no jump past it.
        return _back(request, pk)
    messages.success(request, "Put aside. It stays so in later texts of this article, until it is taken up again.")
    return _back(request, pk, item)


@open_to(permissions.can_dismiss_lint)
@require_POST
@once
def restore(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    restore_lint(_item(request, pk, item), by=request.user)
    messages.success(request, "Taken up again.")
    return _back(request, pk, item)


def _item(request: HttpRequest, article: int, item: int) -> LintItem:
    items = LintItem.objects.visible_to(request.user).select_related("revision").defer("revision__text")
    return get_object_or_404(items, pk=item, revision__article=article)


def _back(request: HttpRequest, article: int, item: int | None = None) -> HttpResponse:
    """To the list as it was filtered, at the item, or at its neighbour where a filter has taken it out of the list."""
    query = QueryDict(request.POST.get("query", "")[:500])
    if item and "dismissed" in query:
        item = whole(request.POST.get("neighbour", ""))
    address = reverse("article_lint", args=[article])
    return redirect(f"{address}{'?' if query else ''}{query.urlencode()}{f'#lint-{item}' if item else ''}")
