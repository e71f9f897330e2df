"""A source's record field by field, each with where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from claimtracker.core.templatetags.page import day
from sources.models import Source
from sources.templatetags.sources import people

ORIGINS = {
    "article": "from the article of this desk",
    "entry": "read from an entry of an article",
    "bibliography": "from a file of references",
    "by_hand": "by hand",
    "by hand": "by hand",
    "page": "read from the page itself",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """`link` is where the value leads, if it is an address; `origin` is said where it is not the whole record's."""

    name: str
    value: str
    origin: str = ""
    link: str = ""


def read_record(source: Source) -> list[Fact]:
    """What is known, in the order in which one asks for it; what is not known is left out."""
    fields = [
        ("type", "Type", source.type, ""),
        ("authors", "Author", people(source.authors), ""),
        ("container", "In", source.container, ""),
        ("publisher", "Publisher", source.publisher, ""),
        ("family", "Belongs to", source.family, ""),
        ("issued", "Issued", day(source.issued) or "not known", ""),
        ("address", "Address", source.address, _link(source.address)),
        ("doi", "DOI", source.doi or "", f"https://doi.org/{source.doi}" if source.doi else ""),
        ("archive_address", "In an archive", source.archive_address, _link(source.archive_address)),
    ]
    return [
        Fact(label, value, origin_words(source.origins.get(name, "")), link)
        for name, label, value, link in fields
        if value
    ]


def origin_words(origin: str) -> str:
    return ORIGINS.get(origin, origin)


def _link(address: str) -> str:
    """Only what a browser may follow."""
    return address if address.startswith(("http://", "https://")) else ""
