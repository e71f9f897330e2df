"""Claims without a figure: whether one sentence of a source, or two that follow, say it in nearly the same words.

A statement is found where nearly all words that say something, and all its names,
stand together and none of the two is denied. A claim about a date or a place asks
for the words of its event and lets the date or place decide.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .answers import Proof, ProofPart, Sameness, Why
from .context import names_of, senses_in, share_of_topics
from .names import akin
from .negation import mode_at
from .question import Question
from .source import SourceText

MOST = 40  # sentences that are read for one claim
NEARLY_ALL = 0.85  # of the words of a statement
EVENT = 0.6  # of the words of an event whose date or place is asked for
NEAR = 0.5  # from here on it is a near miss
FEWEST = 3  # words and names that a statement must have, or anything would say it


@dataclass(slots=True)
class Said:
    """`sentences` say what the claim speaks of, best first; `misses` come near."""

    sentences: list[int] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    misses: list[Proof] = field(default_factory=list)
    read: int = 0
    truncated: bool = False


def sentences_that_say(question: Question, source: SourceText, needed: float = NEARLY_ALL) -> Said:
    found = Said()
    if len(question.topics) + len(question.names) < FEWEST and needed == NEARLY_ALL:
        return found
    ranked = _ranked(question, source)
    found.read, found.truncated = min(len(ranked), MOST), len(ranked) > MOST
    weighed = sorted((_weigh(question, source, at), at) for at in ranked[:MOST])
    for (minus, together), at in sorted(((weight, at) for weight, at in weighed), key=lambda item: (item[0], item[1])):
        share = -minus
        if share < NEAR:
            break
        why = _why(question, source, at, share, needed)
        proof = _proof(source, at, together, "same" if not why else "unknown", why)
        if why:
            found.misses.append(proof)
        else:
            found.sentences.append(at)
            found.proofs.append(proof)
    return found


def _ranked(question: Question, source: SourceText) -> list[int]:
    """The sentences with most of the words, best first."""
    hits: Counter[int] = Counter()
    for topic in question.topics:
        hits.update({at for key in topic for at in source.with_key(key)})
    least = max(1, len(question.topics) // 3)
    return sorted((at for at, count in hits.items() if count >= least), key=lambda at: (-hits[at], at))


def _weigh(question: Question, source: SourceText, at: int) -> tuple[float, int]:
    """The share of words and names that a sentence has, alone or with the one before; negative, for sorting."""
    alone = _share(question, source, (at,))
    if at and alone < 1:
        both = _share(question, source, (at - 1, at))
        if both > alone:
            return -(both - 0.001), 1
    return -alone, 0


def _share(question: Question, source: SourceText, sentences: tuple[int, ...]) -> float:
    senses = frozenset().union(*(senses_in(source, at) for at in sentences))
    names = {name for at in sentences for name in names_of(source, at)}
    whole = len(question.topics) + len(question.names)
    if not whole:
        return 0.0
    topics = share_of_topics(question, senses) * len(question.topics) if question.topics else 0.0
    named = sum(1 for name in question.names if any(akin(name, other) for other in names))
    return (topics + named) / whole


def _why(question: Question, source: SourceText, at: int, share: float, needed: float) -> Why:
    tokens = source.heard(at).tokens
    if share < needed - 0.002:
        return "other_words"
    names = {name for near in (at - 1, at) if near >= 0 for name in names_of(source, near)}
    if not all(any(akin(name, other) for other in names) for name in question.names):
        return "other_group"
    mode = mode_at(tokens, len(tokens), len(tokens))
    if mode == question.mode:
        return ""
    return "denied" if "denied" in (mode, question.mode) else "unreal"


def _proof(source: SourceText, at: int, together: int, subject: Sameness, why: Why, part: ProofPart = "words") -> Proof:
    start, end = source.spans[at - together][0], source.spans[at][1]
    return Proof(
        start=start,
        end=end,
        exact=source.text[start:end],
        sentence=(start, end),
        part=part,
        subject=subject,
        negated=why in ("denied", "unreal"),
        why=why,
    )
