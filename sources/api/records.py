"""Records of sources for scripts: a new one, a correction, a grade; a file of them; works that may be the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.parsers import StrictJSON
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources import permissions
from sources.api.bibliography import BibliographyFile, BibliographyIn, file_of
from sources.api.shapes import AnyObject, SourceOut
from sources.api.views import Sources
from sources.api.writes import Closed, Maybe, checked
from sources.grading import grade_source, mark_source, set_family
from sources.importing import import_sources
from sources.models import Source
from sources.records import create_source, describe_source
from sources.text.csl import COLUMNS, DATES, NAMES, TEXTS, TYPES

CSL = frozenset({*COLUMNS, *DATES, *NAMES, *TEXTS}) - {"source"}
GRADES = ("reliability", "reliability_reason", "state", "state_reason", "reason", "everywhere")


@extend_schema_field({"oneOf": [{"type": "string"}, {"type": "object", "additionalProperties": True}]})
class DateField(serializers.Field[Any, Any, Any, Any]):
    """EDTF, or a date of CSL."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, str | Mapping):
            return data
        raise serializers.ValidationError("Give a date as EDTF (2024-05-17), or as CSL writes one.", code="invalid")


class RecordIn(Closed):
    """The record of a work. Every other field of CSL-JSON may be given under its own name, too; null clears one."""

    type = serializers.ChoiceField([(name, name) for name in TYPES], required=False)
    title = Maybe(max_length=1000)
    authors = serializers.ListField(
        child=AnyObject(), required=False, allow_null=True, help_text="CSL names: {family, given} or {literal}."
    )
    container = Maybe(max_length=500, help_text="The newspaper, journal or site.")
    publisher = Maybe(max_length=300)
    issued = DateField(required=False, allow_null=True, help_text="EDTF, or a date of CSL.")
    address = Maybe(max_length=2000)
    doi = Maybe(max_length=300)
    csl = AnyObject(required=False, allow_null=True, help_text="The whole record as CSL-JSON.")
    family = Maybe(max_length=300, help_text="Whom the publisher belongs to: what shares one is not independent.")
    archive_address = Maybe(max_length=2000, help_text="Where an archive keeps it.")

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return super().to_internal_value(data)
        foreign = {name: value for name, value in data.items() if name not in self.fields and name in CSL}
        own = {name: value for name, value in data.items() if name not in foreign}
        cleared = {name: None for name, value in own.items() if value is None and name in self.fields}
        return {**super().to_internal_value(own), **foreign, **cleared}


class RecordChange(RecordIn):
    """What changes in a record: what is not given stays. Editors also grade it."""

    reliability = serializers.ChoiceField(Source.Reliability.choices, required=False, allow_null=True)
    reliability_reason = Maybe(max_length=5000)
    state = serializers.ChoiceField(Source.State.choices, required=False)
    state_reason = Maybe(max_length=5000)
    reason = Maybe(max_length=5000, help_text="Of the grade and the state, where one reason is for both.")
    everywhere = serializers.BooleanField(
        required=False, default=False, help_text="The family is that of all sources of the same publisher."
    )


class SourceRecords(Sources):
    """Works, their records and grades."""

    @extend_schema(
        parameters=[OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])],
        request=RecordIn,
        responses={201: SourceOut},
    )
    def create(self, request: Request) -> Response:
        """Add a work by its record. Where its address, DOI or record is known the answer is a 409 that names it."""
        require(permissions.can_describe_source(request.user))
        source = create_source(by=request.user, **checked(RecordIn, request))
        body = self.get_serializer(self.get_queryset().get(pk=source.pk)).data
        return Response(body, status=201, headers={"Location": body["url"]})

    @extend_schema(request=RecordChange, responses={200: SourceOut})
    def partial_update(self, request: Request, pk: int) -> Response:
        """Correct a record, say whose it is, and (editors) grade it or say that it was corrected or retracted."""
        require(permissions.can_describe_source(request.user))
        source = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
        change(source, checked(RecordChange, request), by=request.user)
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)


@transaction.atomic
def change(source: Source, given: dict[str, Any], *, by: Any) -> None:
    """All of it or nothing."""
    grades = {name: given.pop(name) for name in GRADES if name in given}
    reason = grades.get("reason") or ""
    if grades.get("everywhere") and "family" in given:
        set_family(source, by=by, family=given.pop("family") or "", everywhere=True)
    if given:
        describe_source(source, by=by, **given)
    if "reliability" in grades:
        said = grades.get("reliability_reason") or reason
        grade_source(source, by=by, reliability=grades["reliability"] or "", reason=said)
    if "state" in grades:
        mark_source(source, by=by, state=grades["state"], reason=grades.get("state_reason") or reason)


class ImportedOut(serializers.Serializer[Any]):
    """What came of a file of references."""

    format = serializers.CharField(help_text="bibtex · ris · csl-json")
    records = serializers.IntegerField()
    new = serializers.ListField(child=serializers.IntegerField(), help_text="Ids of sources that were not here.")
    there = serializers.ListField(child=serializers.IntegerField(), help_text="Ids of sources that were: unchanged.")
    problems = serializers.ListField(child=serializers.CharField(), help_text="What could not be read, in sentences.")


class SourceImport(Records):
    """A file of references for the list of sources."""

    serializer_class = ImportedOut
    parser_classes = [StrictJSON, MultiPartParser]

    @extend_schema(
        request={"application/json": BibliographyIn, "multipart/form-data": BibliographyFile},
        responses={200: ImportedOut},
    )
    def create(self, request: Request) -> Response:
        """Take every work of a BibTeX, RIS or CSL-JSON file. Works that are here already keep their record."""
        require(permissions.can_describe_source(request.user))
        done = import_sources(**file_of(request), by=request.user)
        return Response(asdict(done))
