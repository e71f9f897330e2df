"""A file of references (BibTeX, RIS, CSL-JSON) given for an article: the deed that puts its records to the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claimtracker.core import history
from claimtracker.core.refusals import Unacceptable, require
from sources import permissions
from sources.models import Article, Citation, Identified
from sources.refusals import TooLarge
from sources.text.bibliography import Bibliography, Match, match_records, read_bibliography
from sources.text.unreadable import Unreadable
from sources.watching import watch_sources
from sources.works import record_words, sources_for


class BadBibliography(Unacceptable):
    """The file is none of the kinds that are read, or is damaged. Nothing was changed."""

    code = "bad_bibliography"
    title = "The references could not be read"


class NoCitations(Unacceptable):
    """The article's current text has no numbered citation to put a record to. Nothing was changed."""

    code = "no_citations"
    title = "No citations"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the file says, and which record fits which citation; nothing is written yet.

    `matches` are in the order of the numbers; where none is `sure`, a person decides.
    """

    bibliography: Bibliography
    citations: Mapping[int, Citation]
    matches: Sequence[Match]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Numbers whose citation has a source by the file now, and numbers that had one already and kept it."""

    identified: tuple[int, ...]
    kept: tuple[int, ...]


def propose_sources(article: Article, *, data: bytes, name: str, by: Any) -> Proposal:
    """Read a file of references and match it to the article's numbers. Changes nothing.

    Raises NotAllowed, TooLarge, BadBibliography, NoCitations.
    """
    require(permissions.can_identify(by), "Only analysts, editors and admins identify citations.")
    if len(data) > settings.LARGEST_FILE:
        raise TooLarge(f"The file has {len(data):,} bytes. Nothing was changed.", pointer="/file")
    try:
        bibliography = read_bibliography(data, name)
    except Unreadable as problem:
        raise BadBibliography(str(problem), pointer="/file") from problem
    citations = {citation.number: citation for citation in _citations(article)}
    if not citations:
        raise NoCitations("The article's text has no numbered citation yet.")
    entries = [(number, citation.entry) for number, citation in citations.items()]
    return Proposal(bibliography, citations, match_records(bibliography, entries))


@transaction.atomic
def identify_from(proposal: Proposal, chosen: Mapping[int, int], *, by: Any) -> Outcome:
    """Put records (by their index in the file) to citations (by number). What is identified already stays as it is.

    Raises NotAllowed.
    """
    require(permissions.can_identify(by), "Only analysts, editors and admins identify citations.")
    given = proposal.bibliography.records
    chosen = {number: index for number, index in chosen.items() if number in proposal.citations and index < len(given)}
    records = {number: (given[index].record, record_words(given[index].record)) for number, index in chosen.items()}
    with history.action("citation.identified", by=by, reason=f"from a {proposal.bibliography.format} file"):
        sources = sources_for(records, origin="bibliography")
        done = [number for number in sorted(sources) if _identify(proposal.citations[number], sources[number])]
        watch_sources(sources[number] for number in done)
    return Outcome(tuple(sorted(done)), tuple(sorted(set(chosen) - set(done))))


def _identify(citation: Citation, source: Any) -> bool:
    """Compare-and-set: what somebody has identified meanwhile is not overwritten; what was only read may be."""
    # What was read from the entry, or carried over, was the program's own guess.
    free = Citation.objects.filter(pk=citation.pk, identified__in=["", Identified.ENTRY])
    return bool(free.update(source=source, identified=Identified.BIBLIOGRAPHY, updated_at=timezone.now()))


def _citations(article: Article) -> Sequence[Citation]:
    return list(Citation.objects.filter(revision=article.revision_id).order_by("number"))
