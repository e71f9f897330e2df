"""Claims written by scripts: corrected, added, split, merged, restored. Every change carries the version it saw."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.adding import add_claim
from claims.api.conflicts import telling_what_is_new
from claims.api.evidence import Kept
from claims.api.parts import ClaimIn, CorrectionIn, QuoteIn, SplitIn, body_of
from claims.api.preconditions import CHANGED, IF_MATCH, MADE, telling_what_you_wanted
from claims.api.shapes import ClaimOut
from claims.api.views import Claims, claim_to_change, etag_of
from claims.correcting import correct_claim
from claims.given.faults import Faults, Given, as_whole
from claims.merging import merge_claim
from claims.models import Claim
from claims.parts_in import BadParts
from claims.restoring import restore_version
from claims.splitting import split_claim
from claimtracker.core.concurrency import seen_version
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources.api.writes import Closed, checked
from sources.models import Article
from sources.refusals import BadValue


class DuplicateIn(Closed):
    into = serializers.IntegerField(min_value=1, max_value=BIGGEST_ID, help_text="The id of the claim that stays.")
    reason = Kept(max_length=2000)


class RestoringIn(Closed):
    to_version = serializers.IntegerField(min_value=1, max_value=BIGGEST_ID, help_text="Whose parts come back.")
    reason = Kept(max_length=2000)


class ClaimRecords(Claims):
    """Claims, and writing them."""

    @extend_schema(parameters=MADE, request=ClaimIn, responses={201: ClaimOut})
    def create(self, request: Request) -> Response:
        """Add a claim that the program missed.

        What is not given the program reads from the words; citations are those that govern them. The same words
        with the same figure twice are a 409 that names the claim.
        """
        require(permissions.can_correct(request.user))
        given = body_of(request)
        quote = _quote(given.pop("quote", None))
        article = _article(request, given.pop("article", None))
        return self._answer(add_claim(article, given=given, **quote, by=request.user).pk, 201)

    @extend_schema(parameters=CHANGED, request=CorrectionIn, responses={200: ClaimOut})
    def partial_update(self, request: Request, pk: int) -> Response:
        """Correct what the record says. A part that is given replaces the whole part; null clears it.

        A 412 has the claim as it is (`current`) and the fields that differ from yours (`differs`).
        """
        require(permissions.can_correct(request.user))
        claim, version = claim_to_change(self), seen_version(request.headers.get("If-Match"))
        given = body_of(request)
        reason = _reason(given)
        with telling_what_you_wanted(pk, request, given):
            correct_claim(claim, version=version, changes=given, by=request.user, reason=reason)
        return self._answer(pk)

    def _answer(self, pk: int, status: int = 200) -> Response:
        """The claim as it is now, with its ETag."""
        claim = self.get_queryset().get(pk=pk)
        body = self.get_serializer(claim).data
        place = {"Location": body["url"]} if status == 201 else {}
        return Response(body, status=status, headers={"ETag": etag_of(claim, body), **place})


class SplittingOut(serializers.Serializer[Any]):
    claims = ClaimOut(many=True, help_text="The claim itself, and those that are new.")


class Reshaping(Records):
    """One claim made several, two made one, or one what it was before."""

    serializer_class: Any = ClaimOut

    def get_queryset(self) -> Any:
        return Claim.objects.visible_to(self.request.user).with_parts()

    @extend_schema(parameters=[IF_MATCH], request=SplitIn, responses={201: SplittingOut})
    def split(self, request: Request, pk: int) -> Response:
        """Make a sentence with several figures several claims. The first stays this claim, in a new version."""
        require(permissions.can_correct(request.user))
        claim, version = claim_to_change(self), seen_version(request.headers.get("If-Match"))
        body = body_of(request)
        reason = _reason(body)
        faults = Faults()
        given = Given(body, faults, ("parts", "at"))
        at, parts = given.whole("at"), body.get("parts") or []
        if not isinstance(parts, list):
            given.refuse("parts", "This must be a list.", "wrong_type")
        faults.settle()
        with telling_what_is_new(pk, request):
            claims = split_claim(claim, version=version, parts=parts, at=at, reason=reason, by=request.user)
        rows = self.get_queryset().in_bulk([one.pk for one in claims])
        return Response({"claims": self.get_serializer([rows[one.pk] for one in claims], many=True).data}, status=201)

    @extend_schema(parameters=CHANGED, request=DuplicateIn, responses={200: ClaimOut})
    def merge(self, request: Request, pk: int) -> Response:
        """Reject this claim as the duplicate of another one of its article. Nothing of it is lost."""
        require(permissions.can_correct(request.user))
        claim, version = claim_to_change(self), seen_version(request.headers.get("If-Match"))
        given = checked(DuplicateIn, request)
        into = self.get_queryset().filter(pk=given.pop("into")).first()
        if into is None:
            raise BadValue("There is no claim with this id. Nothing was changed.", pointer="/into")
        with telling_what_is_new(pk, request):
            merge_claim(claim, into=into, version=version, **given, by=request.user)
        return self._answer(pk)

    @extend_schema(parameters=CHANGED, request=RestoringIn, responses={200: ClaimOut})
    def restore(self, request: Request, pk: int) -> Response:
        """Give the claim the parts it had in an earlier version, as a new version. What it cites stays.

        The versions in between are kept; where nothing differs, nothing happens.
        """
        require(permissions.can_correct(request.user))
        claim, seen = claim_to_change(self), seen_version(request.headers.get("If-Match"))
        given = checked(RestoringIn, request)
        with telling_what_is_new(pk, request):
            restore_version(claim, version_seen=seen, **given, by=request.user)
        return self._answer(pk)

    def _answer(self, pk: int) -> Response:
        now = self.get_queryset().get(pk=pk)
        body = self.get_serializer(now).data
        return Response(body, headers={"ETag": etag_of(now, body)})


def _reason(given: dict[str, Any]) -> str:
    """Taken out of the body. Raises BadParts."""
    faults = Faults()
    reason = Given({"reason": given.pop("reason", None)}, faults, ("reason",)).text("reason", 2000)
    faults.settle()
    return reason


def _quote(given: Any) -> dict[str, Any]:
    """Where the words are. Raises BadParts."""
    faults = Faults()
    quote = Given(given, faults, QuoteIn().fields, "/quote")
    found = {name: quote.whole(name) for name in ("start", "end", "revision")}
    exact = quote.text("exact", 4000)
    faults.settle()
    return found | {"exact": exact}


def _article(request: Request, given: Any) -> Article:
    """The article that is meant. Raises BadParts."""
    pk = as_whole(given)
    if pk is None:
        fault = {"pointer": "/article", "detail": "Give the id of the article.", "code": "required"}
        raise BadParts([fault])
    found = Article.objects.visible_to(request.user).filter(pk=pk).first() if 0 < pk <= BIGGEST_ID else None
    if found is None:
        raise BadValue("There is no article with this id. Nothing was stored.", pointer="/article")
    return found
