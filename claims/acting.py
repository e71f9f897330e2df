"""What a person does to one claim in the queue: the deeds by their names, each kept as an Act that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims.assigning import assign_claim
from claims.correcting import correct_claim
from claims.disputing import raise_dispute
from claims.models import Act, Claim, Dispute
from claims.models.vocabulary import RejectedAs, Stage, Verdict
from claims.reviewing import give_verdict, still_holds
from claims.staging import move_claim
from claimtracker.core.concurrency import changed_meanwhile
from sources.refusals import BadValue

# What an act may change of a claim, and what taking it back sets again.
COLUMNS = ("stage", "stage_reason", "verdict", "assignee_id", "due", "taken_at", "rejected_as", "duplicate_of_id")
SHARES_OUT = ("take", "release", "bulk.assign")  # says whose work a claim is, and does none of it

FIELDS = {field.attname: field for field in Claim._meta.concrete_fields}


@dataclass(frozen=True, slots=True)
class Said:
    """What goes with an act: of each what it needs."""

    verdict: str = ""
    confidence: int | None = None
    rationale: str = ""
    basis: str = ""  # the findings that were seen
    reason: str = ""
    rejected_as: str = ""
    duplicate_of: Claim | None = None


Done = tuple[str, int | None]  # its words for the button that takes it back, and the verdict that was given


def _judge(claim: Claim, said: Said, version: int, by: Any) -> Done:
    review = give_verdict(
        claim, version=version, basis_seen=said.basis, by=by,
        verdict=said.verdict, confidence=said.confidence, rationale=said.rationale,
    )  # fmt: skip
    return Verdict(review.verdict).label, review.pk


def _hold(claim: Claim, said: Said, version: int, by: Any) -> Done:
    return "Still holds", still_holds(claim, version=version, basis_seen=said.basis, by=by).pk


def _accept(claim: Claim, said: Said, version: int, by: Any) -> Done:
    move_claim(claim, to=Stage.OPEN, version=version, by=by)
    return "Accepted", None


def _reject(claim: Claim, said: Said, version: int, by: Any) -> Done:
    """Without words of its own the reason is what it was rejected as."""
    kind = said.rejected_as or RejectedAs.NOT_A_CLAIM
    label = dict(RejectedAs.choices).get(kind, "")
    reason = said.reason.strip() or f"{label.capitalize()}."
    move_claim(
        claim, to=Stage.REJECTED, version=version, by=by, reason=reason, rejected_as=kind,
        duplicate_of=said.duplicate_of,
    )  # fmt: skip
    return "Rejected", None


def _take(claim: Claim, said: Said, version: int, by: Any) -> Done:
    """The day by which it was due goes with it, unless that is past: who takes it then is not late."""
    due = claim.due if claim.due and claim.due >= timezone.now().date() else None
    assign_claim(claim, to=by, due=due, version=version, by=by)
    return "Taken", None


def _release(claim: Claim, said: Said, version: int, by: Any) -> Done:
    assign_claim(claim, to=None, version=version, by=by)
    return "Released", None


DEEDS: dict[str, Callable[[Claim, Said, int, Any], Done]] = {
    "verdict": _judge,
    "holds": _hold,
    "accept": _accept,
    "reject": _reject,
    "take": _take,
    "release": _release,
}


@transaction.atomic
def act_on(claim: Claim, name: str, said: Said, *, version: int, by: Any) -> Act:
    """Do it, and remember what was before. Raises what the deed raises; then nothing was changed."""
    if name not in DEEDS:
        raise BadValue(f"One of {', '.join(DEEDS)}.", pointer="/act")
    # Held until the end, so that what was before is what the deed found.
    held = Claim.objects.select_for_update(of=("self",)).select_related("article").get(pk=claim.pk)
    if held.version != version:
        raise changed_meanwhile(version, held.version)
    before = kept(held)
    words, review = DEEDS[name](held, said, version, by)
    now = Claim.objects.values_list("version", flat=True).get(pk=claim.pk)
    return Act.objects.create(by=by, name=name, words=words, entries=[entry(claim.pk, now, before, review)])


@transaction.atomic
def correct_in_queue(claim: Claim, *, version: int, changes: Mapping[str, Any], by: Any, reason: str = "") -> Claim:
    """`correct_claim` as an act; what changes nothing is none. Raises what the deed raises."""
    held = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    before, links = kept(held), held.links.current().order_by("position")
    cited = list(links.values_list("citation__number", flat=True))
    done = correct_claim(claim, version=version, changes=changes, by=by, reason=reason)
    if done.version != version:
        said = {"version": version, "citations": cited}
        entries = [entry(claim.pk, done.version, before) | {"corrected": said}]
        Act.objects.create(by=by, name="correct", words="Corrected", entries=entries)
    return done


@transaction.atomic
def dispute_in_queue(claim: Claim, *, by: Any, **about: Any) -> Dispute:
    """`raise_dispute` as an act. Raises what the deed raises."""
    made = raise_dispute(claim, by=by, **about)
    now = Claim.objects.values_list("version", flat=True).get(pk=claim.pk)
    entries = [entry(claim.pk, now, {}) | {"dispute": made.pk}]
    Act.objects.create(by=by, name="dispute", words="Disputed", entries=entries)
    return made


def kept(claim: Claim) -> dict[str, Any]:
    """The columns as they are, for JSON."""
    found = {name: getattr(claim, name) for name in COLUMNS}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in found.items()}


def read_kept(before: Mapping[str, Any]) -> dict[str, Any]:
    """The same as a row has them."""
    return {name: FIELDS[name].to_python(value) for name, value in before.items()}


def entry(claim: int, version: int, before: Mapping[str, Any], review: int | None = None) -> dict[str, Any]:
    return {"claim": claim, "version": version, "before": dict(before), "review": review, "dispute": None}
