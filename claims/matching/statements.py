"""Claims without a figure: which sentences of a source, or two that follow each other, speak of what they speak of.

`share` is how many of the words that say something, and of the names, stand there.
The first verb of the claim must be among them; what is denied on one side only is
not the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .answered import is_denied_behind
from .answers import Proof, Why
from .context import names_of
from .deeds import own_verb
from .names import akin
from .negation import agree, mode_at
from .phrasals import spoken, widened
from .question import Question
from .roles import is_turned_round
from .senses import senses_of, stems_of_sense
from .source import SourceText
from .stems import stem

MOST = 40  # sentences that are read for one claim
NEAR = 0.5  # from here on a sentence is a near miss
HAPPENING = frozenset(("fought", "held", "happened", "occurred", "place", "began", "broke", "struck", "staged"))
ALONE = 0.001  # by so much a sentence is better than two that say the same


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that speaks of it. `span` are the tokens of it that do; `together` with the one before."""

    at: int
    share: float
    span: tuple[int, int]
    together: bool


@dataclass(slots=True)
class Said:
    """Best first; `misses` come near."""

    tellings: list[Telling] = field(default_factory=list)
    misses: list[Proof] = field(default_factory=list)
    read: int = 0
    truncated: bool = False


def sentences_that_say(question: Question, source: SourceText, needed: float) -> Said:
    found = Said()
    ranked = _ranked(question, source)
    found.read, found.truncated = min(len(ranked), MOST), len(ranked) > MOST
    tellings = [_telling(question, source, at) for at in ranked[:MOST]]
    for telling in sorted(tellings, key=lambda telling: (-telling.share, telling.at)):
        if telling.share < NEAR:
            break
        why = _why(question, source, telling, needed)
        if why:
            found.misses.append(words_proof(source, telling, why))
        else:
            found.tellings.append(telling)
    return found


def _ranked(question: Question, source: SourceText) -> list[int]:
    """The sentences with most of the words, best first."""
    hits: Counter[int] = Counter()
    for topic in _topics(question):
        stems = {key for sense in topic for key in stems_of_sense(sense)}
        hits.update({at for key in sorted(stems) for at in source.with_key(key)})
    if not question.topics:
        hits.update({at for name in event_names(question) for at in source.with_key(stem(name))})
    least = max(1, len(question.topics) // 3)
    return sorted((at for at, count in hits.items() if count >= least), key=lambda at: (-hits[at], at))


def _telling(question: Question, source: SourceText, at: int) -> Telling:
    alone = _share(question, source, (at,))
    both = _share(question, source, (at - 1, at)) - ALONE if at and alone < 1 else 0.0
    return Telling(at, max(alone, both), _span(question, source, at), both > alone)


def _share(question: Question, source: SourceText, sentences: tuple[int, ...]) -> float:
    words = {pair for at in sentences for pair in spoken(source.heard(at).tokens)}
    names = {name for at in sentences for name in names_of(source, at)}
    wanted = event_names(question)
    topics = _topics(question)
    whole = len(topics) + len(wanted)
    if not whole:
        return 0.0
    known = frozenset().union(*topics)
    telling = [senses for _, senses in words if senses & known]
    # One word speaks of one thing: "agreed" is not "accord" and "signed" at once.
    told = min(len(telling), sum(1 for topic in topics if any(topic & senses for senses in telling)))
    return (told + sum(1 for name in wanted if any(akin(name, other) for other in names))) / whole


def _topics(question: Question) -> tuple[frozenset[str], ...]:
    return tuple(widened(topic, question.asked.quote) for topic in question.topics)


def event_names(question: Question) -> frozenset[str]:
    """The names of a claim but that of its place, which is asked for apart."""
    return question.names - question.place_names


def _span(question: Question, source: SourceText, at: int) -> tuple[int, int]:
    """From the first token of a sentence that the claim speaks of to the one behind the last, up to a clause's end."""
    tokens = source.heard(at).tokens
    told = [n for n, token in enumerate(tokens) if any(topic & senses_of(token) for topic in question.topics)]
    if not told:
        return (0, len(tokens))
    last = told[0]
    for n in told[1:]:
        if any(token.text in (";", ":") for token in tokens[last:n]):
            break
        last = n
    return (told[0], last + 1)


def _why(question: Question, source: SourceText, telling: Telling, needed: float) -> Why:
    if telling.share < needed - 2 * ALONE:
        return "other_words"
    near = (telling.at - 1, telling.at) if telling.together else (telling.at,)
    names = {name for at in near for name in names_of(source, at)}
    if not all(any(akin(name, other) for other in names) for name in event_names(question)):
        return "other_group"
    verb = widened(own_verb(question), question.asked.quote)
    if verb and not any(verb & senses for _, senses in spoken(source.heard(telling.at).tokens)):
        return "other_words"
    if not question.topics and not _happens(source, telling.at):
        return "other_words"
    if is_turned_round(question, source.heard(telling.at).tokens):
        return "other_words"
    mode = mode_at(source.heard(telling.at).tokens, telling.span[1] - 1, telling.span[1])
    if mode != "asked" and is_denied_behind(source.text, source.spans[telling.at][1]):
        mode = "denied"
    if agree(question.mode, mode):
        return ""
    return "denied" if "denied" in (mode, question.mode) else "unreal"


def _happens(source: SourceText, at: int) -> bool:
    """Whether a sentence tells that something took place, for a claim of a name and a date that tells no more."""
    return any(token.lower in HAPPENING for token in source.heard(at).tokens)


def words_proof(source: SourceText, telling: Telling, why: Why = "") -> Proof:
    start, end = source.spans[telling.at - telling.together][0], source.spans[telling.at][1]
    return Proof(
        start=start,
        end=end,
        exact=source.text[start:end],
        sentence=(start, end),
        part="words",
        subject="unknown" if why else "same",
        negated=why in ("denied", "unreal"),
        why=why,
    )
