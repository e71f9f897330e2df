"""Withdrawing articles, bringing them back, and who judges their claims: for scripts of editors."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.evidence import Kept
from claims.api.parts import body_of
from claims.given.faults import Faults, Given
from claims.withdrawing import MAY_NOT, restore_article, set_reviewers, withdraw_article
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources.api.shapes import ArticleOut
from sources.api.views import Articles
from sources.api.writes import Closed, checked
from sources.models import Article


class WhyIn(Closed):
    reason = Kept(max_length=2000, help_text="It stays on record.")


class PolicyIn(serializers.Serializer[Any]):
    reviewers = serializers.ChoiceField([1, 2], allow_null=True, help_text="Null: as the desk has it.")

    schema_extra = {"required": ["reviewers"]}


class ArticleRecords(Articles):
    """Articles, and the policy of each."""

    @extend_schema(request={"application/json": PolicyIn}, responses={200: ArticleOut})
    def partial_update(self, request: Request, pk: int) -> Response:
        """Say how many people judge each of its claims. Verdicts that were given stay."""
        require(permissions.can_publish(request.user), "Only editors and admins say how many people judge a claim.")
        article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
        set_reviewers(article, reviewers=_reviewers(request), by=request.user)
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)


class Withdrawing(Records):
    """An article taken out of the lists, and brought back."""

    serializer_class: Any = ArticleOut

    def get_queryset(self) -> Any:
        return Article.objects.visible_to(self.request.user).for_list()

    @extend_schema(request=WhyIn, responses={200: ArticleOut})
    def withdraw(self, request: Request, pk: int) -> Response:
        """Take it and its claims out of the lists, with a reason. Nothing is deleted."""
        return self._do(withdraw_article, request, pk)

    @extend_schema(request=WhyIn, responses={200: ArticleOut})
    def restore(self, request: Request, pk: int) -> Response:
        """Bring it back, with all its claims as they were."""
        return self._do(restore_article, request, pk)

    def _do(self, deed: Any, request: Request, pk: int) -> Response:
        require(permissions.can_withdraw_article(request.user), MAY_NOT)
        article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
        deed(article, **checked(WhyIn, request), by=request.user)
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)


def _reviewers(request: Request) -> int | None:
    """One, two or null. Raises BadParts."""
    faults = Faults()
    given = Given(body_of(request), faults, ("reviewers",))
    if "reviewers" not in given.data:
        given.refuse("reviewers", "Say how many: 1, 2, or null for the desk's own number.", "required")
    number = given.whole("reviewers")
    if number not in (None, 1, 2):
        given.refuse("reviewers", "One or two people judge a claim; null leaves it to the desk.", "wrong_type")
    faults.settle()
    return number
