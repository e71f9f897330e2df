"""Markdown as plain text: what a reader of the page would see, one block a line.

"[1]" is a mark here, never a link: definitions ("[1]: https://…") are entries
of a reference list, and a link whose text is a bare number keeps its brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .building import Building
from .document import Note
from .footnotes import Footnotes, take_footnotes
from .references import HEADINGS
from .unreadable import TooDeep

LINE_END = re.compile(r"\r\n|\r|\n")

ENTRY = re.compile(r"\[(?:\d{1,4}|[a-z])\]:?\s")

MOST_ADDRESSES = 10  # of one entry
BLOCK_ENDS = ("_close", "fence", "code_block")

DEEPEST = 100  # the parser leaves out what is nested deeper, without a word
PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable(
    ["reference", "html_block", "html_inline"]
)


def plain_markdown(markdown: str) -> str:
    """The plain text. Raises TooDeep rather than lose words."""
    return "".join(markdown_building(markdown)[0].pieces)


def markdown_building(source: str) -> tuple[Building, list[Note]]:
    """The text with its origins; footnotes as a list of references under it."""
    starts = [0, *(match.end() for match in LINE_END.finditer(source)), len(source)]
    lines = LINE_END.sub("\n", source).split("\n")
    found = take_footnotes(lines)
    building = Building()
    _write(building, found.lines, starts, 0)
    if found.notes:
        _write_footnotes(building, found, starts)
    return building, _notes(found)


def _write(building: Building, lines: list[str], starts: list[int], first: int, number: str = "") -> None:
    """Parse some lines, of which the first is line `first` of the source; an entry with its number has no gaps."""
    tokens = PARSER.parse("\n".join(lines))
    if any(token.level >= DEEPEST - 2 for token in tokens):
        raise TooDeep
    building.add(number)
    for token, text in _pieces(tokens, is_entry=bool(number)):
        if text is None:
            building.add("" if number else "\n")
        elif token and token.map:
            begin, end = (min(first + line, len(starts) - 1) for line in token.map)
            at = building.length
            building.add(text, "source", starts[begin], max(starts[begin] + 1, starts[end]))
            if _is_picture(token) and not number:
                building.fence(at, "caption")
        else:
            building.add(text)


def _write_footnotes(building: Building, found: Footnotes, starts: list[int]) -> None:
    last = next((piece for piece in reversed(building.pieces) if piece.strip()), "")
    if last.strip().casefold() not in HEADINGS:
        building.add("Notes\n\n" if found.has_own else "References\n\n")
    for note in found.notes:
        _write(building, note.lines, starts, note.first, number=f"{note.number}. ")
    building.add("\n")


def _notes(found: Footnotes) -> list[Note]:
    notes = []
    if found.has_own and found.notes:
        words = f"Its footnotes were numbered from [{found.notes[0].number}] on, behind the references of its own list."
        notes.append(Note("footnotes_numbered", words))
    elif found.notes and found.renamed:
        words = "Its footnotes were numbered in the order in which they are first used."
        notes.append(Note("footnotes_numbered", words))
    if found.dropped:
        notes.append(
            Note(
                "dropped_footnotes", f"Of several footnotes with one name the first counts; {found.dropped:,} left out."
            )
        )
    return notes


def _pieces(tokens: Sequence[Token], *, is_entry: bool) -> Iterator[tuple[Token | None, str | None]]:
    listing = is_entry
    for at, token in enumerate(tokens):
        if token.type == "inline":
            text = "".join(_inline(token.children or []))
            yield token, text + (_addresses(token.children or [], text) if listing else "")
            yield None, "\n"
            if tokens[at - 1].type == "heading_open":
                listing = is_entry or text.strip(" :").casefold() in HEADINGS
        elif token.type in ("fence", "code_block"):
            yield token, token.content
        elif token.type == "list_item_open" and token.info:
            # "3. ": numbered lists may be what the marks point at
            yield None, f"{token.info}{token.markup} "
        if not token.level and token.type.endswith(BLOCK_ENDS):
            yield None, None  # an empty line, or what follows a list would read as more of its last entry


def _addresses(tokens: Sequence[Token], text: str) -> str:
    """The addresses of an entry's links that are not printed in it: they are what identifies the source."""
    found = dict.fromkeys(str(token.attrs.get("href", "")) for token in tokens if token.type == "link_open")
    kept = [address for address in found if address.startswith(("http://", "https://")) and address not in text]
    return "".join(f" {address}" for address in kept[:MOST_ADDRESSES])


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


def _is_picture(token: Token) -> bool:
    """A paragraph that is nothing but a picture: its words are those that stand for it."""
    seen = [part for part in token.children or [] if part.type != "softbreak" and part.content.strip()]
    return bool(seen) and all(part.type == "image" for part in seen)


def _is_linked_number(tokens: Sequence[Token], at: int) -> bool:
    return (
        tokens[at].content.isdigit()
        and 0 < at < len(tokens) - 1
        and (tokens[at - 1].type == "link_open" and tokens[at + 1].type == "link_close")
    )
