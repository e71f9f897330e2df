"""The whole job on the made-up story, with a worker: its article goes in, and every source says what it says."""

from __future__ import annotations

import pytest

from sources import ingest
from sources.models import Article
from tests import story
from tests.background.processes import eventually

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def web(monkeypatch, settings):
    with story.on_air(monkeypatch, settings) as served:
        yield served


def added(web) -> Article:
    article, _ = ingest.add_address(address=web.address("/article.md"), by=None)
    eventually(lambda: Article.objects.get(pk=article.pk).state != "reading")
    article.refresh_from_db()
    return article


def test_the_article_is_taken_in_and_its_sources_are_known_but_one(web, worker):
    worker.start()
    article = added(web)
    assert (article.state, article.problem) == ("ready", "")
    assert (article.title, article.published) == ("After the water: what is known of the Lissen spill", "2025-03-19")
    citations = {citation.number: citation for citation in article.revision.citations.select_related("source")}
    assert [number for number, citation in citations.items() if citation.source is None] == [3]
    assert citations[1].source.address == web.address("/ostmere.example/press/lissen-spill")
