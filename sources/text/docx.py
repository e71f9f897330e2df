"""A Word document (DOCX) as text: paragraphs, lists with their numbers, tables, text boxes, footnotes as references.

Footnotes and endnotes become marks "[3]" and a list at the foot, in the order
in which they are called. A text that has bracketed numbers of its own keeps
them, and its notes are numbered behind the highest, under "Notes": two lists
that both begin with 1 would make every mark ambiguous.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .building import Building
from .document import Document, FenceKind, Note
from .limits import LIMITS, Limits
from .marks import read_marks
from .plain import check
from .raised import exponent, is_mark
from .references import HEADINGS, find_references
from .unreadable import Damaged, ParserLimit
from .word.body import Block, Body, NoteMark, Words
from .word.notes import left_out
from .word.numbering import Numbering, Styles
from .word.package import Package

MAIN = "word/document.xml"
Key = tuple[str, str]  # kind and id of a note
# How Word itself calls the styles of what stands beside a text, in whatever language it was written.
BESIDE: dict[FenceKind, re.Pattern[str]] = {
    "caption": re.compile(r"caption"),
    "navigation": re.compile(r"toc ?(?:\d|heading)|table ?of ?figures"),
    "references": re.compile(r"bibliography|(?:end|foot)note ?text"),
}


@dataclass(slots=True)
class _Word:
    """A document whose parts are read, while its text is put together."""

    package: Package
    body: Body
    notes: dict[Key, list[Block]]
    styles: Styles
    numbering: Numbering
    labels: list[str] = field(default_factory=list)  # what is printed before each block
    own: int = 0  # the highest number of the references that the text has itself
    known: frozenset[int] = frozenset()
    numbers: dict[Key, int] = field(default_factory=dict)
    building: Building = field(default_factory=Building)
    under_references: bool = False


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """The document. Raises Damaged, Encrypted, Hostile or ParserLimit."""
    package = Package.opened(data, name)
    if not package.has(MAIN):
        raise Damaged(name, "its main part is missing")
    body = Body()
    package.parse(MAIN, body)
    if sum(block.length for block in body.blocks) > limits.text:
        raise ParserLimit(name, f"has more than {limits.text:,} characters of text")
    counts = Counter(body.counts)
    word = _Word(package, body, _notes(package, counts), Styles(), Numbering())
    for part, reader in (("word/styles.xml", word.styles), ("word/numbering.xml", word.numbering)):
        if package.has(part):
            package.parse(part, reader)
    _look_for_own_list(word)
    _write_body(word)
    _write_notes(word)
    text, origins = word.building.finished()
    check(text)
    title, author = _properties(package)
    return Document(
        text,
        "docx",
        title=title or _title(word),
        byline=author,
        origins=origins,
        fences=word.building.finished_fences(),
        notes=(*left_out(_counted(word, counts)), *_about_numbers(word)),
    )


def _notes(package: Package, counts: Counter[str]) -> dict[Key, list[Block]]:
    found: dict[Key, list[Block]] = {}
    for kind in ("footnote", "endnote"):
        part = f"word/{kind}s.xml"
        if package.has(part):
            reader = Body(place=kind)
            package.parse(part, reader)
            counts.update(reader.counts)
            found |= {(kind, id): blocks for id, blocks in reader.notes.items()}
    return found


def _look_for_own_list(word: _Word) -> None:
    """Whether the text has numbered references already. Numbers that Word prints before a list count as well."""
    word.labels = [_label(word, block) for block in word.body.blocks]
    text = "\n".join(
        f"{label} {block.words}".strip() for label, block in zip(word.labels, word.body.blocks, strict=True)
    )
    listed = {entry.number for found in find_references(text) for entry in found.entries if entry.number}
    marked = [number for mark in read_marks(text) for number in mark.numbers]
    word.known = frozenset(listed)
    word.own = max([*listed, *(number for number in marked if number < 1_000)], default=0)


def _label(word: _Word, block: Block) -> str:
    list_id, level = (block.list_id, block.level) if block.list_id else word.styles.list_of(block.style)
    return word.numbering.label(list_id, level) if list_id and not block.row else ""


def _write_body(word: _Word) -> None:
    links = word.package.relations(MAIN)
    kind = ""
    for label, block in zip(word.labels, word.body.blocks, strict=True):
        if not block.pieces or not (block.words.strip() or any(isinstance(p, NoteMark) for p in block.pieces)):
            continue
        before, kind = kind, _kind(word, block)
        if before and before != kind:
            word.building.add("\n")
        start = word.building.length
        word.building.add(f"{label} " if label else "")
        _write_pieces(word, block.pieces)
        words = block.words.strip()
        if word.under_references:
            _add_addresses(word, block, words, links)
        if len(words) < 60 and words.rstrip(":").casefold() in HEADINGS:
            word.under_references = True
        word.building.add("\n" if kind else "\n\n")
        if (fence := _fence(word, block)) is not None:
            word.building.fence(start, fence)
    if kind:
        word.building.add("\n")


def _kind(word: _Word, block: Block) -> str:
    """Blocks of a kind stand together, without an empty line between them."""
    if block.row:
        return "table"
    return "list" if block.list_id or word.styles.list_of(block.style)[0] else ""


def _fence(word: _Word, block: Block) -> FenceKind | None:
    """What a paragraph says by its style that it is, beside the text. A table's cells are text, however they look."""
    style = word.styles.names.get(block.style, block.style.casefold())
    kind = next((kind for kind, named in BESIDE.items() if named.fullmatch(style)), None)
    return None if block.row else kind


def _write_pieces(word: _Word, pieces: list[Words | NoteMark]) -> None:
    building = word.building
    before = ""
    for piece in pieces:
        if isinstance(piece, NoteMark):
            key = (piece.kind, piece.id)
            building.add(f"[{word.numbers.setdefault(key, word.own + len(word.numbers) + 1)}]")
            continue
        text = piece.text
        if piece.raised:
            text = f"[{text.strip()}]" if is_mark(before, text.strip(), word.known) else exponent(text)
        building.add(text, piece.where, piece.first, piece.first + len(piece.text))
        before = (before + piece.text)[-60:]


def _add_addresses(word: _Word, block: Block, words: str, links: dict[str, tuple[str, str, bool]]) -> None:
    """The address behind an entry's link is what identifies the source."""
    for link in block.links[:10]:
        _, address, outside = links.get(link, ("", "", False))
        if outside and address.startswith(("http://", "https://")) and address.split("://")[1].rstrip("/") not in words:
            word.building.add(f" {address}")


def _write_notes(word: _Word) -> None:
    for key in word.notes:
        word.numbers.setdefault(key, word.own + len(word.numbers) + 1)  # not called in the text, but there
    if not word.numbers:
        return
    start = word.building.length
    word.building.add("Notes\n\n" if word.own else "References\n\n")
    links = {kind: word.package.relations(f"word/{kind}s.xml") for kind in ("footnote", "endnote")}
    for key, number in sorted(word.numbers.items(), key=lambda item: item[1]):
        blocks = word.notes.get(key, [])
        word.building.add(f"{number}.")
        for block in blocks:
            if block.words.strip():
                word.building.add(" ")
                _write_pieces(word, _on_one_line(block.pieces))
            _add_addresses(word, block, "".join(other.words for other in blocks), links[key[0]])
        word.building.add("\n")
    word.building.fence(start, "references")


def _on_one_line(pieces: list[Words | NoteMark]) -> list[Words | NoteMark]:
    """Without the blanks at the start, where the note's own mark stood."""
    found: list[Words | NoteMark] = []
    for piece in pieces:
        if isinstance(piece, Words):
            text = piece.text.replace("\n", " ").replace("\t", " ")
            bare = text if found else text.lstrip()
            if not bare:
                continue
            piece = Words(bare, piece.where, piece.first + len(text) - len(bare), piece.raised)
        found.append(piece)
    return found


def _counted(word: _Word, counts: Counter[str]) -> Counter[str]:
    package = word.package
    relations = package.relations(MAIN).values()
    counts["changes"] = counts["inserted"] + counts["deleted"]
    heads = [target for kind, target, outside in relations if kind in ("header", "footer") and not outside]
    counts["headers"] = sum(_has_words(package, part) for part in heads[:50] if package.has(part))
    outside = [kind for kind, _, is_outside in relations if is_outside and kind != "hyperlink"]
    outside += [kind for kind, _, is_outside in package.relations("word/settings.xml").values() if is_outside]
    counts["outside"] = len(outside)
    counts["macros"] = int(package.has("word/vbaProject.bin"))
    counts["unfound"] = sum(key not in word.notes for key in word.numbers)
    return counts


def _has_words(package: Package, part: str) -> bool:
    reader = Body()
    package.parse(part, reader)
    return any(block.words.strip() for block in reader.blocks)


def _about_numbers(word: _Word) -> list[Note]:
    if not (word.numbers and word.own):
        return []
    words = f"Its text has numbers of its own up to [{word.own}], so its notes were numbered from [{word.own + 1}] on."
    return [Note("footnotes_numbered", words)]


class _Properties:
    """docProps/core.xml: title and author, as far as somebody filled them in."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.name = ""

    def opens(self, name: str, found: dict[str, str]) -> None:
        self.name = name

    def closes(self, name: str) -> None:
        self.name = ""

    def text(self, words: str) -> None:
        if self.name in ("dc:title", "dc:creator"):
            self.found[self.name] = (self.found.get(self.name, "") + words)[:500]


def _properties(package: Package) -> tuple[str, str]:
    reader = _Properties()
    if package.has("docProps/core.xml"):
        package.parse("docProps/core.xml", reader)
    return " ".join(reader.found.get("dc:title", "").split()), " ".join(reader.found.get("dc:creator", "").split())


def _title(word: _Word) -> str:
    """The paragraph in the style “Title”, if the document has one."""
    for block in word.body.blocks[:20]:
        if word.styles.names.get(block.style, block.style.casefold()) == "title" and block.words.strip():
            return " ".join(block.words.split())[:500]
    return ""
