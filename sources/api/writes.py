"""What the API takes in about articles: shape only; the rules are the deed's."""

from __future__ import annotations

from typing import Any

from django.core.validators import ProhibitNullCharactersValidator
from rest_framework import serializers
from rest_framework.validators import ProhibitSurrogateCharactersValidator

from sources.ingest import FORMATS


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


class ArticleIn(serializers.Serializer[Any]):
    """A text to track. Only `text` must be given."""

    title = Maybe(max_length=500, help_text="Without one: the first line of the text.")
    text = Text(help_text="Taken as it is: nothing is trimmed.")
    format = serializers.ChoiceField(FORMATS, default="text")
    address = Maybe(max_length=2000, help_text="Where it was published: an http or https address.")
    published = Maybe(max_length=64, help_text="EDTF: 2025, 2025-03, 2025-03-14.")
    byline = Maybe(max_length=300)
    outlet = Maybe(max_length=200)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := [name for name in data if name not in self.fields]):
            legal = ", ".join(self.fields)
            raise serializers.ValidationError(
                {name: [f"There is no field “{name}”. Legal are: {legal}."] for name in unknown}, code="unknown_field"
            )
        given = super().to_internal_value(data)
        return {name: value for name, value in given.items() if value is not None}
