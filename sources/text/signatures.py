"""What a file is, by its content: its name and its media type only decide between kinds of text."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from .document import FileFormat
from .unreadable import Damaged, Encrypted, UnknownFormat

SAVE_AS = "open it in the program that made it, save it as DOCX, PDF or plain text and upload that"
EXTENSIONS: dict[str, FileFormat] = {
    "txt": "text",
    "text": "text",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "md": "markdown",
    "markdown": "markdown",
    "docx": "docx",
    "docm": "docx",
    "pdf": "pdf",
}
MEDIA_TYPES: dict[str, FileFormat] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
}
# What a ZIP archive is, by a name in it.
ARCHIVES = (
    ("word/document.xml", ""),
    ("xl/workbook.xml", "an Excel workbook (XLSX)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (PPTX)"),
    ("META-INF/container.xml", "an electronic book (EPUB)"),
    ("content.xml", "an OpenDocument text (ODT)"),
)
HEAD = 1024  # bytes before a PDF's own first ones that readers put up with
BEGINS_A_PAGE = re.compile(
    r"[\ufeff\s]{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,500}-->\s{0,50})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)


def kind_of(data: bytes, name: str, media_type: str = "") -> FileFormat:
    """The format of the file. Raises UnknownFormat, Encrypted or Damaged for documents that are not read."""
    if b"%PDF-" in data[:HEAD]:
        return "pdf"
    if data.startswith(b"PK"):
        return _archive(data, name)
    if data.startswith(b"{\\rtf"):
        raise UnknownFormat(name, "a rich text document (RTF)", SAVE_AS)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Encrypted(name)
        raise UnknownFormat(name, "an old Office document (DOC, XLS or PPT)", SAVE_AS)
    return _text(data, name, media_type)


def promised(name: str) -> FileFormat | None:
    """The format that the end of a file's name promises."""
    return EXTENSIONS.get(name.rpartition(".")[2].casefold()) if "." in name else None


def _archive(data: bytes, name: str) -> FileFormat:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, UnicodeDecodeError) as error:
        # A name of an archive stands in it as it is, so that even a half one says what it was.
        what = "Word document" if b"word/" in data else "archive"
        raise Damaged(name, f"the list of the parts of this {what} is missing") from error
    for member, what in ARCHIVES:
        if member in names:
            if what:
                raise UnknownFormat(name, what, SAVE_AS)
            return "docx"
    raise UnknownFormat(name, "a ZIP archive", "unpack it and upload the document that is in it")


def _text(data: bytes, name: str, media_type: str) -> FileFormat:
    by_name = promised(name)
    by_type = MEDIA_TYPES.get(media_type.partition(";")[0].strip().casefold())
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    if BEGINS_A_PAGE.match(data[: 2 * HEAD].decode(encoding, errors="replace").removeprefix("ï»¿")):
        return "html"
    if by_type:
        return by_type
    return by_name if by_name in ("html", "markdown") else "text"
