"""Verbs of two words by the one that says the same: "turned the money down" is rejected it, "set up" is founded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claims.extraction.words import Token, read_words

from .senses import senses_of, senses_of_word
from .stems import stem

WITHIN = 6  # tokens from the verb to its other word, as in "turned the first offer down"
_LINES = (
    "turned down: rejected",
    "voted against: rejected",
    "voted down: rejected",
    "threw out: rejected",
    "thrown out: rejected",
    "voted for: approved",
    "set up: founded",
    "put up: erected",
    "called off: cancelled",
    "broke out: began",
    "shut down: closed",
    "took over: acquired",
    "stepped down: resigned",
    "pulled out: withdrew",
    "blew up: exploded",
    "handed over: delivered",
    "taken on: hired",
    "took on: hired",
    "laid off: dismissed",
    "knocked down: demolished",
    "pulled down: demolished",
    "torn down: demolished",
    "gave up: abandoned",
    "given up: abandoned",
    "ruled out: excluded",
    "backed out: withdrew",
    "burned down: burned",
    "brought in: introduced",
)


def _table() -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for line in _LINES:
        pair, _, word = line.partition(": ")
        verb, particle = pair.split()
        found.setdefault(stem(verb), {})[particle] = senses_of_word(word)
    return found


PHRASALS = _table()


def spoken(tokens: Sequence[Token]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each word that says something, with its senses and those of the verb of two words that it begins."""
    for at, token in enumerate(tokens):
        senses = senses_of(token)
        if token.kind == "word" and (known := PHRASALS.get(stem(token.lower))):
            for following in tokens[at + 1 : at + 1 + WITHIN]:
                if following.kind == "sign":
                    break
                senses |= known.get(following.lower, frozenset())
        if senses:
            yield token.lower, senses


@lru_cache(maxsize=1024)
def phrases_of(quote: str) -> Mapping[str, frozenset[str]]:
    """From the stem of each verb of two words in a claim to what else it may be called."""
    words = spoken(read_words(quote).tokens)
    return {stem(word): senses for word, senses in words if stem(word) in PHRASALS and senses - senses_of_word(word)}


def widened(senses: frozenset[str], quote: str) -> frozenset[str]:
    """The senses of a word of a claim, with those of the verb of two words that it begins there."""
    phrases = phrases_of(quote)
    return senses.union(*(phrases[key] for key in senses if key in phrases)) if phrases else senses
