"""A file of references given for an article, by scripts."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.parsers import StrictJSON
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from sources import permissions
from sources.api.writes import Closed, Text, Upload, bytes_of, checked, is_file
from sources.bibliographies import identify_from, propose_sources
from sources.exports.csl import record_csl
from sources.models import Article


class BibliographyIn(Closed):
    """A file of references as text."""

    text = Text(help_text="The whole file: BibTeX, RIS or CSL-JSON.")
    name = Text(required=False, default="", max_length=300, help_text="Its name; the ending helps to tell the kind.")


class BibliographyFile(Closed):
    """A file of references: BibTeX, RIS or CSL-JSON."""

    file = Upload()


class Candidate(serializers.Serializer[Any]):
    """A record that may be what a number stands for."""

    number = serializers.IntegerField()
    why = serializers.CharField(help_text="doi · address · number · title · order")
    csl = serializers.DictField()


class BibliographyOut(serializers.Serializer[Any]):
    """What came of it. A candidate is for a person to decide."""

    format = serializers.CharField(help_text="bibtex · ris · csl-json")
    records = serializers.IntegerField()
    identified = serializers.ListField(child=serializers.IntegerField(), help_text="Numbers that have a source now.")
    kept = serializers.ListField(child=serializers.IntegerField(), help_text="Numbers whose source was left as it is.")
    candidates = Candidate(many=True)
    problems = serializers.ListField(child=serializers.CharField(), help_text="What could not be read, in sentences.")


class Bibliography(Records):
    """The works that an article cites, from a file of references."""

    serializer_class = BibliographyOut
    parser_classes = [StrictJSON, MultiPartParser]

    @extend_schema(
        request={"application/json": BibliographyIn, "multipart/form-data": BibliographyFile},
        responses={200: BibliographyOut},
    )
    def create(self, request: Request, article: int) -> Response:
        """Put the records of a file to the article's numbers; what is not sure comes back as a candidate."""
        require(permissions.can_identify(request.user))
        found = get_object_or_404(Article.objects.visible_to(request.user), pk=article)
        proposal = propose_sources(found, **file_of(request), by=request.user)
        sure = {match.number: match.index for match in proposal.matches if match.sure}
        outcome = identify_from(proposal, sure, by=request.user)
        given = proposal.bibliography
        return Response(
            {
                "format": given.format,
                "records": len(given.records),
                "identified": outcome.identified,
                "kept": outcome.kept,
                "candidates": [
                    {"number": match.number, "why": match.why, "csl": record_csl(given.records[match.index].record)}
                    for match in proposal.matches
                    if not match.sure
                ],
                "problems": given.problems,
            }
        )


def file_of(request: Request) -> dict[str, Any]:
    if is_file(request):
        sent = bytes_of(checked(BibliographyFile, request)["file"])
        return {"data": sent["data"], "name": sent["name"]}
    given = checked(BibliographyIn, request)
    return {"data": given["text"].encode("utf-8", "surrogatepass"), "name": given["name"]}
