"""Sources of a noun of saying: Ukraine's claim, estimates by war monitors, a figure from the coalition."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from . import grammar, states
from .complements import QUOTES, STOPS, figure_within
from .cues import CLAIM_TO, CUES, SAYINGS, SURE_SAYINGS
from .following import phrase_after
from .naming import PUBLISHED, Phrase
from .preceding import phrase_before
from .subjects import with_apposition
from .tokens import Tokens
from .voice import Voice

FAR = 22  # tokens between "Estimates" and the "by" of who made them
OPENERS = frozenset("reports estimates figures claims allegations accusations data statistics".split())


def read_noun(tokens: Tokens, i: int) -> Voice | None:
    """The source of the noun of saying at token i."""
    if tokens[i].capital and i > 0:
        return None
    return _possessor(tokens, i) or _maker(tokens, i)


def _possessor(tokens: Tokens, i: int) -> Voice | None:
    """X in "X's latest estimate"."""
    for j in range(i - 1, max(0, i - 5), -1):
        if tokens[j].kind == "possessive":
            break
        if (tokens[j].kind == "sign" and tokens[j].text != "-") or tokens[j].lower in grammar.PREPOSITIONS:
            return None
    else:
        return None
    phrase = phrase_before(tokens, j - 1, owner=True)
    if phrase is None or phrase.sort == "document" or _is_thing_said_about(tokens, i):
        return None
    word = tokens[i].lower
    if word not in SURE_SAYINGS and not _says(tokens, i + 1):
        return None
    return Voice(phrase, i, i + 1, SAYINGS[word])


def _is_thing_said_about(tokens: Tokens, i: int) -> bool:
    """ "Argentina's claim to the islands", "Spain's territorial claims"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower.startswith("claim") and (
        after in CLAIM_TO or tokens[i - 1].lower in ("territorial", "insurance", "maritime")
    )


def _says(tokens: Tokens, after: int) -> bool:
    """Something said follows: "that …", "of 3,000", a quotation."""
    if after >= len(tokens):
        return False
    if tokens[after].lower in ("that", ":") or tokens[after].text in QUOTES or tokens[after].lower in CUES:
        return True
    return tokens[after].lower in ("of", "for", "is", "was", "put") and figure_within(tokens, after, 7) >= 0


def _maker(tokens: Tokens, i: int) -> Voice | None:
    """X in "estimates by X", "a figure from X", "figures released by X", "Estimates of the toll, by X, range"."""
    at = i + 1
    if at < len(tokens) and tokens[at].lower in PUBLISHED:
        at += 1
    if at + 1 >= len(tokens):
        return None
    if tokens[at].lower in ("by", "from"):
        return _made_by(tokens, i, at)
    if i <= 1 and tokens[i].lower in OPENERS:
        return _made_far_by(tokens, i)
    return None


def _made_by(tokens: Tokens, i: int, at: int) -> Voice | None:
    phrase = phrase_after(tokens, at + 1)
    if phrase is None or phrase.sort == "document" or not _can_make(tokens, phrase, tokens[at].lower):
        return None
    begin = i
    if begin and tokens[begin - 1].lower in grammar.ARTICLES:
        begin -= 1
    return Voice(with_apposition(tokens, phrase), begin, at + 1, SAYINGS[tokens[i].lower])


def _can_make(tokens: Tokens, phrase: Phrase, preposition: str) -> bool:
    """ "data from Africa" and "figures from March" come from places and times, not from sources."""
    first = tokens[phrase.start].lower
    if preposition == "by":
        return first not in grammar.TIMES
    named = tokens[phrase.head].lower
    return phrase.sort == "speaker" or (named not in states.STATES and named not in grammar.TIMES)


def _made_far_by(tokens: Tokens, i: int) -> Voice | None:
    for j in range(i + 1, min(len(tokens) - 1, i + FAR)):
        token = tokens[j]
        if token.text in STOPS:
            return None
        if token.lower not in ("by", "from"):
            continue
        own = j and tokens[j - 1].lower.endswith("ed")  # "killed by police" is no authorship
        phrase = None if own else phrase_after(tokens, j + 1)
        if phrase and phrase.sort == "speaker" and tokens[phrase.head].lower in FAR_SPEAKERS:
            return Voice(phrase, i, i + 1, SAYINGS[tokens[i].lower])
    return None


# Bodies that make reports and estimates, as against the many who do something in them.
FAR_SPEAKERS = frozenset(
    """
    agency agencies monitor monitors ministry ministries official officials researcher researchers expert
    experts analyst analysts historian historians scholar scholars economist economists group groups
    organisation organisations organization organizations ngo ngos institute institutes office bureau witnesses
    witness media newspaper newspapers observers observer intelligence journalist journalists scientists
    scientist authorities department observatory demographers watchdog watchdogs un commission service services
    sources
    """.split()
)
