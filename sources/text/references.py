"""The numbered list at the foot of a text: entry 4 is what "[4]" stands for.

A list counts under a heading of its own ("References", "Notes", …), and only
its own lines: prose that follows it is text again, so that nothing of an
article is lost behind a list. Without a heading it counts where it ends the
text and its numbers are those of the text's marks; without numbers where a
heading stands over exactly as many works as the text cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .marks import read_marks
from .openings import BARE, OPENINGS, WAY_BACK, label_of

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
        "citations and notes",
        "references cited",
        "sources cited",
        "works consulted",
        "sources consulted",
        "source list",
        "list of sources",
        "cited sources",
        "cited works",
        "article sources",
        "select bibliography",
        "selected bibliography",
        "explanatory notes",
        "einzelnachweise",
        "quellen",
        "références",
        "notes et références",
        "referencias",
        "примечания",
    }
)
OTHER_HEADINGS = frozenset(
    {"external links", "see also", "further reading", "about the author", "about the authors", "acknowledgements"}
)
LONGEST_HEADING = 60
LARGEST_GAP = 20  # between two numbers of a list; a line that begins with "2004." is no entry

LINE = re.compile(r"[^\n]+")
NUMBERING = re.compile(r"(?:\d{1,2}|[ivx]{1,4})[.)]?\s+")
COUNT = re.compile(r"\s*[(\[]\d{1,4}[)\]]$|\s*\[edit\]$")  # "References (12)", "References[edit]"
# Behind an empty line, too, these belong to the entry before.
ADDENDUM = re.compile(r"\s*(?:https?://|www\.|doi:|<https?:)\S{3,2000}\s*$", re.IGNORECASE)
# What tells a work from prose: an address, a DOI, a year, a title in quotation marks.
WORK = re.compile(r"https?://|www\.|doi[:.]|(?<!\d)(?:1[6-9]|20)\d\d(?!\d)|[“\"«„]", re.IGNORECASE)
Spot = tuple[int, int]
MOST_LOOSE = 2  # lines between a heading and the first number: a word on the list
UNHEADED = ("[1]", "[^1]", "(1)", "1.", "1\t", "¹")
COVERED = 0.8  # of the text's numbers that a list without a heading must explain
CITED = 0.5  # of such a list's numbers that the text must use


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
    loose: list[Spot] = field(default_factory=list)  # lines under the heading before the first number


def read_references(text: str) -> list[Entry]:
    """All entries of a text's reference lists; of two with the same label the first."""
    return entries_of(find_references(text))


def entries_of(lists: Iterable[References]) -> list[Entry]:
    entries: dict[str, Entry] = {}
    for references in lists:
        for entry in references.entries:
            entries.setdefault(entry.label, entry)
    return list(entries.values())


def find_references(text: str) -> list[References]:
    """The reference lists of a text with their places, in order."""
    found: list[References] = []
    current: _List | None = None
    loose: _List | None = None
    for start, end, blank_before in _lines(text):
        heading = _heading(text, start, end)
        if current and not heading and _takes(current, text, start, end, blank_before):
            continue
        if current and not heading and not current.entries:
            current.loose.append((start, end))
            continue
        found += _finished(current, text)
        loose = current if current and current.loose else loose
        current = _List(start) if heading in HEADINGS else None
    found += _finished(current, text)
    loose = current if current and current.loose else loose
    return found or _unnumbered(loose, text) or _unheaded(text)


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
    words = COUNT.sub("", text[start:end].strip(" \t#*=_:–—-")).strip(" \t#*=_:").casefold()
    words = NUMBERING.sub("", words, count=1) if words[:1].isdigit() or words[:1] in "ivx" else words
    return words if words in HEADINGS or words in OTHER_HEADINGS else ""


def _takes(current: _List, text: str, start: int, end: int, blank_before: bool) -> bool:
    """Add a line to the list, as an entry or as more of the last one; False: it belongs to neither."""
    if len(current.loose) > MOST_LOOSE:
        return False
    for style in [current.style] if current.style else OPENINGS:
        match = OPENINGS[style].match(text, start, end)
        if match and _is_next(current, style, label := label_of(match, current.last)):
            current.style = style
            current.last = int(label) if label.isdigit() else current.last
            current.entries.append((label, match.end(), start, end))
            return True
    if not current.entries or (blank_before and not ADDENDUM.fullmatch(text, start, end)):
        return False
    label, body, first, _ = current.entries[-1]
    current.entries[-1] = (label, body, first, end)
    return True


def _is_next(current: _List, style: str, label: str) -> bool:
    if not label.isdigit():
        return bool(label)
    if style == BARE:
        return int(label) == current.last + 1
    return not current.entries or current.last < int(label) <= current.last + LARGEST_GAP


def _finished(current: _List | None, text: str) -> list[References]:
    if not current or not current.entries:
        return []
    entries = tuple(_entry(text, *span) for span in current.entries)
    return [References(current.heading, entries[-1].end, entries)]


def _entry(text: str, label: str, body: int, start: int, end: int) -> Entry:
    words = " ".join(WAY_BACK.sub("", text[body:end], count=1).split())
    return Entry(int(label) if label.isdigit() else None, label, words, start, end)


def _unnumbered(current: _List | None, text: str) -> list[References]:
    """The works under a heading, one a line, whose numbers were lost on the way: as many as the text cites."""
    if not current or current.entries or len(current.loose) < 2:
        return []
    if not all(WORK.search(text, *spot) for spot in current.loose):
        return []
    cited = {number for mark in read_marks(text[: current.heading]) for number in mark.numbers}
    if cited != set(range(1, len(current.loose) + 1)):
        return []
    current.entries = [(str(n), start, start, end) for n, (start, end) in enumerate(current.loose, 1)]
    return _finished(current, text)


def _unheaded(text: str) -> list[References]:
    """The list that ends a text without a heading, if its numbers are clearly those of the text's marks."""
    marks = read_marks(text)
    cited = {number for mark in marks for number in mark.numbers}
    if not cited:
        return []
    lines = list(_lines(text))
    for style in UNHEADED:
        start = _first_line(text, lines, style, {"1", str(min(cited))})
        found = _to_the_end(text, lines[start:], style) if start >= 0 else None
        if found and _explains(text, found, style, [mark.numbers for mark in marks if mark.start < found.heading]):
            return _finished(found, text)
    return []


def _first_line(text: str, lines: Sequence[tuple[int, int, bool]], style: str, labels: set[str]) -> int:
    """The last line that opens with one of the labels; -1: none."""
    for at in reversed(range(len(lines))):
        match = OPENINGS[style].match(text, *lines[at][:2])
        if match and label_of(match, 0) in labels:
            return at
    return -1


def _to_the_end(text: str, lines: Sequence[tuple[int, int, bool]], style: str) -> _List | None:
    found = _List(lines[0][0], style)
    return found if all(_takes(found, text, *line) for line in lines) else None


def _explains(text: str, found: _List, style: str, marks: Sequence[tuple[int, ...]]) -> bool:
    """Whether the list's numbers are the marks', and its entries works rather than numbered prose."""
    cited = {number for numbers in marks for number in numbers}
    listed = {int(label) for label, *_ in found.entries if label.isdigit()}
    if not cited or len(cited & listed) < COVERED * len(cited) or len(cited & listed) < CITED * len(listed):
        return False
    bodies = [text[body:end] for _, body, _, end in found.entries]
    if any(mark.numbers for body in bodies for mark in read_marks(body)):
        return False  # numbered prose that cites
    return style in ("[1]", "[^1]") or sum(bool(WORK.search(body)) for body in bodies) > len(bodies) / 2
