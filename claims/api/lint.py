"""The check of an article's citations, for scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.dismissals import dismiss_lint, restore_lint
from claims.exports import lint
from claims.filters import LintFilter
from claims.models import LintItem
from claims.models.lint import LintQuerySet
from claims.models.vocabulary import LintRule, Severity
from claimtracker.core.addresses import Addresses
from claimtracker.core.downloads import Download
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources.api.writes import Closed, Text
from sources.models import Article


class Span(serializers.Serializer[Any]):
    """Code points of the revision's text, half-open."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()


class LintQuote(Span):
    exact = serializers.CharField(help_text="The words there, cut where they are many.")


class DismissedOut(serializers.Serializer[Any]):
    by = serializers.CharField(allow_null=True)
    at = serializers.DateTimeField()
    reason = serializers.CharField()


class LintOut(Shape):
    """One thing to look at in an article's citations."""

    id = serializers.IntegerField()
    article = serializers.IntegerField()
    revision = serializers.IntegerField()
    page = serializers.URLField(help_text="Opens the article at the words.")
    rule = serializers.ChoiceField(LintRule.choices)
    severity = serializers.ChoiceField(Severity.choices)
    key = serializers.CharField(help_text="The same in every text in which the same thing is found.")
    words = serializers.CharField(help_text="What is the matter, in one plain sentence.")
    numbers = serializers.ListField(child=serializers.IntegerField())
    quote = LintQuote()
    others = Span(many=True)
    dismissed = DismissedOut(allow_null=True)

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return lint.lint_json(row, addresses)


class DismissIn(Closed):
    """Why it may stay as it is."""

    reason = Text(max_length=2000)


def items_of(user: Any, article: int) -> LintQuerySet:
    """The items of an article's current text, or a 404 where there is no such article for this user."""
    found = get_object_or_404(Article.objects.visible_to(user).only("pk", "revision"), pk=article)
    items = LintItem.objects.visible_to(user).filter(revision=found.revision_id)
    return items.select_related("revision").defer("revision__text").with_dismissal()


class Lint(Records):
    """What a check of an article's citations found, in the order of its current text."""

    filterset_class = LintFilter
    serializer_class = LintOut

    def get_queryset(self) -> LintQuerySet:
        return items_of(self.request.user, self.kwargs["article"])

    @extend_schema(request=DismissIn, responses={200: LintOut})
    def dismiss(self, request: Request, article: int, pk: int) -> Response:
        """Put an item aside, with a reason; it stays so in later texts of the article too."""
        require(permissions.can_dismiss_lint(request.user))
        given = DismissIn(data=request.data)
        given.is_valid(raise_exception=True)
        return self._after(pk, lambda item: dismiss_lint(item, by=request.user, **given.validated_data))

    @extend_schema(request=None, responses={200: LintOut})
    def restore(self, request: Request, article: int, pk: int) -> Response:
        """Take an item up again."""
        require(permissions.can_dismiss_lint(request.user))
        return self._after(pk, lambda item: restore_lint(item, by=request.user))

    def _after(self, pk: int, deed: Callable[[LintItem], object]) -> Response:
        deed(get_object_or_404(self.get_queryset(), pk=pk))
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)


class LintDownload(Download):
    """What the check of an article's citations found, a row each."""

    filterset_class = LintFilter
    name, columns = "lint", lint.COLUMNS
    cells, shape = lint.cells, lint.lint_json
    parents = {"article": Article}

    def get_queryset(self) -> LintQuerySet:
        return items_of(self.request.user, self.kwargs["article"])
