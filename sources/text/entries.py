"""An entry of a reference list read as a record: "Smith, J. (2020). Rain. The Times." → title, authors, date …

Everything that can be read and nothing else: a field of which the entry says
nothing stays empty. What has a form of its own (address, DOI, ISBN, dates of
access, pages, a quoted title) is taken out first, in whatever style it is
printed; what is left is names, title, container and publisher, told by their
order. Made for the styles of Wikipedia, APA, MLA, Chicago, Harvard, Vancouver
and IEEE and for the plain ways of the news. Linear in the entry's length.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .dois import doi_in_address
from .links import clean, doi_key, key
from .referencing.addresses import take_addresses
from .referencing.draft import Draft, whole
from .referencing.identifiers import take_identifiers
from .referencing.kinds import kind_of
from .referencing.names import names_editors, read_names
from .referencing.notes import take_notes
from .referencing.pages import take_pages
from .referencing.parts import Parts, parts_around, parts_of
from .referencing.quoted import take_quoted
from .referencing.record import Name, Record
from .referencing.vocabulary import is_outlet

__all__ = ["Keys", "Name", "Record", "read_entry", "record_key"]

LONGEST = 5000  # characters; no honest entry is as long, and what stands behind them is not read
LONGEST_TITLE, LONGEST_CONTAINER, LONGEST_PUBLISHER = 1000, 500, 300
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
NUMBER = re.compile(r"^\s*(?:\[\d{1,4}\]:?|\(\d{1,4}\)|\d{1,4}[.)])\s+|^\s*[\^↑]\s*(?:a\s+b\s+(?:[c-z]\s+){0,24})?")
# These point at another entry, or say something: they name no work.
POINTING = re.compile(
    r"^(?:ibid|ibidem|idem|id\.|op\.? ?cit|loc\.? ?cit|see (?:also )?(?:note|above|below|footnote|n\.))", re.IGNORECASE
)


class Keys(NamedTuple):
    """Under which a work is one Source; "" where the record has none."""

    address: str
    doi: str


def read_entry(text: str) -> Record:
    """The record of an entry, without its number. Never fails; of prose that names no work little is read."""
    words = NUMBER.sub("", CONTROL.sub(" ", text[:LONGEST]), count=1)
    draft = Draft(" ".join(unicodedata.normalize("NFC", words).split()))
    if POINTING.match(draft.rest):
        return Record()
    address = take_addresses(draft)
    doi = take_identifiers(draft) or doi_in_address(address)
    if address:
        draft.csl["URL"] = address
    title = take_quoted(draft)
    take_notes(draft)
    take_pages(draft)
    parts = parts_around(title, draft) if title else parts_of(draft)
    return _record(parts, draft, address, doi)


def record_key(record: Record) -> Keys:
    """The address key and the DOI key: the same for the same page or DOI, however written."""
    doi = doi_key(record.doi) or doi_in_address(record.address)
    try:
        address = key(clean(record.address)) if record.address else ""
    except ValueError:
        address = ""
    return Keys(address, doi)


def _record(parts: Parts, draft: Draft, address: str, doi: str) -> Record:
    authors = parts.authors
    if names_editors(parts.names):
        parts.editors, authors = parts.editors or parts.names, ()
    if len(authors) == 1 and authors[0].literal and is_outlet(authors[0].literal) and not parts.container:
        parts.container, authors = authors[0].literal, ()
    kind = kind_of(parts, draft, address, doi)
    csl = {name: value for name, value in draft.csl.items() if name not in ("URL", "publisher")}
    publisher = str(draft.csl.get("publisher", "")) or parts.publisher
    if parts.publisher and publisher != parts.publisher:
        csl["archive"] = parts.publisher  # where a thesis of a university can be had
    if parts.place:
        csl["publisher-place"] = whole(parts.place)
    if parts.editors:
        csl["editor"] = [name.as_csl() for name in read_names(parts.editors)]
    title, container = whole(parts.title)[:LONGEST_TITLE], whole(parts.container)[:LONGEST_CONTAINER]
    return Record(
        kind, title, authors, container, whole(publisher)[:LONGEST_PUBLISHER], parts.issued, address, doi, csl
    )
