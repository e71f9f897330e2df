"""What the API takes in about articles: shape only; the rules are the deed's."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.request import Request

from claimtracker.core.writes import Closed, Maybe, Text, checked
from sources.describing import FORMATS
from sources.refusals import TooLarge

__all__ = [
    "ArticleFile",
    "ArticleIn",
    "Closed",
    "Facts",
    "Maybe",
    "Text",
    "TextFile",
    "TextIn",
    "Upload",
    "bytes_of",
    "checked",
    "is_file",
]


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


def bytes_of(upload: Any) -> dict[str, Any]:
    """The arguments of a deed that takes a file; what is too large is not even read. Raises TooLarge."""
    if upload.size > settings.LARGEST_FILE:
        raise TooLarge(f"The file is larger than {settings.LARGEST_FILE // 1024**2} MB. Nothing was stored.")
    return {"data": upload.read(), "name": upload.name, "media_type": upload.content_type or ""}
