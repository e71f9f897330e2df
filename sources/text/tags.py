"""The tags of an HTML page, one after the other, in one walk that never looks back.

No tree is built, so depth costs nothing and a broken page costs no more than a
sound one. (The parser of the standard library can be made to take the square
of the length on Python 3.11, and libxml2 leaves out what is nested too deep.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# What a browser does not show as text, or reads as something else than tags.
UNSEEN = frozenset({"script", "style", "template", "svg", "noscript", "iframe", "object", "title"})
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905

TAG_NAME = re.compile(r"/?([a-zA-Z][^\s/>]{0,40})")
# A quote counts only behind "=": in <p don't> it is part of a name.
QUOTE_OR_END = re.compile(r"=\s{0,20}([\"'])|>")
ATTRIBUTE = re.compile(r"([^\s=/>\"'<]{1,60})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"?|'([^']*)'?|([^\s>]+)))?")
LONGEST_TAG = 8_000  # characters of a tag whose attributes are read
# A reference to a number too long for any character; `html.unescape` would try to read it.
ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")


class Tag(NamedTuple):
    """A tag from `start` to `end`. An unseen element is one tag, with its content from `inside` to `closing`;
    a comment is one without a name."""

    name: str
    opens: bool
    start: int
    end: int
    inside: int = 0
    closing: int = 0


def tags(html: str) -> Iterator[Tag]:
    """All tags in order. A "<" that begins none ("if a < b") is text."""
    unclosed: set[str] = set()  # elements without an end further down, so that nobody looks for it again
    at = 0
    while (start := html.find("<", at)) >= 0:
        tag = _tag(html, start, unclosed)
        if tag:
            yield tag
        at = tag.end if tag else start + 1


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag as it is written; of two with the same name the first counts."""
    found: dict[str, str] = {}
    begin = TAG_NAME.match(tag, 1)
    for match in ATTRIBUTE.finditer(tag, begin.end() if begin else 1, LONGEST_TAG):
        found.setdefault(match[1].lower(), unescaped(match[2] or match[3] or match[4] or ""))
    return found


def has_many(tag: str, most: int) -> bool:
    """Has the tag more than `most` attributes, the same one counted again?"""
    return len(tag) > 2 * most and any(number >= most for number, _ in enumerate(ATTRIBUTE.finditer(tag, 1), start=-1))


def unescaped(html: str) -> str:
    return unescape(ENDLESS.sub("\ufffd", html)) if "&" in html else html


def _tag(html: str, at: int, unclosed: set[str]) -> Tag | None:
    if html.startswith("<!--", at):
        end = html.find("-->", at + 4)
        return Tag("", False, at, len(html) if end < 0 else end + 3)
    match = TAG_NAME.match(html, at + 1)
    if not match and html[at + 1 : at + 2] not in ("!", "?", "/"):
        return None
    end = _tag_end(html, at, unclosed)
    if not match:
        return Tag("", False, at, end)
    name, opens = match[1].lower(), html[at + 1] != "/"
    if name in UNSEEN and opens:
        closing, behind = _element_end(html, name, end, unclosed)
        return Tag(name, True, at, behind, end, closing)
    return Tag(name, opens, at, end)


def _tag_end(html: str, at: int, unclosed: set[str]) -> int:
    """Behind the ">" of a tag, quoted ones passed over; once a quote was left open, behind the first."""
    while "quote" not in unclosed and (match := QUOTE_OR_END.search(html, at)):
        if not match[1]:
            return match.end()
        closing = html.find(match[1], match.end())
        if closing < 0:
            unclosed.add("quote")
            break
        at = closing + 1
    end = html.find(">", at)
    return len(html) if end < 0 else end + 1


def _element_end(html: str, name: str, at: int, unclosed: set[str]) -> tuple[int, int]:
    """Where the closing tag of an unseen element begins and ends; without one nothing is hidden."""
    if name in unclosed:
        return at, at
    match = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
    if not match:
        unclosed.add(name)
        return at, at
    end = html.find(">", match.end())
    return match.start(), len(html) if end < 0 else end + 1
