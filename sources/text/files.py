"""A file of any kind as text: what it is goes by its content, never by its name."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from .decoding import decode
from .document import Document, FileFormat, Note
from .limits import LIMITS, Limits
from .signatures import kind_of, promised
from .unreadable import Empty, ParserLimit
from .web.charset import decode_page
from .written import read_html, read_markdown, read_text

LIBRARIES: dict[FileFormat, str] = {
    "pdf": "sources.text.pdf.reading",
    "docx": "sources.text.docx",
}
TITLES: dict[FileFormat, str] = {
    "text": "plain text",
    "html": "a web page",
    "markdown": "Markdown",
    "docx": "a Word document",
    "pdf": "a PDF",
}


def read_file(
    data: bytes, name: str = "", media_type: str = "", page: bool = False, boxes: bool = False, limits: Limits = LIMITS
) -> Document:
    """The text of a file. `page`: it is a web page, of which only the article is wanted; `boxes`: and the boxes of
    facts beside it ("infobox", "key figures"), which an article does without and evidence does not.

    Raises Unreadable, with a sentence that names the file and says what to do.
    """
    name = name or "the file"
    kind = kind_of(data, name, media_type)
    document = _read(data, name, media_type, kind, page, boxes, limits)
    if not document.text.strip():
        raise Empty(name)
    if len(document.text) > limits.text:
        raise ParserLimit(name, f"has more than {limits.text:,} characters of text")
    return replace(document, notes=(*_surprise(kind, name), *document.notes))


def prepare(data: bytes, name: str, media_type: str, page: bool) -> None:
    """Load the libraries that the file's kind needs, so that reading it opens nothing. Raises Unreadable."""
    kind = kind_of(data, name or "the file", media_type)
    if kind == "html" and page:
        import_module("sources.text.web.article")
    elif kind in LIBRARIES:
        import_module(LIBRARIES[kind])


def _read(
    data: bytes, name: str, media_type: str, kind: FileFormat, page: bool, boxes: bool, limits: Limits
) -> Document:
    if kind == "pdf":
        from .pdf.reading import read_pdf

        return read_pdf(data, name, limits)
    if kind == "docx":
        from .docx import read_docx

        return read_docx(data, name, limits)
    if kind == "html":
        source, notes = decode_page(data, name, media_type)
        return read_html(source, notes, name, page=page, boxes=boxes)
    text = decode(data, name)
    return read_markdown(text) if kind == "markdown" else read_text(text)


def _surprise(kind: FileFormat, name: str) -> list[Note]:
    """Its name promises something else than what it is."""
    expected = promised(name)
    if not expected or expected == kind:
        return []
    words = f"Its name says {TITLES.get(expected, expected)}, but the file is {TITLES[kind]}, and was read as that."
    return [Note("other_format", words)]
