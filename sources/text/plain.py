"""What somebody pasted or uploaded, as the plain text that everything counts in.

NFC, lines end in "\\n", nothing trimmed. A line is a paragraph: HTML and
Markdown lose their markup, a block ends its line, and marks ("[1]", numbered
lists) stay. What cannot be a text is refused, with a sentence that says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from .composing import compose
from .decoding import decode
from .html import plain_html
from .markdown import plain_markdown
from .unreadable import LoneSurrogate, NulCharacter, Unreadable

__all__ = ["Format", "Unreadable", "check", "decode", "plain"]

Format = Literal["text", "html", "markdown"]

READERS: dict[Format, Callable[[str], str]] = {"text": str, "html": plain_html, "markdown": plain_markdown}


def plain(data: str, format: Format = "text") -> str:
    """The plain text of `data`. Raises Unreadable (see `check`)."""
    check(data)
    return compose(READERS[format](data.replace("\r\n", "\n").replace("\r", "\n")))


def check(text: str) -> None:
    """Raise NulCharacter or LoneSurrogate, each with its place, where a text cannot be stored."""
    if (at := text.find("\0")) >= 0:
        raise NulCharacter(at)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise LoneSurrogate(error.start) from None
