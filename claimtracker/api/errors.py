"""Every error of the API as a problem document."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.response import Response

from claimtracker.core.problems import BUSY, MEDIA_TYPE, document, is_busy
from claimtracker.core.refusals import Refused, say_when

logger = logging.getLogger(__name__)


def problem(exception: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """DRF's exception handler. None: not ours to answer (a bug), and Django makes it a 500."""
    from rest_framework.views import set_rollback  # that module reads the setting that names this one

    set_rollback()
    if isinstance(exception, Refused):
        return say_when(_answer(exception.status, exception.detail, *_refusal(exception)), exception)
    if isinstance(exception, Http404):
        exception = exceptions.NotFound("There is nothing at this address.")
    if isinstance(exception, PermissionDenied):
        exception = exceptions.PermissionDenied()
    if is_busy(exception):
        answer = _answer(503, BUSY, {"code": "busy"})
        answer["Retry-After"] = "1"
        return answer
    if isinstance(exception, OperationalError | InterfaceError):
        logger.error("the database does not answer: %s", exception)
        answer = _answer(
            503, "The database does not answer. Nothing was half-written; try again.", {"code": "unavailable"}
        )
        answer["Retry-After"] = "10"
        return answer
    if not isinstance(exception, exceptions.APIException):
        return None
    return _of_framework(exception)


def _refusal(refusal: Refused) -> tuple[dict[str, Any]]:
    errors = [{"pointer": refusal.pointer, "detail": refusal.detail, "code": refusal.code}] if refusal.pointer else []
    return ({"code": refusal.code, "title": refusal.title, "errors": errors, **refusal.extra},)


def _of_framework(exception: exceptions.APIException) -> Response:
    if isinstance(exception, exceptions.ValidationError):
        errors = list(_leaves(exception.get_full_details(), ""))
        detail = errors[0]["detail"] if len(errors) == 1 else f"{len(errors)} things are wrong with this request."
        return _answer(exception.status_code, detail, {"code": "invalid", "errors": errors})
    codes = exception.get_codes()
    answer = _answer(exception.status_code, str(exception.detail), {"code": codes if isinstance(codes, str) else ""})
    for header, value in _headers(exception):
        answer[header] = value
    return answer


def _headers(exception: exceptions.APIException) -> list[tuple[str, str]]:
    headers = []
    if challenge := getattr(exception, "auth_header", None):
        headers.append(("WWW-Authenticate", challenge))
    if wait := getattr(exception, "wait", None):
        headers.append(("Retry-After", str(int(wait) + 1)))
    return headers


def _leaves(details: Any, pointer: str) -> Any:
    """DRF's tree of messages as a flat list with RFC 6901 pointers."""
    if isinstance(details, dict) and set(details) == {"message", "code"}:
        yield {"pointer": pointer, "detail": str(details["message"]), "code": str(details["code"])}
    elif isinstance(details, dict):
        for name, inner in details.items():
            step = "" if name == "non_field_errors" else f"/{str(name).replace('~', '~0').replace('/', '~1')}"
            yield from _leaves(inner, pointer + step)
    elif isinstance(details, list):
        messages = [inner for inner in details if isinstance(inner, dict) and set(inner) == {"message", "code"}]
        for index, inner in enumerate(details):
            yield from _leaves(inner, pointer if inner in messages else f"{pointer}/{index}")


def _answer(status: int, detail: str, members: dict[str, Any]) -> Response:
    return Response(document(status, detail, **members), status=status, content_type=MEDIA_TYPE)
