"""The lines of a page while it is walked over, each knowing what it is and where its pieces stood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .document import FenceKind
from .references import HEADINGS
from .tags import unescaped

Piece = tuple[str, int, int]  # text, and from where to where it stood in the source; 0, 0: put there by us

BLANKS = re.compile(r"[ \t\n\f\r]+")  # not the no-break space
BLANK = " \t\n\f\r"
WAYS_BACK = frozenset({"^", "↑", "↩", "↩︎", "⏎", "↵", "⤴", "[↩]"})
NUMBERED = re.compile(r"\d{1,4}\. ")
MOST_ADDRESSES = 10  # of one entry


@dataclass(slots=True)
class Line:
    """A line with its "\\n"; `entry` is the label of the entry of a reference list that it belongs to, `fence` what the
    line is where it is no part of the text."""

    pieces: list[Piece] = field(default_factory=list)
    heading: bool = False
    entry: str = ""
    linked: int = 0  # characters in anchors
    fence: FenceKind | None = None

    @property
    def text(self) -> str:
        return "".join(text for text, _, _ in self.pieces)

    @property
    def place(self) -> int:
        """Where its first words stood in the source; -1: it was put there by us."""
        return next((first for _, first, last in self.pieces if last), -1)


@dataclass(slots=True)
class Lines:
    """The lines so far; `blank` is a blank that waits for the next word."""

    done: list[Line] = field(default_factory=list)
    line: Line = field(default_factory=Line)
    blank: str = ""
    verbatim: int = 0  # depth of <pre>
    numbered: bool = False  # a list's number stands there and waits for its entry
    in_heading: bool = False
    entry: str = ""
    awaited: str = ""  # the label of an entry whose first words are still to come
    links: list[Piece] = field(default_factory=list)
    listing: bool = False  # under the heading of a reference list

    def add(self, html: str, start: int, end: int, *, linked: bool) -> None:
        if self.verbatim:
            self._write(unescaped(html).replace("\r\n", "\n").replace("\r", "\n"), start, end)
            return
        bare = html.strip(BLANK)
        lead = len(html) - len(html.lstrip(BLANK))
        if bare and self.entry and unescaped(bare) in WAYS_BACK:
            return
        if lead and bare:
            self.flow(" ", start, start + lead)
        begin = start + lead if bare else start
        self.flow(unescaped(bare or html), begin, begin + len(bare))
        if bare and lead + len(bare) < len(html):
            self.blank = self.blank or " "
        if linked:
            self.line.linked += len(bare)

    def flow(self, text: str, start: int, end: int) -> None:
        words = BLANKS.sub(" ", text)
        if words.startswith(" "):
            self.blank = self.blank or " "
        if bare := words.strip(" "):
            self._write(bare, start, end)
            self.blank = " " if words.endswith(" ") else ""

    def _write(self, text: str, start: int, end: int) -> None:
        if self.awaited:
            self._label(text)
        if self.blank and self.line.pieces and not self.line.pieces[-1][0].endswith("\n"):
            self.line.pieces.append((self.blank, 0, 0))
        self.blank, self.numbered = "", False
        self.line.pieces.append((text, start, end))
        self.line.heading = self.line.heading or self.in_heading

    def put_number(self, number: str) -> None:
        self._write(number, 0, 0)
        self.blank, self.numbered = " ", True

    def end_line(self) -> None:
        if self.numbered:
            return
        self.blank = ""
        self._print_addresses()
        if self.line.pieces:
            if not self.line.pieces[-1][0].endswith("\n"):
                self.line.pieces.append(("\n", 0, 0))
            self.line.entry = self.entry
            if self.line.heading or not self.listing:
                self.listing = is_list_heading(self.line.text)
            self.done.append(self.line)
            self.line = Line()

    def leave_gap(self, *, inside_list: bool) -> None:
        """An empty line between blocks, or what follows a list would read as more of its last entry."""
        self.end_line()
        if self.done and not inside_list and not self.numbered and self.done[-1].text != "\n":
            self.done.append(Line([("\n", 0, 0)]))

    def begin_entry(self, label: str) -> None:
        """The entry of a reference list that marks call `label` begins here."""
        if self.numbered:
            self.line = Line()  # the label counts, not the place in the list
            self.blank, self.numbered = "", False
        self.end_entry()
        self.entry = self.awaited = label

    def _label(self, text: str) -> None:
        """Print the label before an entry's first words, unless they begin with it."""
        label, self.awaited = self.awaited, ""
        if self.line.pieces:  # an anchor in the middle of a line is a target, not an entry
            self.entry = ""
            return
        last = next((line for line in reversed(self.done) if line.text.strip()), None)
        if not (last and (last.entry or NUMBERED.match(last.text) or is_list_heading(last.text))):
            self.done += [Line([("References", 0, 0), ("\n", 0, 0)], heading=True), Line([("\n", 0, 0)])]
        if not _begins_with(text, label):
            self.line.pieces.append((f"{label}. " if label.isdigit() else f"[{label}] ", 0, 0))
            self.blank = ""

    def end_entry(self) -> None:
        if self.entry and self.line.pieces:
            self.end_line()
        self.entry = self.awaited = ""

    def link(self, address: str, start: int, end: int) -> None:
        """Keep the address of a link in an entry: it is what identifies the source."""
        if (
            (self.entry or self.listing)
            and address.startswith(("http://", "https://"))
            and len(self.links) < MOST_ADDRESSES
        ):
            self.links.append((address, start, end))

    def _print_addresses(self) -> None:
        if not self.links:
            return
        links, self.links = self.links, []
        printed = self.line.text
        for address, start, end in links:
            if not _is_printed(address, printed):
                self.line.pieces += [(" ", 0, 0), (address, start, end)]
                printed += " " + address

    def finished(self) -> list[Line]:
        self._print_addresses()
        if self.line.pieces:
            self.line.entry = self.entry
            self.done.append(self.line)
        return self.done


def _begins_with(text: str, label: str) -> bool:
    first = text.split(" ", 1)[0]
    return text.strip() == label or first in (f"[{label}]", f"[{label}]:", f"({label})", f"{label}.", f"{label})")


def is_list_heading(text: str) -> bool:
    return text.strip(" \t\n:#*").casefold() in HEADINGS


def _is_printed(address: str, text: str) -> bool:
    """Is it there already, with or without its scheme, or as a bare DOI?"""
    bare = address.split("://", 1)[1].removeprefix("www.").rstrip("/")
    return bare in text or ("doi.org/" in bare and bare.split("doi.org/", 1)[1] in text)
