"""What the copies of the cited sources say to a claim, for scripts."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.generics import get_object_or_404

from claims.api.shapes import Number
from claims.exports.shapes import finding_json
from claims.filters import FindingFilter
from claims.models import Claim, Finding
from claims.models.vocabulary import Comparator, Hedge, Relation, Subject
from claims.models.vocabulary import Finding as Word
from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.records import Records, Shape
from sources.api.shapes import AnyObject, Nullable


class CitationRef(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    number = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named so, not the field's own label


class CopyRef(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    url = serializers.URLField()
    source = serializers.IntegerField(help_text="The id of the source.")  # type: ignore[assignment]  # a field named so, not where the value comes from
    captured_at = serializers.DateTimeField()
    text_sha256 = serializers.CharField(help_text="Of the text that was searched.")


class ProofOut(serializers.Serializer[Any]):
    """Words of the copy that speak to the claim; offsets are code points of its text, half-open."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    exact = serializers.CharField()
    sentence = serializers.ListField(child=serializers.IntegerField(), help_text="Where its sentence begins and ends.")
    part = serializers.ChoiceField(["figure", "date", "place", "words"])
    relation = serializers.CharField()
    hedge = serializers.CharField()
    subject = serializers.CharField()
    comparator = serializers.ChoiceField(Comparator.choices, allow_null=True)
    low = Number(allow_null=True)
    high = Number(allow_null=True)
    unit = Nullable()
    counted = Nullable()
    negated = serializers.BooleanField(help_text="The words deny it, or say only that it might be.")


class FindingOut(Shape):
    """What one copy of a cited source says to the claim, as the program finds it; no judgement of a person's."""

    id = serializers.IntegerField()
    citation = CitationRef()
    snapshot = CopyRef()
    finding = serializers.ChoiceField(Word.choices)
    relation = serializers.ChoiceField(Relation.choices, allow_null=True, help_text="Of its interval to the claim's.")
    hedge = serializers.ChoiceField(Hedge.choices, allow_null=True, help_text="From the source to the article.")
    subject = serializers.ChoiceField(Subject.choices, allow_null=True, help_text="Whether the same thing is counted.")
    proof = ProofOut(many=True, help_text="Best first.")
    date = AnyObject(allow_null=True, help_text="The same question of the claim's date.")
    place = AnyObject(allow_null=True, help_text="The same question of the claim's place.")
    searched = AnyObject(help_text="What was searched, and what was nearly it.")
    rules = serializers.CharField(help_text="The version of the rules that found it.")
    claim_version = serializers.IntegerField()
    headline = serializers.BooleanField(help_text="It is the newest copy's: the one in the claim's own record.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return finding_json(row, addresses)


class Findings(AtAnyTime, Records):
    """What each copy of each source that a claim cites says to it.

    A citation without a copy has none: it is `unavailable` in the claim's own record.
    """

    filterset_class = FindingFilter
    serializer_class = FindingOut

    def get_queryset(self) -> Any:
        claim = get_object_or_404(Claim.objects.visible_to(self.request.user).only("pk"), pk=self.kwargs["claim"])
        return Finding.objects.visible_to(self.request.user).current().filter(claim=claim).with_copy()
