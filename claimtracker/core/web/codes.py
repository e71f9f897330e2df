"""Every error code, and what it says to whoever gets it.

The codes of deeds are read from the classes of refusals themselves, so that a
new refusal is in the list the day it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getdoc

from claimtracker.core.refusals import Refused


@dataclass(frozen=True, slots=True, order=True)
class Code:
    status: int
    code: str
    says: str


GENERAL = (
    Code(400, "bad_request", "The request could not be understood."),
    Code(400, "invalid", "A field or parameter has a value that cannot be; “errors” names each one."),
    Code(400, "parse_error", "The body is not what its media type says: not JSON, not UTF-8, a name given twice."),
    Code(401, "bad_token", "The token is not known, has expired or was revoked."),
    Code(401, "not_authenticated", "Sign in, or send a token."),
    Code(403, "csrf_failed", "The form was opened too long ago or by another session. Load the page, send it again."),
    Code(403, "forbidden", "You may not see or do this."),
    Code(403, "permission_denied", "Your role, or the scope of your token, does not allow this."),
    Code(404, "not_found", "There is nothing at this address."),
    Code(405, "method_not_allowed", "This address does not take this method; “Allow” names those it takes."),
    Code(406, "not_acceptable", "The answer cannot be given in the form that was asked for."),
    Code(412, "precondition_failed", "The record has changed since you read it. Read it again, and decide again."),
    Code(413, "request_entity_too_large", "What was sent is larger than we take. Nothing was stored."),
    Code(415, "unsupported_media_type", "The body is of a kind that this address does not read."),
    Code(428, "precondition_required", "Say with If-Match which version you read."),
    Code(429, "throttled", "Too many requests. “Retry-After” says when to come back."),
    Code(500, "incomplete", "The download broke off on our side: the file is not complete; download it again."),
    Code(500, "internal_server_error", "Something broke on our side, and it is in the log."),
    Code(
        503, "busy", "Others are working at this record, and it was not free in time. Nothing was changed; try again."
    ),
    Code(503, "unavailable", "The database does not answer. Nothing was half-written; try again."),
)


def codes() -> list[Code]:
    return sorted({one.code: one for one in (*_refusals(Refused), *GENERAL)}.values())


def _refusals(kind: type[Refused]) -> Iterator[Code]:
    own = kind.__dict__.get("__doc__")
    yield Code(kind.status, kind.code, _sentence(getdoc(kind) if own else "", kind.title))
    for narrower in kind.__subclasses__():
        yield from _refusals(narrower)


def _sentence(doc: str | None, title: str) -> str:
    first = (doc or "").split("\n\n")[0].replace("\n", " ")
    return first or f"{title}."
