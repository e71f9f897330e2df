"""Words that exclude each other: a figure of the men's team is none of the women's, the first wave not the second."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

# Wherever they stand in a sentence.
_SETS = (
    ("women woman women's female females girls", "men man men's male males boys"),
    ("child children children's kids paediatric pediatric juvenile", "adult adults", "elderly pensioners"),
    ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
     "ninth 9th", "tenth 10th"),
    ("north northern", "south southern", "east eastern", "west western"),
    ("private privately", "public publicly state-run"),
    ("urban", "rural"),
    ("domestic", "foreign international overseas"),
    ("civilian civilians", "military soldiers troops combatants"),
    ("upper", "lower"),
    ("indoor indoors", "outdoor outdoors"),
    ("primary elementary", "secondary"),
    ("import imports imported importing", "export exports exported exporting"),
    ("arrivals", "departures"),
    ("full-time", "part-time"),
    ("catholic", "protestant", "muslim", "jewish", "hindu"),
    ("husband", "wife"), ("mother", "father"), ("brother", "sister"), ("son", "daughter"),
    ("births", "deaths"),
    ("income revenue revenues turnover takings", "spending expenditure expenses", "debt debts", "profit profits"),
)  # fmt: skip
# Only beside the figure: elsewhere a sentence is full of them.
_NEAR = (
    ("summer", "winter", "spring", "autumn"),
    ("morning", "afternoon", "evening", "night"),
    ("red", "blue", "green", "yellow", "white", "black"),
    ("left", "right"),
    ("daily", "weekly", "monthly", "yearly annual annually"),
    ("gas", "oil", "coal", "wind", "solar", "nuclear"),
    ("wheat", "maize corn", "rice", "barley", "rye", "oats"),
    ("average mean", "median", "minimum lowest smallest", "maximum highest largest biggest", "record"),
    ("old", "new"),
    ("long length", "high tall height above below beneath altitude elevation", "deep depth", "wide width", "away"),
    ("upstairs", "downstairs"), ("inner", "outer"), ("front", "rear"), ("light", "heavy"), ("senior", "junior"),
)  # fmt: skip
_DIRECTIONS = (
    wordset(
        "up rose rise rises risen rising increased increase increases increasing grew grow grows grown growth climbed",
        "climb jumped jump gained gain gains higher more soared surged added expanded improved rallied widened",
    ),
    wordset(
        "down fell fall falls fallen falling decreased decrease decreases decreasing dropped drop drops declined",
        "decline declines shrank shrunk shrink lost lower less fewer plunged slumped sank cut cuts reduced reduction",
        "contracted slid dipped narrowed",
    ),
)
TURNS = _DIRECTIONS[0] | _DIRECTIONS[1]
Sides = dict[int, frozenset[int]]


def _table(sets: tuple[tuple[str, ...], ...], start: int) -> dict[str, tuple[int, int]]:
    return {
        word: (number, side)
        for number, sides in enumerate(sets, start=start)
        for side, words in enumerate(sides)
        for word in words.split()
    }


ANYWHERE = _table(_SETS, 0)
BESIDE = _table(_NEAR, len(_SETS))


def sides_of(words: Iterable[str], *, beside: bool = False) -> Sides:
    """Of each set that some words belong to, the sides they take; `beside`: of the sets that count beside a figure."""
    table = BESIDE if beside else ANYWHERE
    found: Sides = {}
    for word in words:
        if word in table:
            number, side = table[word]
            found[number] = found.get(number, frozenset()) | {side}
    return found


def directions_of(words: Iterable[str]) -> Sides:
    """Up, down, or both, of words beside a change."""
    taken = set(words)
    return {0: frozenset(side for side, known in enumerate(_DIRECTIONS) if known & taken)} if taken & TURNS else {}


def exclude(one: Sides, other: Sides) -> bool:
    """Whether both take a side of some set, and none in common."""
    return any(number in other and not sides & other[number] for number, sides in one.items())


def bare_numbers(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Numbers that count nothing and date nothing: the 4 of "4th Brigade", the 12 of "Flight 12"."""
    starts = sorted(taken)
    return frozenset(token.text for token in tokens if token.kind == "number" and not _inside(token.start, starts))


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]
