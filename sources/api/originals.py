"""Copies as they came, for scripts: the bytes to be saved, and the records that tools of web archives read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request

from claimtracker.core import blobs, originals
from claimtracker.core.downloads import BySuffix
from claimtracker.core.records import Records
from sources import warc
from sources.models import Snapshot, Source
from sources.models.snapshot import TEXT
from sources.refusals import BytesLost

LOST = "The bytes of this copy are no longer in the storage. Its text is kept; give the copy again to have both."
FILE = {(200, originals.BYTES): OpenApiTypes.BINARY}
WARC = {(200, warc.MEDIA_TYPE): OpenApiTypes.BINARY}


class Originals(Records):
    """The bytes of copies. Never shown, only saved: what a stranger's page holds is a stranger's."""

    content_negotiation_class = BySuffix
    paged = False

    def get_queryset(self) -> Any:
        return Snapshot.objects.visible_to(self.request.user).defer(*TEXT)

    @extend_schema(responses=FILE)
    def download(self, request: Request, pk: int) -> StreamingHttpResponse:
        """The bytes as they came."""
        copy = self.get_object()
        # A page has no name of its own; by its address it would have anybody's.
        name = copy.name or f"copy-{copy.pk}"
        try:
            return originals.original(copy.sha256, name=name, media_type=copy.media_type)
        except blobs.BlobLost as lost:
            raise BytesLost(LOST) from lost

    @extend_schema(responses=WARC)
    def warc(self, request: Request, pk: int) -> StreamingHttpResponse:
        """The copy as a WARC file (ISO 28500): how it was asked for, and what was answered."""
        copy = self.get_object()
        return _archive([copy], f"copy-{copy.pk}", f"Copy {copy.pk} of source {copy.source_id}")

    @extend_schema(responses=WARC)
    def of_source(self, request: Request, source: int) -> StreamingHttpResponse:
        """All copies of one source as one WARC file, the oldest first."""
        found = get_object_or_404(Source.objects.visible_to(request.user).only("pk"), pk=source)
        copies = self.get_queryset().filter(source=found).order_by("captured_at", "pk").iterator(chunk_size=100)
        return _archive(copies, f"source-{source}", f"Copies of source {source}")


def _archive(copies: Iterable[Snapshot], name: str, description: str) -> StreamingHttpResponse:
    pieces = warc.join(_records(copies), description)
    return originals.attached(pieces, name=f"{name}.warc.gz", media_type=warc.MEDIA_TYPE)


def _records(copies: Iterable[Snapshot]) -> Iterator[bytes]:
    """Of each copy what was said while fetching it; of one given by hand its bytes. What is lost is left out."""
    for copy in copies:
        try:
            yield _record(copy)
        except blobs.BlobLost:
            # The rest is whole, and the list of copies says which there are.
            continue


def _record(copy: Snapshot) -> bytes:
    if copy.warc_sha256:
        return blobs.fetch(copy.warc_sha256)
    return warc.resource_record(blobs.fetch(copy.sha256), copy.media_type, copy.captured_at, copy.name)
