"""Correcting a claim: what changes, what is remembered, and what is refused."""

import pytest

from claims.correcting import ClaimClosed, correct_claim
from claims.models import Claim, EvidenceCheck
from claims.parts_in import BadParts
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import Happening
from claimtracker.core.refusals import NotAllowed
from tests import make
from tests.at_once import who_wins

pytestmark = pytest.mark.django_db

FIGURE = {"text": "12", "comparator": "exact", "low": 12, "unit": "deaths", "counted": "people"}


@pytest.fixture
def claim():
    return make.claim()


def correct(claim, by, **changes):
    return correct_claim(claim, version=claim.version, changes=changes, by=by)


def events(claim):
    return Claim.pgh_event_model.objects.filter(pgh_obj=claim).order_by("pgh_id")


def test_a_part_that_is_given_replaces_the_whole_part(claim, ana):
    assert claim.figure_comparator == "at_least"
    corrected = correct(claim, ana, figure=FIGURE)
    assert (corrected.figure_text, corrected.figure_comparator) == ("12", "exact")
    assert (corrected.figure_low, corrected.figure_high, corrected.figure_unit) == (12, 12, "deaths")
    assert corrected.quote[corrected.figure_start : corrected.figure_end] == "12"
    assert (corrected.version, corrected.parts_version) == (2, 2)
    assert corrected.date_edtf == claim.date_edtf


def test_null_takes_a_part_away(claim, ana):
    corrected = correct(claim, ana, date=None, place=None, attribution=None)
    assert (corrected.date_edtf, corrected.place, corrected.attribution_agent) == ("", None, "")
    assert corrected.version == 2


def test_a_suggested_claim_that_is_corrected_is_an_accepted_one(claim, ana):
    assert claim.stage == "suggested"
    assert correct(claim, ana, statement="In Lima a dozen people died.").stage == "open"


def test_what_changes_nothing_makes_no_version(claim, ana):
    before = events(claim).count()
    same = correct(claim, ana, statement=claim.statement, citations=[1], kind=claim.kind)
    assert (same.version, same.stage, events(claim).count()) == (1, "suggested", before)
    assert not Happening.objects.filter(event="claim.corrected").exists()


def test_it_is_remembered_who_did_it_and_why(claim, ana):
    correct_claim(claim, version=1, changes={"figure": FIGURE}, by=ana, reason="the article says twelve")
    metadata = events(claim).last().pgh_context
    assert (metadata["action"], metadata["by"]) == ("claim.corrected", ana.pk)
    assert metadata["reason"] == "the article says twelve"
    assert Happening.objects.get(event="claim.corrected").subjects[0] == f"claim:{claim.pk}"


def test_it_may_cite_other_entries_and_findings_are_made_anew(claim, ana):
    numbers = {one.number: one for one in claim.article.revision.citations.all()}
    sources = [make.source(), make.source()]
    for number, source in zip((1, 2), sources, strict=True):
        numbers[number].source = source
        numbers[number].save()
        make.snapshot(source, "Twelve people died.")
    EvidenceCheck.objects.all().delete()
    corrected = correct(claim, ana, citations=[3, {"number": 2}])
    links = corrected.links.order_by("position")
    assert [link.citation.number for link in links] == [3, 2]
    assert (corrected.version, corrected.parts_version) == (2, 2)
    assert set(EvidenceCheck.objects.values_list("pk", flat=True)) == {one.pk for one in sources}


def test_entries_that_the_article_does_not_have_are_named(claim, ana):
    with pytest.raises(BadParts) as refused:
        correct(claim, ana, citations=[1, 99, 10**30])
    assert [error["pointer"] for error in refused.value.errors] == ["/citations/1", "/citations/2"]


def test_a_place_is_taken_from_the_gazetteer_or_made(claim, ana):
    corrected = correct(claim, ana, place={"text": "Lima", "name": "Lower Lima", "country": "PE"})
    assert (corrected.place.name, corrected.place.gazetteer_id, corrected.place_precision) == (
        "Lower Lima",
        None,
        "area",
    )
    again = correct(corrected, ana, place={"text": "Lima"})
    assert (again.place.name, bool(again.place.gazetteer_id)) == ("Lima", True)
    with pytest.raises(BadParts) as refused:
        correct(again, ana, place={"text": "Lima", "name": "Lower Lima", "country": "PE", "lat": 1, "lon": 1})
    assert refused.value.pointer == "/place/lat"


def test_who_saw_an_older_version_is_told_and_changes_nothing(claim, ana, ed):
    correct(claim, ana, statement="Somebody was first.")
    with pytest.raises(Stale) as refused:
        correct_claim(claim, version=1, changes={"statement": "And somebody second."}, by=ed)
    assert refused.value.extra == {"version": 2, "seen": 1}
    claim.refresh_from_db()
    assert claim.statement == "Somebody was first."


def test_a_reader_corrects_nothing_and_a_rejected_claim_is_left_alone(claim, rita, ana):
    with pytest.raises(NotAllowed):
        correct(claim, rita, statement="x")
    rejected = {"stage": "rejected", "rejected_as": "not_a_claim", "stage_reason": "noise"}
    Claim.objects.filter(pk=claim.pk).update(**rejected)
    with pytest.raises(ClaimClosed):
        correct(claim, ana, statement="x")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_correct_at_once_exactly_one_wins(ana, ed):
    claim = make.claim()

    def correct(by, words):
        return lambda: correct_claim(claim, version=1, changes={"statement": words}, by=by)

    (won,), (lost,) = who_wins(correct(ana, "Hers."), correct(ed, "His."))
    now = Claim.objects.get(pk=claim.pk)
    assert isinstance(lost, Stale)
    assert (now.statement, now.version) == (won.statement, 2)
