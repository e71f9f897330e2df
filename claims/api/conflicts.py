"""A claim that is another by now: what a script gets beside the 412."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rest_framework.request import Request

from claims.exports.shapes import claim_json
from claims.models import Claim
from claims.versions import differing, row_at
from claimtracker.core.addresses import Addresses
from claimtracker.core.concurrency import Stale


@contextmanager
def telling_what_is_new(pk: int, request: Request) -> Iterator[None]:
    """Adds to a Stale raised inside: `current` (the claim as it is) and `differs` [{field, seen, now}]."""
    try:
        yield
    except Stale as refusal:
        now = Claim.objects.visible_to(request.user).with_parts().get(pk=pk)
        seen = row_at(pk, refusal.extra.get("seen", 0))
        refusal.extra["current"] = claim_json(now, Addresses.of(request))
        refusal.extra["differs"] = differing(seen, now)
        raise
