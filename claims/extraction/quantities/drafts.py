"""A figure on its way: number, unit, comparator and noun put together, spans still in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..parts import Comparator, Form
from ..words import Token
from .closed_words import CHANGES
from .comparators import Sense, Sign, comparator_after
from .nouns import Noun
from .numerals import Numeral
from .units import Sort, Unit, rate_at

Tokens = Sequence[Token]


@dataclass(slots=True)
class Draft:
    """`first` and `after` are tokens, comparator words included; `sort` is the unit's."""

    first: int
    after: int
    low: Decimal
    high: Decimal
    comparator: Comparator
    unit: str | None
    sort: Sort | None
    noun: Noun | None
    form: Form
    per: str | None


# Comparators that are verbs stay outside the span: they say more than the figure.
_OUTSIDE = frozenset(
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topping approaching averaging equals "
    "equal equaling equalling".split()
)


def draft_of(
    tokens: Tokens,
    first: int,
    numeral: Numeral,
    unit: Unit | None,
    before: Sign | None,
    noun: Noun | None,
    *,
    ranged: bool = False,
    form: Form | None = None,
) -> Draft:
    """`numeral.after` is the end of the whole expression, its unit included."""
    after = max(numeral.after, unit.after if unit else 0)
    if before and unit and unit.sort == "time" and _is_during(tokens, before, after):
        before = None
    sense: Sense = before.sense if before else "exact"
    start = before.at if before and tokens[before.at].lower not in _OUTSIDE else first
    behind = comparator_after(tokens, after)
    if behind and not ranged:
        after = behind.at
        sense = behind.sense if sense in ("exact", "about") else sense
    rate = rate_at(tokens, after) or (rate_at(tokens, noun.after) if noun and noun.first >= after else None)
    if not ranged and behind is None and noun and noun.first >= after and sense == "exact":
        late = comparator_after(tokens, noun.after)  # "500 people or more"
        sense = late.sense if late else sense
    return Draft(
        first=start,
        after=after,
        low=numeral.low,
        high=numeral.high,
        comparator=_comparator(numeral, sense, ranged),
        unit=unit.name if unit else None,
        sort=unit.sort if unit else None,
        noun=noun,
        form=form or _form(tokens, start, after, numeral, unit),
        per=rate[1] if rate else None,
    )


_LASTING = frozenset(
    "for of after took lasted last lasting lasts spent spanned spanning was is were within just by well little bit "
    "slightly waited".split()
)
_AGES = frozenset("ago old later long late earlier before after".split())


def _is_during(tokens: Tokens, before: Sign, after: int) -> bool:
    """"over three days" is the time during which; "for over three days" and "over three days ago" are more than three."""
    if tokens[before.at].lower != "over":
        return False
    return tokens[before.at - 1].lower not in _LASTING and tokens[after].lower not in _AGES


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
        near = {tokens[at].lower for at in (first - 1, first - 2, after)}
        return "change" if near & CHANGES and "to" not in near else "share"
    if unit and unit.sort == "times" and tokens[after].lower in ("as", "more", "higher", "the", "larger", "greater"):
        return "change"
    return "share" if numeral.form == "share" and unit is None else "amount"


_FLOORS = frozenset({"at_least", "more_than"})
_CEILINGS = frozenset({"at_most", "less_than"})
_JOINTS = frozenset({"and", "but", ",", "yet"})


def joined_limits(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """"more than 100 but fewer than 200" is one range."""
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
