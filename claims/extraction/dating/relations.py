"""The preposition that governs a period: since, until, before, after, by, as of."""

from __future__ import annotations

from claims.extraction.parts import Relation

from .line import Line
from .vocabulary import APPROXIMATE, DASHES, PARTS_OF_DAY
from .year_words import CHANGING, ORIGINS

SINGLE: dict[str, Relation] = {
    "since": "since",
    "from": "since",
    "starting": "since",
    "beginning": "since",
    "until": "until",
    "till": "until",
    "til": "until",
    "through": "until",
    "thru": "until",
    "before": "before",
    "pre": "before",
    "after": "after",
    "post": "after",
    "by": "by",
}
# The last word of those that are several: "as of", "prior to", "no later than".
PAIRS: dict[tuple[str, str], Relation] = {
    ("as", "of"): "as_of",
    ("as", "at"): "as_of",
    ("as", "from"): "since",
    ("prior", "to"): "before",
    ("previous", "to"): "before",
    ("up", "to"): "until",
    ("subsequent", "to"): "after",
    ("earlier", "than"): "before",
    ("later", "than"): "after",
}
BEING = frozenset({"is", "are", "was", "were", "has", "have", "had"})  # "a layout from 1967 is kept"
ONWARDS = frozenset({"onwards", "onward", "forward"})
BEFORE_LATER = frozenset({"no", "not", "any"})


def read_relation(line: Line, first: int, past: int) -> tuple[Relation | None, int]:
    """What governs tokens [first, past), and the token where its words start (`first` if there are none)."""
    at = _before_fillers(line, first)
    found = _relation(line, at, past)
    if line.low[past] in ONWARDS or (line.low[past] == "or" and line.low[past + 1] == "later"):
        return "since", found[1] if found else first
    return found or (None, first)


def _before_fillers(line: Line, first: int) -> int:
    """The token before "the evening of", "the", "at least", "about", "on" and "in", where they stand between.

    In "since the 2014 election" the preposition governs the election and not the year; "by the 24th" is a day.
    """
    at = first - 1
    if line.low[at] in ("of", "on") and line.low[at - 1] in PARTS_OF_DAY:
        at -= 3 if line.low[at - 2] == "the" else 2  # "by the evening of June 24"
    if line.low[at] == "the" and line.tokens[first].kind == "number" and (line.number(first) or 99) <= 31:
        at -= 1
    if line.low[at] in DASHES and line.low[at - 1] in ("pre", "post"):
        at -= 1
    if line.low[at] in APPROXIMATE:
        at -= 1
    if line.low[at] == "least" and line.low[at - 1] == "at":
        at -= 2
    if line.low[at] in ("on", "in") and line.low[at - 1] in ("starting", "beginning", "before", "after", "from"):
        at -= 1
    return at


def _relation(line: Line, at: int, past: int) -> tuple[Relation, int] | None:
    word, before = line.low[at], line.low[at - 1]
    pair = PAIRS.get((before, word))
    if pair:
        return _than(line, at, pair)
    relation = SINGLE.get(word)
    if relation is None or (word == "from" and (_tells_origin(line, at) or line.low[past] in BEING)):
        return None
    start = at - 1 if (before, word) in (("up", "until"), ("up", "till"), ("ever", "since")) else at
    return relation, start


def _tells_origin(line: Line, at: int) -> bool:
    """ "a report from 2018", "rose from", "fell 12% from a year earlier" """
    before, behind = line.low[at - 1], line.low[at + 3]
    return before in ORIGINS or before in CHANGING or before in ("%", "percent") or behind in ("earlier", "before")


def _than(line: Line, at: int, pair: Relation) -> tuple[Relation, int]:
    """ "no later than" is by, "no earlier than" since."""
    if line.low[at] == "than" and line.low[at - 2] in BEFORE_LATER:
        return ("by" if pair == "after" else "since"), at - 2
    return pair, at - 1
