"""What the opinions of several people make of a claim. Pure.

The rules (issue of the desk's policy, one or two reviewers): the same label from as many people as are wanted settles
it; different labels need a third, whose word then holds until what was judged is another. Only opinions on the claim
and the findings as they are now count; an older one waits for its person to say that it still holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["waiting", "settled", "differing"]
OPEN = (
    "Both verdicts are open, so yours stays on record. "
    "Where you agreed, say otherwise with a new verdict; where they differ, a third person decides."
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A standing verdict. `fresh`: on what the claim and its findings are now."""

    by: int
    verdict: str
    fresh: bool = True
    adjudicates: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """`settled` with a verdict; `differing` waits for a third person, `waiting` for another or the first opinion."""

    state: State
    verdict: str = ""


def judge(opinions: Sequence[Opinion], wanted: int) -> Judged:
    fresh = [one for one in opinions if one.fresh]
    for one in fresh:
        if one.adjudicates:
            return Judged("settled", one.verdict)
    labels = {one.verdict for one in fresh}
    if len(fresh) < wanted or not labels:
        return Judged("waiting")
    return Judged("settled", labels.pop()) if len(labels) == 1 else Judged("differing")


def decides(opinions: Sequence[Opinion], wanted: int, person: int) -> bool:
    """Whether this person's verdict would be that of a third where opinions differ: of a new one, or of the one
    who has decided and thinks otherwise now.
    """
    if any(one.by == person and one.fresh and one.adjudicates for one in opinions):
        return True
    return judge(opinions, wanted).state == "differing" and not _has_said(opinions, person)


def why_may_not(opinions: Sequence[Opinion], wanted: int, person: int) -> str:
    """Why this person may not judge it now, in plain words; "" where they may.

    With one reviewer wanted whoever differs may still come round to the other; with two, each judged without the other.
    """
    if wanted == 1 or judge(opinions, wanted).state != "differing" or not _has_said(opinions, person):
        return ""
    return "Two opinions differ, and one of them is yours: a third person decides."


def why_stays(opinions: Sequence[Opinion], wanted: int, opinion: Opinion) -> str:
    """Why this one of the opinions may not be taken back, in plain words; "" where it may.

    Whoever took it back once both are open could judge again, and not without the other any more.
    """
    if wanted == 1 or not opinion.fresh or opinion.adjudicates or judge(opinions, wanted).state == "waiting":
        return ""
    return OPEN


def _has_said(opinions: Sequence[Opinion], person: int) -> bool:
    return any(one.by == person and one.fresh for one in opinions)
