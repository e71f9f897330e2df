"""What comes back when a source is asked whether it says what a claim says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claims.extraction.parts import Comparator

Finding = Literal["found", "differs", "absent"]
Relation = Literal["identical", "equivalent", "inside", "wider", "overlaps", "disjoint", ""]
Hedge = Literal["kept", "weakened", "strengthened", "lost", "added", ""]
Sameness = Literal["same", "other", "unknown", ""]
ProofPart = Literal["figure", "date", "place", "words"]
# Why words that come near are no evidence; empty for those that are.
Why = Literal[
    "",
    "other_unit",  # another measure, currency or rate
    "other_thing",  # something else is counted
    "other_fate",  # the same, but something else became of it: wounded, not killed
    "other_group",  # of another nation, army, firm
    "other_place",
    "other_time",
    "part_or_more",  # a part of the whole, or so many more
    "denied",  # said not to be so, where the claim says it is; or the other way round
    "unreal",  # planned, expected, asked, conditional
    "unclear",  # nothing says that it is the same thing
    "other_words",  # too few of the words of the claim
]


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of the source that speak to the claim, or come near.

    Offsets count in the text of the source. `exact` are the words of the figure,
    date or place themselves, or of the whole sentence for a statement;
    `sentence` is what they stand in. The value columns are the source's own, None
    where this is no figure. `negated`: denied or unreal there and not in the claim,
    or the other way round; such words never ground a claim.
    """

    start: int
    end: int
    exact: str
    sentence: tuple[int, int]
    part: ProofPart
    relation: Relation = ""
    hedge: Hedge = ""
    subject: Sameness = ""
    comparator: Comparator | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    counted: str | None = None
    negated: bool = False
    why: Why = ""


@dataclass(frozen=True, slots=True)
class PartSupport:
    """What the source says to the claim's date or place, beside the thing that the claim is about."""

    finding: Finding
    relation: Relation
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Searched:
    """The receipt of a search: what was looked through, and what came near but is no evidence.

    `sentences` were looked through for words and numbers, `read` of them read for
    `figures` figures. `truncated`: the text is longer than is read, or more
    sentences came into question than are read for one claim.
    """

    rules: str
    characters: int
    sentences: int
    read: int
    figures: int
    fenced: int
    near_misses: tuple[Proof, ...]
    truncated: bool


@dataclass(frozen=True, slots=True)
class Support:
    """Whether a source says it. `relation`, `hedge` and `subject` are those of the best proof.

    `proofs` are of the same thing, best first; a source that says both 600 and 900 has both.
    """

    finding: Finding
    relation: Relation
    hedge: Hedge
    subject: Sameness
    proofs: tuple[Proof, ...]
    date: PartSupport | None
    place: PartSupport | None
    searched: Searched
