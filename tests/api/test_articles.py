"""GET /api/v1/articles/, one of them, and its text"""

import pytest

from sources.models import Article
from tests import make

URL = "/api/v1/articles/"


@pytest.fixture
def script(api, rita):
    api.force_authenticate(rita)
    return api


def test_a_reader_lists_articles_with_what_was_found_in_each(script):
    article = make.article(title="The flood", byline="A. Reporter", outlet="Gazette", published="2024-03")
    [found] = script.get(URL).json()["results"]
    assert found == script.get(f"{URL}{article.pk}/").json()
    assert (found["title"], found["byline"], found["outlet"]) == ("The flood", "A. Reporter", "Gazette")
    assert found["counts"] == {
        "claims": article.claims.count(),
        "citations": 3,
        "marks": 3,
        "uncited": article.claims.uncited().count(),
    }
    assert found["revision"] == {
        "number": 1,
        "sha256": article.revision.sha256,
        "characters": len(article.revision.text),
    }
    claims = script.get(found["claims"]).json()["results"]
    assert {claim["article"]["id"] for claim in claims} == {article.pk}
    assert len(script.get(found["citations"]).json()["results"]) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=flood", ["The flood"]),
        ("state=failed", ["The storm"]),
        ("state=ready&state=failed", ["The storm", "The flood"]),
        ("published_from=2024-04-01", ["The storm"]),
        ("published_to=2024-03-31", ["The flood"]),
        ("order=published", ["The flood", "The storm"]),
        ("order=-published", ["The storm", "The flood"]),
    ],
)
def test_articles_are_filtered_and_ordered(script, query, found):
    make.article(title="The flood", published="2024-03")
    storm = make.article(title="The storm", published="2024-05")
    Article.objects.filter(pk=storm.pk).update(state="failed", problem="It broke.")
    assert [article["title"] for article in script.get(f"{URL}?{query}").json()["results"]] == found


def test_the_text_comes_with_its_marks(script):
    article = make.article()
    answer = script.get(f"{URL}{article.pk}/text/").json()
    assert answer["text"] == article.revision.text
    assert [mark["numbers"] for mark in answer["marks"]] == [[1], [2], [3]]
    for mark in answer["marks"]:
        assert answer["text"][mark["start"] : mark["end"]] == mark["surface"]


@pytest.mark.parametrize("address", ["999/", "999/text/", f"{2**63}/", f"{2**63}/text/"])
def test_an_article_that_is_not_there_is_a_404(script, address):
    answer = script.get(URL + address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("articles", [1, 60])
def test_a_list_of_articles_takes_the_same_queries_however_long(script, django_assert_num_queries, articles):
    for _ in range(articles):
        make.article(read=False)
    with django_assert_num_queries(2):  # the role, the articles
        assert len(script.get(f"{URL}?page_size=200").json()["results"]) == articles


def test_the_records_beside_the_pages_are_the_same(script):
    article = make.article()
    assert script.get("/articles.json").json() == script.get(URL).json()
    assert script.get(f"/articles/{article.pk}.json").json() == script.get(f"{URL}{article.pk}/").json()
