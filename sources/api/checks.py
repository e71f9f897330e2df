"""Every try to fetch a source, asking for one, and saying by hand how the link does."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.addresses import Addresses
from claimtracker.core.downloads import Download
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources import permissions, watching
from sources.api.shapes import LinkOut, Nullable, SourceOut, SourceRef
from sources.api.writes import Closed, Maybe, Text, checked
from sources.exports import checks
from sources.exports.shapes import link_json
from sources.filters import ChangeFilter, CheckFilter
from sources.models import Link, LinkCheck, Source, Why
from sources.models.check import LinkCheckQuerySet


class HopOut(serializers.Serializer[Any]):
    address = serializers.CharField()
    status = serializers.IntegerField()


class CheckOut(Shape):
    """One try to fetch a source; it has its row from its begin."""

    id = serializers.IntegerField()
    source = SourceRef()  # type: ignore[assignment]  # a field named so, not where the value comes from
    why = serializers.ChoiceField(Why.choices)
    by = Nullable(help_text="The user name of whoever asked; null: the desk itself.")
    address = serializers.CharField()
    started_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True, help_text="Null: it is under way.")
    outcome = serializers.ChoiceField(LinkCheck.Outcome.choices, allow_null=True, help_text="Null: it is under way.")
    link = serializers.ChoiceField(Link.choices, allow_null=True, help_text="How the link does after it.")
    turned = serializers.BooleanField(help_text="Whether that is another state than before.")
    http_status = serializers.IntegerField(allow_null=True)
    final_address = Nullable(help_text="Where redirects led.")
    hops = HopOut(many=True, help_text="Every request on the way there.")
    milliseconds = serializers.IntegerField(allow_null=True)
    snapshot = serializers.URLField(allow_null=True, help_text="The copy that was found, new or seen again.")
    code = Nullable()
    problem = Nullable(help_text="What went wrong, in a plain sentence.")

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return checks.check_json(row, addresses)


class AskedOut(serializers.Serializer[Any]):
    """What was asked for, and where to see what comes of it."""

    source = serializers.IntegerField()  # type: ignore[assignment]  # a field named so, not where the value comes from
    state = serializers.ChoiceField(["due", "running"])
    link = LinkOut()
    checks = serializers.URLField()


class LinkIn(Closed):
    """How the link does, whatever the tries say; null lets them speak again."""

    state = Maybe(help_text=f"One of {', '.join(watching.PINNABLE)}; null: not pinned any more.")
    reason = Text(required=False, max_length=2000, help_text="Needed where a state is given.")


class Checks(Records):
    """The tries to fetch one source, the newest first."""

    filterset_class = CheckFilter
    serializer_class = CheckOut

    def get_queryset(self) -> LinkCheckQuerySet:
        source = get_object_or_404(Source.objects.visible_to(self.request.user).only("pk"), pk=self.kwargs["source"])
        return LinkCheck.objects.visible_to(self.request.user).filter(source=source).for_list()

    @extend_schema(
        request=None,
        responses={202: AskedOut},
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[202])],
    )
    def ask(self, request: Request, source: int) -> Response:
        """Ask for a copy of what the source says now. While one is asked for or under way, it is the same one."""
        require(permissions.can_fetch(request.user), watching.MAY)
        watch = watching.ask_fetch(self._source(source), by=request.user)
        where = f"{Addresses.of(request).record('sources', source)}checks/"
        link = link_json(self._source(source))
        state = "running" if watch.is_running else "due"
        body = {"source": source, "state": state, "link": link, "checks": where}
        return Response(body, status=202, headers={"Location": where})

    @extend_schema(request=LinkIn, responses={200: SourceOut})
    def pin(self, request: Request, source: int) -> Response:
        """Say by hand how the link does. No try changes it until it is let go."""
        require(permissions.can_fetch(request.user), watching.MAY)
        found, given = self._source(source), checked(LinkIn, request)
        if "state" in given:
            watching.pin_link(found, link=given["state"], reason=given.get("reason", ""), by=request.user)
        else:
            watching.unpin_link(found, reason=given.get("reason", ""), by=request.user)
        return Response(SourceOut(self._source(source), context=self.get_serializer_context()).data)

    def _source(self, pk: int) -> Source:
        return get_object_or_404(Source.objects.visible_to(self.request.user).with_uses(), pk=pk)


class SourceChanges(Records):
    """What happened to sources: new texts, and links that turned."""

    filterset_class = ChangeFilter
    serializer_class = CheckOut

    def get_queryset(self) -> LinkCheckQuerySet:
        return LinkCheck.objects.visible_to(self.request.user).changes().for_list()


class SourceChangesDownload(Download):
    """What happened to sources, a row each."""

    filterset_class = ChangeFilter
    name, columns = "source-changes", checks.COLUMNS
    cells, shape = checks.check_cells, checks.check_json

    def get_queryset(self) -> LinkCheckQuerySet:
        return LinkCheck.objects.visible_to(self.request.user).changes().for_list()
