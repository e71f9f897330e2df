"""The small facts of an article as the database takes them: checked, cut where they may be, and turned to columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from django.conf import settings

from sources.refusals import BadText, BadValue, EmptyText, TooLong
from sources.text import edtf, links, plain
from sources.text.document import Document
from sources.text.written import read_html, read_markdown

FORMATS = ("text", "html", "markdown")
LONGEST_TITLE = 500
FIRST_WORDS = 120  # characters of a text that stand for a title nobody gave
LONGEST = {"title": 0, "byline": 300, "outlet": 200, "published": 64}  # as the columns; a longer title is cut


def read_pasted(text: str, format: str) -> Document:
    """What was pasted as plain text, fit to be stored. Raises BadValue, TooLong, BadText, EmptyText."""
    if format not in FORMATS:
        raise BadValue(f"The format is one of {', '.join(FORMATS)}.", pointer="/format")
    refuse_longer(text)
    try:
        plain.check(text)
        document = READERS[format](text)
    except ValueError as problem:
        raise BadText(str(problem), pointer="/text") from problem
    if not is_visible(document.text):
        raise EmptyText("There is no text in this. Nothing was stored. Paste the article's words.", pointer="/text")
    return document


def _plain(text: str) -> Document:
    """A text is its own original, so there is nowhere to lead back to."""
    return Document(plain.plain(text), "text")


READERS: dict[str, Callable[[str], Document]] = {"text": _plain, "html": read_html, "markdown": read_markdown}


def refuse_longer(text: str) -> None:
    if len(text) > settings.LONGEST_TEXT:
        raise TooLong(
            f"The text has {len(text):,} characters; we take {settings.LONGEST_TEXT:,}. Nothing was stored. "
            "Split it and add the parts.",
            pointer="/text",
        )


def check(**fields: str) -> None:
    """The small fields: fit for the database, and not longer than their columns."""
    for name, value in fields.items():
        try:
            plain.check(value)
        except ValueError as problem:
            raise BadText(str(problem), pointer=f"/{name}") from problem
        longest = LONGEST[name]
        if longest and len(value.strip()) > longest:
            raise BadValue(f"This has {len(value):,} characters; {longest} is the most.", pointer=f"/{name}")


def is_visible(text: str) -> bool:
    """Whether there is anything to see: more than blanks, zero-width and control characters."""
    return any(unicodedata.category(character)[0] in "LNPSM" for character in text)


def title_of(title: str, text: str) -> str:
    """The title given, or the first words of the text's first line; what is too long is cut with an ellipsis."""
    if given := " ".join(title.split()):
        return given if len(given) <= LONGEST_TITLE else given[: LONGEST_TITLE - 1] + "…"
    line = next(line.strip() for line in text.splitlines() if is_visible(line))
    cut = line[: FIRST_WORDS + 1].rpartition(" ")[0] or line[:FIRST_WORDS]
    return line if len(line) <= FIRST_WORDS else cut + " …"


def address_of(address: str) -> str:
    try:
        clean = links.clean(address) if address.strip() else ""
    except ValueError as problem:
        raise BadValue(str(problem), pointer="/address") from problem
    if (size := len(clean.encode())) > links.LONGEST:
        raise BadValue(f"An address may have {links.LONGEST} bytes; this one has {size}.", pointer="/address")
    return clean


def is_date(published: str) -> bool:
    """Whether what a file says of itself is a date that can be kept: EDTF, as somebody would have to type it."""
    return bool(published) and len(published) <= LONGEST["published"] and edtf.is_edtf(published)


def day_of(published: str) -> Any:
    """The first day of an EDTF date; None where none is given."""
    if not published.strip():
        return None
    try:
        return edtf.parse(published.strip())[0]
    except ValueError as problem:
        said = "Write the date as 2025, 2025-03 or 2025-03-14 (EDTF)."
        raise BadValue(said, pointer="/published") from problem
