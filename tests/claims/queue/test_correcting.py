"""A correction in the queue is an act like the others: undone, the claim is what it was before."""

from __future__ import annotations

import pytest

from claims.acting import correct_in_queue
from claims.models import Act
from claims.staging import move_claim
from claims.undoing import ChangedSince, undo
from claims.web.editvalues import values_of
from claimtracker.core.concurrency import Stale
from tests import make


@pytest.fixture
def claim(db):
    return make.claim()


def record(claim):
    """What it says, what it cites and how far it is."""
    claim.refresh_from_db()
    cited = [link.citation.number for link in claim.links.current().order_by("position")]
    return values_of(claim, claim.place, cited) | {"stage": claim.stage}


def corrected(claim, by, **changes):
    correct_in_queue(claim, version=claim.version, changes=changes or {"statement": "It was so."}, by=by)
    claim.refresh_from_db()
    return Act.objects.latest("pk")


@pytest.mark.parametrize(
    "changes", [{"statement": "It was so."}, {"figure": None}, {"citations": []}, {"place": None, "citations": [2]}]
)
@pytest.mark.parametrize("stage", ["suggested", "open"])
def test_it_is_undone_as_one(claim, ana, changes, stage):
    if stage == "open":
        move_claim(claim, to="open", version=1, by=ana)
    before = record(claim)
    act = corrected(claim, ana, **changes)
    assert record(claim) != before
    assert (act.words, claim.stage) == ("Corrected", "open")
    version = claim.version
    assert undo(act, by=ana).claims == [claim.pk]
    assert record(claim) == before
    assert claim.version > version, "undoing is a new version, not an old one again"


def test_what_changes_nothing_is_no_act(claim, ana):
    correct_in_queue(claim, version=1, changes={"statement": claim.statement}, by=ana)
    assert not Act.objects.exists()


def test_a_refused_correction_is_no_act(claim, ana):
    with pytest.raises(Stale):
        correct_in_queue(claim, version=7, changes={"statement": "It was so."}, by=ana)
    assert not Act.objects.exists()


def test_what_somebody_did_since_stays(claim, ana, ed):
    act = corrected(claim, ana)
    move_claim(claim, to="in_review", version=claim.version, by=ed)
    with pytest.raises(ChangedSince):
        undo(act, by=ana)
    assert record(claim)["statement"] == "It was so."
