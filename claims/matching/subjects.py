"""Whether a figure of a source counts what the figure of a claim counts.

"same" asks for a measure that fits, heads of one sense, the same fate, no other
owner, place or time, and for words or names of the claim in the sentence or
before it. What only lacks the last is "unknown"; all else is "other", with why.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.intervals import as_interval
from claims.extraction.parts import Figure

from .answers import Relation, Sameness, Why
from .context import Around, names_near, share_of_topics
from .contrasts import exclude, sides_of
from .heard import Heard
from .names import is_country, meet
from .question import Question, numbers_in
from .subject_words import PERSONS, WIDE
from .things import Thing, thing_of
from .times import relation_of_dates
from .whereabouts import relation_of_places

ENOUGH = 0.34  # of the topics of a claim, where things are counted
MEASURED = 0.5  # the same for measures, shares and money, which have no head of their own
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
    mine = question.thing
    if mine is None or question.asked.figure is None:
        return Judged("unknown", "unclear")
    theirs = thing_of(heard, figure)
    why = (
        _other_form(question.asked.figure, figure)
        or _other_head(question, mine, theirs, around)
        or _other_fate(mine, theirs, heard, around)
        or _part_or_more(mine, theirs)
        or _other_kind(question, mine, theirs, around)
        or _other_owner(question, mine, theirs, around)
        or _excluded(question, mine, theirs, heard)
        or _elsewhere(question, heard, figure, around)
        or _other_time(question, heard, figure)
        or _other_verb(mine, theirs, around)
    )
    if why:
        return Judged("unknown" if why == "unclear" else "other", why)
    return _agreement(question, mine, theirs, around, relation)


def _other_form(mine: Figure, theirs: Figure) -> Why:
    """A change is not a level: "rose by 12%", "12% of homes"."""
    return "other_thing" if (mine.form == "change") != (theirs.form == "change") else ""


# ── heads ───────────────────────────────────────────────────────────────────────────────────────


def _other_head(question: Question, mine: Thing, theirs: Thing, around: Around) -> Why:
    if mine.heads & theirs.heads:
        return ""
    if not mine.heads and not theirs.heads:
        return ""
    if mine.wide and theirs.wide:
        return ""
    if mine.wide and theirs.heads & PERSONS:
        # The source says who they were; the claim may say so elsewhere.
        return "" if theirs.heads & question.said else "other_thing"
    if theirs.wide and (mine.heads & PERSONS):
        return "" if mine.heads & around.senses() else "unclear"
    if question.measured and not (mine.heads and theirs.heads):
        return ""  # "4,000 hectares", "40 square kilometres of bog"
    if not theirs.heads:
        # A figure without a noun: the claim's noun must stand with it, and no other figure have it.
        return "" if mine.heads & around.own_senses() else "unclear"
    if not mine.heads:
        return "" if theirs.heads & question.said else "other_thing"
    return "other_thing"


# ── fates ───────────────────────────────────────────────────────────────────────────────────────


def _other_fate(mine: Thing, theirs: Thing, heard: Heard, around: Around) -> Why:
    if mine.fates & theirs.fates:
        return ""
    if mine.fates and theirs.fates:
        return "other_fate"
    if mine.fates:
        return "" if _only_fate_here(mine, heard, around) else "other_fate"
    if theirs.fates:
        return "other_fate"
    if mine.deeds and theirs.deeds and not mine.deeds & theirs.deeds:
        return "other_fate"
    return ""


def _only_fate_here(mine: Thing, heard: Heard, around: Around) -> bool:
    """A sentence with one figure and one fate ("Among the dead in May: 600") speaks of that fate."""
    return len(heard.figures) == 1 and bool(mine.fates & around.own_senses())


def _part_or_more(mine: Thing, theirs: Thing) -> Why:
    if mine.more != theirs.more:
        return "part_or_more"
    if theirs.part and not mine.part and (theirs.wide or not mine.heads & theirs.heads):
        return "part_or_more"
    return ""


# ── what narrows it down, and whose it is ───────────────────────────────────────────────────────


def _other_kind(question: Question, mine: Thing, theirs: Thing, around: Around) -> Why:
    """ "Wind turbines" and "gas turbines"; a word on one side only must stand somewhere on the other."""
    if theirs.narrowed and not theirs.narrowed & (mine.narrowed | question.said):
        return "other_thing"
    if mine.narrowed and not mine.narrowed & (theirs.narrowed | around.senses()):
        return "other_thing" if theirs.narrowed else "unclear"
    return ""


def _other_owner(question: Question, mine: Thing, theirs: Thing, around: Around) -> Why:
    if mine.owners and theirs.owners:
        return "" if meet(mine.owners, theirs.owners) else "other_group"
    if theirs.owners:
        return "" if meet(theirs.owners, question.names | question.mentioned) or not question.names else "other_group"
    if not mine.owners:
        return _other_nation(question.names, theirs.names)
    if meet(mine.owners, theirs.names):
        return ""
    if _nations(theirs.names):
        return "other_group" if _nations(mine.owners) else "unclear"
    for names in around.names_before():
        if meet(mine.owners, names):
            return ""
        if _nations(names):
            return "other_group" if _nations(mine.owners) else "unclear"
    return "unclear"


def _other_nation(mine: frozenset[str], theirs: frozenset[str]) -> Why:
    """Countries on both sides, and none in common."""
    one, other = _nations(mine), _nations(theirs)
    return "other_group" if one and other and not one & other and not meet(mine, theirs) else ""


def _nations(names: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in names if is_country(name))


def _excluded(question: Question, mine: Thing, theirs: Thing, heard: Heard) -> Why:
    """The men's team and the women's, the 4th Brigade and the 9th."""
    if exclude(question.sides, sides_of(token.lower for token in heard.tokens)):
        return "other_group"
    if exclude(sides_of(mine.beside, beside=True), sides_of(theirs.beside, beside=True)):
        return "other_thing"
    numbers = numbers_in(heard) if question.numbers else frozenset()
    return "other_group" if numbers and not numbers & question.numbers else ""


def _other_verb(mine: Thing, theirs: Thing, around: Around) -> Why:
    """ "Discharged 45 patients" is not said by a sentence that discharges nobody."""
    if not mine.verb or mine.verb & theirs.verb or mine.fates & theirs.fates:
        return ""
    return "" if mine.verb & around.own_senses() else "unclear"


# ── where and when ──────────────────────────────────────────────────────────────────────────────


def _elsewhere(question: Question, heard: Heard, figure: Figure, around: Around) -> Why:
    wanted = question.asked.place
    place = heard.place_of(figure) if wanted else None
    if wanted is None or place is None:
        return ""
    relation = relation_of_places(place, wanted)
    if relation == "disjoint":
        return "other_place"
    if relation in ("wider", ""):
        wanted_names = frozenset(wanted.text.lower().split())
        near = any(set(names) & wanted_names for names in around.names_before()) or relation == "wider"
        return "" if near or meet(question.names, tuple(place.text.lower().split())) else "unclear"
    return ""


def _other_time(question: Question, heard: Heard, figure: Figure) -> Why:
    wanted = question.asked.date
    date = heard.date_of(figure) if wanted else None
    if wanted is None or date is None:
        return ""
    return "other_time" if relation_of_dates(as_interval(date, heard.text), wanted) == "disjoint" else ""


# ── agreement ───────────────────────────────────────────────────────────────────────────────────


def _agreement(question: Question, mine: Thing, theirs: Thing, around: Around, relation: Relation) -> Judged:
    here = share_of_topics(question, around.own_senses())
    wide = share_of_topics(question, around.senses())
    named = names_near(question, around)
    headed = bool(mine.heads & theirs.heads or mine.fates & theirs.fates)
    strength = here + wide / 2 + {"here": 0.5, "before": 0.25, "nowhere": -0.5, "": 0.0}[named] + headed / 2
    needed = _needed(question, mine, named, headed=headed, exact=relation in ("identical", "equivalent"))
    if wide < needed:
        return Judged("unknown", "unclear", strength)
    return Judged("same", "", strength, _is_sure(question, mine, theirs, around, named, headed=headed))


def _is_sure(question: Question, mine: Thing, theirs: Thing, around: Around, named: str, *, headed: bool) -> bool:
    """Enough is said in the very sentence, or all of it with the sentence before."""
    if theirs.part or named == "nowhere":
        return False
    here = share_of_topics(question, around.own_senses())
    near = share_of_topics(question, around.near_senses())
    if not headed:
        return here >= STRONG
    done = bool(mine.fates & theirs.fates or mine.verb & theirs.verb)
    return (here >= ENOUGH and (near >= STRONG or named == "here")) or (near == 1.0 and done)


def _needed(question: Question, mine: Thing, named: str, *, headed: bool, exact: bool) -> float:
    """The share of the claim's words that must stand here or before."""
    if not headed:
        return STRONG if mine.heads and not question.measured else MEASURED
    if named == "nowhere":
        return MEASURED
    if exact and question.distinctive:
        return 0.0
    if named == "here":
        return ENOUGH / 2
    return MEASURED if mine.heads == frozenset({WIDE}) and not mine.fates else ENOUGH
