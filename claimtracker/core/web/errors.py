"""What a person or a script gets when something went wrong: what happened, what was kept, what to do."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from claimtracker.core.history import request_id
from claimtracker.core.problems import BUSY, problem, wants_problem
from claimtracker.core.refusals import Refused, say_when

PAGE = "errors/error.html"
TOO_LARGE = "What was sent is larger than we take. Nothing was stored; send a text of at most 12 million characters."
NOT_UNDERSTOOD = "This request could not be understood. Nothing was changed."
NOT_ALLOWED = "You may not see or do this. If you think you should, ask an admin."
TOO_OLD = (
    "This form was opened too long ago, or by another session. Nothing was changed. "
    "Go back, copy what you typed, load the page again and send it once more."
)
NOTHING_HERE = "There is nothing at this address. It may have been mistyped, or never existed."
BROKEN = "Something broke on our side, and it has been written to the log. What was saved before is safe; try again."
NO_DATABASE = (
    "The database does not answer. Nothing was half-written; what was saved before is safe. Try again in a minute."
)


def error(request: HttpRequest, status: int, title: str, detail: str, *, code: str = "", **extra: Any) -> HttpResponse:
    """The error page, or the problem document where data was asked for."""
    if wants_problem(request):
        return problem(status, detail, code=code, title=title, **extra)
    context = {"status": status, "title": title, "detail": detail, "code": code, "request_id": request_id.get()}
    try:
        return render(request, PAGE, {**extra, **context}, status=status)
    except (OperationalError, InterfaceError):
        # The head of a page says who is signed in, and the database that knows it is gone.
        return _offline(request, context)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    errors = [{"pointer": refusal.pointer, "detail": refusal.detail, "code": refusal.code}] if refusal.pointer else []
    page = error(
        request, refusal.status, refusal.title, refusal.detail, code=refusal.code, errors=errors, **refusal.extra
    )
    return say_when(page, refusal)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return error(request, 413, "Too large", TOO_LARGE)
    ours = isinstance(exception, BadRequest) and not isinstance(exception, SuspiciousOperation)
    return error(request, 400, "Not understood", (str(exception) if ours else "") or NOT_UNDERSTOOD)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(request, 403, "Not allowed", NOT_ALLOWED)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error(request, 403, "The form is too old", TOO_OLD, code="csrf_failed")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(request, 404, "Nothing here", NOTHING_HERE)


def server_error(request: HttpRequest) -> HttpResponse:
    try:
        return error(request, 500, "Something broke", BROKEN)
    except Exception:
        # The page itself may be what is broken.
        return HttpResponseServerError(BROKEN, content_type="text/plain; charset=utf-8")


def busy(request: HttpRequest) -> HttpResponse:
    """Others hold the record."""
    answer = error(request, 503, "Busy just now", BUSY, code="busy")
    answer["Retry-After"] = "1"
    return answer


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database does not answer."""
    title = "Not available just now"
    if wants_problem(request):
        return _later(problem(503, NO_DATABASE, code="unavailable", title=title))
    return _offline(request, {"code": "unavailable", "request_id": request_id.get()})


def _offline(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page for a lost database, made without anything that asks it: no person, no session, no form."""
    theme, density = request.COOKIES.get("theme", ""), request.COOKIES.get("density", "")
    said = {"status": 503, "title": "Not available just now", "detail": NO_DATABASE, "code": "unavailable"}
    look = {
        "offline": True,
        "request": request,
        "theme": theme if theme in ("light", "dark") else "",
        "density": "compact" if density == "compact" else "comfortable",
    }
    return _later(HttpResponse(render_to_string(PAGE, {**context, **said, **look}), status=503))


def _later(answer: HttpResponse) -> HttpResponse:
    answer["Retry-After"] = "10"
    return answer
