"""The list of articles."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Article, Reading
from tests import make
from tests.web.test_frame import words


def failed(**fields) -> Article:
    article = make.article(read=False, **fields)
    Reading.objects.filter(revision=article.revision).update(state="failed")
    Article.objects.filter(pk=article.pk).update(state="failed", problem="The reader stopped.")
    return article


def test_a_row_says_what_was_found(browse, rita):
    article = make.article(title="High water", outlet="The Delta", published="2024-03-09")
    page = words(browse(rita).get("/articles/"))
    assert f'<a class="row-title" dir="auto" href="/articles/{article.pk}/">High water</a>' in page
    assert "<bdi>The Delta</bdi>" in page
    assert '<time datetime="2024-03-09">9 March 2024</time>' in page
    assert f"<span>{article.claims.count()} claims</span><span>3 citations</span>" in page
    assert "3 not identified" in page


def test_a_row_shows_how_far_the_reading_has_come(browse, rita):
    article = make.article(read=False, title="Long read")
    Reading.objects.filter(revision=article.revision).update(state="running", read_to=100)
    page = words(browse(rita).get("/articles/"))
    assert f'<progress value="100" max="{article.revision.characters}" aria-label="Reading of Long read">' in page
    assert f'hx-select-oob="#article-{article.pk},#poll"' in page
    assert "Look again" in page  # without script


def test_nothing_is_asked_again_once_all_is_read(browse, rita):
    make.article()
    assert "hx-trigger" not in words(browse(rita).get("/articles/"))


def test_a_failed_one_is_read_again_on_request(browse, ana):
    article = failed()
    answer = browse(ana).post(f"/articles/{article.pk}/read-again/")
    assert answer["Location"] == f"/articles/{article.pk}/"
    article.refresh_from_db()
    assert article.state == "reading"
    assert Reading.objects.get(revision=article.revision).state == "waiting"


def test_a_reader_cannot_have_it_read_again(browse, rita, visitor):
    article = failed()
    assert browse(rita).post(f"/articles/{article.pk}/read-again/").status_code == 403
    assert visitor.post(f"/articles/{article.pk}/read-again/")["Location"].startswith("/sign-in/")
    assert browse(rita).get(f"/articles/{article.pk}/read-again/").status_code in (403, 405)
    article.refresh_from_db()
    assert article.state == "failed"


def test_it_finds_by_words_and_state(browse, rita):
    make.article(title="High water")
    failed(title="Low water")
    browser = browse(rita)
    assert "Low water" not in words(browser.get("/articles/?q=high+water"))
    page = words(browser.get("/articles/?state=failed&q=&order="))
    assert "Low water" in page
    assert "High water" not in page
    assert '<option value="failed" selected>' in page


def test_the_data_beside_it_has_the_same_filters(browse, rita):
    page = words(browse(rita).get("/articles/?q=water&state=&order=-published"))
    for form in ("csv", "json", "ndjson"):
        assert f'<a href="/articles.{form}?q=water&amp;order=-published">.{form}</a>' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("stat=failed", "There is no parameter “stat”. Did you mean “state”?"),
        ("state=lost", "lost"),
        ("order=sideways", "“sideways” is no order here."),
        ("cursor=made-up", "This cursor was not made here."),
        ("page_size=1000", "Give a whole number from 1 to 200."),
    ],
)
def test_a_parameter_that_means_nothing_is_named_and_nothing_is_shown(browse, rita, query, said):
    make.article(title="High water")
    answer = browse(rita).get(f"/articles/?{query}")
    assert answer.status_code == 400
    assert said in words(answer)
    assert "High water" not in words(answer)


def test_pages_lead_on_and_back(browse, rita):
    for number in range(3):
        make.article(title=f"Part {number}")
    browser = browse(rita)
    first = browser.get("/articles/?page_size=2")
    assert "Part 2" in words(first)
    assert "Part 0" not in words(first)
    second = browser.get(f"/articles/?page_size=2&cursor={first.context['listing'].page.next}")
    assert "Part 0" in words(second)
    back = browser.get(f"/articles/?page_size=2&cursor={second.context['listing'].page.previous}")
    assert [row.title for row in back.context["listing"].rows] == ["Part 2", "Part 1"]


def test_no_result_says_which_way_out(browse, rita):
    page = words(browse(rita).get("/articles/?q=nothing+like+it"))
    assert "No article is like that" in page
    assert "Show all articles" in page


def test_the_text_of_an_article_is_never_loaded_for_a_list(browse, rita):
    make.article()
    with CaptureQueriesContext(connection) as queries:
        browse(rita).get("/articles/")
    assert not any('"sources_revision"."text"' in query["sql"] for query in queries)


def test_a_hundred_rows_take_as_many_queries_as_one(browse, rita):
    browser = browse(rita)
    counts = []
    for more in (1, 5):
        for _ in range(more):
            make.article()
        with CaptureQueriesContext(connection) as queries:
            browser.get("/articles/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 5
