"""The figures of a source held against the figure of a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claims.extraction.parts import Figure

from .answered import is_denied_behind
from .answers import Proof, Relation, Why
from .candidates import sentences_for
from .context import Around
from .conversions import Value, slack_between, values_of
from .heard import Heard
from .hedges import hedge_of
from .intervals import relation_of
from .negation import agree, mode_at
from .question import Question
from .source import SourceText
from .subjects import Judged, judge, plainly_other
from .things import tokens_of
from .writing import written_alike

# The better relation first; of equals, the stronger agreement, then the earlier place.
ORDER: tuple[Relation, ...] = ("identical", "equivalent", "inside", "wider", "overlaps", "disjoint")
EXACT = 2  # so many at the front of the order are the very value
GROUNDING = frozenset(ORDER[:-1])
RATES = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"))
MOST_FIGURES = 1_500  # that are held against one claim
MOST_PROOFS = 8
MOST_MISSES = 8


@dataclass(slots=True)
class Found:
    """`proofs` are of the same thing, best first."""

    proofs: list[Proof] = field(default_factory=list)
    misses: list[Proof] = field(default_factory=list)
    read: int = 0
    figures: int = 0
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    proof: Proof
    judged: Judged
    same_number: bool = False

    @property
    def rank(self) -> tuple[int, float, int]:
        return (self._place, -self.judged.strength, self.proof.start)

    @property
    def _place(self) -> int:
        """The same number with another hedge says more of the claim than another number that happens to fit."""
        order = ORDER.index(self.proof.relation or "disjoint")
        return order if order < EXACT else EXACT if self.grounds and self.same_number else order + 1

    @property
    def grounds(self) -> bool:
        return self.proof.relation in GROUNDING

    @property
    def may_ground(self) -> bool:
        return self.proof.why == "unclear" and self.proof.relation in ORDER[:EXACT]

    @property
    def holds(self) -> bool:
        """Another number than the claim's must be sure to be of the same thing, whether it fits or contradicts."""
        near = self.grounds and (self.same_number or self.proof.relation in ORDER[:EXACT])
        return near or self.judged.sure


def figures_of(question: Question, source: SourceText) -> Found:
    sentences, truncated = sentences_for(question, source)
    found = Found(truncated=truncated)
    same: list[_Candidate] = []
    misses: list[_Candidate] = []
    for at in sentences:
        if found.figures > MOST_FIGURES:
            found.truncated = True
            break
        heard = source.heard(at)
        found.read += 1
        found.figures += len(heard.figures)
        for candidate in _candidates(question, source, at, heard):
            (misses if candidate.proof.why else same).append(candidate)
    same.sort(key=lambda candidate: candidate.rank)
    same = _without_unsure(same, misses)
    misses.sort(key=lambda candidate: candidate.rank)
    found.proofs = [candidate.proof for candidate in same[:MOST_PROOFS]]
    found.misses = [candidate.proof for candidate in misses[:MOST_MISSES]]
    return found


def _without_unsure(same: list[_Candidate], misses: list[_Candidate]) -> list[_Candidate]:
    misses += [_with_why(candidate, "unclear") for candidate in same if not candidate.holds]
    held = [candidate for candidate in same if candidate.holds]
    if any(candidate.grounds for candidate in held) or not any(candidate.may_ground for candidate in misses):
        return held
    misses += [_with_why(candidate, "unclear") for candidate in held]
    return []  # a figure with the very value, of which it is not clear what it counts: nothing contradicts for sure


def _with_why(candidate: _Candidate, why: Why) -> _Candidate:
    proof = replace(candidate.proof, why=why, subject="unknown", hedge="")
    return replace(candidate, proof=proof)


def _candidates(question: Question, source: SourceText, at: int, heard: Heard) -> Iterator[_Candidate]:
    around = Around(source, at)
    for figure in heard.figures:
        candidate = _candidate(question, source, heard, figure, around)
        if candidate:
            yield candidate


def _candidate(
    question: Question, source: SourceText, heard: Heard, figure: Figure, around: Around
) -> _Candidate | None:
    """None for a figure of which nothing needs to be said: another thing and another value."""
    relation, fits = _relation(question, _with_rate(question, heard, figure))
    if not fits:
        if not _same_number(question, figure):
            return None
        return _made(question, source, heard, figure, relation, Judged("other", "other_unit"), negated=False)
    if relation == "disjoint" and plainly_other(question, figure):
        return None
    judged = judge(question, heard, figure, around, relation)
    near = relation in ("identical", "equivalent", "inside")
    if judged.why and not (near or judged.subject == "unknown"):
        return None
    negated = False
    if not judged.why:
        judged, negated = _as_meant(question, source, heard, figure, judged)
    return _made(question, source, heard, figure, relation, judged, negated=negated)


def _with_rate(question: Question, heard: Heard, figure: Figure) -> Figure:
    """ "Each day the plant burns 5,000 tonnes", where the claim has a rate."""
    mine = question.asked.figure
    if mine is None or not mine.per or figure.per:
        return figure
    words = [token.lower for token in heard.tokens]
    turns = (words[at + 1] for at, word in enumerate(words[:-1]) if word in ("each", "every", "per"))
    per = next((word for word in turns if word in RATES), None)
    return replace(figure, per=per) if per else figure


def _relation(question: Question, figure: Figure) -> tuple[Relation, bool]:
    """The best relation of the two figures in a common unit, and whether there is one."""
    found = [
        _of_values(theirs, mine)
        for theirs in values_of(figure)
        for mine in question.values
        if theirs.dimension == mine.dimension
    ]
    if not found:
        return "", False
    relation = min(found, key=ORDER.index)
    mine = question.asked.figure
    if relation == "identical" and mine is not None and not written_alike(mine, figure):
        relation = "equivalent"
    return relation, True


def _of_values(theirs: Value, mine: Value) -> Relation:
    return relation_of(theirs.interval, mine.interval, slack_between(theirs, mine))


def _same_number(question: Question, figure: Figure) -> bool:
    """The same bounds, whatever the hedge makes of them: "about 600", "over 600"."""
    mine = question.asked.figure
    return mine is not None and _bounds(mine) == _bounds(figure)


def _bounds(figure: Figure) -> set[Decimal]:
    return {bound for bound in (figure.low, figure.high) if bound is not None}


def _as_meant(
    question: Question, source: SourceText, heard: Heard, figure: Figure, judged: Judged
) -> tuple[Judged, bool]:
    """What is denied or only planned grounds nothing, unless the claim says it in the same way."""
    mode = mode_at(heard.tokens, *tokens_of(heard.tokens, figure.start, figure.end))
    if mode != "asked" and is_denied_behind(source.text, heard.end):
        mode = "denied"
    if question.mode == "denied" and mode == "real" and (voice := heard.voice_of(figure)):
        mode = "denied" if voice.mode in ("denies", "doubts") else mode
    if agree(question.mode, mode):
        return judged, False
    return Judged("same", "denied" if "denied" in (mode, question.mode) else "unreal", judged.strength), True


def _made(
    question: Question,
    source: SourceText,
    heard: Heard,
    figure: Figure,
    relation: Relation,
    judged: Judged,
    *,
    negated: bool,
) -> _Candidate:
    mine = question.asked.figure
    start, end = heard.start + figure.start, heard.start + figure.end
    hedge = hedge_of(figure.comparator, mine.comparator) if mine and not judged.why else ""
    proof = Proof(
        start=start,
        end=end,
        exact=source.text[start:end],
        sentence=(heard.start, heard.end),
        part="figure",
        relation=relation,
        hedge=hedge,
        subject=judged.subject,
        comparator=figure.comparator,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        counted=figure.counted,
        negated=negated,
        why=judged.why,
    )
    return _Candidate(proof, judged, _same_number(question, figure))
