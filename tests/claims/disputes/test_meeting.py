"""Two people at one dispute at the same moment, each on a connection of their own."""

import pytest
from django.contrib.auth.models import Group

from claims import disputing
from claims.models import Claim, Dispute
from claims.staging import NoSuchStep, move_claim
from claimtracker.core.models import Desk
from claimtracker.core.roles import ROLES
from tests import make
from tests.at_once import who_wins
from tests.conftest import person

pytestmark = pytest.mark.django_db(transaction=True)

MORE = {"text": "12 people", "comparator": "more_than", "low": 12, "form": "amount", "unit": "people"}


@pytest.fixture
def cast():
    for name in ROLES:
        Group.objects.get_or_create(name=name)
    Desk.current()
    return person("ana", "analyst"), person("ed", "editor"), person("eve", "editor")


def test_of_two_editors_who_settle_one_wins_and_the_other_hears_what_happened(cast):
    ana, ed, eve = cast
    claim = make.claim()
    dispute = disputing.raise_dispute(claim, ground="misread", aspect="figure", reason="More.", by=ana,
                                      rival={"figure": MORE})  # fmt: skip

    def settle(by, outcome):
        return lambda: disputing.settle_dispute(
            Dispute.objects.get(pk=dispute.pk), outcome=outcome, reason=f"says {by}", by=by
        )

    _, [lost] = who_wins(settle(ed, "upheld"), settle(eve, "dismissed"))
    dispute.refresh_from_db()
    assert lost.code == "dispute_closed"
    assert dispute.outcome_reason in lost.detail
    assert lost.extra["state"] == dispute.state
    corrected = Claim.objects.get(pk=claim.pk).figure_comparator == "more_than"
    assert corrected == (dispute.state == "upheld"), "what follows belongs to who won"
    events = Dispute.pgh_event_model.objects.filter(pgh_obj_id=dispute.pk)
    assert events.count() == 2


def test_of_two_who_take_it_up_one_has_it(cast):
    ana, ed, eve = cast
    dispute = make.dispute(make.claim(), ana)
    deeds = [lambda by=by: disputing.acknowledge_dispute(Dispute.objects.get(pk=dispute.pk), by=by) for by in (ed, eve)]
    _, [lost] = who_wins(*deeds)
    assert lost.code == "already_acknowledged"


def test_a_click_too_many_raises_one_dispute(cast):
    ana, _, _ = cast
    claim = make.claim()
    said = {"ground": "contested", "aspect": "figure", "reason": "No.", "by": ana}
    _, lost = who_wins(*[lambda: disputing.raise_dispute(Claim.objects.get(pk=claim.pk), **said)] * 4)
    assert len(lost) == 3
    assert Dispute.objects.count() == 1


def test_a_claim_is_published_or_disputed_first_and_never_published_past_an_objection(cast):
    ana, ed, _ = cast
    for _ in range(5):
        claim = make.claim(stage="settled", verdict="supported")
        said = {"ground": "contested", "aspect": "figure", "reason": "No.", "by": ana}
        won, lost = who_wins(
            lambda said=said, claim=claim: disputing.raise_dispute(Claim.objects.get(pk=claim.pk), **said),
            lambda claim=claim: move_claim(
                Claim.objects.get(pk=claim.pk), to="published", version=claim.version, by=ed
            ),
        )
        claim.refresh_from_db()
        assert isinstance(won[0], Dispute)
        outcome = (claim.stage == "published", [type(refusal) for refusal in lost])
        assert outcome in [(True, []), (False, [NoSuchStep])]


def test_a_withdrawal_and_a_settlement_do_not_both_happen(cast):
    ana, ed, _ = cast
    dispute = make.dispute(make.claim(), ana)
    _, lost = who_wins(
        lambda: disputing.withdraw_dispute(Dispute.objects.get(pk=dispute.pk), reason="Mine.", by=ana),
        lambda: disputing.settle_dispute(Dispute.objects.get(pk=dispute.pk), outcome="dismissed", reason="No.", by=ed),
    )
    assert len(lost) == 1
