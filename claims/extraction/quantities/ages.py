"""Numbers that are ages where no "years" stands with them: "children under 5", "Ms Poe, 45,", "8% from 18 to 24"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.words import Token

from .closed_words import PERSONS
from .designations import MONTHS
from .drafts import Draft

Tokens = Sequence[Token]

_DOERS = ("ers", "ors", "men", "ists", "ians", "ees", "ants")  # "five runners were over 80"
_THOSE = PERSONS | {"those", "anyone", "everyone", "all", "kids", "youths", "adolescents", "infants"}


def is_an_age(tokens: Tokens, draft: Draft) -> bool:
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
    if before in ("are", "were", "be", "is", "was") and draft.noun is None and _bounds_an_age(tokens, draft):
        older = tokens[draft.after - 1].lower in ("over", "older", "under", "younger")
        return older or further.lower in PERSONS or further.lower.endswith(_DOERS)
    return before in _THOSE and _bounds_an_age(tokens, draft)


def _bounds_an_age(tokens: Tokens, draft: Draft) -> bool:
    """ "under 25", "65 or older"."""
    if draft.comparator in ("less_than", "more_than"):
        return tokens[draft.first].lower in ("under", "over")
    return tokens[draft.after - 1].lower in ("over", "older", "under", "younger")


def settle_age_groups(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "24% under the age of 18, 8% from 18 to 24": behind one age, the ranges are ages; "62% are under 25"."""
    aged = False
    for before, draft in pairwise(drafts):
        aged = aged or (before.unit == "years" and before.prefixed)
        if draft.unit is not None or draft.high > 120 or (before.sort != "percent" and before.form != "share"):
            continue
        bounded = _bounds_an_age(tokens, draft) and tokens[before.after].lower in ("are", "were", "is")
        if (aged and before.after == draft.first) or (bounded and before.after + 1 == draft.first):
            draft.unit, draft.sort = "years", "time"
