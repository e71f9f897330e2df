"""Claims for scripts."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

from django.utils.cache import get_conditional_response
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.shapes import ClaimOut, FacetsOut
from claims.facets import count_facets
from claims.filters import ClaimFilter
from claims.models import Claim
from claims.models.claimset import ClaimQuerySet
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.exports import json_line
from claimtracker.core.records import Records


class Claims(AtAnyTime, Records):
    """One checkable assertion each, with its value and the citations it leans on."""

    filterset_class = ClaimFilter
    serializer_class = ClaimOut

    def get_queryset(self) -> ClaimQuerySet:
        claims = Claim.objects.visible_to(self.request.user).with_parts()
        return claims.current() if self.action == "list" else claims

    @extend_schema(
        parameters=[
            OpenApiParameter("If-None-Match", str, OpenApiParameter.HEADER, description="An ETag; 304 where current."),
            OpenApiParameter("ETag", str, OpenApiParameter.HEADER, response=[200]),
        ],
        responses={200: ClaimOut, 304: OpenApiResponse(description="Your copy is the current one.")},
    )
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """One claim, with its ETag."""
        claim = self.get_object()
        body = self.get_serializer(claim).data
        etag = etag_of(claim, body)
        # None where the caller's copy is not the current one; otherwise a 304 without a body.
        answer = get_conditional_response(request._request, etag=etag) or Response(body)
        answer["ETag"] = etag
        return answer


class Facets(AtAnyTime, Records):
    """How many claims each value of a filter would leave."""

    filterset_class = ClaimFilter
    paged = False

    @extend_schema(responses=FacetsOut)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Counts for each filter, under all the other filters but not its own."""
        self.filter_queryset(Claim.objects.none())  # refuses what is not understood
        found = count_facets(Claim.objects.visible_to(request.user).current(), request.query_params)
        facets = {name: [asdict(bucket) for bucket in buckets] for name, buckets in found.buckets.items()}
        return Response({"counted": found.counted, "complete": found.complete, "facets": facets})


def claim_to_change(view: Records) -> Claim:
    """The row alone: a deed reads what it needs, and what a list shows of a claim is fetched for the answer."""
    rows = view.filter_queryset(Claim.objects.visible_to(view.request.user))
    found: Claim = get_object_or_404(rows, pk=view.kwargs["pk"])
    return found


def etag_of(claim: Claim, body: dict[str, Any]) -> str:
    """`"<version>-<digest>"`: `If-Match` compares the version, `If-None-Match` the whole answer."""
    return f'"{claim.version}-{hashlib.sha256(json_line(body)).hexdigest()[:16]}"'
