"""The verb that a figure stands with: what was done to those who are counted, or what they did."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.quantities.closed_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

from .fates import BETWEEN, word_at
from .senses import senses_of_word

Tokens = Sequence[Token]

BACK = 8  # tokens between a verb and its figure
AHEAD = 9  # tokens between a noun phrase and its verb
# Say nothing of what was done.
_LIGHT = wordset(
    "have had has be been being said says saw seen see became become becomes made make makes took take takes taken",
    "got get gets came come comes went go goes gone put gave give gives remained remain remains include includes",
    "included including involved involves involving numbered number numbers totalled totaled total reached stood",
    "stands amounted estimated reported recorded counted showed shows found find reports report confirmed according",
    "left leave leaves hit led caused causes cause claimed claims exceeded passed topped rose fell climbed grew jumped",
    "dropped increased decreased declined accounted brought means meant used kept needed than there about saying",
    "known believed thought feared believed estimated expected registered",
)
_NONE = AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | BETWEEN


def verb_of(tokens: Tokens, first: int, head_end: int, floor: int, ceiling: int) -> frozenset[str]:
    """Its senses; none where the figure has no verb of its own, or one that says nothing."""
    at = first - 1
    while at >= floor and at >= first - BACK and tokens[at].lower in BETWEEN:
        at -= 1
    if at >= floor and _is_a_verb(tokens, at):
        return senses_of_word(word_at(tokens, at)) if tokens[at].lower not in _LIGHT else frozenset()
    return _behind(tokens, head_end, ceiling)


def _behind(tokens: Tokens, head_end: int, ceiling: int) -> frozenset[str]:
    """ "were cut off", "signed": the first verb behind the noun phrase."""
    helped = False
    for at in range(head_end, min(head_end + AHEAD, ceiling, len(tokens))):
        word = tokens[at].lower
        if tokens[at].kind != "word":
            return frozenset()
        if word in AUXILIARIES:
            helped = True
        elif word.endswith("ly"):
            continue
        elif helped or word.endswith("ed"):
            if word in _LIGHT or word in _NONE:
                return frozenset()
            return senses_of_word(word_at(tokens, at))
        elif word in CONJUNCTIONS:
            return frozenset()
    return frozenset()


def _is_a_verb(tokens: Tokens, at: int) -> bool:
    """A word that can be one, behind a noun or another word that can stand before it."""
    token = tokens[at]
    if token.kind != "word" or token.lower in _NONE or (token.capital and at):
        return False
    return at > 0 and tokens[at - 1].lower not in DETERMINERS
