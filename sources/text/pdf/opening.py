"""A PDF file opened: damaged, encrypted and endless ones are refused in words before anything is read."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError, PyPdfError
from pypdf.generic import DictionaryObject

from sources.text.limits import Limits
from sources.text.unreadable import Damaged, Encrypted, ParserLimit, Unreadable

# What pypdf raises on broken files besides its own errors.
BROKEN = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    EOFError,
)


def open_pdf(data: bytes, name: str, limits: Limits) -> tuple[PdfReader, int]:
    """The file and its number of pages. Raises Damaged, Encrypted or ParserLimit."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not _opens_without_password(reader):
            raise Encrypted(name)
        pages = max(_declared(reader), 0)
        pages = pages if pages > limits.pages else len(reader.pages)
    except Unreadable:
        raise
    except DependencyError as error:
        raise Encrypted(name, "with a cipher that is not read here") from error
    except FileNotDecryptedError as error:
        raise Encrypted(name) from error
    except PdfReadError as error:
        raise Damaged(name, "its list of pages cannot be read") from error
    except BROKEN as error:
        raise Damaged(name, "its parts do not fit together") from error
    if pages > limits.pages:
        raise ParserLimit(name, f"has {pages:,} pages, and {limits.pages:,} are read at most")
    if not pages:
        raise Damaged(name, "it has no pages")
    return reader, pages


def _declared(reader: PdfReader) -> int:
    """How many pages the file says it has; cheaper than to count them."""
    tree = reader.root_object.get("/Pages")
    tree = tree.get_object() if tree is not None else None
    count = tree.get("/Count") if isinstance(tree, DictionaryObject) else None
    return count if isinstance(count, int) else 0


def _opens_without_password(reader: PdfReader) -> bool:
    """Many files are only encrypted against printing: everybody may read them."""
    return bool(reader.decrypt(""))
