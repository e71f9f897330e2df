"""The filters that are on, each with the address that is left without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claimtracker.core.filters import PAGING
from claimtracker.core.web.listing import Listing
from sources.models import Article, Source

WORDS = {
    "q": "“{}”",
    "article": "article: {}",
    "source": "source: {}",
    "number": "citation {}",
    "low_gte": "from {}",
    "low_lte": "low at most {}",
    "high_gte": "high at least {}",
    "high_lte": "up to {}",
    "figure_overlaps": "overlaps {}",
    "date_from": "from {}",
    "date_to": "until {}",
    "unit": "counts {}",
    "agent": "says {}",
    "updated_since": "changed since {}",
    "has": "has a {}",
    "finding": "a source: {}",
    "hedge": "hedge {}",
    "ids": "chosen: {}",
    "tag": "tagged {}",
    "assignee": "with {}",
    "mine": "with {}",
}
SAID = {("mine", "true"): "you", ("mine", "false"): "nobody"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is on: its words, and the query string that is left without it."""

    words: str
    without: str


def read_chips(listing: Listing) -> list[Chip]:
    return [
        Chip(_words(listing, name, value), _without(listing, name, value))
        for name, values in listing.parameters.lists()
        if name not in PAGING and name in listing.filters.base_filters
        for value in values
    ]


def _words(listing: Listing, name: str, value: str) -> str:
    field = listing.filters.base_filters[name].field
    label = SAID.get((name, value)) or dict(getattr(field, "choices", [])).get(value) or _title(name, value) or value
    return WORDS.get(name, "{}").format(label)


def _title(name: str, value: str) -> str:
    """The title behind an id, for a chip that says more than a number."""
    models: dict[str, Any] = {"article": Article, "source": Source}
    if name not in models or not (value.isascii() and value.isdigit() and len(value) < 19):
        return ""
    row = models[name].objects.filter(pk=value).first()
    return str(row)[:60] if row else ""


def _without(listing: Listing, name: str, value: str) -> str:
    rest = listing.parameters.copy()
    rest.pop("cursor", None)
    rest.setlist(name, [other for other in rest.getlist(name) if other != value])
    return rest.urlencode()
