"""The machine that plays: Hypothesis chooses who does what; desk and model must agree after every step.

After each step: the rows are as the model says, nothing refused has changed anything, no stage was reached in a way
that is not in the rules, and the flags are the same by the model and by the question of the table; now and then, and
at the end, by the row too. After each run: history tells every change, in order, with who did it and what it was.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import CharField, Value
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from claims import correcting, disputing, reviewing, staging
from claims.models import Claim, Dispute, Finding, Review
from claimtracker.core import history
from claimtracker.core.concurrency import Stale
from claimtracker.core.refusals import NotAllowed, Refused
from sources.models import Article
from sources.refusals import BadValue
from tests import make
from tests.claims.states.model import (
    ANALYSTS,
    ASPECTS,
    BY_VERDICT,
    EDITORS,
    PEOPLE,
    STAGES,
    STEPS,
    VERDICTS,
    ClaimModel,
    Objection,
)
from tests.conftest import person

# What the desk answers with, in the model's words.
REFUSALS: list[tuple[type[Refused], str]] = [
    (NotAllowed, "who"),
    (BadValue, "words"),
    (Stale, "old"),
    (staging.NoSuchStep, "step"),
    (reviewing.Closed, "closed"),
    (correcting.ClaimClosed, "closed"),
    (reviewing.NothingToHold, "none"),
    (reviewing.Opened, "open"),
    (disputing.AlreadyDisputed, "twice"),
    (disputing.AlreadyAcknowledged, "taken"),
    (disputing.DisputeClosed, "over"),
]
FLAGS = ("stale", "differs", "no_support_found", "disputed")
CLAIMS = 2
UNREAD = 5  # acts between two looks at the flags as a page has them

people, verdicts = st.sampled_from(PEOPLE), st.sampled_from(VERDICTS)
claims = st.integers(0, CLAIMS - 1)
reasons = st.sampled_from(["because", "because", "because", ""])
late = st.sampled_from([0, 0, 0, 0, 0, 1])  # by how many versions what was seen is too old


@dataclass(eq=False)
class Cast:
    """The people and claims of all runs; each run is undone."""

    people: dict[str, Any]
    claims: list[Claim]

    @classmethod
    def call(cls, troupe: str = "") -> Cast:
        """`troupe` tells the casts of several stages on one database apart."""
        roles = {**dict.fromkeys(ANALYSTS, "analyst"), **dict.fromkeys(EDITORS, "editor")}
        found = {name: person(f"{name}{troupe}", roles.get(name, "reader")) for name in PEOPLE}
        text = f"The flood killed 12 people. [1] The storm killed 15 people. [1] So says {troupe or 'everybody'}."
        article = make.article(text=text)
        rows = list(Claim.objects.filter(article=article).order_by("pk")[:CLAIMS])
        copy = make.snapshot(make.source(), "The flood killed 12 people.")
        for row in rows:
            make.finding(row, copy, finding="found")
        return cls(found, rows)


@cache
def question(cast: Cast) -> tuple[str, Any]:
    """Every flag of the table in one question: (id, flag) for each that holds."""
    rows = Claim.objects.filter(pk__in=[row.pk for row in cast.claims]).order_by()
    each = [getattr(rows, flag)().annotate(flag=Value(flag, CharField())).values_list("pk", "flag") for flag in FLAGS]
    sql, params = each[0].union(*each[1:]).query.sql_with_params()
    return sql, params


class Play(RuleBasedStateMachine):
    cast: Cast
    tally: Counter[str] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.models = [ClaimModel() for _ in self.cast.claims]
        self.found = ["found" for _ in self.cast.claims]
        self.marks = [self._last(row) for row in self.cast.claims]
        self.names = {user.pk: name for name, user in self.cast.people.items()}
        self.question = question(self.cast)
        self.unread = 0
        self.done = True  # whether the last act was done, and not refused

    @initialize(wanted=st.sampled_from([1, 2]))
    def policy(self, wanted: int) -> None:
        Article.objects.filter(pk=self.cast.claims[0].article_id).update(reviewers=wanted)
        for model in self.models:
            model.wanted = wanted

    # Acts

    @rule(claim=claims, who=people, to=st.sampled_from(STAGES), why=reasons, late=late)
    def move(self, claim: int, who: str, to: str, why: str, late: int) -> None:
        model, row = self._pair(claim)
        seen = model.version - late
        expected = model.move(who, to, why, seen)
        self._try(expected, staging.move_claim, row, to=to, version=seen, by=self._person(who), reason=why)

    @rule(claim=claims, who=people, choice=st.integers(0, 9), why=reasons)
    def step(self, claim: int, who: str, choice: int, why: str) -> None:
        """A step that there is, so that the later stages are come to as well."""
        there = [to for start, to in STEPS if start == self.models[claim].stage]
        self.move(claim, who, there[choice % len(there)], why, 0)

    @rule(claim=claims, who=people, verdict=verdicts, why=reasons, late=late)
    def judge(self, claim: int, who: str, verdict: str, why: str, late: int) -> None:
        model, row = self._pair(claim)
        seen = model.version - late
        expected = model.judge(who, verdict, why, seen)
        said = {"verdict": verdict, "rationale": why, "confidence": 3}
        self._try(expected, reviewing.give_verdict, row, version=seen, by=self._person(who), **said)

    @rule(claim=claims, who=people, late=late)
    def hold(self, claim: int, who: str, late: int) -> None:
        model, row = self._pair(claim)
        seen = model.version - late
        expected = model.hold(who, seen)
        self._try(expected, reviewing.still_holds, row, version=seen, by=self._person(who))

    @precondition(lambda self: any(model.said for model in self.models))
    @rule(claim=claims, who=people, own=st.booleans(), which=st.integers(0, 99), why=reasons)
    def take_back(self, claim: int, who: str, own: bool, which: int, why: str) -> None:
        model, _ = self._pair(claim)
        if not model.said:
            return
        one = model.said[which % len(model.said)]
        who = one.by if own else who
        rows = Review.objects.filter(claim=self.cast.claims[claim]).order_by("pk")
        expected = model.take_back(who, one, why)
        self._try(expected, reviewing.take_back, rows[one.number], by=self._person(who), reason=why)

    @rule(claim=claims, who=people, late=late)
    def correct(self, claim: int, who: str, late: int) -> None:
        """What is claimed becomes another."""
        model, row = self._pair(claim)
        seen, words = model.version - late, {"statement": f"Corrected {model.words + 1} times."}
        expected = model.correct(who, seen)
        self._try(expected, correcting.correct_claim, row, version=seen, changes=words, by=self._person(who))

    @rule(claim=claims, finding=st.sampled_from(["found", "differs", "absent"]))
    def copy_changes(self, claim: int, finding: str) -> None:
        """A newer copy of the source says something else."""
        model, row = self._pair(claim)
        model.copies += 1
        self.found[claim] = finding
        self.done = True
        self.tally["done"] += 1
        with history.action("evidence.checked"):
            Finding.objects.filter(claim=row).update(digest=f"{model.copies:064d}", finding=finding)

    @rule(claim=claims, who=people, misread=st.booleans(), aspect=st.sampled_from(ASPECTS), why=reasons)
    def object(self, claim: int, who: str, misread: bool, aspect: str, why: str) -> None:
        model, row = self._pair(claim)
        aspect = "wording" if misread else aspect  # of which this game knows how to correct it
        expected = model.object(who, misread, aspect, why)
        said = {"ground": "misread" if misread else "contested", "aspect": aspect, "reason": why}
        self._try(expected, disputing.raise_dispute, row, by=self._person(who), **said)

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=people, which=st.integers(0, 99))
    def acknowledge(self, claim: int, who: str, which: int) -> None:
        if found := self._objection(claim, which):
            model, one, row = found
            self._try(model.acknowledge(who, one), disputing.acknowledge_dispute, row, by=self._person(who))

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(
        claim=claims,
        who=people,
        which=st.integers(0, 99),
        outcome=st.sampled_from(["upheld", "partly_upheld", "dismissed"]),
        why=reasons,
    )
    def settle(self, claim: int, who: str, which: int, outcome: str, why: str) -> None:
        if found := self._objection(claim, which):
            model, one, row = found
            outcome = "upheld" if one.misread and outcome == "partly_upheld" else outcome
            words = {"statement": f"Corrected {model.words + 1} times."}
            correction = words if one.misread and outcome == "upheld" else None
            said = {"outcome": outcome, "reason": why, "correction": correction}
            expected = model.settle(who, one, outcome, why)
            self._try(expected, disputing.settle_dispute, row, by=self._person(who), **said)

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=people, own=st.booleans(), which=st.integers(0, 99), why=reasons)
    def withdraw(self, claim: int, who: str, own: bool, which: int, why: str) -> None:
        if found := self._objection(claim, which):
            model, one, row = found
            who = one.by if own else who
            expected = model.withdraw(who, one, why)
            self._try(expected, disputing.withdraw_dispute, row, by=self._person(who), reason=why)

    # What must hold

    @invariant()
    def rows_are_as_the_model_says(self) -> None:
        rows = Claim.objects.filter(pk__in=[row.pk for row in self.cast.claims]).order_by("pk")
        found = list(rows.values_list("stage", "verdict", "version"))
        assert found == [(model.stage, model.verdict, model.version) for model in self.models]

    @invariant()
    def no_stage_is_come_to_in_another_way(self) -> None:
        for model in self.models:
            ways = [(one[0], two[0]) for one, two in zip(model.trail[-2:], model.trail[-1:], strict=False)]
            assert all(a == b or (a, b) in STEPS or (a, b) in BY_VERDICT for a, b in ways)

    @invariant()
    def verdicts_are_as_the_model_says(self) -> None:
        if not self.done:
            return
        rows = Review.objects.filter(claim__in=self.cast.claims).order_by("claim", "pk")
        found = list(rows.values_list("claim", "by", "verdict", "adjudicates", "sealed", "superseded_at"))
        assert [(row[0], self.names[row[1]], *row[2:5], row[5] is None) for row in found] == [
            (row.pk, one.by, one.verdict, one.decides, one.sealed, one.stands)
            for row, model in zip(self.cast.claims, self.models, strict=True)
            for one in model.said
        ]

    @invariant()
    def flags_are_the_same(self) -> None:
        if not self.done:
            return
        with connection.cursor() as cursor:
            cursor.execute(*self.question)
            found = set(cursor.fetchall())
        by_question = {row.pk: {flag for pk, flag in found if pk == row.pk} for row in self.cast.claims}
        assert by_question == {row.pk: self._flags(number) for number, row in enumerate(self.cast.claims)}
        self.unread += 1
        if self.unread == UNREAD:
            self._flags_of_the_rows(by_question)

    def _flags_of_the_rows(self, expected: dict[int, set[str]]) -> None:
        """As a page and an answer have them: many questions, so not after every act."""
        self.unread = 0
        rows = Claim.objects.filter(pk__in=list(expected)).with_parts()
        assert {row.pk: set(row.flags) & set(FLAGS) for row in rows} == expected

    def teardown(self) -> None:
        self.tally["runs"] += 1
        try:
            self._flags_of_the_rows({row.pk: self._flags(number) for number, row in enumerate(self.cast.claims)})
            for number, row in enumerate(self.cast.claims):
                self._history_is_complete(row, self.models[number], self.marks[number])
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    @invariant()
    def disputes_are_as_the_model_says(self) -> None:
        if not self.done:
            return
        rows = Dispute.objects.filter(claim__in=self.cast.claims).order_by("claim", "pk")
        assert list(rows.values_list("claim", "aspect", "state")) == [
            (row.pk, one.aspect, one.state)
            for row, model in zip(self.cast.claims, self.models, strict=True)
            for one in model.objections
        ]

    # How

    def _objection(self, claim: int, which: int) -> tuple[ClaimModel, Objection, Dispute] | None:
        model, row = self._pair(claim)
        if not model.objections:
            return None
        number = which % len(model.objections)
        return model, model.objections[number], Dispute.objects.filter(claim=row).order_by("pk")[number]

    def _pair(self, claim: int) -> tuple[ClaimModel, Claim]:
        return self.models[claim], self.cast.claims[claim]

    def _person(self, name: str) -> Any:
        return self.cast.people[name]

    def _flags(self, number: int) -> set[str]:
        told = {"differs": {"differs"}, "absent": {"no_support_found"}}.get(self.found[number], set())
        return self.models[number].flags | told

    def _try(self, expected: str, deed: Any, *given: Any, **named: Any) -> None:
        try:
            with transaction.atomic():
                deed(*given, **named)
        except Refused as refusal:
            said, detail = next((word for kind, word in REFUSALS if type(refusal) is kind), "none"), refusal.detail
        else:
            said, detail = "", "Done."
        assert (said, detail[-1]) == (expected, "."), detail
        self.done = expected == ""
        self.tally["done" if self.done else "refused"] += 1

    def _last(self, row: Claim) -> int:
        events = Claim.pgh_event_model.objects.filter(pgh_obj=row.pk)
        return int(events.order_by("-pgh_id").values_list("pgh_id", flat=True)[0])

    def _history_is_complete(self, row: Claim, model: ClaimModel, mark: int) -> None:
        events = Claim.pgh_event_model.objects.filter(pgh_obj=row.pk, pgh_id__gt=mark).order_by("pgh_id")
        told = list(events.values_list("version", "stage", "verdict", "pgh_context"))
        assert [(version, stage, verdict) for version, stage, verdict, _ in told] == [
            (number, *state) for number, state in enumerate(model.trail[1:], 2)
        ]
        assert all(context["action"] and context["by"] for *_, context in told)
        given = Review.pgh_event_model.objects.filter(claim=row.pk, pgh_label="insert")
        assert given.count() == len(model.said)
        raised = Dispute.pgh_event_model.objects.filter(claim=row.pk, pgh_label="insert")
        assert raised.count() == len(model.objections)
