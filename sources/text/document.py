"""A file, read: its text, what is known about it, where every word came from, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

FileFormat = Literal["text", "html", "markdown", "docx", "pdf"]
FenceKind = Literal["references", "navigation", "caption"]


class Fence(NamedTuple):
    """`text[start:end]` is no part of what the file itself says: a list of works or notes, what leads elsewhere or
    stands around the text (comments and footers too), or the words under a picture. Begins and ends with a line."""

    start: int
    end: int
    kind: FenceKind


@dataclass(frozen=True, slots=True)
class Origin:
    """`text[start:end]` came from characters `first` to `last` (half-open, code points) of `where`.

    `where` says what these count in:

    - "source": the decoded file, with its own line ends (text, HTML, Markdown). In HTML the markup between them is
      counted too: unescaped, and without tags and needless blanks, the slice is the text. In Markdown a block of
      the text has the lines it was written on.
    - "page 3": the text of the third sheet of a PDF, in the order it was drawn.
    - "paragraph 12", "footnote 2", "endnote 1": of a DOCX document, paragraphs counted through the whole body.

    What was put there by the reading (a list's number, an empty line, a "References") has no origin.
    """

    start: int
    end: int
    where: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Note:
    """What was left out, taken by a fallback or could not be read: a code that never changes and one plain sentence."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text as everything counts in it (NFC, lines end in "\\n", a line is a paragraph), and what the file says
    about itself; what it does not say is "". `published` is EDTF, `address` the canonical one, `language` BCP 47.
    """

    text: str
    format: FileFormat
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    address: str = ""
    language: str = ""
    origins: tuple[Origin, ...] = ()
    notes: tuple[Note, ...] = ()
    fences: tuple[Fence, ...] = ()  # what its markup says; `sources.text.fences` reads the rest from the words
