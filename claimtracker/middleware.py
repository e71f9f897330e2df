"""What happens to every request before and after its view."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from claimtracker.core.history import request_id
from claimtracker.core.problems import is_busy
from claimtracker.core.refusals import Refused
from claimtracker.core.web import errors

Handler = Callable[[HttpRequest], HttpResponse]
PLAIN_ID = re.compile(r"[A-Za-z0-9-]{8,64}\Z")

logger = logging.getLogger(__name__)


class RequestId:
    """Gives each request an id, for the log, the history and the answer; a proxy's own is kept."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        name = given if PLAIN_ID.match(given) else uuid.uuid4().hex
        token = request_id.set(name)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = name
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class Unavailable:
    """A database that does not answer is a 503 that says so, wherever it was noticed."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if is_busy(exception):
            return errors.busy(request)
        if isinstance(exception, OperationalError | InterfaceError):
            logger.error("the database does not answer: %s", exception)
            return errors.unavailable(request)
        return None


class Refusals:
    """A deed's refusal becomes a page; the API turns its own into problem documents."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.refused(request, exception) if isinstance(exception, Refused) else None
