"""The numbered list at the foot of a text: entry 4 is what "[4]" stands for.

A list counts only under a heading of its own ("References", "Notes", …), and
only its own lines: prose that follows it is text again, so that nothing of
an article is lost behind a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADINGS = frozenset(
    {
        "references",
        "reference list",
        "list of references",
        "notes",
        "endnotes",
        "end notes",
        "footnotes",
        "sources",
        "citations",
        "works cited",
        "literature",
        "literature cited",
        "bibliography",
        "notes and references",
        "references and notes",
        "notes and sources",
        "sources and notes",
        "notes and citations",
    }
)
OTHER_HEADINGS = frozenset(
    {"external links", "see also", "further reading", "about the author", "about the authors", "acknowledgements"}
)
LONGEST_HEADING = 60
LARGEST_GAP = 20  # between two numbers of a list; a line that begins with "2004." is no entry

LINE = re.compile(r"[^\n]+")
NUMBERING = re.compile(r"(?:\d{1,2}|[ivx]{1,4})\.?\s+")
# How an entry begins; a list keeps to the style of its first entry.
OPENINGS = {
    "[1]": re.compile(r"[\s*•-]*\[\s*(\d{1,4}|[a-z]{1,2})\s*\]:?\s*"),
    "(1)": re.compile(r"[\s*•-]*\((\d{1,4})\)\s+"),
    "1.": re.compile(r"[\s*•-]*(\d{1,4})[.)]\s*(?=[\s^])"),
    "1 ": re.compile(r"[\s*•-]*(\d{1,4})\t"),
    "^": re.compile(r"[\s*•-]*(?=\^)"),
}
# Wikipedia's way back to its marks: "^", or "^ a b c" where several marks share an entry.
WAY_BACK = re.compile(r"^\^\s*(?:a\s+b\s+(?:[c-z]\s+){0,24})?")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list; `text` without its number, on one line. A note ("[a]") has no number."""

    number: int | None
    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class References:
    """A heading with the list under it, from `start` to `end`."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class _List:
    """A list while it is being read, line by line; `spans` are (label, start of its text, start, end)."""

    heading: int
    style: str = ""
    last: int = 0
    entries: list[tuple[str, int, int, int]] = field(default_factory=list)


def read_references(text: str) -> list[Entry]:
    """All entries of a text's reference lists; of two with the same label the first."""
    entries: dict[str, Entry] = {}
    for references in find_references(text):
        for entry in references.entries:
            entries.setdefault(entry.label, entry)
    return list(entries.values())


def find_references(text: str) -> list[References]:
    """The reference lists of a text with their places, in order."""
    found: list[References] = []
    current: _List | None = None
    for start, end, blank_before in _lines(text):
        heading = _heading(text, start, end)
        if current and not heading and _takes(current, text, start, end, blank_before):
            continue
        found += _finished(current, text)
        current = _List(start) if heading in HEADINGS else None
    return found + _finished(current, text)


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Lines that say something, and whether an empty one stands before."""
    last = 0
    for match in LINE.finditer(text):
        if not match[0].isspace():
            yield match.start(), match.end(), text.count("\n", last, match.start()) > 1
            last = match.end()


def _heading(text: str, start: int, end: int) -> str:
    if end - start > LONGEST_HEADING:
        return ""
    words = text[start:end].strip(" \t#*=_:").removesuffix("[edit]").strip().casefold()
    words = NUMBERING.sub("", words, count=1) if words[:1].isdigit() or words[:1] in "ivx" else words
    return words if words in HEADINGS or words in OTHER_HEADINGS else ""


def _takes(current: _List, text: str, start: int, end: int, blank_before: bool) -> bool:
    """Add a line to the list, as an entry or as more of the last one; False: it belongs to neither."""
    for style in [current.style] if current.style else OPENINGS:
        if (match := OPENINGS[style].match(text, start, end)) and _is_next(current, label := _label(current, match)):
            current.style = style
            current.last = int(label) if label.isdigit() else current.last
            current.entries.append((label, match.end(), start, end))
            return True
    if not current.entries or blank_before:
        return False
    label, body, first, _ = current.entries[-1]
    current.entries[-1] = (label, body, first, end)
    return True


def _label(current: _List, match: re.Match[str]) -> str:
    return match[1].lstrip("0") if match.re.groups else str(current.last + 1)


def _is_next(current: _List, label: str) -> bool:
    if not label.isdigit():
        return bool(label)
    return not current.entries or current.last < int(label) <= current.last + LARGEST_GAP


def _finished(current: _List | None, text: str) -> list[References]:
    if not current or not current.entries:
        return []
    entries = tuple(_entry(text, *span) for span in current.entries)
    return [References(current.heading, entries[-1].end, entries)]


def _entry(text: str, label: str, body: int, start: int, end: int) -> Entry:
    words = " ".join(WAY_BACK.sub("", text[body:end], count=1).split())
    return Entry(int(label) if label.isdigit() else None, label, words, start, end)
