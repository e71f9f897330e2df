"""Numbers that name a work: DOI, ISBN, ISSN, PMID, JSTOR and the like, taken out of an entry."""

from __future__ import annotations

import re

from sources.text.dois import find_dois

from .draft import Draft

ISBN = re.compile(
    r"(?<!\w)(?:e-?)?ISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx])(?![0-9])\.?",
    re.IGNORECASE,
)
ISSN = re.compile(r"(?<!\w)(?:e-?)?ISSN:?\s?([0-9]{4}-?[0-9]{3}[0-9Xx])(?![0-9])\.?", re.IGNORECASE)
# The others have no digit to check; each is kept under CSL-JSON's name, or its own in small letters.
OTHERS = {
    "PMCID": re.compile(r"(?<!\w)PMC(?:ID)?:?\s?((?:PMC\s?)?[0-9]{3,9})(?!\w)\.?"),
    "PMID": re.compile(r"(?<!\w)PMID:?\s?([0-9]{4,9})(?!\w)\.?"),
    "JSTOR": re.compile(r"(?<!\w)JSTOR:?\s?([0-9a-z.]{4,20}?)(?=[\s.,;)]|$)"),
    "OCLC": re.compile(r"(?<!\w)OCLC:?\s?([0-9]{4,12})(?!\w)\.?"),
    "S2CID": re.compile(r"(?<!\w)S2CID:?\s?([0-9]{4,12})(?!\w)\.?"),
    "LCCN": re.compile(r"(?<!\w)LCCN:?\s?([0-9a-z-]{6,14})(?!\w)\.?"),
    "arXiv": re.compile(r"(?<!\w)arXiv:\s?((?:[a-z-]{2,12}/)?[0-9]{4}\.?[0-9]{3,5}(?:v[0-9]{1,2})?)(?!\w)\.?"),
    "Bibcode": re.compile(r"(?<!\w)Bibcode:\s?([0-9]{4}[\w.&]{10,15})"),
    "hdl": re.compile(r"(?<!\w)hdl:\s?([0-9.]{3,20}/[\w./-]{1,40})"),
}


def take_identifiers(draft: Draft) -> str:
    """The DOI, "" where none is printed; the others go into the record's `csl`."""
    doi = ""
    for start, end, key in reversed(list(find_dois(draft.rest))):
        draft.cut(start, end)
        doi = key
    draft.take_all(ISBN, lambda match: _is_isbn(match[1]) and draft.keep("ISBN", match[1].replace(" ", "-")))
    draft.take_all(ISSN, lambda match: draft.keep("ISSN", match[1].upper()))
    for name, pattern in OTHERS.items():
        draft.take_all(pattern, lambda match, name=name: draft.keep(name, match[1]))  # type: ignore[misc]  # a lambda with a default cannot be typed
    return doi


def _is_isbn(text: str) -> bool:
    """Ten or thirteen digits; whether the last one checks is not asked, for misprinted ones are cited too."""
    return len(re.sub("[- ]", "", text)) in (10, 13)
