"""A small form that was refused, as it was typed: its page comes back with the words in it, why, and what is new since.

Each such form of a page has a name ("step-rejected", "rank-7"); its template asks for what was typed into it by
`{% kept_in "rank" rival.pk as mine %}` (`{% load kept %}`), and `_kept.html` says what happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from claims.models import Claim
from claims.versions import differing, row_at
from claimtracker.core.concurrency import Stale
from claimtracker.core.refusals import Refused


@dataclass(frozen=True, slots=True)
class Kept:
    """`news` is what differs between the version of the claim that somebody saw and the claim as it is."""

    form: str
    why: str
    typed: Mapping[str, Any]
    news: Sequence[Mapping[str, Any]] = ()
    # Where the page had a place for it: known only once it is made. A form may be gone by then, and its words must not.
    shown: list[str] = field(default_factory=list)


def keep(request: HttpRequest, form: str, refusal: Refused, *, claim: int | None = None) -> Kept:
    news = what_is_new(claim, refusal) if claim and isinstance(refusal, Stale) else []
    return Kept(form, refusal.detail, request.POST, news)


def what_is_new(pk: int, refusal: Stale) -> list[dict[str, Any]]:
    """What differs between the version that somebody saw and the claim as it is."""
    return differing(row_at(pk, refusal.extra.get("seen", 0)), Claim.objects.get(pk=pk))
