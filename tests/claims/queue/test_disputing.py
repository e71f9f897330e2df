"""An objection raised in the queue is an act like the others: undone, it is withdrawn, and stays on record."""

from __future__ import annotations

import pytest

from claims.acting import dispute_in_queue
from claims.disputing import AlreadyDisputed, DisputeClosed, acknowledge_dispute, settle_dispute
from claims.models import Act, Claim, Dispute
from claims.staging import move_claim
from claims.undoing import undo
from tests import make

SAID = {"ground": "contested", "aspect": "date", "reason": "Several days later."}


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.fixture
def act(claim, ana):
    dispute_in_queue(claim, by=ana, **SAID)
    return Act.objects.get()


def test_it_is_withdrawn_with_the_reason(claim, act, ana):
    assert act.words == "Disputed"
    assert "disputed" in Claim.objects.get(pk=claim.pk).flags
    assert undo(act, by=ana).claims == [claim.pk]
    made = Dispute.objects.get()
    assert (made.state, made.outcome_reason) == ("withdrawn", "Undone: “Disputed”.")
    there = Claim.objects.get(pk=claim.pk)
    assert ("disputed" in there.flags, there.version) == (False, claim.version)


def test_it_is_withdrawn_whatever_became_of_the_claim_and_who_looks_after_it(claim, act, ana, ed):
    move_claim(claim, to="open", version=claim.version, by=ed)
    acknowledge_dispute(Dispute.objects.get(), by=ed)
    undo(act, by=ana)
    assert Dispute.objects.get().state == "withdrawn"
    assert Claim.objects.get(pk=claim.pk).stage == "open"


def test_what_an_editor_has_settled_meanwhile_stays_settled(act, ana, ed):
    settle_dispute(Dispute.objects.get(), outcome="dismissed", reason="It was that day.", by=ed)
    with pytest.raises(DisputeClosed):
        undo(act, by=ana)
    act.refresh_from_db()
    assert (Dispute.objects.get().state, act.undone_at) == ("dismissed", None)


def test_a_refused_objection_is_no_act(claim, act, ana):
    with pytest.raises(AlreadyDisputed):
        dispute_in_queue(claim, by=ana, **SAID)
    assert Act.objects.count() == 1
