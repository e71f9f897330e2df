"""What belongs to an article, and to a source: the rows whose history is told with its own."""

from __future__ import annotations

from claimtracker.core.memory import Part, Whole
from sources.models import Arrival, Article, Merge, Revision, Snapshot, Source, Watch

ARTICLE = Whole(
    "article",
    Article,
    (
        Part("revision", Revision, "article", frozenset({"sha256"})),
        Part("arrival", Arrival, "article", frozenset({"sha256", "notes", "state"})),
    ),
    silent=frozenset({"published_earliest"}),
)
SOURCE = Whole(
    "source",
    Source,
    (
        Part("snapshot", Snapshot, "source", frozenset({"sha256", "warc_sha256", "text_sha256", "notes", "source"})),
        Part("watch", Watch, "source"),
        Part("merge", Merge, "source", frozenset({"moved", "fields"})),
        Part("merge", Merge, "into", frozenset({"moved", "fields"})),
    ),
    silent=frozenset({"address_key", "entry_key", "origins"}),
)
