"""The texts that an article has had, for scripts, and giving it a new one."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.addresses import Addresses
from claimtracker.core.filters import StrictFilterSet
from claimtracker.core.keyset import Order
from claimtracker.core.parsers import StrictJSON
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources import ingest, permissions
from sources.api.shapes import ArticleOut, Nullable, ReadingOut
from sources.api.writes import TextFile, TextIn, bytes_of, checked, is_file
from sources.exports.shapes import revision_row
from sources.models import Arrival, Article, Revision


class NoteOut(serializers.Serializer[Any]):
    """What could not be read, was left out or was taken another way."""

    code = serializers.CharField()
    words = serializers.CharField()


class ArrivalOut(serializers.Serializer[Any]):
    """What the text was made from, kept as it came."""

    way = serializers.ChoiceField(Arrival.Way.choices)
    name = Nullable()
    address = Nullable()
    final_address = Nullable(help_text="Where redirects led.")
    media_type = Nullable()
    sha256 = Nullable(help_text="Of the bytes, in hex.")
    size = serializers.IntegerField(allow_null=True, help_text="Bytes.")
    notes = NoteOut(many=True)


class RevisionRow(Shape):
    """One text that an article has had. Immutable."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    number = serializers.IntegerField()
    current = serializers.BooleanField()
    format = serializers.CharField(help_text="What it came as: text, html, markdown, docx, pdf.")
    sha256 = serializers.CharField(help_text="Of the text in UTF-8, in hex.")
    characters = serializers.IntegerField(help_text="Unicode code points.")
    reading = ReadingOut(allow_null=True)
    arrival = ArrivalOut(allow_null=True, help_text="Null for a text that was pasted.")
    created_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return revision_row(row)


class RevisionFilter(StrictFilterSet):
    orders = {"-id": Order(), "id": Order(descending=False)}

    class Meta:
        model = Revision
        fields: list[str] = []


class Revisions(Records):
    """The texts that an article has had, the newest first."""

    filterset_class = RevisionFilter
    serializer_class = RevisionRow
    parser_classes = [StrictJSON, MultiPartParser]

    def get_queryset(self) -> Any:
        article = get_object_or_404(Article.objects.visible_to(self.request.user).only("pk"), pk=self.kwargs["article"])
        return Revision.objects.filter(article=article).select_related("article", "reading", "arrival").defer("text")

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request={"application/json": TextIn, "multipart/form-data": TextFile},
        responses={
            201: ArticleOut,
            200: OpenApiResponse(ArticleOut, description="This is the article's text already."),
        },
    )
    def create(self, request: Request, article: int) -> Response:
        """Give an article a new text: as words, as a file, or by fetching its address again.

        `state` goes from reading to ready; until then the text before stays the current one. Every claim is
        found again in the new text, or said to be ambiguous or lost; none is dropped.
        """
        require(permissions.can_add_article(request.user))
        found = get_object_or_404(Article.objects.visible_to(request.user), pk=article)
        new = _reread(found, request)
        row = Article.objects.visible_to(request.user).for_list().get(pk=article)
        body = ArticleOut(row, context=self.get_serializer_context()).data
        return Response(body, status=201 if new else 200, headers={"Location": body["url"]} if new else None)


def _reread(article: Article, request: Request) -> bool:
    """By the deed that fits what was sent; whether there is anything new to read."""
    if is_file(request):
        ingest.reread_file(article, **bytes_of(checked(TextFile, request)["file"]), by=request.user)
        return True
    given = checked(TextIn, request)
    if "text" in given:
        return ingest.reread_article(article, **given, by=request.user)[1]
    ingest.reread_address(article, by=request.user)
    return True
