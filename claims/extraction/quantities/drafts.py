"""A figure on its way: number, unit, comparator and noun put together, spans still in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.extraction.parts import Comparator, Form
from claims.extraction.words import Token

from .closed_words import CHANGES
from .comparators import Sense, Sign, comparator_after
from .nouns import Noun
from .numerals import Numeral
from .phrases import wordset
from .rates import rate_of
from .units import Sort, Unit

Tokens = Sequence[Token]


@dataclass(slots=True)
class Draft:
    """Places are tokens: `first` to `after` is the span, comparator words included; `free` lies behind its rate.

    `sort` is the unit's; `prefixed`: it stands before the number, so that it belongs to no other.
    """

    first: int
    after: int
    free: int
    low: Decimal
    high: Decimal
    comparator: Comparator
    unit: str | None
    sort: Sort | None
    noun: Noun | None
    form: Form
    per: str | None
    prefixed: bool = False


# Comparators that are verbs stay outside the span: they say more than the figure.
_OUTSIDE = wordset(
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topping approaching",
    "equals equal equaling equalling",
)


def draft_of(
    tokens: Tokens,
    first: int,
    after: int,
    numeral: Numeral,
    unit: Unit | None,
    before: Sign | None,
    noun: Noun | None,
    *,
    ranged: bool = False,
    form: Form | None = None,
) -> Draft:
    """`first` to `after` is the number with its unit; the comparator words are added here."""
    if before and _is_lasting(numeral, unit, noun) and _is_during(tokens, before, after):
        before = None
    if before and noun and tokens[before.at].lower == "under" and noun.unit.lower() in _ABOVE:
        before = None  # "shops under 46 names"
    if before and unit and unit.sort == "time" and _is_held_against(tokens, before, after):
        before = None
    sense: Sense = before.sense if before else "exact"
    start = before.at if before and not _is_a_verb(tokens, before.at) else first
    behind = comparator_after(tokens, after)
    if behind and not ranged:
        after = behind.at
        # "as long as 30 months or more": what the words behind add is the last word
        opened = sense == "at_most" and behind.sense == "at_least" and tokens[start].lower == "as"
        sense = behind.sense if sense in ("exact", "about") or opened else sense
    free, per = rate_of(tokens, after, _behind_what_is_counted(tokens, after, unit, noun))
    if per and unit is None and tokens[after].text == "/":
        after = free  # "440/km2": printed with it
    if noun and any(tokens[at].kind == "number" for at in range(noun.first, noun.after)):
        free = max(free, noun.after)  # "ten Leopard 2 tanks": the 2 is not free to be read again
    if not ranged and behind is None and noun and noun.first >= after and sense == "exact":
        late = comparator_after(tokens, noun.after)  # "500 people or more"
        sense = late.sense if late else sense
    return Draft(
        first=start,
        after=after,
        free=free,
        low=numeral.low,
        high=numeral.high,
        comparator=_comparator(numeral, sense, ranged),
        unit=unit.name if unit else None,
        sort=unit.sort if unit else None,
        noun=noun,
        form=form or _form(tokens, start, after, numeral, unit),
        per=per,
        prefixed=unit is not None and unit.after <= numeral.first,
    )


def _behind_what_is_counted(tokens: Tokens, after: int, unit: Unit | None, noun: Noun | None) -> int:
    """Where a rate may stand: "40 cars a day", "9 litres of water per person"."""
    if unit and unit.sort == "money":
        return after
    if unit and unit.sort == "measure" and tokens[after].lower == "of" and tokens[after + 1].kind == "word":
        return after + 2
    return noun.after if noun and noun.first >= after else after


def _is_a_verb(tokens: Tokens, at: int) -> bool:
    """ "exceeds 40", "equal to 40"; but "equal to or less than 40" is a comparator all along."""
    return tokens[at].lower in _OUTSIDE and tokens[at + 2].lower != "or"


_LASTING = wordset(
    "for of after took lasted last lasting lasts spent spanned spanning was is were within just by well little",
    "bit slightly waited in at won played lost appeared attended hosted managed scored",
)
_OCCASIONS = wordset(
    "seasons games matches sessions terms rounds sets laps visits meetings generations summers winters nights",
    "weekends episodes stages innings tournaments elections tours cycles mornings evenings afternoons sittings",
)
# Under these there are things and people: "under three kings", "under 46 brands".
_ABOVE = wordset(
    "names banners brands flags headings titles labels coaches managers presidents kings rulers governments leaders",
    "commanders laws acts rules agreements contracts treaties conditions regimes aliases pseudonyms emperors popes",
)
_AGES = wordset("ago old later long late earlier before after")


def _is_lasting(numeral: Numeral, unit: Unit | None, noun: Noun | None) -> bool:
    """ "over three days", "over six seasons"; "over 40 games" is a number of games."""
    if unit is not None:
        return unit.sort == "time"
    return noun is not None and noun.unit.lower() in _OCCASIONS and numeral.high <= 20


def _is_during(tokens: Tokens, before: Sign, after: int) -> bool:
    """ "over three days": the time during which; "for over three days", "over three days ago": more than three."""
    if tokens[before.at].lower != "over":
        return False
    return tokens[before.at - 1].lower not in _LASTING and tokens[after].lower not in _AGES


_EARLIER = wordset("ago earlier before previously prior")


def _is_held_against(tokens: Tokens, before: Sign, after: int) -> bool:
    """ "12% more than five years before": more than then, not more than five."""
    compared = tokens[before.at - 1].text == "%" or tokens[before.at - 1].lower in (
        "percent",
        "cent",
        "times",
        "points",
    )
    return compared and before.at > 0 and tokens[after].lower in _EARLIER


def _comparator(numeral: Numeral, sense: Sense, ranged: bool) -> Comparator:
    if numeral.sense == "vague":
        return "vague"
    if ranged:
        return "between"
    if sense == "exact" and numeral.sense == "about":
        return "about"
    return "exact" if sense == "from" or sense == "between" else sense


def _form(tokens: Tokens, first: int, after: int, numeral: Numeral, unit: Unit | None) -> Form:
    if unit and unit.sort == "percent":
        lead = tokens[first - 2] if tokens[first - 1].lower in ("by", "of", "a", "an") else tokens[first - 1]
        return "change" if lead.lower in CHANGES or tokens[after].lower in CHANGES else "share"
    if unit and unit.sort == "times" and tokens[after].lower in ("as", "more", "higher", "the", "larger", "greater"):
        return "change"
    return "share" if numeral.form == "share" and unit is None else "amount"


_FLOORS = frozenset({"at_least", "more_than"})
_CEILINGS = frozenset({"at_most", "less_than"})
_JOINTS = frozenset({"and", "but", ",", "yet"})


def joined_limits(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """ "more than 100 but fewer than 200" is one range."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and _bound_each_other(tokens, kept[-1], draft):
            last = kept.pop()
            low, high = min(last.low, draft.low), max(last.high, draft.high)
            draft = replace(draft, first=last.first, low=low, high=high, comparator="between")
        kept.append(draft)
    return kept


def _bound_each_other(tokens: Tokens, one: Draft, other: Draft) -> bool:
    between = range(one.after, other.first)
    if not 0 < len(between) <= 2 or not all(tokens[at].lower in _JOINTS for at in between):
        return False
    if one.comparator in _FLOORS and other.comparator in _CEILINGS:
        return one.low < other.high
    return one.comparator in _CEILINGS and other.comparator in _FLOORS and other.low < one.high
