"""GET /claims.csv, /claims.ndjson and their kin beside every list and record"""

import csv
import io
import json

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Anchor, Claim, ClaimCitation
from claimtracker.core.exports import CHUNK, csv_stream, ndjson_stream
from tests import make

HEADER = (
    "id,uuid,page,article_id,article,kind,statement,quote,start,end,"
    "figure,comparator,low,high,unit,counted,form,per,date,edtf,earliest,latest,date_precision,"
    "place,place_name,country,lat,lon,place_precision,agent,cue,mode,"
    "citations,sources,findings,stage,verdict,flags,version,created_at,updated_at"
)


@pytest.fixture
def script(api, rita):
    api.force_authenticate(rita)
    return api


def body(answer) -> bytes:
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


def table(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(answer).decode(), newline=""), strict=True))


def lines(answer) -> list[dict]:
    return [json.loads(line) for line in body(answer).splitlines()]


def many(count: int) -> None:
    """So many claims of one article, each with its anchor and a citation."""
    claim = make.claim()
    citation = claim.links.get().citation
    words = {"article_id": claim.article_id, "kind": "statement", "quote": claim.quote, "statement": claim.statement}
    made = Claim.objects.bulk_create(Claim(**words) for _ in range(count))
    at = {"revision_id": claim.article.revision_id, "start": 0, "end": 5}
    Anchor.objects.bulk_create(Anchor(claim=one, **at) for one in made)
    ClaimCitation.objects.bulk_create(ClaimCitation(claim=one, citation=citation) for one in made)


def test_a_table_of_claims_has_the_columns_of_the_contract(script):
    make.article()
    answer = script.get("/claims.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="claims-{timezone.now():%Y-%m-%d}.csv"'
    text = body(answer)
    assert text.split(b"\r\n")[0].decode() == HEADER
    assert text.count(b"\n") == text.count(b"\r\n") == Claim.objects.count() + 1


def test_a_row_says_what_the_record_says(script):
    claim = make.claim()
    source = make.source(address="https://example.org/report")
    claim.links.get().citation.__class__.objects.filter(number=1).update(source=source)
    [row] = [row for row in table(script.get("/claims.csv")) if row["id"] == str(claim.pk)]
    record = script.get(f"/api/v1/claims/{claim.pk}/").json()
    for column in ("uuid", "page", "kind", "statement", "stage", "created_at", "updated_at"):
        assert row[column] == record[column]
    assert (row["quote"], row["start"]) == (record["quote"]["exact"], str(record["quote"]["start"]))
    assert (row["article_id"], row["article"]) == (str(claim.article_id), claim.article.title)
    assert (row["citations"], row["findings"], row["verdict"]) == ("1", "unavailable", "")
    assert (row["sources"], row["flags"]) == ("https://example.org/report", "")
    figure = record["figure"]
    assert (row["figure"], row["comparator"], row["low"]) == (figure["text"], figure["comparator"], str(figure["low"]))
    assert row["high"] == ""


def test_several_citations_are_joined(script):
    make.article()
    rows = table(script.get("/claims.csv"))
    assert ("2;3", "unavailable;unavailable") in [(row["citations"], row["findings"]) for row in rows]


def test_a_line_of_ndjson_is_the_claim_as_the_api_has_it(script):
    make.article()
    answer = script.get("/claims.ndjson")
    assert answer["Content-Type"].startswith("application/x-ndjson")
    assert lines(answer) == script.get("/api/v1/claims/?page_size=200").json()["results"]


@pytest.mark.parametrize("query", ["kind=troops", "stage=open&order=id", "q=zebra", "flag=uncited", "order=-low"])
def test_a_file_holds_what_the_list_shows_in_its_order(script, query):
    claim = make.claim(kind="troops", stage="open")
    Claim.objects.filter(pk=claim.pk).update(statement="A zebra was seen.")
    make.article()
    listed = script.get(f"/api/v1/claims/?{query}&page_size=200").json()["results"]
    assert listed
    assert [row["id"] for row in table(script.get(f"/claims.csv?{query}"))] == [str(one["id"]) for one in listed]
    assert [row["id"] for row in lines(script.get(f"/claims.ndjson?{query}"))] == [one["id"] for one in listed]


def test_the_claims_of_one_article_and_of_one_source(script):
    article, source = make.article(), make.source()
    make.article()
    article.revision.citations.filter(number=2).update(source=source)
    answer = script.get(f"/articles/{article.pk}.csv")
    assert f'"article-{article.pk}-claims-' in answer["Content-Disposition"]
    assert {row["article_id"] for row in table(answer)} == {str(article.pk)}
    leaning = lines(script.get(f"/sources/{source.pk}.ndjson"))
    assert {claim["id"] for claim in leaning} == set(Claim.objects.citing(source).values_list("pk", flat=True))
    [row] = table(script.get(f"/claims/{leaning[0]['id']}.csv"))
    assert row["id"] == str(leaning[0]["id"])


@pytest.mark.parametrize("address", ["/articles/999.csv", "/sources/999.ndjson", f"/claims/{2**63}.csv"])
def test_the_claims_of_nothing_are_a_404(script, address):
    answer = script.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("kind", ["articles", "citations", "sources"])
def test_every_list_has_its_files(script, kind):
    make.article()
    make.article()
    records = script.get(f"/api/v1/{kind}/?page_size=200").json()["results"]
    assert lines(script.get(f"/{kind}.ndjson")) == records
    rows = table(script.get(f"/{kind}.csv"))
    assert [row["id"] for row in rows] == [str(record["id"]) for record in records]
    assert [row["uuid"] for row in rows] == [record["uuid"] for record in records]


@pytest.mark.parametrize("form", ["csv", "ndjson", "json"])
def test_an_unknown_parameter_is_refused_with_the_legal_ones(script, form):
    answer = script.get(f"/claims.{form}?kid=troops")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "Did you mean “kind”?" in answer.json()["detail"]


@pytest.mark.parametrize("query", ["cursor=abc", "page_size=10"])
def test_a_file_is_the_whole_list_and_refuses_a_page_of_it(script, query):
    assert script.get(f"/claims.csv?{query}").status_code == 400


def test_five_thousand_claims_are_written_in_chunks_of_constant_cost(script):
    many(5000)
    written = []
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = script.get("/claims.ndjson")
        for piece in answer.streaming_content:
            written.append((len(asked), piece.count(b"\n")))
    chunks = -(-Claim.objects.count() // CHUNK)
    assert sum(rows for _, rows in written) == Claim.objects.count()
    assert max(rows for _, rows in written) <= CHUNK  # never more than a chunk in hand
    assert len(asked) == 1 + 3 * chunks  # the role; and a chunk: claims, links, anchors


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_a_file_that_breaks_off_cannot_be_taken_for_a_whole_one(script, monkeypatch, caplog, form):
    make.article()

    def breaking(rows, order):
        yield list(rows[:2])
        raise RuntimeError("the second chunk")

    monkeypatch.setattr("claimtracker.core.downloads.walk", breaking)
    written = []
    with pytest.raises(RuntimeError, match="the second chunk"):  # so the server breaks the connection off
        written.extend(script.get(f"/claims.{form}").streaming_content)
    assert "a download broke off" in caplog.text


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_the_last_line_of_a_broken_file_says_that_it_is_broken(form):
    def chunks():
        yield [1, 2]
        raise RuntimeError

    streams = {
        "csv": csv_stream(["id", "words"], chunks(), lambda row: [row, "fine"]),
        "ndjson": ndjson_stream(chunks(), lambda row: {"id": row}),
    }
    written = []
    with pytest.raises(RuntimeError):
        written.extend(streams[form])
    last = written[-1].decode()
    assert "NOT COMPLETE" in last
    if form == "csv":
        assert len(next(csv.reader([last]))) == 1  # no row has one cell
    else:
        assert json.loads(last)["status"] == 500


def test_a_database_that_is_gone_from_the_start_is_an_error_and_not_an_empty_file(script, monkeypatch):
    def gone(rows, order):
        raise OperationalError("server closed the connection")
        yield

    monkeypatch.setattr("claimtracker.core.downloads.walk", gone)
    answer = script.get("/claims.csv")
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer["Retry-After"]


def test_head_says_what_would_come_without_writing_it(script, django_assert_max_num_queries):
    make.article()
    with django_assert_max_num_queries(1):  # the role
        answer = script.head("/claims.csv")
        assert body(answer) == b""
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("accept", ["text/csv", "*/*", "application/json", "text/html,*/*;q=0.8"])
def test_the_address_says_what_the_file_is_whatever_a_client_always_accepts(script, accept):
    answer = script.get("/claims.csv", headers={"Accept": accept})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/csv; charset=utf-8")
