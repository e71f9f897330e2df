"""What the API takes in: JSON, strictly."""

from __future__ import annotations

import codecs
import json
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    for name in found:
        try:
            name.encode()
        except UnicodeEncodeError as problem:
            raise ValueError("a name holds half of a character (a lone surrogate)") from problem
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _read(stream: IO[bytes]) -> bytes:
    """The body. Django's own limit does not reach those who read the stream themselves."""
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    body = stream.read(most + 1)
    if len(body) > most:
        raise TooLarge
    return body


class TooLarge(APIException):
    status_code = 413
    default_code = "request_entity_too_large"
    default_detail = "What was sent is larger than we take. Nothing was stored; split it."


class StrictJSON(BaseParser):
    """JSON in UTF-8: no NaN, no name given twice, no larger than the settings allow."""

    media_type = "application/json"

    def parse(self, stream: IO[bytes], media_type: str | None = None, parser_context: Any = None) -> Any:
        try:
            text = codecs.decode(_read(stream), "utf-8")
            return json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)
        except UnicodeDecodeError as problem:
            raise ParseError("The body is not UTF-8.") from problem
        except (ValueError, RecursionError) as problem:
            raise ParseError(f"The body is not JSON: {problem}.") from problem
