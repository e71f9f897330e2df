"""Saved views, for scripts: one's own, and those that the desk shares."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.api.members import member
from claimtracker.core.api.shapes import ViewOut
from claimtracker.core.models import SavedView
from claimtracker.core.notices.filters import ViewFilter
from claimtracker.core.notices.views import LONGEST_NAME, LONGEST_QUERY, change_view, delete_view, save_view
from claimtracker.core.records import Records
from claimtracker.core.writes import Closed, Maybe, Text, YesNo, checked


class ViewIn(Closed):
    name = Text(max_length=LONGEST_NAME)
    list = Text(max_length=16, help_text="Which: “claims”, or “review” (the queue).")
    query = Text(
        required=False,
        max_length=LONGEST_QUERY,
        help_text="Its filters: “kind=troops&flag=uncited”.",
    )
    shared = YesNo(required=False, help_text="Whether the whole desk sees it.")


class ViewChange(Closed):
    name = Maybe(max_length=LONGEST_NAME)
    query = Maybe(max_length=LONGEST_QUERY)
    shared = YesNo(required=False, allow_null=True)


class Views(Records):
    """Lists with their filters, under a name and an address."""

    serializer_class: Any = ViewOut
    filterset_class = ViewFilter

    def get_queryset(self) -> Any:
        return SavedView.objects.visible_to(self.request.user).select_related("owner")

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request=ViewIn,
        responses={201: ViewOut},
    )
    def create(self, request: Request) -> Response:
        """Save a list. Filters that are not understood are refused, not saved."""
        given = checked(ViewIn, request)
        view = save_view(page=given.pop("list"), **given, by=member(request))
        body = self.get_serializer(view).data
        return Response(body, status=201, headers={"Location": body["url"]})

    @extend_schema(request=ViewChange, responses={200: ViewOut})
    def partial_update(self, request: Request, pk: int) -> Response:
        """Rename it, share it, or give it other filters; its address stays. One's own only."""
        view = self.get_object()
        change_view(view, **checked(ViewChange, request), by=member(request))
        return Response(self.get_serializer(view).data)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: int) -> Response:
        """Delete it, for whoever watches it too. One's own only; history keeps what it was."""
        delete_view(self.get_object(), by=member(request))
        return Response(status=204)
