"""What every door of the API has in common: a kind of record, as a list and one by one."""

from __future__ import annotations

from typing import Any

from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.serializers import Serializer
from rest_framework.viewsets import GenericViewSet

from claimtracker.core.addresses import Addresses
from claimtracker.core.asof import PARAMETER, BadMoment
from claimtracker.core.idempotency import Repeatable


class Shape(Serializer[Any]):
    """A shape of API.md.

    Its fields describe the answer (openapi.json is made from them); the answer
    itself is a plain function of the row, `shape`, the one that downloads use.
    """

    def to_representation(self, row: Any) -> dict[str, Any]:
        return self.shape(row, self.context["addresses"])

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        raise NotImplementedError


class Private(Repeatable):
    """Answers are for this caller only, and are asked for again each time (If-None-Match saves the body)."""

    headers_of_all = {"Cache-Control": "private, no-cache"}

    @property
    def default_response_headers(self) -> dict[str, str]:
        return {**super().default_response_headers, **self.headers_of_all}  # type: ignore[misc]  # of the APIView beside this

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if PARAMETER in request.query_params and not hasattr(self, "own_parameters"):
            # What is given must never be taken for what was asked for.
            raise BadMoment("What stands here can only be had as it is now.", pointer=f"/{PARAMETER}")


class Records(Private, ListModelMixin, RetrieveModelMixin, GenericViewSet[Any]):
    """The list and the single record. `get_queryset` asks who is asking: `Model.objects.visible_to(user)`."""

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "addresses": Addresses.of(self.request)}
