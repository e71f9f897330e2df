"""What stands around a name and tells whether it is a place: "in X", "the village of X", "X, Texas"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from claims.extraction.parts import PlacePrecision
from claims.extraction.words import Token, Words

from .capitals import HYPHENS, Run, beside, glued, key_of
from .gazetteer import Entry, Known, look_up
from .name_words import CALENDAR, FUNCTION
from .names import Names, is_person
from .place_words import (
    AFTER_TYPE,
    ATTACKS,
    BOUND,
    CUES,
    DIRECTIONS,
    FIRM_CUES,
    FLIGHTS,
    LIST_ENDS,
    LOCATING,
    LOST,
    MOTIONS,
    NEAR_CUES,
    PART_NOUNS,
    PLACE_NOUNS,
    PLACES_NOUNS,
    PLAYED,
    SIEGES,
    SKIPPED,
    SPORTED,
)

Cue = Literal["none", "loose", "firm", "near"]
STRENGTH: dict[Cue, int] = {"none": 0, "loose": 1, "firm": 2, "near": 3}

_SKIPPED_MOST = 4
_DATE_MOST = 4  # tokens of "August 30, 1963"
_DEFINED_WITHIN = 8  # words from "X is" to "village"
_DEFINED_BEFORE = frozenset(["in", "of", "on", "near", "at", "and", "located", "situated", "where", "that", ""])


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) that name a place; `entries` is empty where the gazetteer does not know it."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...] = ()
    precision: PlacePrecision | None = None
    cue: Cue = "none"


def parts_of(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    return [token for token in tokens[first:last] if token.kind == "word"]


@dataclass(slots=True)
class Context:
    """A sentence while its places are read. `ends` has, under the last token of each place found, its entry."""

    words: Words
    names: Names
    runs: list[Run]
    shut: set[int] = field(default_factory=set)  # runs inside the name of something else
    ends: dict[int, Entry | None] = field(default_factory=dict)
    cues: dict[int, Cue] = field(default_factory=dict)  # and what stood before it
    tokens: tuple[Token, ...] = field(init=False)
    _firsts: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.words.tokens
        self._firsts = {run.first: at for at, run in enumerate(self.runs)}

    def run_at(self, token: int) -> int | None:
        """The run that begins at that token."""
        return self._firsts.get(token)

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def lower(self, at: int) -> str:
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def linked(self, at: int) -> str:
        """The word that ties run `at` to the one before it: "of", "in", "and", "," …; empty without one."""
        if at == 0:
            return ""
        between = [token.lower for token in self.tokens[self.runs[at - 1].last : self.runs[at].first]]
        return between[0] if between and set(between[1:]) <= {"the", "former"} else ""

    def owner(self, at: int) -> int | None:
        """The first token of the unknown name that owns run `at`: Guy of "Guy's Hospital"."""
        run, before = self.runs[at], self.runs[at - 1] if at else None
        if before is None or before.last != run.first - 1 or self.tokens[before.last].kind != "possessive":
            return None
        taken = before.last - 1 in self.ends or at - 1 in self.shut
        return None if taken or not self.beside(before.last) else before.first

    def cue(self, first: int) -> Cue:
        """What the words before token `first` say of a name that begins there."""
        at = first - 1
        for _ in range(_SKIPPED_MOST):
            if self.lower(at) not in SKIPPED and self.text(at) not in HYPHENS:
                break
            at -= 1
        word = self.lower(at)
        if at < 0:
            return "none"
        if word == "of":
            return self._cue_of(at)
        if word == "to" and self._goes_from(at):
            return "firm"
        if word == "for" and self.lower(at - 1) in BOUND:
            return "firm"
        if word in ("to", "from", "into", "towards", "toward") and self.lower(at - 1) in FLIGHTS:
            return "near"
        if word in ("on", "against") and self.lower(at - 1) in ATTACKS:
            return "firm"
        if word in CUES:
            if word in NEAR_CUES:
                return "near"
            return (
                "firm" if word in FIRM_CUES or (word in ("to", "from") and self.lower(at - 1) in MOTIONS) else "loose"
            )
        if word in PLACE_NOUNS and self.tokens[at].text == word and self.lower(at - 1) in ("the", "a", "of"):
            return "loose"  # "the city Reading"
        return self._cue_of_list(at, first)

    def located(self, first: int) -> bool:
        """Whether something is said to stand or happen in it: "houses in X", "born at X"."""
        at = first - 1
        if self.lower(at) in DIRECTIONS:
            at -= 1
        if self.lower(at) not in ("in", "at", "outside"):
            return False
        return self.lower(self._before_date(at - 1)) in LOCATING

    def _before_date(self, at: int) -> int:
        """The token before a date: "born August 30, 1963 in X", "killed in 1942 at X"."""
        for _ in range(_DATE_MOST):
            number = 0 <= at < len(self.tokens) and self.tokens[at].kind == "number"
            if not (number or self.lower(at) in CALENDAR or self.text(at) == ","):
                break
            at -= 1
        return at - 1 if self.lower(at) in ("in", "on") else at

    def _goes_from(self, at: int) -> bool:
        """Whether "to" at that token goes on from a place: "from Leeds to Bath"."""
        return at - 1 in self.ends and "from" in (self.lower(token) for token in range(max(0, at - 6), at - 1))

    def _cue_of(self, at: int) -> Cue:
        noun = self.lower(at - 1)
        if self.is_somebody(at - 1):
            return "loose"  # "Ann Bell of Cleveland"
        if (noun in PLACE_NOUNS or noun in PLACES_NOUNS or noun in SIEGES) and not self.tokens[at - 1].capital:
            return "near"
        return "firm" if noun in PART_NOUNS else "none"

    def is_somebody(self, last: int) -> bool:
        """Whether the name that ends at that token is a person's, with a first name and a surname."""
        if not self.tokens[last].capital:
            return False
        first = last
        while first > max(0, last - 3) and (self.tokens[first - 1].capital or self.text(first - 1) == "."):
            first -= 1
        return last > first and is_person(parts_of(self.tokens, first, last + 1))

    def _cue_of_list(self, at: int, first: int) -> Cue:
        """A list goes on as it began: "in Leeds, Reading and Bath"."""
        if self.text(at) == "," or self.lower(at) in ("and", "or"):
            before = at - 1 if self.text(at - 1) != "," else at - 2
            if self.text(before) == ")" and self.text(before - 2) == "(":
                before -= 3  # "in Leeds (40), Reading (12)"
            if before in self.ends and (self.text(at) != "," or self._goes_on(first)):
                cue = self.cues.get(before, "none")
                return cue if STRENGTH[cue] > 1 else "loose"
        return "none"

    def _goes_on(self, first: int) -> bool:
        run = self.run_at(first)
        after = self.runs[run].last if run is not None else first + 1
        if self.text(after) == "(" and self.text(after + 2) == ")":
            after += 3
        return self.text(after) == "," or self.lower(after) in ("and", "or")

    def outer(self, last: int) -> tuple[Entry, ...]:
        """The countries and regions that stand right behind a name that ends before token `last`: "…, Texas"."""
        if self.text(last) not in (",", "(") or last + 1 >= len(self.tokens):
            return ()
        at = self.run_at(last + 1)
        if at is None:
            return ()
        run = self.runs[at]
        known = look_up(key_of(self.tokens, run.first, run.last)) if run.last - run.first < 8 else None
        if known is None:
            return ()
        return tuple(entry for entry in known.entries if entry.kind in ("country", "region", "area"))

    def listed(self, first: int, last: int) -> bool:
        """Whether the name ends a list of places: "in Kabul and Sumbeka"."""
        joined = self.lower(first - 1) in ("and", "or") and (first - 2 in self.ends or first - 3 in self.ends)
        return joined and (last >= len(self.tokens) or self.text(last) in ".,;)" or self.lower(last) in LIST_ENDS)

    def lies_in(self, last: int) -> bool:
        """Whether the sentence goes on with where it lies: "Kajaki, in Helmand"."""
        at = last + (self.text(last) == ",")
        if self.lower(at) not in ("in", "near", "outside", "off"):
            return False
        return self.known_at(self.past_skipped(at + 1)) is not None

    def past_skipped(self, at: int) -> int:
        """The token behind "the", "northern" and the like."""
        first = at
        while self.lower(at) in SKIPPED and at < first + _SKIPPED_MOST:
            at += 1
        return at

    def known_at(self, token: int) -> Known | None:
        """What the gazetteer has under the run that begins at that token."""
        at = self.run_at(token)
        if at is None or self.runs[at].last - token > 6:
            return None
        return look_up(key_of(self.tokens, token, self.runs[at].last))

    def inner(self, first: int) -> Entry | None:
        """The place before the comma that a name stands behind: Tbilisi of "Tbilisi, Georgia"."""
        return self.ends.get(first - 2) if self.text(first - 1) == "," else None

    def describes(self, last: int) -> bool:
        """Whether the name is an adjective of a noun behind it: "the Arctic fox"."""
        following = self.tokens[last] if last < len(self.tokens) and self.beside(last - 1) else None
        if following is None or following.kind != "word" or following.capital:
            return False
        return following.lower not in AFTER_TYPE and not following.lower.endswith("ed")

    def plays(self, first: int, last: int) -> bool:
        """Whether a club is meant: "beat Liverpool", "lost to Tulsa", "Kent beat"."""
        if self.lower(last) in ("beat", "beats", "thrashed", "drew"):
            return True
        before = self.lower(first - 1)
        noun = self.lower(first - 2)
        sported = before in ("for", "with", "against", "over", "at") and noun in SPORTED
        return before in PLAYED or sported or (before == "to" and noun in LOST)

    def defined(self, last: int) -> bool:
        """Whether the sentence says that it is a place: "X is a small town in", "X, a village near"."""
        at = last + 1
        if self.lower(last) not in ("is", "was", ","):
            return False
        stops = _DEFINED_BEFORE if self.text(last) == "," else _DEFINED_BEFORE | {",", ".", ";", "with", "by"}
        if self.lower(at) not in ("a", "an", "the"):
            return False
        for ahead in range(at + 1, min(at + _DEFINED_WITHIN, len(self.tokens))):
            token = self.tokens[ahead]
            if token.lower in PLACE_NOUNS and not token.capital:
                return self.lower(ahead + 1) in stops
            if (token.kind == "sign" and token.text not in HYPHENS) or token.lower in ("of", "in", "who", "that", "by"):
                return False
        return False

    def behind_hyphen(self, first: int) -> bool:
        """Whether small letters are tied to the name: "pro-Russia", "mid-Atlantic"."""
        return (
            first > 1
            and self.text(first - 1) in HYPHENS
            and glued(self.tokens, first - 2)
            and glued(self.tokens, first - 1)
        )

    def titled(self, first: int, last: int) -> bool:
        """Whether the name stands in the title of a work: alone in quotation marks, or "Live In Memphis"."""
        if self.text(first - 1) in ('"', "“") and self.text(last) in ('"', "”"):
            return True
        after = self.tokens[last] if last < len(self.tokens) else None
        if after and after.capital and after.lower in FUNCTION and len(after.text) > 1 and self.beside(last - 1):
            return True
        before = self.tokens[first - 1] if first > 2 else None
        small = before is not None and before.kind == "word" and before.lower in FUNCTION and before.lower != "the"
        return bool(
            small and before and before.capital and self.tokens[first - 2].kind == "word" and not before.text.isupper()
        )

    def beside(self, at: int) -> bool:
        return beside(self.tokens, at)
