"""The parts of a claim as they are sent: what openapi.json says of them. They are checked by `claims.parts_in`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from claims.given import dates, places, voices
from claims.models.vocabulary import Comparator, Form, Kind
from claims.parts_in import BadParts
from claimtracker.core.filters import BIGGEST_ID

TEXT = {"type": ["string", "null"]}
NUMBER = {"type": ["number", "null"]}
OFFSET = {"type": ["integer", "null"], "minimum": 0}
PLACED = {"text": {"type": "string", "minLength": 1}, "start": OFFSET, "end": OFFSET}


def one_of(words: Any, *, null: bool = True) -> dict[str, Any]:
    listed = list(words)
    return {"type": ["string", "null"], "enum": [*listed, None]} if null else {"type": "string", "enum": listed}


def part(description: str, needed: list[str], **fields: Any) -> dict[str, Any]:
    return {
        "description": description,
        "type": ["object", "null"],
        "properties": PLACED | fields,
        "required": ["text", *needed],
        "additionalProperties": False,
    }


FIGURE = part(
    "exact and about need `low`; at_least and more_than have `low` alone, at_most and less_than `high` alone.",
    ["comparator"],
    comparator=one_of(Comparator.values, null=False), low=NUMBER, high=NUMBER,
    unit=TEXT, counted=TEXT, form=one_of(Form.values), per=TEXT,
)  # fmt: skip
DATE = part(
    "First and last day follow from `edtf`; with `relation` since, 2025-02 becomes 2025-02/..",
    ["edtf"],
    edtf={"type": "string", "minLength": 1}, relation=one_of(dates.RELATIONS), qualifier=one_of(dates.QUALIFIERS),
    earliest=TEXT, latest=TEXT, precision=one_of(dates.PRECISIONS), inferred={"type": ["boolean", "null"]},
)  # fmt: skip
PLACE = part(
    "By name and country, by the id in the gazetteer, or with coordinates.",
    [],
    name=TEXT, country=TEXT, lat=NUMBER, lon=NUMBER, precision=one_of(places.PRECISIONS), gazetteer_id=TEXT,
)  # fmt: skip
ATTRIBUTION = part(
    "`chain` has the relaying voice first and ends with the agent.",
    ["agent"],
    agent={"type": "string", "minLength": 1}, cue=TEXT, mode=one_of(voices.MODES),
    chain={"type": ["array", "null"], "items": {"type": "string"}},
)  # fmt: skip
ENTRY = {
    "type": "object",
    "properties": {
        "number": {"type": "integer", "minimum": 0},
        **{
            name: {"description": "As the API shows it; not looked at."}
            for name in ("id", "label", "source", "finding")
        },
    },
    "required": ["number"],
    "additionalProperties": False,
}
CITATIONS = {
    "description": "Numbers of the article's current text, or objects with a `number`.",
    "type": "array",
    "items": {"anyOf": [{"type": "integer", "minimum": 0}, ENTRY]},
}


def raw(schema: dict[str, Any], **options: Any) -> serializers.Field[Any, Any, Any, Any]:
    """A field that is read elsewhere."""

    class Raw(serializers.JSONField):
        pass

    return extend_schema_field(schema)(Raw)(required=False, **options)


class PartsShape(serializers.Serializer[Any]):
    """Parts that are given replace the whole part; null clears it, and what is not named stays."""

    kind = serializers.ChoiceField(Kind.choices, required=False)
    statement = serializers.CharField(required=False)
    figure = raw(FIGURE)
    date = raw(DATE)
    place = raw(PLACE)
    attribution = raw(ATTRIBUTION)
    citations = raw(CITATIONS)


class CorrectionIn(PartsShape):
    """What changes in a claim."""

    reason = serializers.CharField(required=False, allow_null=True, max_length=2000, help_text="For the history.")


class QuoteIn(serializers.Serializer[Any]):
    """Words of the article's current text: by their place, or by themselves where they stand there once."""

    exact = serializers.CharField(required=False)
    start = serializers.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    end = serializers.IntegerField(required=False, min_value=1, max_value=2**31 - 1)
    revision = serializers.IntegerField(required=False, min_value=1, max_value=2**31 - 1)

    schema_extra = {"anyOf": [{"required": ["exact"]}, {"required": ["start", "end"]}]}


class ClaimIn(PartsShape):
    """A claim that the program missed."""

    article = serializers.IntegerField(min_value=1, max_value=BIGGEST_ID)
    quote = QuoteIn()


class SplitIn(serializers.Serializer[Any]):
    """What each of the claims says; without parts, each figure that the program reads in the words is one."""

    parts = PartsShape(many=True, required=False)
    at = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=2**31 - 1,
        help_text="An offset in the current text: the last figure before it, and the first behind it.",
    )  # fmt: skip
    reason = serializers.CharField(max_length=2000)


def body_of(request: Request) -> dict[str, Any]:
    """The JSON object that was sent. Raises BadParts."""
    if not isinstance(request.data, Mapping):
        raise BadParts([{"pointer": "", "detail": "This must be an object.", "code": "wrong_type"}])
    return dict(request.data)
