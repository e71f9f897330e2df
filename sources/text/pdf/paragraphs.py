"""From lines to paragraphs: line breaks and the hyphens at them undone, where that is what the author wrote."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from sources.text.raised import exponent, is_mark
from sources.text.references import HEADINGS

from .rows import Row

WIDER = 1.35  # times the usual distance of lines
OTHER_SIZE = 0.12  # of the size
INDENT = 0.8  # of the size
FULL = 0.8  # of the width: a shorter line ends its paragraph
ENTRY_NUMBER = re.compile(r"^\s{0,8}[\[(]?\d{1,4}[\]).:]{0,2}\t")
BLANKS = re.compile(r" {2,}")
HYPHENS = "-\u2010\u00ad"
AROUND = 6  # lines before and after, to which a line is compared
SHORT = 0.55  # … and a much shorter one stands alone
LARGEST_GAP = 20  # between the numbers of two entries
ITEM = re.compile(r"\s{0,8}(?:[\[(]?(?P<number>\d{1,3})(?:\]:?|\)|\.)(?=\s|\[?[A-Z“\"])|[•‣▪–—◦·]\s)")
ENDS = re.compile(r"[.!?:…][\"'”’)\]\d,–⁰¹²³⁴-⁹]{0,12}\s{0,4}$")
LAST_WORD = re.compile(r"([^\W\d_]{1,60})[-\u2010\u00ad]\s{0,4}$")
FIRST_WORD = re.compile(r"\s{0,8}([^\W\d_]{1,60})")
WORD = re.compile(r"[^\W\d_]{2,60}(?:[-\u2010][^\W\d_]{2,60}){0,4}")
ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/)\S{0,400}$")
MORE_OF_AN_ADDRESS = re.compile(r"[\w%~-]{0,200}[/_?=&%#.~-]\S{0,400}|[a-z0-9]{1,40}(?=\s|$)")
# A part that keeps its hyphen: "two- and three-year".
ENUMERATED = re.compile(r"\s{0,4}(?:and|or|to|und|oder|et|ou|y|o)\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of page `page`, counted from 1."""

    page: int
    row: Row


@dataclass(slots=True)
class Known:
    """What the whole document tells about a word at a line's end, and a number in the air."""

    compounds: set[str] = field(default_factory=set)  # written with a hyphen inside a line
    words: set[str] = field(default_factory=set)
    references: frozenset[int] = frozenset()


Placed = tuple[str, int, int, int]  # text, page, first, last; page 0: put there by us


def known_words(lines: Sequence[Line]) -> Known:
    known = Known()
    for line in lines:
        for match in WORD.finditer(line.row.text.rstrip()):
            found = match[0].casefold().replace("\u2010", "-")
            if "-" in found:
                known.compounds.add(found)
            else:
                known.words.add(found)
    return known


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that are one paragraph."""
    usual = _usual_distance(lines)
    current: list[Line] = []
    for at, line in enumerate(lines):
        if current and _begins(current, line, usual, _reach(lines, at - 1)):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _usual_distance(lines: Sequence[Line]) -> float:
    """The distance of lines, in sizes."""
    found = [
        (before.row.y - after.row.y) / max(before.row.size, 1.0)
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < before.row.y - after.row.y < 4 * before.row.size
    ]
    return median(found) if found else 1.2


def _reach(lines: Sequence[Line], at: int) -> float:
    """How far to the right the lines around this one go, of those that begin where it does and are as large."""
    page, row = lines[at].page, lines[at].row
    return max(
        line.row.end
        for line in lines[max(0, at - AROUND) : at + AROUND + 1]
        if line.page == page
        and abs(line.row.x - row.x) <= 3 * row.size
        and abs(line.row.size - row.size) <= OTHER_SIZE * row.size
    )


def _begins(current: list[Line], line: Line, usual: float, reach: float) -> bool:
    """Does a paragraph begin with this line?"""
    last, row = current[-1].row, line.row
    if _is_table(row) or _is_table(last):
        return True
    if _begins_item(current, row) or abs(row.size - last.size) > OTHER_SIZE * last.size:
        return True
    ended = bool(ENDS.search(last.text[-60:]))
    same_place = current[-1].page == line.page and last.y - row.y > 0
    if not same_place:  # the next page or column goes on with a sentence that has not ended
        return ended and not row.text.lstrip()[:1].islower()
    if last.y - row.y > WIDER * usual * last.size:
        return True
    full, length = reach - last.x, last.end - last.x
    indented = row.x - last.x > INDENT * row.size and (len(current) > 1 or ended)
    if current[0].row.x < row.x and ITEM.match(current[0].row.text):
        indented = False  # the entries of a list hang
    if length < SHORT * full and last.text.rstrip()[-1:] not in HYPHENS:
        return True
    return (ended and (length < FULL * full or indented)) or (indented and length < FULL * full)


def _begins_item(current: list[Line], row: Row) -> bool:
    """Does an item of a list begin here? A number at the start of a line may also be a mark, or a figure."""
    match = ITEM.match(row.text)
    if not match:
        return False
    if not match["number"]:
        return True  # a bullet
    before = ITEM.match(current[0].row.text)
    if before and before["number"]:
        return 0 < int(match["number"]) - int(before["number"]) <= LARGEST_GAP
    last = current[-1].row.text.strip()
    return last.strip(":").casefold() in HEADINGS or (len(current) == 1 and len(last) < 40 and not ENDS.search(last))


def _is_table(row: Row) -> bool:
    """A row of cells; behind the number of an entry a wide blank may stand as well."""
    return "\t" in ENTRY_NUMBER.sub("", row.text, count=1)


def written(paragraph: Sequence[Line], known: Known) -> list[Placed]:
    """The paragraph as one line of text, with raised numbers as marks."""
    found: list[Placed] = []
    for at, line in enumerate(paragraph):
        pieces = _pieces(line, known.references)
        if at:
            _join(found, pieces, known)
        found += pieces
    return [piece for piece in found if piece[0]]


def _pieces(line: Line, references: Container[int]) -> list[Placed]:
    found: list[Placed] = []
    before = ""
    for piece in line.row.pieces:
        text, length = piece.text, len(piece.text)
        if piece.raised:
            bare = text.strip()
            mark = f"[{bare}]" if is_mark(before.rstrip(), bare, references) else exponent(bare)
            text = text.replace(bare, mark) if bare else text
        before = (before + piece.text)[-60:]
        found.append((text, line.page, piece.first, piece.first + length) if piece.first >= 0 else (text, 0, 0, 0))
    return list(_together(_stripped(found)))


def _together(pieces: list[Placed]) -> Iterator[Placed]:
    """Pieces drawn one after the other as one, with the blanks between them."""
    texts: list[str] = []
    page = first = last = 0
    for text, place, begin, end in pieces:
        if place and texts and (place, begin) != (page, last):
            yield BLANKS.sub(" ", "".join(texts)), page, first, last
            texts = []
        if not texts:
            page, first = place, begin
        texts.append(text)
        last = end if place else last
    if texts:
        yield BLANKS.sub(" ", "".join(texts)), page, first, last


def _stripped(pieces: list[Placed]) -> list[Placed]:
    while pieces and not pieces[0][0].strip():
        pieces.pop(0)
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    if pieces:
        text, page, first, last = pieces[0]
        pieces[0] = (text.lstrip(), page, first + len(text) - len(text.lstrip()) if page else 0, last)
        text, page, first, last = pieces[-1]
        pieces[-1] = (text.rstrip(), page, first, last - (len(text) - len(text.rstrip())) if page else 0)
    return pieces


def _join(found: list[Placed], pieces: list[Placed], known: Known) -> None:
    """Put a blank between two lines, or none; and take a hyphen away that only the line's end has put there."""
    before = "".join(text for text, *_ in found[-6:])[-400:]
    after = "".join(text for text, *_ in pieces[:6])[:400]
    last = LAST_WORD.search(before[-80:])
    first = FIRST_WORD.match(after)
    if ADDRESS.search(before) and MORE_OF_AN_ADDRESS.match(after):
        return
    if not last or not first:
        glued = before[-1:] in HYPHENS and before[-2:-1].isalnum() and after[:1].isalnum()
        if not glued:
            found.append((" ", 0, 0, 0))
    elif ENUMERATED.match(after):
        found.append((" ", 0, 0, 0))
    elif _is_broken(last[1], first[1], known, soft="\u00ad" in before[-5:]):
        text, page, start, end = found[-1]
        bare = text.rstrip().rstrip(HYPHENS)
        found[-1] = (bare, page, start, end - (len(text) - len(bare)) if page else 0)


def _is_broken(first: str, second: str, known: Known, *, soft: bool) -> bool:
    """Is it one word, broken at the end of its line?"""
    if soft:
        return True
    if not second[0].islower():
        return False
    whole, compound = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if whole in known.words:
        return True
    return compound not in known.compounds and first.casefold() not in PREFIXES


PREFIXES = frozenset({"self", "ex", "half", "quasi", "all", "well"})
