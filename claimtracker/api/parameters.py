"""The parameters of a list as OpenAPI describes them, made from its FilterSet; and how a caller says who it is."""

from __future__ import annotations

from typing import Any

import django_filters
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiParameter

from claims.filters import RangeFilter
from claimtracker.api.meanings import MEANINGS
from claimtracker.core import asof, idempotency
from claimtracker.core.filters import (
    BIGGEST_ID,
    BIGGEST_NUMBER,
    FigureFilter,
    IdFilter,
    IdsFilter,
    StrictFilterSet,
    WordsFilter,
    YesNoFilter,
)
from claimtracker.core.models.submission import LONGEST_KEY
from claimtracker.core.submissions import REPLAYED

NUMBER = r"-?\d{1,20}(\.\d{1,6})?"
# The first that fits, so the narrower stand before the wider.
SCHEMAS: list[tuple[type, dict[str, Any]]] = [
    (IdFilter, {"type": "integer", "minimum": 1, "maximum": BIGGEST_ID}),
    (FigureFilter, {"type": "number", "minimum": -BIGGEST_NUMBER, "maximum": BIGGEST_NUMBER}),
    (IdsFilter, {"type": "string", "pattern": r"^[0-9]{1,18}(,[0-9]{1,18}){0,199}$"}),
    (RangeFilter, {"type": "string", "pattern": rf"^({NUMBER}\.\.({NUMBER})?|\.\.{NUMBER})$".replace(r"\d", "[0-9]")}),
    (YesNoFilter, {"type": "boolean"}),
    (django_filters.DateFilter, {"type": "string", "format": "date"}),
    (django_filters.IsoDateTimeFilter, {"type": "string", "format": "date-time"}),
    (django_filters.CharFilter, {"type": "string", "pattern": r"^[^\u0000]*[^\s\u0000][^\u0000]*$"}),
]
KEY = {"type": "string", "minLength": idempotency.SHORTEST_KEY, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"}
# Of every POST, and of its answer.
IDEMPOTENT = (
    OpenApiParameter(
        idempotency.HEADER,
        KEY,
        OpenApiParameter.HEADER,
        description="A key of your own making, for example a UUID: the same request with it is done once within a day,"
        " and later sendings get the first answer. Refusals are not kept.",
    ),
    OpenApiParameter(
        REPLAYED,
        {"type": "string", "enum": ["true"]},
        OpenApiParameter.HEADER,
        response=True,
        description="The answer is that of the first sending.",
    ),
)
# Of every view that can be asked as the desk stood at a time, and of its answer.
AS_OF = OpenApiParameter(
    asof.PARAMETER,
    {"type": "string", "pattern": asof.PATTERN},
    description="The desk as it stood then, from its history: a time (2026-03-12T14:00Z; without a zone it is UTC) or"
    " a day (2026-03-12, as it ended). At least 30 seconds ago, and longer while something large is being written.",
)
MEMENTO = OpenApiParameter(
    "Memento-Datetime", str, OpenApiParameter.HEADER, response=[200], description="With `as_of`: the moment (RFC 7089)."
)


def of_filters(filters: type[StrictFilterSet]) -> list[dict[str, Any]]:
    return [_parameter(name, one) for name, one in filters.base_filters.items()]


def order(filters: type[StrictFilterSet]) -> dict[str, Any]:
    said = (
        "Which come first; “-” turns it round. An order on a key that changes (updated_at) "
        "can give a row twice or not at all when it changes meanwhile."
    )
    names = {"type": "string", "enum": list(filters.orders), "default": filters.default_order}
    return {"name": "order", "in": "query", "required": False, "schema": names, "description": said}


def _parameter(name: str, one: django_filters.Filter) -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, "in": "query", "required": False, "schema": _schema(one)}
    said = one.extra.get("help_text") or MEANINGS.get(name, "")
    if isinstance(one, WordsFilter):
        described |= {"style": "form", "explode": True}
        said = f"{said} May be given several times.".strip()
    return described | ({"description": str(said)} if said else {})


def _schema(one: django_filters.Filter) -> dict[str, Any]:
    if isinstance(one, WordsFilter):
        return {"type": "array", "items": {"type": "string", "enum": [str(value) for value, _ in one.field.choices]}}
    return next(schema for kind, schema in SCHEMAS if isinstance(one, kind))


class Bearer(OpenApiAuthenticationExtension):
    target_class = "claimtracker.api.authentication.BearerToken"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "description": "`manage.py create_token USER --scope read|write`"}


class Cookie(OpenApiAuthenticationExtension):
    target_class = "claimtracker.api.authentication.Session"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        said = "The session of a signed-in browser; writes need the CSRF token too."
        return {"type": "apiKey", "in": "cookie", "name": "session", "description": said}
