"""HTML as plain text: what a reader of the page would see, one block a line.

Walks from tag to tag once and never builds a tree, so depth costs nothing and
a broken page costs no more than a sound one. (The parser of the standard
library can be made to take the square of the length on Python 3.11.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section select summary
    table tbody tfoot thead title tr ul""".split()  # noqa: SIM905 -- words are read as words
)
APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "dl", "table", "blockquote", "pre", "section"})
GAP = "\n"  # a piece of its own
CELLS = frozenset({"td", "th"})
UNSEEN = frozenset({"script", "style", "template", "svg", "noscript", "iframe", "object", "title"})
BLANKS = re.compile(r"[ \t\n\f\r]+")  # not the no-break space
TAG_NAME = re.compile(r"/?([a-zA-Z][^\s/>]{0,40})")
# A quote counts only behind "=": in <p don't> it is part of a name.
QUOTE_OR_END = re.compile(r"=\s{0,20}([\"'])|>")
NUMBER = re.compile(r"\s(?:start|value)\s{0,20}=\s{0,20}[\"']?(\d{1,6})")
# A reference to a number too long for any character; `html.unescape` would try to read it.
ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")
SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


@dataclass(slots=True)
class _Page:
    """The text so far; `blank` is a blank that waits for the next word."""

    pieces: list[str] = field(default_factory=list)
    blank: str = ""
    counters: list[int] = field(default_factory=list)  # of the open lists; -1 for one without numbers
    verbatim: int = 0  # depth of <pre>
    raised: list[str] | None = None  # inside <sup>: its text
    linked: bool = False  # … which links to a place on the page
    numbered: bool = False  # a list's number stands there and waits for its entry

    def add(self, text: str) -> None:
        if self.raised is not None:
            self.raised.append(text)
        elif self.verbatim:
            self._write(text)
        else:
            self._flow(text)

    def _flow(self, text: str) -> None:
        words = BLANKS.sub(" ", text)
        if words.startswith(" "):
            self.blank = self.blank or " "
        if bare := words.strip(" "):
            self._write(bare)
            self.blank = " " if words.endswith(" ") else ""

    def _write(self, text: str) -> None:
        if self.blank and self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append(self.blank)
        self.blank, self.numbered = "", False
        self.pieces.append(text)

    def end_line(self) -> None:
        self.lower()
        if self.numbered:
            return
        self.blank = ""
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces[-1] += "\n"

    def leave_gap(self) -> None:
        """An empty line between blocks, or what follows a list would read as more of its last entry."""
        self.end_line()
        if self.pieces and not self.counters and self.pieces[-1] != GAP:
            self.pieces.append(GAP)

    def lower(self) -> None:
        """End a <sup>: a linked number is a mark, any other an exponent (10⁶ is not 106)."""
        if self.raised is None:
            return
        text, self.raised = "".join(self.raised).strip(), None
        if text.isdigit() and self.linked:
            text = f"[{text}]"
        elif text.strip("+-−").isdigit():
            text = text.translate(SUPERSCRIPT)
        self.add(text)


def plain_html(html: str) -> str:
    page, at = _Page(), 0
    unclosed: set[str] = set()  # elements without an end further down, so that nobody looks for it again
    while (tag := html.find("<", at)) >= 0:
        page.add(_text(html[at:tag]))
        at = _after_tag(html, tag, page, unclosed)
    page.add(_text(html[at:]))
    page.lower()
    return "".join(page.pieces)


def _text(html: str) -> str:
    return unescape(ENDLESS.sub("\ufffd", html)) if "&" in html else html


def _after_tag(html: str, at: int, page: _Page, unclosed: set[str]) -> int:
    """Deal with what begins at a "<", and say where the text goes on."""
    if html.startswith("<!--", at):
        end = html.find("-->", at + 4)
        return len(html) if end < 0 else end + 3
    match = TAG_NAME.match(html, at + 1)
    if not match and html[at + 1 : at + 2] not in ("!", "?", "/"):
        page.add("<")  # "if a < b"
        return at + 1
    end = _tag_end(html, at, unclosed)
    if match:
        name = match[1].lower()
        if name in UNSEEN and html[at + 1] != "/":
            return _after_element(html, name, end, unclosed)
        _obey(page, name, html[at:end])
    return end


def _tag_end(html: str, at: int, unclosed: set[str]) -> int:
    """Behind the ">" of a tag, quoted ones passed over; once a quote was left open, behind the first."""
    while "quote" not in unclosed and (match := QUOTE_OR_END.search(html, at)):
        if not match[1]:
            return match.end()
        closing = html.find(match[1], match.end())
        if closing < 0:
            unclosed.add("quote")
            break
        at = closing + 1
    end = html.find(">", at)
    return len(html) if end < 0 else end + 1


def _after_element(html: str, name: str, at: int, unclosed: set[str]) -> int:
    if name in unclosed:
        return at
    match = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
    if not match:
        unclosed.add(name)
        return at
    end = html.find(">", match.end())
    return len(html) if end < 0 else end + 1


def _obey(page: _Page, name: str, tag: str) -> None:
    opens = tag[1] != "/"
    if name == "sup":
        page.lower()
        page.raised, page.linked = ([] if opens else None), False
    elif name == "a" and opens and page.raised is not None:
        page.linked = bool(re.search(r"href\s{0,20}=\s{0,20}[\"']?[^\"'>]{0,300}#", tag))
    elif name in CELLS:
        page.blank = "\t"
    elif name in BLOCKS:
        page.end_line()
        _structure(page, name, tag, opens)
        if name in APART:
            page.leave_gap()


def _structure(page: _Page, name: str, tag: str, opens: bool) -> None:
    if name == "pre":
        page.verbatim = max(0, page.verbatim + (1 if opens else -1))
    elif name in ("ol", "ul"):
        if opens:
            number = NUMBER.search(tag[:300])
            page.counters.append((int(number[1]) - 1 if number else 0) if name == "ol" else -1)
        elif page.counters:
            page.counters.pop()
    elif name == "li" and opens and page.counters and page.counters[-1] >= 0:
        number = NUMBER.search(tag[:300])
        page.counters[-1] = int(number[1]) if number else page.counters[-1] + 1
        page.add(f"{page.counters[-1]}. ")
        page.numbered = True
