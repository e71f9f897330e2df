"""Claims without a figure: the words find the sentence, and the date and the place of the claim decide there.

A claim that has neither is a statement: found where nearly all of its words stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .answers import Finding, PartSupport, Proof, Relation
from .beside import ORDER, Spot, date_support, place_support
from .deeds import own_verb
from .question import Question
from .senses import senses_of
from .source import SourceText
from .statements import Said, Telling, event_names, sentences_that_say, words_proof

NEARLY_ALL = 0.85  # of the words of a statement
EVENT = 0.6  # of the words of an event whose date or place is asked for
CONTRADICTED = 0.7  # of them, where the date or place is another one
FEWEST = 2  # words and names that a statement must have, or anything would say it
LONG = 5  # words of a statement that is found without its date and place
MOST_PROOFS = 8


@dataclass(slots=True)
class Told:
    finding: Finding = "absent"
    relation: Relation = ""
    proofs: list[Proof] = field(default_factory=list)
    date: PartSupport | None = None
    place: PartSupport | None = None
    said: Said = field(default_factory=Said)


def events_of(question: Question, source: SourceText) -> Told:
    asked = question.asked
    if asked.date is None and asked.place is None:
        return _statement(question, source)
    said = sentences_that_say(question, source, EVENT)
    answers = [_answer(question, source, telling) for telling in said.tellings]
    answers.sort(key=lambda told: (_RANK[told.finding], ORDER.index(told.relation)))
    best = answers[0] if answers else Told()
    best.said = said
    if best.finding == "absent":
        said.misses[:0] = [replace(words_proof(source, telling, "unclear")) for telling in said.tellings]
    return best


_RANK = {"found": 0, "differs": 1, "absent": 2}


def _statement(question: Question, source: SourceText) -> Told:
    if len(question.topics) + len(question.names) < FEWEST:
        return Told()
    said = sentences_that_say(question, source, NEARLY_ALL)
    proofs = [words_proof(source, telling) for telling in said.tellings[:MOST_PROOFS]]
    return Told("found" if proofs else "absent", "", proofs, said=said)


def _answer(question: Question, source: SourceText, telling: Telling) -> Told:
    """What one sentence says to the date and the place; the words alone are enough only for a long statement."""
    spot = _spot(question, source, telling)
    date = date_support(question.asked.date, source, spot)
    place = place_support(question.asked.place, source, spot)
    deciding = _deciding(question, date, place)
    whole = len(question.topics) + len(event_names(question))
    finding, relation = _finding(question, telling, deciding, (date, place), whole)
    proofs = [part.proof for part in (deciding, date, place) if part and part.proof] if finding != "absent" else []
    words = [words_proof(source, telling)] if finding != "absent" else []
    return Told(finding, relation, list(dict.fromkeys([*proofs, *words])), date, place)


def _finding(
    question: Question,
    telling: Telling,
    deciding: PartSupport | None,
    parts: tuple[PartSupport | None, PartSupport | None],
    whole: int,
) -> tuple[Finding, Relation]:
    if any(part and part.finding == "differs" for part in parts):
        sure = telling.share >= CONTRADICTED and whole > 1
        return ("differs", "disjoint") if sure else ("absent", "")
    if deciding and deciding.finding == "found":
        close = deciding.relation in ("identical", "equivalent", "inside")
        return ("found", deciding.relation) if whole > 1 or close else ("absent", "")
    is_statement = question.asked.kind == "statement"
    if is_statement and telling.share >= NEARLY_ALL - 0.01 and whole >= LONG:
        return "found", ""
    return "absent", ""


def _deciding(question: Question, date: PartSupport | None, place: PartSupport | None) -> PartSupport | None:
    """The part that the claim is about; of two that agree, the one that agrees less."""
    if date and place and date.finding == place.finding == "found":
        return max((date, place), key=lambda part: ORDER.index(part.relation))
    if question.asked.kind == "location" and place:
        return place
    return date or place


def _spot(question: Question, source: SourceText, telling: Telling) -> Spot:
    """Where the claim's own verb stands, for its date and place are asked; else all that speaks of the claim."""
    tokens = source.heard(telling.at).tokens
    first, after = telling.span
    verb = own_verb(question)
    verbs = [token for token in tokens[first:after] if verb & senses_of(token)]
    if len(verbs) == 1:
        return Spot(telling.at, verbs[0].start, verbs[0].end)
    return Spot(telling.at, tokens[first].start, tokens[after - 1].end)
