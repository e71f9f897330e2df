"""The shapes of notifications, subscriptions and saved views."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rest_framework import serializers

from claimtracker.core.addresses import Addresses
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import How, Notice, SavedView, Subscription, Watched
from claimtracker.core.notices.kinds import can_be_watched
from claimtracker.core.notices.telling import subjects_of
from claimtracker.core.records import Shape

JSON = dict[str, Any]


class Teller(serializers.Serializer[Any]):
    """A person of the desk."""

    id = serializers.IntegerField()
    username = serializers.CharField()
    name = serializers.CharField()


class Subject(serializers.Serializer[Any]):
    """Something that is watched, or that something happened to."""

    kind = serializers.ChoiceField(Watched.choices)
    id = serializers.IntegerField()


class NotificationOut(Shape):
    """That something happened to what one watches, or that one was named."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField(help_text="Where it can be seen.")
    event = serializers.ChoiceField([(name, event.words) for name, event in EVENTS.items()])
    words = serializers.CharField()
    by = Teller(allow_null=True, help_text="Who did it; null: the program.")
    at = serializers.DateTimeField()
    subjects = Subject(many=True)
    because = Subject(allow_null=True, help_text="What one watches that led to it; null: one was named.")
    by_mail = serializers.ChoiceField(How.choices)
    seen_at = serializers.DateTimeField(allow_null=True)

    @staticmethod
    def shape(row: Notice, addresses: Addresses) -> JSON:
        happening, because = row.happening, row.because
        return {
            "id": row.pk,
            "uuid": str(row.uuid),
            "url": addresses.record("notifications", row.pk),
            "page": addresses.root + happening.path,
            "event": happening.event,
            "words": happening.words,
            "by": person(happening.by),
            "at": moment(happening.at),
            "subjects": [{"kind": kind, "id": ident} for kind, ident in subjects_of(happening)],
            "because": {"kind": because.kind, "id": because.object_id} if because else None,
            "by_mail": row.how,
            "seen_at": moment(row.seen_at),
        }


class SubscriptionOut(Shape):
    """Something that one watches."""

    id = serializers.IntegerField()
    url = serializers.URLField()
    kind = serializers.ChoiceField(Watched.choices)
    object = serializers.IntegerField(help_text="The id of the claim, article, source or view.")
    created_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Subscription, addresses: Addresses) -> JSON:
        return {
            "id": row.pk,
            "url": addresses.record("subscriptions", row.pk),
            "kind": row.kind,
            "object": row.object_id,
            "created_at": moment(row.created_at),
        }


class ViewOut(Shape):
    """A list with its filters, under a name and an address."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField(help_text="Its address, which stays when the name changes.")
    feed = serializers.URLField(
        allow_null=True,
        help_text="What happens to what it shows, as Atom; null for the queue, which cannot be watched.",
    )
    name = serializers.CharField()
    list = serializers.CharField(help_text="Which: “claims”, or “review” (the queue).")
    query = serializers.CharField(allow_blank=True, help_text="Its filters, as the query of an address.")
    shared = serializers.BooleanField(help_text="Whether the whole desk sees it.")
    owner = Teller()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: SavedView, addresses: Addresses) -> JSON:
        return {
            "id": row.pk,
            "uuid": str(row.uuid),
            "url": addresses.record("views", row.pk),
            "page": f"{addresses.root}/views/{row.slug}/",
            "feed": f"{addresses.root}/views/{row.slug}.atom" if can_be_watched(row) else None,
            "name": row.name,
            "list": row.page,
            "query": row.query,
            "shared": row.shared,
            "owner": person(row.owner),
            "created_at": moment(row.created_at),
            "updated_at": moment(row.updated_at),
        }


def person(user: Any) -> JSON | None:
    return {"id": user.pk, "username": user.username, "name": str(user)} if user else None


def moment(time: dt.datetime | None) -> str | None:
    """UTC, ISO 8601, to the microsecond: `updated_since` can be fed with it."""
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z") if time else None
