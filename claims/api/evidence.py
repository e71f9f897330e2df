"""Words of copies that people have put beside claims, for scripts."""

from __future__ import annotations

from typing import Any

from django.core.validators import ProhibitNullCharactersValidator
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.validators import ProhibitSurrogateCharactersValidator

from claims import permissions
from claims.api.findings import CopyRef
from claims.api.shapes import Person
from claims.exports.evidence import evidence_json
from claims.filters import EvidenceFilter
from claims.models import Claim, Evidence
from claims.models.vocabulary import Credibility, Stance, Standpoint
from claims.pinning import pin_evidence, withdraw_evidence
from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources.api.shapes import Nullable
from sources.api.writes import Closed, Text, checked
from sources.models import Snapshot
from sources.models.snapshot import TEXT
from sources.refusals import BadValue


class CopyQuote(serializers.Serializer[Any]):
    """Words of the copy (W3C TextQuoteSelector and TextPositionSelector); offsets are code points, half-open."""

    exact = serializers.CharField()
    prefix = serializers.CharField()
    suffix = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class WithdrawnOut(serializers.Serializer[Any]):
    by = Person(allow_null=True)
    at = serializers.DateTimeField()
    reason = serializers.CharField()


class EvidenceOut(Shape):
    """What a person says that words of a copy say to a claim; the program's finding stands beside it."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    claim = serializers.IntegerField(help_text="The id of the claim.")
    snapshot = CopyRef()
    quote = CopyQuote()
    stance = serializers.ChoiceField(Stance.choices)
    standpoint = serializers.ChoiceField(Standpoint.choices, allow_null=True, help_text="How the source knows.")
    credibility = serializers.ChoiceField(
        Credibility.choices, allow_null=True, help_text="Of what is said, 1 to 6 (Admiralty code)."
    )
    note = Nullable()
    by = Person(allow_null=True)
    created_at = serializers.DateTimeField()
    withdrawn = WithdrawnOut(allow_null=True)

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return evidence_json(row, addresses)


class Kept(Text):
    """A text that no deed reads: what cannot be stored is refused here."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators = [
            *self.validators, ProhibitNullCharactersValidator(), ProhibitSurrogateCharactersValidator()
        ]  # fmt: skip


class EvidenceIn(Closed):
    """Words of a copy: by their place, by themselves where they stand there once, or by both."""

    snapshot = serializers.IntegerField(min_value=1, max_value=BIGGEST_ID, help_text="The id of the copy.")
    exact = Text(required=False, default="", help_text="The words, letter by letter.")
    start = serializers.IntegerField(required=False, allow_null=True, min_value=0)
    end = serializers.IntegerField(required=False, allow_null=True, min_value=1)
    stance = serializers.ChoiceField(Stance.choices)
    standpoint = serializers.ChoiceField(Standpoint.choices, required=False, allow_null=True)
    credibility = serializers.ChoiceField(Credibility.choices, required=False, allow_null=True)
    note = Kept(required=False, allow_null=True, max_length=4000)


class WithdrawIn(Closed):
    reason = Kept(max_length=2000, help_text="It stays on record.")


class Pins(AtAnyTime, Records):
    """Evidence by hand."""

    serializer_class: Any = EvidenceOut

    def get_queryset(self) -> Any:
        rows = Evidence.objects.visible_to(self.request.user).with_copy()
        return rows.select_related("snapshot__source", "created_by", "withdrawn_by")

    @extend_schema(request=WithdrawIn, responses={200: EvidenceOut})
    def withdraw(self, request: Request, pk: int) -> Response:
        """Take it back, with a reason; it stays on record. One's own, or as an editor anybody's."""
        require(permissions.can_pin_evidence(request.user))
        given = checked(WithdrawIn, request)
        withdraw_evidence(self.get_object(), **given, by=request.user)
        return Response(self.get_serializer(self.get_object()).data)


class ClaimEvidence(Pins):
    """What people have put beside one claim, the newest first; what was withdrawn says so."""

    filterset_class = EvidenceFilter

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(claim=self._claim())

    def _claim(self) -> Claim:
        claims = Claim.objects.visible_to(self.request.user).only("pk")
        found: Claim = get_object_or_404(claims, pk=self.kwargs["claim"])
        return found

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request=EvidenceIn,
        responses={
            201: EvidenceOut,
            200: OpenApiResponse(EvidenceOut, description="These words were there; what you say of them is new."),
        },
    )
    def create(self, request: Request, claim: int) -> Response:
        """Put words of a copy beside the claim.

        Words that stand in several places of the copy are a 422 whose `places` has them.
        """
        require(permissions.can_pin_evidence(request.user))
        row, given = self._claim(), checked(EvidenceIn, request)
        copies = Snapshot.objects.visible_to(request.user).defer(*TEXT)
        copy = copies.filter(pk=given.pop("snapshot")).first()
        if copy is None:
            raise BadValue("There is no copy with this id. Nothing was stored.", pointer="/snapshot")
        made, new = pin_evidence(row, snapshot=copy, **given, by=request.user)
        body = self.get_serializer(self.get_queryset().get(pk=made.pk)).data
        return Response(body, status=201 if new else 200, headers={"Location": body["url"]} if new else None)
