"""The words beside a number that say how it is meant: "at least", "some", "or more", "+"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.extraction.words import Token

from .number_words import STARTERS
from .phrases import Phrases, wordset

# A limit outranks an estimate ("at least about 500" is at_least). "between" and "from" open a range.
Sense = Literal["about", "at_least", "more_than", "at_most", "less_than", "exact", "between", "from"]

_ABOUT = (
    "about|around|some|roughly|approximately|approx|approx .|circa|c .|ca .|c|ca|~|∼|≈|nearly|almost|close to|near|"
    "near to|an estimated|estimated|an approximate|approximate|in the region of|in the order of|of the order of|"
    "on the order of|in the vicinity of|in the neighbourhood of|in the neighborhood of|somewhere around|perhaps|maybe|"
    "virtually|practically|give or take|more or less|very nearly|very roughly|"
    "barely|scarcely|hardly|nigh on|to the tune of|nearer|nearer to|closer to|approaching|more like"
)
_AT_LEAST = (
    "at least|at the least|at the very least|no fewer than|no less than|not fewer than|not less than|a minimum of|"
    "minimum of|minimum|at a minimum|as few as|as little as|≥|> =|= >|not under|not below|starting at|starting from|"
    "greater than or equal to|more than or equal to|larger or equal than|bigger or equal than|higher or equal than|"
    "greater or equal than|equal to or more than|equal to or greater than|at least or equal to|"
    "greater or equal to|more or equal than|larger than or equal to|higher than or equal to"
)
_MORE_THAN = (
    "more than|over|greater than|larger than|higher than|bigger than|longer than|older than|above|exceeding|"
    "in excess of|upwards of|upward of|north of|well over|just over|slightly over|a little over|a bit over|"
    "well above|just above|slightly above|slightly more than|a little more than|little more than|well more than|"
    "just more than|far more than|much more than|many more than|considerably more than|significantly more than|"
    "substantially more than|beyond|exceed|exceeds|exceeded|surpass|surpasses|surpassed|surpassing|topping|>|"
    "over the age of|above the age of|over age|above age|"
    "somewhat more than|far over|comfortably over|far in excess of|well in excess of|a shade over|heavier than|"
    "taller than|wider than|faster than"
)
_AT_MOST = (
    "up to|at most|at the most|at the very most|as many as|as much as|as high as|no more than|not more than|"
    "a maximum of|"
    "maximum of|maximum|max|a max of|not over|not above|not exceeding|no greater than|no larger than|no longer than|"
    "no higher than|no later than|≤|< =|= <|less than or equal to|fewer than or equal to|anything up to|"
    "smaller or equal than|less or equal than|lower or equal than|equal to or less than|equal to or fewer than|"
    "lower than or equal to|smaller than or equal to|less or equal to|as large as|as long as|a ceiling of"
)
_LESS_THAN = (
    "less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|just under|slightly under|"
    "a little under|well under|just below|slightly below|well below|slightly less than|a little less than|"
    "little less than|just less than|slightly fewer than|far fewer than|far less than|much less than|"
    "many fewer than|considerably less than|significantly less than|well less than|just short of|"
    "under the age of|below the age of|under age|below age|"
    "short of|just shy of|shy of|<|somewhat less than|somewhat fewer than|just fewer than|a shade under|lighter than"
)
_EXACT = "exactly|precisely|equal to|equals to|equals|equaling to|equalling to"


def _table(**phrases: str) -> Phrases[Sense]:
    return Phrases({phrase: sense for sense, joined in phrases.items() for phrase in joined.split("|")})  # type: ignore[misc]  # phrases are words of Sense


_BEFORE: Phrases[Sense] = _table(
    about=_ABOUT, at_least=_AT_LEAST, more_than=_MORE_THAN, at_most=_AT_MOST, less_than=_LESS_THAN, exact=_EXACT,
    between="between|anywhere between|somewhere between|between the ages of|between ages",
    **{"from": "from|anywhere from|somewhere from|from the ages of|from ages|from the age of|from age"},
)  # fmt: skip
# "plus" and "+" are glued or spaced; "more" alone is not here, it counts on ("300 more were hurt").
_AFTER: Phrases[Sense] = _table(
    about="or so|or thereabouts|- odd|odd|- ish|ish|more or less|give or take|, give or take|approximately",
    at_least="of age or older|of age or over|of age and older|of age and over|"
    "or more|or greater|or higher|or above|or over|or older|or longer|or larger|or better|and more|and above|"
    "and over|and up|and older|upwards|plus|- plus|+|at least|, at least|or greater than|or more than|and upwards|"
    "minimum|at a minimum|at the very least|if not more|, if not more",
    at_most="of age or younger|of age or under|of age and under|"
    "or less|or fewer|or under|or below|or younger|or lower|or smaller|and under|and below|and younger|"
    "at most|at the most|, at most|maximum|at the very most|tops",
)
LIMITS = frozenset({"at_least", "more_than", "at_most", "less_than"})
# "nearly 300" and "some 300", but "the 300 at some 20 sites": one-letter words count only with their point or glued.
_ABBREVIATED = frozenset({"c", "ca"})


# "organised around seven schools" is how, "held around seven meetings" is how many.
_ABOUT_A_CENTRE = wordset(
    "organised organized built centred centered structured arranged grouped clustered revolve revolves revolved",
    "revolving orbit orbits orbited wrapped gathered",
)


@dataclass(frozen=True, slots=True)
class Sign:
    """What a comparator says, and how far it reaches: first token before, or end token behind."""

    sense: Sense
    at: int
    inner: Sign | None = None  # of "from about": what stands behind the opening word


def comparator_before(tokens: Sequence[Token], first: int) -> Sign | None:
    """The comparator words that end right before a number, all of them: "up to around"."""
    found: Sign | None = None
    for _ in range(3):
        hit = _BEFORE.before(tokens, found.at if found else first)
        if hit is None or not _means_it(tokens, hit[0], found.at if found else first, number=found is None):
            break
        at, sense = hit
        if sense in ("between", "from"):
            return Sign(sense, at, found)
        found = Sign(_stronger(found.sense, sense) if found else sense, at)
    return found


def comparator_after(tokens: Sequence[Token], after: int) -> Sign | None:
    """The comparator words right behind a number or behind what it counts: "or more", "-odd", "+"."""
    hit = _AFTER.at(tokens, after)
    if hit is None:
        return None
    end, sense = hit
    # "200 or more than 300" and "20 + 30" go on to another number; "plus" joins two things elsewhere.
    following = tokens[end]
    if (
        following.kind == "number"
        or following.lower in STARTERS
        or (tokens[after].text == "+" and tokens[after - 1].end != tokens[after].start)
    ):
        return None
    if following.lower == "than" or (tokens[end - 1].lower == "up" and following.lower == "to"):
        return None  # "less than 10 and more than 40", "seven guards and up to 60 others"
    if tokens[after].lower in ("plus", "and") and following.lower in ("a", "an", "the"):
        return None
    if tokens[end - 1].lower == "than" and following.kind == "word":
        return None
    return Sign(sense, end)


def _means_it(tokens: Sequence[Token], at: int, after: int, *, number: bool) -> bool:
    """`number`: the number itself stands behind, not another comparator."""
    word = tokens[at].lower
    if word == "estimated":
        # "the estimated 500", but "they estimated about 500"
        return number and (not at or tokens[at - 1].lower in ("the", "an", "its", "this", "of", "and", ",", "with"))
    if word in _ABBREVIATED:
        return not tokens[at].capital and (after - at > 1 or tokens[at].end == tokens[after].start)
    if word == "near" and after - at == 1:
        # "near 300 homes" is where, "near 32 degrees" is how much; only "at near" and "to near" are plainly the latter
        return tokens[at - 1].lower in ("at", "to", "of", "from", "temperatures")
    if word == "around" and after - at == 1:
        return tokens[at - 1].lower not in _ABOUT_A_CENTRE
    return True


def _stronger(inner: Sense, outer: Sense) -> Sense:
    if inner in LIMITS or outer == "exact":
        return inner
    return outer
