"""HTML as plain text: what a reader of the page would see, one block a line.

One walk from tag to tag (see tags.py); every piece remembers where in the
source it stood. What is known about a page beforehand (what to leave out,
which anchors are citation marks: outline.py) is given as a Guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .building import Building
from .document import FenceKind
from .fenced import fence_lines
from .lines import Line, Lines, Piece
from .tags import UNSEEN, Tag, attributes, tags, unescaped

BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section select summary
    table tbody tfoot thead title tr ul""".split()  # noqa: SIM905 -- words are read as words
)
APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "dl", "table", "blockquote", "pre", "section"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CELLS = frozenset({"td", "th"})
NUMBER = re.compile(r"\s(?:start|value)\s{0,20}=\s{0,20}[\"']?(\d{1,6})")
TO_A_PLACE = re.compile(r"href\s{0,20}=\s{0,20}[\"']?[^\"'>]{0,300}#")
SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
# Tags that hide nothing stand between two words of one origin.
ONLY_TAGS = re.compile(
    r"(?:\s++|</?(?!(?:script|style|template|svg|noscript|iframe|object)\b)[a-zA-Z][^<>]{0,1000}+>){0,40}+",
    re.IGNORECASE,
)
BETWEEN = "\0"  # two anchors that are raised together; no text can contain it
NUMBERS = re.compile(r"\d{1,4}(?:\s?[,;–—-]\s?\d{1,4}){0,20}")


@dataclass(frozen=True, slots=True)
class Guide:
    """What an outline of the page knows: spans of the source to leave out, in order; by the id of an entry its label
    ("4", "a", "note 1"); and where in the source the anchors stand that are marks without being raised."""

    leave_out: Sequence[tuple[int, int]] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    marks: frozenset[int] = frozenset()
    addresses: bool = False  # of an entry's links are appended to it
    fences: Sequence[tuple[int, int, FenceKind]] = ()  # spans of the source, in order, none inside another


@dataclass(slots=True)
class _Raised:
    """A <sup> that is open, or an anchor that is a mark."""

    start: int
    linked: bool = False  # it links to a place on the page
    texts: list[str] = field(default_factory=list)
    anchor_ended: bool = False
    is_anchor: bool = False


@dataclass(slots=True)
class _Walk:
    """One walk over a page."""

    html: str
    guide: Guide
    lines: Lines = field(default_factory=Lines)
    counters: list[int] = field(default_factory=list)  # of the open lists; -1 for one without numbers
    raised: _Raised | None = None
    anchor: str | None = None  # the open anchor, as it is written

    def add(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.raised:
            self.raised.texts.append(unescaped(self.html[start:end]))
        else:
            self.lines.add(self.html[start:end], start, end, linked=self.anchor is not None)

    def lower(self, end: int) -> None:
        """End a <sup>: a linked number is a mark, any other an exponent (10⁶ is not 106)."""
        if self.raised is None:
            return
        raised, self.raised = self.raised, None
        whole = "".join(raised.texts)
        text = whole.strip()
        numbers = text.replace(BETWEEN, ",")
        if raised.linked and (NUMBERS.fullmatch(numbers) or text in self.guide.labels.values()):
            whole = f"[{numbers}]"
        elif text.strip("+-−").isdigit():
            whole = text.translate(SUPERSCRIPT)
        self.lines.flow(whole.replace(BETWEEN, ""), raised.start, end)

    def end_line(self, end: int) -> None:
        self.lower(end)
        self.lines.end_line()


def plain_html(html: str) -> str:
    return "".join(line.text for line in html_lines(html))


def html_lines(html: str, guide: Guide | None = None) -> list[Line]:
    """The lines of a page, each with its pieces' places in the source."""
    walk = _Walk(html, guide or Guide())
    left_out = iter([*walk.guide.leave_out, (len(html) + 1, len(html) + 1)])
    hidden = next(left_out)
    at = 0
    for tag in tags(html):
        while tag.start >= hidden[1]:
            hidden = next(left_out)
        if tag.start > hidden[0]:
            at = max(at, min(tag.end, hidden[1]))
            continue
        walk.add(at, tag.start)
        at = tag.end
        if tag.start == hidden[0]:
            _pass_over(walk, tag)
            at = tag.end
        elif tag.name and not (tag.name in UNSEEN and tag.opens):
            _obey(walk, tag)
    walk.add(max(at, hidden[1]) if at > hidden[0] else at, len(html))
    walk.lower(len(html))
    lines = walk.lines.finished()
    if guide:
        fence_lines(lines, guide.fences)
    return lines


def built(lines: Sequence[Line], html: str) -> Building:
    """The lines as one text that knows its origins: one for all words between which only tags stand."""
    building = Building()
    for line in lines:
        start = building.length
        for text, first, last in _together(line.pieces, html):
            building.add(text, "source" if last > first else "", first, last)
        if line.fence:
            building.fence(start, line.fence)
    return building


def _together(pieces: Sequence[Piece], html: str) -> Iterator[Piece]:
    words: list[str] = []  # of the origin that is open, from `begin` to `end`
    begin = end = 0
    blank = ""  # put there by us, behind them
    for text, first, last in pieces:
        if words and not last and text == " ":
            blank = text
            continue
        plain = last > first and _is_as_written(text, html[first:last])
        if words and not (plain and ONLY_TAGS.fullmatch(html, end, first)):
            yield "".join(words), begin, end
            yield blank, 0, 0
            words, blank = [], ""
        if plain:
            begin = begin if words else first
            words += [blank, text]
            end, blank = last, ""
        else:
            yield text, first, last
    yield "".join(words), begin, end
    yield blank, 0, 0


def _is_as_written(text: str, written: str) -> bool:
    """A mark in brackets that we put there, or a number that we raised, keeps an origin of its own."""
    return " ".join(unescaped(written).split()) == " ".join(text.split())


def _pass_over(walk: _Walk, tag: Tag) -> None:
    """An element that is left out still ends the line, if it is a block."""
    if tag.name in BLOCKS:
        walk.end_line(tag.start)


def _obey(walk: _Walk, tag: Tag) -> None:
    name = tag.name
    if name == "sup":
        walk.lower(tag.start)
        if tag.opens:
            walk.raised = _Raised(tag.end, linked=_leads_to_a_place(walk.anchor))
    elif name == "a":
        _anchor(walk, tag)
    elif name in CELLS:
        walk.lines.blank = "\t"
    elif name in BLOCKS:
        walk.end_line(tag.start)
        _structure(walk, tag)
        if name in APART:
            walk.lines.leave_gap(inside_list=bool(walk.counters))
    if walk.guide.labels and tag.opens and name != "sup":
        _entry(walk, tag)


def _leads_to_a_place(anchor: str | None) -> bool:
    return bool(anchor and TO_A_PLACE.search(anchor))


def _anchor(walk: _Walk, tag: Tag) -> None:
    written = walk.html[tag.start : min(tag.end, tag.start + 2_000)]
    walk.anchor = written if tag.opens else None
    if walk.raised is not None:
        raised = walk.raised
        if not tag.opens and raised.is_anchor:
            walk.lower(tag.start)
        elif tag.opens:
            raised.linked = _leads_to_a_place(written)
            if raised.anchor_ended and "".join(raised.texts[-1:]).strip().isdigit():
                raised.texts.append(BETWEEN)  # <a>1</a><a>2</a> is not 12
        raised.anchor_ended = not tag.opens
    elif tag.opens and tag.start in walk.guide.marks:
        walk.raised = _Raised(tag.end, linked=True, is_anchor=True)
    if tag.opens and walk.guide.addresses:
        walk.lines.link(attributes(written).get("href", ""), tag.start, tag.end)


def _structure(walk: _Walk, tag: Tag) -> None:
    name, opens = tag.name, tag.opens
    if name == "pre":
        walk.lines.verbatim = max(0, walk.lines.verbatim + (1 if opens else -1))
    elif name in ("ol", "ul"):
        walk.lines.end_entry()
        if opens:
            number = NUMBER.search(walk.html, tag.start, min(tag.end, tag.start + 300))
            walk.counters.append((int(number[1]) - 1 if number else 0) if name == "ol" else -1)
        elif walk.counters:
            walk.counters.pop()
    elif name == "li":
        walk.lines.end_entry()
        if opens and walk.counters and walk.counters[-1] >= 0:
            number = NUMBER.search(walk.html, tag.start, min(tag.end, tag.start + 300))
            walk.counters[-1] = int(number[1]) if number else walk.counters[-1] + 1
            walk.lines.put_number(f"{walk.counters[-1]}.")
    elif name in HEADINGS:
        walk.lines.end_entry()
        walk.lines.in_heading = opens


def _entry(walk: _Walk, tag: Tag) -> None:
    """Where a mark leads to, an entry of the reference list begins."""
    found = attributes(walk.html[tag.start : tag.end])
    label = walk.guide.labels.get(found.get("id", "") or found.get("name", ""))
    if label:
        walk.lines.begin_entry(label)
