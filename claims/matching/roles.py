"""Who did it to whom: "Ostria invaded Velmia" is not said by "Velmia invaded Ostria"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.dating.vocabulary import MONTHS
from claims.extraction.words import Token, read_words

from .names import DAYS
from .question import Question
from .senses import senses_of

NO_NAMES = DAYS | frozenset(MONTHS)
BE = frozenset(("was", "were", "is", "are", "been", "being", "be"))
CLAUSE = 12  # tokens on either side of a verb
AGENT = 4  # tokens between a passive and its "by"


def is_turned_round(question: Question, tokens: Sequence[Token]) -> bool:
    """Whether names stand on the other side of the same verb, both being active or both passive."""
    mine = read_words(question.asked.statement or question.asked.quote).tokens
    one, other = _verb(question, mine), _verb(question, tokens)
    if one is None or other is None or _is_passive(mine, one) != _is_passive(tokens, other):
        return False
    before, behind = _capitals(mine, one)
    there_before, there_behind = _capitals(tokens, other)
    return bool(before & there_behind and behind & there_before) and not before & there_before


def _verb(question: Question, tokens: Sequence[Token]) -> int | None:
    return next((at for at, token in enumerate(tokens) if question.verb & senses_of(token)), None)


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    by = any(token.lower == "by" for token in tokens[verb + 1 : verb + 1 + AGENT])
    return by and any(token.lower in BE for token in tokens[max(0, verb - 3) : verb])


def _capitals(tokens: Sequence[Token], verb: int) -> tuple[set[str], set[str]]:
    return _names(tokens[max(0, verb - CLAUSE) : verb]), _names(tokens[verb + 1 : verb + 1 + CLAUSE])


def _names(tokens: Sequence[Token]) -> set[str]:
    return {token.lower for token in tokens if token.capital and token.lower not in NO_NAMES}
