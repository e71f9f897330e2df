"""Forms that are sent twice, by a second click, a reload or a lost line: what they ask for is done once.

A form that writes carries `{% nonce %}` beside its `{% csrf_token %}` (`{% load page %}`), and its view is
decorated, inside the decorators that say who may and with which method:

    @open_to(permissions.can_dispute)
    @require_POST
    @once
    def open_dispute(request, pk): ...

The same fields with the same nonce lead where the first sending led, also when both arrive at one
moment: the second waits for the first, and after five seconds is told. Other words under the same
nonce (somebody went back and typed something else) are another sending, and are done. Refusals and
previews changed nothing and are not kept. The view runs in one transaction; what it does outside of
the database must be done by a task that is rung after the commit.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from claimtracker.core.submissions import REPLAYED, digest_of, submit

FIELD = "nonce"
NONCE = re.compile(r"[\w-]{16,64}", re.ASCII)
OUTSIDE = ("csrfmiddlewaretoken",)  # the same secret is written in another way on every page
AGAIN = "This form came twice. It was done the first time, and nothing was done again."

View = Callable[..., HttpResponse]


def new_nonce() -> str:
    return secrets.token_urlsafe(16)


def once(view: View) -> View:
    """Decorator: a form with a nonce is done once; one without, or a visitor's, as if it were not there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = _done_once(request, partial(view, request, *args, **kwargs))
        if REPLAYED in answer and 300 <= answer.status_code < 400:
            messages.info(request, AGAIN)
        return answer

    return guarded


def told_once(request: HttpRequest, act: Callable[[], str]) -> str:
    """What `act` says of what it did, once for a form: for a view whose answer is what comes next by now."""
    return _done_once(request, lambda: HttpResponse(act())).content.decode()


def _done_once(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    nonce = request.POST.get(FIELD, "") if request.method == "POST" else ""
    if not NONCE.fullmatch(nonce) or not request.user.is_authenticated:
        return act()
    asked = digest_of(request.get_full_path(), form=_fields(request))
    # A blank, so that it is never a key of the API.
    return submit(request.user, f"form {asked}", asked, act, patient=True, keeps=lambda: not _was_refused(request))


def _was_refused(request: HttpRequest) -> bool:
    """Whether the view has told a refusal by a message on the page it leads to: asked again, it is told again."""
    told: Any = messages.get_messages(request)
    refused = any(one.level >= messages.ERROR for one in told)
    told.used = False  # to be shown still
    return refused


def _fields(request: HttpRequest) -> list[tuple[str, list[Any]]]:
    typed = [(name, list(values)) for name, values in request.POST.lists() if name not in OUTSIDE]
    return [*typed, *((name, list(files)) for name, files in request.FILES.lists())]
