"""Writes that carry the version they saw: how they are described, and what a stale one is told beside the refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from claims.api.conflicts import telling_what_is_new
from claimtracker.core.concurrency import Stale

AN_ETAG = {"type": "string", "pattern": r'^(W/)?"[0-9]{1,9}(-[0-9A-Za-z]{1,64})?"$'}
IF_MATCH = OpenApiParameter(
    "If-Match", AN_ETAG, OpenApiParameter.HEADER, required=True, description="The ETag of the claim as you saw it."
)
MADE = [
    OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201]),
    OpenApiParameter("ETag", str, OpenApiParameter.HEADER, response=[201]),
]
CHANGED = [IF_MATCH, OpenApiParameter("ETag", str, OpenApiParameter.HEADER, response=[200])]


@contextmanager
def telling_what_you_wanted(pk: int, request: Request, given: Mapping[str, Any]) -> Iterator[None]:
    """Of a correction that came too late: `differs` [{field, yours, theirs}] of the fields that it gave, and
    `changed` [{field, seen, now}] of the columns that somebody else has changed meanwhile.
    """
    try:
        with telling_what_is_new(pk, request):
            yield
    except Stale as refusal:
        refusal.extra["changed"] = refusal.extra["differs"]
        refusal.extra["differs"] = _differing(given, refusal.extra["current"])
        raise


def _differing(given: Mapping[str, Any], current: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"field": name, "yours": value, "theirs": current.get(name)}
        for name, value in given.items()
        if name != "reason" and value != current.get(name)
    ]
