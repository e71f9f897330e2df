"""Saying where a claim stands, for scripts."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.shapes import ClaimOut
from claims.models import Claim
from claims.placing import place_claim
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources.api.writes import Closed, checked


class PlaceIn(Closed):
    """Words of the article's current text; offsets are Unicode code points, half-open."""

    revision = serializers.IntegerField(min_value=1, help_text="The number of the text that the offsets count in.")
    start = serializers.IntegerField(min_value=0)
    end = serializers.IntegerField(min_value=1)


class Anchors(Records):
    """Where a claim stands in its article's current text."""

    serializer_class = ClaimOut

    def get_queryset(self) -> Any:
        return Claim.objects.visible_to(self.request.user).with_parts()

    @extend_schema(request=PlaceIn, responses={200: ClaimOut})
    def create(self, request: Request, pk: int) -> Response:
        """Anchor a claim by hand, where a new text left it ambiguous or lost. Its version and verdicts stay."""
        require(permissions.can_place_claim(request.user))
        claim = get_object_or_404(Claim.objects.visible_to(request.user).select_related("article__revision"), pk=pk)
        place_claim(claim, **checked(PlaceIn, request), by=request.user)
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)
