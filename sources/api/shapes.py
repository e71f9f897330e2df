"""How the answers about articles, citations and sources look: the schema of the functions in `exports.shapes`."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from claimtracker.core.addresses import Addresses
from claimtracker.core.records import Shape
from sources.exports import shapes
from sources.models import Article, Reading, Source
from sources.models import Link as LinkState


class Nullable(serializers.CharField):
    """A text, or null where the article does not say."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, **options)


class ArticleRef(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.URLField()
    page = serializers.URLField()


class SourceRef(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.URLField()
    page = serializers.URLField()


class RevisionOut(serializers.Serializer[Any]):
    number = serializers.IntegerField()
    sha256 = serializers.CharField(help_text="Of the text in UTF-8, in hex.")
    characters = serializers.IntegerField(help_text="Unicode code points.")


class ProposalsOut(serializers.Serializer[Any]):
    """What became of the claims that a model proposed; nothing that does not stand in the text is kept."""

    kept = serializers.IntegerField()
    dropped = serializers.DictField(child=serializers.IntegerField(), help_text="How many, by reason.")
    problem = serializers.CharField(help_text="What kept it from answering; empty where nothing did.")


class ReadingOut(serializers.Serializer[Any]):
    state = serializers.ChoiceField(Reading.State.choices)
    read_to = serializers.IntegerField(help_text="Characters read so far.")
    claims_found = serializers.IntegerField()
    figures_found = serializers.IntegerField(help_text="Figures of the text.")
    figures_cited = serializers.IntegerField(help_text="… and how many of them a citation covers.")
    extractor = Nullable(help_text="What read it, and its version.")
    proposals = ProposalsOut(allow_null=True, help_text="Null where no model was asked.")


class Counts(serializers.Serializer[Any]):
    claims = serializers.IntegerField()
    citations = serializers.IntegerField()
    marks = serializers.IntegerField()
    uncited = serializers.IntegerField(help_text="Claims without a citation.")


class ArticleOut(Shape):
    """A published text whose claims are tracked."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField()
    title = serializers.CharField()
    byline = Nullable()
    outlet = Nullable()
    address = Nullable()
    published = Nullable(help_text="EDTF")
    language = Nullable(help_text="BCP 47; null: not yet read.")
    figures_read = serializers.BooleanField(help_text="False: the language is one whose figures are not read.")
    state = serializers.ChoiceField(Article.State.choices)
    problem = Nullable(help_text="Why the reading failed.")
    reading = ReadingOut(allow_null=True)
    revision = RevisionOut(allow_null=True)
    counts = Counts()
    claims = serializers.URLField()
    citations = serializers.URLField()
    withdrawn = serializers.DateTimeField(allow_null=True)
    withdrawn_reason = Nullable()
    reviewers = serializers.IntegerField(allow_null=True, help_text="How many judge each claim; null: as the desk.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return shapes.article_json(row, addresses)


class Place(serializers.Serializer[Any]):
    """Where a mark stands: code points of the revision's text, half-open."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    surface = serializers.CharField()


class MarkOut(Place):
    numbers = serializers.ListField(child=serializers.IntegerField())


class OriginOut(serializers.Serializer[Any]):
    """The text from `start` to `end` came from `first` to `last` of that part of the file."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    where = serializers.CharField(help_text="source · page 3 · paragraph 12 · footnote 2 …")
    first = serializers.IntegerField()
    last = serializers.IntegerField()


@extend_schema_serializer(component_name="ArticleText")
class TextOut(serializers.Serializer[Any]):
    article = serializers.IntegerField()
    revision = RevisionOut(allow_null=True)
    text = serializers.CharField()
    marks = MarkOut(many=True)
    origins = OriginOut(many=True, help_text="Empty for a text that was pasted.")


class ArticleTitle(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()


class CitationOut(Shape):
    """A numbered entry of an article's list."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    article = ArticleTitle()
    revision = serializers.IntegerField()
    number = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named so, not the field's own label
    entry = Nullable(help_text="The words of the entry; null: the article has no such entry.")
    source = SourceRef(allow_null=True, help_text="Null: not yet identified.")  # type: ignore[assignment]  # as above
    marks = Place(many=True)
    claims = serializers.IntegerField(help_text="How many claims lean on it.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return shapes.citation_json(row, addresses)


@extend_schema_field({"type": "object", "additionalProperties": True})
class AnyObject(serializers.JSONField):
    """A JSON object of a foreign schema."""


class LinkOut(serializers.Serializer[Any]):
    """How the address of a source does."""

    state = serializers.ChoiceField(LinkState.choices, allow_null=True, help_text="Null: never looked at.")
    checked_at = serializers.DateTimeField(allow_null=True, help_text="When the last try ended.")
    since = serializers.DateTimeField(allow_null=True, help_text="How long it has been so.")
    next_at = serializers.DateTimeField(allow_null=True, help_text="The next try; null: only when somebody asks.")
    problem = Nullable(help_text="What went wrong at the last try.")
    moved_to = Nullable(help_text="Where the site says that the page lies now.")
    pinned = Nullable(help_text="Why somebody has said so by hand; null: the tries say it.")


class SourceOut(Shape):
    """A work that citations point at."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField()
    type = serializers.CharField(help_text="A type of CSL: article-newspaper, report …")
    title = Nullable()
    authors = serializers.ListField(child=AnyObject(), help_text="CSL names.")
    container = Nullable()
    publisher = Nullable()
    issued = Nullable(help_text="EDTF")
    address = Nullable()
    doi = Nullable()
    csl = AnyObject(help_text="The whole record as CSL-JSON.")
    reliability = serializers.ChoiceField(Source.Reliability.choices, allow_null=True)
    reliability_reason = Nullable()
    state = serializers.ChoiceField(Source.State.choices)
    state_reason = Nullable()
    family = Nullable(help_text="Whom the publisher belongs to: what shares one is not independent.")
    archive_address = Nullable(help_text="Where an archive keeps it.")
    origin = Nullable(help_text="Where the record came from: entry, bibliography, by_hand …")
    origins = AnyObject(help_text="Of single fields, where that is elsewhere: {field: origin}.")
    merged_into = serializers.IntegerField(allow_null=True, help_text="The source that stands for this one now.")
    link = LinkOut()
    snapshots = serializers.IntegerField()
    citations = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return shapes.source_json(row, addresses)
