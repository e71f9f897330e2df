"""What follows from how a dispute ends."""

import pytest

from claims import disputing, rivals
from claims.correcting import correct_claim
from claims.models import Claim, Rival
from claimtracker.core.refusals import NotAllowed, Refused
from sources.refusals import BadValue
from tests import make
from tests.conftest import person

pytestmark = pytest.mark.django_db

MORE = {"text": "12 people", "comparator": "more_than", "low": 12, "form": "amount", "unit": "people"}
ABOUT_600 = {"text": "about 600", "comparator": "about", "low": 600, "high": 600, "form": "amount"}


def disputed(claim, by, **said):
    said = {"ground": "misread", "aspect": "figure", "reason": "It says something else."} | said
    return disputing.raise_dispute(claim, by=by, **said)


def settled(dispute, by, outcome="upheld", **more):
    return disputing.settle_dispute(dispute, outcome=outcome, reason="As the article has it.", by=by, **more)


def test_an_upheld_misreading_corrects_the_record_with_the_value_that_was_proposed(claim, ana, ed):
    dispute = disputed(claim, ana, rival={"figure": MORE})
    settled(dispute, ed)
    after = Claim.objects.get(pk=claim.pk)
    assert (after.figure_comparator, after.figure_low, after.figure_text) == ("more_than", 12, "12 people")
    assert after.version > claim.version
    event = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk).order_by("-pgh_id").first()
    assert event.pgh_context["action"] == "claim.corrected"
    assert event.pgh_context["reason"].startswith(f"Dispute {dispute.pk}: ")
    assert not after.rivals_beside, "a reading of the article is no rival of the article"


def test_the_editor_may_say_it_better(claim, ana, ed):
    dispute = disputed(claim, ana, rival={"figure": MORE})
    settled(dispute, ed, "partly_upheld", correction={"statement": "At least 12 people died in Lima."})
    after = Claim.objects.get(pk=claim.pk)
    assert (after.statement, after.figure_comparator) == ("At least 12 people died in Lima.", "at_least")


@pytest.mark.parametrize("outcome", ["upheld", "partly_upheld"])
def test_an_upheld_misreading_is_put_right_or_it_is_not_upheld(claim, ana, ed, outcome):
    dispute = disputed(claim, ana, aspect="wording")
    with pytest.raises(BadValue) as refused:
        settled(dispute, ed, outcome)
    assert refused.value.pointer == "/correction"
    dispute.refresh_from_db()
    assert dispute.state == "open", "nothing was settled"


def test_what_was_corrected_since_is_not_corrected_twice(claim, ana, ed):
    dispute = disputed(claim, ana, rival={"figure": MORE})
    correct_claim(claim, version=claim.version, changes={"figure": MORE | {"comparator": "exact", "high": 12}}, by=ana)
    settled(dispute, ed)
    assert Claim.objects.get(pk=claim.pk).figure_comparator == "exact"


def test_another_part_that_was_corrected_since_is_no_answer(claim, ana, ed):
    dispute = disputed(claim, ana)
    correct_claim(claim, version=claim.version, changes={"date": None}, by=ana)
    with pytest.raises(BadValue):
        settled(dispute, ed)
    dispute.refresh_from_db()
    correct_claim(claim, version=claim.version + 1, changes={"figure": MORE}, by=ana)
    assert settled(dispute, ed).state == "upheld"


def test_a_correction_that_the_article_does_not_say_is_refused_and_the_dispute_stays_open(claim, ana, ed):
    dispute = disputed(claim, ana, rival={"figure": ABOUT_600})
    with pytest.raises(BadValue) as refused:
        settled(dispute, ed)
    assert refused.value.pointer.startswith("/correction/figure")
    dispute.refresh_from_db()
    assert (dispute.state, Claim.objects.get(pk=claim.pk).version) == ("open", claim.version)


@pytest.mark.parametrize("outcome", ["upheld", "partly_upheld"])
def test_an_upheld_objection_to_the_article_leaves_the_claim_alone_and_puts_the_rival_beside_it(
    claim, ana, ed, outcome
):
    dispute = disputed(claim, ana, ground="contested", rival={"figure": ABOUT_600, "no_source": "It was on the radio."})
    settled(dispute, ed, outcome, rank="preferred")
    after = Claim.objects.get(pk=claim.pk)
    assert (after.figure_low, after.version) == (claim.figure_low, claim.version)
    [rival] = after.rivals_beside
    assert (rival.rank, rival.rank_reason) == ("preferred", "As the article has it.")


def test_a_dismissed_one_puts_nothing_beside_it(claim, ana, ed):
    dispute = disputed(claim, ana, ground="contested", rival={"figure": ABOUT_600, "no_source": "radio"})
    settled(dispute, ed, "dismissed")
    assert not Claim.objects.get(pk=claim.pk).rivals_beside
    assert Rival.objects.count() == 1, "what was proposed stays on record"


@pytest.mark.parametrize(
    ("said", "outcome", "more", "pointer"),
    [
        ({"ground": "contested"}, "upheld", {"rank": "preferred"}, "/rank"),
        ({"ground": "contested"}, "upheld", {"correction": {"figure": MORE}}, "/correction"),
        ({}, "dismissed", {"correction": {"figure": MORE}}, "/correction"),
        ({"ground": "contested", "rival": {"figure": ABOUT_600, "no_source": "x"}}, "upheld", {"rank": "best"},
         "/rank"),
        ({"ground": "contested", "rival": {"figure": ABOUT_600, "no_source": "x"}}, "dismissed", {"rank": "normal"},
         "/rank"),
        ({}, "upheld", {"correction": {"colour": "red"}}, "/correction/colour"),
    ],
)  # fmt: skip
def test_what_does_not_go_with_the_outcome_is_refused(claim, ana, ed, said, outcome, more, pointer):
    dispute = disputed(claim, ana, **said)
    with pytest.raises(BadValue) as refused:
        settled(dispute, ed, outcome, **more)
    assert refused.value.pointer == pointer


def test_an_upheld_duplicate_is_rejected_as_one(claim, ana, ed):
    other = make.claim()
    dispute = disputed(claim, ana, aspect="duplicate", duplicate_of=other)
    with pytest.raises(BadValue):
        settled(dispute, ed, "partly_upheld")
    dispute.refresh_from_db()
    settled(dispute, ed)
    after = Claim.objects.get(pk=claim.pk)
    assert (after.stage, after.rejected_as, after.duplicate_of) == ("rejected", "duplicate", other)


def test_a_published_duplicate_is_retracted_first(claim, ana, ed):
    Claim.objects.filter(pk=claim.pk).update(stage="published", verdict="supported")
    dispute = disputed(claim, ana, aspect="duplicate", duplicate_of=make.claim())
    with pytest.raises(Refused, match="no step leads"):
        settled(dispute, ed)
    dispute.refresh_from_db()
    assert dispute.state == "open"


def test_a_claim_is_no_duplicate_of_itself(claim, ana):
    with pytest.raises(BadValue):
        disputed(claim, ana, aspect="duplicate", duplicate_of=claim)


def test_ranks_are_changed_with_a_reason_and_several_may_be_preferred(claim, ed):
    first, second = make.rival(claim), make.rival(claim)
    for rival in (first, second):
        assert rivals.rank_rival(rival, rank="preferred", reason="A full count.", by=ed).rank == "preferred"
    with pytest.raises(BadValue):
        rivals.rank_rival(first, rank="deprecated", by=ed)
    assert rivals.rank_rival(first, rank="normal", by=ed).rank_reason == ""


def test_a_rival_is_withdrawn_with_a_reason_by_who_proposed_it_or_an_editor(claim, ana, ed, eve, rita):
    mine = make.rival(claim, created_by=ana)
    with pytest.raises(BadValue):
        rivals.withdraw_rival(mine, reason=" ", by=ana)
    for nobody in (rita, person("otto", "analyst")):
        with pytest.raises(NotAllowed):
            rivals.withdraw_rival(mine, reason="no", by=nobody)
    assert rivals.withdraw_rival(mine, reason="Counted twice.", by=ana).withdrawn_reason == "Counted twice."
    with pytest.raises(rivals.NotStanding):
        rivals.withdraw_rival(mine, reason="again", by=ed)
    with pytest.raises(rivals.NotStanding):
        rivals.rank_rival(mine, rank="normal", by=ed)
    with pytest.raises(rivals.NotStanding):
        rivals.rank_rival(make.rival(claim, accepted_at=None), rank="normal", by=ed)


def test_who_proposed_a_value_does_not_rank_it(claim, ana, ed, eve):
    own = make.rival(claim, created_by=ed)
    with pytest.raises(NotAllowed, match="You proposed"):
        rivals.rank_rival(own, rank="preferred", reason="mine", by=ed)
    with pytest.raises(NotAllowed):
        rivals.rank_rival(own, rank="preferred", reason="mine", by=ana)
    assert rivals.rank_rival(own, rank="preferred", reason="full", by=eve).rank == "preferred"
