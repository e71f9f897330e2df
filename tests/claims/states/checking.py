"""What must hold after every act, and at the end of a run.

After each act that was done: the claims, verdicts and disputes are as the model says, no stage was come to in a way
that is not in the rules, and the flags are the same by the model and by the question of the table. After each that was
refused: it has changed no claim. Now and then, and at the end: the flags by the row too, as a page and an answer have
them. At the end: history tells every change, in order, with who did it and what it was.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine, invariant

from claims.models import Claim, Dispute, Review
from claimtracker.core.refusals import Refused
from tests.claims.states.cast import FLAGS, STATE, Cast, ask, word_for
from tests.claims.states.clock import Clock, date_of, moment_of
from tests.claims.states.model import BY_VERDICT, STEPS, ClaimModel, State

AN_ACT = 5  # hours from one to the next; no sum of these is the very hour at which what was taken is let go
UNREAD = 25  # acts between two looks at the flags by the rows, which take as long as many acts


class Checked(RuleBasedStateMachine):
    cast: Cast
    tally: Counter[str] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.clock = Clock()
        self.models = [ClaimModel() for _ in self.cast.claims]
        self.found = ["found" for _ in self.cast.claims]
        self.marks = [_last(row) for row in self.cast.claims]
        self.names = {user.pk: name for name, user in self.cast.people.items()}
        self.unread = 0
        self.done = True  # whether the last act was done, and not refused

    def teardown(self) -> None:
        self.tally["runs"] += 1
        try:
            self._flags_of_the_rows({row.pk: self._flags(number) for number, row in enumerate(self.cast.claims)})
            for number, row in enumerate(self.cast.claims):
                self._every_step_is_in_the_rules(self.models[number])
                self._history_is_complete(row, self.models[number], self.marks[number])
        finally:
            self.clock.stop()
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    # Acts

    def attempt(self, expected: str, deed: Any, *given: Any, **named: Any) -> None:
        """Desk and model do it, or refuse it for the same reason, in a sentence."""
        try:
            with transaction.atomic():
                deed(*given, **named)
        except Refused as refusal:
            said, detail = word_for(refusal), refusal.detail
        else:
            said, detail = "", "Done."
        assert (said, detail[-1]) == (expected, "."), detail
        if expected:
            self.done = False
            self.tally["refused"] += 1
            self.tally[f"refused: {expected}"] += 1
        else:
            self.happened(deed.__name__)
        self.wait(AN_ACT)

    def happened(self, what: str) -> None:
        self.done = True
        self.tally["done"] += 1
        self.tally[f"done: {what}"] += 1

    def wait(self, hours: int) -> None:
        self.clock.hour += hours
        for model in self.models:
            model.hour = self.clock.hour

    def pair(self, claim: int) -> tuple[ClaimModel, Claim]:
        return self.models[claim], self.cast.claims[claim]

    def person(self, name: str) -> Any:
        return self.cast.people[name]

    # What must hold

    @invariant()
    def rows_are_as_the_model_says(self) -> None:
        assert ask(self.cast.claims_now) == [
            (model.version, moment_of(model.taken), *self._columns(model.trail[-1])) for model in self.models
        ]

    @invariant()
    def verdicts_are_as_the_model_says(self) -> None:
        if not self.done:
            return
        found = ask(self.cast.verdicts_now)
        assert [(row[0], self.names[row[1]], *row[2:5], row[5] is None) for row in found] == [
            (row.pk, one.by, one.verdict, one.decides, one.sealed, one.stands)
            for row, model in zip(self.cast.claims, self.models, strict=True)
            for one in model.said
        ]

    @invariant()
    def disputes_are_as_the_model_says(self) -> None:
        if not self.done:
            return
        assert ask(self.cast.disputes_now) == [
            (row.pk, one.aspect, one.state, date_of(one.due))
            for row, model in zip(self.cast.claims, self.models, strict=True)
            for one in model.objections
        ]

    @invariant()
    def flags_are_the_same(self) -> None:
        if not self.done:
            return
        found = ask(self.cast.flags_on(self.clock.read().date()))
        by_question = {row.pk: {flag for pk, flag in found if pk == row.pk} for row in self.cast.claims}
        assert by_question == {row.pk: self._flags(number) for number, row in enumerate(self.cast.claims)}
        self.tally.update(f"flag: {flag}" for _, flag in found)
        self.unread += 1
        if self.unread == UNREAD:
            self._flags_of_the_rows(by_question)

    def _flags_of_the_rows(self, expected: dict[int, set[str]]) -> None:
        self.unread = 0
        rows = Claim.objects.filter(pk__in=list(expected)).with_parts()
        assert {row.pk: set(row.flags) & set(FLAGS) for row in rows} == expected

    def _every_step_is_in_the_rules(self, model: ClaimModel) -> None:
        self.tally.update(f"stage: {stage}" for stage, *_ in model.trail)
        ways = {(before[0], after[0]) for before, after in pairwise(model.trail) if before[0] != after[0]}
        assert ways <= STEPS.keys() | BY_VERDICT

    def _history_is_complete(self, row: Claim, model: ClaimModel, mark: int) -> None:
        events = Claim.pgh_event_model.objects.filter(pgh_obj=row.pk, pgh_id__gt=mark).order_by("pgh_id")
        told = list(events.values_list("pgh_context", "version", *STATE))
        assert [tuple(columns) for _, *columns in told] == [
            (number, *self._columns(state)) for number, state in enumerate(model.trail[1:], 2)
        ]
        assert all(context["action"] and (context["by"] or _is_the_machines(context)) for context, *_ in told)
        given = Review.pgh_event_model.objects.filter(claim=row.pk, pgh_label="insert")
        assert given.count() == len(model.said)
        raised = Dispute.pgh_event_model.objects.filter(claim=row.pk, pgh_label="insert")
        assert raised.count() == len(model.objections)

    def _flags(self, number: int) -> set[str]:
        told = {"differs": {"differs"}, "absent": {"no_support_found"}}.get(self.found[number], set())
        return self.models[number].flags | told

    def _columns(self, state: State) -> tuple[Any, ...]:
        """As a row has them."""
        stage, verdict, holder, due = state
        return stage, verdict, self.cast.people[holder].pk if holder else None, date_of(due)


def _last(row: Claim) -> int:
    events = Claim.pgh_event_model.objects.filter(pgh_obj=row.pk)
    return int(events.order_by("-pgh_id").values_list("pgh_id", flat=True)[0])


def _is_the_machines(context: dict[str, str]) -> bool:
    return context["action"] == "claim.released" and context["reason"] != ""
