"""Who plays, with what, and what the desk answers with in the model's words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from django.db import connection
from django.db.models import CharField, QuerySet, Value

from claims import correcting, disputing, reviewing, staging
from claims.models import Claim, Dispute, Review
from claims.models.claimset import ClaimQuerySet
from claims.sight import FoundAnew
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import Desk
from claimtracker.core.refusals import NotAllowed, Refused
from sources.refusals import BadValue
from tests import make
from tests.claims.states.model import ANALYSTS, DISPUTE_DAYS, EDITORS, PEOPLE, TAKE_HOURS
from tests.conftest import person

REFUSALS: list[tuple[type[Refused], str]] = [
    (NotAllowed, "who"),
    (BadValue, "words"),
    (Stale, "old"),
    (FoundAnew, "anew"),
    (staging.NoSuchStep, "step"),
    (reviewing.Closed, "closed"),
    (correcting.ClaimClosed, "closed"),
    (reviewing.NothingToHold, "none"),
    (reviewing.Opened, "open"),
    (disputing.AlreadyDisputed, "twice"),
    (disputing.AlreadyAcknowledged, "taken"),
    (disputing.DisputeClosed, "over"),
]
FLAGS = ("stale", "differs", "no_support_found", "disputed", "overdue")
STATE = ("stage", "verdict", "assignee", "due")  # columns of a claim
CLAIMS = 2
serial = count(1)
Question = str  # the name of a prepared statement


def word_for(refusal: Refused) -> str:
    return next((word for kind, word in REFUSALS if type(refusal) is kind), "none")


@dataclass(eq=False)
class Cast:
    """The people and claims of all runs; each run is undone."""

    people: dict[str, Any]
    claims: list[Claim]
    _flags: dict[dt.date, Question] = field(default_factory=dict)

    @classmethod
    def call(cls, troupe: str = "") -> Cast:
        """`troupe` tells the casts of several stages on one database apart."""
        Desk.objects.update_or_create(pk=1, defaults={"take_hours": TAKE_HOURS, "dispute_days": DISPUTE_DAYS})
        roles = {**dict.fromkeys(ANALYSTS, "analyst"), **dict.fromkeys(EDITORS, "editor")}
        found = {name: person(f"{name}{troupe}", roles.get(name, "reader")) for name in PEOPLE}
        text = f"The flood killed 12 people. [1] The storm killed 15 people. [1] So says {troupe or 'everybody'}."
        article = make.article(text=text)
        rows = list(Claim.objects.filter(article=article).order_by("pk")[:CLAIMS])
        copy = make.snapshot(make.source(), "The flood killed 12 people.")
        for row in rows:
            make.finding(row, copy, finding="found")
        return cls(found, rows)

    # What is asked after every act, written and planned once: that takes longer than answering it.

    @cached_property
    def claims_now(self) -> Question:
        return _prepared(self._rows().order_by("pk").values_list("version", "taken_at", *STATE))

    @cached_property
    def verdicts_now(self) -> Question:
        rows = Review.objects.filter(claim__in=self.claims).order_by("claim", "pk")
        return _prepared(rows.values_list("claim", "by", "verdict", "adjudicates", "sealed", "superseded_at"))

    @cached_property
    def disputes_now(self) -> Question:
        rows = Dispute.objects.filter(claim__in=self.claims).order_by("claim", "pk")
        return _prepared(rows.values_list("claim", "aspect", "state", "due"))

    def flags_on(self, day: dt.date) -> Question:
        """Every flag of the table in one question: (id, flag) for each that holds. The day is the clock's."""
        if day not in self._flags:
            rows = self._rows().order_by()
            each = [
                getattr(rows, flag)().annotate(flag=Value(flag, CharField())).values_list("pk", "flag")
                for flag in FLAGS
            ]
            self._flags[day] = _prepared(each[0].union(*each[1:]))
        return self._flags[day]

    def _rows(self) -> ClaimQuerySet:
        return Claim.objects.filter(pk__in=[row.pk for row in self.claims])


def ask(question: Question) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXECUTE {question}")
        return cursor.fetchall()


def _prepared(rows: QuerySet[Any]) -> Question:
    sql, parameters = rows.query.sql_with_params()
    name = f"question_{next(serial)}"
    with connection.cursor() as cursor:
        cursor.execute(f"PREPARE {name} AS {sql}", parameters)
    return name
