"""Who comes in by a page: readers do, visitors sign in first, everybody else is told no."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from claimtracker.core.roles import is_reader

View = Callable[..., HttpResponse]


def open_to(allowed: Callable[[Any], bool]) -> Callable[[View], View]:
    """Decorator: the page is for people of whom `allowed(user)` holds.

    A visitor without a session is sent to sign in and comes back to this address; who is
    signed in and still may not gets the 403 page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if allowed(request.user):
                return view(request, *args, **kwargs)
            if request.user.is_authenticated:
                raise PermissionDenied
            return redirect_to_login(request.get_full_path() if request.method in ("GET", "HEAD") else "")

        return guarded

    return decorate


for_readers = open_to(is_reader)
