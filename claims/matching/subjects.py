"""Whether a figure of a source counts what the figure of a claim counts.

"same" asks for a measure that fits, nouns of one sense, the same fate, no other
owner, place or time, and for words or names of the claim in the sentence or
before it. What only lacks the last is "unknown"; all else is "other", with why.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.parts import Figure
from claims.extraction.quantities.phrases import wordset

from .answers import Relation, Sameness, Why
from .cases import Case, case_of
from .context import Around, share_of_topics
from .heard import Heard
from .names import meet
from .owners import RULES as OWNERS
from .question import Question
from .senses import implied, senses_of_word
from .subject_words import PERSONS, WIDE
from .things import noun_of, thing_of

# Words that a text takes up somebody or something with whom it has named before.
GENERAL = frozenset().union(
    *map(
        senses_of_word,
        wordset(
            "vessel ship boat company firm group team teams authorities government officials agency body institution",
            "organisation organization building complex city town village country nation state army military forces",
            "administration club association institute centre center facility site machine device outlet paper",
        ),
    )
)
PRECISE = 3  # significant digits
ENOUGH = 0.34  # of the topics of a claim, where things are counted
MEASURED = 0.5  # where no noun is counted, or no name of the claim stands near
STRONG = 0.6  # where a figure contradicts, or nothing else tells


@dataclass(frozen=True, slots=True)
class Judged:
    """`strength` orders figures of the same thing; `sure`: enough to say that a source contradicts."""

    subject: Sameness
    why: Why
    strength: float = 0.0
    sure: bool = False


def judge(question: Question, heard: Heard, figure: Figure, around: Around, relation: Relation) -> Judged:
    """`figure` is of the sentence `heard`; its measure fits, and its value lies to the claim's as `relation` says."""
    case = case_of(question, heard, figure, around, relation)
    if case is None:
        return Judged("unknown", "unclear")
    for rule in (_other_head, _other_fate, _part_or_more, _other_kind, *OWNERS, _other_verb, _other_doer):
        if why := rule(case):
            return Judged("unknown" if why == "unclear" else "other", why)
    return _agreement(case)


def plainly_other(question: Question, figure: Figure) -> bool:
    """Whether its noun alone says that something else is counted; cheap, for it is asked of most figures."""
    mine = question.thing
    if mine is None or not mine.heads or mine.wide:
        return False
    heads = heads_of(figure)
    return bool(heads) and WIDE not in heads and not heads & mine.heads


def heads_of(figure: Figure) -> frozenset[str]:
    return noun_of(figure.unit or "", figure.counted or "", figure.form)[0]


# ── heads ───────────────────────────────────────────────────────────────────────────────────────


def _other_head(case: Case) -> Why:
    mine, theirs = case.mine, case.theirs
    if case.same_noun or (not mine.heads and not theirs.heads) or (mine.wide and theirs.wide):
        return ""
    if mine.wide and theirs.heads & PERSONS:
        # The source says who they were; the claim may say so elsewhere.
        known = _with_implied(theirs.heads) & case.question.said
        return "" if known or (case.relation != "disjoint" and not _others_beside(case)) else "other_thing"
    if theirs.wide and mine.heads & PERSONS:
        return _who_they_were(case)
    if case.question.measured and not (mine.heads and theirs.heads):
        return ""  # "4,000 hectares", "40 square kilometres of bog"
    if not theirs.heads:
        # A figure without a noun: the claim's noun must stand with it.
        return "" if mine.heads & case.around.own_senses() and not _counted_beside(case) else "unclear"
    if not mine.heads:
        return "" if theirs.heads & case.question.said else "other_thing"
    return "other_thing"


def _others_beside(case: Case) -> bool:
    """Whether the sentence counts other people of the same fate: "40 soldiers and 20 civilians were killed"."""
    others = (other for other in case.heard.figures if other is not case.figure)
    people = (other for other in others if heads_of(other) & PERSONS and not heads_of(other) & case.theirs.heads)
    fates = case.theirs.fates
    return any(not fates or fates & thing_of(case.heard, other, named=False).fates for other in people)


def _who_they_were(case: Case) -> Why:
    """ "40 people", where the claim has soldiers: soldiers must stand near, and no other figure count them."""
    if _counted_beside(case):
        return "other_thing"
    return "" if _with_implied(case.mine.heads) & case.around.senses() else "unclear"


def _with_implied(heads: frozenset[str]) -> frozenset[str]:
    return heads | {implied(head) for head in heads}


def _counted_beside(case: Case) -> bool:
    """Whether another figure of the sentence counts the claim's noun and fate: "40 died, 12 of them children"."""
    others = (other for other in case.heard.figures if other is not case.figure and case.mine.heads & heads_of(other))
    fates = case.mine.fates
    return any(not fates or fates & thing_of(case.heard, other, named=False).fates for other in others)


# ── fates ───────────────────────────────────────────────────────────────────────────────────────


def _other_fate(case: Case) -> Why:
    mine, theirs = case.mine, case.theirs
    if mine.fates & theirs.fates:
        return ""
    if mine.fates and theirs.fates:
        return "other_fate"
    if mine.fates or theirs.fates:
        # "600 cases", "600 infections"
        same = case.same_noun and (mine.fated or theirs.fated)
        return "" if same or (mine.fates and _only_fate_here(case)) else "other_fate"
    return "other_fate" if mine.deeds and theirs.deeds and not mine.deeds & theirs.deeds else ""


def _only_fate_here(case: Case) -> bool:
    """A sentence with one figure and one fate, and no comma between ("Among the dead in May: 600")."""
    if case.theirs.heads or len(case.heard.figures) != 1 or not case.mine.fates & case.around.own_senses():
        return False
    text = case.heard.text
    return not any(sign in text for sign in (",", ";", " which ", " who "))


def _part_or_more(case: Case) -> Why:
    mine, theirs = case.mine, case.theirs
    if mine.more != theirs.more:
        return "part_or_more"
    return "part_or_more" if theirs.part and not mine.part and (theirs.wide or not case.same_noun) else ""


def _other_kind(case: Case) -> Why:
    """ "Wind turbines" and "gas turbines"; a word on one side only must stand somewhere on the other."""
    mine, theirs = case.mine.narrowed, case.theirs.narrowed
    if theirs and not theirs & (mine | case.question.said):
        return "other_thing"
    if mine and not mine & (theirs | case.around.senses()):
        return "other_thing" if theirs else "unclear"
    return ""


def _other_verb(case: Case) -> Why:
    """ "Discharged 45 patients" is not said by a sentence that discharges nobody, or does something else with them."""
    mine, theirs = case.mine, case.theirs
    if not mine.verb or mine.verb & theirs.verb or mine.fates & theirs.fates:
        return ""
    if theirs.verb and not theirs.governed and not mine.governed:
        return "unclear"  # "702 retired, 540 resigned"
    if not theirs.verb and _very_number(case):
        return ""  # "48,900 patients were seen", for those that were treated
    another = theirs.verb and theirs.governed
    return "" if not another and mine.verb & case.around.own_senses() else "unclear"


def _very_number(case: Case) -> bool:
    """The very value, to three digits, of the very noun: no other thing has that by chance."""
    bounds = [bound for bound in (case.asked.low, case.asked.high) if bound is not None]
    precise = any(len(bound.normalize().as_tuple().digits) >= PRECISE for bound in bounds)
    return precise and case.asked.form == "amount" and case.relation in ("identical", "equivalent") and case.same_noun


def _other_doer(case: Case) -> Why:
    """The hotel has 400 beds, not the hospital; the placebo helped 60 percent, not the drug.

    "The vessel" may be the ferry of the sentence before.
    """
    mine, theirs = case.mine, case.theirs
    if not mine.subject or not theirs.subject or mine.subject & theirs.subject:
        return "unclear" if mine.fates and mine.subject and not _is_told_of(case) else ""
    if not (mine.verb & theirs.verb or (mine.link and mine.link == theirs.link)):
        return ""
    if mine.doers:  # "Adalbert had 22,000 soldiers", "the marshal had about 22,000 men"
        return "" if meet(mine.doers, theirs.names) else "unclear"
    if theirs.subject & PERSONS and not mine.link and mine.subject & case.around.own_senses():
        return ""  # "doctors at the hospital", "police in the town"
    before = case.around.near_senses() - case.around.own_senses()
    return "" if theirs.subject & GENERAL and mine.subject & before else "other_group"


def _is_told_of(case: Case) -> bool:
    """Whether what killed, wounded or destroyed is spoken of at all: a storm's toll is none of a fever's."""
    return bool(case.mine.doers or case.mine.subject & case.around.senses())


# ── agreement ───────────────────────────────────────────────────────────────────────────────────


def _agreement(case: Case) -> Judged:
    here = share_of_topics(case.question, case.around.own_senses())
    wide = share_of_topics(case.question, case.around.senses())
    named = case.named
    strength = here + wide / 2 + {"here": 0.5, "before": 0.25, "nowhere": -0.5, "": 0.0}[named] + case.headed / 2
    if wide < _needed(case, named) or _other_topic(case):
        return Judged("unknown", "unclear", strength)
    return Judged("same", "", strength, _is_sure(case, here, named))


def _other_topic(case: Case) -> bool:
    """A measure without a noun is known by what it is said of alone: "unemployment fell to 4.5 percent"."""
    subject = case.question.subject
    if case.headed or not case.question.measured or not subject:
        return False
    return not subject & case.around.near_senses()


def _needed(case: Case, named: str) -> float:
    """The share of the claim's words that must stand here or before."""
    mine = case.mine
    if not case.headed:
        return STRONG if mine.heads and not case.question.measured else MEASURED
    if named == "nowhere":
        return MEASURED
    if case.relation in ("identical", "equivalent") and case.question.distinctive:
        return 0.0
    if named == "here":
        return ENOUGH / 2
    return MEASURED if mine.heads == frozenset({WIDE}) and not mine.fates else ENOUGH


def _is_sure(case: Case, here: float, named: str) -> bool:
    """Enough is said in the very sentence, or all of it with the sentence before."""
    if case.theirs.part or named == "nowhere":
        return False
    if not case.headed:
        told = not case.mine.verb or bool(case.mine.verb & case.theirs.verb)
        return here >= STRONG and told and (case.question.measured or bool(case.mine.heads))
    near = share_of_topics(case.question, case.around.near_senses())
    done = bool(case.mine.fates & case.theirs.fates or case.mine.verb & case.theirs.verb)
    return (here >= ENOUGH and (near >= STRONG or named == "here")) or (near == 1.0 and done)
