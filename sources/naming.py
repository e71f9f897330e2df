"""What somebody gave to name a work (its id, an address, a DOI, a reference, a record), and the work it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimtracker.core.refusals import Unacceptable
from sources.models import Source
from sources.text.bibliography import read_bibliography
from sources.text.csl import BadField, read_fields
from sources.text.dois import doi_key
from sources.text.entries import LONGEST, NUMBER, Record, read_entry
from sources.text.links import clean
from sources.text.plain import check
from sources.text.referencing.record import Name
from sources.text.unreadable import Unreadable
from sources.works import hold, keys_of, known_work, record_words, sources_for


class NoWork(Unacceptable):
    """What was given names no work: no title, no address and no DOI can be read in it. Nothing was changed."""

    code = "no_work"
    title = "This names no work"


class BadRecord(Unacceptable):
    """A field of the record is none of CSL's, or its value cannot be. Nothing was changed; “errors” names it."""

    code = "bad_record"
    title = "The record cannot be taken"


RECORD = re.compile(r"@[A-Za-z]{2,30}\s{0,9}[{(]|TY[ \t]{1,3}-|\[?\s{0,9}\{")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:")  # "javascript:…", "file:…": no address of the web, and no title


@dataclass(frozen=True, slots=True)
class Named:
    """Exactly one of these says which work is meant."""

    source: int | None = None
    record: Mapping[str, Any] | None = None
    address: str = ""
    doi: str = ""
    reference: str = ""


def named_work(named: Named) -> tuple[Source, bool]:
    """The work, and whether it was made for this. Inside a transaction. Raises NoWork, BadRecord."""
    if named.source is not None:
        return work_of(named.source), False
    record, words, origin = _read(named)
    if known := known_work(keys_of(record, words)):
        return known, False
    found = sources_for({0: (record, words)}, origin=origin)
    if not found:
        raise NoWork(
            "No title, address or DOI can be read in this, so it names no work. Nothing was changed. "
            "Give its title, or paste its address.",
            pointer=_pointer(named),
        )
    return found[0], True


def work_of(pk: int) -> Source:
    """The work with that id, or the one that it was merged into. Raises NoWork."""
    source = Source.objects.filter(pk=pk).first()
    if source is None:
        raise NoWork(f"There is no source {pk}. Nothing was changed.", pointer="/source")
    return hold({pk: source})[pk]


def read_given(text: str) -> Record:
    """What somebody pasted into one field: an address, a DOI, or the words of a reference. Never fails."""
    words = text.strip()
    if RECORD.match(words) and (record := _of_file(words)):
        return record
    if len(words.split()) != 1:
        return read_entry(words)
    try:
        return Record(type="webpage", address=clean(f"https://{words}" if words.startswith("www.") else words))
    except ValueError:
        doi = doi_key(words)
        return Record(doi=doi) if doi or SCHEME.match(words) else read_entry(words)


def _of_file(text: str) -> Record | None:
    """The only record of a few lines of BibTeX, RIS or CSL-JSON."""
    try:
        given = read_bibliography(text.encode(), "").records
    except Unreadable:
        return None
    return given[0].record if len(given) == 1 else None


def record_of(given: Mapping[str, Any]) -> Record:
    """A CSL-JSON record, checked. Raises BadRecord."""
    try:
        fields = read_fields(given)
    except BadField as problem:
        raise BadRecord(str(problem), pointer=f"/{problem.field}"[:200]) from problem
    names = tuple(Name(**name) for name in fields.get("authors", []))
    columns = {name: value for name, value in fields.items() if name not in ("authors", "csl")}
    csl = {name: value for name, value in fields.get("csl", {}).items() if value not in ("", [])}
    return Record(**columns, authors=names, csl=csl)


def _read(named: Named) -> tuple[Record, str, str]:
    """(record, the words it is known by, where it came from). Raises NoWork, BadRecord."""
    if named.record is not None:
        record = record_of(named.record)
        return record, record_words(record), "by_hand"
    if named.reference:
        _check(named.reference, "/reference")
        return read_given(named.reference), NUMBER.sub("", named.reference[:LONGEST], count=1), "entry"
    if named.address:
        return Record(type="webpage", address=_address(named.address)), "", "by_hand"
    doi = doi_key(named.doi)
    if not doi:
        raise NoWork("This is no DOI. One begins with 10. and a number: 10.1000/182.", pointer="/doi")
    return Record(doi=doi), "", "by_hand"


def _address(address: str) -> str:
    try:
        check(address)
        return clean(address)
    except ValueError as problem:
        raise NoWork(f"{problem} Nothing was changed.", pointer="/address") from problem


def _check(text: str, pointer: str) -> None:
    try:
        check(text)
    except ValueError as problem:
        raise NoWork(f"{problem} Nothing was changed.", pointer=pointer) from problem


def _pointer(named: Named) -> str:
    return "/reference" if named.reference else "/source" if named.record is not None else ""
