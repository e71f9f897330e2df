"""Articles, citations and sources as files."""

from __future__ import annotations

from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.downloads import Download
from sources.exports import shapes, tables
from sources.filters import ArticleFilter, CitationFilter, SourceFilter
from sources.models import Article, Citation, Source
from sources.models.article import ArticleQuerySet
from sources.models.citation import CitationQuerySet
from sources.models.source import SourceQuerySet


class ArticleDownload(AtAnyTime, Download):
    """Articles, a row each."""

    filterset_class = ArticleFilter
    name, columns = "articles", tables.ARTICLE
    cells, shape = tables.article_cells, shapes.article_json

    def get_queryset(self) -> ArticleQuerySet:
        return Article.objects.visible_to(self.request.user).for_list()


class CitationDownload(AtAnyTime, Download):
    """Citations of the articles' current texts, a row each."""

    filterset_class = CitationFilter
    name, columns = "citations", tables.CITATION
    cells, shape = tables.citation_cells, shapes.citation_json

    def get_queryset(self) -> CitationQuerySet:
        return Citation.objects.visible_to(self.request.user).current().with_parts()


class SourceDownload(AtAnyTime, Download):
    """Sources, a row each."""

    filterset_class = SourceFilter
    name, columns = "sources", tables.SOURCE
    cells, shape = tables.source_cells, shapes.source_json

    def get_queryset(self) -> SourceQuerySet:
        return Source.objects.visible_to(self.request.user).standing().with_uses()
