"""A PDF as text: page by page, in reading order, without running heads, with whole paragraphs and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader

from sources.text.building import Building
from sources.text.document import Document, Note
from sources.text.limits import LIMITS, Limits
from sources.text.references import find_references
from sources.text.unreadable import Damaged, NeedsOcr, ParserLimit

from .columns import in_reading_order
from .drawing import Faces, drawn
from .heads import without_heads
from .opening import BROKEN, open_pdf
from .paragraphs import Line, known_words, paragraphs, written
from .rows import Row, rows_of


@dataclass(slots=True)
class _Pages:
    """The lines of all pages, and what could not be read of them."""

    rows: list[list[Row]] = field(default_factory=list)
    broken: int = 0
    pictures: int = 0  # pages that hold pictures only
    incomplete: int = 0
    turned: int = 0
    unknown: int = 0
    heads: int = 0


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """The document. Raises Damaged, Encrypted, NeedsOcr or ParserLimit."""
    reader, count = open_pdf(data, name, limits)
    pages = _read_pages(reader, count, name, limits)
    if not any(pages.rows):
        raise Damaged(name, "none of its pages can be read") if pages.broken else NeedsOcr(name, count)
    pages.rows, pages.heads = without_heads(pages.rows)
    text, origins = _built([in_reading_order(page) if page else [] for page in pages.rows]).finished()
    title, author = _properties(reader)
    return Document(text, "pdf", title=title, byline=author, origins=origins, notes=tuple(_notes(pages, count)))


def _read_pages(reader: PdfReader, count: int, name: str, limits: Limits) -> _Pages:
    pages = _Pages()
    length = 0
    faces: Faces = {}
    for number in range(count):
        try:
            drawing = drawn(reader.pages[number], faces)
        except BROKEN:
            pages.broken += 1
            pages.rows.append([])
            continue
        rows, turned = rows_of(drawing.runs)
        pages.rows.append(rows)
        pages.turned += turned
        pages.unknown += drawing.unknown
        pages.incomplete += not drawing.complete
        pages.pictures += not rows and drawing.pictures > 0
        length += sum(len(run.text) for run in drawing.runs)
        if length > limits.text:
            raise ParserLimit(name, f"has more than {limits.text:,} characters of text")
    return pages


def _built(rows: list[list[Row]]) -> Building:
    lines = [Line(number, row) for number, page in enumerate(rows, start=1) for row in page]
    known = known_words(lines)
    plain = "\n".join(line.row.text for line in lines)
    known.references = frozenset(
        entry.number for found in find_references(plain) for entry in found.entries if entry.number
    )
    building = Building()
    for paragraph in paragraphs(lines):
        for text, page, first, last in _clean(written(paragraph, known)):
            building.add(text, f"page {page}" if page else "", first, last)
        building.add("\n\n")
    return building


def _clean(pieces: list[tuple[str, int, int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """Without what no text can hold (NUL, half characters), and with ligatures taken apart."""
    for text, page, first, last in pieces:
        if not text.isascii():
            text = text.translate(LIGATURES).encode("utf-8", "replace").decode()
        yield text.replace("\0", "\ufffd").replace("\n", " ").replace("\r", " "), page, first, last


LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None}
)


def _properties(reader: PdfReader) -> tuple[str, str]:
    """Title and author, where they are words and not the name of a file."""
    try:
        found = reader.metadata
        title, author = str((found and found.title) or ""), str((found and found.author) or "")
    except BROKEN:
        return "", ""
    title, author = _storable(title), _storable(author)
    is_file = (" " not in title and "." in title) or title.casefold().startswith(("microsoft word", "untitled"))
    return "" if is_file else title, author


def _storable(words: str) -> str:
    return " ".join(words.encode("utf-8", "ignore").decode().replace("\0", " ").split())[:500]


def _notes(pages: _Pages, count: int) -> Iterator[Note]:
    of = f"of {count:,} page{'s' if count > 1 else ''}"
    if pages.broken:
        yield Note("broken_pages", f"{pages.broken:,} {of} could not be read, because the file is damaged there.")
    if pages.pictures:
        words = f"{pages.pictures:,} {of} hold pictures only; their words could not be read."
        yield Note("picture_pages", words.replace("hold", "holds", int(pages.pictures == 1)))
    if pages.incomplete:
        yield Note("crowded_pages", f"{pages.incomplete:,} {of} draw more than can be read, and were read in part.")
    if pages.unknown:
        yield Note(
            "unknown_letters", f"{pages.unknown:,} characters are drawn in a font that does not say what they are."
        )
    if pages.turned:
        yield Note("turned_text", f"{pages.turned:,} characters that are turned against their page were left out.")
    if pages.heads:
        yield Note("running_heads", f"Running heads, feet and page numbers were left out ({pages.heads:,} lines).")
