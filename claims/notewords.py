"""Which words a note is on: by their place, by themselves where they stand once, or by both. Pure.

Offsets are code points of the text, half-open.
"""

from __future__ import annotations

import unicodedata

from claims.pinning import MOST_PLACES, SeveralPlaces
from claimtracker.core.refusals import Unacceptable
from sources.refusals import BadValue

LONGEST = 4000  # characters of the words that one note is on


class NotInText(Unacceptable):
    """These words do not stand in the text, or not where it was said. Nothing was stored."""

    code = "not_in_text"
    title = "These words are not in the text"


def words_at(text: str, *, exact: str = "", start: int | None = None, end: int | None = None) -> tuple[int, int]:
    """Where the words stand, without blanks at their ends. Raises BadValue, NotInText, SeveralPlaces."""
    exact = unicodedata.normalize("NFC", exact)  # as texts are kept
    if start is None or end is None:
        start, end = _only_place(text, exact)
    if not 0 <= start < end <= len(text):
        raise NotInText("This place lies outside of the text. Nothing was stored.", pointer="/quote/start")
    if end - start > LONGEST:
        raise BadValue(f"A note is on {LONGEST:,} characters at most. Choose the words that matter.", pointer="/quote")
    if exact and text[start:end] != exact:
        raise NotInText(
            "Other words stand there in the text. Select them again; nothing was stored.", pointer="/quote/exact"
        )
    words = text[start:end]
    if not words.strip():
        raise NotInText("There are no words there. Nothing was stored.", pointer="/quote")
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _only_place(text: str, exact: str) -> tuple[int, int]:
    if not exact.strip():
        raise BadValue("Say which words you mean.", pointer="/quote/exact")
    found = _places(text, exact)
    if not found:
        said = "These words do not stand in the text, letter by letter. Nothing was stored."
        raise NotInText(said, pointer="/quote/exact")
    if len(found) > 1:
        shown = [{"start": first, "end": last} for first, last in found]
        said = "These words stand in several places of the text. Say which is meant."
        raise SeveralPlaces(said, pointer="/quote/exact", places=shown)
    return found[0]


def _places(text: str, words: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    at = text.find(words)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return places
