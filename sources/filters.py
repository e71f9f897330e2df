"""Which articles, citations and sources: the filters of the pages, the API and every download."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import F, Q

from claimtracker.core.filters import DayFilter, IdFilter, SinceFilter, StrictFilterSet, WordsFilter, YesNoFilter
from claimtracker.core.keyset import Order
from sources.models import Article, Citation, Link, LinkCheck, Snapshot, Source
from sources.models.source import NEVER


class ArticleFilter(StrictFilterSet):
    orders = {
        "-id": Order(),
        "id": Order(descending=False),
        "updated_at": Order("updated_at", descending=False),
        "-updated_at": Order("updated_at"),
        "published": Order("published_earliest", descending=False, nullable=True),
        "-published": Order("published_earliest", nullable=True),
    }

    state = WordsFilter(choices=Article.State)
    q = django_filters.CharFilter(method="by_words")
    published_from = DayFilter(field_name="published_earliest", lookup_expr="gte")
    published_to = DayFilter(field_name="published_earliest", lookup_expr="lte")
    updated_since = SinceFilter()

    class Meta:
        model = Article
        fields: list[str] = []

    def by_words(self, articles: Any, name: str, words: str) -> Any:
        for word in words.split()[:12]:
            articles = articles.filter(
                Q(title__icontains=word)
                | Q(byline__icontains=word)
                | Q(outlet__icontains=word)
                | Q(address__icontains=word)
            )
        return articles


class CitationFilter(StrictFilterSet):
    article = IdFilter(field_name="revision__article_id")
    source = IdFilter(field_name="source_id")
    identified = YesNoFilter(field_name="source", lookup_expr="isnull", exclude=True)
    updated_since = SinceFilter()

    class Meta:
        model = Citation
        fields: list[str] = []


class SourceFilter(StrictFilterSet):
    orders = {
        "-id": Order(),
        "id": Order(descending=False),
        "updated_at": Order("updated_at", descending=False),
        "-updated_at": Order("updated_at"),
        "title": Order("title", descending=False),
    }

    q = django_filters.CharFilter(method="by_words")
    type = django_filters.CharFilter()
    family = django_filters.CharFilter(lookup_expr="iexact")
    state = WordsFilter(choices=Source.State)
    link = WordsFilter(choices=[*Link.choices, (NEVER, "never looked at")], method="by_link")
    reliability = WordsFilter(choices=Source.Reliability)
    identified_in = IdFilter(method="by_article")
    updated_since = SinceFilter()

    class Meta:
        model = Source
        fields: list[str] = []

    def by_link(self, sources: Any, name: str, words: list[str]) -> Any:
        return sources.by_link(*words) if words else sources

    def by_article(self, sources: Any, name: str, article: int) -> Any:
        cited = Citation.objects.filter(revision__article_id=article, revision=F("revision__article__revision"))
        return sources.filter(pk__in=cited.values("source"))

    def by_words(self, sources: Any, name: str, words: str) -> Any:
        for word in words.split()[:12]:
            sources = sources.filter(
                Q(title__icontains=word)
                | Q(container__icontains=word)
                | Q(publisher__icontains=word)
                | Q(address__icontains=word)
            )
        return sources


class SuggestionFilter(StrictFilterSet):
    """What a work is looked for by; it narrows nothing itself."""

    reference = django_filters.CharFilter(method="by_nothing", max_length=20_000)
    source = IdFilter(method="by_nothing")

    class Meta:
        model = Source
        fields: list[str] = []

    def by_nothing(self, sources: Any, name: str, value: Any) -> Any:
        return sources


class CopyFilter(StrictFilterSet):
    """Of the copies of one source."""

    method = WordsFilter(choices=Snapshot.Method)
    # A copy never changes, so it is new or it is not.
    updated_since = SinceFilter("created_at")

    class Meta:
        model = Snapshot
        fields: list[str] = []


class SnapshotFilter(CopyFilter):
    source = IdFilter(field_name="source_id")


class CheckFilter(StrictFilterSet):
    """Of tries to fetch a source."""

    outcome = WordsFilter(choices=LinkCheck.Outcome)
    updated_since = SinceFilter(field_name="finished_at")

    class Meta:
        model = LinkCheck
        fields: list[str] = []


class ChangeFilter(CheckFilter):
    """Of what happened to sources."""

    source = IdFilter(field_name="source_id")
    article = IdFilter(method="by_article")
    link = WordsFilter(choices=Link)

    def by_article(self, checks: Any, name: str, article: int) -> Any:
        cited = Citation.objects.filter(revision__article_id=article, revision=F("revision__article__revision"))
        return checks.filter(source__in=cited.values("source"))
