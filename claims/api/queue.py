"""The queue for scripts: what waits, with the reasons, who has it, and acts on many claims at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import assigning, permissions, queueing, reviewing
from claims.api.conflicts import telling_what_is_new
from claims.api.evidence import Kept
from claims.api.preconditions import CHANGED
from claims.api.shapes import ClaimOut
from claims.api.views import etag_of
from claims.assigning import assign_claim
from claims.bulk import ACTS, MOST, Wish, carry_out, check, plan
from claims.filters import ClaimFilter, QueueFilter
from claims.models import Act, Claim
from claims.models.claimset import UNSEEN, ClaimQuerySet
from claims.models.vocabulary import RejectedAs
from claims.progress import read_progress
from claims.reasons import reasons_of, standing_of
from claims.sight import WRITTEN, Sight
from claims.undoing import undo
from claimtracker.core.addresses import Addresses
from claimtracker.core.concurrency import seen_version
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.models import Desk, User
from claimtracker.core.records import Records
from claimtracker.core.refusals import require
from claimtracker.core.writes import Closed, Text, YesNo, checked
from sources.refusals import BadValue

ID = re.compile(r"[1-9][0-9]{0,17}")
AT_ONCE = 50  # claims of one answer
PATIENCE = 20.0  # seconds that a script waits for an act on many claims


class ReasonOut(serializers.Serializer[Any]):
    code = serializers.CharField(help_text="A flag, or what else brings it here.")
    words = serializers.CharField()


class WaitingOut(serializers.Serializer[Any]):
    claim = ClaimOut()
    reasons = ReasonOut(many=True, help_text="Why it comes now; worked out from its rows at this moment.")
    version_seen = serializers.CharField(help_text="What to send as If-Match.")
    basis = serializers.CharField(help_text="What its sources say now, as a digest: send it with a verdict.")


class QueueOut(serializers.Serializer[Any]):
    waiting = serializers.IntegerField(help_text=f"How many wait for you; counting stops at {queueing.MOST + 1}.")
    results = WaitingOut(many=True, help_text=f"The first {AT_ONCE}, the riskiest first.")


class StagesOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()
    stages = serializers.DictField(child=serializers.IntegerField())
    disputes_open = serializers.IntegerField()


class JudgedOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    judged_today = serializers.IntegerField()
    judged_this_week = serializers.IntegerField()
    taken = serializers.IntegerField(help_text="Claims that they have now.")


class ProgressOut(serializers.Serializer[Any]):
    articles = StagesOut(many=True)
    people = JudgedOut(many=True)


class AssignIn(Closed):
    to = Text(required=False, allow_null=True, help_text="A user name; null: nobody, it is free for all.")
    due = serializers.DateField(required=False, allow_null=True, input_formats=["%Y-%m-%d"])


class BulkIn(Closed):
    """Claims by their ids, or by the filters of the list; what to do; what that needs."""

    ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=BIGGEST_ID), required=False, allow_null=True,
        max_length=MOST,
    )  # fmt: skip
    filter = serializers.DictField(
        child=serializers.ListField(child=Text()), required=False, allow_null=True,
        help_text='As in the address of the list: {"article": ["5"], "stage": ["suggested", "open"]}.',
    )  # fmt: skip
    act = serializers.ChoiceField(sorted(ACTS))
    reason = Kept(required=False, allow_null=True, max_length=2000, help_text="Of a rejection.")
    rejected_as = serializers.ChoiceField(
        [(one.value, one.label) for one in (RejectedAs.NOT_A_CLAIM, RejectedAs.OUT_OF_SCOPE)],
        required=False, allow_null=True,
    )  # fmt: skip
    to = Text(required=False, allow_null=True, help_text="Of “assign”: a user name; null: nobody.")
    due = serializers.DateField(required=False, allow_null=True, input_formats=["%Y-%m-%d"])
    dry_run = YesNo(default=False, help_text="Only say what would happen.")

    seen = serializers.DictField(
        child=serializers.RegexField(WRITTEN.pattern), required=False, allow_null=True,
        help_text="In place of ids and filter: each claim as you saw it, as a dry run answers it. What is another by "
        "now is left alone. “holds” needs it.",
    )  # fmt: skip


class CannotOut(serializers.Serializer[Any]):
    why = serializers.CharField()
    ids = serializers.ListField(child=serializers.IntegerField())


class BulkOut(serializers.Serializer[Any]):
    act = serializers.IntegerField(allow_null=True, help_text="What undoes all of it, for an hour.")
    changed = serializers.ListField(child=serializers.IntegerField(), help_text="Or would be, of a dry run.")
    cannot = CannotOut(many=True)
    left = serializers.ListField(child=serializers.IntegerField(), help_text="Not reached in time: send these again.")
    seen = serializers.DictField(
        child=serializers.CharField(), help_text="Of a dry run the claims that would change, of what is left to do the "
        "others: each by its id, as it was seen.",
    )  # fmt: skip


class UndoIn(Closed):
    act = serializers.IntegerField(min_value=1, max_value=BIGGEST_ID, help_text="What the act answered with.")


class UndoneOut(serializers.Serializer[Any]):
    undone = serializers.ListField(child=serializers.IntegerField())
    left = serializers.ListField(
        child=serializers.IntegerField(), help_text="Changed since by somebody, or both verdicts are open; as they are."
    )


class Queue(Records):
    """What waits for you: the riskiest first, with the reasons."""

    filterset_class = QueueFilter
    serializer_class: Any = ClaimOut
    paged = False

    def get_queryset(self) -> ClaimQuerySet:
        return queueing.waiting_for(self.request.user)

    @extend_schema(responses=QueueOut)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The claims that wait for you, with any filter of the list of claims. Judge some, and ask again."""
        require(permissions.can_review(request.user), reviewing.WHO)
        queue: Any = self.filter_queryset(self.get_queryset())
        first = list(queueing.first_of(queue.risk_first()))
        claims = list(Claim.objects.filter(pk__in=first[:AT_ONCE]).risk_first().with_parts().with_basis())
        opinions, wanted = standing_of(claims), Desk.current().reviewers
        results = [
            self._one(
                claim, reasons_of(claim, opinions[claim.pk], claim.article.reviewers or wanted, user=request.user)
            )
            for claim in claims
        ]
        return Response({"waiting": len(first), "results": results})

    def _one(self, claim: Claim, reasons: Any) -> dict[str, Any]:
        body = ClaimOut.shape(claim, Addresses.of(self.request))
        told = [{"code": one.code, "words": one.words} for one in reasons]
        return {"claim": body, "reasons": told, "version_seen": etag_of(claim, body), "basis": claim.basis}


class ReviewProgress(Records):
    """How far the work is."""

    serializer_class: Any = ProgressOut
    paged = False

    @extend_schema(responses=ProgressOut)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Per article by stage, per person what they judged today and this week."""
        return Response(read_progress(request.user).as_json())


class Assigning(Records):
    """Who has a claim."""

    serializer_class = ClaimOut

    def get_queryset(self) -> Any:
        return Claim.objects.visible_to(self.request.user).with_parts()

    @extend_schema(
        parameters=CHANGED,
        request=AssignIn,
        responses={200: ClaimOut, 412: OpenApiResponse(description="Another version by now; `current` has it.")},
    )
    def create(self, request: Request, pk: int) -> Response:
        """Give a claim to somebody, take it yourself, or let it go; the whole assignment is replaced."""
        require(permissions.can_assign(request.user), assigning.WHO)
        claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
        given, version = checked(AssignIn, request), seen_version(request.headers.get("If-Match"))
        with telling_what_is_new(pk, request):
            assign_claim(claim, to=person(given), due=given.get("due"), version=version, by=request.user)
        now = self.get_queryset().get(pk=pk)
        body = self.get_serializer(now).data
        return Response(body, headers={"ETag": etag_of(now, body)})


class BulkActs(Records):
    """One act on many claims, undone as one."""

    serializer_class: Any = BulkOut

    @extend_schema(request=BulkIn, responses={200: BulkOut})
    def create(self, request: Request) -> Response:
        """Do one thing to up to a thousand claims. Those that cannot are named, with the reason, and left alone."""
        require(permissions.can_review(request.user), reviewing.WHO)
        given = checked(BulkIn, request)
        wish = Wish(
            given["act"], given.get("reason", ""), given.get("rejected_as", ""), person(given), given.get("due")
        )
        check(wish, by=request.user)
        if given["dry_run"]:
            told = plan(_named(request, given), wish, by=request.user)
            return Response(_answer(None, list(told.will), told.cannot, seen=told.will))
        if wish.act == "holds" and "seen" not in given:
            raise BadValue(
                "Send what a dry run answers as “seen”: a verdict is of what its giver saw.", pointer="/seen"
            )
        done = carry_out(_seen(request, given), wish, by=request.user, patience=PATIENCE)
        act = done.act.pk if done.act else None
        return Response(_answer(act, done.done, done.cannot, seen=done.left, left=list(done.left)))

    @extend_schema(request=UndoIn, responses={200: UndoneOut})
    def undo(self, request: Request) -> Response:
        """Set back what an act of yours changed. What somebody changed since stays as it is."""
        require(permissions.can_review(request.user), reviewing.WHO)
        found = Act.objects.filter(by=request.user.pk, pk=checked(UndoIn, request)["act"]).first()
        if found is None:
            raise BadValue("There is no such act of yours. Nothing was changed.", pointer="/act")
        undone = undo(found, by=request.user)
        return Response({"undone": undone.claims, "left": undone.left})


def person(given: dict[str, Any]) -> User | None:
    """Raises BadValue."""
    name = given.get("to")
    if name is None:
        return None
    found = User.objects.filter(username=name, is_active=True).first()
    if found is None:
        raise BadValue(f"There is nobody called “{name}” here. Nothing was changed.", pointer="/to")
    return found


def _named(request: Request, given: dict[str, Any]) -> list[Claim]:
    """Raises BadValue, ValidationError."""
    claims = Claim.objects.visible_to(request.user).current().order_by("-pk").defer(*UNSEEN)
    if sum(name in given for name in ("ids", "filter", "seen")) != 1:
        raise BadValue("Give ids, a filter, or what you saw.", pointer="/ids")
    if "filter" not in given:
        ids = given["ids"] if "ids" in given else [int(key) for key in given["seen"] if ID.fullmatch(key)]
        return list(claims.filter(pk__in=ids[: MOST + 1]))
    parameters = QueryDict(mutable=True)
    for name, values in given["filter"].items():
        parameters.setlist(name, values)
    filters = ClaimFilter(parameters, queryset=claims)
    if problems := filters.problems():
        raise BadValue(" ".join(f"{name}: {said}" for name, said in problems.items()), pointer="/filter")
    return list(filters.qs[: MOST + 1])


def _seen(request: Request, given: dict[str, Any]) -> dict[int, Sight]:
    """Each claim as the script saw it; where it does not say so, as it is now."""
    said = {key: Sight.read(text) for key, text in given.get("seen", {}).items()}
    return {row.pk: said.get(str(row.pk)) or Sight(row.version) for row in _named(request, given)}


def _answer(
    act: int | None,
    changed: list[int],
    cannot: dict[str, list[int]],
    *,
    seen: Mapping[int, Sight],
    left: Sequence[int] = (),
) -> dict[str, Any]:
    groups = [{"why": why, "ids": ids} for why, ids in cannot.items()]
    sights = {str(pk): str(sight) for pk, sight in seen.items()}
    return {"act": act, "changed": changed, "cannot": groups, "left": list(left), "seen": sights}
