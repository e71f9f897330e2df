"""The form of the labelled entries: what a careful reader finds in each, said before the reader was run on it."""

from dataclasses import dataclass

FIELDS = ("type", "title", "authors", "container", "publisher", "issued", "address", "doi")


@dataclass(frozen=True)
class Cited:
    """`authors` as "Smith, John; {World Rain Office}"; `more` are fields of `csl`."""

    text: str
    title: str = ""
    authors: str = ""
    container: str = ""
    publisher: str = ""
    issued: str = ""
    address: str = ""
    doi: str = ""
    type: str = ""  # "": any
    more: tuple[tuple[str, str], ...] = ()


def authors_of(record):
    return "; ".join(
        f"{{{name.literal}}}" if name.literal else ", ".join(filter(None, (name.family, name.given)))
        for name in record.authors
    )
