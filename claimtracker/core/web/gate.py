"""Who comes in by a page: readers do, visitors sign in first, everybody else is told no."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from claimtracker.core.asof import PARAMETER, BadMoment
from claimtracker.core.problems import problem
from claimtracker.core.roles import is_reader

View = Callable[..., HttpResponse]
SIGNED_OUT = "You are signed out. Nothing was changed; sign in in another tab, and send it again."


def open_to(allowed: Callable[[Any], bool]) -> Callable[[View], View]:
    """Decorator: the page is for people of whom `allowed(user)` holds.

    A visitor without a session is sent to sign in and comes back to this address, or from a form to the page that
    had it; a part of a page is not swapped for the sign-in, so a script is only told. Who is signed in and still may
    not gets the 403 page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if allowed(request.user):
                _refuse_the_past(request, view)
                return view(request, *args, **kwargs)
            if request.user.is_authenticated:
                raise PermissionDenied
            if "HX-Request" in request.headers:
                return problem(401, SIGNED_OUT, code="not_authenticated")
            return redirect_to_login(
                request.get_full_path() if request.method in ("GET", "HEAD") else _came_from(request)
            )

        return guarded

    return decorate


def _refuse_the_past(request: HttpRequest, view: View) -> None:
    """What is now must never be taken for what was asked for. Raises BadMoment where the page has no past."""
    if request.method in ("GET", "HEAD") and request.GET.get(PARAMETER) and not hasattr(view, "at_any_time"):
        raise BadMoment("What stands here can only be had as it is now.", pointer=f"/{PARAMETER}")


def _came_from(request: HttpRequest) -> str:
    """The page that the form stood on; "" where that is not told, or is none of ours."""
    given = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure()):
        return ""
    page = urlsplit(given)
    return urlunsplit(("", "", page.path, page.query, ""))


for_readers = open_to(is_reader)
