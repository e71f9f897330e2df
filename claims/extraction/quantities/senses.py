"""Words that can be numbers and often are not: "one", "half", "a third", "double", "zero"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.voices.states import STATES
from claims.extraction.words import Token

from .closed_words import FATES, HARMING, STOPS
from .comparators import LIMITS, Sign, comparator_after, comparator_before
from .nouns import Noun
from .number_words import MULTIPLE_VERBS, MULTIPLES
from .numerals import ARTICLES, Numeral
from .operands import Operand
from .phrases import glued, wordset

Tokens = Sequence[Token]

_DASHES = frozenset("-‐‑–—−")


def is_a_figure(tokens: Tokens, operand: Operand, before: Sign | None, noun: Noun | None) -> bool:
    """Whether a number in words is a figure here. Digits always are."""
    numeral = operand.numeral
    if not numeral.spelled:
        return True
    if operand.unit is None and _is_part_of_an_adjective(tokens, operand, noun):
        return False
    if numeral.form == "share":
        return operand.unit is not None or _is_a_share(tokens, operand, before)
    lead = tokens[operand.first - 1].lower if operand.first else ""
    if numeral.high == 1 and tokens[numeral.first].lower == "one":
        return _counts_one(tokens, operand, before, noun)
    if numeral.high == 0:
        lead = tokens[numeral.first - 1].lower if numeral.first else ""
        return lead not in _NOT_ZERO_BEFORE and tokens[operand.after].lower not in ("tolerance", "in", "hour", "-")
    return lead not in _NAMED_BY_WORDS


_NOT_ZERO_BEFORE = wordset("ground absolute net patient year sub below above - –")
_NAMED_BY_WORDS = wordset("number day phase chapter act stage part round page room top version")


def _is_part_of_an_adjective(tokens: Tokens, operand: Operand, noun: Noun | None) -> bool:
    """ "two-way", "one-man", "zero-sum", "mid-fifties": a number word grown together with another word."""
    first, at = operand.first, operand.after
    before = tokens[first - 1]
    if first > 1 and before.text in _DASHES and glued(tokens, first - 1) and glued(tokens, first - 2):
        return tokens[first - 2].kind == "word"
    if tokens[at].text not in _DASHES or not (glued(tokens, at - 1) and glued(tokens, at)):
        return False
    return noun is None or operand.numeral.high < 2


# ── shares ──────────────────────────────────────────────────────────────────────────────────────

_HALVED = wordset("the its their his her our your my those these that all what were are had have was")
_COMPARED = wordset("more less fewer higher lower larger smaller as")
_HALF_OF_ITSELF = frozenset(["power", "speed", "capacity", "strength", "price", "pay", "cost"])
_RELATIVE = frozenset(["whom", "which", "them", "these", "those"])
# "the first half", "the other third": which one, not how much.
_WHICH = wordset("the first second other latter former last better this that next each every")


def _is_a_share(tokens: Tokens, operand: Operand, before: Sign | None) -> bool:
    """ "half of", "nearly a third", "by a quarter"; not "the second half", "a third attempt", "half empty"."""
    first, after = operand.numeral.first, operand.after
    start = before.at if before else operand.first
    lead = tokens[start - 1].lower if start else ""
    word, behind = tokens[first].lower, tokens[after].lower
    article = word in ARTICLES
    if behind == "of":
        return article or lead not in _WHICH or (lead == "the" and word != "half")
    if word != "half" and not article:
        return True
    if tokens[after].text in _DASHES and glued(tokens, after - 1):
        return False
    if behind in _COMPARED or (word == "half" and (before is not None or comparator_after(tokens, after))):
        return True
    if tokens[start - 1].lower in _RELATIVE and start > 1 and tokens[start - 2].lower == "of":
        return True  # "of whom a fifth own land"
    if lead in _WHICH:
        return False
    if (lead == "at" and behind in _HALF_OF_ITSELF) or (article and behind in ("are", "were", "have")):
        return True  # "at half speed", "a third were children"
    if word == "half" and behind in _HALVED:
        return True
    alone = not start and tokens[after].end < 0
    open_end = tokens[after].kind != "word" or behind in STOPS
    if before is not None and behind.endswith("ed") and before.sense in LIMITS:
        return True  # "less than a third funded"
    return alone or (open_end and (before is not None or lead in ("by", "to", "than")))


# ── one ─────────────────────────────────────────────────────────────────────────────────────────

_NOT_ONE_BEFORE = wordset(
    "no this that the each every any some which another whichever either neither number day phase chapter act",
    "formula our my your his her its first last next square version type model part room season episode level",
    "class grade ever",
)
# Behind "one": verbs of the pronoun ("one must"), and nouns that make an idiom of it ("one day", "on one hand").
_NOT_ONE_BEHIND = wordset(
    "another day time side hand thing point way must can may might should would could will is was has had who",
    "which that whose by such to and or does do cannot moment stage side's reason where when than as if at on in",
    "i we you he she they it even more fewer less",
    # What is said and not counted: "one fact is clear", "one question remains", "one account says".
    "fact question answer problem reason example exception possibility explanation account view theory lesson",
)
_DAYS_OF_ONE = wordset("in for just only than within after every")
_FROM_THEN = wordset("before after ahead short early late")  # "one day before the vote"


def _counts_one(tokens: Tokens, operand: Operand, before: Sign | None, noun: Noun | None) -> bool:
    """ "one soldier", "at least one of them"; not the pronoun ("this one", "one must", "one of the most")."""
    first, after = operand.first, operand.after
    start = before.at if before else first
    lead, behind = tokens[start - 1].lower if start else "", tokens[after].lower
    if before is not None and before.sense in LIMITS:
        return True
    if operand.unit is not None:
        # "one day" is once upon a time as often as it is a day
        hyphened = tokens[after - 2].text in _DASHES
        measured = lead in _DAYS_OF_ONE or behind in _FROM_THEN
        return tokens[after - 1].lower != "day" or hyphened or measured
    if behind in FATES or (first and tokens[first - 1].lower in HARMING | {"leaving"}):
        return True
    if lead in _NOT_ONE_BEFORE:
        return False
    if lead in ("only", "just"):
        return behind not in _NOT_ONE_BEHIND and behind != "of"
    if behind == "of" and tokens[after + 1].lower in _RELATIVE and start:
        return tokens[start - 1].text in ",(;–" or lead in ("and", "including")
    if tokens[after].text in _DASHES or behind == "of":
        return False
    # "the deal would mirror one Russia has with Iran": nobody counts Russias.
    if noun is None or tokens[noun.after - 1].lower in STATES:
        return False
    return behind not in _NOT_ONE_BEHIND and tokens[after].kind == "word"


# ── multiples ───────────────────────────────────────────────────────────────────────────────────

_MULTIPLIED = wordset("the that its their what those his as this")
_INFINITIVES = frozenset(["to", "would", "will", "could", "may", "should", "might"])


def read_multiple(tokens: Tokens, at: int) -> tuple[Numeral, Sign | None] | None:
    """ "doubled", "more than tripled", "twice the size": how many times, and the comparator before it."""
    word, following = tokens[at].lower, tokens[at + 1]
    value = MULTIPLES.get(word) or MULTIPLE_VERBS.get(word)
    named = tokens[at].capital and (following.capital or (at > 0 and tokens[at - 1].capital))
    if value is None or following.lower in ("down", "up") or named:
        return None
    before = comparator_before(tokens, at)
    if word in MULTIPLE_VERBS:
        changes = before is not None or following.lower in _MULTIPLIED or tokens[at - 1].lower in _INFINITIVES
        if not changes:
            return None
    if before and before.sense in ("between", "from"):
        before = None
    return Numeral(at, at + 1, value, value), before
