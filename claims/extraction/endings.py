"""Does a sentence end at this sign? Abbreviations, initials, quotations, asides and what follows decide."""

from __future__ import annotations

import re
from itertools import islice

from .abbreviations import (
    AFTER_CLOCK,
    CLOCK,
    COUNTED,
    COUNTED_NAMES,
    EITHER,
    EITHER_NAMES,
    LINKS,
    NUMBERED,
    SIGNED_NAMES,
    SPEAKING,
    STARTERS,
    TITLE_NAMES,
)
from .lines import Behind, Line, in_aside

CONTINUING = frozenset(",;:)]}%.!?…")
OPENERS = frozenset("\"'“‘«‹([{„")
DEGREES = frozenset("°º")
VOWELS = frozenset("aeiouy")
NEXT_WORD = re.compile(r"[^\W_]{1,30}(?:-[^\W_]{1,30})?")
WORD = re.compile(r"[^\W\d_]{1,20}")


def ends_here(line: Line, start: int, stop: re.Match[str], rest: Behind) -> bool:
    """Does the sentence that began at `start` end at `stop`, with `rest` behind it?"""
    if rest.next >= line.end:
        return True
    following = line.text[rest.next]
    if following in CONTINUING or in_aside(line, start, rest.end if rest.end > stop.end() else stop.start()):
        return False
    if stop[0][0] not in ".!?…‽":
        return True  # the full stops of other scripts end nothing but sentences
    if rest.next == rest.end and not rest.marked:
        return _blank_was_forgotten(line, stop, rest)
    if following.islower() and not _is_name_in_small_letters(line, rest.next):
        return rest.marked and not rest.quoted and stop[0] == "." and not _belongs_together(line, start, stop, rest)
    return not _belongs_together(line, start, stop, rest)


def _belongs_together(line: Line, start: int, stop: re.Match[str], rest: Behind) -> bool:
    sign = stop[0]
    if "?" in sign or "!" in sign:
        return _is_inner_sign(line, stop, rest)
    if len(sign) > 1 or sign == "…":
        return _is_gap(line, stop, rest)
    return _is_abbreviation(line, start, stop, rest)


def _is_inner_sign(line: Line, stop: re.Match[str], rest: Behind) -> bool:
    """ "Stop!" Smith said; an editor's "(!)"; the exclamation mark of a name."""
    if line.text[stop.start() - 1 : stop.start()] == "(":
        return True
    if rest.quoted and not rest.marked:
        words = (match[0].lower() for match in WORD.finditer(line.text, rest.next, min(line.end, rest.next + 60)))
        return not SPEAKING.isdisjoint(islice(words, 4))
    return stop[0] == "!" and _word_before(line, stop.start()).lower() in SIGNED_NAMES


def _is_gap(line: Line, stop: re.Match[str], rest: Behind) -> bool:
    """ "[...]", and the dots that stand for words left out, unless a new sentence clearly begins."""
    before = line.text[stop.start() - 1 : stop.start()]
    return before in {"[", "("} or (before.isspace() and not rest.marked and not _starts_sentence(line, rest.next))


def _is_abbreviation(line: Line, start: int, stop: re.Match[str], rest: Behind) -> bool:
    word = _word_before(line, stop.start())
    begins = stop.start() - len(word)
    if not word or stop.start() in line.mark_ends:
        return False
    if begins <= start + 1 and not rest.marked and (len(word) == 1 or (len(word) <= 3 and word.isdigit())):
        return True  # "1. The army …": a number in front of its item
    last = word.rsplit("-", 1)[-1]
    if _waits_for_more(line, last, last.lower(), rest):
        return True
    if not _may_go_on(line, last, last.lower(), begins):
        return False
    return line.text[rest.next].islower() or not (rest.marked or _starts_sentence(line, rest.next))


def _waits_for_more(line: Line, word: str, lower: str, rest: Behind) -> bool:
    """Titles, link words, and what stands before a number."""
    named = word[0].isupper()
    if lower in LINKS or (named and lower in TITLE_NAMES):
        return not rest.marked
    if lower in COUNTED or (named and lower in COUNTED_NAMES):
        return _is_number(line, rest.next) and not rest.marked
    return lower in CLOCK and _next_word(line, rest.next).lower() in AFTER_CLOCK


def _may_go_on(line: Line, word: str, lower: str, begins: int) -> bool:
    """Initials, "U.S.", "Inc.", "Rgt.": a capital behind them may begin a sentence or not."""
    if lower in EITHER or (word[0].isupper() and lower in EITHER_NAMES):
        return True
    if lower in CLOCK:
        return False
    if len(word) == 1:
        measured = line.text[max(line.start, begins - 2) : begins].strip()[-1:]  # "−5 °C.", "300 K."
        if measured in DEGREES or (measured.isdigit() and word in "CFK"):
            return False
        return word.isupper() and _word_before(line, begins - 1).lower() not in NUMBERED
    letters = word.split(".")
    if len(letters) > 1:
        return all(0 < len(part) <= 2 and part.isalpha() for part in letters)
    counts = line.text[max(line.start, begins - 2) : begins].strip()[-1:].isdigit()  # "12 km."
    return (
        len(word) <= 5
        and word.isascii()
        and word.isalpha()
        and not word.isupper()
        and VOWELS.isdisjoint(lower)
        and not counts
    )


def _blank_was_forgotten(line: Line, stop: re.Match[str], rest: Behind) -> bool:
    """ "…were killed.The army …": small letters, a full stop, and a word that begins sentences."""
    word = _word_before(line, stop.start())
    return len(word) > 2 and word.isalpha() and word[1:].islower() and _starts_sentence(line, rest.next)


def _starts_sentence(line: Line, at: int) -> bool:
    while at < line.end and line.text[at] in OPENERS:
        at += 1
    word = NEXT_WORD.match(line.text, at, line.end)
    if not word or not word[0][0].isupper() or word[0].lower() not in STARTERS:
        return False
    return line.text[word.end() : word.end() + 1] != "."  # "A. A. Milne"


def _is_number(line: Line, at: int) -> bool:
    word = _next_word(line, at)
    return word[:1].isdigit() or (len(word) == 1 and word.isupper() and word not in "AI")


def _is_name_in_small_letters(line: Line, at: int) -> bool:
    """ "eBay", "al-Shabaab" """
    word = _next_word(line, at)
    return word.isascii() and not word.islower()


def _next_word(line: Line, at: int) -> str:
    match = NEXT_WORD.match(line.text, at, line.end)
    return match[0] if match else ""


def _word_before(line: Line, end: int) -> str:
    """The unbroken run of letters, digits and inner stops before `end`, as far as it could be an abbreviation."""
    at, text = end, line.text
    while at > line.start and end - at < 25 and (text[at - 1].isalnum() or text[at - 1] in ".-"):
        at -= 1
    return text[at:end].lstrip(".-")
