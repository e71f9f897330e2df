"""How the hedge changed on the way from a source to an article.

The words beside a number push the reader's number down or up. From the weakest
to the strongest:

    fewer than · at most · (vague · about · between) · at least · more than

kept          the same words' meaning on both sides, or none on either
lost          the source hedges, the article does not: "about 600" → "600"
added         the article hedges, the source does not: "600" → "about 600"
strengthened  both hedge, the article further up the row: "about 600" → "over 600"
weakened      both hedge, the article further down the row: "at least 600" → "about 600"
"""

from __future__ import annotations

from claims.extraction.parts import Comparator

from .answers import Hedge

ROW: tuple[Comparator, ...] = ("less_than", "at_most", "vague", "about", "between", "at_least", "more_than")


def hedge_of(source: Comparator, article: Comparator) -> Hedge:
    if source == article:
        return "kept"
    if article == "exact":
        return "lost"
    if source == "exact":
        return "added"
    return "strengthened" if ROW.index(article) > ROW.index(source) else "weakened"
