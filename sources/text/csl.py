"""The words of CSL-JSON 1.0.2: the types of works, and the fields that hold names, dates and anything else.

Also a record given field by field, checked: what is no field, or cannot be its value, is refused by name.
Dates are EDTF with us; `date_of` writes one as CSL does.
"""

# ruff: noqa: SIM905 words stand better in lines than in columns
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from . import edtf
from .bibliographies.csl import read_date, read_names
from .dois import doi_key
from .links import clean
from .plain import check

TYPES = tuple(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)
NAMES = frozenset(
    "chair collection-editor compiler composer container-author contributor curator director editor "
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator translator".split()
)
DATES = frozenset("accessed available-date event-date original-date submitted".split())
TEXTS = frozenset(
    "abstract annote archive archive-place archive_collection archive_location authority call-number chapter- "
    "number citation-key citation-label citation-number collection-number collection-title container-title-short "
    "dimensions division edition event event-place event-title first-reference-note-number genre ISBN ISSN issue "
    "journalAbbreviation jurisdiction keyword language license locator medium note number number-of-pages number- "
    "of-volumes original-publisher original-publisher-place original-title page page-first part-number part-title "
    "PMCID PMID printing-number publisher-place references reviewed-genre reviewed-title scale section shortTitle "
    "source status supplement-number title-short version volume volume-title volume-title-short year-suffix".split()
)
LONGEST = {"title": 1000, "container": 500, "publisher": 300, "issued": 64}
LONGEST_OTHER, MOST_NAMES = 2000, 500
# The four columns whose names in CSL are others.
COLUMNS = {"author": "authors", "container-title": "container", "URL": "address", "DOI": "doi"}
OWN = ("type", "title", "authors", "container", "publisher", "issued", "address", "doi")
PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")
NAME_PARTS = frozenset(
    "family given literal suffix dropping-particle non-dropping-particle comma-suffix static-ordering "
    "parse-names".split()
)


class BadField(ValueError):  # noqa: N818 named for what is wrong
    """A field that is none, or whose value cannot be; `field` is its name as it was given."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


def read_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """Our columns, and under `csl` all other fields that were given; a null or empty value stays, as empty.

    Each may come under our name or CSL's. Raises BadField.
    """
    fields: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, value in given.items():
        column = COLUMNS.get(name, name)
        if column in OWN:
            fields[column] = _told(name, READERS[column], value)
        elif name not in ("id", "csl"):
            others[name] = _told(name, _other(name), value)
    return fields | ({"csl": others} if others else {})


def _told(name: str, read: Any, value: Any) -> Any:
    try:
        return read(value)
    except ValueError as problem:
        raise BadField(name, str(problem)) from problem


def date_of(value: str) -> dict[str, Any]:
    """An EDTF date as CSL writes it: date parts where they can say it, else the words of the EDTF."""
    days = [PLAIN.fullmatch(day) for day in value.split("/")]
    parts = [[int(part) for part in day.groups()[:3] if part] for day in days if day]
    if len(parts) != len(days) or len(parts) > 2:
        return {"raw": value}
    about = any(day and day[4] for day in days)
    if about and (len(parts) > 1 or len(parts[0]) > 1):
        return {"raw": value}
    circa = {"circa": True} if about else {}
    if len(parts[0]) > 1 and parts[0][1] > 12:
        season = {21: 1, 22: 2, 23: 3, 24: 4}.get(parts[0][1])
        return {"date-parts": [parts[0][:1]], "season": season} if season and len(parts) == 1 else {"raw": value}
    return {"date-parts": parts, **circa}


def _text(longest: int) -> Any:
    def read(value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError("This must be a text.")
        text = str(value)
        check(text)
        if len(text) > longest:
            raise ValueError(f"This has {len(text):,} characters; {longest:,} is the most.")
        return text if text.strip() else ""

    return read


def _type(value: Any) -> str:
    if value in TYPES:
        return str(value)
    raise ValueError(f"This is no type of CSL. Legal are: {', '.join(TYPES)}.")


def _names(value: Any) -> list[dict[str, str]]:
    people = [] if value is None else value
    if not isinstance(people, list) or len(people) > MOST_NAMES or not all(_is_name(person) for person in people):
        raise ValueError('Names are a list of {"family", "given"} or {"literal"}.')
    for person in people:
        for part in person.values():
            check(str(part))
    return [name.as_csl() for name in read_names(people)]


def _is_name(person: Any) -> bool:
    return (
        isinstance(person, dict)
        and person.keys() <= NAME_PARTS
        and all(isinstance(part, str | bool | int) and len(str(part)) <= 300 for part in person.values())
        and any(str(person.get(part, "")).strip() for part in ("family", "given", "literal"))
    )


def _date(value: Any) -> str:
    """EDTF, or a date of CSL."""
    if value in (None, "", {}):
        return ""
    if isinstance(value, dict):
        if found := read_date(value):
            return found
        raise ValueError('This is no date of CSL, such as {"date-parts": [[2024, 5, 17]]}.')
    text = str(_text(LONGEST["issued"])(value))
    edtf.parse(text)
    return text


def _address(value: Any) -> str:
    text = str(_text(10_000)(value))
    return clean(text) if text else ""


def _doi(value: Any) -> str:
    text = str(_text(LONGEST_OTHER)(value))
    if text and not (key := doi_key(text)):
        raise ValueError("This is no DOI. One begins with 10. and a number: 10.1000/182.")
    return key if text else ""


def _other(name: str) -> Any:
    if name in NAMES:
        return _names
    if name in DATES:
        return _date
    if name in TEXTS:
        return _text(LONGEST_OTHER)
    return _no_field


def _no_field(value: Any) -> Any:
    raise ValueError("There is no such field in CSL.")


READERS: dict[str, Any] = {
    "type": _type,
    "title": _text(LONGEST["title"]),
    "authors": _names,
    "container": _text(LONGEST["container"]),
    "publisher": _text(LONGEST["publisher"]),
    "issued": _date,
    "address": _address,
    "doi": _doi,
}
