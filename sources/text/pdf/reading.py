"""A PDF as text, page by page."""

from __future__ import annotations

from sources.text.building import Building
from sources.text.document import Document, Note
from sources.text.limits import LIMITS, Limits
from sources.text.unreadable import Damaged, NeedsOcr, ParserLimit

from .opening import BROKEN, open_pdf


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """The document. Raises Damaged, Encrypted, NeedsOcr or ParserLimit."""
    reader, count = open_pdf(data, name, limits)
    building, broken = Building(), []
    for number in range(count):
        try:
            text = reader.pages[number].extract_text()
        except BROKEN:
            broken.append(number + 1)
            continue
        building.add(text.replace("\0", "\ufffd"), f"page {number + 1}", 0, len(text))
        building.add("\n\n")
        if building.length > limits.text:
            raise ParserLimit(name, f"has more than {limits.text:,} characters of text")
    text, origins = building.finished()
    if not text.strip():
        raise Damaged(name, "none of its pages can be read") if broken else NeedsOcr(name, count)
    notes = (
        [Note("broken_pages", f"{len(broken):,} of {count:,} pages are damaged and were left out.")] if broken else []
    )
    return Document(text, "pdf", origins=origins, notes=tuple(notes))
