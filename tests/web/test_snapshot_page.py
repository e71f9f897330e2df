"""The page about a copy: its text as text, what is fenced off, what is lit, where to find words in it."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.models import Evidence, Finding
from claims.models.vocabulary import Finding as Word
from sources.models import Snapshot
from tests import make
from tests.web.test_frame import words

TEXT = "The river ministry counted 410 tents at the weir.\n\nThe army lent 30 boats.\n\nReferences\n1. Delta Courier."


def fenced(source, text=TEXT, **columns):
    """A copy whose list of references is fenced off."""
    at = text.find("References")
    columns.setdefault("fences", [[at, len(text), "references"]] if at >= 0 else [])
    return Snapshot.objects.create(
        source=source, method="fetched", captured_at=dt.datetime(2025, 1, 9, 14, 2, tzinfo=dt.UTC), text=text,
        text_sha256=f"{abs(hash(text)):064x}"[:64], characters=len(text), sha256="a" * 64, size=900, **columns,
    )  # fmt: skip


def proven(claim, copy, exact, word=Word.FOUND, citation=None):
    """A finding of this claim in this copy whose proof is `exact`."""
    citation = citation or claim.links.first().citation
    type(citation).objects.filter(pk=citation.pk).update(source=copy.source)
    start = copy.text.index(exact)
    return Finding.objects.create(
        claim=claim, citation=citation, snapshot=copy, finding=word, subject="same", rules="1", claim_version=1,
        digest="d", proofs=[{"exact": exact, "start": start, "end": start + len(exact)}], headline=True,
    )  # fmt: skip


@pytest.fixture
def source(db):
    return make.source(title="Bulletin of the river ministry")


@pytest.fixture
def copy(source):
    return fenced(source)


@pytest.fixture
def shows(browse, rita, copy):
    """What a reader sees of the copy."""
    return lambda query="": words(browse(rita).get(f"/snapshots/{copy.pk}/{query}"))


def test_it_shows_the_text_and_how_it_came(shows):
    shown = shows()
    assert "The river ministry counted 410 tents at the weir." in shown
    for told in ("9 January 2025, 14:02 UTC", "Fetched", "a" * 64, "900 bytes"):
        assert told in shown


def test_what_is_fenced_is_labelled(shows):
    assert "List of references: no evidence is taken from here" in shows()


def test_words_that_prove_or_contradict_lead_to_the_claim(shows, copy):
    claim = make.claim()
    proven(claim, copy, "410 tents")
    other = make.claim()
    proven(other, copy, "30 boats", Word.DIFFERS)
    shown = shows()
    assert f'data-tone="settled" href="/claims/{claim.pk}/">410 tents</a>' in shown
    assert f'data-tone="rejected" href="/claims/{other.pk}/">30 boats</a>' in shown
    assert "Found" in shown
    assert "Differs" in shown


def test_words_of_a_text_that_the_article_has_no_more_are_not_lit(shows, copy):
    claim = make.claim()
    proven(claim, copy, "410 tents")
    type(claim.article).objects.filter(pk=claim.article_id).update(revision=None)
    assert f"/claims/{claim.pk}/" not in shows()


def test_pinned_words_are_lit_with_who_pinned_them(shows, copy, ana):
    claim, start = make.claim(), TEXT.index("30 boats")
    Evidence.objects.create(
        claim=claim, snapshot=copy, start=start, end=start + 8, exact="30 boats", stance="contradicts", created_by=ana
    )
    shown = shows()
    assert f'data-tone="rejected" href="/claims/{claim.pk}/">30 boats</a>' in shown
    assert "Contradicts it" in shown
    assert "says Ana of" in shown


def test_words_are_found_whatever_the_case(shows):
    shown = shows("?q=RIVER+ministry")
    assert "Place 1 of 1" in shown
    assert '<mark class="sought here" id="at">river ministry</mark>' in shown


def test_places_are_walked(shows):
    shown = shows("?q=t&place=2")
    assert "Place 2 of " in shown
    assert "place=1#at" in shown
    assert "place=3#at" in shown


def test_words_that_are_not_there_are_said_to_be_nowhere(shows):
    assert "does not stand in this copy" in shows("?q=helicopters")


def test_an_address_opens_the_text_at_some_words(shows):
    start = TEXT.index("410")
    assert 'id="at">410</mark>' in shows(f"?at={start}-{start + 3}")


def test_a_long_text_comes_in_parts(browse, rita, source):
    copy = fenced(source, "\n".join(f"Line {number} of a long bulletin about tents." for number in range(2000)))
    first, last = (words(browse(rita).get(f"/snapshots/{copy.pk}/?part={part}")) for part in (1, 99))
    assert "Part 1 of" in first
    assert "Line 0 of" in first
    assert "Line 1999 of" not in first
    assert "Line 1999 of" in last
    found = words(browse(rita).get(f"/snapshots/{copy.pk}/?q=line+1500"))
    assert ">Line 1500</mark>" in found


def test_a_copy_without_text_says_why(browse, rita, source):
    copy = fenced(source, "", fences=[], problem="This PDF is encrypted. Its bytes are kept.", code="encrypted")
    shown = words(browse(rita).get(f"/snapshots/{copy.pk}/"))
    assert "There is no text of this copy" in shown
    assert "This PDF is encrypted." in shown
    assert "Find in this copy" not in shown


def test_what_could_not_be_read_is_told(browse, rita, source):
    copy = fenced(source, notes=[{"code": "images", "words": "Two pages are pictures."}])
    assert "Two pages are pictures." in words(browse(rita).get(f"/snapshots/{copy.pk}/"))


def test_the_copies_before_and_after_are_linked(browse, rita, source, copy):
    newer = fenced(source, TEXT.replace("410", "470"))
    # Of the same moment: the later row is the newer copy.
    shown = words(browse(rita).get(f"/snapshots/{copy.pk}/"))
    assert "There is a newer copy" in shown
    assert f'rel="next" href="/snapshots/{newer.pk}/"' in shown
    assert f'rel="prev" href="/snapshots/{copy.pk}/"' in words(browse(rita).get(f"/snapshots/{newer.pk}/"))


def test_a_page_costs_the_same_however_much_is_lit(browse, rita, copy, django_assert_max_num_queries):
    for _ in range(6):
        proven(make.claim(), copy, "410 tents")
    browser = browse(rita)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/snapshots/{copy.pk}/").status_code == 200


@pytest.mark.parametrize(
    "query", ["?part=x", "?part=-1", "?at=9-3", "?at=900000000-999999999", "?place=0&q=t", "?q=%00"]
)
def test_no_address_makes_it_fall_over(browse, rita, copy, query):
    assert browse(rita).get(f"/snapshots/{copy.pk}/{query}").status_code == 200
