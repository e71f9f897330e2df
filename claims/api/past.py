"""What differs between two versions of a claim, for scripts."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.models import Claim
from claims.versions import compare
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.asof import moment
from claimtracker.core.histories import Author, Pair, author, plain
from claimtracker.core.models import User
from claimtracker.core.records import Records
from claimtracker.core.told import action_words


class VersionRef(serializers.Serializer[Any]):
    """One version, and what made it."""

    version = serializers.IntegerField()
    at = serializers.DateTimeField()
    by = Author(allow_null=True)
    action = serializers.CharField()
    words = serializers.CharField()
    reason = serializers.CharField(allow_null=True)


class DiffOut(serializers.Serializer[Any]):
    """Two versions of a claim, column by column."""

    claim = serializers.IntegerField()
    to = VersionRef()
    changes = serializers.DictField(child=Pair(), help_text="{column: [before, after]}")

    def get_fields(self) -> dict[str, Any]:
        # "from" is a word of Python's own, so it cannot stand above as the others do.
        return {**super().get_fields(), "from": VersionRef()}


VERSIONS = [
    OpenApiParameter("from", {"type": "integer", "minimum": 1}, description="A version; without it the one before."),
    OpenApiParameter("to", {"type": "integer", "minimum": 1}, description="A version; without it the newest."),
]


class Diff(AtAnyTime, Records):
    """The difference of any two versions."""

    paged = False

    def get_queryset(self) -> Any:
        return Claim.objects.visible_to(self.request.user)

    @extend_schema(parameters=VERSIONS, responses=DiffOut)
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What differs between two versions of a claim."""
        claim = get_object_or_404(self.get_queryset().only("pk"), pk=self.kwargs["claim"])
        two = compare(claim.pk, request.query_params, until=moment())
        people = User.objects.in_bulk([_by(row) for row in (two.before, two.after) if _by(row)])
        changes = {name: [plain(old), plain(new)] for name, (old, new) in two.changes.items()}
        told = {"from": _told(two.before, people), "to": _told(two.after, people)}
        return Response({"claim": claim.pk, **told, "changes": changes})


def _by(row: Any) -> int:
    return int((row.pgh_context or {}).get("by") or 0)


def _told(row: Any, people: dict[int, User]) -> dict[str, Any]:
    context = row.pgh_context or {}
    action = context.get("action") or f"claim.{row.pgh_label}"
    return {
        "version": row.version,
        "at": row.pgh_created_at,
        "by": author(people.get(_by(row))),
        "action": action,
        "words": action_words(action),
        "reason": context.get("reason") or None,
    }
