"""Small PDF files, made by hand: every page is a list of operators of its content stream."""

from io import BytesIO

from pypdf import PdfWriter
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from pypdf.generic import DictionaryObject, NameObject, StreamObject

FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}


def pdf(*pages, title="", password=None, cipher="RC4-128"):
    """The bytes of a file with these pages."""
    out = BytesIO()
    writer(*pages, title=title, password=password, cipher=cipher).write(out)
    return out.getvalue()


def writer(*pages, title="", password=None, cipher="RC4-128"):
    made = PdfWriter()
    font = made._add_object(DictionaryObject({NameObject(key): NameObject(value) for key, value in FONT.items()}))
    for content in pages:
        page = made.add_blank_page(612, 792)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = StreamObject()
        stream.set_data(content.encode("cp1252"))
        page[NameObject("/Contents")] = made._add_object(stream)
    if title:
        made.add_metadata({"/Title": title})
    if password is not None:
        made.encrypt(password, owner_password="owner", algorithm=cipher)
    return made


def words(x, y, text, size=10):
    """Text on one line, from a place that counts from the lower left corner."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def width(text, size=10):
    """How far a text reaches, in points."""
    known = CORE_FONT_METRICS["Helvetica"].character_widths
    return sum(known[char] for char in text) / 1000 * size


def column(x, y, lines, size=10, leading=12):
    return "".join(words(x, y - leading * at, line, size) for at, line in enumerate(lines))
