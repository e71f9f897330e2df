"""A schema of the OpenAPI document in plain words: "list of Claim", "text or null", "one of …".

Pure: a piece of the document in, frozen values out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

Schema = Mapping[str, Any]
NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "array": "list",
}
FORMATS = {"date": "day", "date-time": "time", "uri": "address", "uri-reference": "address", "uuid": "UUID"}
UNTOLD = 10**15  # a bound beyond this is the database's; it tells a reader nothing


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a value, around the name of the shape it leads to: "list of " `Claim` " or null"."""

    before: str = ""
    shape: str = ""
    after: str = ""
    legal: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.before}{self.shape}{self.after}"


def read_kind(schema: Schema) -> Kind:
    if "$ref" in schema:
        return Kind(shape=name_of(schema))
    if "oneOf" in schema:
        return _either(schema["oneOf"])
    kind = _plain(schema)
    return replace(kind, after=f"{kind.after} or null") if "null" in _types(schema) else kind


def name_of(reference: Schema) -> str:
    """The last part of a `$ref`."""
    return str(reference["$ref"]).rpartition("/")[2]


def _types(schema: Schema) -> list[str]:
    said = schema.get("type", [])
    return [said] if isinstance(said, str) else list(said)


def _either(schemas: list[Schema]) -> Kind:
    first = read_kind(schemas[0])
    others = ["null" if _types(one) == ["null"] else str(read_kind(one)) for one in schemas[1:]]
    return replace(first, after="".join([first.after, *(f" or {other}" for other in others)]))


def _plain(schema: Schema) -> Kind:
    name = next((one for one in _types(schema) if one != "null"), "")
    if name == "array":
        return _of("list of ", schema.get("items"), "list")
    if name == "object" and "additionalProperties" in schema:
        return _of("object whose values are ", schema["additionalProperties"], "object")
    legal = tuple(str(word) for word in schema.get("enum", ()) if word is not None)
    words = "word" if legal else FORMATS.get(schema.get("format", ""), NAMES.get(name, ""))
    return Kind(before=words, legal=legal, limits=_limits(schema))


def _of(before: str, inner: Schema | bool | None, otherwise: str) -> Kind:
    """A container of things; where the document does not say of which, its bare name."""
    kind = read_kind(inner) if isinstance(inner, Mapping) else Kind()
    many = "words" if kind.legal else kind.before
    return replace(kind, before=before + many) if str(kind) else Kind(before=otherwise)


def _limits(schema: Schema) -> tuple[str, ...]:
    low, high = (_told(schema.get(name)) for name in ("minimum", "maximum"))
    said = [
        f"from {low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}" if high else "",
        f"at most {schema['maxLength']:,} characters" if "maxLength" in schema else "",
        f"without it {schema['default']}" if "default" in schema else "",
    ]
    return tuple(filter(None, said))


def _told(bound: int | None) -> str:
    return "" if bound is None or abs(bound) >= UNTOLD else f"{bound:,}"
