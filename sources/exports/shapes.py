"""The JSON shapes of articles, citations and sources (API.md, "Shapes"), as plain functions of a row.

One function serves the API, the `.json` beside a page and the downloads. An
empty text in the database is "the article does not say" and becomes null.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from claimtracker.core.addresses import Addresses
from sources.exports.csl import csl_json
from sources.models import Arrival, Article, Reading, Revision, Source, Watch

Shape = dict[str, Any]
ORIGIN = ("start", "end", "where", "first", "last")


def moment(time: dt.datetime | None) -> str | None:
    """UTC, ISO 8601, to the microsecond: `updated_since` can be fed with it."""
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z") if time else None


def article_ref(article: Article, addresses: Addresses) -> Shape:
    return {
        "id": article.pk,
        "title": article.title,
        "url": addresses.record("articles", article.pk),
        "page": addresses.page("articles", article.pk),
    }


def source_ref(source: Source | None, addresses: Addresses) -> Shape | None:
    if source is None:
        return None
    return {
        "id": source.pk,
        "title": str(source),
        "url": addresses.record("sources", source.pk),
        "page": addresses.page("sources", source.pk),
    }


def article_json(article: Any, addresses: Addresses) -> Shape:
    """Needs `for_list`."""
    return {
        "id": article.pk,
        "uuid": str(article.uuid),
        "url": addresses.record("articles", article.pk),
        "page": addresses.page("articles", article.pk),
        "title": article.title,
        "byline": article.byline or None,
        "outlet": article.outlet or None,
        "address": article.address or None,
        "published": article.published or None,
        "language": article.language or None,
        "figures_read": article.figures_read,
        "state": article.state,
        "problem": article.problem or None,
        "reading": reading_json(article.revision),
        "revision": revision_json(article.revision),
        "counts": {
            "claims": article.claim_count,
            "citations": article.citation_count,
            "marks": article.mark_count,
            "uncited": article.uncited_count,
        },
        "claims": addresses.listed("claims", article=article.pk),
        "citations": addresses.listed("citations", article=article.pk),
        "withdrawn": moment(article.withdrawn_at),
        "withdrawn_reason": article.withdrawn_reason or None,
        "reviewers": article.reviewers,
        "created_at": moment(article.created_at),
        "updated_at": moment(article.updated_at),
    }


def revision_json(revision: Revision | None) -> Shape | None:
    if revision is None:
        return None
    return {"number": revision.number, "sha256": revision.sha256, "characters": revision.characters}


def reading_json(revision: Revision | None) -> Shape | None:
    """How far the reading of the current text has come."""
    reading: Reading | None = getattr(revision, "reading", None)
    if reading is None:
        return None
    counts = ("read_to", "claims_found", "figures_found", "figures_cited")
    found = {"state": reading.state} | {name: getattr(reading, name) for name in counts}
    return found | {"extractor": reading.extractor or None, "proposals": reading.proposals or None}


def revision_row(revision: Revision) -> Shape:
    """Needs its article, reading and arrival."""
    return {
        "id": revision.pk,
        "uuid": str(revision.uuid),
        "number": revision.number,
        "current": revision.article.revision_id == revision.pk,
        "format": revision.format,
        "sha256": revision.sha256,
        "characters": revision.characters,
        "reading": reading_json(revision),
        "arrival": arrival_json(getattr(revision, "arrival", None)),
        "created_at": moment(revision.created_at),
    }


def arrival_json(arrival: Arrival | None) -> Shape | None:
    if arrival is None:
        return None
    words = ("way", "name", "address", "final_address", "media_type", "sha256")
    return {word: getattr(arrival, word) or None for word in words} | {"size": arrival.size, "notes": arrival.notes}


def text_json(article: Article) -> Shape:
    """The current text, and its marks in order."""
    revision = article.revision
    marks = revision.marks.order_by("start") if revision else []
    arrival: Arrival | None = getattr(revision, "arrival", None)
    return {
        "article": article.pk,
        "revision": revision_json(revision),
        "text": revision.text if revision else "",
        "marks": [
            {"start": mark.start, "end": mark.end, "surface": mark.surface, "numbers": mark.numbers} for mark in marks
        ],
        "origins": [dict(zip(ORIGIN, row, strict=True)) for row in (arrival.origins if arrival else [])],
    }


def citation_json(citation: Any, addresses: Addresses) -> Shape:
    """Needs `with_parts`."""
    article = citation.revision.article
    return {
        "id": citation.pk,
        "uuid": str(citation.uuid),
        "url": addresses.record("citations", citation.pk),
        "article": {"id": article.pk, "title": article.title},
        "revision": citation.revision.number,
        "number": citation.number,
        "label": citation.label,
        "entry": citation.entry or None,
        "source": source_ref(citation.source, addresses),
        "marks": [{part: mark[part] for part in ("start", "end", "surface")} for mark in citation.places],
        "claims": citation.claim_count,
        "created_at": moment(citation.created_at),
        "updated_at": moment(citation.updated_at),
    }


def link_json(source: Any) -> Shape:
    """How its address does, when it was looked at last, and when it is next."""
    watch: Watch | None = getattr(source, "watch", None)
    times = ("checked_at", "since")
    return {
        "state": (watch.link or None) if watch else None,
        **{name: moment(getattr(watch, name, None)) for name in times},
        "next_at": moment(watch.due_at) if watch else None,
        "problem": source.link_problem or None,
        "moved_to": (watch.moved_to or None) if watch else None,
        "pinned": (watch.pinned_reason or None) if watch else None,
    }


def source_json(source: Any, addresses: Addresses) -> Shape:
    """Needs `with_uses`."""
    return {
        "id": source.pk,
        "uuid": str(source.uuid),
        "url": addresses.record("sources", source.pk),
        "page": addresses.page("sources", source.pk),
        "type": source.type,
        "title": source.title or None,
        "authors": source.authors,
        "container": source.container or None,
        "publisher": source.publisher or None,
        "issued": source.issued or None,
        "address": source.address or None,
        "doi": source.doi or None,
        "csl": csl_json(source),
        "reliability": source.reliability or None,
        "reliability_reason": source.reliability_reason or None,
        "state": source.state,
        "state_reason": source.state_reason or None,
        "family": source.family or None,
        "archive_address": source.archive_address or None,
        "origin": source.origin or None,
        "origins": source.origins,
        "merged_into": source.merged_into_id,
        "link": link_json(source),
        "snapshots": source.snapshot_count,
        "citations": source.citation_count,
        "created_at": moment(source.created_at),
        "updated_at": moment(source.updated_at),
    }
