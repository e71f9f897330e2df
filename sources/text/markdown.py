"""Markdown as plain text: what a reader of the page would see, one block a line.

"[1]" is a mark here, never a link: definitions ("[1]: https://…") are entries
of a reference list, and a link whose text is a bare number keeps its brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .unreadable import TooDeep

ENTRY = re.compile(r"\[(?:\d{1,4}|[a-z])\]:?\s")

BLOCK_ENDS = ("_close", "fence", "code_block")

DEEPEST = 100  # the parser leaves out what is nested deeper, without a word
PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable(
    ["reference", "html_block", "html_inline"]
)


def plain_markdown(markdown: str) -> str:
    """The plain text. Raises TooDeep rather than lose words."""
    tokens = PARSER.parse(markdown)
    if any(token.level >= DEEPEST - 2 for token in tokens):
        raise TooDeep
    return "".join(_pieces(tokens))


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or [])
            yield "\n"
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "list_item_open" and token.info:
            yield f"{token.info}{token.markup} "  # "3. ": numbered lists may be what the marks point at
        if not token.level and token.type.endswith(BLOCK_ENDS):
            yield "\n"  # an empty line, or what follows a list would read as more of its last entry


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token.type in ("text", "code_inline"):
            yield f"[{token.content}]" if _is_linked_number(tokens, at) else token.content
        elif token.type == "image":
            yield from _inline(token.children or [])
        elif token.type == "hardbreak":
            yield "\n"
        elif token.type == "softbreak":
            yield "\n" if ENTRY.match(tokens[0].content) and ENTRY.match(tokens[at + 1].content) else " "


def _is_linked_number(tokens: Sequence[Token], at: int) -> bool:
    return (
        tokens[at].content.isdigit()
        and 0 < at < len(tokens) - 1
        and (tokens[at - 1].type == "link_open" and tokens[at + 1].type == "link_close")
    )
