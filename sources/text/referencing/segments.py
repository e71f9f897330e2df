"""The rest of an entry cut where a part ends: at a full stop that ends something, and where something was taken out."""

from __future__ import annotations

import re

from .draft import CUT

STOP = re.compile(rf"\s*{CUT}[\s{CUT}]*|([.?!])[”\"’']?\s+(?=\S)|([.?!])\s*$")
LONGEST_NAMES = 400
LAST_WORD = re.compile(r"([^\s(\[,]{1,20})$")
_ABBREVIATIONS = """
    st dr mr mrs ms prof gen col lt sgt capt gov sen rep rev hon jr sr vs v no nr vol pp p ed eds trans
    ch fig inc ltd co corp dept univ assn bros u.s u.k u.n e.g i.e etc al mt ft approx ca cf int intl
    natl j proc conf symp doc ann am soc med sci phys chem biol res lett engl n.y d.c ph.d
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
INITIAL = re.compile(r"(?:[^\W\d_a-z]\.?-?){1,3}")
BEHIND_COMMA = re.compile(r",\s?(?:[^\W\d_a-z]\.[\s-]?){0,3}[^\W\d_a-z]$")
SURNAME = r"[^\W\d_][\w'’-]{1,40}(?:\s[^\W\d_][\w'’-]{1,40})?\s[^\W\d_a-z]"  # "Hale R", as Vancouver has it
SURNAME_FIRST = re.compile(rf"(?:{SURNAME}[^\W\d_a-z]{{0,2}},\s){{0,50}}{SURNAME}")
ABBREVIATED = re.compile(r"[A-Z]\w{1,7}\.,")
GOES_ON = re.compile(r"(?:[^\W\d_a-z]\.|&|[(\[]|and\s|et\s|[a-z])")


def read_segments(text: str) -> list[str]:
    """The parts of a text without their stops, in order; a title's own "?" and "!" stay."""
    segments, at = [], 0
    for match in STOP.finditer(text):
        if match[1] == "." and not _ends(
            text[max(at, match.start() - LONGEST_NAMES) : match.start()],
            text[match.end() : match.end() + 12],
            first=not at and match.start() <= LONGEST_NAMES,
        ):
            continue
        sign = match[1] or match[2] or ""
        kept = sign in ("?", "!") or BEHIND_COMMA.search(text[max(at, match.start() - 40) : match.start()])
        segments.append(text[at : match.start()] + (sign if kept else ""))
        at = match.end()
    bare = (_stripped(segment) for segment in [*segments, text[at:]])
    return [segment for segment in (_unbracketed(segment) for segment in bare) if any(map(str.isalnum, segment))]


def _ends(before: str, behind: str, *, first: bool) -> bool:
    """Whether a full stop ends a part: not behind "St", nor behind the "J" of "J. Smith"."""
    match = LAST_WORD.search(before)
    if not match:
        return True
    word = match[1]
    if ABBREVIATED.match(behind):
        return False  # "Sens. Lett.,": the one abbreviates with the other
    if INITIAL.fullmatch(word) and len(word.replace(".", "")) == 1:
        is_name = BEHIND_COMMA.search(before[-40:]) or (first and SURNAME_FIRST.fullmatch(before))
        return bool(is_name) and not GOES_ON.match(behind)
    return word.lower().rstrip(".") not in ABBREVIATIONS or (
        word[0].islower() and word.lower() in ("al", "co", "etc", "ed")
    )


def _stripped(segment: str) -> str:
    """Without the punctuation around it; the stop of "Weather Lett.," and of "Hale, R." is their own."""
    abbreviates = segment.rstrip().endswith(".,") or BEHIND_COMMA.search(segment.rstrip(" .,;:")[-40:])
    bare = segment.strip(" ,;:.–—-|/")
    return bare + "." if bare and abbreviates and "." in segment[segment.rfind(bare) + len(bare) :] else bare


def _unbracketed(segment: str) -> str:
    """Without brackets that lost their other half, or that hold the whole or nothing."""
    segment = re.sub(r"\(\s*[,;:.]*\s*\)|\[\s*[,;:.]*\s*\]", "", segment).strip(" ,;:")
    for opening, closing in ("()", "[]"):
        if segment.count(opening) > segment.count(closing):
            at = segment.rfind(opening)
            segment = segment[:at] + " " + segment[at + 1 :]
        elif segment.count(closing) > segment.count(opening):
            at = segment.find(closing)
            segment = segment[:at] + " " + segment[at + 1 :]
        if segment.startswith(opening) and segment.endswith(closing) and segment.count(opening) == 1:
            segment = segment[1:-1]
    return " ".join(segment.split()).strip(" ,;:")
