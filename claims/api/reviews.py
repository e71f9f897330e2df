"""Verdicts and stages, for scripts. Writes carry the version they saw (If-Match)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.conflicts import telling_what_is_new
from claims.api.evidence import Kept
from claims.api.preconditions import IF_MATCH
from claims.api.shapes import ClaimOut, Person
from claims.api.views import claim_to_change, etag_of
from claims.exports.reviews import review_json, step_json
from claims.filters import ReviewFilter
from claims.models import Claim, Review
from claims.models.vocabulary import Finding, RejectedAs, Stage, Verdict
from claims.reviewing import give_verdict, still_holds, take_back
from claims.sight import DIGEST
from claims.staging import move_claim, possible_steps
from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.concurrency import seen_version
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources.api.shapes import Nullable
from sources.api.writes import Closed, checked
from sources.refusals import BadValue

ETAG = OpenApiParameter("ETag", str, OpenApiParameter.HEADER, response=[200, 201])


class Seen(serializers.Serializer[Any]):
    """What a copy said to the claim when it was judged."""

    citation = serializers.IntegerField()
    snapshot = serializers.IntegerField()
    finding = serializers.ChoiceField(Finding.choices)
    digest = serializers.CharField()


class Pinned(serializers.Serializer[Any]):
    version = serializers.IntegerField(help_text="Of the claim.")
    snapshots = serializers.ListField(child=serializers.IntegerField())
    findings = Seen(many=True)


class Superseded(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.IntegerField(allow_null=True, help_text="The id of the review that took its place.")
    reason = Nullable()


class ReviewOut(Shape):
    """One person's verdict, pinned to what they saw. It is never edited, only superseded."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    claim = serializers.IntegerField(help_text="The id of the claim.")
    by = Person()
    verdict = serializers.ChoiceField(Verdict.choices)
    confidence = serializers.IntegerField(allow_null=True, min_value=1, max_value=5)
    rationale = Nullable()
    adjudicates = serializers.BooleanField(help_text="A third person's, where two verdicts differed.")
    sealed = serializers.BooleanField(help_text="Only its giver sees it until the other opinion is there.")
    pinned = Pinned()
    stale = serializers.BooleanField(help_text="It stands, and what it was pinned to is another by now.")
    reaffirms = serializers.IntegerField(allow_null=True, help_text="The id of the review that it says still holds.")
    superseded = Superseded(allow_null=True)
    created_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return review_json(row, addresses)


def basis_field() -> serializers.RegexField:
    """What the sources were seen to say, in one digest."""
    words = "As `transitions/` or the queue has it. Where the copies say something else by now, the answer is a 412."
    return serializers.RegexField(rf"^{DIGEST}\Z", required=False, allow_null=True, help_text=words)


class ReviewIn(Closed):
    verdict = serializers.ChoiceField(Verdict.choices)
    confidence = serializers.IntegerField(required=False, allow_null=True, min_value=1, max_value=5)
    rationale = Kept(required=False, allow_null=True, help_text="Required, but for “supported”.")
    basis = basis_field()


class HoldsIn(Closed):
    basis = basis_field()


class TakeBackIn(Closed):
    reason = Kept(max_length=2000, help_text="It stays on record.")


class StepIn(Closed):
    to = serializers.ChoiceField(Stage.choices)
    reason = Kept(required=False, allow_null=True, max_length=2000)
    rejected_as = serializers.ChoiceField(RejectedAs.choices, required=False, allow_null=True)
    duplicate_of = serializers.IntegerField(required=False, allow_null=True, min_value=1, max_value=BIGGEST_ID)


class StepOut(serializers.Serializer[Any]):
    to = serializers.ChoiceField(Stage.choices)
    name = serializers.CharField()
    words = serializers.CharField()
    allowed = serializers.BooleanField(help_text="Whether you may take it now.")
    why_not = Nullable()
    needs_reason = serializers.BooleanField()


class StepsOut(serializers.Serializer[Any]):
    stage = serializers.ChoiceField(Stage.choices)
    version = serializers.IntegerField()
    basis = serializers.CharField(help_text="What its sources say now, as a digest: send it with a verdict.")
    transitions = StepOut(many=True)


class Reviews(AtAnyTime, Records):
    """Verdicts. Of a claim that two people judge, the first is sealed until the second is given."""

    serializer_class: Any = ReviewOut

    def get_queryset(self) -> Any:
        reviews = Review.objects.visible_to(self.request.user).with_stale()
        return reviews.select_related("by")

    @extend_schema(request=TakeBackIn, responses={200: ReviewOut})
    def take_back(self, request: Request, pk: int) -> Response:
        """Take back one's own verdict, with a reason. What it superseded stands again.

        Where two people judge a claim, and each can see what the other said, both stay on record (`opened`).
        """
        require(permissions.can_review(request.user))
        take_back(self.get_object(), **checked(TakeBackIn, request), by=request.user)
        return Response(self.get_serializer(self.get_object()).data)


class ClaimReviews(Reviews):
    """The verdicts on one claim, the newest first."""

    filterset_class = ReviewFilter

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(claim=self._claim())

    def _claim(self) -> Claim:
        found: Claim = get_object_or_404(Claim.objects.visible_to(self.request.user), pk=self.kwargs["claim"])
        return found

    @extend_schema(
        parameters=[IF_MATCH, OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201]), ETAG],
        request=ReviewIn,
        responses={201: ReviewOut, 412: OpenApiResponse(description="Another version by now; `current` has it.")},
    )
    def create(self, request: Request, claim: int) -> Response:
        """Judge the claim as you saw it. Where two verdicts differ, that of a third person decides."""
        require(permissions.can_review(request.user))
        row, version = self._claim(), seen_version(request.headers.get("If-Match"))
        with telling_what_is_new(claim, request):
            made = give_verdict(row, version=version, **_said(ReviewIn, request), by=request.user)
        return self._made(made)

    @extend_schema(parameters=[IF_MATCH, ETAG], request=HoldsIn, responses={201: ReviewOut})
    def still_holds(self, request: Request, claim: int) -> Response:
        """Say that your verdict still holds for the claim and its copies as they are now."""
        require(permissions.can_review(request.user))
        row, version = self._claim(), seen_version(request.headers.get("If-Match"))
        with telling_what_is_new(claim, request):
            made = still_holds(row, version=version, **_said(HoldsIn, request), by=request.user)
        return self._made(made)

    def _made(self, made: Review) -> Response:
        body = self.get_serializer(self.get_queryset().get(pk=made.pk)).data
        return Response(body, status=201, headers={"Location": body["url"], "ETag": current_etag(self, made.claim_id)})


def _said(shape: type[Closed], request: Request) -> dict[str, Any]:
    given = checked(shape, request)
    return given | {"basis_seen": given.pop("basis", None) or ""}


class Transitions(AtAnyTime, Records):
    """The steps that a claim may take from the stage it is at."""

    serializer_class: Any = ClaimOut

    def get_queryset(self) -> Any:
        return Claim.objects.visible_to(self.request.user).with_parts().with_basis()

    @extend_schema(responses=StepsOut)
    def possible(self, request: Request, pk: int) -> Response:
        """What is allowed now, and why not."""
        claim = self.get_object()
        steps = [step_json(possible) for possible in possible_steps(claim, by=request.user)]
        said = {"stage": claim.stage, "version": claim.version, "basis": claim.basis}
        return Response(said | {"transitions": steps})

    @extend_schema(parameters=[IF_MATCH, ETAG], request=StepIn, responses={200: ClaimOut})
    def create(self, request: Request, pk: int) -> Response:
        """Take a step. The claim, as it is then."""
        require(permissions.can_review(request.user))
        claim, version = claim_to_change(self), seen_version(request.headers.get("If-Match"))
        given = checked(StepIn, request)
        if other := given.pop("duplicate_of", None):
            given["duplicate_of"] = Claim.objects.visible_to(request.user).filter(pk=other).first()
            if given["duplicate_of"] is None:
                raise BadValue("There is no claim with this id. Nothing was changed.", pointer="/duplicate_of")
        with telling_what_is_new(pk, request):
            move_claim(claim, version=version, **given, by=request.user)
        now = self.get_queryset().get(pk=pk)
        body = self.get_serializer(now).data
        return Response(body, headers={"ETag": etag_of(now, body)})


def current_etag(view: Records, pk: int) -> str:
    """The claim's ETag as a GET would give it now."""
    claim = Claim.objects.visible_to(view.request.user).with_parts().get(pk=pk)
    return etag_of(claim, ClaimOut.shape(claim, view.get_serializer_context()["addresses"]))
