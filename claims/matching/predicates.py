"""The verb that a figure stands with, and its subject: what was done to those who are counted, and by whom."""

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
SUBJECT = 9  # tokens of a subject
AHEAD = 9  # tokens between a noun phrase and its verb
SAYING = wordset(
    "said says say reported reports announced claimed claims estimates estimated confirmed confirms told stated",
    "denied denies that",
)
# Say nothing of what was done.
_LIGHT = wordset(
    "have had has be been being said says saw see seen became become becomes made make makes took take takes taken",
    "got get gets came come comes went go goes gone put gave give gives remained remain remains include includes",
    "included including involved involves involving numbered number numbers totalled totaled total reached stood",
    "stands amounted estimated reported recorded counted showed shows found find reports report confirmed according",
    "left leave leaves hit led caused causes cause claimed claims exceeded passed topped rose fell climbed grew jumped",
    "dropped increased decreased declined accounted brought means meant used kept needed than there about saying",
    "known believed thought feared expected registered lasted lasts last measures measured weighs weighed denied",
    "cost costs",
)
_PARTICLES = wordset("out off away back down in up")
_TO_THE_VERB = BETWEEN | _PARTICLES | {"by", "from"}
_BETWEEN_CHANGES = (BETWEEN | {"by"}) - {"to", "up"}
_NONE = AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | BETWEEN
_BEFORE_SUBJECTS = (CONJUNCTIONS - {"and"}) | SAYING | VERBS | (PREPOSITIONS - {"of", "from"})
_GROWING = frozenset(("grew", "grow", "grows", "grown"))
_WHOSE = wordset("our its their his her my your")
_HAVE = wordset("has have had holds held")
_BE = wordset("is was are were measures measured stands stood weighs weighed")
_LINKS = dict.fromkeys(_HAVE, "have") | dict.fromkeys(_BE, "be")


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────


def verb_of(tokens: Tokens, first: int, head_end: int, floor: int, ceiling: int) -> frozenset[str]:
    """Its senses; none where the figure has no verb of its own, or one that says nothing."""
    at = _verb_place(tokens, first, floor)
    if at is None:
        return _behind(tokens, head_end, ceiling)
    if tokens[at].lower in _GROWING and at + 1 < len(tokens) and tokens[at + 1].lower not in ("to", "by", "from"):
        return senses_of_word(tokens[at].lower) | senses_of_word("harvested")  # rice, not a number
    return senses_of_word(word_at(tokens, at)) if tokens[at].lower not in _LIGHT else frozenset()


def is_object(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether the verb stands before the figure: "conceded 40 goals"."""
    return _verb_place(tokens, first, floor) is not None


def link_of(tokens: Tokens, first: int, floor: int) -> str:
    """ "have" or "be", where that is the verb before a figure."""
    at = _before(tokens, first, floor)
    return _LINKS.get(tokens[at].lower, "") if at >= floor else ""


def is_a_change(tokens: Tokens, first: int, floor: int) -> bool:
    """ "Rose 2 metres", "a fall of 12 percent", but not "rose to 2 metres"."""
    at = first - 1
    while at >= floor and tokens[at].lower in _BETWEEN_CHANGES:
        at -= 1
    return at >= floor and tokens[at].lower in TURNS


def _before(tokens: Tokens, first: int, floor: int) -> int:
    """The token before a figure, past hedges and particles."""
    at = first - 1
    while at >= floor and at >= first - BACK and tokens[at].lower in _TO_THE_VERB:
        at -= 1
    return at


def _verb_place(tokens: Tokens, first: int, floor: int) -> int | None:
    """The token of the verb before a figure, also past whom it is done to: "fined the bank 4.2 million"."""
    at = _before(tokens, first, floor)
    if at >= floor and _is_a_verb(tokens, at):
        return at
    if at - 2 >= floor and tokens[at - 1].lower in DETERMINERS and _is_a_verb(tokens, at - 2):
        return at - 2
    return None


def _is_a_verb(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.kind != "word" or (token.capital and at) or token.lower in _NONE - AUXILIARIES:
        return False
    before = tokens[at - 1].lower if at else ""
    if before in DETERMINERS:
        return False
    if token.lower in _LINKS:
        return True
    if token.lower.endswith("s") and token.lower not in VERBS:
        return _stands_behind_a_subject(tokens, at)  # "the mill employs", but not "faulty brakes"
    return token.lower in VERBS or token.lower.endswith(("ed", "ing")) or before in AUXILIARIES or before == "to"


def _stands_behind_a_subject(tokens: Tokens, at: int) -> bool:
    near = tokens[max(0, at - 3) : at]
    named = any(token.capital for token in near[-1:])
    return named or any(token.lower in DETERMINERS | PRONOUNS or token.kind == "possessive" for token in near)


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


# ── subjects ────────────────────────────────────────────────────────────────────────────────────


def doers_of(tokens: Tokens, first: int, floor: int) -> Iterator[str]:
    """The names in the subject of the verb before a figure: "the army of Velmia lost"."""
    verb = _finite(tokens, first, floor)
    if verb is None:
        return
    start = verb - 1
    while start > max(floor, verb - SUBJECT) and not _closes(tokens[start - 1]):
        start -= 1
    yield from names_in(tokens, start, verb)
    if verb == 1 and _may_be_a_name(tokens[0]):
        yield key_of_name(tokens[0].text)


def subject_of(tokens: Tokens, first: int, floor: int) -> frozenset[str]:
    """The senses of the head of that subject: "hotel" of "the hotel next to the hospital has"; none of a name."""
    verb = _finite(tokens, first, floor)
    if verb is None:
        return frozenset()
    start = verb
    while start > max(floor, verb - SUBJECT) and not _parts(tokens, start - 1):
        start -= 1
    phrase = _without_adverbial(tokens[start:verb])
    behind = next((at for at, token in enumerate(phrase) if at and token.lower in PREPOSITIONS), len(phrase))
    head = phrase[behind - 1] if behind else None
    if head is None or head.kind != "word" or (head.capital and (start or behind > 1)):
        return frozenset()
    if any(token.lower in _WHOSE for token in phrase[:behind]):
        return frozenset()  # "our teams": whoever that is
    return senses_of_word(head.lower)


def _finite(tokens: Tokens, first: int, floor: int) -> int | None:
    """Where the subject of the verb before a figure ends: before its auxiliaries."""
    verb = _verb_place(tokens, first, floor)
    if verb is None or tokens[verb].lower in SAYING:
        return None
    while verb > floor and (tokens[verb - 1].lower in AUXILIARIES or tokens[verb - 1].lower.endswith("ly")):
        verb -= 1
    return verb if verb > floor else None


def _closes(token: Token) -> bool:
    """Before the subject: a sign, "when", "that", "said", another verb."""
    return token.kind == "sign" or token.lower in _BEFORE_SUBJECTS


def _parts(tokens: Tokens, at: int) -> bool:
    """The same with prepositions kept, and with hyphens inside of words."""
    token = tokens[at]
    if token.kind == "sign":
        return token.text not in ("-", "‐", "‑")
    return token.lower in CONJUNCTIONS - {"and"} or token.lower in SAYING


def _without_adverbial(phrase: Tokens) -> Tokens:
    """ "In Harrow the flood": what stands before the subject with a preposition is none of it."""
    if not phrase or phrase[0].lower not in PREPOSITIONS:
        return phrase
    articles = [at for at, token in enumerate(phrase) if at > 1 and token.lower in DETERMINERS]
    return phrase[articles[0] :] if articles else phrase[-1:]


def _may_be_a_name(token: Token) -> bool:
    """Whether the first word of a sentence is no word that is known to be another."""
    word = token.lower
    return token.kind == "word" and word not in _NONE and not word.endswith(("s", "ing", "ed")) and not is_known(word)
