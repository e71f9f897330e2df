"""The whole job on the made-up story, with a worker: its article goes in, and every source says what it says."""

from __future__ import annotations

import pytest

from sources import ingest
from sources.models import Article, LinkCheck, Snapshot, Watch
from tests import story
from tests.background.processes import Fetcher, eventually

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "After the water: what is known of the Lissen spill"
# How each link does after the first look, where it is not simply alive.
LINKS = {7: "suspect", 8: "suspect", 9: "restricted", 10: "restricted", 12: "moved"}


@pytest.fixture
def web(monkeypatch, settings):
    with story.on_air(monkeypatch, settings) as served:
        yield served


@pytest.fixture
def desk(web, broker, tmp_path, settings):
    """A worker that reads, and looks at the sources that it comes to know."""
    files = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": files}
    running = Fetcher(broker.url, tmp_path, WATCH_DAYS="7")
    running.start()
    yield running
    running.kill()


def added(web) -> Article:
    article, _ = ingest.add_address(address=web.address("/article.md"), by=None)
    eventually(lambda: Article.objects.get(pk=article.pk).state != "reading")
    article.refresh_from_db()
    return article


def test_the_article_is_read_and_each_of_its_sources_fetched_once(web, desk):
    article = added(web)
    assert (article.state, article.problem) == ("ready", "")
    assert (article.title, article.published) == (TITLE, "2025-03-19")
    sources = {citation.number: citation.source for citation in article.revision.citations.select_related("source")}
    assert sources.pop(3) is None
    assert sorted(sources) == [1, 2, *range(4, 18)]

    eventually(lambda: LinkCheck.objects.ended().count() == len(sources), within=120)
    links = {number: Watch.objects.get(pk=source.pk).link for number, source in sources.items()}
    assert links == {number: LINKS.get(number, "alive") for number in sources}
    readable = [source.pk for number, source in sources.items() if LINKS.get(number, "moved") == "moved"]
    assert sorted(Snapshot.objects.readable().values_list("source", flat=True)) == sorted(readable)
    assert all(check.problem.endswith(".") for check in LinkCheck.objects.filter(outcome="failed"))
    assert set(web.visits.values()) == {1}
