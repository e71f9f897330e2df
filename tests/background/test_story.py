"""The whole job on the made-up story, with a worker: its article goes in, and every source says what it says."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from rest_framework.test import APIClient

from claims.models import EvidenceCheck
from sources import ingest
from sources.models import Article, LinkCheck, Snapshot, Watch
from tests import story
from tests.background.processes import Fetcher, eventually
from tests.conftest import person

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
    settings.WATCH_DAYS = 7
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


@pytest.fixture
def script(desk):
    """An analyst's program."""
    Group.objects.get_or_create(name="analyst")
    client = APIClient()
    client.force_authenticate(person("ana", "analyst"))
    return client


def everything(script, address: str) -> list[dict]:
    found = []
    while address:
        answer = script.get(address).json()
        found, address = found + answer["results"], answer["next"]
    return found


def what_is_said(script, claim: dict) -> dict:
    """The finding in the claim's own record, with what its newest copy says."""
    (cited,) = claim["citations"]
    told = everything(script, f"{claim['url']}findings/?headline=true")
    return {"number": cited["number"], **(told[0] if told else {}), "finding": cited["finding"]}


def test_a_script_names_the_third_source_and_learns_what_every_source_says(web, script):
    article = added(web)
    (third,) = everything(script, f"/api/v1/citations/?article={article.pk}&identified=false")
    assert (third["number"], third["entry"]) == (3, None)
    named = script.patch(third["url"], {"address": web.address(story.COURIER)}, format="json")
    assert (named.status_code, named.json()["source"]["title"] != "") == (200, True)

    eventually(lambda: LinkCheck.objects.ended().count() == 17, within=150)
    eventually(lambda: not EvidenceCheck.objects.unfinished().exists(), within=60)
    claims = [claim for claim in everything(script, f"/api/v1/claims/?article={article.pk}") if claim["citations"]]
    said = {claim["quote"]["exact"]: what_is_said(script, claim) for claim in claims}
    wrong = []
    for row in story.findings():
        (told,) = (told for words, told in said.items() if words.startswith(row["begins"]))
        wanted = row.get("before", row)
        assert told["number"] == row["number"]
        if told["finding"] != wanted["finding"]:
            wrong.append((row["begins"], told["finding"]))
    assert wrong == []

    (red,) = (told for told in said.values() if told["number"] == 3)
    assert (red["finding"], red["relation"], red["hedge"]) == ("differs", "disjoint", "kept")
    assert [proof["exact"] for proof in red["proof"]] == ["About 430"]
    text = script.get(f"{red['snapshot']['url']}text/").json()["text"]
    assert text[red["proof"][0]["start"] : red["proof"][0]["end"]] == "About 430"


def test_a_paper_corrects_its_figure_and_the_finding_turns(web, script):
    article = added(web)
    eventually(lambda: LinkCheck.objects.ended().count() == 16, within=150)
    (row,) = (row for row in story.findings() if "before" in row)
    cited = everything(script, f"/api/v1/citations/?article={article.pk}")
    (paper,) = (one for one in cited if one["number"] == row["number"])
    (claim,) = everything(script, f"/api/v1/claims/?article={article.pk}&number={row['number']}")

    def finding() -> str:
        eventually(lambda: not EvidenceCheck.objects.unfinished().exists(), within=60)
        return what_is_said(script, script.get(claim["url"]).json())["finding"]

    assert finding() == row["before"]["finding"] == "differs"
    web.correct()
    assert script.post(f"{paper['source']['url']}fetch/").status_code == 202
    copies = f"{paper['source']['url']}snapshots/"
    eventually(lambda: len(everything(script, copies)) == 2, within=60)
    assert finding() == row["finding"] == "found"
    # What the paper said before is kept, and what it said to the claim.
    told = everything(script, f"{claim['url']}findings/")
    assert sorted((one["finding"], one["headline"]) for one in told) == [("differs", False), ("found", True)]
