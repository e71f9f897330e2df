"""Judging a claim: a verdict given, held to, or taken back. What the verdicts together make of it is `judging`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims import permissions
from claims.changing import change_claim
from claims.judging import Judged, Opinion, decides, judge, why_may_not, why_stays
from claims.models import Claim, Review
from claims.models.basis import basis, seen
from claims.models.vocabulary import CLOSED, Stage, Verdict
from claims.risk import want_ranking
from claims.said import said
from claims.sight import Sight, require_sight
from claims.telling import tell_of_claim
from claimtracker.core import history
from claimtracker.core.models import Desk
from claimtracker.core.refusals import NotAllowed, Refused, require
from sources.refusals import BadValue

LONGEST_RATIONALE = 10_000
WHO = "Only analysts, editors and admins judge claims."


class Closed(Refused):
    """A rejected or retracted claim is judged by nobody. Nothing was changed; bring it back first."""

    code = "closed"
    title = "This claim is closed"


class NothingToHold(Refused):
    """There is no standing verdict of yours on this claim. Nothing was changed."""

    code = "no_verdict"
    title = "You have not judged this claim"


class Opened(Refused):
    """Two people judge this claim, and each may see what the other said: neither is unsaid. Nothing was changed."""

    code = "opened"
    title = "Both verdicts are open"


@transaction.atomic
def give_verdict(
    claim: Claim,
    *,
    version: int,
    verdict: str,
    by: Any,
    basis_seen: str = "",
    confidence: int | None = None,
    rationale: str = "",
) -> Review:
    """Judge the claim as it was seen: at `version`, with the findings of `basis_seen` (empty: as they are now).

    The person's earlier verdict is superseded, never changed. With two opinions that differ it is an adjudication.
    Raises NotAllowed, BadValue, Stale, Closed.
    """
    require(permissions.can_review(by), WHO)
    _check(verdict, confidence, rationale)
    claim = _hold(claim, Sight(version, basis_seen))
    standing, wanted = _standing(claim), wanted_reviewers(claim)
    opinions = [_opinion(one) for one in standing]
    if reason := why_may_not(opinions, wanted, by.pk):
        raise NotAllowed(reason)
    adjudicates = decides(opinions, wanted, by.pk)
    said = {"verdict": verdict, "confidence": confidence, "rationale": rationale}
    return _record(claim, standing, wanted, by=by, adjudicates=adjudicates, **said)


@transaction.atomic
def still_holds(claim: Claim, *, version: int, by: Any, basis_seen: str = "") -> Review:
    """The person's standing verdict again, pinned to what the claim and its findings are now, as they were seen.

    Raises NotAllowed, Stale, Closed, NothingToHold.
    """
    require(permissions.can_review(by), WHO)
    claim = _hold(claim, Sight(version, basis_seen))
    standing = _standing(claim)
    mine = next((one for one in standing if one.by_id == by.pk), None)
    if mine is None:
        raise NothingToHold("You have no verdict on this claim that could still hold. Give one.")
    said = {name: getattr(mine, name) for name in ("verdict", "confidence", "rationale", "adjudicates")}
    return _record(claim, standing, wanted_reviewers(claim), by=by, reaffirms=mine, **said)


@transaction.atomic
def take_back(review: Review, *, by: Any, reason: str) -> Review:
    """Take back one's own verdict; it stays on record, and what it superseded stands again.

    Raises NotAllowed, BadValue, Opened, Refused where it does not stand any more.
    """
    require(permissions.can_review(by) and review.by_id == by.pk, "One takes back one's own verdict only.")
    reason = said(reason, needed="Say why you take it back.")
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=review.claim_id)
    if against := those_that_stay([review.pk]).get(review.pk):
        raise Opened(f"{against} Nothing was changed.")
    with history.action("review.taken_back", by=by, reason=reason):
        mine = Review.objects.standing().filter(pk=review.pk)
        if not mine.update(superseded_at=timezone.now(), superseded_reason=reason):
            raise Refused("This verdict does not stand any more. Nothing was changed.")
        _restore(review)
    if claim.stage not in CLOSED:
        opinions = [_opinion(one) for one in _standing(claim)]
        _follow(claim, judge(opinions, wanted_reviewers(claim)), by=by, taken_back=True)
    review.refresh_from_db()
    return review


def those_that_stay(reviews: Iterable[int]) -> dict[int, str]:
    """Of these verdicts the standing ones that cannot be taken back, each with the reason. At most two queries."""
    ids = list(reviews)
    claims = Claim.objects.filter(pk__in=Review.objects.filter(pk__in=ids).values("claim"))
    claims = claims.select_related("article").only("article__reviewers").with_policy()
    wanted = {claim.pk: many for claim in claims if (many := wanted_reviewers(claim)) > 1}
    standing: dict[int, dict[int, Opinion]] = defaultdict(dict)
    for one in Review.objects.standing().with_stale().filter(claim__in=wanted) if wanted else ():
        standing[one.claim_id][one.pk] = _opinion(one)
    return {
        pk: why
        for claim, opinions in standing.items()
        for pk in opinions.keys() & ids
        if (why := why_stays(list(opinions.values()), wanted[claim], opinions[pk]))
    }


def wanted_reviewers(claim: Claim) -> int:
    """How many people judge it, by the policy of its article or of the desk; no query after `with_policy`."""
    return int(claim.article.reviewers or getattr(claim, "desk_reviewers", None) or Desk.current().reviewers)


def supersede_all(claim: Claim, *, reason: str) -> None:
    """A new round: nobody's verdict stands any more. Inside of the deed that calls, and of its action."""
    claim.reviews.standing().update(superseded_at=timezone.now(), superseded_reason=reason)


def _restore(review: Review) -> None:
    """What it took the place of stands again, unless its person has said something since."""
    for one in Review.objects.filter(superseded_by=review).order_by("pk"):
        same = {"adjudicates": True} if one.adjudicates else {"adjudicates": False, "by": one.by_id}
        if not Review.objects.standing().filter(claim=one.claim_id, **same).exists():
            Review.objects.filter(pk=one.pk).update(superseded_at=None, superseded_by=None, superseded_reason="")


def _check(verdict: str, confidence: int | None, rationale: str) -> None:
    if verdict not in Verdict.values:
        raise BadValue(f"A verdict is one of {', '.join(Verdict.values)}.", pointer="/verdict")
    if confidence is not None and not 1 <= confidence <= 5:
        raise BadValue("Confidence goes from 1 to 5.", pointer="/confidence")
    if verdict != Verdict.SUPPORTED and not rationale.strip():
        raise BadValue("Say why: every verdict but “supported” has a rationale.", pointer="/rationale")
    if len(rationale) > LONGEST_RATIONALE:
        raise BadValue(f"A rationale has at most {LONGEST_RATIONALE:,} characters.", pointer="/rationale")


def _hold(claim: Claim, sight: Sight) -> Claim:
    """The claim, its row held until the end: of two who judge at once the second sees the first."""
    held = Claim.objects.select_for_update(of=("self",)).select_related("article").get(pk=claim.pk)
    require_sight(held, sight)
    if held.stage in CLOSED:
        raise Closed(f"This claim was {held.stage}. Nothing was changed; bring it back before you judge it.")
    return held


def _standing(claim: Claim) -> list[Review]:
    return list(claim.reviews.standing().with_stale().order_by("pk"))


def _opinion(review: Review) -> Opinion:
    return Opinion(review.by_id, review.verdict, not getattr(review, "stale", False), review.adjudicates)


def _record(
    claim: Claim, standing: Sequence[Review], wanted: int, *, by: Any, adjudicates: bool, **said: Any
) -> Review:
    now, findings = timezone.now(), seen(claim)
    replaced = [one for one in standing if one.by_id == by.pk and one.adjudicates == adjudicates]
    others = [_opinion(one) for one in standing if one not in replaced]
    judged = judge([*others, Opinion(by.pk, said["verdict"], adjudicates=adjudicates)], wanted)
    # What was said of other words or other copies has had its time once the claim is decided anew.
    outdated = [one for one in standing if one.stale] if judged.state == "settled" else []
    gone = {one.pk for one in (*replaced, *outdated)}
    with history.action("review.given", by=by, reason=said["rationale"]):
        Review.objects.filter(pk__in=gone).update(superseded_at=now)
        review = Review.objects.create(
            claim=claim, by=by, adjudicates=adjudicates, sealed=judged.state == "waiting" and wanted > 1,
            version=claim.version, findings=findings, basis=basis(findings), **said,
        )  # fmt: skip
        Review.objects.filter(pk__in=gone).update(superseded_by=review)
        if judged.state != "waiting":  # what was superseded under seal as well: nothing is hidden for good
            Review.objects.filter(claim=claim, sealed=True).update(sealed=False)
    _follow(claim, judged, by=by)
    want_ranking([claim.pk])
    _tell(claim, review, judged, by=by)
    review.refresh_from_db()
    return review


def _tell(claim: Claim, review: Review, judged: Judged, *, by: Any) -> None:
    said = Verdict(review.verdict).label.lower()
    if review.sealed:
        return  # what one says of it is nobody's business before the other has said theirs
    if judged.state == "differing":
        tell_of_claim("review.needed", claim, "Two verdicts differ, a third person decides", by=by)
    elif judged.state == "settled":
        tell_of_claim("claim.settled", claim, f"Settled as {said}", by=by)
    else:
        tell_of_claim("review.given", claim, f"Judged {said}", by=by)


def _follow(claim: Claim, judged: Judged, *, by: Any, taken_back: bool = False) -> None:
    """Stage and headline verdict, as the opinions have them now."""
    columns = _columns(claim, judged, taken_back=taken_back)
    changed = {name: value for name, value in columns.items() if getattr(claim, name) != value}
    if changed:
        action = "claim.settled" if judged.state == "settled" else "claim.judged"
        change_claim(claim, changed, version=claim.version, action=action, by=by)


def _columns(claim: Claim, judged: Judged, *, taken_back: bool) -> dict[str, Any]:
    decided = claim.stage in (Stage.SETTLED, Stage.PUBLISHED)
    if judged.state == "settled":
        # A published claim with another verdict is published again by an editor, or not.
        stays = claim.stage == Stage.PUBLISHED and claim.verdict == judged.verdict
        free = {"assignee_id": None, "taken_at": None, "due": None}
        return {"stage": Stage.PUBLISHED if stays else Stage.SETTLED, "verdict": judged.verdict, **free}
    if judged.state == "waiting" and decided and not taken_back:
        return {}  # what was decided is shown, marked as stale, until it is decided anew
    return {"stage": Stage.IN_REVIEW, "verdict": ""}
