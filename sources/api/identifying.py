"""Saying which work a citation means, for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.refusals import require
from sources import permissions
from sources.api.shapes import CitationOut
from sources.api.views import Citations
from sources.api.writes import Closed, Maybe, checked
from sources.identifying import identify, unidentify
from sources.models import Citation

WAYS = ("source", "address", "doi", "reference")


@extend_schema_field(
    {
        "oneOf": [
            {"type": "integer", "minimum": 1, "maximum": BIGGEST_ID},
            {"type": "object", "additionalProperties": True, "minProperties": 1},
            {"type": "null"},
        ]
    }
)
class WorkField(serializers.Field[Any, Any, Any, Any]):
    """The id of a source, a CSL-JSON record, or null."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) or (
            isinstance(data, int) and not isinstance(data, bool) and 1 <= data <= BIGGEST_ID
        ):
            return data
        raise serializers.ValidationError("Give the id of a source, a CSL-JSON record, or null.", code="invalid")


class CitationIn(Closed):
    """Which work the citation means: exactly one of `source`, `address`, `doi` and `reference`."""

    source = WorkField(required=False, allow_null=True, help_text="Null takes back what it means.")  # type: ignore[assignment]  # named so, not where it comes from
    address = Maybe(max_length=2000, help_text="The address of the work.")
    doi = Maybe(max_length=300)
    reference = Maybe(max_length=20_000, help_text="The words of a reference, as a list of literature prints them.")
    replaces = serializers.IntegerField(
        required=False,
        allow_null=True,
        min_value=1,
        max_value=BIGGEST_ID,
        help_text="The source that you saw there and replace: without it, what somebody else has said stays.",
    )
    alike = serializers.BooleanField(
        required=False, default=False, help_text="All other waiting citations with the very same entry as well."
    )

    schema_extra = {
        "oneOf": [
            {"required": ["source"]},
            *(
                {"required": [name], "properties": {name: {"type": "string", "minLength": 1}}}
                for name in ("address", "doi", "reference")
            ),
        ]
    }

    def to_internal_value(self, data: Any) -> Any:
        given = super().to_internal_value(data)
        cleared = isinstance(data, Mapping) and "source" in data and data["source"] is None
        ways = [name for name in WAYS if given.get(name)]
        if len(ways) + cleared != 1:
            said = ErrorDetail(f"Give exactly one of {', '.join(WAYS)}.", code="required")
            raise serializers.ValidationError({"source": [said]})
        return given


class Alike(serializers.Serializer[Any]):
    """The other citations with the very same entry, by their ids."""

    identified = serializers.ListField(child=serializers.IntegerField(), help_text="These have the source now, too.")
    waiting = serializers.ListField(child=serializers.IntegerField(), help_text="These could have it: `alike`.")


class IdentifiedOut(CitationOut):
    """The citation, and those whose entry is the same."""

    alike = Alike()


class Identifying(Citations):
    """Which work a citation means."""

    @extend_schema(request=CitationIn, responses={200: IdentifiedOut})
    def partial_update(self, request: Request, pk: int) -> Response:
        """Identify a citation by a source's id, a CSL-JSON record, an address, a DOI or a reference; null takes back.

        Where somebody else has identified it meanwhile the answer is a 409 that names the source.
        """
        require(permissions.can_identify(request.user))
        citation = get_object_or_404(Citation.objects.visible_to(request.user), pk=pk)
        given = checked(CitationIn, request)
        if not any(given.get(name) for name in WAYS):
            unidentify(citation, by=request.user, replaces=given.get("replaces"))
            return self._answer(pk, [], [])
        work = given.pop("source", None)
        named = {"record": work} if isinstance(work, Mapping) else {"source": work}
        done = identify(citation, by=request.user, **named, **given)
        return self._answer(pk, done.identified, done.waiting)

    def _answer(self, pk: int, identified: Any, waiting: Any) -> Response:
        body = self.get_serializer(self.get_queryset().get(pk=pk)).data
        return Response({**body, "alike": {"identified": identified, "waiting": waiting}})
