"""GET /api/v1/citations/ and /api/v1/sources/"""

import pytest

from sources.models import Citation, Source
from tests import make


@pytest.fixture
def script(api, rita):
    api.force_authenticate(rita)
    return api


def results(script, address: str) -> list[dict]:
    answer = script.get(address)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_a_citation_knows_its_marks_and_how_many_claims_lean_on_it(script):
    article = make.article("It rained. [1] It rained again. [1-2]\n")
    first, second = results(script, f"/api/v1/citations/?article={article.pk}&order=id")
    assert (first["number"], first["article"]) == (1, {"id": article.pk, "title": article.title})
    assert [mark["surface"] for mark in first["marks"]] == ["[1]", "[1-2]"]
    assert [mark["surface"] for mark in second["marks"]] == ["[1-2]"]
    row = Citation.objects.get(pk=first["id"])
    assert first["claims"] == row.links.count()
    assert (first["source"], first["entry"]) == (None, None)
    assert script.get(f"/api/v1/citations/{row.pk}/").json() == first


def test_citations_that_nobody_has_identified_can_be_asked_for(script):
    article = make.article()
    source = make.source()
    article.revision.citations.filter(number=2).update(source=source)
    assert [one["number"] for one in results(script, "/api/v1/citations/?identified=true")] == [2]
    assert [one["number"] for one in results(script, "/api/v1/citations/?identified=false")] == [3, 1]
    assert [one["number"] for one in results(script, f"/api/v1/citations/?source={source.pk}")] == [2]
    assert script.get("/api/v1/citations/?identified=maybe").status_code == 400


def test_a_source_is_a_csl_record_with_its_uses_counted(script):
    source = make.source(
        type="report", title="A report", authors=[{"family": "Doe", "given": "Jane"}], container="Gazette",
        publisher="Press", issued="2024-03", address="https://example.org/report", doi="10.1000/1", reliability="B",
        csl={"volume": "3"},
    )  # fmt: skip
    article = make.article()
    article.revision.citations.update(source=source)
    answer = script.get(f"/api/v1/sources/{source.pk}/").json()
    assert answer["csl"] == {
        "id": str(source.uuid), "type": "report", "title": "A report", "author": [{"family": "Doe", "given": "Jane"}],
        "container-title": "Gazette", "publisher": "Press", "issued": {"date-parts": [[2024, 3]]},
        "URL": "https://example.org/report", "DOI": "10.1000/1", "volume": "3",
    }  # fmt: skip
    assert (answer["citations"], answer["snapshots"], answer["reliability"]) == (3, 0, "B")
    assert answer["link"] == dict.fromkeys(
        ("state", "checked_at", "since", "next_at", "problem", "moved_to", "pinned"), None
    )
    assert answer["page"] == f"http://testserver/sources/{source.pk}/"


def test_an_uncertain_date_of_a_source_stays_as_it_is_written(script):
    source = make.source(issued="2024-03~")
    assert script.get(f"/api/v1/sources/{source.pk}/").json()["csl"]["issued"] == {"raw": "2024-03~"}


@pytest.mark.parametrize(
    "query", ["q=repor", "type=report", "state=retracted", "reliability=B&reliability=C", "identified_in={article}"]
)
def test_sources_are_filtered(script, query):
    source = make.source(title="A report", type="report", state="retracted", reliability="B")
    article = make.article(title="Something else")
    article.revision.citations.filter(number=1).update(source=source)
    assert Source.objects.count() > 1
    assert [one["id"] for one in results(script, f"/api/v1/sources/?{query.format(article=article.pk)}")] == [source.pk]


@pytest.mark.parametrize("many", [1, 20])
@pytest.mark.parametrize("kind", ["citations", "sources"])
def test_a_list_takes_the_same_queries_however_long(script, django_assert_num_queries, kind, many):
    for _ in range(many):
        make.article()
    with django_assert_num_queries(2):  # the role, the rows
        assert len(results(script, f"/api/v1/{kind}/?page_size=200")) >= many


@pytest.mark.parametrize("kind", ["citations", "sources"])
def test_the_records_beside_the_pages_are_the_same(script, kind):
    make.article()
    there = script.get(f"/api/v1/{kind}/").json()
    assert script.get(f"/{kind}.json").json() == there
    ident = there["results"][0]["id"]
    assert script.get(f"/{kind}/{ident}.json").json() == script.get(f"/api/v1/{kind}/{ident}/").json()
    assert script.get(f"/api/v1/{kind}/{2**63}/").status_code == 404
