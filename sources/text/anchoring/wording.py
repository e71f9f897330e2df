"""What it means that words differ: nothing, another wording, or another figure.

Only what is on the short list of harmless differences passes for the same
assertion. A synonym may be one, and "wounded" for "killed" is none: no table
can tell them apart, so a person does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .agreement import blocks_of
from .vocabulary import CALENDAR, COMPARATORS, HARMLESS, NEGATIONS, NO_NAMES, NUMBER_WORDS, same_spelled
from .words import Words

Difference = Literal["none", "wording", "figure", "assertion", "name"]


@dataclass(frozen=True, slots=True)
class _Change:
    """Old words `a` to `b` became new words `c` to `d`."""

    a: int
    b: int
    c: int
    d: int


def compare(old: Words, a: int, b: int, new: Words, c: int, d: int) -> Difference:
    """How the old words differ from the new. "assertion" and "name": it may be another claim."""
    if old.ids[a:b] == new.ids[c:d]:
        return "none"
    changes = [change for change in _changes(old, a, b, new, c, d) if not _is_harmless(old, new, change)]
    if not changes:
        return "wording"
    if any(_touches_a_name(old, new, change) for change in changes):
        return "name"
    numbered = _has_number(old, a, b) or _has_number(new, c, d)
    return "figure" if any(_touches_a_figure(old, new, change, numbered) for change in changes) else "assertion"


def _changes(old: Words, a: int, b: int, new: Words, c: int, d: int) -> Iterator[_Change]:
    """What lies between the words that stayed."""
    at, to = a, c
    for start, there, length in blocks_of(old.ids[a:b], new.ids[c:d]):
        if (at, to) != (a + start, c + there):
            yield _Change(at, a + start, to, c + there)
        at, to = a + start + length, c + there + length
    if (at, to) != (b, d):
        yield _Change(at, b, to, d)


def _is_harmless(old: Words, new: Words, change: _Change) -> bool:
    before = [_lower(old, at) for at in range(change.a, change.b)]
    after = [_lower(new, at) for at in range(change.c, change.d)]
    if len(before) == len(after) == 1:
        return same_spelled(before[0], after[0])
    if {*before, *after} == {"and"}:
        # Two sentences joined by "and", or one cut in two.
        return (new if before else old).opens(change.c if before else change.a)
    return HARMLESS.issuperset({*before, *after}) and not (
        _beside_a_number(old, change.a, change.b) or _beside_a_number(new, change.c, change.d)
    )


def _beside_a_number(words: Words, start: int, end: int) -> bool:
    """ "a third" is a share and "the third" a rank: beside a number no little word is harmless."""
    return any(0 <= at < len(words) and _is_number(words, at) for at in (start - 1, end))


def _precedes_a_number(words: Words, start: int, end: int) -> bool:
    return start < end < len(words) and _is_number(words, end)


def _is_number(words: Words, at: int) -> bool:
    surface = words.surface(at)
    return surface[-1].isnumeric() or surface[0].isnumeric() or _lower(words, at) in NUMBER_WORDS


def _has_number(words: Words, start: int, end: int) -> bool:
    return any(_is_number(words, at) for at in range(start, end))


def _touches_a_name(old: Words, new: Words, change: _Change) -> bool:
    return any(_is_name(words, at) for words, at in _touched(old, new, change))


def _touched(old: Words, new: Words, change: _Change) -> Iterator[tuple[Words, int]]:
    for at in range(change.a, change.b):
        yield old, at
    for at in range(change.c, change.d):
        yield new, at


def _is_name(words: Words, at: int) -> bool:
    """A capital says so; at the beginning of a sentence every word has one, and only the little ones are none."""
    surface = words.surface(at)
    if not surface[0].isupper() or surface.lower() in CALENDAR:
        return False
    return not (words.opens(at) and surface.lower() in NO_NAMES)


def _touches_a_figure(old: Words, new: Words, change: _Change, numbered: bool) -> bool:
    if any(_is_figure(words, at, numbered) for words, at in _touched(old, new, change)):
        return True
    return _precedes_a_number(old, change.a, change.b) or _precedes_a_number(new, change.c, change.d)


def _is_figure(words: Words, at: int, numbered: bool) -> bool:
    """A number, its comparator, its unit or its sign; a negation; a month."""
    word = _lower(words, at)
    if _is_number(words, at) or word in NEGATIONS or word.endswith("n't") or word in CALENDAR:
        return True
    if not numbered:
        return False
    return word in COMPARATORS or not word[0].isalpha() or (at > 0 and _is_number(words, at - 1))


def _lower(words: Words, at: int) -> str:
    return words.surface(at).lower().replace("’", "'")
