"""The text of a part of a Word document, element by element: paragraphs, rows of tables, text boxes, notes.

Inserted text is kept and deleted text left out, as if all tracked changes were
accepted; what else is passed over is counted, so that it can be said.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Literal

PASSED_OVER = {
    "w:del": "deleted",
    "w:moveFrom": "deleted",
    "w:instrText": "",
    "w:delText": "",
    "w:delInstrText": "",
    "mc:Fallback": "",  # the same again, for older programs
    "w:rt": "",  # how a character is spoken
}
COUNTED = {
    "w:ins": "inserted",
    "w:moveTo": "inserted",
    "w:commentReference": "comments",
    "w:drawing": "pictures",
    "w:pict": "pictures",
    "w:object": "objects",
    "w:altChunk": "chunks",
    "w:sym": "symbols",
}
SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
REFERENCES: dict[str, Literal["footnote", "endnote"]] = {
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote",
}
NOTES = frozenset({"w:footnote", "w:endnote"})


@dataclass(frozen=True, slots=True)
class Words:
    """Text from character `first` of `where`; `raised` is a superscript."""

    text: str
    where: str
    first: int
    raised: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote or an endnote is called here."""

    kind: Literal["footnote", "endnote"]
    id: str


@dataclass(slots=True)
class Block:
    """A paragraph, or a row of a table."""

    where: str
    pieces: list[Words | NoteMark] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # the relations its links go by
    style: str = ""
    list_id: str = ""
    level: int = 0
    row: bool = False
    length: int = 0

    @property
    def words(self) -> str:
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words))


@dataclass(slots=True)
class Body:
    """Reads one part. `blocks` are those of the body; `notes` by id those of footnotes and endnotes."""

    place: str = "paragraph"
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    open: list[Block] = field(default_factory=list)  # a paragraph, and in it one in a text box
    cells: list[list[Block]] = field(default_factory=list)  # of the open rows, what stands in them
    ends: list[int] = field(default_factory=list)  # … and after how many blocks a cell began
    passed: int = 0  # how deep inside an element that is passed over
    in_text: bool = False
    raised: bool = False
    hidden: bool = False
    number: int = 0  # of paragraphs, or notes

    def opens(self, name: str, found: dict[str, str]) -> None:
        if self.passed or name in PASSED_OVER:
            if not self.passed and PASSED_OVER[name]:
                self.counts[PASSED_OVER[name]] += 1
            self.passed += 1
            return
        if name in COUNTED:
            self.counts[COUNTED[name]] += 1
        if name == "w:r":
            self.raised = self.hidden = False  # whatever was said of the paragraph's own mark
        elif name in ("w:t", "m:t"):
            self.in_text = True
        elif name in NOTES:
            self._begin_note(found)
        elif name == "w:p":
            self._begin_paragraph()
        elif name == "w:tr":
            self.cells.append([])
        elif name == "w:tc" and self.cells:
            self.ends.append(len(self.cells[-1]))
        elif self.open:
            self._inside(self.open[-1], name, found)

    def closes(self, name: str) -> None:
        if self.passed:
            self.passed -= 1
        elif name in ("w:t", "m:t"):
            self.in_text = False
        elif name == "w:r":
            self.raised = self.hidden = False
        elif name == "w:p" and self.open:
            self._put(self.open.pop())
        elif name == "w:tc" and self.ends:
            self._end_cell(self.ends.pop())
        elif name == "w:tr" and self.cells:
            self._end_row(self.cells.pop())

    def text(self, words: str) -> None:
        if not self.in_text or self.passed or not self.open:
            return
        if self.hidden:
            self.counts["hidden"] += len(words.split())
        else:
            self._write(self.open[-1], words)

    def _write(self, block: Block, words: str) -> None:
        block.pieces.append(Words(words, block.where, block.length, self.raised))
        block.length += len(words)

    def _begin_note(self, found: dict[str, str]) -> None:
        if found.get("w:type", "normal") == "normal":
            self.number += 1
            self.blocks = self.notes.setdefault(found.get("w:id", ""), [])
        else:
            self.blocks = []  # the line that separates notes from the text

    def _begin_paragraph(self) -> None:
        if self.place == "paragraph":
            self.number += 1
        self.open.append(Block(f"{self.place} {self.number}"))
        if self.place != "paragraph" and self.blocks:
            # A note is one text, however many paragraphs it has.
            self.open[-1].length = self.blocks[-1].length

    def _inside(self, block: Block, name: str, found: dict[str, str]) -> None:
        if name in SIGNS:
            self._write(block, SIGNS[name])
        elif name in REFERENCES:
            block.pieces.append(NoteMark(REFERENCES[name], found.get("w:id", "")))
        elif name == "w:vertAlign":
            self.raised = found.get("w:val") == "superscript"
        elif name == "w:vanish":
            self.hidden = found.get("w:val", "1") not in ("0", "false", "off")
        elif name == "w:pStyle":
            block.style = found.get("w:val", "")
        elif name == "w:numId":
            block.list_id = found.get("w:val", "")
        elif name == "w:ilvl":
            value = found.get("w:val", "")
            block.level = int(value) if value.isdecimal() and len(value) < 3 else 0
        elif name == "w:hyperlink" and "r:id" in found:
            block.links.append(found["r:id"])

    def _put(self, block: Block) -> None:
        (self.cells[-1] if self.cells else self.blocks).append(block)

    def _end_cell(self, begin: int) -> None:
        """The paragraphs of a cell are one text; a tabulator stands between cells."""
        row = self.cells[-1]
        cell = Block("", row=True)
        for block in row[begin:]:
            if cell.pieces and block.pieces:
                cell.pieces.append(Words(" ", "", 0))
            cell.pieces += [_without_breaks(piece) for piece in block.pieces]
            cell.links += block.links
        row[begin:] = [cell]

    def _end_row(self, cells: list[Block]) -> None:
        row = Block("", row=True)
        for at, cell in enumerate(cells):
            row.pieces += [Words("\t", "", 0)] * bool(at) + cell.pieces
            row.links += cell.links
        self._put(row)


def _without_breaks(piece: Words | NoteMark) -> Words | NoteMark:
    return replace(piece, text=piece.text.replace("\n", " ")) if isinstance(piece, Words) else piece
