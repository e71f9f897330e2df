"""The verb that the date or the place of a claim stands with: "ended" of "the strike at the mill ended on 4 May"."""

from __future__ import annotations

from functools import lru_cache

from claims.extraction.quantities.closed_words import AUXILIARIES, DETERMINERS, VERBS
from claims.extraction.words import Token, read_words
from sources.text.marks import read_marks
from sources.text.spans import blanked

from .question import EMPTY, Question
from .senses import senses_of


def own_verb(question: Question) -> frozenset[str]:
    """Its senses: the nearest verb before the date or place, else the last one of the claim."""
    part = question.asked.date or question.asked.place
    if part is None:
        return question.verb
    return _verb(question.asked.quote, part.start) or question.verb


@lru_cache(maxsize=1024)
def _verb(quote: str, start: int) -> frozenset[str]:
    tokens = read_words(blanked(quote, read_marks(quote))).tokens
    verbs = [at for at in range(len(tokens)) if _is_a_verb(tokens, at)]
    before = [at for at in verbs if tokens[at].start < start]
    at = (before or verbs or [-1])[-1]
    return senses_of(tokens[at]) if at >= 0 else frozenset()


def _is_a_verb(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    before = tokens[at - 1].lower if at else ""
    if token.kind != "word" or token.capital or token.lower in EMPTY or before in DETERMINERS:
        return False
    return token.lower in VERBS or token.lower.endswith("ed") or before in AUXILIARIES
