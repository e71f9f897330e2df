"""Why somebody did something, in their own words, checked before it is kept."""

from __future__ import annotations

from sources.refusals import BadValue
from sources.text.plain import Unreadable, check

LONGEST_REASON = 2000


def said(words: str, pointer: str = "/reason", longest: int = LONGEST_REASON, *, needed: str = "") -> str:
    """The words as they are, or "" where they are blank. `needed`: what to say then. Raises BadValue."""
    if not words.strip():
        if needed:
            raise BadValue(needed, pointer=pointer)
        return ""
    if len(words) > longest:
        raise BadValue(f"A reason has at most {longest:,} characters; this has {len(words):,}.", pointer=pointer)
    try:
        check(words)
    except Unreadable as problem:
        raise BadValue(str(problem), pointer=pointer) from problem
    return words
