"""A page seen from above, in one walk: what to leave out, which anchors are marks, how big and how deep it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sources.text.document import FenceKind
from sources.text.html import Guide
from sources.text.tags import UNSEEN, VOID, Tag, attributes, has_many, tags, unescaped

from .clutter import asks_for_consent, is_clutter
from .fencing import fence_kind, holds_facts, is_list

DEEPEST = 200  # libxml2 leaves out, without a word, what is nested 256 deep
MOST_ATTRIBUTES = 128  # of one tag
MOST_TAGS = 500_000
LARGEST_CLUTTER = 0.5  # of all text: what holds more is the article, whatever it is called
LONGEST_CAPTION = 1_500  # characters

# What ends by itself where the next of its kind begins.
ENDS_BY_ITSELF = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"})
LABEL = re.compile(r"\[?\s{0,3}(\d{1,4}|[a-z]{1,2}|[ivx]{1,5}|(?:note|nb|n|fn)\.?\s\d{1,3})\s{0,3}\]?", re.IGNORECASE)
IS_A_MARK = re.compile(r"foot-?note|noteref|\bfnref|citation-?ref|reference", re.IGNORECASE)
IS_A_WAY_BACK = re.compile(r"back|return|rev", re.IGNORECASE)
MARKUP = re.compile(r"<[^>]{0,2000}>")


@dataclass(slots=True)
class Outline:
    """`texts` are the characters between tags; `excess` says in words which limit the page goes beyond."""

    guide: Guide = field(default_factory=Guide)
    excess: str = ""
    texts: int = 0
    words: int = 0
    content: tuple[int, int] = (0, 0)  # where a wiki's article stands
    boxes: list[tuple[int, int]] = field(default_factory=list)  # of facts, beside the text
    metas: list[dict[str, str]] = field(default_factory=list)
    title: str = ""
    language: str = ""
    canonical: str = ""
    data: list[str] = field(default_factory=list)  # JSON-LD
    noscript: str = ""
    scripts: int = 0  # characters
    password: bool = False
    consent: bool = False

    @property
    def wiki(self) -> bool:
        return self.content[1] > 0


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    texts: int  # before it
    clutter: bool
    content: bool
    box: bool
    fence: FenceKind | None
    list: bool


@dataclass(slots=True)
class _Survey:
    html: str
    boxes: bool = False  # wanted
    outline: Outline = field(default_factory=Outline)
    open: list[_Open] = field(default_factory=list)
    depth: dict[str, int] = field(default_factory=dict)  # how many of a name are open
    clutter: list[tuple[int, int, int]] = field(default_factory=list)  # start, end, characters of text
    fences: list[tuple[int, int, FenceKind, int, bool]] = field(default_factory=list)  # …, and whether a list
    ids: dict[str, int] = field(default_factory=dict)
    anchors: list[tuple[Tag, str, bool]] = field(default_factory=list)  # that lead to a place; whether raised
    tags: int = 0

    def count(self, text: str) -> None:
        self.outline.texts += len(text.strip())
        self.outline.words += len(text.split())

    def begin(self, tag: Tag, found: dict[str, str]) -> None:
        if tag.name in ENDS_BY_ITSELF and self.open and self.open[-1].name == tag.name:
            self._pop(tag.start)
        box = self.boxes and holds_facts(tag.name, found)
        clutter = not box and is_clutter(tag.name, found)
        content = "mw-parser-output" in found.get("class", "").split()
        fence, is_a_list = fence_kind(tag.name, found), is_list(tag.name, found)
        self.open.append(_Open(tag.name, tag.start, self.outline.texts, clutter, content, box, fence, is_a_list))
        self.depth[tag.name] = self.depth.get(tag.name, 0) + 1
        if len(self.open) > DEEPEST:
            self.outline.excess = f"its elements are nested more than {DEEPEST} deep"

    def end(self, tag: Tag) -> None:
        if not self.depth.get(tag.name):
            return
        while self.open[-1].name != tag.name:
            self._pop(tag.start)
        self._pop(tag.end)

    def _pop(self, end: int) -> None:
        last = self.open.pop()
        self.depth[last.name] -= 1
        if last.content and end - last.start > self.outline.content[1] - self.outline.content[0]:
            self.outline.content = (last.start, end)
        if last.clutter:
            self.clutter.append((last.start, end, self.outline.texts - last.texts))
        if last.box:
            self.outline.boxes.append((last.start, end))
        if last.fence:
            self.fences.append((last.start, end, last.fence, self.outline.texts - last.texts, last.list))


def survey(html: str, *, boxes: bool = False) -> Outline:
    """`boxes`: those that tell facts beside the text belong to the page."""
    work = _Survey(html, boxes)
    outline = work.outline
    at = 0
    for tag in tags(html):
        work.count(html[at : tag.start])
        at = tag.end
        work.tags += 1
        if work.tags > MOST_TAGS:
            outline.excess = f"it has more than {MOST_TAGS:,} tags"
        if outline.excess:
            break
        if tag.name:
            _look_at(work, tag)
    work.count(html[at:])
    outline.guide = _guide(work)
    return outline


def fences_of(html: str) -> list[tuple[int, int, FenceKind]]:
    """What of a page that is kept whole is no part of its text."""
    guide = survey(html, boxes=True).guide
    return _apart([*guide.fences, *((start, end, "navigation") for start, end in guide.leave_out)])


def _look_at(work: _Survey, tag: Tag) -> None:
    if not tag.opens:
        work.end(tag)
        return
    found = attributes(work.html[tag.start : tag.end])
    if len(found) > MOST_ATTRIBUTES or has_many(work.html[tag.start : tag.end], MOST_ATTRIBUTES):
        work.outline.excess = f"one of its tags has more than {MOST_ATTRIBUTES} attributes"
    if tag.name in UNSEEN:
        _unseen(work, tag, found)
        return
    for key in ("id", "name"):
        if key in found and tag.name != "meta":
            work.ids.setdefault(found[key], tag.start)
    _remember(work.outline, tag, found)
    if tag.name == "a" and "#" in found.get("href", ""):
        work.anchors.append((tag, found["href"].rpartition("#")[2], _is_raised(work, found)))
    if tag.name not in VOID:
        work.begin(tag, found)


def _unseen(work: _Survey, tag: Tag, found: dict[str, str]) -> None:
    inside = work.html[tag.inside : tag.closing]
    outline = work.outline
    if tag.name == "title" and not outline.title:
        outline.title = inside[:1_000]
    elif tag.name == "noscript":
        outline.noscript = (outline.noscript + inside)[:5_000]
    elif tag.name == "script":
        outline.scripts += len(inside) + (500 if "src" in found else 0)
        if found.get("type", "").casefold() == "application/ld+json" and len(outline.data) < 20:
            outline.data.append(inside[:500_000])


def _remember(outline: Outline, tag: Tag, found: dict[str, str]) -> None:
    name = tag.name
    if name == "meta" and len(outline.metas) < 500:
        outline.metas.append(found)
    elif name == "html":
        outline.language = found.get("lang") or found.get("xml:lang", "")
    elif name == "link" and "canonical" in found.get("rel", "").casefold().split():
        outline.canonical = outline.canonical or found.get("href", "")
    elif name == "input" and found.get("type", "").casefold() == "password":
        outline.password = True
    elif name == "div":
        outline.consent = outline.consent or asks_for_consent(found)


def _is_raised(work: _Survey, found: dict[str, str]) -> bool:
    said = " ".join(found.get(key, "") for key in ("class", "role", "epub:type", "rel"))
    if IS_A_WAY_BACK.search(said):
        return False
    return bool(work.depth.get("sup")) or bool(IS_A_MARK.search(said))


def _guide(work: _Survey) -> Guide:
    labels: dict[str, str] = {}
    marks: set[int] = set()
    for tag, place, raised in work.anchors:
        inside = work.html[tag.end : tag.end + 400].partition("</a")[0]
        label = LABEL.fullmatch(unescaped(MARKUP.sub("", inside)).strip())
        # A mark leads forward to its entry; the way back leads back.
        if not label or work.ids.get(place, -1) <= tag.start:
            continue
        if raised or "[" in label[0] or "<sup" in inside.casefold():
            labels.setdefault(place, " ".join(label[1].split()))
            if "[" not in label[0]:
                marks.add(tag.start)
    leave_out = [] if work.outline.excess else list(_outermost(work, sorted(work.ids[place] for place in labels)))
    return Guide(leave_out, labels, frozenset(marks), addresses=True, fences=_fences(work))


def _fences(work: _Survey) -> list[tuple[int, int, FenceKind]]:
    most = LARGEST_CLUTTER * work.outline.texts
    found = [
        (start, end, kind)
        for start, end, kind, size, is_a_list in work.fences
        if (size <= LONGEST_CAPTION if kind == "caption" else is_a_list or size <= most)
    ]
    return [] if work.outline.excess else _apart(found)


def _apart(spans: Sequence[tuple[int, int, FenceKind]]) -> list[tuple[int, int, FenceKind]]:
    """In order, and only the outermost."""
    found: list[tuple[int, int, FenceKind]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _outermost(work: _Survey, entries: list[int]) -> Iterator[tuple[int, int]]:
    """The spans to leave out, in order, none inside another; what holds an entry of the reference list is kept."""
    behind = 0
    most = LARGEST_CLUTTER * work.outline.texts
    for start, end, size in sorted(work.clutter, key=lambda span: (span[0], -span[1])):
        if bisect_left(entries, start) < bisect_left(entries, end):
            continue
        if end > behind and start >= behind and size <= most:
            yield start, end
            behind = end
