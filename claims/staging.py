"""Moving a claim from one stage to another: the deed behind `stages`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from claims import permissions
from claims.changing import change_claim
from claims.models import Claim
from claims.models.dispute import BLOCKING
from claims.models.vocabulary import RejectedAs, Stage
from claims.reviewing import supersede_all
from claims.said import said
from claims.stages import WHO, Facts, Step, step_between, steps_from, why_not
from claims.telling import tell_of_claim
from claimtracker.core import history
from claimtracker.core.concurrency import changed_meanwhile
from claimtracker.core.refusals import Refused, require
from sources.refusals import BadValue

NEEDED = "Say why; the reason stays with the claim."
UNJUDGED = (Stage.OPEN, Stage.IN_REVIEW)  # no claim has a verdict there
MAY = {"analyst": permissions.can_review, "editor": permissions.can_publish}


class NoSuchStep(Refused):
    """There is no step from this stage to that one, or what it needs does not hold. Nothing was changed."""

    code = "no_such_step"
    title = "This step cannot be taken now"


@dataclass(frozen=True, slots=True)
class Possible:
    """A step from where the claim stands, and why it cannot be taken now by this person ("": it can)."""

    step: Step
    why_not: str

    @property
    def allowed(self) -> bool:
        return not self.why_not


def possible_steps(claim: Claim, *, by: Any) -> Iterator[Possible]:
    """All steps from the claim's stage, each with the reason against it."""
    facts = facts_of(claim)
    for step in steps_from(claim.stage):
        yield Possible(step, why_not(step, facts) or ("" if MAY[step.who](by) else WHO[step.who]))


@transaction.atomic
def move_claim(
    claim: Claim,
    *,
    to: str,
    version: int,
    by: Any,
    reason: str = "",
    rejected_as: str = "",
    duplicate_of: Claim | None = None,
) -> Claim:
    """Take one step. `rejected_as` and `duplicate_of` go with a rejection.

    Raises NotAllowed, BadValue, NoSuchStep, Stale.
    """
    require(permissions.can_review(by), WHO["analyst"])
    held = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    if held.version != version:
        raise changed_meanwhile(version, held.version)
    step = step_between(held.stage, to)
    if step is None:
        raise NoSuchStep(_nowhere(held.stage, to))
    require(MAY[step.who](by), WHO[step.who])
    if against := why_not(step, facts_of(held)):
        raise NoSuchStep(against)
    why = said(reason, needed=NEEDED if step.reason else "")
    columns = {"stage": to, "stage_reason": why} | _rejection(to, rejected_as, duplicate_of, held)
    if held.verdict and to in UNJUDGED:  # what was judged before goes into a new round
        columns["verdict"] = ""
        with history.action("review.superseded", by=by, reason=reason):
            supersede_all(held, reason=reason)
    moved = change_claim(held, columns, version=version, action=f"claim.{step.name}", by=by, reason=reason)
    tell_of_claim("claim.staged", moved, f"Now {moved.get_stage_display().lower()}", by=by)
    return moved


def facts_of(claim: Claim) -> Facts:
    flags = claim.flags
    return Facts(
        verdict=bool(claim.verdict),
        blocked=any(aspect in BLOCKING for aspect in claim.disputed_aspects),
        stale="stale" in flags,
    )


def _nowhere(stage: str, to: str) -> str:
    if to not in Stage.values:
        return f"A stage is one of {', '.join(Stage.values)}."
    there = ", ".join(step.to for step in steps_from(stage))
    return f"From {stage} no step leads to {to}; there are steps to {there}. Nothing was changed."


def _rejection(to: str, rejected_as: str, duplicate_of: Claim | None, claim: Claim) -> dict[str, Any]:
    if to != Stage.REJECTED:
        if rejected_as or duplicate_of:
            raise BadValue("Only a rejection says what the claim is instead.", pointer="/rejected_as")
        return {"rejected_as": "", "duplicate_of": None}
    rejected_as = rejected_as or (RejectedAs.DUPLICATE if duplicate_of else RejectedAs.NOT_A_CLAIM)
    if rejected_as not in RejectedAs.values:
        raise BadValue(f"A claim is rejected as one of {', '.join(RejectedAs.values)}.", pointer="/rejected_as")
    if (rejected_as == RejectedAs.DUPLICATE) != (duplicate_of is not None):
        raise BadValue("A duplicate names the claim that says the same, and only a duplicate.", pointer="/duplicate_of")
    if duplicate_of and (duplicate_of.pk == claim.pk or duplicate_of.stage == Stage.REJECTED):
        raise BadValue("A claim is the duplicate of another one that stands.", pointer="/duplicate_of")
    return {"rejected_as": rejected_as, "duplicate_of": duplicate_of}
