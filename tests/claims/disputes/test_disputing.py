"""Disputes: who may take which step, from which state, with what said."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims import disputing
from claims.models import Claim, Dispute
from claims.reviewing import Closed
from claims.staging import NoSuchStep, move_claim
from claimtracker.core.models import Desk, Happening
from claimtracker.core.refusals import NotAllowed, Refused
from sources.models import Source
from sources.refusals import BadValue
from tests import make

pytestmark = pytest.mark.django_db

ABOUT_600 = {"text": "about 600", "comparator": "about", "low": 600, "high": 600, "form": "amount"}


def raised(claim, by, **said):
    said = {"ground": "contested", "aspect": "figure", "reason": "The count was revised."} | said
    return disputing.raise_dispute(claim, by=by, **said)


def test_an_objection_is_pinned_to_what_was_seen(claim, ana):
    Claim.objects.filter(pk=claim.pk).update(version=3)
    made = raised(claim, ana, version=2, rival={"figure": ABOUT_600, "address": "https://example.org/count"})
    assert (made.state, made.version, made.by, made.due) == ("open", 2, ana, None)
    assert (made.rival.figure_low, made.rival.source.address) == (600, "https://example.org/count")
    assert made.rival.accepted_at is None, "a proposal does not stand beside the claim yet"
    assert Claim.objects.get(pk=claim.pk).flags.count("disputed") == 1


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"reason": " "}, "/reason"),
        ({"reason": "x" * 10_001}, "/reason"),
        ({"reason": "nul \0"}, "/reason"),
        ({"ground": "wrong"}, "/ground"),
        ({"aspect": "colour"}, "/aspect"),
        ({"version": 9}, "/version"),
        ({"version": 0}, "/version"),
        ({"aspect": "duplicate"}, "/ground"),
        ({"aspect": "duplicate", "ground": "misread"}, "/duplicate_of"),
        ({"rival": {}}, "/rival/figure"),
        ({"rival": {"figure": ABOUT_600}}, "/rival/source"),
        ({"rival": {"figure": ABOUT_600, "source": 1, "no_source": "none"}}, "/rival/no_source"),
        ({"rival": {"figure": ABOUT_600, "source": 1, "doi": "10.1/2"}}, "/rival/source"),
        ({"rival": {"figure": ABOUT_600, "source": 999_999}}, "/rival/source"),
        ({"rival": {"figure": ABOUT_600, "source": {"author": 5}}}, "/rival/source/author"),
        ({"rival": {"figure": ABOUT_600, "address": "javascript:alert(1)"}}, "/rival/address"),
        ({"rival": {"figure": ABOUT_600 | {"high": 700}, "no_source": "none"}}, "/rival/figure/high"),
        ({"rival": {"figure": ABOUT_600, "place": {"text": "Lima"}, "no_source": "none"}}, "/rival/place"),
        ({"aspect": "wording", "rival": {"figure": ABOUT_600, "no_source": "none"}}, "/rival"),
        ({"aspect": "date", "rival": {"figure": ABOUT_600, "no_source": "none"}}, "/rival/figure"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_where_it_stands_and_nothing_is_kept(claim, ana, said, pointer):
    with pytest.raises(Refused) as refused:
        raised(claim, ana, **said)
    assert refused.value.pointer.startswith(pointer)
    assert not Dispute.objects.exists()
    assert not Source.objects.filter(address="https://example.org/count").exists()


@pytest.mark.parametrize(
    ("aspect", "value"),
    [
        ("date", {"date": {"text": "in April 2024", "edtf": "2024-04"}}),
        ("place", {"place": {"text": "Callao", "name": "Callao", "country": "PE"}}),
        ("attribution", {"attribution": {"text": "the mayor", "agent": "the mayor", "mode": "states"}}),
        ("figure", {"figure": ABOUT_600, "date": {"text": "by May 2024", "edtf": "../2024-05"}}),
    ],
)
def test_each_aspect_takes_its_own_value(claim, ana, aspect, value):
    rival = raised(claim, ana, aspect=aspect, rival=value | {"no_source": "The mayor told it on the telephone."}).rival
    assert str(rival)
    assert rival.no_source.startswith("The mayor")


def test_a_misreading_needs_no_source_since_the_article_is_one(claim, ana):
    assert raised(claim, ana, ground="misread", rival={"figure": ABOUT_600}).rival.no_source


@pytest.mark.parametrize("stage", ["rejected", "retracted"])
def test_a_closed_claim_takes_none(claim, ana, stage):
    why = {"stage": stage, "stage_reason": "not one", "rejected_as": "not_a_claim" if stage == "rejected" else ""}
    Claim.objects.filter(pk=claim.pk).update(**why)
    with pytest.raises(Closed):
        raised(claim, ana)


def test_the_same_person_disputes_the_same_part_once_at_a_time_and_others_as_well(claim, ana, ed):
    first = raised(claim, ana)
    with pytest.raises(disputing.AlreadyDisputed) as refused:
        raised(claim, ana, reason="again")
    assert refused.value.extra["dispute"] == first.pk
    raised(claim, ana, aspect="date")
    raised(claim, ed)
    disputing.withdraw_dispute(first, by=ana, reason="I misread it.")
    assert raised(claim, ana, reason="New evidence.").state == "open"


def test_readers_raise_nothing(claim, rita):
    with pytest.raises(NotAllowed):
        raised(claim, rita)


STEPS = {
    "acknowledge": lambda dispute, by: disputing.acknowledge_dispute(dispute, by=by),
    "upheld": lambda dispute, by: disputing.settle_dispute(dispute, by=by, outcome="upheld", reason="Right."),
    "partly_upheld": lambda dispute, by: disputing.settle_dispute(
        dispute, by=by, outcome="partly_upheld", reason="In part."
    ),
    "dismissed": lambda dispute, by: disputing.settle_dispute(dispute, by=by, outcome="dismissed", reason="No."),
    "withdraw": lambda dispute, by: disputing.withdraw_dispute(dispute, by=by, reason="My mistake."),
}
LEADS = {"acknowledge": "acknowledged", "withdraw": "withdrawn"}


def in_state(claim, state, ana, ed):
    columns = {
        "open": {},
        "acknowledged": {"acknowledged_by": ed, "acknowledged_at": timezone.now(), "due": dt.date(2031, 1, 1)},
        "withdrawn": {"settled_at": timezone.now(), "outcome_reason": "My mistake."},
    }
    settled = {"settled_by": ed, "settled_at": timezone.now(), "outcome_reason": "So it is."}
    return make.dispute(claim, ana, state=state, **columns.get(state, settled))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", ["open", "acknowledged", "upheld", "partly_upheld", "dismissed", "withdrawn"])
def test_the_states_and_the_steps_between_them(claim, ana, ed, state, step):
    dispute = in_state(claim, state, ana, ed)
    by = ana if step == "withdraw" else ed
    if state in ("open", "acknowledged"):
        assert STEPS[step](dispute, by).state == LEADS.get(step, step)
    else:
        with pytest.raises(disputing.DisputeClosed) as refused:
            STEPS[step](dispute, by)
        assert refused.value.extra["state"] == Dispute.objects.get(pk=dispute.pk).state == state


@pytest.mark.parametrize(
    ("step", "allowed"),
    [("acknowledge", {"ed", "ada"}), ("upheld", {"ed", "ada"}), ("dismissed", {"ed", "ada"}), ("withdraw", {"ana"})],
)
@pytest.mark.parametrize("who", ["rita", "ana", "ed", "ada"])
def test_who_takes_which_step(claim, request, ana, who, step, allowed):
    dispute, person = make.dispute(claim, ana), request.getfixturevalue(who)
    if who in allowed:
        STEPS[step](dispute, person)
    else:
        with pytest.raises(NotAllowed):
            STEPS[step](dispute, person)


@pytest.mark.parametrize("step", ["acknowledge", "upheld", "partly_upheld", "dismissed"])
@pytest.mark.parametrize("who", ["ed", "ada"])
def test_one_person_wears_one_hat(claim, request, who, step):
    own = request.getfixturevalue(who)
    dispute = make.dispute(claim, own)
    with pytest.raises(NotAllowed, match="You raised this dispute"):
        STEPS[step](dispute, own)
    assert Dispute.objects.get(pk=dispute.pk).state == "open"
    assert STEPS["withdraw"](dispute, own).state == "withdrawn"


def test_an_editor_has_as_many_days_as_the_desk_gives_or_the_day_that_was_said(claim, ana, ed, eve):
    Desk.objects.filter(pk=Desk.current().pk).update(dispute_days=3)
    dispute, today = make.dispute(claim, ana), timezone.now().date()
    assert disputing.acknowledge_dispute(dispute, by=ed).due == today + dt.timedelta(days=3)
    later = today + dt.timedelta(days=30)
    assert disputing.acknowledge_dispute(dispute, by=ed, due=later).due == later
    with pytest.raises(disputing.AlreadyAcknowledged):
        disputing.acknowledge_dispute(dispute, by=eve)
    for day in (today - dt.timedelta(days=1), today + dt.timedelta(days=900)):
        with pytest.raises(BadValue):
            disputing.acknowledge_dispute(dispute, by=ed, due=day)
    assert disputing.settle_dispute(dispute, by=eve, outcome="dismissed", reason="No.").settled_by == eve


def test_reasons_are_required(claim, ana, ed):
    dispute = make.dispute(claim, ana)
    for outcome in ("upheld", "dismissed"):
        with pytest.raises(BadValue):
            disputing.settle_dispute(dispute, by=ed, outcome=outcome, reason=" ")
    with pytest.raises(BadValue):
        disputing.settle_dispute(dispute, by=ed, outcome="fine", reason="so")
    with pytest.raises(BadValue):
        disputing.withdraw_dispute(dispute, by=ana, reason="")


@pytest.mark.parametrize("aspect", ["figure", "date", "place", "attribution", "citation", "wording"])
def test_an_open_dispute_about_figure_citation_or_attribution_keeps_a_claim_from_being_published(
    claim, ana, ed, aspect
):
    Claim.objects.filter(pk=claim.pk).update(stage="settled", verdict="supported")
    dispute = raised(claim, ana, aspect=aspect)
    publish = {"to": "published", "version": claim.version, "by": ed}
    if aspect in ("figure", "citation", "attribution"):
        with pytest.raises(NoSuchStep, match="open dispute"):
            move_claim(claim, **publish)
        disputing.settle_dispute(dispute, by=ed, outcome="dismissed", reason="No.")
    assert move_claim(claim, **publish).stage == "published"


def test_each_step_stands_in_the_history_with_who_and_why(claim, ana, ed):
    dispute = raised(claim, ana)
    disputing.acknowledge_dispute(dispute, by=ed)
    disputing.settle_dispute(dispute, by=ed, outcome="partly_upheld", reason="Half of it.")
    events = Dispute.pgh_event_model.objects.filter(pgh_obj_id=dispute.pk).order_by("pgh_id")
    told = [(e.pgh_context["action"], e.pgh_context["by"], e.pgh_context["reason"]) for e in events]
    assert told == [
        ("dispute.raised", ana.pk, "The count was revised."),
        ("dispute.acknowledged", ed.pk, ""),
        ("dispute.partly_upheld", ed.pk, "Half of it."),
    ]


def test_those_who_follow_the_claim_its_article_or_a_source_hear_of_it(claim, ana, ed):
    source = make.source()
    dispute = raised(claim, ana, rival={"figure": ABOUT_600, "source": source.pk})
    disputing.acknowledge_dispute(dispute, by=ed)
    disputing.settle_dispute(dispute, by=ed, outcome="upheld", reason="Yes.")
    disputing.withdraw_dispute(raised(claim, ana), by=ana, reason="no")
    told = Happening.objects.filter(event__startswith="dispute.").order_by("pk")
    assert [one.event for one in told] == [
        "dispute.raised", "dispute.acknowledged", "dispute.settled", "dispute.raised", "dispute.withdrawn"
    ]  # fmt: skip
    first = told[0]
    assert {f"claim:{claim.pk}", f"article:{claim.article_id}", f"source:{source.pk}"} <= set(first.subjects)
    assert first.path == f"/disputes/{dispute.pk}/"
    assert ana.pk in told[2].to, "who raised it hears how it ended"


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("dispute_ground_is_known", {"ground": "x"}),
        ("dispute_says_why", {"reason": ""}),
        ("settled_dispute_says_who_and_why", {"state": "upheld"}),
        ("open_dispute_has_no_outcome", {"outcome_reason": "so"}),
        ("acknowledged_dispute_has_an_editor_and_a_date", {"state": "acknowledged"}),
        ("dispute_about_a_duplicate_names_the_other", {"aspect": "duplicate", "ground": "misread"}),
        ("withdrawn_dispute_says_why_and_is_settled_by_nobody", {"state": "withdrawn"}),
    ],
)
def test_the_database_holds_disputes_to_their_word(claim, ana, name, columns):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make.dispute(claim, ana, **columns)


def test_not_even_a_prompt_lets_anybody_settle_their_own(claim, ana):
    own = {"state": "upheld", "settled_by": ana, "settled_at": timezone.now(), "outcome_reason": "I say so."}
    with pytest.raises(IntegrityError, match="who_raised_it_never_settles_it"), transaction.atomic():
        make.dispute(claim, ana, **own)


def test_a_second_open_one_of_the_same_person_and_part_is_refused_by_the_database(claim, ana):
    make.dispute(claim, ana)
    with pytest.raises(IntegrityError, match="one_open_dispute_per_person_and_aspect"), transaction.atomic():
        make.dispute(claim, ana)
