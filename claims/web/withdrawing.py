"""Withdrawing an article, and bringing it back: the page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from claims import permissions
from claims.withdrawing import restore_article, withdraw_article
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once
from sources.models import Article

RESTORED = "Brought back, with all its claims."
WITHDRAWN = "Withdrawn. Its claims have left the lists; nothing is lost."


@open_to(permissions.can_withdraw_article)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """With a reason; `do=restore` brings a withdrawn one back."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, article)
    restores = request.POST.get("do") == "restore"
    deed = restore_article if restores else withdraw_article
    try:
        deed(article, reason=request.POST.get("reason", ""), by=request.user)
    except Refused as refusal:
        return _page(request, article, said=refusal.detail, status=refusal.status)
    done = (
        "Brought back, with all its claims."
        if restores
        else "Withdrawn. Its claims have left the lists; nothing is lost."
    )
    messages.success(request, done)
    return redirect(article)


def _page(request: HttpRequest, article: Article, *, said: str = "", status: int = 200) -> HttpResponse:
    context = {
        "article": article,
        "said": said,
        "reason": request.POST.get("reason", ""),
        "claims": article.claims.count(),
    }
    return render(request, "claims/withdraw_article.html", context, status=status)
