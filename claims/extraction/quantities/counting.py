"""Which unit a figure has when the words right behind it do not name one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extraction.words import Token

from .ages import is_an_age, settle_age_groups
from .closed_words import AUXILIARIES, CHANGES, FATES, PERSONS, STATES
from .drafts import Draft
from .nouns import is_plural, noun_after
from .persons import people_behind, people_of
from .phrases import wordset
from .rows import is_of_those, share_backwards, share_forwards, share_with_the_whole

Tokens = Sequence[Token]


# "the number of children", "estimates of deaths": what they count.
_COUNTS = wordset(
    "number numbers total toll tally figure figures estimate estimates count counts amount majority group",
    "proportion sales deliveries shipments arrivals installations sightings reports",
)
_TOLLS = {
    "death": "deaths", "casualty": "casualties", "body": "deaths", "case": "cases", "troop": "troops",
    "fatality": "fatalities", "population": "people", "injury": "injuries", "job": "jobs", "refugee": "refugees",
}  # fmt: skip
# "casualties reached 450", "the dead numbered 40".
_LINKS = wordset(
    "rose risen rise reached reach reaches reaching numbered number numbering totalled totaled total totalling",
    "totaling stood stand stands was were is are at to from by fell fallen fall grew grown grow climbed climb",
    "increased increase exceeded exceed surpassed hit topped remained remain estimated put placed range ranged",
    "up down ranging be been between dropped drop declined decline of as about",
)
_CROWDS = {"crowd": "people", "population": "people", "audience": "people", "attendance": "people"}
_BODIES = {"membership": "members", "enrolment": "students", "enrollment": "students", "readership": "readers"}

# What stands behind one of these is where or when: in "27 goals in 41 matches, six of them" it is goals.
_ASIDE = wordset(
    "in from at on across through over during within between into near around throughout after before than"
)
_HINTS = _COUNTS | _TOLLS.keys() | _CROWDS.keys() | _BODIES.keys()
FATALITIES = wordset("casualties deaths fatalities losses injuries killings victims arrests cases infections jobs")


def settle_units(tokens: Tokens, drafts: list[Draft], before: str | None = None) -> None:
    """Give every figure the best unit the sentence has for it; where it has none, it stays without.

    `before` is what the sentence before counted, for "their number was put at 40".
    """
    for draft in drafts:
        if draft.unit is None and draft.noun is not None:
            draft.unit = draft.noun.unit
        elif draft.unit is None and draft.form == "amount" and is_an_age(tokens, draft):
            draft.unit, draft.sort = "years", "time"
    settle_age_groups(tokens, drafts)
    share_with_the_whole(tokens, drafts)
    share_backwards(tokens, drafts)
    share_forwards(tokens, drafts)
    _take_from_context(tokens, drafts, before)


@dataclass(slots=True)
class _Said:
    """What a sentence has counted so far, and `before`, what the sentence before it did."""

    before: str | None
    counted: str | None = None  # the last thing counted, by a figure or by "the number of …"
    latest: str | None = None  # the same, also where a preposition puts it aside: "in 22 towns, six more than before"
    whole: str | None = None  # the same or a measure: what "of them" can mean
    persons: set[str] = field(default_factory=set)

    def add(self, tokens: Tokens, draft: Draft) -> None:
        if draft.unit is None or draft.form != "amount":
            return
        if draft.sort is None:
            self.latest = draft.unit
        if self.whole and _is_aside(tokens, draft.first):
            return
        self.whole = self._group_of(draft.unit)
        if draft.sort is None:
            self.counted = self.whole

    def _group_of(self, unit: str) -> str:
        """Those counted as "injured" are people, and so are more of "23 women and 14 children"."""
        if unit.lower() in PERSONS:
            self.persons.add(unit.lower())
        mixed = len(self.persons) > 1 and unit.lower() in PERSONS
        return "people" if mixed or unit.lower() in STATES else unit


def _take_from_context(tokens: Tokens, drafts: list[Draft], before: str | None) -> None:
    said, scanned = _Said(before), 0
    for draft in drafts:
        for at in range(scanned, draft.first):
            named = _number_of(tokens, at) if tokens[at].lower in _HINTS else None
            if named:
                said.counted = said.whole = named
        scanned = max(scanned, draft.first)
        if tokens[draft.after].lower == "strong":
            continue
        if draft.unit is None:
            draft.unit = _unit_for(tokens, draft, said)
            if draft.noun:
                continue  # those named behind are a part: "of whom 30 were women and 40 were hurt"
        said.add(tokens, draft)


def _is_compared(tokens: Tokens, draft: Draft) -> bool:
    behind = [token.lower for token in tokens[draft.after : draft.after + 2]]
    return tokens[draft.first - 1].text == "," and behind in (["more", "than"], ["fewer", "than"], ["less", "than"])


_GOING_BACK = wordset("number numbers figure figures total toll tally strength")
_OWNERS = wordset("the their its this that these those his her our")


def _goes_back(tokens: Tokens, draft: Draft) -> bool:
    """ "their number was put at 40", "most use 40, a figure of the ministry": what was counted was said before."""
    if draft.form != "amount" or draft.low != draft.low.to_integral_value() or draft.high < 2:
        return False
    if any(tokens[at].lower == "figure" for at in range(draft.after, draft.after + 4)):
        return True
    owned = range(max(1, draft.first - 8), draft.first)
    return any(tokens[at].lower in _GOING_BACK and tokens[at - 1].lower in _OWNERS for at in owned)


def _is_aside(tokens: Tokens, first: int) -> bool:
    """Whether a preposition puts a figure aside; "fell from 90 pairs" is what the sentence is about."""
    lead = tokens[first - 1].lower
    return first > 1 and lead in _ASIDE and not (lead == "from" and tokens[first - 2].lower in CHANGES)


def _unit_for(tokens: Tokens, draft: Draft, said: _Said) -> str | None:
    if is_of_those(tokens, draft.after):
        return _unit_of_those(tokens, draft, said.whole if draft.form == "amount" else said.counted)
    if draft.form != "amount" or _has_brackets_of_its_own(tokens, draft):
        return None
    counted = said.latest if _is_compared(tokens, draft) else said.counted
    # "losses were 90 killed": those killed are people, whatever the subject is
    linked = None if tokens[draft.after].lower in FATES else _linked(tokens, draft)
    unit = _named_behind(tokens, draft) or people_behind(tokens, draft) or linked or people_of(tokens, draft, counted)
    if unit:
        return unit
    if said.counted is None:
        return said.before if said.before and _goes_back(tokens, draft) else None
    # "a 0.47 average" is no count, whatever was counted before; nor is "n = 40"; "with 12 abstaining" counts others
    counts = draft.low == draft.low.to_integral_value() and not _is_a_score(tokens, draft)
    summed = tokens[draft.after].lower == "in" and tokens[draft.after + 1].lower in ("all", "total")
    return counted if counts and not summed and not tokens[draft.after].lower.endswith("ing") else None


def _has_brackets_of_its_own(tokens: Tokens, draft: Draft) -> bool:
    """ "Four clubs have won it: Reds (13), Blues (6)": what the names have is not what was counted before."""
    return tokens[draft.first - 1].text == "(" and tokens[draft.after].text == ")" and tokens[draft.first - 2].capital


def _unit_of_those(tokens: Tokens, draft: Draft, whole: str | None) -> str | None:
    """ "three of them children", "half of them", "40 of whom fled"."""
    named = draft.form == "amount" and _named_behind(tokens, draft)
    people = people_of(tokens, draft, whole) or ("people" if tokens[draft.after + 1].lower == "whom" else None)
    return named or whole or people


_SCORES = wordset(
    "scoring scored conceding conceded",
    "ph = : ratio rate score index factor average rating value coefficient density grade rank odds level",
)


def _is_a_score(tokens: Tokens, draft: Draft) -> bool:
    lead = tokens[draft.first - 1]
    return lead.lower in _SCORES or (lead.lower == "of" and tokens[draft.first - 2].lower in _SCORES)


def _number_of(tokens: Tokens, at: int) -> str | None:
    """What "the number of …" before a figure counts, also by another name: a toll, a crowd, the population."""
    word, following = tokens[at].lower, tokens[at + 1].lower
    if word in _CROWDS or word in _BODIES:
        return _CROWDS.get(word) or _BODIES[word]
    if word == "toll" and following != "of":
        return "deaths"
    if word in _COUNTS and following in FATES:
        return "people"  # "the number killed"
    if word in _COUNTS and following == "of" and tokens[at + 2].kind == "word":
        noun = noun_after(tokens, at + 2)
        return noun.unit if noun else None
    if word in _TOLLS and following in ("toll", "tolls", "numbers", "count", "counts", "figures"):
        return _TOLLS[word]
    return None


def _linked(tokens: Tokens, draft: Draft) -> str | None:
    """The plural subject of a linking verb: "casualties had reached 450"."""
    at = draft.first - 1
    for _ in range(5):
        if at < 0 or tokens[at].kind != "word":
            return None
        if tokens[at].lower not in _LINKS and tokens[at].lower not in AUXILIARIES:
            break
        at -= 1
    else:
        return None
    token = tokens[at]
    if (
        at == draft.first - 1
        or not is_plural(token)
        or tokens[at + 1].lower in ("of", "at", "from", "by", "in", "to", "as")
    ):
        return None
    if token.lower in _COUNTS:
        return None
    # The capital of a sentence's first word is not the noun's own; a people's name keeps it.
    return token.lower if not at and token.lower in PERSONS | FATALITIES else token.text


def _named_behind(tokens: Tokens, draft: Draft) -> str | None:
    """ "of whom 30 were women", "three of them children": the clause names them behind."""
    at = draft.after
    if tokens[at].lower in ("were", "are"):
        at += 1
    elif is_of_those(tokens, at) and tokens[at + 1].lower in ("them", "whom"):
        at += 2
    else:
        return None
    noun = noun_after(tokens, at)
    if noun is None or noun.unit.lower() in FATES | STATES or noun.after - noun.first > 4:
        return None
    draft.noun = noun
    return noun.unit
