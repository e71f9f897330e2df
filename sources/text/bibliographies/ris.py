"""RIS, as EndNote, Zotero and publishers write it; lines are put in order before the parser sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rispy.parser import RisParser

from sources.text.referencing.days import read_day
from sources.text.referencing.record import Name

from .given import MOST_RECORDS, Given, Problems, Raw, given_of

LONGEST_FIELD = 20_000
MOST_VALUES = 1000  # of a tag that may stand more than once
LINE = re.compile(r"\s{0,4}([A-Z][A-Z0-9])\s{1,3}-(?:\s(.*))?$")
TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "JFULL": "periodical",
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "COMP": "software",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
    "MAP": "map",
    "PAT": "patent",
    "UNPB": "manuscript",
    "PCOMM": "personal_communication",
    "ENCYC": "entry-encyclopedia",
    "STAT": "legislation",
    "CASE": "legal_case",
}
OTHERS = {
    "volume": "volume",
    "number": "issue",
    "issn": "ISSN",
    "place_published": "publisher-place",
    "language": "language",
    "edition": "edition",
    "short_title": "title-short",
    "accession_number": "accession-number",
}
CONTAINERS = (
    "secondary_title",
    "journal_name",
    "alternate_title3",
    "alternate_title2",
    "alternate_title1",
    "tertiary_title",
)


class _Bounded(RisParser):  # type: ignore[misc]  # rispy has no types
    """The parser, with an end to every field: lines that go on would else be joined in the square of their number."""

    def _add_single_value(self, record: dict[str, Any], name: str, value: Any, is_multi: bool = False) -> None:
        if is_multi and (name not in record or len(record[name]) > LONGEST_FIELD):
            return
        super()._add_single_value(record, name, value, is_multi)

    def _add_list_value(self, record: dict[str, Any], name: str, value: Any) -> None:
        if len(record.get(name, ())) < MOST_VALUES:
            super()._add_list_value(record, name, value)


def read_ris(text: str, problems: Problems) -> Iterator[Given]:
    lines = "\n".join(_ordered(text, problems))
    records = _Bounded(delimiter_tags_mapping={}, skip_unknown_tags=True).parse(lines)
    for record in records:
        yield given_of(_raw(record), problems)


def _ordered(text: str, problems: Problems) -> Iterator[str]:
    """Lines as the format has them: two blanks before the dash, an end to every record, nothing before the first."""
    started, records = 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        match = LINE.match(line[: 4 * LONGEST_FIELD])
        tag = match[1] if match else ""
        if tag == "TY":
            if started:
                problems.say(
                    f"The record that begins on line {started:,} has no end (ER); it ends where the next begins."
                )
                yield "ER  - "
            started, records = number, records + 1
            if records > MOST_RECORDS:
                problems.say(f"The file has more than {MOST_RECORDS:,} records; the others were left out.")
                return
        if not started:
            if line.strip() and tag != "ER":
                problems.say(f"Line {number:,} belongs to no record.")
            continue
        yield f"{tag}  - {match[2] or ''}" if match else f" {line.strip()[:LONGEST_FIELD]}"
        if tag == "ER":
            started = 0
    if started:
        problems.say(f"The record that begins on line {started:,} has no end (ER); the file may have been cut off.")
        yield "ER  - "


def _raw(record: Mapping[str, Any]) -> Raw:
    words = {name: _text(value) for name, value in record.items()}
    urls = [str(url) for url in record.get("urls", ())]
    csl: dict[str, Any] = {csl: words[name] for name, csl in OTHERS.items() if words.get(name)}
    csl["page"] = "–".join(filter(None, (words.get("start_page", ""), words.get("end_page", ""))))
    csl["accessed"] = read_day(_dated(words.get("access_date", "")))
    kind = TYPES.get(words.get("type_of_reference", "").strip().upper(), "document")
    csl["ISBN" if kind in ("book", "chapter") else "ISSN"] = words.get("issn", "")
    if kind in ("book", "chapter"):
        csl.pop("ISSN", None)
    people = [*record.get("authors", ()), *record.get("first_authors", ())]
    csl["editor"] = [_name(str(name)).as_csl() for name in record.get("secondary_authors", ())]
    title = words.get("title") or words.get("primary_title") or words.get("caption", "")
    container = next((words[name] for name in CONTAINERS if words.get(name)), "")
    return Raw(
        key=words.get("id") or words.get("label", ""),
        type=kind,
        title=title,
        authors=[_name(str(name)) for name in people if str(name).strip()],
        container=container if container != title else "",
        publisher=words.get("publisher", ""),
        issued=_issued(words),
        address=next((url for url in urls if "://" in url[:8]), ""),
        doi=words.get("doi", ""),
        numbers=[
            words.get("id", ""),
            words.get("label", ""),
            words.get("note", ""),
            *map(str, record.get("notes", ())),
        ],
        csl=csl,
    )


def _text(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _issued(words: Mapping[str, str]) -> str:
    """The exactest of the places where a date may stand."""
    found = [read_day(_dated(words.get(name, ""))) for name in ("date", "year", "publication_year")]
    return max(found, key=len)


def _dated(words: str) -> str:
    """ "2024/03/12/morning" as "2024-03-12"."""
    parts = [part.strip() for part in words.split("/")[:3]]
    if len(parts) > 1 and len(parts[0]) == 4:
        return "-".join(part.zfill(2) if part.isdigit() else part for part in parts if part)
    return words.strip("/ ")


def _name(words: str) -> Name:
    """ "Family, Given, Suffix"; without a comma it is a body's."""
    family, _, given = (part.strip() for part in words.partition(","))
    return Name(family=family, given=given) if family and given else Name(literal=family or given)
