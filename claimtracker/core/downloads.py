"""The door of downloads: a list's filters, and the whole of it as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from django.http import StreamingHttpResponse
from django.utils import timezone
from rest_framework.generics import GenericAPIView, get_object_or_404
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from claimtracker.core.addresses import Addresses
from claimtracker.core.asof import each_at
from claimtracker.core.exports import begun, csv_stream, ndjson_stream, walk
from claimtracker.core.filters import StrictFilterSet
from claimtracker.core.records import Private


class CsvRenderer(JSONRenderer):
    """Stands for text/csv when the form of the answer is agreed on; what it renders itself are problems."""

    media_type = "text/csv"
    format = "csv"


class NdjsonRenderer(JSONRenderer):
    media_type = "application/x-ndjson"
    format = "ndjson"


class BySuffix(DefaultContentNegotiation):
    """The address says what the file is, whatever the client would accept."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


RENDERERS = {renderer.format: renderer for renderer in (CsvRenderer, NdjsonRenderer)}


class Download(Private, GenericAPIView[Any]):
    """Everything that the filters leave, as CSV or NDJSON; `form` is set where the address is."""

    form: str = "csv"
    content_negotiation_class = BySuffix
    paged = False  # a download has no pages: `cursor` and `page_size` mean nothing here
    filterset_class: ClassVar[type[StrictFilterSet]]
    name: ClassVar[str]
    columns: ClassVar[Sequence[str]]
    cells: ClassVar[Callable[[Any, Addresses], Iterable[Any]]]
    shape: ClassVar[Callable[[Any, Addresses], dict[str, Any]]]
    parents: ClassVar[dict[str, Any]] = {}  # part of the address → the records one of which it names

    def get_renderers(self) -> list[BaseRenderer]:
        return [RENDERERS[self.form]()]

    def get(self, request: Request, **of: int) -> StreamingHttpResponse:
        for parent, model in self.parents.items():
            get_object_or_404(model.objects.visible_to(request.user).only("pk"), pk=of[parent])
        rows = self.filter_queryset(self.get_queryset())
        lines = iter(()) if request.method == "HEAD" else self.lines(rows, self.order(request))
        answer = StreamingHttpResponse(lines, content_type=f"{RENDERERS[self.form].media_type}; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{self.file_name(**of)}"'
        return answer

    def order(self, request: Request) -> Any:
        return self.filterset_class.orders[request.query_params.get("order") or self.filterset_class.default_order]

    def lines(self, rows: Any, order: Any) -> Iterator[bytes]:
        chunks, addresses, kind = begun(walk(rows, order)), Addresses.of(self.request), type(self)
        past = getattr(self, "past", None)
        around = partial(each_at, past.moment) if past else iter
        if self.form == "csv":
            return csv_stream(self.columns, chunks, lambda row: kind.cells(row, addresses), around)
        return ndjson_stream(chunks, lambda row: kind.shape(row, addresses), around)

    def file_name(self, **of: int) -> str:
        """claims-2026-11-24.csv; of one article: article-7-claims-2026-11-24.csv."""
        words = [f"{kind}-{ident}" for kind, ident in of.items()]
        return "-".join([*words, *filter(None, [self.name]), f"{timezone.now():%Y-%m-%d}.{self.form}"])
