"""The machine that plays: Hypothesis chooses who does what, and desk and model must agree (`checking` has in what)."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from claims import assigning, correcting, disputing, reviewing, staging
from claims.models import Claim, Dispute, Finding, Review
from claims.models.basis import basis as digest_of
from claims.models.basis import seen as findings_of
from claimtracker.core import history
from sources.models import Article
from tests.claims.states.cast import CLAIMS
from tests.claims.states.checking import AN_ACT, Checked
from tests.claims.states.clock import date_of
from tests.claims.states.model import (
    ANALYSTS,
    ASPECTS,
    EDITORS,
    PEOPLE,
    STAGES,
    STEPS,
    VERDICTS,
    ClaimModel,
    Objection,
)

people, verdicts = st.sampled_from(PEOPLE), st.sampled_from(VERDICTS)
judges, editors = st.sampled_from((*ANALYSTS, *EDITORS)), st.sampled_from(EDITORS)
claims = st.integers(0, CLAIMS - 1)
outcomes = st.sampled_from(["upheld", "partly_upheld", "dismissed"])
reasons = st.sampled_from(["because", "because", "because", ""])
late = st.sampled_from([0, 0, 0, 0, 0, 1])  # by how many versions what was seen is too old
looks = st.sampled_from(["", "", "now", "now", "before"])  # whether it is said what the copies said, and of when
days = st.sampled_from([None, None, -1, 0, 1, 9])  # from today, by which it is to be done
hours = st.sampled_from([AN_ACT, 6 * AN_ACT, 40 * AN_ACT])


class Play(Checked):
    @initialize(wanted=st.sampled_from([1, 2]))
    def policy(self, wanted: int) -> None:
        Article.objects.filter(pk=self.cast.claims[0].article_id).update(reviewers=wanted)
        for model in self.models:
            model.wanted = wanted

    @rule(claim=claims, who=people, to=st.sampled_from(STAGES), why=reasons, late=late)
    def move(self, claim: int, who: str, to: str, why: str, late: int) -> None:
        model, row = self.pair(claim)
        seen = model.version - late
        expected = model.move(who, to, why, seen)
        self.attempt(expected, staging.move_claim, row, to=to, version=seen, by=self.person(who), reason=why)

    @rule(claim=claims, who=people, choice=st.integers(0, 9), why=reasons)
    def step(self, claim: int, who: str, choice: int, why: str) -> None:
        """A step that there is, so that the later stages are come to as well."""
        there = [to for start, to in STEPS if start == self.models[claim].stage]
        self.move(claim, who, there[choice % len(there)], why, 0)

    @rule(claim=claims, who=people, verdict=verdicts, why=reasons, late=late, look=looks)
    def judge(self, claim: int, who: str, verdict: str, why: str, late: int, look: str) -> None:
        model, row = self.pair(claim)
        seen = model.version - late
        expected = model.judge(who, verdict, why, seen, look != "before")
        said = {"verdict": verdict, "rationale": why, "confidence": 3, "basis_seen": self.basis(row, look)}
        self.attempt(expected, reviewing.give_verdict, row, version=seen, by=self.person(who), **said)

    @rule(claim=claims, who=people, late=late, look=looks)
    def hold(self, claim: int, who: str, late: int, look: str) -> None:
        model, row = self.pair(claim)
        seen, basis = model.version - late, self.basis(row, look)
        expected = model.hold(who, seen, look != "before")
        self.attempt(expected, reviewing.still_holds, row, version=seen, basis_seen=basis, by=self.person(who))

    def basis(self, row: Claim, look: str) -> str:
        """What somebody says the copies said: nothing, what they say now, or something else."""
        return {"": "", "now": digest_of(findings_of(row)), "before": "0" * 32}[look]

    @precondition(lambda self: any(model.said for model in self.models))
    @rule(claim=claims, who=people, own=st.booleans(), which=st.integers(0, 99), why=reasons)
    def take_back(self, claim: int, who: str, own: bool, which: int, why: str) -> None:
        model, _ = self.pair(claim)
        if not model.said:
            return
        one = model.said[which % len(model.said)]
        who = one.by if own else who
        rows = Review.objects.filter(claim=self.cast.claims[claim]).order_by("pk")
        expected = model.take_back(who, one, why)
        self.attempt(expected, reviewing.take_back, rows[one.number], by=self.person(who), reason=why)

    @rule(claim=claims, who=people, late=late)
    def correct(self, claim: int, who: str, late: int) -> None:
        """What is claimed becomes another."""
        model, row = self.pair(claim)
        seen, words = model.version - late, {"statement": f"Corrected {model.words + 1} times."}
        expected = model.correct(who, seen)
        self.attempt(expected, correcting.correct_claim, row, version=seen, changes=words, by=self.person(who))

    @rule(claim=claims, who=people, to=st.sampled_from(["", *PEOPLE]), due=days, late=late)
    def assign(self, claim: int, who: str, to: str, due: int | None, late: int) -> None:
        model, row = self.pair(claim)
        seen, day = model.version - late, None if due is None else model.day + due
        expected, person = model.assign(who, to, day, seen), self.person(to) if to else None
        given = {"to": person, "due": date_of(day), "version": seen, "by": self.person(who)}
        self.attempt(expected, assigning.assign_claim, row, **given)

    @rule(claim=claims, who=people, due=days, late=late)
    def take(self, claim: int, who: str, due: int | None, late: int) -> None:
        self.assign(claim, who, who, due, late)

    @rule(claim=claims, who=people, late=late)
    def release(self, claim: int, who: str, late: int) -> None:
        self.assign(claim, who, "", None, late)

    @rule(hours=hours)
    def time_goes_by(self, hours: int) -> None:
        """And the sweeper comes round."""
        self.wait(hours)
        self.happened("time goes by")
        assert assigning.release_overdue() == sum(model.sweep() for model in self.models)

    @rule(claim=claims, finding=st.sampled_from(["found", "differs", "absent"]))
    def copy_changes(self, claim: int, finding: str) -> None:
        """A newer copy of the source says something else."""
        model, row = self.pair(claim)
        model.copies += 1
        self.found[claim] = finding
        self.happened("a copy changes")
        with history.action("evidence.checked"):
            Finding.objects.filter(claim=row).update(digest=f"{model.copies:064d}", finding=finding)

    @rule(claim=claims, who=people, misread=st.booleans(), aspect=st.sampled_from(ASPECTS), why=reasons)
    def object(self, claim: int, who: str, misread: bool, aspect: str, why: str) -> None:
        model, row = self.pair(claim)
        aspect = "wording" if misread else aspect  # of which this game knows how to correct it
        expected = model.object(who, misread, aspect, why)
        said = {"ground": "misread" if misread else "contested", "aspect": aspect, "reason": why}
        self.attempt(expected, disputing.raise_dispute, row, by=self.person(who), **said)

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=people, which=st.integers(0, 99))
    def acknowledge(self, claim: int, who: str, which: int) -> None:
        if found := self._objection(claim, which):
            model, one, row = found
            self.attempt(model.acknowledge(who, one), disputing.acknowledge_dispute, row, by=self.person(who))

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=people, which=st.integers(0, 99), outcome=outcomes, why=reasons)
    def settle(self, claim: int, who: str, which: int, outcome: str, why: str) -> None:
        if found := self._objection(claim, which):
            model, one, row = found
            outcome = "upheld" if one.misread and outcome == "partly_upheld" else outcome
            words = {"statement": f"Corrected {model.words + 1} times."}
            correction = words if one.misread and outcome == "upheld" else None
            said = {"outcome": outcome, "reason": why, "correction": correction}
            expected = model.settle(who, one, outcome, why)
            self.attempt(expected, disputing.settle_dispute, row, by=self.person(who), **said)

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=people, own=st.booleans(), which=st.integers(0, 99), why=reasons)
    def withdraw(self, claim: int, who: str, own: bool, which: int, why: str) -> None:
        if found := self._objection(claim, which):
            model, one, row = found
            who = one.by if own else who
            expected = model.withdraw(who, one, why)
            self.attempt(expected, disputing.withdraw_dispute, row, by=self.person(who), reason=why)

    # The same by who may, with what is needed, so that what lies behind these acts is come to often as well

    @rule(claim=claims, who=judges, verdict=verdicts)
    def judge_well(self, claim: int, who: str, verdict: str) -> None:
        self.judge(claim, who, verdict, "because", 0, "now")

    @rule(claim=claims, who=editors, choice=st.integers(0, 9))
    def step_well(self, claim: int, who: str, choice: int) -> None:
        self.step(claim, who, choice, "because")

    @rule(claim=claims, who=judges, misread=st.booleans(), aspect=st.sampled_from(ASPECTS))
    def object_well(self, claim: int, who: str, misread: bool, aspect: str) -> None:
        self.object(claim, who, misread, aspect, "because")

    @rule(claim=claims, who=judges, to=judges, due=st.sampled_from([0, 1]))
    def assign_well(self, claim: int, who: str, to: str, due: int) -> None:
        self.assign(claim, who, to, due, 0)

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=editors, which=st.integers(0, 99))
    def acknowledge_well(self, claim: int, who: str, which: int) -> None:
        self.acknowledge(claim, who, which)

    @precondition(lambda self: any(model.objections for model in self.models))
    @rule(claim=claims, who=editors, which=st.integers(0, 99), outcome=outcomes)
    def settle_well(self, claim: int, who: str, which: int, outcome: str) -> None:
        self.settle(claim, who, which, outcome, "because")

    # How

    def _objection(self, claim: int, which: int) -> tuple[ClaimModel, Objection, Dispute] | None:
        model, row = self.pair(claim)
        if not model.objections:
            return None
        number = which % len(model.objections)
        return model, model.objections[number], Dispute.objects.filter(claim=row).order_by("pk")[number]
