"""The ways into a part of the queue: from the list of claims, from an article, and on the page itself."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim
from tests import make
from tests.past.timeline import ago, earlier
from tests.web.test_queue_page import read, shown


def form_of(html):
    return html[html.index('aria-label="Narrow the queue"') :].partition("</form>")[0]


def hand(claim, person):
    Claim.objects.filter(pk=claim.pk).update(assignee=person, taken_at=timezone.now())


class TestFromElsewhere:
    def test_the_list_of_claims_leads_to_the_same_claims_in_the_queue(self, desk, article):
        html = read(desk, f"/claims/?article={article.pk}&has=figure&order=-low&page_size=2")
        there = unescape(re.search(r'href="(/review/\?[^"]*)">.*?Review these', html)[1])
        assert there == f"/review/?article={article.pk}&has=figure"
        assert Claim.objects.get(pk=shown(read(desk, there))).article == article

    def test_without_a_filter_it_is_the_whole_queue(self, desk, article):
        assert re.search(r'href="/review/">.{,200}Review these', read(desk, "/claims/"))

    @pytest.mark.parametrize("address", ["/claims/", "/articles/{}/"])
    def test_whoever_may_not_review_is_not_led_there(self, browse, rita, article, address):
        assert "/review/" not in read(browse(rita), address.format(article.pk))

    def test_an_article_leads_to_its_own_claims(self, desk, article):
        assert f'href="/review/?article={article.pk}"' in read(desk, f"/articles/{article.pk}/")

    def test_a_page_of_the_past_does_not(self, desk, article):
        earlier(hours=2)
        for address in ("/claims/", f"/articles/{article.pk}/"):
            assert 'href="/review/?' not in read(desk, f"{address}?as_of={ago(hours=1)}")
            assert "Review th" not in read(desk, f"{address}?as_of={ago(hours=1)}")


class TestOnThePage:
    def test_the_form_offers_what_stands_and_keeps_what_it_does_not_know(self, desk, article):
        other = make.article(title="Low water")
        done = make.article(title="Done with")
        Claim.objects.filter(article=done).update(stage="rejected", rejected_as="out_of_scope", stage_reason="No.")
        html = form_of(read(desk, f"/review/?article={article.pk}&stage=suggested&has=figure&order=-low"))
        assert f'<option value="{article.pk}" selected>High water</option>' in html
        assert f'<option value="{other.pk}">Low water</option>' in html
        assert "Done with" not in html
        assert 'name="stage" value="suggested" checked' in html
        assert '<input type="hidden" name="has" value="figure">' in html
        assert 'name="order"' not in html

    def test_the_article_that_is_chosen_is_named_whatever_waits_in_it(self, desk, article):
        Claim.objects.update(stage="rejected", rejected_as="out_of_scope", stage_reason="No.")
        html = read(desk, f"/review/?article={article.pk}")
        assert "Nothing that fits waits for you" in html
        assert f'<option value="{article.pk}" selected>' in form_of(html)

    def test_it_works_as_a_browser_sends_it_with_fields_left_empty(self, desk, article):
        html = read(desk, f"/review/?article={article.pk}&mine=&flag=uncited&has=figure")
        assert Claim.objects.get(pk=shown(html)).article == article

    def test_mine_are_those_i_have_and_the_others_are_nobodys(self, desk, article, ana, ed):
        mine, theirs, *_ = claims = list(Claim.objects.risk_first())
        hand(mine, ana)
        hand(theirs, ed)
        html = read(desk, "/review/?mine=true")
        assert shown(html) == mine.pk
        assert "with you" in html
        assert "<strong>1 of 1</strong>" in html
        html = read(desk, "/review/?mine=false")
        assert shown(html) == claims[2].pk
        assert "<strong>1 of 2</strong>" in html

    def test_the_list_beside_it_shows_the_same(self, desk, article, ana):
        hand(Claim.objects.risk_first()[0], ana)
        html = read(desk, f"/review/?mine=true&article={article.pk}")
        there = unescape(re.search(r'href="(/claims/\?[^"]*)">All that wait, as a list', html)[1])
        assert "assignee=ana" in there
        assert read(desk, there).count('id="row-') == 1

    def test_what_was_put_off_stays_with_it(self, desk, article):
        assert '<input type="hidden" name="put_off" value="too">' in form_of(read(desk, "/review/?put_off=too"))

    def test_many_articles_are_no_more_queries(self, desk, article):
        counts = []
        for _ in range(2):
            read(desk, "/review/?stage=suggested")
            with CaptureQueriesContext(connection) as queries:
                read(desk, "/review/?stage=suggested")
            counts.append(len(queries))
            for _ in range(8):
                make.article()
        assert counts[0] == counts[1] <= 10


def test_the_claims_page_says_whom_claims_are_with(desk, article, ed):
    hand(Claim.objects.risk_first()[0], ed)
    html = desk.get("/claims/facets/").content.decode()
    assert re.search(
        r'<legend>With</legend>.*name="assignee" value="ed"><bdi>Ed</bdi> <span class="count">1<', html, re.S
    )
    assert "with ed" in read(desk, "/claims/?assignee=ed")


def test_scripts_narrow_their_queue_to_what_they_have(api, ana, article):
    claim = Claim.objects.risk_first()[0]
    hand(claim, ana)
    api.force_authenticate(ana)
    found = api.get("/api/v1/review/?mine=true").json()
    assert [one["claim"]["id"] for one in found["results"]] == [claim.pk]
    assert api.get("/api/v1/review/?mine=false").json()["waiting"] == 3
