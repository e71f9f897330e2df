"""What the API takes in about articles: shape only; the rules are the deed's."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from sources.ingest import FORMATS


class Text(serializers.CharField):
    """A JSON string as it is: not trimmed, and a number is not taken for its digits; null is "none given"."""

    default_error_messages = {"invalid": "This must be a string."}

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_blank", True)
        super().__init__(trim_whitespace=False, **options)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


class ArticleIn(serializers.Serializer[Any]):
    title = Text(required=False, max_length=500, help_text="Empty: the first line of the text.")
    text = Text(help_text="Taken as it is: nothing is trimmed.")
    format = serializers.ChoiceField(FORMATS, default="text")
    address = Text(required=False, max_length=2000, help_text="Where it was published: an http or https address.")
    published = Text(required=False, max_length=64, help_text="EDTF: 2025, 2025-03, 2025-03-14.")
    byline = Text(required=False, max_length=300)
    outlet = Text(required=False, max_length=200)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := [name for name in data if name not in self.fields]):
            legal = ", ".join(self.fields)
            raise serializers.ValidationError(
                {name: [f"There is no field “{name}”. Legal are: {legal}."] for name in unknown}, code="unknown_field"
            )
        return super().to_internal_value(data)
