"""Command lines that ask the API, made from the OpenAPI document: they can be pasted as they stand.

Pure: a piece of the document in, a line of text out.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from typing import Any

Part = Mapping[str, Any]
CURL = 'curl -H "Authorization: Bearer $TOKEN"'
SEEN = 'If-Match: "1-0"'  # the version is what counts; a record's own ETag has it
FILLING: dict[str, Any] = {"string": "…", "integer": 1, "number": 1, "boolean": True, "array": [], "object": {}}


def show_call(document: Part, method: str, path: str, call: Part, origin: str) -> str:
    """Record 1, the first filter that has words, and a body of what must be given."""
    for one in call.get("parameters", ()):
        path = path.replace(f"{{{one['name']}}}", "1")
    address = shlex.quote(f"{origin}{path}{_query(call)}")
    if method == "get":
        return f"{CURL} {address}"
    if method == "delete":
        return f"{CURL} -X DELETE {address}"
    body = shlex.quote(json.dumps(_body(document, call), ensure_ascii=False))
    seen = f" -H '{SEEN}'" if any(one["name"] == "If-Match" for one in call.get("parameters", ())) else ""
    return f"{CURL} -X {method.upper()}{seen} -H 'Content-Type: application/json' -d {body} {address}"


def show_first_page(path: str, call: Part, origin: str) -> str:
    """A list, in the largest pages it gives."""
    most = next(one["schema"]["maximum"] for one in call["parameters"] if one["name"] == "page_size")
    return f"{CURL} {shlex.quote(f'{origin}{path}?page_size={most}')}"


def _query(call: Part) -> str:
    """What must be given, or one filter that narrows the answer, of those that say which words they take."""
    needed = [one for one in call.get("parameters", ()) if one["in"] == "query" and one.get("required")]
    if needed:
        return "?" + "&".join(f"{one['name']}={FILLING.get(one['schema'].get('type'), 'x')}" for one in needed)
    for one in call.get("parameters", ()):
        schema = one["schema"]
        words = schema.get("items", {}).get("enum") or (["true"] if schema.get("type") == "boolean" else [])
        if one["in"] == "query" and words:
            return f"?{one['name']}={words[0]}"
    return ""


def _body(document: Part, call: Part) -> dict[str, Any]:
    contents: list[Part] = list(call.get("requestBody", {}).get("content", {}).values())
    return _filled(document, contents[0].get("schema", {})) if contents else {}


def _filled(document: Part, schema: Part) -> dict[str, Any]:
    """An object with what must be given; of several ways to fill it, the first."""
    schema = _resolved(document, schema)
    fields = schema.get("properties", {})
    ways = schema.get("anyOf") or schema.get("oneOf") or [{}]
    needed = [*schema.get("required", ()), *ways[0].get("required", ())]
    return {name: _filling(document, fields[name]) for name in needed}


def _resolved(document: Part, schema: Part) -> Part:
    for inner in schema.get("allOf", ()):
        schema = inner
    if "$ref" in schema:
        found: Part = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return found
    return schema


def _filling(document: Part, schema: Part) -> Any:
    """Of a value that may be of several kinds, the first; of a list of words, the first."""
    schema = _resolved(document, schema)
    if words := schema.get("enum"):
        return words[0]
    if "properties" in schema:
        return _filled(document, schema)
    return FILLING.get(schema.get("oneOf", [schema])[0].get("type"), "…")
