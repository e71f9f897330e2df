"""Sources behind "by": estimated by the ministry, cited by the UN, dismissed by Moscow as propaganda."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.parts import Mode

from . import grammar
from .complements import FALSE, STOPS, figure_within
from .cues import BY, BY_WITH_FIGURE, CUES, DOUBTED_WHEN_NEGATED, SAYINGS
from .following import phrase_after
from .subjects import subject_before, verb_group, with_apposition
from .tokens import Tokens
from .voice import Voice

REACH = 8  # tokens between the verb and its "by": "estimated at 500 by", "described as a failure by"
BETWEEN = FALSE | frozenset(
    ("at", "as", "to", "in", "on", "only", "not", "also", "publicly", "officially", "independently")
)


def read_passive(tokens: Tokens, i: int) -> Voice | None:
    """The source behind the "by" of the past participle at token i."""
    cue = CUES[tokens[i].lower]
    if cue.tense != "past":
        return None
    if cue.verb in ("quote", "cite") and _as_saying(tokens, i):
        return _quoted(tokens, i)
    by = _by(tokens, i) if cue.verb in BY or _figure_is_subject(tokens, i) else -1
    if by < 0 or by + 1 >= len(tokens):
        return None
    if cue.verb in BY_WITH_FIGURE and not (
        _figure_is_subject(tokens, i) or figure_within(tokens, max(0, i - 8), 8 + by - i) >= 0 or _has_as(tokens, i, by)
    ):
        return None
    phrase = phrase_after(tokens, by + 1)
    if phrase is None:
        return None
    mode = _mode(tokens, i)
    if any(token.lower in FALSE for token in tokens[i:by]):
        mode = mode and "denies"  # "was described as false by"
    elif cue.need == "baseless":
        return None
    if mode is None:
        return None
    end = by + 1 if by == i + 1 else i + 1
    return Voice(with_apposition(tokens, phrase), i, end, mode)


def _figure_is_subject(tokens: Tokens, i: int) -> bool:
    """ "the figure was published by", "an estimate that is used by"."""
    return any(token.lower in SAYINGS for token in tokens[max(0, i - 5) : i])


def _by(tokens: Tokens, i: int) -> int:
    """The "by" that belongs to the participle at i; -1 when there is none."""
    if i + 1 < len(tokens) and tokens[i + 1].lower == "by":
        return i + 1
    if i + 1 >= len(tokens) or tokens[i + 1].lower not in BETWEEN:
        return -1
    for j in range(i + 2, min(len(tokens), i + REACH)):
        token = tokens[j]
        if token.lower == "by":
            return j
        if (
            token.text in STOPS
            or token.text == ","
            or (token.lower in grammar.AUXILIARIES and not (token.lower == "not" and tokens[j - 1].lower == "as"))
            or token.lower in grammar.CONJUNCTIONS
        ):
            return -1
        if (
            token.lower.endswith("ed") and token.kind == "word" and tokens[j - 1].lower != "as"
        ):  # another participle may own the "by"
            return -1
    return -1


def _has_as(tokens: Tokens, i: int, by: int) -> bool:
    around = tokens[max(0, i - 1) : min(len(tokens), by + 10)]
    return any(token.lower == "as" for token in around)


def _mode(tokens: Tokens, i: int) -> Mode | None:
    cue = CUES[tokens[i].lower]
    group = verb_group(tokens, i)
    if group.has(grammar.NEGATIONS):
        return "doubts" if cue.verb in DOUBTED_WHEN_NEGATED else None
    if group.has(grammar.MODALS) or "to" in group.helpers:
        return None
    return cue.mode


def _as_saying(tokens: Tokens, i: int) -> bool:
    nearby = tokens[i + 1 : i + 10]
    return any(a.lower == "as" and b.lower in ("saying", "stating", "telling") for a, b in pairwise(nearby))


def _quoted(tokens: Tokens, i: int) -> Voice | None:
    """ "the minister was quoted by Reuters as saying", "Reuters quoted the minister as saying": the minister."""
    group = verb_group(tokens, i)
    if not group.has(grammar.BE):
        phrase = phrase_after(tokens, i + 1)
        return Voice(phrase, i, i + 1, "states", passes=True) if phrase else None
    phrase = subject_before(tokens, group.start)
    relay = phrase_after(tokens, i + 2) if tokens[i + 1].lower == "by" and i + 2 < len(tokens) else None
    return Voice(phrase, i, i + 1, "states", relay=relay) if phrase else None
