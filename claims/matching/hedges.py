"""How the hedge changed on the way from a source to an article.

What the words beside a number assert of it, from the least to the most:

    vague ("dozens") · about · between · at least, at most · more than, fewer than

kept          the same on both sides, or no hedge on either
lost          the source hedges, the article does not: "about 600" → "600"
added         the article hedges, the source does not: "600" → "about 600"
strengthened  both hedge, and the article asserts more: "about 600" → "over 600", "up to 600" → "fewer than 600";
              or it turns a bound from above into one from below: "up to 600" → "at least 600"
weakened      both hedge, and the article asserts less: "at least 600" → "about 600"; or it turns a bound from
              below into one from above: "at least 600" → "up to 600"
"""

from __future__ import annotations

from claims.extraction.parts import Comparator

from .answers import Hedge

ASSERTED: dict[Comparator, int] = {
    "vague": 0, "about": 1, "between": 2, "at_least": 3, "at_most": 3, "more_than": 4, "less_than": 4, "exact": 5,
}  # fmt: skip
BELOW = frozenset(("at_least", "more_than"))  # bounds from below: they push the reader's number up
ABOVE = frozenset(("at_most", "less_than"))


def hedge_of(source: Comparator, article: Comparator) -> Hedge:
    if source == article:
        return "kept"
    if article == "exact":
        return "lost"
    if source == "exact":
        return "added"
    if source in ABOVE and article in BELOW:
        return "strengthened"
    if source in BELOW and article in ABOVE:
        return "weakened"
    return "strengthened" if ASSERTED[article] > ASSERTED[source] else "weakened"
