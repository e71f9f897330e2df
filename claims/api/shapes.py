"""How the answers about claims look: the schema of the function in `exports.shapes`."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.exports import shapes
from claims.models.vocabulary import (
    Comparator,
    Finding,
    Flag,
    Form,
    Kind,
    Origin,
    Outcome,
    Rank,
    RejectedAs,
    Stage,
    Verdict,
)
from claimtracker.core.addresses import Addresses
from claimtracker.core.records import Shape
from sources.api.shapes import ArticleRef, Nullable, SourceRef


class Number(serializers.FloatField):
    """A JSON number: an integer where the value is one."""


class Part(serializers.Serializer[Any]):
    """Words of the article, and where they stand in its current text; null where they do not stand there any more."""

    text = serializers.CharField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)


class Quote(serializers.Serializer[Any]):
    exact = serializers.CharField()
    prefix = serializers.CharField()
    suffix = serializers.CharField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    revision = serializers.IntegerField(allow_null=True)
    anchor = serializers.ChoiceField(Outcome.choices, allow_null=True)


class Figure(Part):
    comparator = serializers.ChoiceField(Comparator.choices)
    low = Number(allow_null=True, help_text="Null: no lower bound.")
    high = Number(allow_null=True, help_text="Null: no upper bound.")
    unit = Nullable()
    counted = Nullable()
    form = serializers.ChoiceField(Form.choices)
    per = Nullable()


class Date(Part):
    edtf = serializers.CharField()
    relation = Nullable()
    qualifier = Nullable()
    earliest = serializers.DateField(allow_null=True)
    latest = serializers.DateField(allow_null=True)
    precision = Nullable()
    inferred = serializers.BooleanField(help_text="The year was taken from the context.")


class Location(Part):
    name = serializers.CharField()
    country = Nullable(help_text="ISO 3166-1 alpha-2")
    lat = serializers.FloatField(allow_null=True)
    lon = serializers.FloatField(allow_null=True)
    precision = Nullable()


class Attribution(Part):
    agent = serializers.CharField()
    cue = Nullable()
    mode = Nullable()
    chain = serializers.ListField(child=serializers.CharField(), help_text="The relaying voice first, the root last.")


class ClaimCitation(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    number = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named so, not the field's own label
    source = SourceRef(allow_null=True)  # type: ignore[assignment]  # a field named so, not where the value comes from
    finding = serializers.ChoiceField(Finding.choices)


class Person(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    username = serializers.CharField()
    name = serializers.CharField()


class RivalOut(serializers.Serializer[Any]):
    """Another value for the same thing. It stands in no text of ours, so its parts have no place."""

    id = serializers.IntegerField()
    figure = Figure(allow_null=True)
    date = Date(allow_null=True)
    place = Location(allow_null=True)
    attribution = Attribution(allow_null=True)
    source = SourceRef(allow_null=True)  # type: ignore[assignment]  # a field named so, not the field's own source
    no_source = Nullable(help_text="Why there is no source.")
    rank = serializers.ChoiceField(Rank.choices)
    rank_reason = Nullable()


class ClaimOut(Shape):
    """What the article says, with the citations it leans on. Offsets are code points of the current text."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField()
    article = ArticleRef()
    kind = serializers.ChoiceField(Kind.choices)
    statement = serializers.CharField()
    quote = Quote()
    figure = Figure(allow_null=True)
    date = Date(allow_null=True)
    place = Location(allow_null=True)
    attribution = Attribution(allow_null=True)
    citations = ClaimCitation(many=True)
    rivals = RivalOut(many=True, help_text="Other values that stand beside it, preferred first.")
    stage = serializers.ChoiceField(Stage.choices)
    stage_reason = Nullable(help_text="Why it is at this stage, where a reason was given.")
    rejected_as = serializers.ChoiceField(RejectedAs.choices, allow_null=True)
    duplicate_of = serializers.IntegerField(allow_null=True, help_text="The claim that says the same.")
    verdict = serializers.ChoiceField(Verdict.choices, allow_null=True)
    origin = serializers.ChoiceField(Origin.choices, help_text="Who found it.")
    flags = serializers.ListField(child=serializers.ChoiceField(Flag.choices))
    disputes = serializers.IntegerField(help_text="How many disputes about it are open.")
    tags = serializers.ListField(child=serializers.CharField(), help_text="Words that people have put on it.")
    assignee = Person(allow_null=True)
    due = serializers.DateField(allow_null=True, help_text="By when whoever has it is to be done.")
    version = serializers.IntegerField(help_text="Counts changes of the claim's own columns.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return shapes.claim_json(row, addresses)


class Bucket(serializers.Serializer[Any]):
    value = serializers.CharField(help_text="What to filter with.")
    label = serializers.CharField()  # type: ignore[assignment]  # a field named so, not the field's own label
    count = serializers.IntegerField()
    chosen = serializers.BooleanField()


class FacetsOut(serializers.Serializer[Any]):
    counted = serializers.IntegerField(help_text="Claims that match all filters, as far as they were counted.")
    complete = serializers.BooleanField(help_text="False: more claims match than were counted; the newest were.")
    facets = serializers.DictField(child=Bucket(many=True))
