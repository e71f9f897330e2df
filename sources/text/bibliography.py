"""A file of references given for an article (BibTeX, RIS or CSL-JSON), read and matched to the article's numbers.

    bibliography = read_bibliography(data, "refs.bib")
    matches = match_records(bibliography, [(entry.number, entry.text) for entry in entries])

Linear and bounded: 5 MB, 20,000 records, and no field without an end.
Nothing in a file is ever carried out; what is left out is said in `problems`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bibliographies.bibtex import read_bibtex
from .bibliographies.csl import read_csl
from .bibliographies.given import LARGEST_FILE, Bibliography, Format, Given, Problems
from .bibliographies.matching import Match, match_records
from .bibliographies.ris import read_ris
from .decoding import decode
from .unreadable import NotABibliography, TooLargeABibliography

__all__ = ["Bibliography", "Given", "Match", "match_records", "read_bibliography"]

READERS = {"bibtex": read_bibtex, "ris": read_ris, "csl-json": read_csl}
BIBTEX = re.compile(r"^[ \t]{0,20}@[A-Za-z]{2,30}[ \t]{0,20}[{(]", re.MULTILINE)
RIS = re.compile(r"^[ \t]{0,4}TY[ \t]{1,3}-", re.MULTILINE)


def read_bibliography(data: bytes, name: str) -> Bibliography:
    """The records of a file, whatever its name ends in. Raises Unreadable where it is none of the three formats."""
    if len(data) > LARGEST_FILE:
        raise TooLargeABibliography(name, len(data), LARGEST_FILE)
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    format, problems = _format(text, name), Problems()
    records = tuple(_read(format, text, name, problems))
    if not records:
        problems.say("There is no record in the file.")
    return Bibliography(format, records, problems.all())


def _format(text: str, name: str) -> Format:
    if text.lstrip()[:1] in ("[", "{") and not BIBTEX.search(text[:2000]):
        return "csl-json"
    bibtex, ris = BIBTEX.search(text), RIS.search(text)
    if bibtex and (not ris or bibtex.start() < ris.start()):
        return "bibtex"
    if ris:
        return "ris"
    raise NotABibliography(name, "no record of any of them begins in it")


def _read(format: Format, text: str, name: str, problems: Problems) -> Iterator[Given]:
    try:
        yield from READERS[format](text, problems)
    except ValueError as error:
        raise NotABibliography(name, f"as {format} it could not be read: {str(error)[:200]}") from None
