"""Sources in brackets behind a figure: 70,000 (Red Cross, May 1999)."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from claims.extraction.initials import is_abbreviated
from claims.extraction.words import Token

from . import grammar, speakers, states
from .complements import figure_within
from .following import phrase_after
from .naming import Phrase
from .tokens import Tokens, is_name
from .voice import Voice

INSIDE = 18  # tokens between the brackets
NEAR = 6  # tokens from the figure to the bracket
DATED = 4  # tokens of the date between them
BODIES = frozenset(
    """
    organization organisation ministry department agency office institute university commission council union
    bank fund bureau committee centre center observatory association federation service services reuters afp
    statistics census report estimate survey study data journal times post guardian ap cross crescent watch
    amnesty monitor press eurostat unicef unhcr sipri acled
    """.split()
)
WHEN = grammar.TIMES | frozenset("as of since est estimate estimates p pp et al c ca circa".split())


def read_brackets(tokens: Tokens, i: int) -> Voice | None:
    """The source inside the bracket that opens at token i, if a figure stands before it."""
    if i + 2 >= len(tokens) or not _figure_before(tokens, i):
        return None
    close = next((j for j in range(i + 1, min(len(tokens), i + INSIDE)) if tokens[j].text == ")"), -1)
    if close < 0:
        return None
    start = i + 1
    if tokens[start].lower in ("source", "sources") and start + 1 < close and tokens[start + 1].text == ":":
        start += 2
    elif not is_name(tokens[start]) and tokens[start].lower not in grammar.ARTICLES:
        return None
    phrase = phrase_after(tokens, start)
    if phrase is None or phrase.end > close or not _closes(tokens, phrase, close, sourced=start > i + 1):
        return None
    return Voice(phrase, phrase.start, phrase.end, "states")


def _figure_before(tokens: Tokens, i: int) -> bool:
    near = _before_date(tokens, i - 1)
    for j in range(near, max(-1, near - NEAR), -1):
        if tokens[j].text in ".;:()" or is_name(tokens[j]) or is_abbreviated(tokens, j):
            return False
        if figure_within(tokens, j, 1) >= 0:
            return True
    return False


def _before_date(tokens: Tokens, i: int) -> int:
    """The token before "as of April 2009", "by May": when a figure held does not part it from its source."""
    at = i
    while at > max(0, i - DATED) and (tokens[at].lower in grammar.CALENDAR or _is_year_or_day(tokens[at])):
        at -= 1
    if at == i:
        return i
    if tokens[at].lower == "of" and tokens[at - 1].lower == "as":
        return at - 2
    return at - 1 if tokens[at].lower in ("in", "by", "on", "since", "until", "through") else i


def _is_year_or_day(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) in (1, 2, 4)


def _closes(tokens: Tokens, phrase: Phrase, close: int, *, sourced: bool) -> bool:
    """Behind the name only a date; without a date the name must look like a source of its own."""
    rest = tokens[phrase.end : close]
    if not all(t.kind in ("number", "sign") or t.lower in WHEN for t in rest):
        return False
    dated = any(t.kind == "number" for t in rest)
    words = [t for t in tokens[phrase.start : phrase.end] if t.kind == "word"]
    if len(words) == 1 and words[0].lower in states.STATES and words[0].lower not in ("us", "uk", "eu", "u.s.", "u.k."):
        return False
    if sourced or (dated and not _is_measure(words[0].text)):
        return True
    last = words[-1].lower
    return (
        (phrase.sort == "speaker" and last in speakers.BODIES)
        or last in BODIES
        or (_is_initials(words[0].text) and len(words) == 1)
    )


def _is_initials(text: str) -> bool:
    """WHO, OHCHR, UN; not a measure or a part of the day."""
    return 2 <= len(text) <= 7 and text.isupper() and text.isalpha() and not _is_measure(text)


MEASURES = frozenset(
    """
    USD EUR GBP UTC GMT TRT EST EDT PST AM PM BC AD CE BCE MW GW KM MM CM KG HP PPP GDP CHF JPY RMB CNY UAH RUB
    """.split()
)


def _is_measure(text: str) -> bool:
    return text in MEASURES
