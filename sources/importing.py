"""A file of references (BibTeX, RIS, CSL-JSON) taken into the list of sources, whatever articles cite them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction

from claimtracker.core import history
from claimtracker.core.refusals import require
from sources import permissions
from sources.bibliographies import BadBibliography
from sources.models import Source
from sources.refusals import TooLarge
from sources.text.bibliography import read_bibliography
from sources.text.unreadable import Unreadable
from sources.watching import watch_sources
from sources.works import record_words, sources_for


@dataclass(frozen=True, slots=True)
class Imported:
    """Ids of the works that the file named: `new` ones, and those that were `there`. `problems` are plain sentences."""

    format: str
    records: int
    new: tuple[int, ...]
    there: tuple[int, ...]
    problems: tuple[str, ...]


@transaction.atomic
def import_sources(*, data: bytes, name: str, by: Any) -> Imported:
    """Every record of the file that names a work is one of the desk's, once. A work that is here keeps its record.

    Raises NotAllowed, TooLarge, BadBibliography.
    """
    require(permissions.can_describe_source(by), "Only analysts, editors and admins import sources.")
    if len(data) > settings.LARGEST_FILE:
        raise TooLarge(f"The file has {len(data):,} bytes. Nothing was changed.", pointer="/file")
    try:
        given = read_bibliography(data, name)
    except Unreadable as problem:
        raise BadBibliography(str(problem), pointer="/file") from problem
    newest = Source.objects.order_by("-id").values_list("pk", flat=True).first() or 0
    records = {at: (one.record, record_words(one.record)) for at, one in enumerate(given.records)}
    with history.action("source.imported", by=by, reason=f"from a {given.format} file"):
        found = sources_for(records, origin="bibliography")
        watch_sources(found.values())
    ids = sorted({source.pk for source in found.values()})
    unnamed = [one.key or str(at + 1) for at, one in enumerate(given.records) if at not in found]
    said = [f"The record “{key}” names no work: it has no title, address or DOI." for key in unnamed[:50]]
    return Imported(
        format=given.format,
        records=len(given.records),
        new=tuple(pk for pk in ids if pk > newest),
        there=tuple(pk for pk in ids if pk <= newest),
        problems=(*given.problems, *said),
    )
