"""The list of claims, as a person narrows it down."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make


def page(client, query="", status=200):
    answer = client.get(f"/claims/{query}")
    assert answer.status_code == status
    return answer.content.decode()


def test_it_lists_every_claim_with_its_value_and_words(browse, rita):
    make.article()
    html = page(browse(rita))
    assert "at least 12" in html
    assert "cites [1]" in html
    assert "Source not identified" in html


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("?has=figure", "at least 12", "Nobody has counted"),
        ("?comparator=between", "between 400 and 500", "at least 12"),
        ("?low_gte=1000", "About 3,000", "at least 12"),
        ("?country=PE", "Lima", "between 400"),
        ("?q=houses", "houses", "killed"),
        ("?number=3", "[2][3]", "cites [1]"),
    ],
)
def test_a_filter_narrows_it(browse, rita, query, there, gone):
    make.article()
    rows = page(browse(rita), query).split('<ol class="rows">')[1]
    assert there in rows
    assert gone not in rows


def test_each_filter_is_a_chip_that_takes_it_away(browse, rita):
    make.article()
    html = page(browse(rita), "?kind=casualties&country=PE")
    assert 'href="?country=PE"' in html
    assert 'href="?kind=casualties"' in html


def test_when_nothing_fits_it_says_which_filter_to_drop(browse, rita):
    make.article()
    html = page(browse(rita), "?q=elephants&has=figure")
    assert "No claim fits these filters" in html
    assert 'href="?has=figure"' in html


def test_a_parameter_that_means_nothing_is_named(browse, rita):
    html = page(browse(rita), "?knid=troops", status=400)
    assert "Did you mean “kind”?" in html


def test_the_data_beside_it_has_the_same_filters(browse, rita):
    make.article()
    html = page(browse(rita), "?has=figure")
    assert "/claims.csv?has=figure" in html
    client = browse(rita)
    assert client.get("/claims.csv?has=figure").status_code == 200


def test_the_facets_count_what_each_value_would_leave(browse, rita):
    make.article()
    html = browse(rita).get("/claims/facets/?has=figure").content.decode()
    assert 'name="comparator" value="between"' in html
    assert '<span class="count">1</span>' in html


def test_it_asks_as_often_for_many_as_for_few(browse, rita):
    client = browse(rita)
    counts = []
    for _ in range(2):
        for _ in range(4):
            make.article()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8  # of them one for the bell, and one for the saved views


def test_pages_follow_each_other_without_a_gap(browse, rita):
    article = make.article("\n".join(f"On day {day} the flood killed {day + 12} people. [1]" for day in range(60)))
    client = browse(rita)
    html = page(client)
    seen = []
    while True:
        seen += [part.split('"')[0] for part in html.split('id="row-')[1:]]
        if 'rel="next"' not in html:
            break
        html = page(client, html.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&"))
    assert len(seen) == len(set(seen)) == article.claims.count() >= 60


def test_an_empty_desk_says_what_to_do(browse, rita):
    assert "No claim has been read yet" in page(browse(rita))
