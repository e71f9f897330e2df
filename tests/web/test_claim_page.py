"""One claim, as a person studies it."""

from __future__ import annotations

import pytest

from claims.annotating import add_note, reply
from claims.models import Anchor, Claim
from claims.tagging import add_tag
from claimtracker.core import history
from sources.models import Arrival
from tests import make


def page(client, claim):
    answer = client.get(f"/claims/{claim.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_shows_the_words_the_value_and_what_it_cites(browse, rita):
    html = page(browse(rita), make.claim())
    assert '<span class="figure-words">at least 12</span>' in html
    assert "12 or more, no upper end" in html
    assert "Lima" in html
    assert "Not yet identified" in html
    assert "Nobody has said yet which work" in html
    assert "Read from the article" in html


def test_the_words_around_it_are_the_articles(browse, rita):
    claim = Claim.objects.filter(article=make.article()).order_by("id")[1]
    html = page(browse(rita), claim)
    assert '<span class="context">' in html


def test_a_change_stands_in_its_history_with_who_and_why(browse, rita, ed):
    claim = make.claim()
    with history.action("claim.corrected", by=ed, reason="the article says troops"):
        Claim.objects.filter(pk=claim.pk).update(kind="troops")
    html = page(browse(rita), claim)
    assert "<del>casualties</del> <ins>troops</ins>" in html
    assert "the article says troops" in html
    assert "Ed" in html


def test_it_leads_to_its_neighbours_and_into_the_article(browse, rita):
    article = make.article()
    first, second, *_ = Claim.objects.filter(article=article).order_by("id")
    html = page(browse(rita), first)
    assert f'href="/claims/{second.pk}/"' in html
    assert f"/articles/{article.pk}/?claim={first.pk}" in html


@pytest.mark.parametrize("pk", [999, 10**18, 10**30])
def test_a_claim_that_is_not_there_is_a_404(browse, rita, pk):
    assert browse(rita).get(f"/claims/{pk}/").status_code == 404


def test_it_takes_few_queries(browse, rita, django_assert_max_num_queries):
    claim = make.claim()
    client = browse(rita)
    with django_assert_max_num_queries(10):  # five more than a list
        page(client, claim)


@pytest.fixture
def busy(ana, ed):
    """A claim with all that people and machines can put on it."""
    article = make.article()
    claim = article.claims.filter(links__isnull=False).earliest("pk")
    copy = make.snapshot(make.source(), "At most 4 people died there, it says.")
    make.finding(claim, copy, make.proof(copy, "At most 4"), finding="differs")
    make.review(claim, by=ana)
    make.rival(claim, source=make.source(title="A second count"))
    make.dispute(claim, ana, rival=make.rival(claim, accepted_at=None, created_by=ana))
    reply(add_note(claim, body="Which of the two floods?", by=ana)[0], body="The second.", by=ed)
    add_tag(claim, name="floods", by=ana)
    Claim.objects.filter(article=article).exclude(pk=claim.pk).update(
        stage="rejected", rejected_as="duplicate", stage_reason="Said before.", duplicate_of=claim
    )
    return claim


@pytest.mark.parametrize("address", ["/claims/{}/", "/review/?claim={}"])
def test_a_full_one_takes_five_queries_more_than_a_list(browse, ed, busy, address, django_assert_max_num_queries):
    client = browse(ed)
    with django_assert_max_num_queries(10):
        assert client.get(address.format(busy.pk)).status_code == 200


def test_a_claim_of_a_file_says_where_it_stands_in_it(browse, rita, db):
    claim = make.claim()
    revision = claim.article.revision
    origins = [[0, 10, "page 1", 0, 10], [10, revision.characters, "page 2", 0, 90]]
    Arrival.objects.create(
        article=claim.article, revision=revision, way="file", name="report.pdf", state="done", origins=origins
    )
    Anchor.objects.filter(claim=claim).update(start=12, end=30)
    assert "<bdi>page 2</bdi> of" in page(browse(rita), claim)


def test_a_claim_that_a_model_proposed_says_so(browse, rita):
    html = page(browse(rita), make.claim(origin="model"))
    assert "Proposed by a model, and read again by the rules" in html
