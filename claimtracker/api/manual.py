"""The API's manual: what the documentation page shows, read from the OpenAPI document.

Pure: a document and the address of this desk in, frozen values out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from claimtracker.api.examples import show_call, show_first_page
from claimtracker.api.wording import Kind, read_kind

Part = Mapping[str, Any]
API = "/api/"
PLACES = ("path", "query", "header")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a shape."""

    name: str
    kind: Kind
    says: str
    required: bool
    place: str = ""  # of a parameter: path, query or header


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    says: str
    kind: Kind | None  # None: without a body
    media_type: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one path. One with the filters of another names that one instead of repeating them."""

    name: str
    method: str
    path: str
    says: str
    parameters: tuple[Field, ...]
    like: str
    without: tuple[str, ...]  # the parameters of `like` that this one does not take
    body: Kind | None
    answers: tuple[Answer, ...]
    errors: tuple[str, ...]
    example: str

    @property
    def short(self) -> str:
        """The path without what every address of the API begins with."""
        return re.sub(r"^/api/v\d+", "", self.path)


@dataclass(frozen=True, slots=True)
class Resource:
    name: str
    operations: tuple[Operation, ...]
    files: tuple[Operation, ...]  # the same beside the pages, outside the API's addresses


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    says: str
    closed: bool  # an unknown field is refused
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    title: str
    says: str
    origin: str
    keys: tuple[tuple[str, str], ...]  # ways to say who one is
    resources: tuple[Resource, ...]
    shapes: tuple[Shape, ...]
    problems: tuple[tuple[str, str], ...]  # status, phrase
    paging: str


def read_manual(document: Part, origin: str) -> Manual:
    """`origin` is where the desk answers: "https://desk.example.org"."""
    parts = document["components"]
    problems = parts.get("responses", {}).items()
    lists = [(path, call) for _, path, call in _calls(document) if _is_list(path, call)]
    # Everybody knows what an article is.
    lists.sort(key=lambda pair: not pair[0].endswith("/articles/"))
    return Manual(
        title=document["info"]["title"],
        says=document["info"].get("description", ""),
        origin=origin,
        keys=tuple((name, one.get("description", "")) for name, one in parts.get("securitySchemes", {}).items()),
        resources=tuple(_resources(document, origin)),
        shapes=tuple(_shape(name, schema) for name, schema in parts["schemas"].items()),
        problems=tuple((name[-3:], one["description"]) for name, one in sorted(problems)),
        paging=show_first_page(*lists[0], origin) if lists else "",
    )


def _calls(document: Part) -> Iterator[tuple[str, str, Part]]:
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            yield method, path, call


def _resources(document: Part, origin: str) -> Iterator[Resource]:
    lists = {call["operationId"]: _queries(call) for _, path, call in _calls(document) if _is_list(path, call)}

    def tag(one: tuple[str, str, Part]) -> str:
        return str(one[2]["tags"][0])

    for name, calls in groupby(sorted(_calls(document), key=tag), key=tag):
        read = [_operation(document, method, path, call, lists, origin) for method, path, call in calls]
        inside = tuple(one for one in read if one.path.startswith(API))
        yield Resource(name, inside, tuple(one for one in read if one not in inside))


def _operation(
    document: Part, method: str, path: str, call: Part, lists: Mapping[str, dict[str, Part]], origin: str
) -> Operation:
    like = _like(call, lists)
    shown = [one for one in call.get("parameters", ()) if not (like and one["in"] == "query")]
    return Operation(
        name=call["operationId"],
        method=method.upper(),
        path=path,
        says=call.get("description", ""),
        parameters=tuple(_parameter(one) for one in sorted(shown, key=lambda one: PLACES.index(one["in"]))),
        like=like,
        without=tuple(name for name in lists.get(like, ()) if name not in _queries(call)),
        body=_content(call.get("requestBody", {}))[1],
        answers=tuple(_answer(status, one) for status, one in call["responses"].items() if "$ref" not in one),
        errors=tuple(status for status, one in call["responses"].items() if "$ref" in one),
        example=show_call(document, method, path, call, origin),
    )


def _is_list(path: str, call: Part) -> bool:
    return path.startswith(API) and "cursor" in _queries(call)


def _queries(call: Part) -> dict[str, Part]:
    return {one["name"]: one for one in call.get("parameters", ()) if one["in"] == "query"}


def _like(call: Part, lists: Mapping[str, dict[str, Part]]) -> str:
    """The shortest list that takes every query parameter of this call; empty where there is none."""
    own = _queries(call)
    if not own or call["operationId"] in lists:
        return ""
    fit = [name for name, theirs in lists.items() if all(theirs.get(one) == said for one, said in own.items())]
    return min(fit, key=lambda name: len(lists[name]), default="")


def _parameter(one: Part) -> Field:
    kind, says = read_kind(one["schema"]), one.get("description", "")
    return Field(one["name"], kind, says, one.get("required", False), one["in"])


def _answer(status: str, one: Part) -> Answer:
    media_type, kind = _content(one)
    return Answer(status, one.get("description", ""), kind, media_type, tuple(one.get("headers", ())))


def _content(one: Part) -> tuple[str, Kind | None]:
    for media_type, content in one.get("content", {}).items():
        return media_type, read_kind(content.get("schema", {}))
    return "", None


def _shape(name: str, schema: Part) -> Shape:
    required = schema.get("required", ())
    fields = tuple(
        Field(field, read_kind(one), one.get("description", ""), field in required)
        for field, one in schema.get("properties", {}).items()
    )
    return Shape(name, schema.get("description", ""), schema.get("additionalProperties") is False, fields)
