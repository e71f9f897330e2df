"""BibTeX and BibLaTeX: the parser cuts a file into fields, everything in them is read here.

@string abbreviations are replaced once, in the order of the file and within
a length, so that abbreviations of abbreviations cannot grow without end.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bibtexparser.library import Library
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from sources.text.referencing.days import read_day
from sources.text.referencing.record import Name

from .given import MOST_RECORDS, Given, Problems, Raw, given_of
from .latex import plain_latex

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it has to say is among the problems

LONGEST_FIELD = 20_000
MOST_BLOCKS = 60_000  # records, abbreviations and comments that begin
MONTHS = {name: name.capitalize() for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}  # noqa: SIM905
TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "manual": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "letter": "personal_communication",
    "inreference": "entry-encyclopedia",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "newspaper": "article-newspaper",
}
SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle", "newspaper")
PUBLISHERS = ("publisher", "institution", "school", "organization")
# BibTeX's name → CSL-JSON's.
OTHERS = {
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "page",
    "isbn": "ISBN",
    "issn": "ISSN",
    "edition": "edition",
    "location": "publisher-place",
    "address": "publisher-place",
    "language": "language",
    "langid": "language",
    "series": "collection-title",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "eprint": "eprint",
    "chapter": "chapter-number",
    "version": "version",
    "shorttitle": "title-short",
}
BLOCK = re.compile(r"@\w{1,30}[ \t]{0,20}[{(]")
ADDRESS = re.compile(r"https?://[^\s{}\"<>\\]{3,1900}", re.IGNORECASE)
AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def read_bibtex(text: str, problems: Problems) -> Iterator[Given]:
    if sum(1 for _ in BLOCK.finditer(text)) > MOST_BLOCKS:
        raise ValueError(f"more than {MOST_BLOCKS:,} records begin in it")
    library = Splitter(text).split()
    strings = dict(MONTHS)
    for block in _blocks(library, problems):
        if isinstance(block, String):
            strings[block.key.strip().lower()] = _value(str(block.value), strings)
        elif isinstance(block, Entry):
            yield given_of(_raw(block, strings), problems)


def _blocks(library: Library, problems: Problems) -> Iterator[Entry | String]:
    entries = 0
    for block in library.blocks:
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            inner: Any = block.ignore_error_block
            what = "stands twice in the file" if isinstance(block, DuplicateBlockKeyBlock) else "has a field twice"
            problems.say(f"The record “{getattr(inner, 'key', '')[:200]}” {what}.")
            block = inner
        if isinstance(block, ParsingFailedBlock):
            problems.say(f"What begins on line {(block.start_line or 0) + 1:,} is not closed, and could not be read.")
        elif isinstance(block, Entry):
            entries += 1
            if entries > MOST_RECORDS:
                problems.say(f"The file has more than {MOST_RECORDS:,} records; the others were left out.")
                return
            yield block
        elif isinstance(block, String):
            yield block


def _value(words: str, strings: Mapping[str, str]) -> str:
    """A field without its braces and quotes, with abbreviations written out; bounded."""
    words = words.strip()[: 2 * LONGEST_FIELD]
    pieces = _pieces(words) if "#" in words else [words]
    return "".join(_piece(piece.strip(), strings) for piece in pieces[:100])[:LONGEST_FIELD]


def _pieces(words: str) -> list[str]:
    """The parts between the "#" that stand outside braces and quotes."""
    pieces, depth, quoted, start = [], 0, False, 0
    for at, sign in enumerate(words):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == '"' and not depth:
            quoted = not quoted
        elif sign == "#" and not depth and not quoted:
            pieces.append(words[start:at])
            start = at + 1
    return [*pieces, words[start:]]


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if len(piece) > 1 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
        return piece[1:-1]
    return strings.get(piece.lower(), piece)


def _raw(entry: Entry, strings: Mapping[str, str]) -> Raw:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(str(field.key).strip().lower()[:60], _value(str(field.value), strings))
    words = {
        name: plain_latex(value) for name, value in fields.items() if name not in ("author", "editor", "url", "doi")
    }
    address = _address(fields, words)
    csl: dict[str, Any] = {csl: words[name] for name, csl in OTHERS.items() if words.get(name)}
    csl["page"] = csl.get("page", "").replace("--", "–")
    csl["accessed"] = read_day(words.get("urldate", ""))
    csl["editor"] = [name.as_csl() for name in _names(fields.get("editor", ""))]
    kind = SUBTYPES.get(words.get("entrysubtype", "").lower()) or TYPES.get(entry.entry_type.lower(), "")
    return Raw(
        key=str(entry.key),
        type=kind or ("webpage" if address else "document"),
        title=": ".join(filter(None, (words.get("title", ""), words.get("subtitle", "")))),
        authors=_names(fields.get("author", "")),
        container=next((words[name] for name in CONTAINERS if words.get(name)), ""),
        publisher=next((words[name] for name in PUBLISHERS if words.get(name)), ""),
        issued=_issued(words),
        address=address,
        doi=fields.get("doi", "").replace("\\_", "_").strip("{} "),
        numbers=[str(entry.key), words.get("note", ""), words.get("citation-number", ""), words.get("label", "")],
        csl=csl,
    )


def _address(fields: Mapping[str, str], words: Mapping[str, str]) -> str:
    if url := fields.get("url", "").strip():
        return (
            url.removeprefix("\\url{")
            .strip("{} ")
            .replace("\\_", "_")
            .replace("\\%", "%")
            .replace("\\&", "&")
            .replace("\\#", "#")
        )
    match = ADDRESS.search(fields.get("howpublished", "")) or ADDRESS.search(words.get("note", ""))
    return match[0].rstrip(".,;") if match else ""


def _issued(words: Mapping[str, str]) -> str:
    if date := words.get("date", ""):
        return read_day(date.replace("/..", ""))
    year, month, day = (words.get(name, "").strip() for name in ("year", "month", "day"))
    if month.isdigit() and year.isdigit():
        return read_day("-".join(filter(None, (year, month.zfill(2), day.zfill(2) if day.isdigit() else ""))))
    return read_day(f"{day} {month} {year}".strip()) or read_day(f"{month} {year}".strip()) or read_day(year)


def _names(words: str) -> list[Name]:
    return [_name(piece.strip()) for piece in AND.split(words) if piece.strip() and piece.strip().lower() != "others"]


def _name(piece: str) -> Name:
    """ "Family, Given", "Given Family", "van Family, Given"; braces around the whole make a body's name."""
    if piece.startswith("{") and piece.endswith("}") and piece.count("{") == 1:
        return Name(literal=plain_latex(piece))
    parts = [plain_latex(part).strip() for part in piece.split(",")]
    if len(parts) > 1:
        given = parts[-1] if len(parts) == 2 else f"{parts[2]}, {parts[1]}"  # "Doe, Jr., Jane"
        return Name(family=parts[0], given=given) if parts[0] and given else Name(literal=parts[0] or given)
    words = parts[0].split()
    if len(words) < 2:
        return Name(literal=parts[0])
    last = next((at for at, word in enumerate(words[1:-1], 1) if word[:1].islower()), len(words) - 1)
    return Name(family=" ".join(words[last:]), given=" ".join(words[:last]))
