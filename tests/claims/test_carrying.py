"""The claims of an article in its next text: found again, changed, ambiguous or lost, and never dropped."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from claims import intake
from claims.facets import count_facets
from claims.models import Anchor, Change, Claim, ClaimCitation, EvidenceCheck
from claims.placing import BadSpan, NotInThisText, place_claim
from claimtracker.core.refusals import NotAllowed
from sources import ingest
from sources.models import Article
from tests import make

LEAD = "The river rose and rose. Nobody had seen such water since the old bridge fell.\n\n"
TAIL = "\n\nThe army left in spring, and the lower town was built again behind a wall of stone."
LINE = "The flood of March 2024 killed at least 12 people in Lima, according to the Red Cross. [1]"


def article(words: str = LINE):
    return make.article(LEAD + words + TAIL)


def give(found, words: str):
    """Another text for an article, read."""
    revision, _ = ingest.reread_article(found, text=LEAD + words + TAIL, by=None)
    assert intake.read_article(revision.pk)
    found.refresh_from_db()
    return revision


def kinds(revision) -> list[str]:
    return list(Change.objects.filter(revision=revision).values_list("kind", flat=True))


def flags(claim) -> list[str]:
    return Claim.objects.with_parts().get(pk=claim.pk).flags


def test_a_claim_found_again_is_the_same_row_with_another_anchor(db):
    found = article()
    claim = found.claims.get()
    second = give(found, "Snow lay on the hills. " + LINE)
    assert found.claims.get() == claim
    first_anchor, anchor = claim.anchors.order_by("revision__number")
    assert (anchor.outcome, anchor.verbatim, anchor.start) == ("exact", True, first_anchor.start + 23)
    assert [link.citation.revision for link in ClaimCitation.objects.current().filter(claim=claim)] == [second]
    assert kinds(second) == []


def test_neither_its_version_nor_its_verdict_changes(db):
    found = article()
    Claim.objects.update(stage="settled", verdict="supported", version=7)
    give(found, LINE.replace("12", "14"))
    claim = found.claims.get(figure_low=12)
    assert (claim.verdict, claim.version) == ("supported", 7)


def test_a_changed_digit_is_a_changed_figure_with_a_claim_of_its_own(db):
    found = article()
    claim = found.claims.get()
    second = give(found, LINE.replace("12", "14"))
    new = found.claims.get(figure_low=14)
    anchor = claim.anchors.get(revision=second)
    assert (anchor.outcome, anchor.successor, anchor.verbatim) == ("figure_changed", new, False)
    assert flags(claim) == ["source_unidentified", "figure_changed"]
    assert kinds(second) == ["value_changed"]


def test_a_claim_that_the_text_has_replaced_is_not_called_uncited(db):
    found = article("Some 400 soldiers came to the lower town.")
    claim = found.claims.get(figure_low=400)
    give(found, "Some 500 soldiers came to the lower town.")
    assert flags(claim) == ["figure_changed"]
    assert [row.figure_low for row in Claim.objects.uncited()] == [500]
    assert Article.objects.for_list().get().uncited_count == 1
    assert ("uncited", 1) in [(bucket.value, bucket.count) for bucket in flag_facet()]


def flag_facet():
    return count_facets(Claim.objects.all(), QueryDict()).buckets["flag"]


def test_a_claim_that_is_gone_is_listed_as_lost_and_still_cites_nothing(db):
    found = article()
    claim = found.claims.get()
    second = give(found, "Snow lay on the hills.")
    assert claim.anchors.get(revision=second).outcome == "lost"
    assert flags(claim) == ["anchor_lost"]
    assert list(Claim.objects.anchor_lost()) == [claim]
    assert not Claim.objects.uncited().filter(pk=claim.pk).exists()
    assert kinds(second) == ["dropped"]


def test_words_that_come_back_are_found_again(db):
    found = article()
    claim = found.claims.get()
    give(found, "Snow lay on the hills.")
    third = give(found, LINE)
    assert claim.anchors.get(revision=third).outcome == "exact"
    assert found.claims.get() == claim


def test_a_value_that_comes_back_is_the_first_claim_again(db):
    found = article()
    first = found.claims.get()
    give(found, LINE.replace("12", "14"))
    second = found.claims.get(figure_low=14)
    third = give(found, LINE)
    assert first.anchors.get(revision=third).outcome == "exact"
    assert second.anchors.get(revision=third).successor == first
    assert found.claims.count() == 2


def test_what_changed_in_an_earlier_text_is_not_told_again(db):
    found = article()
    give(found, LINE.replace("12", "14"))
    third = give(found, "Snow lay on the hills. " + LINE.replace("12", "14"))
    assert kinds(third) == []
    assert found.claims.count() == 2


def test_a_new_sentence_is_a_new_claim(db):
    found = article()
    second = give(found, LINE + " Some 400 soldiers came. [2]")
    assert found.claims.get(figure_low=400).read_from == second
    assert kinds(second) == ["added"]


def test_a_citation_that_was_swapped_is_told_with_both_numbers(db):
    found = article()
    second = give(found, LINE.replace("[1]", "[3]"))
    change = Change.objects.get(revision=second)
    assert (change.kind, change.detail) == ("citation_swapped", {"before": [1], "after": [3]})


def test_every_claim_has_one_anchor_in_every_text_that_followed(db):
    found = make.article()
    for text in ("The flood killed nobody. [1]", make.TEXT, make.TEXT.replace("3,000", "4,000"), "Nothing."):
        revision, new = ingest.reread_article(found, text=text, by=None)
        assert new
        intake.read_article(revision.pk)
        found.refresh_from_db()
        assert Anchor.objects.filter(revision=revision).count() == found.claims.count()


@pytest.fixture
def lost(db):
    """A claim that the program did not find in the second text, and where it stands there."""
    found = article()
    claim = found.claims.get()
    words = "Twelve people or more, says the Red Cross, were killed. [5]"
    give(found, words)
    claim.article.refresh_from_db()
    start = found.revision.text.index("Twelve")
    Anchor.objects.filter(claim=claim, revision=found.revision).update(
        start=None, end=None, outcome="ambiguous", successor=None
    )
    return claim, start, start + len("Twelve people or more, says the Red Cross, were killed.")


def test_a_person_says_where_it_stands(lost, ana):
    claim, start, end = lost
    anchor = place_claim(claim, revision=2, start=start, end=end, by=ana)
    assert (anchor.outcome, anchor.start, anchor.verbatim) == ("by_hand", start, False)
    current = ClaimCitation.objects.current().filter(claim=claim)
    assert [link.citation.number for link in current] == [5]


def test_what_it_cites_where_it_was_placed_is_compared_with_it(lost, ana):
    claim, start, end = lost
    source = make.source()
    claim.article.revision.citations.filter(number=5).update(source=source)
    make.snapshot(source, "Twelve people died.")
    EvidenceCheck.objects.all().delete()
    place_claim(claim, revision=2, start=start, end=end, by=ana)
    assert EvidenceCheck.objects.get().pk == source.pk


def test_in_another_text_than_the_current_one_nothing_is_placed(lost, ana):
    claim, start, end = lost
    with pytest.raises(NotInThisText):
        place_claim(claim, revision=1, start=start, end=end, by=ana)


@pytest.mark.parametrize("span", [(5, 5), (9, 3), (0, 10**6), (-1, 4)])
def test_words_that_are_not_there_are_no_place(lost, ana, span):
    with pytest.raises(BadSpan):
        place_claim(lost[0], revision=2, start=span[0], end=span[1], by=ana)


def test_a_reader_places_nothing(lost, rita):
    claim, start, end = lost
    with pytest.raises(NotAllowed):
        place_claim(claim, revision=2, start=start, end=end, by=rita)
