"""What follows from how a dispute ends: the record is corrected, the duplicate rejected, the rival accepted.

An upheld objection to what the article says never touches the claim: it stays what the article says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claims.correcting import correct_claim
from claims.exports.shapes import parts_json
from claims.models import Claim, Dispute
from claims.models.vocabulary import Aspect, DisputeState, Ground, Rank, RejectedAs, Stage
from claims.rivals import LONGEST_WHY, accept_rival
from claims.said import said
from claims.staging import move_claim
from claimtracker.core import history
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused
from sources.refusals import BadValue

SHOWN = 120  # characters of a claim in a line that tells of it
UPHELD = (DisputeState.UPHELD, DisputeState.PARTLY_UPHELD)
# Columns that a correction of an aspect changes.
COLUMNS = {Aspect.PLACE: ("place_id",), Aspect.WORDING: ("statement", "kind")}


def follow(
    dispute: Dispute, claim: Claim, *, by: Any, correction: Mapping[str, Any] | None, rank: str, rank_reason: str
) -> None:
    """Do what the outcome asks for, inside of the deed that settles. Raises BadValue, Refused."""
    corrects = dispute.state in UPHELD and dispute.ground == Ground.MISREAD and dispute.aspect != Aspect.DUPLICATE
    accepts = dispute.state in UPHELD and dispute.ground == Ground.CONTESTED and dispute.rival is not None
    if correction and not corrects:
        raise BadValue("Only an upheld dispute about a misreading corrects the claim.", pointer="/correction")
    if (rank or rank_reason.strip()) and not accepts:
        raise BadValue("Only an upheld dispute with another value ranks it.", pointer="/rank")
    if dispute.state not in UPHELD:
        return
    if dispute.aspect == Aspect.DUPLICATE:
        _reject(dispute, claim, by=by)
    elif corrects:
        _correct(dispute, claim, correction, by=by)
    elif accepts:
        _accept(dispute, rank or Rank.NORMAL, rank_reason, by=by)


def corrected_since(dispute: Dispute, claim: Claim) -> bool:
    """Whether what is disputed is another in the record by now than the one that was objected to."""
    if claim.parts_version <= dispute.version:
        return False
    names = list(COLUMNS.get(Aspect(dispute.aspect), ()))
    names += [field.attname for field in Claim._meta.concrete_fields if field.name.startswith(f"{dispute.aspect}_")]
    if not names:
        return True  # what it cites: counted by the version alone
    seen = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk, version=dispute.version).order_by("-pgh_id")
    before = seen.first()
    return before is None or any(getattr(before, name) != getattr(claim, name) for name in names)


def tell_of(dispute: Dispute, event: str, deed: str, *, by: Any, to: Iterable[int | None] = ()) -> None:
    """Say it to those who follow the claim, its article, or a source that one of the two values leans on."""
    claim = dispute.claim
    sources = claim.links.current().sources()
    if dispute.rival and dispute.rival.source_id:
        sources.add(dispute.rival.source_id)
    about = [("claim", claim.pk), ("article", claim.article_id), *(("source", pk) for pk in sorted(sources))]
    words = f"{by} {deed} “{claim.statement[:SHOWN]}”"
    tell(event, by=by, subjects=about, words=words, path=dispute.get_absolute_url(), to=filter(None, to))


def _correct(dispute: Dispute, claim: Claim, correction: Mapping[str, Any] | None, *, by: Any) -> None:
    changes = correction or _proposed(dispute, claim)
    if changes is None:
        return
    try:
        correct_claim(claim, version=claim.version, changes=changes, by=by, reason=_why(dispute))
    except BadValue as refusal:
        refusal.pointer = f"/correction{refusal.pointer}"
        for error in refusal.extra.get("errors", []):
            error["pointer"] = f"/correction{error['pointer']}"
        raise


def _proposed(dispute: Dispute, claim: Claim) -> dict[str, Any] | None:
    """The value that the dispute brought; None where the record was corrected since. Raises BadValue."""
    if corrected_since(dispute, claim):
        return None
    if dispute.rival and dispute.state == DisputeState.UPHELD:
        return {name: part for name, part in parts_json(dispute.rival).items() if part}
    raise BadValue(
        "Say what the record should be (`correction`), or correct the claim first and settle then.",
        pointer="/correction",
    )


def _accept(dispute: Dispute, rank: str, reason: str, *, by: Any) -> None:
    rival = dispute.rival
    if rival is None:
        return
    reason = said(reason, "/rank_reason", LONGEST_WHY) or ("" if rank == Rank.NORMAL else dispute.outcome_reason)
    with history.action("rival.accepted", by=by, reason=dispute.outcome_reason):
        accept_rival(rival, rank=rank, reason=reason)
    rival.refresh_from_db()


def _reject(dispute: Dispute, claim: Claim, *, by: Any) -> None:
    if dispute.state == DisputeState.PARTLY_UPHELD:
        raise BadValue("A claim is a duplicate or it is not: uphold the dispute or dismiss it.", pointer="/outcome")
    if claim.stage == Stage.REJECTED:
        return
    as_what: dict[str, Any] = {"rejected_as": RejectedAs.DUPLICATE, "duplicate_of": dispute.duplicate_of}
    try:
        move_claim(claim, to=Stage.REJECTED, version=claim.version, by=by, reason=_why(dispute), **as_what)
    except BadValue as refusal:
        raise Refused(f"{refusal.detail} Nothing was changed: dismiss the dispute.") from refusal


def _why(dispute: Dispute) -> str:
    """The reason as the claim's own history has it, in its length."""
    return f"Dispute {dispute.pk}: {dispute.outcome_reason}"[:2000]
