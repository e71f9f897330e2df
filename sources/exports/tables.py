"""Articles, citations and sources as tables: a row each, the columns of their `.csv`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtracker.core.addresses import Addresses
from sources.exports.shapes import moment
from sources.models import Source

ARTICLE = (
    "id", "uuid", "page", "title", "byline", "outlet", "address", "published", "language", "state", "problem",
    "revision", "sha256", "characters", "claims", "citations", "marks", "uncited", "created_at", "updated_at",
)  # fmt: skip
CITATION = (
    "id", "uuid", "article_id", "article", "revision", "number", "label", "entry", "source_id", "source", "address",
    "marks", "claims", "created_at", "updated_at",
)  # fmt: skip
SOURCE = (
    "id", "uuid", "page", "type", "title", "authors", "container", "publisher", "issued", "address", "doi",
    "reliability", "state", "link", "checked_at", "snapshots", "citations", "created_at", "updated_at",
)  # fmt: skip


def article_cells(article: Any, addresses: Addresses) -> Iterator[Any]:
    revision = article.revision
    yield from (article.pk, article.uuid, addresses.page("articles", article.pk), article.title, article.byline)
    yield from (article.outlet, article.address, article.published, article.language, article.state, article.problem)
    yield from (revision.number, revision.sha256, revision.characters) if revision else (None,) * 3
    yield from (article.claim_count, article.citation_count, article.mark_count, article.uncited_count)
    yield from (moment(article.created_at), moment(article.updated_at))


def citation_cells(citation: Any, addresses: Addresses) -> Iterator[Any]:
    article, source = citation.revision.article, citation.source
    yield from (citation.pk, citation.uuid, article.pk, article.title, citation.revision.number)
    yield from (citation.number, citation.label, citation.entry)
    yield from (source.pk, str(source), source.address) if source else (None,) * 3
    yield from (len(citation.places), citation.claim_count)
    yield from (moment(citation.created_at), moment(citation.updated_at))


def source_cells(source: Any, addresses: Addresses) -> Iterator[Any]:
    yield from (source.pk, source.uuid, addresses.page("sources", source.pk), source.type, source.title)
    yield from (_names(source), source.container, source.publisher, source.issued, source.address, source.doi)
    watch = getattr(source, "watch", None)
    yield from (
        source.reliability,
        source.state,
        watch.link if watch else "",
        moment(getattr(watch, "checked_at", None)),
    )
    yield from (source.snapshot_count, source.citation_count)
    yield from (moment(source.created_at), moment(source.updated_at))


def _names(source: Source) -> str:
    """`Family, Given; Family, Given`, or a name as it stands."""
    return "; ".join(
        name.get("literal") or ", ".join(part for part in (name.get("family"), name.get("given")) if part)
        for name in source.authors
    )
