"""The one sanitiser: markup that was made from other people's words, down to a few harmless tags.

No attribute survives but the address of a link, so there is no style or handler left in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import nh3
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

INLINE = frozenset({"b", "em", "i", "strong", "sub", "sup", "u"})
BLOCKS = frozenset({"a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "s", "strong", "ul"})
ATTRIBUTES: dict[str, set[str]] = {"a": {"href"}, "*": set()}  # "*": or a title and a language would be let through
SCHEMES = frozenset({"http", "https", "mailto"})
LINK = "nofollow noopener ugc"  # for search engines and for the page that it leads to, we do not vouch for it

DEEPEST = 40  # the parser leaves out what is nested deeper, without a word; such a text is shown as it was typed
MOST_SIGNS = 1000  # more are no writing, and every one of them costs time
SIGNS = frozenset("[]!*_`<>&~\\")
# No heading, for a note has no say in the outline of the page; no image, for it would be fetched from somewhere.
PARSER = (
    MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST, "breaks": True})
    .enable("strikethrough")
    .disable(["reference", "html_block", "html_inline", "image", "heading", "lheading"])
)


def inline_html(html: str) -> SafeString:
    """A line with letters slanted, bold, raised or lowered, and nothing else."""
    return mark_safe(nh3.clean(html, tags=set(INLINE), attributes={}, link_rel=None))  # noqa: S308


@lru_cache(maxsize=2048)  # a thread is shown more often than it is written
def markdown_html(markdown: str) -> SafeString:
    """A note as somebody wrote it: paragraphs, lists, quotations, code, emphasis and links.

    Raw HTML is text, and every word that was typed is shown.
    """
    tokens = _tokens(markdown)
    if tokens is None:
        return mark_safe(nh3.clean(linebreaks(markdown, autoescape=True), tags={"p", "br"}, attributes={}))  # noqa: S308
    html = PARSER.renderer.render(tokens, PARSER.options, {})
    return mark_safe(  # noqa: S308
        nh3.clean(html, tags=set(BLOCKS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=LINK)
    )


def markdown_plain(markdown: str) -> str:
    """Its words in one line, for a card or a row."""
    tokens = _tokens(markdown)
    if tokens is None:
        return " ".join(markdown.split())
    blocks = ["".join(_shown(part) for part in token.children or ()) or token.content for token in tokens]
    return " ".join(" ".join(blocks).split())


def _shown(part: Token) -> str:
    return " " if part.type in ("softbreak", "hardbreak") else part.content


def markdown_words(markdown: str) -> Iterator[str]:
    """The pieces of its text that are neither code nor an address."""
    tokens = _tokens(markdown)
    if tokens is None:
        yield markdown
    for token in tokens or ():
        yield from (part.content for part in token.children or () if part.type == "text")


def _tokens(markdown: str) -> list[Token] | None:
    """None for what is too much markup to be read as such."""
    if sum(letter in SIGNS for letter in markdown) > MOST_SIGNS:
        return None
    tokens = PARSER.parse(markdown)
    return None if any(token.level >= DEEPEST - 2 for token in tokens) else tokens
