"""From words back to places in the text, with the stops and quotation marks that belong to them."""

from __future__ import annotations

import unicodedata

from .words import Words

LONGEST_RIM = 40  # characters around the words that are compared one by one
_LIKE = {
    ord(char): shape for shape, chars in {"'": "‘’‚‛‹›′ʼ", '"': "“”„‟«»″", "-": "‐‑‒–—−"}.items() for char in chars
}


def same_typing(one: str, other: str) -> bool:
    """Are these the same words but for blanks, case, and the shape of quotation marks and dashes?"""
    return one == other or _typed(one) == _typed(other)


def _typed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).translate(_LIKE).casefold().split())


def span_of(
    old: Words, start: int, end: int, first: int, last: int, new: Words, begin: int, finish: int
) -> tuple[int, int]:
    """The span of new words `begin` to `finish`, for the span of the old text that has words `first` to `last`."""
    return (
        _start(old, start, first, new, begin),
        _end(old, end, last, new, finish),
    )


def _start(old: Words, start: int, first: int, new: Words, begin: int) -> int:
    at, known = new.starts[begin], old.starts[first]
    if start >= known:  # inside its first word
        return at + start - known if old.surface(first) == new.surface(begin) else at
    floor = new.ends[begin - 1] if begin else 0
    return at - _agreeing(old.text[start:known][::-1], new.text[floor:at][::-1])


def _end(old: Words, end: int, last: int, new: Words, finish: int) -> int:
    at, known = new.ends[finish - 1], old.ends[last - 1]
    if end <= known:
        return at + end - known if old.surface(last - 1) == new.surface(finish - 1) else at
    ceiling = new.starts[finish] if finish < len(new) else len(new.text)
    return at + _agreeing(old.text[known:end], new.text[at:ceiling])


def _agreeing(old: str, new: str) -> int:
    """How many characters of the new rim are those of the old one."""
    at = 0
    for char in old[:LONGEST_RIM]:
        if char.isspace():
            continue
        skip = at
        while skip < min(len(new), LONGEST_RIM) and new[skip].isspace():
            skip += 1
        if skip >= min(len(new), LONGEST_RIM) or new[skip].translate(_LIKE) != char.translate(_LIKE):
            break
        at = skip + 1
    return at
