"""Disputes and rival values, for scripts."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.evidence import Kept
from claims.api.shapes import Person, RivalOut
from claims.disputing import acknowledge_dispute, raise_dispute, settle_dispute, withdraw_dispute
from claims.exports import disputes
from claims.filters import DisputeFilter
from claims.models import Claim, Dispute, Rival
from claims.models.dispute import SETTLED
from claims.models.vocabulary import Aspect, DisputeState, Ground, Rank
from claims.rivals import rank_rival, withdraw_rival
from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.downloads import Download
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources.api.shapes import Nullable
from sources.api.writes import Closed, Maybe, checked
from sources.refusals import BadValue

LOCATION = OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])
LOST = OpenApiResponse(description="Somebody was first; `state` says how the dispute ended.")


class WithdrawnValue(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    reason = serializers.CharField()


class ProposedOut(RivalOut, Shape):
    """A value that a dispute brought. It stands beside the claim once it is accepted, until it is withdrawn."""

    accepted_at = serializers.DateTimeField(allow_null=True)
    withdrawn = WithdrawnValue(allow_null=True)

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return disputes.proposed_json(row, addresses)


class DisputeOut(Shape):
    """An objection to a claim, and how it was settled."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField()
    claim = serializers.IntegerField(help_text="The id of the claim.")
    article = serializers.IntegerField(help_text="The id of its article.")
    by = Person()
    ground = serializers.ChoiceField(Ground.choices)
    aspect = serializers.ChoiceField(Aspect.choices)
    reason = serializers.CharField()
    rival = ProposedOut(allow_null=True)
    duplicate_of = serializers.IntegerField(allow_null=True, help_text="The id of the claim that says the same.")
    version = serializers.IntegerField(help_text="Of the claim, as it was seen.")
    state = serializers.ChoiceField(DisputeState.choices)
    acknowledged_by = Person(allow_null=True)
    due = serializers.DateField(allow_null=True)
    settled_by = Person(allow_null=True)
    settled_at = serializers.DateTimeField(allow_null=True, help_text="When it was settled or withdrawn.")
    outcome_reason = Nullable()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return disputes.dispute_json(row, addresses)


@extend_schema_field({"type": "object", "additionalProperties": True, "nullable": True})
class Parts(serializers.DictField):
    """Parts of a claim in its own shapes; what is wrong in them the deed says, with its place."""


class DisputeIn(Closed):
    ground = serializers.ChoiceField(Ground.choices)
    aspect = serializers.ChoiceField(Aspect.choices)
    reason = Kept(max_length=10_000, help_text="It stays on record.")
    rival = Parts(
        required=False,
        allow_null=True,
        help_text="figure, date, place or attribution in the claim's shapes, with `source` (an id or a CSL-JSON "
        "record), `address`, `doi` or `reference`, or with `no_source`: why there is none.",
    )
    duplicate_of = serializers.IntegerField(required=False, allow_null=True, min_value=1, max_value=BIGGEST_ID)
    version = serializers.IntegerField(
        required=False, allow_null=True, min_value=1, max_value=2**31 - 1, help_text="Of the claim, as you saw it."
    )


class AcknowledgeIn(Closed):
    due = serializers.DateField(required=False, allow_null=True, help_text="Without it: as the desk's policy has it.")


class SettleIn(Closed):
    outcome = serializers.ChoiceField([(one.value, one.label) for one in SETTLED])
    reason = Kept(max_length=10_000, help_text="It stays on record beside the claim.")
    correction = Parts(
        required=False, allow_null=True, help_text="For an upheld misreading: what the record should be."
    )
    rank = serializers.ChoiceField(Rank.choices, required=False, allow_null=True, help_text="Of the rival value.")
    rank_reason = Kept(required=False, allow_null=True, max_length=1000)


class GivenUpIn(Closed):
    reason = Kept(max_length=10_000, help_text="It stays on record.")


class RankIn(Closed):
    rank = serializers.ChoiceField(Rank.choices)
    reason = Maybe(max_length=1000, help_text="Required, but for normal.")


class Disputes(AtAnyTime, Records):
    """Objections to claims."""

    filterset_class: Any = DisputeFilter
    serializer_class: Any = DisputeOut

    def get_queryset(self) -> Any:
        return Dispute.objects.visible_to(self.request.user).with_people().with_turn()

    @extend_schema(request=AcknowledgeIn, responses={200: DisputeOut, 409: LOST})
    def acknowledge(self, request: Request, pk: int) -> Response:
        """Take it up, to settle it by a day."""
        require(permissions.can_settle_disputes(request.user))
        acknowledge_dispute(self.get_object(), **checked(AcknowledgeIn, request), by=request.user)
        return self._answer()

    @extend_schema(request=SettleIn, responses={200: DisputeOut, 409: LOST})
    def settle(self, request: Request, pk: int) -> Response:
        """Say how it ends. Whoever raised it never settles it."""
        require(permissions.can_settle_disputes(request.user))
        settle_dispute(self.get_object(), **checked(SettleIn, request), by=request.user)
        return self._answer()

    @extend_schema(request=GivenUpIn, responses={200: DisputeOut, 409: LOST})
    def withdraw(self, request: Request, pk: int) -> Response:
        """Take back what one raised; it stays on record."""
        require(permissions.can_dispute(request.user))
        withdraw_dispute(self.get_object(), **checked(GivenUpIn, request), by=request.user)
        return self._answer()

    def _answer(self) -> Response:
        return Response(self.get_serializer(self.get_object()).data)


class OfClaim(DisputeFilter):
    """The address names the claim already."""

    claim = article = None  # type: ignore[assignment]  # taken out of the filters, as Django does with fields


class ClaimDisputes(Disputes):
    """The disputes about one claim, the newest first."""

    filterset_class = OfClaim

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(claim=self._claim(self.kwargs["claim"]))

    def _claim(self, pk: int) -> Claim:
        found: Claim = get_object_or_404(Claim.objects.visible_to(self.request.user).only("pk"), pk=pk)
        return found

    @extend_schema(
        parameters=[LOCATION],
        request=DisputeIn,
        responses={201: DisputeOut, 409: OpenApiResponse(description="You have an open one about this part.")},
    )
    def create(self, request: Request, claim: int) -> Response:
        """Object to the claim: `misread`, the record differs from the article's words; `contested`, others say
        something else.
        """
        require(permissions.can_dispute(request.user))
        row, given = self._claim(claim), checked(DisputeIn, request)
        made = raise_dispute(row, **given | _other(request.user, given), by=request.user)
        body = self.get_serializer(self.get_queryset().get(pk=made.pk)).data
        return Response(body, status=201, headers={"Location": body["url"]})


def _other(user: Any, given: dict[str, Any]) -> dict[str, Any]:
    """The claim that `duplicate_of` names."""
    if "duplicate_of" not in given:
        return {}
    other = Claim.objects.visible_to(user).filter(pk=given["duplicate_of"]).first()
    if other is None:
        raise BadValue("There is no claim with this id. Nothing was stored.", pointer="/duplicate_of")
    return {"duplicate_of": other}


class Rivals(AtAnyTime, Records):
    """Other values beside claims' own."""

    serializer_class: Any = ProposedOut

    def get_queryset(self) -> Any:
        readers = Rival.objects.all() if permissions.can_read(self.request.user) else Rival.objects.none()
        return readers.select_related("place", "source")

    @extend_schema(request=RankIn, responses={200: ProposedOut})
    def rank(self, request: Request, pk: int) -> Response:
        """Say how it stands to the others; several may be preferred."""
        require(permissions.can_rank_rivals(request.user))
        rank_rival(self.get_object(), **checked(RankIn, request), by=request.user)
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=GivenUpIn, responses={200: ProposedOut})
    def withdraw(self, request: Request, pk: int) -> Response:
        """Take it away from beside the claim; it stays on record. One's own, or as an editor anybody's."""
        require(permissions.can_dispute(request.user))
        withdraw_rival(self.get_object(), **checked(GivenUpIn, request), by=request.user)
        return Response(self.get_serializer(self.get_object()).data)


class DisputeDownload(AtAnyTime, Download):
    """Disputes, a row each."""

    filterset_class = DisputeFilter
    name, columns = "disputes", disputes.COLUMNS
    cells, shape = disputes.cells, disputes.dispute_json

    def get_queryset(self) -> Any:
        return Dispute.objects.visible_to(self.request.user).with_people().with_turn()
