"""How the API describes itself: OpenAPI 3.1, every error of every operation documented."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import Direction, OpenApiResponse

from claimtracker.api import parameters
from claimtracker.core.problems import MEDIA_TYPE

VERBS = {
    "list": "list", "retrieve": "get", "create": "create", "partial_update": "update", "change": "update",
    "destroy": "delete",
}  # fmt: skip
TEXT, LINES = {"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/ProblemError"}}
PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457). `code` never changes; `detail` is for a person.",
    "required": ["type", "title", "status", "detail", "code", "errors"],
    "properties": {
        "type": {**TEXT, "format": "uri-reference"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "code": TEXT,
        "request": {"type": ["string", "null"], "description": "Also in the log and the history."},
        "errors": LINES,
    },
}
PROBLEM_ERROR = {
    "type": "object",
    "required": ["pointer", "detail", "code"],
    "properties": {"pointer": {**TEXT, "description": "RFC 6901"}, "detail": TEXT, "code": TEXT},
}
EVERYWHERE = (401, 403, 406, 500, 503)
WRITING = (400, 409, 413, 415, 422)
SEEN = (412, 428)  # of a write that says which version it saw


class Schema(AutoSchema):
    """drf-spectacular's, with our errors, our names for operations, and closed bodies."""

    def get_operation_id(self) -> str:
        """`list_claims`, `get_claims_by_id`, `get_claims_csv`: from the address, which does not move."""
        words = re.sub(r"\{\w+\}", "by_id", self.path.removeprefix("/api/v1/"))
        verb = VERBS.get(getattr(self.view, "action", ""), "get")
        return "_".join([verb, *re.findall(r"\w+", words)]) if words else "get_index"

    def get_tags(self) -> list[str]:
        named = re.findall(r"\w+", self.path.removeprefix("/api/v1/"))
        return [named[0] if named else "index"]

    def _is_list_view(self, serializer: Any = None) -> bool:
        """Only what has pages is a list; a download and the facets are whole."""
        return getattr(self.view, "action", "") == "list" and getattr(self.view, "paged", True)

    def _get_filter_parameters(self) -> list[dict[str, Any]]:
        """Facets and downloads take the filters of their list, and a download its order."""
        filters = getattr(self.view, "filterset_class", None)
        if filters is None or not (self._is_list_view() or self._is_whole()):
            return []
        ordered = [parameters.order(filters)] if hasattr(self.view, "form") else []
        return [*parameters.of_filters(filters), *ordered]

    def get_override_parameters(self) -> list[Any]:
        own = [parameters.AS_OF, parameters.MEMENTO] if self._is_dated() else []
        return list(parameters.IDEMPOTENT) if self.method == "POST" else own

    def _is_dated(self) -> bool:
        """Whether it is asked how it stood at some time."""
        return self.method == "GET" and hasattr(self.view, "own_parameters")

    def _is_whole(self) -> bool:
        return not getattr(self.view, "paged", True)

    def _get_paginator(self) -> Any:
        return super()._get_paginator() if self._is_list_view() else None  # type: ignore[no-untyped-call]  # not typed there

    def get_response_serializers(self) -> Any:
        if form := getattr(self.view, "form", ""):
            said = "A header line and a row each." if form == "csv" else "One JSON object a line."
            return OpenApiResponse(OpenApiTypes.STR, description=said)
        return super().get_response_serializers()

    def _get_response_bodies(self, direction: Direction = "response") -> dict[str, Any]:
        bodies = super()._get_response_bodies(direction)
        for status, body in bodies.items():
            body["description"] = body.get("description") or HTTPStatus(int(status)).phrase
        return bodies | {str(status): self._problem(status) for status in self._errors() if str(status) not in bodies}

    def _errors(self) -> list[int]:
        found = {*EVERYWHERE}
        if self.method in ("POST", "PATCH"):
            found |= {*WRITING}
        if "{" in self.path:
            found.add(404)
        if any(getattr(one, "name", "") == "If-Match" for one in self.get_override_parameters()):
            found |= {*SEEN}
        if self._is_list_view() or self._is_whole() or self._is_dated():
            found.add(400)
        return sorted(found)

    def _problem(self, status: int) -> dict[str, Any]:
        self._component("schemas", "ProblemError", PROBLEM_ERROR)
        schema = self._component("schemas", "Problem", PROBLEM)
        said = HTTPStatus(status)
        body = {"description": said.phrase, "content": {MEDIA_TYPE: {"schema": schema}}}
        return self._component("responses", f"Problem{status}", body)

    def get_serializer_name(self, serializer: Any, direction: Direction) -> str:
        """`ClaimOut` is a claim to whoever reads the document."""
        name: str = super().get_serializer_name(serializer, direction)
        return name.removesuffix("Out")

    def _component(self, kind: str, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        component = ResolvedComponent(name=name, type=kind, schema=schema, object=name)
        self.registry.register_on_missing(component)
        ref: dict[str, Any] = component.ref
        return ref

    def _get_request_body(self, direction: Direction = "request") -> Any:
        """A body that must be filled in one way or another may not be left out."""
        body = super()._get_request_body(direction)  # type: ignore[no-untyped-call]  # not typed there
        given = self.get_request_serializer()
        shapes = given.values() if isinstance(given, dict) else [given]
        if body and any(hasattr(shape, "schema_extra") for shape in shapes):
            body["required"] = True
        return body

    def _postprocess_serializer_schema(self, schema: Any, serializer: Any, direction: Direction) -> Any:
        """A body with an unknown field is refused, and the document says so."""
        schema = super()._postprocess_serializer_schema(schema, serializer, direction)  # type: ignore[no-untyped-call]  # not typed there
        if direction == "request" and "properties" in schema:
            schema["additionalProperties"] = False
            schema |= getattr(serializer, "schema_extra", {})
        return schema


def tidy(result: Any, **ignored: Any) -> Any:
    """Postprocessing hook: without drf-spectacular's own notes on word lists."""
    if isinstance(result, dict):
        return {name: tidy(value) for name, value in result.items() if name != "x-spec-enum-id"}
    return [tidy(value) for value in result] if isinstance(result, list) else result
