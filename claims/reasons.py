"""Why a claim comes now, in words: its flags, its size, whose turn it is. From the rows, never from the score."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claims.judging import Opinion, judge
from claims.models import Claim, Review
from claims.models.vocabulary import Flag, Stage

# In the order in which they are told.
FLAGS: dict[str, str] = {
    Flag.DIFFERS: "A source says otherwise",
    Flag.DISPUTED: "Somebody disputes it",
    Flag.UNCITED: "No source is cited for it",
    Flag.STALE: "It has changed since it was judged",
    Flag.OVERDUE: "It is overdue",
    Flag.SINGLE_ORIGIN: "Several citations, and all lead to one origin",
    Flag.NO_SUPPORT_FOUND: "It stands in none of the copies",
    Flag.SOURCE_RISK: "A source was withdrawn, or is unreliable",
    Flag.FIGURE_CHANGED: "The figure is another in the current text",
    Flag.ANCHOR_LOST: "The current text does not say it any more",
    Flag.SOURCE_UNIDENTIFIED: "A source has not been identified yet",
}
# To somebody who has not judged it as it is now, and to somebody who has.
TO_DECIDE = ("Two opinions differ: yours decides", "Two opinions differ, one of them yours: a third person decides")
TO_JUDGE = (
    "One person has judged it; yours is asked for, without seeing theirs",
    "You have judged it; another person's opinion is asked for",
)
LARGE = 100_000
NOT_YET = {Stage.SUGGESTED: "Read by the program; nobody has accepted it yet"}


@dataclass(frozen=True, slots=True)
class Reason:
    """`code` is a flag, or the name of what else brings it here."""

    code: str
    words: str


def reasons_of(claim: Claim, opinions: Sequence[Review], wanted: int, *, user: Any) -> list[Reason]:
    """`opinions`: all that stand, `with_stale`; who judged what is not told, only how many did. Needs `with_parts`."""
    return [*_flagged(claim), *_large(claim), *_turn(claim, opinions, wanted, user), *_mine(claim, user)]


def ask_standing(claims: Iterable[Claim]) -> Any:
    """The opinions that stand."""
    return Review.objects.standing().filter(claim__in=list(claims)).with_stale().select_related("by").order_by("pk")


def standing_of(claims: Iterable[Claim]) -> dict[int, list[Review]]:
    """The opinions that stand, by claim, in one query."""
    found: dict[int, list[Review]] = defaultdict(list)
    for review in ask_standing(claims):
        found[review.claim_id].append(review)
    return found


def _flagged(claim: Claim) -> Iterator[Reason]:
    there = set(claim.flags)
    return (Reason(str(flag), words) for flag, words in FLAGS.items() if flag in there)


def _large(claim: Claim) -> Iterator[Reason]:
    bounds = [abs(bound) for bound in (claim.figure_low, claim.figure_high) if bound is not None]
    if bounds and max(bounds) >= LARGE:
        yield Reason("large_figure", "A large figure")


def _turn(claim: Claim, opinions: Sequence[Review], wanted: int, user: Any) -> Iterator[Reason]:
    known = [Opinion(one.by_id, one.verdict, not one.stale, one.adjudicates) for one in opinions]
    fresh = [one for one in known if one.fresh]
    has_said = any(one.by == getattr(user, "pk", None) for one in fresh)
    if judge(known, wanted).state == "differing":
        yield Reason("opinions_differ", TO_DECIDE[has_said])
    elif fresh and len(fresh) < wanted:
        yield Reason("second_opinion", TO_JUDGE[has_said])
    elif not known:
        yield Reason("unjudged", NOT_YET.get(Stage(claim.stage), "Judged by nobody yet"))


def _mine(claim: Claim, user: Any) -> Iterator[Reason]:
    if claim.assignee_id is not None and claim.assignee_id == getattr(user, "pk", None):
        due = f", due {_day(claim.due)}" if claim.due else ""
        yield Reason("yours", f"You took it{due}" if claim.taken_at else f"It was given to you{due}")


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"
