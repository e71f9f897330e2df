"""The capitalised names of a sentence: every unbroken run of capitals, whatever it names.

"Rio de Janeiro", "Al-Shifa Hospital", "U.S. Air Force" and "Jordan Smith" are one run
each; "Bank of England" is two, and `linked` tells that "of" stands between them. Months,
weekdays and sentence openers ("However", "In") belong to no run.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.demonyms import DEMONYMS
from claims.extraction.words import Token, Words

from .gazetteer import fold
from .name_words import ABBREVIATED, CALENDAR, FUNCTION, HYPHENED, PARTICLES

CURRENCY_SIGNS = frozenset("$€£¥")
HYPHENS = frozenset("-‐‑–")
_LONGEST = 120  # characters of a name
_PARTICLES_MOST = 2  # "Rio de la Plata"


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [first, last) of a sentence. `tail`: a hyphen ties small letters to it ("London-based")."""

    first: int
    last: int
    tail: bool = False


def glued(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether nothing stands between a token and the one after it."""
    return at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start


def beside(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether at most one blank does: a mark that was blanked out parts two names."""
    return at + 1 < len(tokens) and tokens[at + 1].start - tokens[at].end <= 1


def starts_name(token: Token) -> bool:
    return (
        token.capital
        and token.kind == "word"
        and (token.lower not in FUNCTION or token.text in ("US", "IT"))
        and token.lower not in CALENDAR
    )


def key_of(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The folded name of tokens [first, last): "People's Republic" is one word and one. Nothing is that long: empty."""
    if tokens[last - 1].end - tokens[first].start > _LONGEST:
        return ""
    pieces = [token.text if token.kind == "possessive" else " " + token.text for token in tokens[first:last]]
    return fold("".join(pieces).replace(" - ", "-"))


def read_capitals(words: Words) -> list[Run]:
    """All runs, in order."""
    tokens, runs, at = words.tokens, [], 0
    while at < len(tokens):
        token = tokens[at]
        if not token.text[0].isupper() and (
            token.kind != "word" or at + 1 == len(tokens) or tokens[at + 1].text not in HYPHENS
        ):
            at += 1  # most words of a sentence
            continue
        start = _start(tokens, at)
        if start is None:
            at += 1
            continue
        run = _run(tokens, at, start)
        runs.append(run)
        at = run.last
    return runs


def _start(tokens: tuple[Token, ...], at: int) -> int | None:
    """The token a run that begins here must at least reach: itself, or the capital of "al-Shifa"."""
    token = tokens[at]
    if token.kind != "word" or (glued(tokens, at) and tokens[at + 1].text in CURRENCY_SIGNS):
        return None  # "US$2.2 billion" is money
    if token.capital:
        return at if starts_name(token) or _numbered(tokens, at) else None
    if (
        ((token.lower in HYPHENED and len(token.text) == 2) or token.lower == "sub")
        and at + 2 < len(tokens)
        and tokens[at + 1].text in HYPHENS
    ):
        tied = glued(tokens, at) and glued(tokens, at + 1) and not (at and glued(tokens, at - 1))
        return at + 2 if tied and tokens[at + 2].capital else None
    return None


def _numbered(tokens: tuple[Token, ...], at: int) -> bool:
    """A small word that begins a name behind an article: "the Three Gorges Dam", "the Second World War"."""
    if not at or tokens[at - 1].lower != "the" or at + 1 >= len(tokens) or tokens[at].lower in CALENDAR:
        return False
    return beside(tokens, at) and tokens[at + 1].capital and starts_name(tokens[at + 1])


def _run(tokens: tuple[Token, ...], first: int, reached: int) -> Run:
    last = reached + 1
    while last < len(tokens):
        step = _step(tokens, last)
        if step == 0:
            break
        last += step
    tail = last + 1 < len(tokens) and tokens[last].text in HYPHENS and glued(tokens, last - 1) and glued(tokens, last)
    return Run(first, last, tail)


def _step(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens from here on belong to the run that ends before them."""
    token = tokens[at]
    if not beside(tokens, at - 1):
        return 0
    if token.kind == "word" and token.capital:
        return int(starts_name(token) and not (token.lower in DEMONYMS and at > 1 and _closes(tokens, at)))
    if token.text in HYPHENS and glued(tokens, at - 1) and glued(tokens, at):
        return _after_hyphen(tokens, at)
    if token.text == "." and (tokens[at - 1].lower in ABBREVIATED or len(tokens[at - 1].text) == 1):
        return int(at + 1 < len(tokens) and starts_name(tokens[at + 1])) * 2 if beside(tokens, at) else 0
    if token.text == "&" and at + 1 < len(tokens) and beside(tokens, at) and tokens[at + 1].capital:
        return 2
    if token.kind == "word" and token.lower in PARTICLES:
        return _after_particles(tokens, at)
    return _ties(tokens, at)


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a demonym speaks of a small-lettered noun after it, and so ends no name: "in Beirut Israeli jets"."""
    return at + 1 < len(tokens) and tokens[at + 1].kind == "word" and not tokens[at + 1].capital


def _after_hyphen(tokens: tuple[Token, ...], at: int) -> int:
    following = tokens[at + 1]
    if following.kind == "word" and starts_name(following):
        return 2
    if following.lower in HYPHENED and glued(tokens, at + 1) and tokens[at + 2].text in HYPHENS:
        return 4 if glued(tokens, at + 2) and tokens[at + 3].capital else 0
    # "Bab el-Mandeb" comes here by its particle; "Mazar-e Sharif" ties the particle to the left.
    if following.lower in HYPHENED and at + 2 < len(tokens) and beside(tokens, at + 1) and tokens[at + 2].capital:
        return 3
    return 0


def _after_particles(tokens: tuple[Token, ...], at: int) -> int:
    for ahead in range(1, _PARTICLES_MOST + 1):
        if at + ahead >= len(tokens) or not beside(tokens, at + ahead - 1):
            return 0
        following = tokens[at + ahead]
        if following.kind == "word" and following.capital:
            return ahead + 1 if starts_name(following) else 0
        if following.text in HYPHENS and ahead == 1 and glued(tokens, at) and glued(tokens, at + 1):
            return 3 if tokens[at + 2].capital else 0
        if following.lower not in PARTICLES:
            return 0
    return 0


def _ties(tokens: tuple[Token, ...], at: int) -> int:
    """The two letters of an article with a hyphen to a capital: "Deir ez-Zor"."""
    if at + 2 >= len(tokens) or len(tokens[at].text) != 2 or tokens[at + 1].text not in HYPHENS:
        return 0
    return 3 if glued(tokens, at) and glued(tokens, at + 1) and tokens[at + 2].capital else 0
