"""The article of a web page: its text with citation marks and reference list, without what stands around it.

What is plainly beside the article goes by its markup (clutter.py). Of the rest,
trafilatura says which blocks belong to the text; the text itself is always
from our own walk, since trafilatura drops marks, lists and what it takes for
links. Where it finds nothing, or the page is beyond what libxml2 reads whole,
everything stays, and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import LxmlError  # type: ignore[import-untyped]  # has no types
from trafilatura import bare_extraction

from sources.text.document import Document, Note
from sources.text.html import built, html_lines
from sources.text.lines import Line

from .about import About, about
from .outline import Outline, survey
from .walls import refuse_walls

WORD = re.compile(r"[^\W\d_]{2,40}")
RUN = 3  # words in a row that are looked for
MOST_LINKED = 0.6  # of a line's characters
FEWEST_WORDS = 5
FEWEST_SHARE = 0.25  # of a page's words; an extraction with less has missed the text


def read_page(html: str, name: str, notes: tuple[Note, ...] = (), *, boxes: bool = False) -> Document:
    """The article of a page, with the boxes of facts beside it where they are wanted too.

    Raises Empty, ScriptOnly or SignInNeeded.
    """
    outline = survey(html, boxes=boxes)
    lines = html_lines(html, outline.guide)
    found = about(outline)
    kept, more = _chosen(html, outline, lines)
    building = built(kept, html)
    text, origins = building.finished()
    whole = "".join(line.text for line in lines)
    refuse_walls(outline, text, whole, name)
    more += _left_out(outline, text)
    if not found.free:
        more.append(Note("paywall", "The page says that only subscribers see all of it; what is here may be a part."))
    return _document(text, found, notes=(*notes, *more), origins=origins, fences=building.finished_fences())


def _document(text: str, found: About, **more: object) -> Document:
    return Document(
        text,
        "html",
        title=found.title,
        byline=found.byline,
        outlet=found.outlet,
        published=found.published,
        address=found.address,
        language=found.language,
        **more,  # type: ignore[arg-type]  # the fields of Document by their names
    )


def _chosen(html: str, outline: Outline, lines: list[Line]) -> tuple[list[Line], list[Note]]:
    if outline.excess:
        words = (
            f"The page goes beyond what can be read safely ({outline.excess}), so all of its text was taken as it is."
        )
        return lines, [Note("page_limits", words)]
    if outline.wiki:
        return _without_double_gaps(_inside(lines, outline.content)), []
    main = main_text(html)
    kept = _kept(lines, main, outline.boxes) if main else lines
    if _words(kept) < FEWEST_SHARE * _words(lines):
        words = "It could not be told apart what is the article on this page, so all of its text was taken."
        return lines, [Note("whole_page", words)]
    return kept, []


def main_text(html: str) -> str:
    """What trafilatura takes for the text of a page; "" for nothing."""
    try:
        found = bare_extraction(html, include_comments=False, include_tables=True, favor_recall=True)
    except (LxmlError, ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        return ""
    return str(getattr(found, "text", None) or "")


def _inside(lines: list[Line], content: tuple[int, int]) -> list[Line]:
    """The lines that stand in a part of the source; what was put there by us goes with what follows it."""
    kept: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if line.place < 0:
            waiting.append(line)
        elif content[0] <= line.place < content[1]:
            kept += [*waiting, line]
            waiting = []
        else:
            waiting = []
    return kept


def _kept(lines: Sequence[Line], main: str, boxes: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines that are content: those found in `main` and what belongs between them, and those in boxes."""
    runs, short = _runs_of(main)
    sure = [bool(line.entry) or _is_in(line.text, runs, short) for line in lines]
    body = [at for at, line in enumerate(lines) if sure[at] and not line.entry]
    if not body:
        return []
    first, last = body[0], body[-1]
    keep = [
        sure[at]
        or not line.text.strip()
        or (first < at < last and _may_be_text(line))
        or any(start <= line.place < end for start, end in boxes)
        for at, line in enumerate(lines)
    ]
    _keep_tables(lines, keep)
    _keep_headings(lines, keep)
    return _without_double_gaps([line for at, line in enumerate(lines) if keep[at]])


def _runs_of(main: str) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    runs: set[tuple[str, ...]] = set()
    short: set[tuple[str, ...]] = set()
    for line in main.splitlines():
        words = [word.casefold() for word in WORD.findall(line)]
        runs.update(zip(words, words[1:], words[2:], strict=False))
        if len(words) <= FEWEST_WORDS:
            short.add(tuple(words))
    return runs, short


def _is_in(text: str, runs: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> bool:
    words = [word.casefold() for word in WORD.findall(text)]
    if len(words) < RUN:
        return bool(words) and tuple(words) in short
    found = sum(run in runs for run in zip(words, words[1:], words[2:], strict=False))
    return 2 * found >= len(words) - RUN + 1


def _may_be_text(line: Line) -> bool:
    """Between two lines of the article: a list, a table or a quotation that trafilatura passed over, not a menu."""
    text = line.text.strip()
    return line.linked < MOST_LINKED * len(text) and (len(text.split()) >= FEWEST_WORDS or any(map(str.isdigit, text)))


def _keep_tables(lines: Sequence[Line], keep: list[bool]) -> None:
    """Rows that stand together stay together: one of nothing but numbers is found in no text by its words."""
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        row_kept = False
        for at in order:
            is_row = "\t" in lines[at].text
            keep[at] = keep[at] or (is_row and row_kept)
            row_kept = is_row and keep[at]


def _keep_headings(lines: Sequence[Line], keep: list[bool]) -> None:
    """A heading stays where the next line that says something does."""
    follows = False
    for at in range(len(lines) - 1, -1, -1):
        if not lines[at].text.strip():
            continue
        if lines[at].heading:
            keep[at] = follows
        follows = keep[at]


def _without_double_gaps(lines: list[Line]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if line.text != "\n" or (kept and kept[-1].text != "\n"):
            kept.append(line)
    return kept


def _words(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _left_out(outline: Outline, text: str) -> list[Note]:
    out = outline.words - len(text.split())
    if out < FEWEST_WORDS:
        return []
    return [
        Note("around_the_text", f"Menus, notices and other things around the text were left out (some {out:,} words).")
    ]
