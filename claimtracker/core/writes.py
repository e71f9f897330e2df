"""What the API takes in: shape only, and nothing that is not named; the rules are the deed's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.validators import ProhibitNullCharactersValidator
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.validators import ProhibitSurrogateCharactersValidator


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


class YesNo(serializers.BooleanField):
    """true or false of JSON; a number or a word is not taken for either."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


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


def checked(shape: type[Closed], request: Request) -> dict[str, Any]:
    """The body in that shape. Raises ValidationError."""
    given = shape(data=request.data)
    given.is_valid(raise_exception=True)
    data: dict[str, Any] = given.validated_data
    return data
