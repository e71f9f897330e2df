"""What a sentence tells only to take it back: rumours called unfounded, numbers that were corrected in the end."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

Tokens = Sequence[Token]

BACK = 30  # tokens before the figure that may call it a report
AHEAD = 40  # tokens behind it that may say what became of the report
NEAR = 4  # tokens between "are" and "unfounded"
_STOPS = frozenset((".", ";", "!", "?"))
_TALES = wordset(
    "report reports rumour rumours rumor rumors claim claims allegation allegations story stories talk assertion",
    "assertions suggestion suggestions speculation figure figures number numbers news statement statements",
)
_TALE_OF = frozenset(("that", "of", "about", "saying", "according"))
_IS = wordset("is are was were be been proved proven turned remain remains remained isn't aren't wasn't weren't")
_FALSE = wordset(
    "unfounded baseless groundless false untrue fabricated bogus fake invented unproven unconfirmed unverified",
    "debunked refuted discredited disproved retracted nonsense untruths fictitious",
    "hoax lie lies myth invention fabrication fantasy",
)
_CALLED = frozenset(("called", "calls", "branded", "labelled", "labeled", "described", "dismissed"))
_NOT_SO = frozenset(("true", "correct", "so", "confirmed", "verified", "corroborated", "substantiated", "accurate"))
_NOTS = frozenset(("not", "n't", "never", "cannot", "n’t"))
_FOUNDATION = frozenset(("foundation", "basis", "merit", "substance"))
_POINTING = frozenset(("which", "this", "that", "it", "these"))

_AT_FIRST = frozenset(("first", "initially", "originally"))
_TOLD = wordset("spoke put given gave reported said announced estimated counted stated claimed told listed spoken set")
_BETWEEN = 4  # tokens between "first" and "spoke", and between that and the number
_CORRECTED = frozenset(("corrected", "revised", "amended"))
_CHANGED = frozenset(("lowered", "cut", "raised", "changed", "reduced", "increased"))
_WHAT = frozenset(("that", "it", "this", "them"))


def is_taken_back(tokens: Tokens, first: int, after: int) -> bool:
    """Whether what stands from token `first` to `after` is said to be false, or was later replaced."""
    return (
        (_is_a_tale(tokens, first) and _is_called_false(tokens, after))
        or _is_branded(tokens, first, after)
        or _is_false_in_passing(tokens, after)
        or _is_told_first(tokens, first)
        or _is_corrected_behind(tokens, after)
    )


def _is_a_tale(tokens: Tokens, first: int) -> bool:
    """ "Reports that", "the rumours of", before it in the same sentence."""
    return _tale(tokens, first) >= 0


def _tale(tokens: Tokens, first: int) -> int:
    for at in range(first - 1, max(-1, first - 1 - BACK), -1):
        if tokens[at].lower in _STOPS:
            return -1
        if tokens[at].lower in _TALES and any(token.lower in _TALE_OF for token in tokens[at + 1 : at + 4]):
            return at
    return -1


def _is_branded(tokens: Tokens, first: int, after: int) -> bool:
    """ "Called reports of 600 dead nonsense"."""
    tale = _tale(tokens, first)
    calling = {token.lower for token in tokens[max(0, tale - NEAR) : tale]} if tale > 0 else set()
    return bool(calling & _CALLED) and any(tokens[at].lower in _FALSE for at in _ahead(tokens, after))


def _is_called_false(tokens: Tokens, after: int) -> bool:
    """ "… are unfounded", "… were made up", "… could not be confirmed", "… are not true"."""
    return any(_is_false(tokens, at) for at in _ahead(tokens, after))


def _is_false_in_passing(tokens: Tokens, after: int) -> bool:
    """ "…, which proved to be untrue"."""
    for at in _ahead(tokens, after):
        if tokens[at].lower in _FALSE and _is_false(tokens, at):
            near = {token.lower for token in tokens[max(after, at - NEAR - 2) : at]}
            if near & _POINTING:
                return True
    return False


def _ahead(tokens: Tokens, after: int) -> list[int]:
    found = []
    for at in range(after, min(after + AHEAD, len(tokens))):
        if tokens[at].lower in _STOPS:
            break
        found.append(at)
    return found


def _is_false(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    before = [token.lower for token in tokens[max(0, at - NEAR) : at]]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if not _IS & set(before):
        return False
    return (
        word in _FALSE
        or (word == "made" and following == "up")
        or (word == "without" and following in _FOUNDATION)
        or (word == "denied" and following in ("by", ".", ",", ""))
        or (word == "dismissed" and following == "as")
        or (word in _NOT_SO and bool(_NOTS & set(before)))
    )


def _is_told_first(tokens: Tokens, first: int) -> bool:
    """ "The police first spoke of 600", "the toll was initially put at 600"."""
    told = -1
    for at in range(first - 1, max(-1, first - 2 - 2 * _BETWEEN), -1):
        word = tokens[at].lower
        if word in _STOPS or word == ",":
            return False
        if told < 0 and word in _TOLD and first - at <= _BETWEEN + 1:
            told = at
        elif word in _AT_FIRST:
            return told >= 0
    return False


def _is_corrected_behind(tokens: Tokens, after: int) -> bool:
    """ "600, but corrected that to 400"; "600, later revised to 400"."""
    for at in _ahead(tokens, after):
        following = [token.lower for token in tokens[at + 1 : at + 1 + _BETWEEN]]
        if tokens[at].lower in _CORRECTED and "to" in following:
            return True
        if tokens[at].lower in _CHANGED and following[:1] and following[0] in _WHAT and "to" in following:
            return True
    return False
