"""The list of articles, and sending a failed one to be read again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers, open_to
from claimtracker.core.web.listing import read_list
from sources import ingest, permissions
from sources.filters import ArticleFilter
from sources.models import Article

STATES = [("reading", "being read"), ("ready", "read"), ("failed", "failed")]
ORDERS = [
    ("-id", "newest added first"),
    ("id", "oldest added first"),
    ("-published", "newest published first"),
    ("published", "oldest published first"),
    ("-updated_at", "latest changed first"),
]


@for_readers
@require_safe
@at_any_time
def articles(request: HttpRequest) -> HttpResponse:
    rows = Article.objects.visible_to(request.user).for_list()
    listing = read_list(request, ArticleFilter, rows)
    reading = [article for article in listing.rows if article.state == Article.State.READING]
    context = {
        "listing": listing,
        "reading": reading,
        "states": STATES,
        "orders": ORDERS,
        "may_add": permissions.can_add_article(request.user),
    }
    return render(request, "sources/articles.html", context, status=listing.status)


@open_to(permissions.can_add_article)
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    ingest.retry_reading(article, by=request.user)
    messages.success(request, f"“{article.title}” is being read again.")
    return redirect(article)
