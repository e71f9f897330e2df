"""The verb that a figure stands with: what was done to those who are counted, or what they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.quantities.closed_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
)
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

from .contrasts import TURNS
from .fates import BETWEEN, word_at
from .names import key_of_name, names_in
from .senses import is_known, senses_of_word

Tokens = Sequence[Token]

BACK = 8  # tokens between a verb and its figure
SUBJECT = 7  # tokens of a subject
SAYING = wordset("said says say reported reports announced claimed claims estimates estimated confirmed told stated")
_BETWEEN_CHANGES = (BETWEEN | {"by"}) - {"to", "up"}
_BEFORE_SUBJECTS = (CONJUNCTIONS - {"and"}) | SAYING | VERBS | (PREPOSITIONS - {"of", "from"})
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


def doers_of(tokens: Tokens, first: int, floor: int) -> Iterator[str]:
    """The names in the subject of the verb before a figure: "the army of Velmia lost"."""
    verb = first - 1
    while verb >= floor and verb >= first - BACK and tokens[verb].lower in BETWEEN:
        verb -= 1
    while verb > floor and (tokens[verb - 1].lower in AUXILIARIES or tokens[verb - 1].lower.endswith("ly")):
        verb -= 1
    if verb <= floor or tokens[verb].kind != "word" or tokens[verb].lower in SAYING or tokens[verb].capital:
        return
    start = verb - 1
    while start > max(floor, verb - SUBJECT) and tokens[start - 1].kind != "sign" and not _closes(tokens[start - 1]):
        start -= 1
    yield from names_in(tokens, start, verb)
    if verb == 1 and _may_be_a_name(tokens[0]):
        yield key_of_name(tokens[0].text)


def is_a_change(tokens: Tokens, first: int, floor: int) -> bool:
    """ "Rose 2 metres", "a fall of 12 percent", but not "rose to 2 metres"."""
    at = first - 1
    while at >= floor and (tokens[at].lower in _BETWEEN_CHANGES):
        at -= 1
    return at >= floor and tokens[at].lower in TURNS


def subject_of(tokens: Tokens, first: int) -> frozenset[str]:
    """The senses of the noun right before the verb that leads to a figure; none where that is a pronoun or a name."""
    verb = _verb_place(tokens, first)
    while verb > 0 and (tokens[verb - 1].lower in AUXILIARIES or tokens[verb - 1].lower.endswith("ly")):
        verb -= 1
    if verb < 1 or tokens[verb - 1].kind != "word" or (tokens[verb - 1].capital and verb > 1):
        return frozenset()
    return senses_of_word(tokens[verb - 1].lower)


def _verb_place(tokens: Tokens, first: int) -> int:
    """The token of the verb before a figure, past hedges and "to"."""
    at = first - 1
    while at >= 0 and at >= first - BACK and (tokens[at].lower in BETWEEN or tokens[at].lower in ("by", "from")):
        at -= 1
    return at


def _closes(token: Token) -> bool:
    """Before the subject: "when", "that", "said", another verb."""
    return token.lower in _BEFORE_SUBJECTS


def _may_be_a_name(token: Token) -> bool:
    """Whether the first word of a sentence is no word that is known to be another."""
    word = token.lower
    return token.kind == "word" and word not in _NONE and not word.endswith(("s", "ing", "ed")) and not is_known(word)


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
