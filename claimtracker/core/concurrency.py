"""When two people meet at one record: what a writer must have seen, and the refusals where it is another by now.

RFC 9110 section 13 (If-Match), RFC 6585 (428). An ETag is `"<version>-<digest>"`; writes compare the version (API.md).
"""

from __future__ import annotations

import re
from typing import Any

from claimtracker.core.refusals import Refused

ETAG = re.compile(r'(?:W/)?"(?P<version>[0-9]{1,9})(?:-[0-9A-Za-z]{1,64})?"\Z')


class Stale(Refused):
    """The record is another by now than the one that was seen. Nothing was changed; “current” has it as it is."""

    code = "version_changed"
    status = 412
    title = "Changed meanwhile"


class NoPrecondition(Refused):
    """The request does not say which version it has seen (If-Match). Nothing was changed."""

    code = "precondition_required"
    status = 428
    title = "Say which version you saw"


class BadPrecondition(Refused):
    """If-Match is not an ETag of this desk. Nothing was changed."""

    code = "bad_precondition"
    status = 400
    title = "This is no ETag of a claim"


def seen_version(header: str | None) -> int:
    """The version in an If-Match header. Raises NoPrecondition, BadPrecondition."""
    if not header:
        raise NoPrecondition(
            "Send If-Match with the ETag of the record as you saw it, so that nobody's work is overwritten."
        )
    match = ETAG.match(header.strip())
    if match is None:
        raise BadPrecondition("If-Match takes one ETag as it was given with the record, quotes included.")
    return int(match["version"])


def changed_meanwhile(seen: int, now: int, **extra: Any) -> Stale:
    """The refusal in plain words. Doors add `current` and the fields that differ."""
    words = f"You saw version {seen}; it is version {now} by now. Nothing was changed: look at what is new, and go on."
    return Stale(words, version=now, seen=seen, **extra)
