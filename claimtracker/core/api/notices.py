"""Notifications and subscriptions, for scripts: one's own, and nobody else's."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from claimtracker.core.api.members import Members, member
from claimtracker.core.api.shapes import NotificationOut, SubscriptionOut
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import How, Notice, Subscription, Watched
from claimtracker.core.notices import choosing
from claimtracker.core.notices.filters import NoticeFilter, SubscriptionFilter
from claimtracker.core.notices.following import unwatch, watch
from claimtracker.core.records import Private, Records
from claimtracker.core.writes import Closed, YesNo, checked


class ReadIn(Closed):
    ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=BIGGEST_ID),
        required=False,
        allow_null=True,
        max_length=200,
        help_text="Without it: all there are.",
    )


class ReadOut(serializers.Serializer[Any]):
    read = serializers.IntegerField(help_text="How many were unread until now.")


class Notifications(Members, Records):
    """What the caller has been told, the newest first."""

    serializer_class: Any = NotificationOut
    filterset_class = NoticeFilter

    def get_queryset(self) -> Any:
        return Notice.objects.of(self.request.user).with_happening()

    @extend_schema(request=ReadIn, responses={200: ReadOut})
    def read(self, request: Request) -> Response:
        """Mark as read: these, or all."""
        return Response({"read": choosing.see(member(request), checked(ReadIn, request).get("ids"))})


class WayOut(serializers.Serializer[Any]):
    event = serializers.ChoiceField([(name, event.words) for name, event in EVENTS.items()])
    words = serializers.CharField()
    how = serializers.ChoiceField(How.choices)


class WaysOut(serializers.Serializer[Any]):
    events = WayOut(many=True)
    follows_own_work = serializers.BooleanField()


class WaysIn(Closed):
    events = serializers.DictField(
        child=serializers.ChoiceField(How.choices),
        required=False,
        allow_null=True,
        help_text="Events by name; what is not named stays as it is.",
    )
    follows_own_work = YesNo(
        required=False, allow_null=True, help_text="Whether what one reviews, disputes or annotates is watched by that."
    )


class NoticeSettings(Members, Private, GenericViewSet[Any]):
    """How the caller hears of each event by e-mail."""

    serializer_class: Any = WaysOut

    @extend_schema(responses={200: WaysOut})
    def show(self, request: Request) -> Response:
        return Response(self._ways(request))

    @extend_schema(request=WaysIn, responses={200: WaysOut})
    def change(self, request: Request) -> Response:
        given = checked(WaysIn, request)
        choosing.choose(member(request), given.get("events", {}), follows_own_work=given.get("follows_own_work"))
        return Response(self._ways(request))

    def _ways(self, request: Request) -> dict[str, Any]:
        ways = choosing.ways(member(request))
        events = [{"event": name, "words": EVENTS[name].words, "how": how} for name, how in ways.items()]
        return {"events": events, "follows_own_work": member(request).follows_own_work}


class SubscriptionIn(Closed):
    kind = serializers.ChoiceField(Watched.choices)
    object = serializers.IntegerField(
        min_value=1, max_value=BIGGEST_ID, help_text="The id of the claim, article, source or view."
    )


class Subscriptions(Members, Records):
    """What the caller watches."""

    serializer_class: Any = SubscriptionOut
    filterset_class = SubscriptionFilter

    def get_queryset(self) -> Any:
        return Subscription.objects.of(self.request.user)

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request=SubscriptionIn,
        responses={
            201: SubscriptionOut,
            200: OpenApiResponse(SubscriptionOut, description="It was watched already."),
        },
    )
    def create(self, request: Request) -> Response:
        """Watch it from now on."""
        given = checked(SubscriptionIn, request)
        new = not self.get_queryset().filter(kind=given["kind"], object_id=given["object"]).exists()
        row = watch(given["kind"], given["object"], by=member(request))
        body = self.get_serializer(row).data
        return Response(body, status=201 if new else 200, headers={"Location": body["url"]} if new else None)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: int) -> Response:
        """Watch it no more."""
        row = self.get_object()
        unwatch(row.kind, row.object_id, by=member(request))
        return Response(status=204)
