"""Running heads, running feet and page numbers: what stands at the same place of many pages and says the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .rows import Row, joined, levels

EDGE = 2  # lines at the top and at the bottom that are looked at
SAME_PLACE = 6.0  # points
FEWEST = 3  # pages
SHARE = 0.25  # of the pages; left and right ones differ, and a chapter has its own
LONGEST = 120  # characters of a running head
NUMBER = re.compile(r"\d{1,5}|\b[ivxlc]{1,6}\b")
ONLY_A_NUMBER = re.compile(r"\W{0,4}(?:(?:page|p\.?|seite)\s{0,3})?#(?:\s{0,3}(?:of|/|von)\s{0,3}#)?\W{0,4}")

FIRST_NUMBER = re.compile(r"(\d{1,4})(?!\S)")
LAST_NUMBER = re.compile(r"(?<!\S)(\d{1,4})$")

Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at the rim of a page."""

    key: Key
    text: str
    rows: list[Row]


def without_heads(pages: Sequence[list[Row]]) -> tuple[list[list[Row]], int]:
    """The rows of the pages without them, and how many lines were taken out."""
    edges = [_edges(page) for page in pages]
    seen: Counter[Key] = Counter(key for edge in edges for key in {line.key for line in edge})
    repeated = {key for key, times in seen.items() if _repeats(key, times, len(pages))}
    numbered = _numbered(edges, len(pages))
    kept: list[list[Row]] = []
    out = 0
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        heads = [line for line in edge if line.key in repeated or (number, line.key) in numbered]
        gone = {id(row) for line in heads for row in line.rows}
        kept.append([row for row in page if id(row) not in gone])
        out += len(heads)
    return kept, out


def _numbered(edges: Sequence[list[Edge]], pages: int) -> set[tuple[int, Key]]:
    """Heads that differ from chapter to chapter, but carry the number of their page: by page and line."""
    found: dict[tuple[str, int, int], set[tuple[int, Key]]] = {}
    for page, edge in enumerate(edges):
        for line in edge:
            for match in (FIRST_NUMBER.match(line.text), LAST_NUMBER.search(line.text)):
                if match:
                    key = (*line.key[:2], int(match[1]) - page)
                    found.setdefault(key, set()).add((page, line.key))
    fewest = max(FEWEST, SHARE * pages)
    return {line for lines in found.values() if len({page for page, _ in lines}) >= fewest for line in lines}


def _edges(page: list[Row]) -> list[Edge]:
    """The lines at the rim of a page: what they say, with every number as "#", and where they stand."""
    heights = list(levels(page))
    found: list[Edge] = []
    for at, level in enumerate(heights):
        side = "top" if at < EDGE else "bottom" if at >= len(heights) - EDGE else ""
        text = joined(level).text.strip() if side else ""
        words = " ".join(NUMBER.sub("#", text.casefold()).split())
        if words and len(words) <= LONGEST:
            found.append(Edge((side, round(level[0].y / SAME_PLACE), words), text, level))
    return found


def _repeats(key: Key, times: int, pages: int) -> bool:
    if ONLY_A_NUMBER.fullmatch(key[2]):
        return times >= 2
    return times >= max(FEWEST, SHARE * pages) or (pages == 2 and times == 2 and "#" in key[2])
