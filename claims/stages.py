"""The stages of a claim as data: which step leads where, who may take it, and what must hold. Pure.

`suggested` (read by the program) → `open` (accepted as a claim) → `in_review` → `settled` → `published`; `rejected` and
`retracted` with a reason. One step back from every working stage. A claim is settled by its reviewers, never by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Who = Literal["analyst", "editor"]
Guard = Literal["verdict", "no_dispute", "fresh", "never"]


@dataclass(frozen=True, slots=True)
class Step:
    """From one stage to another. `guards` must hold; `reason`: it must be said why."""

    name: str
    start: str
    to: str
    who: Who
    words: str
    reason: bool = False
    guards: tuple[Guard, ...] = ()


STEPS: tuple[Step, ...] = (
    Step("accept", "suggested", "open", "analyst", "Accept as a claim"),
    Step("reject", "suggested", "rejected", "editor", "Reject", reason=True),
    Step("take_up", "open", "in_review", "analyst", "Take into review"),
    Step("unaccept", "open", "suggested", "analyst", "Back to the suggestions"),
    Step("reject", "open", "rejected", "editor", "Reject", reason=True),
    Step("settle", "in_review", "settled", "analyst", "Settle", guards=("never",)),
    Step("put_back", "in_review", "open", "analyst", "Back to open"),
    Step("reject", "in_review", "rejected", "editor", "Reject", reason=True),
    Step("publish", "settled", "published", "editor", "Publish", guards=("verdict", "fresh", "no_dispute")),
    Step("reopen", "settled", "in_review", "analyst", "Judge again", reason=True),
    Step("reject", "settled", "rejected", "editor", "Reject", reason=True),
    Step("unpublish", "published", "settled", "editor", "Take out of publication", reason=True),
    Step("retract", "published", "retracted", "editor", "Retract", reason=True),
    Step("restore", "rejected", "open", "editor", "Bring back", reason=True),
    Step("reinstate", "retracted", "settled", "editor", "Reinstate", reason=True),
)

WHO: dict[Who, str] = {"analyst": "Analysts, editors and admins do this.", "editor": "Editors and admins do this."}
WHY_NOT: dict[Guard, str] = {
    "never": "A claim is settled by its reviewers: give a verdict.",
    "verdict": "Nobody has judged it yet.",
    "no_dispute": "There is an open dispute about its figure, citation or attribution. Settle that first.",
    "fresh": "It has changed since it was judged. Judge it again, or say that the verdict still holds.",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guards ask of a claim."""

    verdict: bool = False
    blocked: bool = False  # by an open dispute on figure, citation or attribution
    stale: bool = False


def steps_from(stage: str) -> Iterator[Step]:
    return (step for step in STEPS if step.start == stage)


def step_between(start: str, to: str) -> Step | None:
    return next((step for step in STEPS if (step.start, step.to) == (start, to)), None)


def why_not(step: Step, facts: Facts) -> str:
    """Why the claim cannot take this step now, in plain words; "" where it can. Who may is asked elsewhere."""
    holds = {"never": False, "verdict": facts.verdict, "no_dispute": not facts.blocked, "fresh": not facts.stale}
    return next((WHY_NOT[guard] for guard in step.guards if not holds[guard]), "")
