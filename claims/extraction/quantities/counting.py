"""Which unit a figure has when the words right behind it do not name one."""

from __future__ import annotations

from collections.abc import Sequence

from .closed_words import AUXILIARIES, FATES, HARMING, PERSONS
from .comparators import comparator_after
from .drafts import Draft
from .nouns import is_plural, noun_after
from ..words import Token

Tokens = Sequence[Token]


# What may stand between two figures that share the unit of the second: "45, 50 and 60 mg".
_COORDINATORS = frozenset({",", "and", "or", "to", "but", "&", "–", "-", "/", "plus", "then", "from", "if", "not", "even", "perhaps"})
# "the number of children", "estimates of deaths": what they count.
_COUNTS = frozenset(
    "number numbers total toll tally figure figures estimate estimates count counts amount majority group proportion".split()
)
_TOLLS = {
    "death": "deaths", "casualty": "casualties", "body": "deaths", "case": "cases", "troop": "troops",
    "fatality": "fatalities", "population": "people", "injury": "injuries", "job": "jobs", "refugee": "refugees",
}  # fmt: skip
# "casualties reached 450", "the dead numbered 40".
_LINKS = frozenset(
    "rose risen rise reached reach reaches reaching numbered number numbering totalled totaled total totalling totaling "
    "stood stand stands stands was were is are at to from by fell fallen fall grew grown grow climbed climb increased "
    "increase exceeded exceed surpassed hit topped remained remain estimated put placed range ranged ranging be been "
    "between dropped drop declined decline of as about".split()
)
_CROWDS = {"crowd": "people", "population": "people", "audience": "people", "attendance": "people"}


_HINTS = _COUNTS | _TOLLS.keys() | _CROWDS.keys()
FATALITIES = frozenset("casualties deaths fatalities losses injuries killings victims arrests cases infections jobs".split())


def settle_units(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give every figure the best unit the sentence has for it; where it has none, it stays without."""
    for draft in drafts:
        if draft.unit is None and draft.noun is not None:
            draft.unit = draft.noun.unit
    _part_of_a_figure(tokens, drafts)
    _share_backwards(tokens, drafts)
    _take_from_context(tokens, drafts)


def _share_backwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "45 and 50 mg": the unit behind the last of a row belongs to all of it."""
    for at in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[at], drafts[at + 1]
        opened = at > 0 and tokens[draft.first - 1].text == "," and drafts[at - 1].after == draft.first - 1
        if draft.unit is None and draft.form == "amount" and _are_a_row(tokens, draft.after, following.first, opened):
            draft.unit, draft.sort, draft.noun = following.unit, following.sort, following.noun


def _part_of_a_figure(tokens: Tokens, drafts: list[Draft]) -> None:
    """"half of the 1,500 detainees", "40 of the 50 ships": the part counts what the whole does."""
    for draft, following in zip(drafts, drafts[1:], strict=False):
        between = range(draft.after, following.first)
        if draft.unit is None and 0 < len(between) <= 3 and tokens[draft.after].lower == "of":
            draft.unit, draft.noun = following.unit, following.noun


def _are_a_row(tokens: Tokens, after: int, first: int, opened: bool) -> bool:
    """`opened`: a comma and a figure stand before, so ", and" closes a row and is no aside ("300 men, at most 400, and")."""
    if not 0 < first - after <= 4 or not all(tokens[at].lower in _COORDINATORS for at in range(after, first)):
        return False
    return first - after == 1 or tokens[after].text != "," or opened or tokens[after + 1].lower in ("if", "or", "perhaps")


def _take_from_context(tokens: Tokens, drafts: list[Draft]) -> None:
    counted = None  # the last thing counted, by a figure or by "the number of …"
    scanned = 0
    for draft in drafts:
        for at in range(scanned, draft.first):
            if tokens[at].lower in _HINTS:
                counted = _number_of(tokens, at) or counted
        scanned = max(scanned, draft.first)
        if tokens[draft.after].lower == "strong":
            continue
        if draft.unit is None and draft.form == "share" and _is_of_those(tokens, draft.after):
            draft.unit = counted
        if draft.unit is None and draft.form == "amount":
            draft.unit = _age(tokens, draft) or _linked(tokens, draft) or _people(tokens, draft, counted) or counted
        if draft.sort is None and draft.unit is not None and draft.form == "amount":
            counted = draft.unit


def _is_of_those(tokens: Tokens, after: int) -> bool:
    return tokens[after].lower == "of" and tokens[after + 1].lower in ("them", "whom", "which", "these", "those")


def _number_of(tokens: Tokens, at: int) -> str | None:
    """What "the number of …" before a figure counts, also by another name: a toll, a crowd, the population."""
    word, following = tokens[at].lower, tokens[at + 1].lower
    if word in _CROWDS:
        return _CROWDS[word]
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


def _age(tokens: Tokens, draft: Draft) -> str | None:
    """"children under 5", "adults over 65", "Mr Smith, 45, said"."""
    if draft.high > 120 or draft.first < 2:
        return None
    if draft.comparator == "exact" and tokens[draft.first - 1].text == "," and tokens[draft.after].text == ",":
        return "years" if tokens[draft.first - 2].capital and tokens[draft.first].kind == "number" else None
    if draft.comparator not in ("less_than", "more_than"):
        return None
    return "years" if tokens[draft.first - 1].lower in PERSONS and tokens[draft.first].lower in ("under", "over") else None


def _people(tokens: Tokens, draft: Draft, counted: str | None) -> str | None:
    """People where a verb says so: "killing three", "some 1.6 million were displaced"."""
    if not (_suffer(tokens, draft.after) or _harmed(tokens, draft.first)):
        return None
    return counted if counted and counted.lower in PERSONS else "people"


def _suffer(tokens: Tokens, at: int) -> bool:
    sign = comparator_after(tokens, at)
    at = sign.at if sign else at
    at += tokens[at].text == ","
    for _ in range(6):
        word = tokens[at].lower
        if word in FATES:
            return True
        if word not in AUXILIARIES and word not in (
            "more",
            "others",
            "also",
            "to",
            "reportedly",
            "then",
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
