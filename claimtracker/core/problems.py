"""Problem documents (RFC 9457), for every answer from 400 to 503 that a script gets."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse
from psycopg2.errors import DeadlockDetected, LockNotAvailable

from claimtracker.core.history import request_id

MEDIA_TYPE = "application/problem+json"
# A code never changes, and Python's names for these did (3.13).
CODES = {413: "request_entity_too_large", 422: "unprocessable_entity"}
# Where a page has no script beside it, a script that asks for data gets a problem and not a page.
DATA = (".json", ".csv", ".ndjson")


# Of a record at which others are working, as against a database that is away.
BUSY = "Others are working at this record, and it was not free in time. Nothing was changed; send it once more."


def is_busy(exception: BaseException) -> bool:
    """Whether the database answered, and only did not get hold of a row that others hold."""
    return isinstance(exception.__cause__, LockNotAvailable | DeadlockDetected)


def wants_problem(request: HttpRequest) -> bool:
    return request.path.startswith("/api/") or request.path.endswith(DATA)


def document(
    status: int,
    detail: str,
    *,
    code: str = "",
    title: str = "",
    errors: list[dict[str, Any]] | None = None,
    **extra: Any,
) -> dict[str, Any]:
    """The members that API.md promises; `code` never changes, `detail` is for a person."""
    code = code or CODES.get(status) or HTTPStatus(status).name.lower()
    return {
        "type": f"/help/errors/#{code}",
        "title": title or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "request": request_id.get(),
        "errors": errors or [],
        **extra,
    }


def problem(status: int, detail: str, **members: Any) -> JsonResponse:
    return JsonResponse(document(status, detail, **members), status=status, content_type=MEDIA_TYPE)
