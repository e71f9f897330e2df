"""Tags on claims, for scripts."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.shapes import Person
from claims.exports.shapes import person_json
from claims.models import Claim, ClaimTag, Tag
from claims.notefilters import ClaimTagFilter, TagFilter
from claims.permissions import can_read
from claims.tagging import add_tag, remove_tag
from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources.api.writes import Closed, Text, checked
from sources.exports.shapes import moment


class TagOut(Shape):
    """A word that claims are found by."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    claims = serializers.IntegerField(help_text="How many claims carry it, of articles that are not withdrawn.")

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return {"id": row.pk, "name": row.name, "claims": row.found}


class ClaimTagOut(Shape):
    """A tag on a claim, and who put it there."""

    name = serializers.CharField()
    by = Person(allow_null=True)
    created_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return {"name": row.tag.name, "by": person_json(row.created_by), "created_at": moment(row.created_at)}


class TagIn(Closed):
    name = Text(help_text="Up to 60 characters; “Flood” and “flood” are one tag.")


class Tags(AtAnyTime, Records):
    """All tags of the desk."""

    serializer_class = TagOut
    filterset_class = TagFilter

    def get_queryset(self) -> Any:
        current = ClaimTag.objects.filter(tag=OuterRef("pk"), claim__article__withdrawn_at=None).order_by()
        # Counted apart: the tables of the past have no keys, by which PostgreSQL would group all columns of a tag.
        counted = current.values("tag").annotate(found=Count("pk")).values("found")
        tags = Tag.objects.annotate(found=Coalesce(Subquery(counted), 0))
        return tags if can_read(self.request.user) else tags.none()


class ClaimTags(AtAnyTime, Records):
    """The tags of one claim."""

    serializer_class = ClaimTagOut
    filterset_class = ClaimTagFilter

    def get_queryset(self) -> Any:
        return ClaimTag.objects.filter(claim=self._claim()).select_related("tag", "created_by")

    def _claim(self) -> Claim:
        found: Claim = get_object_or_404(
            Claim.objects.visible_to(self.request.user).only("pk"), pk=self.kwargs["claim"]
        )
        return found

    @extend_schema(
        request=TagIn, responses={201: ClaimTagOut, 200: OpenApiResponse(ClaimTagOut, description="It had it.")}
    )
    def create(self, request: Request, claim: int) -> Response:
        """Put a tag on the claim."""
        require(permissions.can_annotate(request.user))
        made, new = add_tag(self._claim(), **checked(TagIn, request), by=request.user)
        return Response(self.get_serializer(made).data, status=201 if new else 200)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, claim: int, name: str) -> Response:
        """Take a tag off the claim; where it has none such, nothing happens."""
        require(permissions.can_annotate(request.user))
        remove_tag(self._claim(), name=name, by=request.user)
        return Response(status=204)
