"""Words looked for in a text: as they stand but for blanks, or whatever the case for somebody who only looks.

Pure, and linear in the text whatever is looked for: a search of Python's own for
one string in another, and one walk over the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WORD = re.compile(r"\S+")
# One character for one, so that places stay what they are.
ALIKE = str.maketrans("“”„«»‘’‚‹›‐‑‒–—−", '"""""' + "'''''" + "------")


def fold(text: str) -> str:
    """The same length in small letters, with plain quotation marks and dashes."""
    # The only letter that becomes two in small is a capital I with a dot.
    return text.replace("İ", "i").lower().replace("ς", "σ").translate(ALIKE)


def find_words(text: str, words: str, most: int) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, up to `most` places; any blanks between words are as good as any other."""
    wanted, joined = " ".join(words.split()), " ".join(text.split())
    if not wanted or wanted not in joined:
        return []
    starts = list(_starts(joined, wanted, most))
    return list(_back(text, len(wanted), starts))


def same_words(one: str, other: str) -> bool:
    """Whether only blanks differ."""
    return one.split() == other.split()


def _starts(joined: str, wanted: str, most: int) -> Iterator[int]:
    at = joined.find(wanted)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = joined.find(wanted, at + len(wanted))


def _back(text: str, size: int, starts: list[int]) -> Iterator[tuple[int, int]]:
    """From places in the words joined by single blanks back to the text itself."""
    edges = sorted({edge for start in starts for edge in (start, start + size - 1)})
    place, at, words = {}, 0, WORD.finditer(text)
    length = -1  # of what has been walked in the joined words
    word = None
    for edge in edges:
        while word is None or length <= edge:
            word = next(words)
            at = length + 1
            length = at + len(word[0])
        place[edge] = word.start() + edge - at
    for start in starts:
        yield place[start], place[start + size - 1] + 1
