"""What the API takes in about articles: shape only; the rules are the deed's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.validators import ProhibitNullCharactersValidator
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.request import Request
from rest_framework.validators import ProhibitSurrogateCharactersValidator

from sources.describing import FORMATS
from sources.refusals import TooLarge


class Text(serializers.CharField):
    """A JSON string as it is: not trimmed, and a number is not taken for its digits."""

    default_error_messages = {"invalid": "This must be a string."}

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_blank", True)
        super().__init__(trim_whitespace=False, **options)
        # The deed refuses these characters itself, with the place where they stand.
        told = (ProhibitNullCharactersValidator, ProhibitSurrogateCharactersValidator)
        self.validators = [validator for validator in self.validators if not isinstance(validator, told)]

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


class Maybe(Text):
    """A text that may be left out, or null."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_null=True, **options)


class Closed(serializers.Serializer[Any]):
    """A body whose unknown fields are refused by name, and in which null is "not given"."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and (unknown := [name for name in data if name not in self.fields]):
            legal = ", ".join(self.fields)
            raise serializers.ValidationError(
                {name: [f"There is no field “{name}”. Legal are: {legal}."] for name in unknown}, code="unknown_field"
            )
        given = super().to_internal_value(data)
        return {name: value for name, value in given.items() if value is not None}


class Facts(Closed):
    """What is known about an article beside its text."""

    title = Maybe(max_length=500, help_text="Without one: the first line of the text, or what the file says.")
    address = Maybe(max_length=2000, help_text="Where it was published: an http or https address.")
    published = Maybe(max_length=64, help_text="EDTF: 2025, 2025-03, 2025-03-14.")
    byline = Maybe(max_length=300)
    outlet = Maybe(max_length=200)


class ArticleIn(Facts):
    """An article to track: its text, or only its address, which is fetched then."""

    text = Text(required=False, help_text="Taken as it is: nothing is trimmed. Without it, the address is fetched.")
    format = serializers.ChoiceField(FORMATS, default="text")

    schema_extra = {
        "anyOf": [
            {"required": ["text"]},
            {"required": ["address"], "properties": {"address": {"type": "string", "minLength": 1}}},
        ]
    }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "text" not in attrs and not attrs.get("address"):
            said = ErrorDetail("Give a text, or an address to fetch.", code="required")
            raise serializers.ValidationError({"text": [said]})
        return attrs


@extend_schema_field({"type": "string", "format": "binary"})
class Upload(serializers.FileField):
    """A file; that it is empty is for the deed to say."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_empty_file=True, **options)


class ArticleFile(Facts):
    """An article to track as a file: PDF, DOCX, HTML, Markdown or plain text."""

    file = Upload()


class TextIn(Closed):
    """A new text of an article. Without it, the article's own address is fetched again."""

    text = Text(required=False, help_text="Nothing is trimmed. Without it, the article's address is fetched again.")
    format = serializers.ChoiceField(FORMATS, default="text")


class TextFile(Closed):
    """A new text of an article as a file: PDF, DOCX, HTML, Markdown or plain text."""

    file = Upload()


def is_file(request: Request) -> bool:
    return (request.content_type or "").startswith("multipart/")


def checked(shape: type[Closed], request: Request) -> dict[str, Any]:
    """The body in that shape. Raises ValidationError."""
    given = shape(data=request.data)
    given.is_valid(raise_exception=True)
    data: dict[str, Any] = given.validated_data
    return data


def bytes_of(upload: Any) -> dict[str, Any]:
    """The arguments of a deed that takes a file; what is too large is not even read. Raises TooLarge."""
    if upload.size > settings.LARGEST_FILE:
        raise TooLarge(f"The file is larger than {settings.LARGEST_FILE // 1024**2} MB. Nothing was stored.")
    return {"data": upload.read(), "name": upload.name, "media_type": upload.content_type or ""}
