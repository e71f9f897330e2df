"""Articles, citations and sources for scripts."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.parsers import StrictJSON
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources import ingest, permissions
from sources.api.shapes import ArticleOut, CitationOut, SourceOut, TextOut
from sources.api.writes import ArticleFile, ArticleIn, bytes_of, checked, is_file
from sources.exports.shapes import text_json
from sources.filters import ArticleFilter, CitationFilter, SourceFilter
from sources.models import Article, Citation, Source
from sources.models.article import ArticleQuerySet
from sources.models.citation import CitationQuerySet
from sources.models.source import SourceQuerySet


class Articles(AtAnyTime, Records):
    """What is tracked: an article, its current revision, and how much was found in it."""

    filterset_class = ArticleFilter
    serializer_class = ArticleOut
    parser_classes = [StrictJSON, MultiPartParser]

    def get_queryset(self) -> ArticleQuerySet:
        return Article.objects.visible_to(self.request.user).for_list()

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request={"application/json": ArticleIn, "multipart/form-data": ArticleFile},
        responses={
            201: ArticleOut,
            200: OpenApiResponse(ArticleOut, description="The same text is already there; this is its article."),
        },
    )
    def create(self, request: Request) -> Response:
        """Add an article: its text, a file of it, or the address of its page.

        It is stored at once and read in the background: `state` goes from reading to ready, or to failed,
        and `problem` says why. Of a file or an address there is no revision until its text is made.
        """
        # Before anything is said about what was sent; the deed asks again.
        require(permissions.can_add_article(request.user))
        article, new = _add(request)
        body = self.get_serializer(self.get_queryset().get(pk=article.pk)).data
        return Response(body, status=201 if new else 200, headers={"Location": body["url"]} if new else None)

    @extend_schema(responses=TextOut)
    def text(self, request: Request, pk: int) -> Response:
        """The current text and its marks; offsets are Unicode code points, half-open."""
        articles = Article.objects.visible_to(request.user).select_related("revision")
        return Response(text_json(get_object_or_404(articles, pk=pk)))


def _add(request: Request) -> tuple[Article, bool]:
    """By the deed that fits what was sent."""
    if is_file(request):
        given = checked(ArticleFile, request)
        return ingest.add_file(**bytes_of(given.pop("file")), **given, by=request.user)
    given = checked(ArticleIn, request)
    if "text" in given:
        return ingest.add_article(**given, by=request.user)
    given.pop("format")
    return ingest.add_address(**given, by=request.user)


class Citations(AtAnyTime, Records):
    """The numbered entries of the articles' current texts."""

    filterset_class = CitationFilter
    serializer_class = CitationOut

    def get_queryset(self) -> CitationQuerySet:
        citations = Citation.objects.visible_to(self.request.user).with_parts()
        return citations.current() if self.action == "list" else citations


class Sources(AtAnyTime, Records):
    """The works that citations point at."""

    filterset_class = SourceFilter
    serializer_class = SourceOut

    def get_queryset(self) -> SourceQuerySet:
        sources = Source.objects.visible_to(self.request.user).with_uses()
        return sources.standing() if self.action == "list" else sources
