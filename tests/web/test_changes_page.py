"""What changed: the claim-level diff of two texts, and a person saying where an ambiguous claim stands."""

from __future__ import annotations

import pytest

from claims import intake
from claims.models import Anchor, Change
from sources import ingest
from tests import make
from tests.web.test_frame import words

NEW = make.TEXT.replace("3,000", "3,500").replace("Nobody has counted the cattle.", "Some 40 cattle drowned.")


@pytest.fixture
def article(db):
    found = make.article(make.TEXT)
    intake.read_article(ingest.reread_article(found, text=NEW, by=None)[0].pk)
    found.refresh_from_db()
    return found


def test_each_claim_that_changed_stands_there_with_both_values(browse, rita, article):
    page = words(browse(rita).get(f"/articles/{article.pk}/changes/"))
    assert "Value changed" in page
    assert "3,000" in page
    assert "3,500" in page
    assert "cattle drowned." in page
    assert "Hedge changed" not in page


def test_the_reading_view_says_which_text_it_is_and_leads_there(browse, rita, article):
    page = words(browse(rita).get(f"/articles/{article.pk}/"))
    assert "revision 2" in page
    assert f'href="/articles/{article.pk}/changes/"' in page


def test_an_article_with_one_text_says_so(browse, rita, db):
    article = make.article()
    assert "It has one text" in words(browse(rita).get(f"/articles/{article.pk}/changes/"))


def test_an_analyst_says_where_an_ambiguous_claim_stands(browse, ana, article):
    claim = article.claims.get(figure_low=3000)
    Change.objects.filter(claim=claim).update(kind="ambiguous", successor=None)
    Anchor.objects.filter(claim=claim, revision=article.revision).update(
        outcome="ambiguous", start=None, end=None, candidates=[[0, 20], [30, 60]], successor=None
    )
    page = words(browse(ana).get(f"/articles/{article.pk}/changes/"))
    assert "Where does it stand now?" in page
    assert 'value="30-60"' in page
    answer = browse(ana).post(f"/claims/{claim.pk}/place/", {"revision": "2", "span": "30-60"})
    assert answer["Location"] == f"/articles/{article.pk}/changes/#claim-{claim.pk}"
    assert claim.anchors.get(revision=article.revision).outcome == "by_hand"


@pytest.mark.parametrize("span", ["", "x", "5", "60-30", "0-99999999"])
def test_no_place_is_said_to_be_none(browse, ana, article, span):
    claim = article.claims.get(figure_low=3000)
    answer = browse(ana).post(f"/claims/{claim.pk}/place/", {"revision": "2", "span": span}, follow=True)
    assert 'role="alert"' in words(answer) or 'class="notice"' in words(answer)
    assert claim.anchors.get(revision=article.revision).outcome == "figure_changed"


def test_the_page_takes_no_more_queries_for_more_changes(browse, rita, article, django_assert_max_num_queries):
    browser = browse(rita)
    with django_assert_max_num_queries(16):
        browser.get(f"/articles/{article.pk}/changes/")
