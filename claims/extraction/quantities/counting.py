"""Which unit a figure has when the words right behind it do not name one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.words import Token

from .closed_words import AUXILIARIES, CHANGES, FATES, HARMING, PERSONS, STATES, STOPS
from .comparators import comparator_after
from .designations import MONTHS
from .drafts import Draft
from .nouns import is_plural, noun_after
from .phrases import wordset

Tokens = Sequence[Token]


# What may stand between two figures that share the unit of the second: "45, 50 and 60 mg".
_COORDINATORS = wordset(", and or to but & – - / plus then from if not even perhaps × x by")
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
    "ranging be been between dropped drop declined decline of as about",
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
        elif draft.unit is None and draft.form == "amount" and _age(tokens, draft):
            draft.unit, draft.sort = "years", "time"
    _age_groups(tokens, drafts)
    _part_of_a_figure(tokens, drafts)
    _share_backwards(tokens, drafts)
    _share_forwards(tokens, drafts)
    _take_from_context(tokens, drafts, before)


def _age_groups(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "24% under the age of 18, 8% from 18 to 24": behind one age, the ranges are ages; "62% are under 25"."""
    aged = False
    for before, draft in pairwise(drafts):
        aged = aged or (before.unit == "years" and before.prefixed)
        if draft.unit is not None or draft.high > 120 or before.sort != "percent":
            continue
        bounded = _bounds_an_age(tokens, draft) and tokens[before.after].lower in ("are", "were", "is")
        if (aged and before.after == draft.first) or (bounded and before.after + 1 == draft.first):
            draft.unit, draft.sort = "years", "time"


def _share_backwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "45, 50 and 60 mg": the unit behind the last of a row belongs to all of it."""
    shared = False  # a lone comma joins a row that has its "and" further on
    for at in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[at], drafts[at + 1]
        opened = at > 0 and tokens[draft.first - 1].text == "," and drafts[at - 1].after == draft.first - 1
        alike = draft.unit is None and draft.form == following.form != "share" and not following.prefixed
        comma = following.first - draft.after == 1 and tokens[draft.after].text == ","
        shared = alike and (shared or not comma) and _are_a_row(tokens, draft.after, following.first, opened)
        if shared:
            draft.unit, draft.sort, draft.noun = following.unit, following.sort, following.noun


def _share_forwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "by five years, from 66.8 to 72.3": where something rose from and to has the unit of its rise."""
    for before, draft in pairwise(drafts):
        words = [token.lower for token in tokens[before.after : min(draft.first, before.after + 3)]]
        printed = before.sort in ("time", "measure", "money")
        if draft.unit is None and draft.form == "amount" and printed and words in ([",", "from"], ["to"]):
            draft.unit, draft.sort = before.unit, before.sort


def _part_of_a_figure(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "half of the 1,500 detainees", "40 of the 50 ships": the part counts what the whole does."""
    for draft, following in pairwise(drafts):
        between = range(draft.after, following.first)
        near = 4 if tokens[following.first - 1].kind != "possessive" else 6  # "24 of the country's 47 counties"
        parted = 0 < len(between) <= near and tokens[draft.after].lower in ("of", "out")
        if draft.unit is None and parted and not _is_of_those(tokens, draft.after):
            draft.unit, draft.noun = following.unit, following.noun


def _are_a_row(tokens: Tokens, after: int, first: int, opened: bool) -> bool:
    """`opened`: a comma and a figure stand before, so that ", and" ends a row ("45, 50, and 60"), not an aside."""
    if not 0 < first - after <= 6:
        return False
    if tokens[after].kind == "word" and tokens[after].lower not in STOPS:
        return _describe(tokens, after, first)
    if first - after > 4 or not all(tokens[at].lower in _COORDINATORS for at in range(after, first)):
        return False
    return (
        first - after == 1 or tokens[after].text != "," or opened or tokens[after + 1].lower in ("if", "or", "perhaps")
    )


def _describe(tokens: Tokens, after: int, first: int) -> bool:
    """Whether only describing words and "and" stand between: "three Israeli and 40 Palestinian civilians"."""
    if tokens[first - 1].lower not in ("and", "or"):
        return False
    words = [token.lower for token in tokens[after : first - 1]]
    return not any(word in STOPS or word in FATES or word.endswith(("ed", "ly")) or word in ",;:(" for word in words)


def _take_from_context(tokens: Tokens, drafts: list[Draft], before: str | None) -> None:
    counted = None  # the last thing counted, by a figure or by "the number of …"
    latest = None  # the same, also where a preposition puts it aside: "in 22 towns, six more than before"
    whole = None  # the same or a measure: what "of them" can mean
    scanned = 0
    for draft in drafts:
        for at in range(scanned, draft.first):
            named = _number_of(tokens, at) if tokens[at].lower in _HINTS else None
            if named:
                counted = whole = named
        scanned = max(scanned, draft.first)
        if tokens[draft.after].lower == "strong":
            continue
        if draft.unit is None:
            those = _is_of_those(tokens, draft.after)
            if those:
                draft.unit = _unit_of_those(tokens, draft, whole if draft.form == "amount" else counted)
            else:
                draft.unit = _unit_for(tokens, draft, latest if _is_compared(tokens, draft) else counted)
            if draft.unit is None and counted is None and before and _goes_back(tokens, draft):
                draft.unit = before
            if draft.noun:
                continue  # those named behind are a part: "of whom 30 were women and 40 were hurt"
        if draft.unit is not None and draft.form == "amount" and not (whole and _is_aside(tokens, draft.first)):
            whole = _as_people(draft.unit)
            counted = whole if draft.sort is None else counted
        latest = draft.unit if draft.sort is None and draft.form == "amount" else latest


def _is_compared(tokens: Tokens, draft: Draft) -> bool:
    behind = [token.lower for token in tokens[draft.after : draft.after + 2]]
    return tokens[draft.first - 1].text == "," and behind in (["more", "than"], ["fewer", "than"], ["less", "than"])


_GOING_BACK = wordset("number numbers figure figures total toll tally count strength estimate estimates")


def _goes_back(tokens: Tokens, draft: Draft) -> bool:
    """ "their number was put at 40", "most use 40, a figure of the ministry": what was counted was said before."""
    if draft.form != "amount" or draft.low != draft.low.to_integral_value() or draft.high < 2:
        return False
    around = (*range(max(0, draft.first - 8), draft.first), *range(draft.after, draft.after + 4))
    return any(tokens[at].lower in _GOING_BACK for at in around)


def _is_aside(tokens: Tokens, first: int) -> bool:
    """Whether a preposition puts a figure aside; "fell from 90 pairs" is what the sentence is about."""
    lead = tokens[first - 1].lower
    return first > 1 and lead in _ASIDE and not (lead == "from" and tokens[first - 2].lower in CHANGES)


def _as_people(unit: str) -> str:
    """Those counted as "injured" are people, also where the next figure counts others of them."""
    return "people" if unit.lower() in STATES else unit


def _unit_for(tokens: Tokens, draft: Draft, counted: str | None) -> str | None:
    if draft.form != "amount":
        return None
    unit = _named_behind(tokens, draft) or _linked(tokens, draft) or _people(tokens, draft, counted)
    if unit:
        return unit
    # "a 0.47 average" is no count, whatever was counted before; nor is "n = 40"; "with 12 abstaining" counts others
    counts = draft.low == draft.low.to_integral_value() and not _is_a_score(tokens, draft)
    return counted if counts and not tokens[draft.after].lower.endswith("ing") else None


def _unit_of_those(tokens: Tokens, draft: Draft, whole: str | None) -> str | None:
    """ "three of them children", "half of them", "40 of whom fled"."""
    named = draft.form == "amount" and _named_behind(tokens, draft)
    people = _people(tokens, draft, whole) or ("people" if tokens[draft.after + 1].lower == "whom" else None)
    return named or whole or people


_SCORES = wordset("ph = : ratio rate score index factor average rating value coefficient density grade rank odds level")


def _is_a_score(tokens: Tokens, draft: Draft) -> bool:
    lead = tokens[draft.first - 1]
    return lead.lower in _SCORES or (lead.lower == "of" and tokens[draft.first - 2].lower in _SCORES)


def _is_of_those(tokens: Tokens, after: int) -> bool:
    return tokens[after].lower == "of" and tokens[after + 1].lower in ("them", "whom", "which", "these", "those")


def _number_of(tokens: Tokens, at: int) -> str | None:
    """What "the number of …" before a figure counts, also by another name: a toll, a crowd, the population."""
    word, following = tokens[at].lower, tokens[at + 1].lower
    if word in _CROWDS or word in _BODIES:
        return _CROWDS.get(word) or _BODIES[word]
    if word == "toll" and following != "of":
        return "deaths"
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
    elif _is_of_those(tokens, at) and tokens[at + 1].lower in ("them", "whom"):
        at += 2
    else:
        return None
    noun = noun_after(tokens, at)
    if noun is None or noun.unit.lower() in FATES | STATES or noun.after - noun.first > 4:
        return None
    draft.noun = noun
    return noun.unit


_THOSE = PERSONS | {"those", "anyone", "everyone", "all", "kids", "youths", "adolescents", "infants"}


def _age(tokens: Tokens, draft: Draft) -> bool:
    """ "children under 5", "those 65 or older", "Mr Smith, 45, said", "when she was six"."""
    if draft.high > 120 or draft.first < 1:
        return False
    before, further = tokens[draft.first - 1].lower, tokens[draft.first - 2]
    if draft.comparator == "exact" and before == "," and tokens[draft.after].text == ",":
        named = further.capital and further.lower not in MONTHS
        return named and draft.first > 1 and tokens[draft.first].kind == "number"
    if before in ("was", "is", "turned", "turns") and further.lower in ("he", "she", "i") and draft.noun is None:
        return True
    if before in ("was", "is") and draft.noun is None:  # "the minimum age for it is 18"
        return any(tokens[at].lower in ("age", "ages") for at in range(max(0, draft.first - 9), draft.first))
    return before in _THOSE and _bounds_an_age(tokens, draft)


def _bounds_an_age(tokens: Tokens, draft: Draft) -> bool:
    """ "under 25", "65 or older"."""
    if draft.comparator in ("less_than", "more_than"):
        return tokens[draft.first].lower in ("under", "over")
    return tokens[draft.after - 1].lower in ("over", "older", "under", "younger")


def _people(tokens: Tokens, draft: Draft, counted: str | None) -> str | None:
    """People where a verb says so: "killing three", "some 1.6 million were displaced"."""
    if not (_suffer(tokens, draft.after) or _harmed(tokens, draft.first)):
        return None
    return counted if counted and counted.lower() in PERSONS else "people"


def _suffer(tokens: Tokens, at: int) -> bool:
    sign = comparator_after(tokens, at)
    at = sign.at if sign else at
    at += tokens[at].text == ","
    for _ in range(6):
        word = tokens[at].lower
        if word in FATES or word == "who":
            return True
        if word not in AUXILIARIES and word not in (
            "more",
            "others",
            "also",
            "to",
            "reportedly",
            "then",
            "left",
            "of",
            "them",
            "whom",
        ):
            return False
        at += 1
    return False


def _harmed(tokens: Tokens, first: int) -> bool:
    at = first - 1
    if tokens[at].lower in ("another", "further") and at > 0:
        at -= 1 + (tokens[at - 1].lower == "a")
    return at >= 0 and tokens[at].lower in HARMING
