"""The check of an article's citations by the API and as a file."""

from __future__ import annotations

import pytest

from tests import make
from tests.claims.test_lint import TEXT


@pytest.fixture
def article(db):
    return make.article(TEXT)


@pytest.fixture
def url(article) -> str:
    return f"/api/v1/articles/{article.pk}/lint/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def rows(script, url, query=""):
    return script.get(url + query).json()["results"]


def test_the_items_come_in_the_order_of_the_text_and_lead_to_their_words(script, article, url):
    found = rows(script, url, "?rule=cited_without_entry")[0]
    assert found["quote"] == {"exact": "[7]", "start": TEXT.index("[7]"), "end": TEXT.index("[7]") + 3}
    assert found["page"].endswith(f"/articles/{article.pk}/?at={TEXT.index('[7]')}-{TEXT.index('[7]') + 3}#at")
    assert (found["severity"], found["dismissed"]) == ("problem", None)
    ids = [row["id"] for row in rows(script, url)]
    assert ids == sorted(ids)


def test_one_is_put_aside_and_taken_up_again(script, url):
    found = rows(script, url, "?rule=uncited_figure")[0]
    answer = script.post(f"{url}{found['id']}/dismiss/", {"reason": "Known."}, format="json")
    assert answer.json()["dismissed"]["reason"] == "Known."
    assert [row["id"] for row in rows(script, url, "?dismissed=true")] == [found["id"]]
    assert script.post(f"{url}{found['id']}/restore/", format="json").json()["dismissed"] is None


def test_a_reason_is_needed(script, url):
    found = rows(script, url)[0]
    answer = script.post(f"{url}{found['id']}/dismiss/", {"reason": " "}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (422, "no_reason")
    assert script.post(f"{url}{found['id']}/dismiss/", {}, format="json").status_code == 400


def test_the_file_has_a_row_each(script, article, url):
    answer = script.get(f"/articles/{article.pk}/lint.csv?severity=problem")
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0].startswith("id,article_id,revision,rule,severity,words,numbers,quote")
    assert len(lines) == 1 + len(rows(script, url, "?severity=problem"))


def test_an_article_that_is_not_there_is_a_404(script):
    assert script.get("/api/v1/articles/999999/lint/").status_code == 404
    assert script.get("/api/v1/articles/999999/changes/").status_code == 404


def test_a_list_takes_as_many_queries_for_ten_as_for_one(script, url, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        rows(script, url)
