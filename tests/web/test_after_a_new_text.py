"""Where an article has had a new text: what the reading view and the page of each claim say of the claims before it."""

from __future__ import annotations

import pytest

from claims import intake
from claims.models import Anchor, Change
from sources import ingest
from sources.models import Article
from tests import make
from tests.web.test_frame import words

NEW = (
    make.TEXT.replace("About 3,000", "Some 3,500").replace("at least 12", "14").replace("the cattle", "a single horse")
)


@pytest.fixture
def article(db):
    found = make.article(make.TEXT)
    intake.read_article(ingest.reread_article(found, text=NEW, by=None)[0].pk)
    found.refresh_from_db()
    return found


@pytest.fixture
def old(article):
    """The claim whose figure the new text changed."""
    return article.claims.get(figure_low=3000)


def successor(claim):
    return claim.anchors.get(revision=claim.article.revision).successor


def lose(claim, outcome: str) -> None:
    kind = "dropped" if outcome == "lost" else "ambiguous"
    Change.objects.filter(claim=claim).update(kind=kind, successor=None)
    Anchor.objects.filter(claim=claim, revision=claim.article.revision).update(
        outcome=outcome, start=None, end=None, candidates=[], successor=None
    )


def test_the_text_shows_the_claims_that_its_words_make_now(browse, rita, article, old):
    page = words(browse(rita).get(f"/articles/{article.pk}/"))
    assert f'id="claim-{successor(old).pk}"' in page
    assert f'id="claim-{old.pk}"' not in page
    assert "was About 3,000" in page
    assert "0 of 3 claims judged" in page


def test_a_changed_claim_leads_to_where_its_words_stood(browse, rita, article, old):
    answer = browse(rita).get(f"/articles/{article.pk}/?claim={old.pk}")
    assert answer["Location"] == f"/articles/{article.pk}/?part=1#claim-{successor(old).pk}"


def test_the_text_counts_what_is_not_in_it_any_more(browse, rita, article, old):
    lose(old, "lost")
    page = words(browse(rita).get(f"/articles/{article.pk}/"))
    assert "1 claim not in this text" in page
    assert f'href="/claims/?article={article.pk}&amp;flag=anchor_lost"' in page


def test_a_changed_claim_says_what_stands_in_its_place(browse, rita, old):
    page = words(browse(rita).get(f"/claims/{old.pk}/"))
    assert "The current text says it differently" in page
    assert f'href="/claims/{successor(old).pk}/">Open claim' in page


def test_the_claim_in_its_place_says_what_stood_there(browse, rita, old):
    page = words(browse(rita).get(f"/claims/{successor(old).pk}/"))
    assert "An earlier text had “<bdi>About 3,000</bdi>” here" in page
    assert f'href="/claims/{old.pk}/"' in page


@pytest.mark.parametrize(("outcome", "said"), [("lost", "does not say this any more"), ("ambiguous", "See the places")])
def test_a_claim_without_a_place_says_so_and_leads_out(browse, rita, old, outcome, said):
    lose(old, outcome)
    page = words(browse(rita).get(f"/claims/{old.pk}/"))
    assert said in page
    assert f'href="/articles/{old.article_id}/changes/?to=2#claim-{old.pk}"' in page
    assert f"/articles/{old.article_id}/?claim={old.pk}" not in page  # which would only lead back here
    assert "No mark governs these words" not in page


def test_a_text_that_is_still_being_read_is_no_text_without_changes(browse, rita, article):
    ingest.reread_article(article, text=make.TEXT + " More.", by=None)
    browser = browse(rita)
    page = words(browser.get(f"/articles/{article.pk}/changes/"))
    assert "A newer text is being read" in page
    assert "Value changed" in page  # of the text before
    assert browser.get(f"/articles/{article.pk}/changes/?to=3").status_code == 404


def test_a_newer_text_that_failed_is_said_beside_the_changes(browse, rita, article):
    Article.objects.filter(pk=article.pk).update(state="failed", problem="The file is damaged.")
    page = words(browse(rita).get(f"/articles/{article.pk}/changes/"))
    assert "A newer text could not be read" in page
    assert "The file is damaged." in page


@pytest.mark.parametrize("to", ["3", "99", "2147483648", "99999999999"])
def test_a_text_that_is_not_there_is_not_found(browse, rita, article, to):
    assert browse(rita).get(f"/articles/{article.pk}/changes/?to={to}").status_code == 404


def test_where_a_person_placed_a_claim_its_words_are_shown(browse, ana, old):
    lose(old, "ambiguous")
    browser = browse(ana)
    start = NEW.index("Some 3,500")
    browser.post(f"/claims/{old.pk}/place/", {"revision": "2", "span": f"{start}-{start + 10}"})
    page = words(browser.get(f"/articles/{old.article_id}/changes/"))
    assert "A person says that it stands here: " in page
    assert f'href="/articles/{old.article_id}/?at={start}-{start + 10}#at"' in page


def test_what_went_wrong_with_a_place_stands_above_the_list(browse, ana, old):
    answer = browse(ana).post(f"/claims/{old.pk}/place/", {"revision": "1", "span": "0-5"}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/articles/{old.article_id}/changes/"
    assert 'role="alert"' in words(answer)
    assert "The article&#x27;s current text is revision 2" in words(answer)
