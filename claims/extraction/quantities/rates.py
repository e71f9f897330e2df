"""What a figure is per: "200 a day", "3 deaths per 100,000 people", "$15/hour", "annually"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.words import Token

from . import unit_names
from .closed_words import STOPS
from .number_words import SCALES
from .phrases import glued, wordset
from .units import measure_at, singular

Tokens = Sequence[Token]

_HYPHENS = frozenset("-‐‑–")
_TURNS = frozenset({"a", "an", "each", "every", "per"})
_RATED = wordset("head person share barrel unit household family capita vote piece time")
# "a year ago", "a day later": when, not how often.
_WHEN = wordset("ago later earlier before after old from since prior previously on in")
_ADVERBS = {
    "annually": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour",
    "apiece": "piece", "nightly": "night", "quarterly": "quarter",
}  # fmt: skip


def rate_of(tokens: Tokens, after: int, behind: int) -> tuple[int, str | None]:
    """The rate of a figure, right behind it or behind what it counts; with the place where the search ended."""
    found = rate_at(tokens, after) or (rate_at(tokens, behind) if behind > after else None)
    if found is None:
        return after, None
    more = rate_at(tokens, found[0])  # "3 per 100,000 people per year"
    return (more[0], f"{found[1]} per {more[1]}") if more else found


def rate_at(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """What a rate is per, and where it ends: "a day", "per 100,000 people", "/hour", "annually"."""
    token = tokens[at]
    if token.text in _HYPHENS and glued(tokens, at - 1) and tokens[at + 1].lower in ("a", "per"):
        return _turn(tokens, at + 1, at + 3) if tokens[at + 2].text in _HYPHENS else None
    if token.lower == "per" and tokens[at + 1].lower not in ("cent", "se", "hour's"):
        return _denominator(tokens, at + 1)
    if token.lower in _TURNS:
        return _turn(tokens, at, at + 1)
    if token.text == "/" and tokens[at + 1].kind == "word" and glued(tokens, at - 1) and glued(tokens, at):
        unit = measure_at(tokens, at + 1)
        return (unit.after, singular(unit.name)) if unit else (at + 2, tokens[at + 1].lower)
    if token.lower not in _ADVERBS or (tokens[at + 1].kind == "word" and tokens[at + 1].lower not in STOPS):
        return None  # "21 yearly payments"
    return at + 1, _ADVERBS[token.lower]


def _turn(tokens: Tokens, article: int, at: int) -> tuple[int, str] | None:
    word = tokens[at].lower
    name = unit_names.TIME.get(word)
    when = tokens[at + 1].lower in _WHEN and tokens[at + 2].lower != "average"  # "9 a day on average"
    if name and name != word and not when and tokens[at + 1].kind != "possessive":
        return at + 1, singular(name)
    if word in ("night", "season", "quarter", "shift", *_RATED) and tokens[article].lower != "the":
        return at + 1, word
    measure = unit_names.MEASURES.get(word)
    return (at + 1, singular(measure)) if measure and measure != word else None


def _denominator(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """ "per 100,000 people", "per square kilometre", "per head", "per thousand live births"."""
    if tokens[at].kind == "number" or tokens[at].lower in SCALES:
        after = at + 1
        while after < at + 4 and tokens[after].kind == "word" and tokens[after].lower not in _CLOSING:
            after += 1
        return after, " ".join(token.text for token in tokens[at:after])
    unit = measure_at(tokens, at)
    if unit:
        return unit.after, singular(unit.name)
    if tokens[at].kind != "word":
        return None
    return at + 1, tokens[at].lower


_CLOSING = wordset(
    "in of and or at by for from to with on as is are was were had has have per than compared each over during"
)
