"""The door of histories: what happened to a record and to what belongs to it, for scripts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import get_object_or_404
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.asof import moment
from claimtracker.core.filters import SinceFilter, StrictFilterSet
from claimtracker.core.keyset import BadCursor, Order
from claimtracker.core.memory import Event, Whole, people_of, recall
from claimtracker.core.models import User
from claimtracker.core.records import Records, Shape
from claimtracker.core.told import action_words
from claimtracker.core.web.listing import PAGE_SIZE, wrong_size


class HistoryFilter(StrictFilterSet):
    """What a history can be asked for; the narrowing is `recall`'s."""

    orders: ClassVar[Mapping[str, Order]] = {"-at": Order("at")}
    default_order = "-at"

    updated_since = SinceFilter(method="unchanged")

    def unchanged(self, rows: Any, name: str, value: Any) -> Any:
        return rows


class HistoryPages(BasePagination):
    """Pages backwards through time; there is no way forwards, since what is new is at the front."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        size = request.query_params.get("page_size", str(PAGE_SIZE))
        if problem := wrong_size(size):
            raise ValidationError(problem)
        cursor, since = request.query_params.get("cursor", ""), _since(request)
        pk = view.kwargs[view.whole.name]
        try:
            page = recall(view.whole, pk, user=request.user, until=moment(), since=since, size=int(size), cursor=cursor)
        except BadCursor as bad:
            raise ValidationError({"cursor": f"{bad} Start again without it."}) from bad
        self.next = replace_query_param(request.build_absolute_uri(), "cursor", page.next) if page.next else None
        people = User.objects.in_bulk(people_of(page.events))
        return [(event, people.get(event.by or 0)) for event in page.events]

    def get_paginated_response(self, data: Any) -> Response:
        headers = {"Link": f'<{self.next}>; rel="next"'} if self.next else None
        return Response({"results": data, "next": self.next, "previous": None}, headers=headers)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": address, "previous": {"type": "null"}},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {"name": "cursor", "in": "query", "required": False, "schema": {"type": "string"},
             "description": "From `next` of another page."},
            {"name": "page_size", "in": "query", "required": False,
             "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": PAGE_SIZE},
             "description": "How many records a page has."},
        ]  # fmt: skip


def _since(request: Request) -> dt.datetime | None:
    filters = HistoryFilter(request.query_params, queryset=User.objects.none())
    filters.form.is_valid()
    since: dt.datetime | None = filters.form.cleaned_data.get("updated_since")
    return since


class Author(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    username = serializers.CharField()
    name = serializers.CharField()


class PartRef(serializers.Serializer[Any]):
    """Which record it was: the one asked for, or one that belongs to it."""

    kind = serializers.CharField()
    id = serializers.IntegerField()


class Pair(serializers.ListField):
    """Before and after."""

    child = serializers.JSONField(allow_null=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(min_length=2, max_length=2, **options)


class HistoryOut(Shape):
    """One change of a record, or of something that belongs to it."""

    id = serializers.CharField()
    at = serializers.DateTimeField()
    by = Author(allow_null=True, help_text="Null: the program itself.")
    action = serializers.CharField(help_text="Of the deed: dispute.upheld. Outside of one: claim.update.")
    words = serializers.CharField(help_text="The same for a person.")
    reason = serializers.CharField(allow_null=True)
    request = serializers.CharField(allow_null=True, help_text="The X-Request-ID of the request that did it.")
    of = PartRef()
    version = serializers.IntegerField(allow_null=True, help_text="Of the record itself, after it.")
    changes = serializers.DictField(child=Pair(), help_text="{column: [before, after]}; null: it was not there.")

    @staticmethod
    def shape(row: tuple[Event, User | None], addresses: Addresses) -> dict[str, Any]:
        event, by = row
        return {
            "id": event.id,
            "at": event.at,
            "by": author(by),
            "action": event.action,
            "words": action_words(event.action),
            "reason": event.reason or None,
            "request": event.request,
            "of": {"kind": event.of, "id": event.row},
            "version": event.version,
            "changes": {name: [plain(old), plain(new)] for name, (old, new) in event.changes.items()},
        }


class History(AtAnyTime, Records):
    """What happened to a record, newest first; `whole` is set where the address is."""

    whole: Any = None
    filterset_class = HistoryFilter
    serializer_class = HistoryOut
    pagination_class = HistoryPages

    def get_queryset(self) -> Any:
        whole: Whole = self.whole
        get_object_or_404(whole.model.objects.visible_to(self.request.user).only("pk"), pk=self.kwargs[whole.name])
        return whole.model.objects.none()


def author(person: User | None) -> dict[str, Any] | None:
    return {"id": person.pk, "username": person.username, "name": str(person)} if person else None


def plain(value: Any) -> Any:
    """As JSON has it: numbers as numbers, days and times as ISO 8601, the rest by its words."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date):
        return value.isoformat().replace("+00:00", "Z")
    if value is None or isinstance(value, bool | int | float | str | dict):
        return value
    return [plain(one) for one in value] if isinstance(value, list | tuple) else str(value)
