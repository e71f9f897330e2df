"""Help: what the words mean, which keys there are, and what the error codes say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claimtracker.core.web.codes import codes


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    return render(request, "core/help.html")


@require_safe
def errors(request: HttpRequest) -> HttpResponse:
    """The page that `type` of every problem document points into."""
    return render(request, "core/help_errors.html", {"codes": codes()})
