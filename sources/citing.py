"""The marks of a text and the entries that they point at, as rows; each entry with the work that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtracker.core.copying import copy_in
from sources.models import Citation, Identified, Mark, Revision, Source
from sources.text.entries import read_entry
from sources.text.marks import Mark as Found
from sources.text.references import Entry
from sources.watching import watch_sources
from sources.works import sources_for


def store_citations(
    revision: Revision, marks: Sequence[Found], entries: Sequence[Entry], *, before: Revision | None = None
) -> dict[int, Citation]:
    """The marks of a revision, and a citation for every number that they or its list of references name.

    Where the text `before` has an entry with the same words, what people made of it carries over;
    every other entry is read for the work it names.
    """
    copy_in(Mark, (_mark(revision, mark) for mark in marks))
    given = entries_by_number(entries)
    numbers = sorted({number for mark in marks for number in mark.numbers} | set(given))
    carried = carry_over(before, given)
    fresh = {number: entry.text for number, entry in given.items() if number not in carried}
    read = sources_for({number: (read_entry(text), text) for number, text in fresh.items()}, origin="entry")
    made = Citation.objects.bulk_create(
        _citation(revision, number, given.get(number), carried.get(number), read.get(number)) for number in numbers
    )
    watch_sources([*read.values(), *carried.values()])
    return {citation.number: citation for citation in made}


def entries_by_number(entries: Sequence[Entry]) -> dict[int, Entry]:
    """Of two entries with one number the first counts; a note ("[a]") has none and is no citation."""
    return {entry.number: entry for entry in reversed(entries) if entry.number is not None}


def carry_over(before: Revision | None, given: Mapping[int, Entry]) -> dict[int, Source]:
    """Sources by the words of their entries. Where the same words led to two works, nobody knows which is meant."""
    if before is None:
        return {}
    known: dict[str, set[Source]] = {}
    for citation in before.citations.exclude(entry="").select_related("source"):
        if citation.source:
            known.setdefault(_words(citation.entry), set()).add(citation.source)
    return {
        number: next(iter(sources))
        for number, entry in given.items()
        if len(sources := known.get(_words(entry.text), set())) == 1
    }


def _words(entry: str) -> str:
    return " ".join(entry.split())


def _citation(
    revision: Revision, number: int, entry: Entry | None, carried: Source | None, read: Source | None
) -> Citation:
    how = Identified.CARRIED if carried else Identified.ENTRY if read else ""
    return Citation(
        revision=revision,
        number=number,
        label=entry.label[:40] if entry else str(number),
        entry=entry.text if entry else "",
        source=carried or read,
        identified=how,
    )


def _mark(revision: Revision, mark: Found) -> Mark:
    return Mark(
        revision=revision, start=mark.start, end=mark.end, surface=mark.surface[:200], numbers=list(mark.numbers)
    )
