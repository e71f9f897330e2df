"""A text cut into the words that count when two texts are compared.

Words, numbers and signs that carry meaning ("%", "$", "?", the dash of a
range) count. Blanks, citation marks, quotation marks, stops, emoji and marks
that combine with a sign do not: they may change without a word changing.
Case, apostrophes and the grouping of digits make no difference to a key.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from sources.text.marks import read_marks
from sources.text.spans import blanked

RIM_OF_MARK, RIM_OF_SENTENCE = 1, 2

# Marks that combine, and characters that cannot be seen: they belong to the word they stand in.
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f"
_JOINED = f"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f{_UNSEEN}"
_DASHES = "-‐‑‒–—−"
# Scripts without blanks between words: every character counts alone.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Every alternative is told by its first characters and no repeat can match the same text in two ways: linear.
_WORD = re.compile(
    rf"(?P<dash>(?<=\S)[{_DASHES}](?=\d)|(?<=\d) ?[{_DASHES}] ?(?=\d))"
    rf"|(?P<number>(?:(?<![^\s(“\"‘$€£¥])[-−–])?\d+(?:[.,:/'’\u00a0\u2009\u202f]\d+)*)"
    rf"|(?P<alone>[{_UNSPACED}])"
    rf"|(?P<word>(?:(?![{_UNSPACED}])[^\W\d_])(?:(?![{_UNSPACED}])[^\W\d_]|[{_JOINED}])*"
    rf"(?:['’ʼ](?:(?![{_UNSPACED}])[^\W\d_])(?:(?![{_UNSPACED}])[^\W\d_]|[{_JOINED}])*)*)"
    r"|(?P<sign>[%‰$¢£¤¥֏৳฿₠-⃀°+±×÷=<>≤≥≈~∼?？؟&/§№℃℉])"
)
_GROUPED = re.compile(r"(-?\d{1,3})((?:[,'’\u00a0\u2009\u202f]\d{3})+)(\.\d+)?")
_GROUPING = re.compile(r"[,'’\u00a0\u2009\u202f]")
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_STOPS = re.compile(r"[.!…](?=[^\w\s]{0,20}\s)|[。！।]")
_ASKING = frozenset("?？؟")
_BREAKS = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_SHORTENED = (
    "mr mrs ms dr prof rev hon gen lt col maj capt cpl sgt adm cmdr brig gov sen rep st mt ft vs etc vol pp ed "
    "eds jan feb mar apr jun jul aug sep sept oct nov dec approx est inc ltd co corp dept univ fig cf al"
)
_ABBREVIATIONS = frozenset(_SHORTENED.split())


@dataclass(slots=True)
class Words:
    """The words of a text as columns, for a text may have millions.

    `ids` are equal where the words are. `rims[i]` tells what stands before word
    i: a citation mark, the end of a sentence, or nothing of the kind (0).
    `sentences` are the first words of the sentences, and the number of words.
    """

    text: str
    ids: list[int] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("l"))
    ends: array[int] = field(default_factory=lambda: array("l"))
    rims: bytearray = field(default_factory=bytearray)
    sentences: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def surface(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words that a span of the text touches."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def opens(self, at: int) -> bool:
        """Does a sentence begin with this word? The end of the text counts as a beginning."""
        return not 0 < at < len(self.ids) or self.rims[at] == RIM_OF_SENTENCE

    def is_rim(self, at: int) -> bool:
        """Does a sentence or a cited piece of one begin here?"""
        return not 0 < at < len(self.ids) or self.rims[at] > 0


def read_words(text: str, known: dict[str, int]) -> Words:
    """Cut a text. `known` numbers the keys; two texts to compare share it."""
    marks = read_marks(text)
    words = Words(text)
    mark_starts = [mark.start for mark in marks]
    end_of_last, last = 0, ""
    plain = blanked(text, marks)
    for match in _WORD.finditer(plain):
        surface = match[0]
        key = _key(surface, match.lastgroup)
        start = match.start()
        between = plain[end_of_last:start]
        marked = len(between) > 2 and _has_mark(mark_starts, end_of_last, start)
        rim = RIM_OF_MARK if marked else 0
        if (last in _ASKING or between not in ("", " ", ", ")) and _ends_a_sentence(
            between, last, surface, marked=marked
        ):
            rim = RIM_OF_SENTENCE
        if rim == RIM_OF_SENTENCE or not words.ids:
            words.sentences.append(len(words.ids))
        words.ids.append(known.setdefault(key, len(known)))
        words.starts.append(start)
        words.ends.append(match.end())
        words.rims.append(rim)
        end_of_last, last = match.end(), surface
    words.sentences.append(len(words.ids))
    return words


def _has_mark(mark_starts: list[int], start: int, end: int) -> bool:
    at = bisect_left(mark_starts, start)
    return at < len(mark_starts) and mark_starts[at] < end


def _ends_a_sentence(between: str, last: str, following: str, *, marked: bool) -> bool:
    """Does what stands between two words end a sentence?"""
    if _BREAKS.search(between):
        return True
    if following[0].islower():
        return False
    if last in _ASKING:
        return bool(between)
    if not _STOPS.search(between):
        return False
    return marked or not (between[0] == "." and _is_shortened(last, following))


def _is_shortened(word: str, following: str) -> bool:
    """ "Lt. Gen. Kim", "J. Kim" and "No. 5" go on; "in the 1990s. No one" and "He said no. The" do not."""
    if word.lower() in ("no", "nos"):
        return following[0].isdigit()
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _key(surface: str, kind: str | None) -> str:
    if kind == "word":
        return surface.lower() if surface.isascii() else _folded(surface)
    if kind == "number":
        return _number(surface)
    return "–" if kind == "dash" else surface


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", _HIDDEN.sub("", word)).casefold().replace("’", "'").replace("ʼ", "'")


def _number(surface: str) -> str:
    """ "13,000", "13 000" (with a hard blank) and "13000" are one number; "1.300" and "1,300" are two."""
    number = surface.replace("−", "-").replace("–", "-")
    return _GROUPING.sub("", number) if _GROUPED.fullmatch(number) else number


def read_both(old: str, new: str) -> tuple[Words, Words, dict[str, int]]:
    known: dict[str, int] = {}
    return read_words(old, known), read_words(new, known), known


def counted(keys: Iterable[int]) -> dict[int, int]:
    """Where a key stands that stands only once; -1 where it stands more often."""
    found: dict[int, int] = {}
    for at, key in enumerate(keys):
        found[key] = -1 if key in found else at
    return found
