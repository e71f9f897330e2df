"""What people write by hand, checked before it is kept: a reason, a note."""

from __future__ import annotations

from sources.refusals import BadValue
from sources.text.plain import Unreadable, check


def said(words: str, pointer: str, longest: int, *, needed: str = "") -> str:
    """The words as they are, or "" where they are blank. `needed`: what to say then. Raises BadValue."""
    if not words.strip():
        if needed:
            raise BadValue(needed, pointer=pointer)
        return ""
    if len(words) > longest:
        raise BadValue(f"This has {len(words):,} characters; {longest:,} is the most.", pointer=pointer)
    try:
        check(words)
    except Unreadable as problem:
        raise BadValue(str(problem), pointer=pointer) from problem
    return words
