"""A source as a reference in a style, for scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.records import Records
from sources.models import Source
from sources.permissions import can_read
from sources.styling import FIRST, cite, styles

USUAL = {"style": FIRST[0], "locale": "en-GB"}


class ReferenceOut(serializers.Serializer[Any]):
    """The reference."""

    style = serializers.CharField()  # type: ignore[assignment]  # a field named so, not the serializer's own style
    title = serializers.CharField(help_text="Of the style.")
    locale = serializers.CharField()
    text = serializers.CharField()
    html = serializers.CharField(help_text="With slanted, bold and raised letters; nothing else is left in it.")


class StyleOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    title = serializers.CharField()


class StylesOut(serializers.Serializer[Any]):
    """All of them, in one answer."""

    results = StyleOut(many=True)


class Cite(Records):
    """How a source is cited."""

    serializer_class = ReferenceOut
    paged = False

    @extend_schema(
        parameters=[
            OpenApiParameter("style", str, description="A style of the Citation Style Language by its name: apa."),
            OpenApiParameter("locale", str, description="The language of its words: en-GB, de-DE."),
        ],
        responses={200: ReferenceOut},
    )
    def cite(self, request: Request, pk: int) -> Response:
        """The source as a reference in a style."""
        source = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
        done = cite(source, **{**USUAL, **_asked(request)})
        return Response({**asdict(done), "html": str(done.html)})


class Styles(Records):
    """The styles in which sources can be cited."""

    serializer_class = StylesOut
    paged = False

    @extend_schema(responses={200: StylesOut})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The best known first, then by title."""
        shown = styles().items() if can_read(request.user) else ()
        return Response({"results": [{"name": name, "title": title} for name, title in shown]})


def _asked(request: Request) -> dict[str, str]:
    unknown = [name for name in request.query_params if name not in USUAL]
    if unknown:
        raise serializers.ValidationError({unknown[0]: [f"Legal are: {', '.join(USUAL)}."]})
    return {name: value for name in USUAL if (value := request.query_params.get(name))}
