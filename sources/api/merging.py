"""Works that may be the same, and the merging of two, for scripts."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.addresses import Addresses
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources import permissions
from sources.api.shapes import SourceOut, SourceRef
from sources.api.writes import Closed, Maybe, checked
from sources.exports.shapes import source_ref
from sources.filters import SuggestionFilter
from sources.merging import FIELDS, Preview, merge, preview_merge, undo_merge
from sources.models import Source
from sources.suggesting import suggest_twins, suggestions
from sources.works import standing_of


class MergeIn(Closed):
    """Which source stays, and why."""

    into = serializers.IntegerField(min_value=1, max_value=BIGGEST_ID, help_text="The source that stays.")
    reason = Maybe(max_length=5000)
    take = serializers.ListField(
        child=serializers.ChoiceField([(name, name) for name in FIELDS]),
        required=False,
        help_text="Fields whose value is taken from the one that is merged, though the other has one.",
    )


class UnmergeIn(Closed):
    """Why it is taken back."""

    reason = Maybe(max_length=5000)


class MergedField(serializers.Serializer[Any]):
    name = serializers.CharField()
    stays = serializers.JSONField(help_text="What the source that stays says.")
    comes = serializers.JSONField(help_text="What the one that is merged says.")
    outcome = serializers.CharField(help_text="same · stays · fills (a blank) · replaces (chosen)")


class PreviewOut(serializers.Serializer[Any]):
    """What a merge would do."""

    source = SourceRef()  # type: ignore[assignment]  # a field named so, not where the value comes from
    into = SourceRef()
    merged_fields = MergedField(many=True)
    citations = serializers.IntegerField(help_text="How many lead to the other then.")
    snapshots = serializers.IntegerField(help_text="Copies that move.")
    doubles = serializers.IntegerField(help_text="Copies whose text the other has, too: they stay.")
    claims = serializers.IntegerField(help_text="How many lean on what moves.")


class Merging(Records):
    """Two rows that are one work."""

    serializer_class = SourceOut
    paged = False

    def get_queryset(self) -> Any:
        return Source.objects.visible_to(self.request.user).with_uses()

    @extend_schema(
        parameters=[
            OpenApiParameter("into", {"type": "integer", "minimum": 1, "maximum": BIGGEST_ID}, required=True,
                             description="The source that stays.")
        ],
        responses={200: PreviewOut},
    )  # fmt: skip
    def preview(self, request: Request, pk: int) -> Response:
        """What a merge would do, field by field. Nothing is changed."""
        require(permissions.can_merge_sources(request.user))
        source = get_object_or_404(Source, pk=pk)
        into = get_object_or_404(Source, pk=_into(request))
        return Response(preview_json(preview_merge(source, into, by=request.user), Addresses.of(request)))

    @extend_schema(request=MergeIn, responses={200: SourceOut})
    def create(self, request: Request, pk: int) -> Response:
        """Merge this source into another, which is the answer. The row stays and leads there; it can be undone."""
        require(permissions.can_merge_sources(request.user))
        given = checked(MergeIn, request)
        source, into = get_object_or_404(Source, pk=pk), get_object_or_404(Source, pk=given["into"])
        chosen = dict.fromkeys(given.get("take", []), "comes")
        done = merge(source, into, by=request.user, reason=given.get("reason", ""), fields=chosen)
        return self._answer(done.into_id)

    @extend_schema(request=UnmergeIn, responses={200: SourceOut})
    def undo(self, request: Request, pk: int) -> Response:
        """Take the merge of this source back: what moved goes back, unless somebody has moved it on since."""
        require(permissions.can_merge_sources(request.user))
        given = checked(UnmergeIn, request)
        undo_merge(get_object_or_404(Source, pk=pk), by=request.user, reason=given.get("reason", ""))
        return self._answer(pk)

    def _answer(self, pk: int) -> Response:
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)


def _into(request: Request) -> int:
    """The one parameter of a preview."""
    unknown = [name for name in request.query_params if name != "into"]
    given = request.query_params.get("into", "")
    fine = given.isascii() and given.isdigit() and len(given) < 20 and 1 <= int(given) <= BIGGEST_ID
    if unknown or not fine or len(request.query_params.getlist("into")) > 1:
        said = "Legal is: into, the id of the source that stays."
        raise serializers.ValidationError({(unknown or ["into"])[0]: [said]})
    return int(given)


def preview_json(preview: Preview, addresses: Addresses) -> dict[str, Any]:
    fields = [{name: getattr(one, name) for name in ("name", "stays", "comes", "outcome")} for one in preview.fields]
    counts = {name: getattr(preview, name) for name in ("citations", "snapshots", "doubles", "claims")}
    return {
        "source": source_ref(preview.source, addresses),
        "into": source_ref(preview.into, addresses),
        "merged_fields": fields,
        **counts,
    }


class SuggestionOut(serializers.Serializer[Any]):
    source = SourceRef()  # type: ignore[assignment]  # a field named so, not where the value comes from
    likeness = serializers.IntegerField(help_text="0 to 100; 100: the same DOI, address or entry.")
    why = serializers.ListField(child=serializers.CharField())


class SuggestionsOut(serializers.Serializer[Any]):
    """The likeliest first, in one answer."""

    results = SuggestionOut(many=True)


class Suggestions(Records):
    """Works of the desk that may be meant by a reference, or be the same as a source. Nothing is merged by itself."""

    filterset_class = SuggestionFilter
    paged = False

    @extend_schema(responses={200: SuggestionsOut})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The likeliest first, with the reasons; give `reference` or `source`."""
        self.filter_queryset(Source.objects.none())  # refuses what is not understood
        asked = SuggestionFilter(request.query_params, queryset=Source.objects.none()).form
        asked.is_valid()
        found = []
        if text := asked.cleaned_data.get("reference"):
            found = suggestions(text)
        elif pk := asked.cleaned_data.get("source"):
            # As in every list, what is not there leaves nothing.
            source = Source.objects.visible_to(request.user).filter(pk=pk).first()
            found = suggest_twins(standing_of(source)) if source else []
        addresses = Addresses.of(request)
        rows = [
            {"source": source_ref(one.source, addresses), "likeness": one.likeness, "why": one.why} for one in found
        ]
        return Response({"results": rows})
