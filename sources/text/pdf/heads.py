"""Running heads, running feet and page numbers: what stands at the same place of many pages and says the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .rows import Row

EDGE = 2  # lines at the top and at the bottom that are looked at
SAME_PLACE = 6.0  # points
FEWEST = 3  # pages
SHARE = 0.25  # of the pages; left and right ones differ, and a chapter has its own
LONGEST = 120  # characters of a running head
NUMBER = re.compile(r"\d{1,5}|\b[ivxlc]{1,6}\b")
ONLY_A_NUMBER = re.compile(r"\W{0,4}(?:(?:page|p\.?|seite)\s{0,3})?#(?:\s{0,3}(?:of|/|von)\s{0,3}#)?\W{0,4}")

Key = tuple[str, int, str]


def without_heads(pages: Sequence[list[Row]]) -> tuple[list[list[Row]], int]:
    """The pages without them, and how many lines were taken out."""
    edges = [_edges(page) for page in pages]
    seen: Counter[Key] = Counter(key for edge in edges for key in set(edge.values()))
    repeated = {key for key, times in seen.items() if _repeats(key, times, len(pages))}
    kept = [
        [row for at, row in enumerate(page) if edge.get(at) not in repeated]
        for page, edge in zip(pages, edges, strict=True)
    ]
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _edges(page: list[Row]) -> dict[int, Key]:
    """The lines at the rim of a page by their index: what they say, with every number as "#", and where they stand."""
    by_height = sorted(range(len(page)), key=lambda at: -page[at].y)
    found: dict[int, Key] = {}
    for side, places in (("top", by_height[:EDGE]), ("bottom", by_height[-EDGE:])):
        for at in places:
            words = " ".join(NUMBER.sub("#", page[at].text.casefold()).split())
            if at not in found and len(words) <= LONGEST:
                found[at] = (side, round(page[at].y / SAME_PLACE), words)
    return found


def _repeats(key: Key, times: int, pages: int) -> bool:
    if ONLY_A_NUMBER.fullmatch(key[2]):
        return times >= 2
    return times >= max(FEWEST, SHARE * pages) or (pages == 2 and times == 2 and "#" in key[2])
