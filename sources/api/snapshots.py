"""Copies of sources for scripts: what a source said, when, and how we know."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.parsers import StrictJSON
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources import permissions, snapshots
from sources.api.revisions import NoteOut
from sources.api.shapes import Nullable, SourceRef
from sources.api.writes import Closed, Text, Upload, bytes_of, checked, is_file
from sources.exports.snapshots import snapshot_json, snapshot_text
from sources.filters import CopyFilter, SnapshotFilter
from sources.models import Snapshot, Source
from sources.models.snapshot import SnapshotQuerySet


class FenceOut(serializers.Serializer[Any]):
    """A stretch of the text that no evidence is taken from; code points, half-open."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    kind = serializers.CharField(help_text="references · navigation · caption …")


class SnapshotOut(Shape):
    """What a source said when it was fetched or given. Immutable."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField()
    source = SourceRef()  # type: ignore[assignment]  # a field named so, not where the value comes from
    captured_at = serializers.DateTimeField(help_text="When the source said so.")
    seen_at = serializers.DateTimeField(allow_null=True, help_text="When a fetch last found the same; null: never.")
    method = serializers.ChoiceField(Snapshot.Method.choices)
    name = Nullable(help_text="Of the file, as it was sent.")
    media_type = Nullable()
    format = Nullable(help_text="What it was read as: html, pdf, text …")
    language = Nullable()
    final_address = Nullable(help_text="Where redirects led.")
    http_status = serializers.IntegerField(allow_null=True)
    memento_at = serializers.DateTimeField(allow_null=True, help_text="Memento-Datetime of an archive (RFC 7089).")
    memento_of = Nullable(help_text="The address that an archive's copy is of.")
    sha256 = serializers.CharField(help_text="Of the bytes, in hex.")
    size = serializers.IntegerField(help_text="Bytes.")
    text_sha256 = Nullable(help_text="Of the text in UTF-8, in hex; null: there is none.")
    characters = serializers.IntegerField(help_text="Unicode code points of the text.")
    fences = FenceOut(many=True)
    notes = NoteOut(many=True)
    problem = Nullable(help_text="Why there is no text, in a sentence.")
    code = Nullable(help_text="The same for programs.")
    text = serializers.URLField()
    download = serializers.URLField(help_text="The bytes as they came.")
    warc = serializers.URLField()
    created_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return snapshot_json(row, addresses)


@extend_schema_serializer(component_name="SnapshotText")
class SnapshotTextOut(serializers.Serializer[Any]):
    snapshot = serializers.IntegerField()
    sha256 = Nullable()
    characters = serializers.IntegerField()
    text = serializers.CharField()
    fences = FenceOut(many=True)


class Given(Closed):
    """When a copy that is given by hand was taken."""

    captured_at = serializers.DateTimeField(
        required=False, allow_null=True, help_text="When the source said so; left out: now."
    )


class CopyIn(Given):
    """The words of a source, pasted."""

    text = Text(help_text="Taken as it is: nothing is trimmed.")


class CopyFile(Given):
    """A source as a file: PDF, DOCX, HTML, Markdown or plain text."""

    file = Upload()


class Snapshots(AtAnyTime, Records):
    """The copies of sources that are kept, the newest first."""

    filterset_class: Any = SnapshotFilter
    serializer_class = SnapshotOut

    def get_queryset(self) -> SnapshotQuerySet:
        return Snapshot.objects.visible_to(self.request.user).with_notes()

    @extend_schema(responses=SnapshotTextOut)
    def text(self, request: Request, pk: int) -> Response:
        """What could be read of it; offsets are Unicode code points, half-open."""
        copies = Snapshot.objects.visible_to(request.user)
        return Response(snapshot_text(get_object_or_404(copies, pk=pk)))


class SourceSnapshots(Snapshots):
    """The copies of one source, the newest first."""

    filterset_class = CopyFilter
    parser_classes = [StrictJSON, MultiPartParser]

    def get_queryset(self) -> SnapshotQuerySet:
        source = get_object_or_404(Source.objects.visible_to(self.request.user).only("pk"), pk=self.kwargs["source"])
        return super().get_queryset().filter(source=source)

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request={"application/json": CopyIn, "multipart/form-data": CopyFile},
        responses={
            201: SnapshotOut,
            200: OpenApiResponse(SnapshotOut, description="A copy with the same text is kept already; this is it."),
        },
    )
    def create(self, request: Request, source: int) -> Response:
        """Give a copy by hand: the pasted words of a source, or a file. It is marked as such for ever."""
        # Before anything is said about what was sent; the deed asks again.
        require(permissions.can_give_copies(request.user))
        found = get_object_or_404(Source.objects.visible_to(request.user), pk=source)
        copy, new = _give(found, request)
        body = self.get_serializer(Snapshot.objects.with_notes().get(pk=copy.pk)).data
        return Response(body, status=201 if new else 200, headers={"Location": body["url"]} if new else None)


def _give(source: Source, request: Request) -> tuple[Snapshot, bool]:
    """By the deed that fits what was sent."""
    if is_file(request):
        given = checked(CopyFile, request)
        return snapshots.give_file(source, **bytes_of(given.pop("file")), **given, by=request.user)
    return snapshots.give_text(source, **checked(CopyIn, request), by=request.user)
