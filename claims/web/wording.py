"""What the program found, in sentences: the one place where they are written. Pure.

They say what stands in a copy and how it lies to the article's words. None says that a claim holds or does not: that
is a person's to say, and the words of verdicts are not used here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.models.vocabulary import Comparator, Finding, Hedge, Relation, Subject
from claims.web.answers import Receipt

NOUN: dict[str, str] = {"figure": "figure", "date": "date", "place": "place"}
SAME = (Relation.IDENTICAL, Relation.EQUIVALENT)
LONGEST_HEDGE = 40

# What the best words of a copy are to the article's.
FOUND: dict[str, str] = {
    Relation.IDENTICAL: "This copy has the same {part}.",
    Relation.EQUIVALENT: "This copy has the same {part}, written otherwise.",
    Relation.INSIDE: "This copy has a {part} inside the article’s: it is more exact.",
    Relation.WIDER: "This copy has a {part} wider than the article’s: it leaves more open.",
    Relation.OVERLAPS: "This copy’s {part} and the article’s overlap: each allows what the other does not.",
    Relation.DISJOINT: "This copy has another {part}: nothing fits both.",
    "": "This copy has the article’s {part}.",
}
FOUND_WORDS = "This copy has a sentence with most of the article’s words."
DIFFERS: dict[str, str] = {
    Subject.SAME: "This copy speaks of the same thing and has another {part}: nothing fits both.",
    Subject.UNKNOWN: "This copy has another {part}, and does not say plainly what of.",
}
ABSENT = "This copy does not have the article’s {part}."
ABSENT_WORDS = "No sentence of this copy has enough of the article’s words."
NEAR = {
    "same": "The same number stands in this copy, but not for the same thing.",
    "other": "What this copy has comes near, but is not for the same thing.",
}
UNAVAILABLE = "No words of this source are here to compare with."
RELATION: dict[str, str] = {
    Relation.IDENTICAL: "the same as the article’s",
    Relation.EQUIVALENT: "the same, written otherwise",
    Relation.INSIDE: "inside the article’s",
    Relation.WIDER: "wider than the article’s",
    Relation.OVERLAPS: "overlaps the article’s",
    Relation.DISJOINT: "apart from the article’s",
}
HEDGE: dict[str, str] = {
    Hedge.LOST: "The hedge was lost",
    Hedge.ADDED: "A hedge was added",
    Hedge.STRENGTHENED: "The hedge was made stronger",
    Hedge.WEAKENED: "The hedge was made weaker",
}
# Why words that came near are no evidence.
WHY = {
    "other_unit": "in another measure",
    "other_thing": "of another thing",
    "other_fate": "of what else became of them",
    "other_group": "of another group",
    "other_place": "of another place",
    "other_time": "of another time",
    "part_or_more": "of a part of them, or of so many more",
    "denied": "said not to be so in one of the two",
    "unreal": "planned, expected or asked for, not said to be so",
    "unclear": "with nothing to say what it is of",
    "other_words": "with too few of the article’s words",
}
SHORT_HEDGE: dict[str, str] = {
    Hedge.LOST: "Hedge lost",
    Hedge.ADDED: "Hedge added",
    Hedge.STRENGTHENED: "Hedge made stronger",
    Hedge.WEAKENED: "Hedge made weaker",
}
COMPARATOR: dict[str, str] = {
    Comparator.EXACT: "no hedge",
    Comparator.BETWEEN: "a range",
    Comparator.VAGUE: "an order of magnitude",
}
FENCED = "lists of works, menus, captions, comments"
# The number begins at a digit or at the sign of a currency; what stands before it is the hedge.
NUMBER = re.compile(r"[0-9$€£¥₹]")


@dataclass(frozen=True, slots=True)
class Drift:
    """A hedge that changed on the way: "The hedge was lost", and what either says, for quotation marks."""

    lead: str
    source: str
    article: str

    def __str__(self) -> str:
        return f"{self.lead}: the source says “{self.source}”, the article “{self.article}”."


def summary(finding: str, part: str, relation: str, subject: str, near: str | None = None) -> str:
    """The sentence above a copy's words.

    `part` is "figure", "date", "place" or, where the claim has none of them, "words"; `near` is the relation of what
    came nearest, None where nothing did.
    """
    if finding == Finding.UNAVAILABLE:
        return UNAVAILABLE
    if finding == Finding.ABSENT:
        return _absent(part, near)
    if finding == Finding.DIFFERS:
        return DIFFERS.get(subject, DIFFERS[Subject.SAME]).format(part=NOUN.get(part, "figure"))
    if part not in NOUN:
        return FOUND_WORDS
    said = FOUND[relation].format(part=NOUN[part])
    return f"{said} It does not say plainly what of." if subject == Subject.UNKNOWN else said


def _absent(part: str, near: str | None) -> str:
    if part not in NOUN:
        return ABSENT_WORDS
    said = ABSENT.format(part=NOUN[part])
    return said if near is None else f"{said} {NEAR['same' if near in SAME and part == 'figure' else 'other']}"


def relation_words(relation: str) -> str:
    """What a copy's value is to the article's: "wider than the article’s"."""
    return RELATION.get(relation, "")


def near_words(why: str, subject: str, relation: str, thing: str) -> str:
    """Why words that came near are no evidence: "the same number, but of “houses”"."""
    number = "the same number" if relation in SAME else "a number"
    if thing and why in ("", "other_thing") and subject == Subject.OTHER:
        return f"{number}, but of “{thing}”"
    return f"{number}, but {WHY.get(why, WHY['other_thing'])}"


def hedge_of(text: str, comparator: str) -> str:
    """The words that hedge a figure, as its text has them; else the name of what they mean."""
    if comparator in ("", Comparator.EXACT):
        return COMPARATOR[Comparator.EXACT]
    number = NUMBER.search(text)
    before = text[: number.start()].strip() if number else ""
    if before and before[0].isalpha() and len(before) <= LONGEST_HEDGE:
        return before[0].lower() + before[1:]
    return COMPARATOR.get(comparator) or Comparator(comparator).label


def drift(hedge: str, source: tuple[str, str], article: tuple[str, str]) -> Drift | None:
    """What became of the hedge; `source` and `article` are a figure's text and comparator. None where it was kept.

    A hedge that came or went is shown with its number, a changed one alone.
    """
    if hedge not in HEDGE:
        return None
    if hedge in (Hedge.LOST, Hedge.ADDED):
        return Drift(HEDGE[hedge], source[0], article[0])
    return Drift(HEDGE[hedge], hedge_of(*source), hedge_of(*article))


def short_hedge(hedge: str) -> str:
    """For a chip; "" where the hedge was kept."""
    return SHORT_HEDGE.get(hedge, "")


def copy_of(moment: dt.datetime) -> str:
    """ "copy of 12 Mar 2026"."""
    return f"copy of {moment.day} {moment:%b %Y}"


def short_hedges(told: Iterable[Mapping[str, Any]]) -> list[str]:
    """Of what several copies say to a claim; only one that says the thing can have said it with another hedge."""
    words = [short_hedge(one["hedge"]) for one in told if one["finding"] in (Finding.FOUND, Finding.DIFFERS)]
    return [said for said in dict.fromkeys(words) if said]


def searched(copy: str, receipt: Receipt, rules: str) -> str:
    """The receipt in a sentence: "Searched: 1,240 characters of the copy of 12 March 2026, 31 figures in them; …"."""
    counts = receipt.counts
    parts = [f"Searched: {many(counts['characters'], 'character')} of the {copy}" if "characters" in counts
             else f"Searched: the {copy}"]  # fmt: skip
    if "sentences" in counts:
        read = f", {counts['read']:,} of them read for figures" if "read" in counts else ""
        parts.append(many(counts["sentences"], "sentence") + read)
    if "figures" in counts:
        parts.append(many(counts["figures"], "figure"))
    parts.append(many(receipt.near_count, "near miss", "near misses"))
    if fenced := counts.get("fenced"):
        parts.append(f"{many(fenced, 'character')} fenced off and not searched ({FENCED})")
    if receipt.truncated:
        parts.append("the copy is longer than is read for one claim")
    parts.append(f"rules {rules}")
    return "; ".join(parts) + "."


def many(count: int, one: str, more: str = "") -> str:
    """ "1 figure", "31 figures"."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"
