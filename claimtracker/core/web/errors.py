"""What a person or a script gets when something went wrong: what happened, what was kept, what to do."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render

from claimtracker.core.problems import problem, wants_problem
from claimtracker.core.refusals import Refused


def error(request: HttpRequest, status: int, title: str, detail: str, *, code: str = "", **extra: Any) -> HttpResponse:
    """The error page, or the problem document where data was asked for."""
    if wants_problem(request):
        return problem(status, detail, code=code, title=title, **extra)
    context = {"status": status, "title": title, "detail": detail, **extra}
    return render(request, "errors/error.html", context, status=status)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    errors = [{"pointer": refusal.pointer, "detail": refusal.detail, "code": refusal.code}] if refusal.pointer else []
    return error(
        request, refusal.status, refusal.title, refusal.detail, code=refusal.code, errors=errors, **refusal.extra
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return error(
            request, 413, "Too large",
            "What was sent is larger than we take. Nothing was stored; send a text of at most 12 million characters.",
        )  # fmt: skip
    said = (
        str(exception) if isinstance(exception, BadRequest) and not isinstance(exception, SuspiciousOperation) else ""
    )
    return error(request, 400, "Not understood", said or "This request could not be understood. Nothing was changed.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(request, 403, "Not allowed", "You may not see or do this. If you think you should, ask an admin.")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error(
        request, 403, "The form is too old",
        "This form was opened too long ago, or by another session. Nothing was changed. "
        "Go back, copy what you typed, load the page again and send it once more.",
        code="csrf_failed",
    )  # fmt: skip


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(
        request, 404, "Nothing here", "There is nothing at this address. It may have been mistyped, or never existed."
    )


def server_error(request: HttpRequest) -> HttpResponse:
    detail = (
        "Something broke on our side, and it has been written to the log. What was saved before is safe; try again."
    )
    try:
        return error(request, 500, "Something broke", detail)
    except Exception:
        # The page itself may be what is broken, or the database that it asks.
        return HttpResponseServerError(detail, content_type="text/plain; charset=utf-8")


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database does not answer. Needs no database itself."""
    answer = error(
        request, 503, "Not available just now",
        "The database does not answer. Nothing was half-written; what was saved before is safe. Try again in a minute.",
        code="unavailable", offline=True,
    )  # fmt: skip
    answer["Retry-After"] = "10"
    return answer
