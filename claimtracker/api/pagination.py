"""Keyset pages for every list of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from claimtracker.core.keyset import BadCursor, Order, read_page

if TYPE_CHECKING:
    # rest_framework.views reads the settings that name this module
    from rest_framework.views import APIView

PAGE_SIZE, LARGEST_PAGE = 50, 200
AS_OF = {
    "type": "object",
    "description": "Only of a past moment: which one, and when the desk's first record was made.",
    "required": ["at", "began"],
    "properties": {
        "at": {"type": "string", "format": "date-time"},
        "began": {"type": ["string", "null"], "format": "date-time"},
    },
}


class KeysetPagination(BasePagination):
    """`{"results", "next", "previous"}`; the orders are those of the view's FilterSet."""

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list[Any]:
        filters = getattr(view, "filterset_class", None)
        orders = filters.orders if filters else {"-id": Order()}
        name = request.query_params.get("order") or (filters.default_order if filters else "-id")
        if name not in orders:
            raise ValidationError({"order": f"Legal are: {', '.join(orders)}."})
        try:
            page = read_page(queryset, orders, name, request.query_params.get("cursor", ""), _size(request))
        except BadCursor as problem:
            raise ValidationError({"cursor": f"{problem} Start again without it."}) from problem
        self.past = getattr(view, "past", None)
        address = request.build_absolute_uri()
        self.next, self.previous = (
            replace_query_param(address, "cursor", cursor) if cursor else None for cursor in (page.next, page.previous)
        )
        return page.rows

    def get_paginated_response(self, data: Any) -> Response:
        links = [f'<{url}>; rel="{rel}"' for url, rel in ((self.next, "next"), (self.previous, "prev")) if url]
        headers = {"Link": ", ".join(links)} if links else None
        body = {"results": data, "next": self.next, "previous": self.previous}
        if self.past:
            body["as_of"] = {"at": self.past.moment, "began": self.past.began}
        return Response(body, headers=headers)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": address, "previous": address, "as_of": AS_OF},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        from claimtracker.api.parameters import order  # what it imports reads the setting that names this module

        return [
            {"name": "cursor", "in": "query", "required": False, "schema": {"type": "string"},
             "description": "From `next` or `previous` of another page."},
            {"name": "page_size", "in": "query", "required": False,
             "schema": {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
             "description": "How many records a page has."},
            order(view.filterset_class),
        ]  # fmt: skip


def _size(request: Request) -> int:
    text = request.query_params.get("page_size", "")
    if not text:
        return PAGE_SIZE
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= LARGEST_PAGE):
        raise ValidationError({"page_size": f"Give a whole number from 1 to {LARGEST_PAGE}."})
    return int(text)
