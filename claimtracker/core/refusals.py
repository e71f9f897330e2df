"""Refusals: what a deed answers when it will not do what was asked.

Each is a class named for what happened. `code` never changes and `status` is
the HTTP status both doors answer with. The message is a plain sentence that
says what happened, what was kept, and what to do.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.http import HttpResponseBase

A = TypeVar("A", bound=HttpResponseBase)


class Refused(Exception):  # noqa: N818 a refusal is named for what happened
    """A deed said no. Nothing was changed."""

    code = "refused"
    status = 409
    title = "Refused"
    retry_after: int | None = None  # seconds, where waiting helps

    def __init__(self, detail: str, *, pointer: str = "", **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer  # RFC 6901: which field of the request, where one is to blame
        self.extra = extra  # further members of the problem document


class NotAllowed(Refused):
    """This person may not do this."""

    code = "not_allowed"
    status = 403
    title = "Not allowed"


class Unacceptable(Refused):
    """A value breaks a rule that the form of the request cannot express."""

    code = "unacceptable"
    status = 422
    title = "Cannot be accepted"


def require(allowed: bool, detail: str = "Your role does not allow this.") -> None:
    """Raise NotAllowed unless `allowed`."""
    if not allowed:
        raise NotAllowed(detail)


def say_when(answer: A, refusal: Refused) -> A:
    """The answer, with the time after which asking again may help (RFC 9110, Retry-After)."""
    if refusal.retry_after is not None:
        answer["Retry-After"] = str(refusal.retry_after)
    return answer
