"""What became of an article's claims from one text to the next, for scripts."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.generics import get_object_or_404

from claims.api.shapes import Number
from claims.exports.changes import change_json
from claims.filters import ChangeFilter
from claims.models import Change
from claims.models.vocabulary import ChangeKind, Comparator
from claimtracker.core.addresses import Addresses
from claimtracker.core.records import Records, Shape
from sources.api.shapes import Nullable
from sources.models import Article


class ChangedClaim(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    url = serializers.URLField()
    page = serializers.URLField()
    quote = serializers.CharField()
    figure = Nullable()
    comparator = serializers.ChoiceField(Comparator.choices, allow_null=True)
    low = Number(allow_null=True)
    high = Number(allow_null=True)
    unit = Nullable()


class Cited(serializers.Serializer[Any]):
    """The numbers that the claim cites in either text."""

    before = serializers.ListField(child=serializers.IntegerField())
    after = serializers.ListField(child=serializers.IntegerField())


class ChangeOut(Shape):
    """One difference between the claims of two texts of an article."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(ChangeKind.choices)
    to = serializers.IntegerField(help_text="The number of the later revision; `from` is that of the earlier.")
    claim = ChangedClaim(help_text="The claim it happened to; of an added one, the new claim.")
    successor = ChangedClaim(allow_null=True, help_text="The claim that the new words make, where the figure changed.")
    citations = Cited()

    def get_fields(self) -> dict[str, Any]:
        # "from" is a word of Python's own, so it cannot stand above as the others do.
        return {**super().get_fields(), "from": serializers.IntegerField()}

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return change_json(row, addresses)


class Changes(Records):
    """The claim-level differences between the texts of an article, the newest text first."""

    filterset_class = ChangeFilter
    serializer_class = ChangeOut

    def get_queryset(self) -> Any:
        articles = Article.objects.visible_to(self.request.user).only("pk")
        article = get_object_or_404(articles, pk=self.kwargs["article"])
        changes = Change.objects.visible_to(self.request.user)
        return changes.filter(revision__article=article).with_claims()
