"""`as_of` at the doors of the API and of the downloads."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from claims.models import Claim
from tests import make
from tests.past.timeline import ago, earlier


@pytest.fixture
def claim(db):
    """A claim that was of troops three hours ago, and is of materiel now."""
    made = make.claim(kind="troops")
    earlier(hours=2)
    Claim.objects.filter(pk=made.pk).update(kind="materiel", version=2)
    earlier(hours=2)
    return made


def body(answer) -> str:
    return b"".join(answer.streaming_content).decode()


def test_a_list_is_answered_from_history(reader, claim):
    then = reader.get("/api/v1/claims/", {"as_of": ago(hours=3), "kind": "troops"})
    assert claim.pk in [row["id"] for row in then.json()["results"]]
    now = reader.get("/api/v1/claims/", {"kind": "troops"})
    assert claim.pk not in [row["id"] for row in now.json()["results"]]


def test_one_claim_is_answered_from_history_with_an_etag_of_its_own(reader, claim):
    url = f"/api/v1/claims/{claim.pk}/"
    moment = ago(hours=3)
    then, now = reader.get(url, {"as_of": moment}), reader.get(url)
    assert (then.json()["kind"], then.json()["version"]) == ("troops", 1)
    assert (now.json()["kind"], now.json()["version"]) == ("materiel", 2)
    assert then["ETag"] != now["ETag"]
    assert reader.get(url, {"as_of": moment}, HTTP_IF_NONE_MATCH=then["ETag"]).status_code == 304
    assert reader.get(url, {"as_of": moment}, HTTP_IF_NONE_MATCH=now["ETag"]).status_code == 200


def test_the_answer_says_of_which_moment_it_is(reader, claim):
    answer = reader.get("/api/v1/claims/", {"as_of": "2026-03-12T14:00Z"})
    assert answer["Memento-Datetime"] == "Thu, 12 Mar 2026 14:00:00 GMT"
    assert "Memento-Datetime" not in reader.get("/api/v1/claims/")


def test_facets_findings_and_evidence_are_answered_from_history(reader, claim, ana):
    copy = make.snapshot(make.source(), "The flood took twelve lives.")
    make.finding(claim, copy)
    make.pin(claim, copy, "twelve lives", by=ana)
    earlier(hours=2)
    buckets = reader.get("/api/v1/claims/facets/", {"as_of": ago(hours=5)}).json()["facets"]["kind"]
    assert "materiel" not in [one["value"] for one in buckets]
    for what in ("findings", "evidence"):
        url = f"/api/v1/claims/{claim.pk}/{what}/"
        assert len(reader.get(url).json()["results"]) == 1
        assert len(reader.get(url, {"as_of": ago(hours=1)}).json()["results"]) == 1
        assert reader.get(url, {"as_of": ago(hours=3)}).json()["results"] == []


@pytest.mark.parametrize(
    "path",
    ["articles/{article}/", "articles/{article}/text/", "citations/{citation}/", "sources/", "snapshots/", "articles/",
     "citations/", "claims/?flag=uncited", "claims/?q=flood", "claims/?has=figure&order=-low", "claims/?source=1",
     "claims/?flag=stale&flag=disputed", "claims/?flag=overdue", "claims/?flag=single_origin", "claims/?place=Lima"],
)  # fmt: skip
def test_every_kind_of_record_has_a_past(reader, claim, path):
    ids = {"article": claim.article_id, "citation": claim.links.get().citation_id}
    url = f"/api/v1/{path.format(**ids)}"
    assert reader.get(f"{url}{'&' if '?' in url else '?'}as_of={ago(hours=1)}").status_code == 200


def test_pages_of_a_list_stay_at_the_moment(reader, db):
    make.claim()
    earlier(hours=2)
    now = Claim.objects.count()
    make.claim()
    seen, url = [], f"/api/v1/claims/?page_size=2&as_of={ago(hours=1)}"
    while url:
        page = reader.get(url).json()
        seen += [row["id"] for row in page["results"]]
        url = page["next"]
    assert len(seen) == len(set(seen)) == now


@pytest.mark.parametrize(
    ("moment", "status", "code", "says"),
    [
        ("yesterday", 400, "bad_moment", "is no time"),
        ("", 400, "bad_moment", "is no time"),
        ("2999-01-01", 400, "in_the_future", "has not come yet"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(reader, claim, moment, status, code, says):
    answer = reader.get("/api/v1/claims/", {"as_of": moment})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert says in answer.json()["detail"]
    assert answer.json()["errors"][0]["pointer"] == "/as_of"


def test_the_last_half_minute_is_refused(reader, claim):
    answer = reader.get("/api/v1/claims/", {"as_of": ago(seconds=5)})
    assert (answer.status_code, answer.json()["code"]) == (400, "not_settled")


def test_a_record_that_came_later_is_a_404_that_says_so(reader, claim):
    answer = reader.get(f"/api/v1/claims/{claim.pk}/", {"as_of": "2001-01-01"})
    assert answer.status_code == 404
    assert "before the desk's first record" in answer.json()["detail"]


def test_before_the_first_record_the_desk_is_empty(reader, claim):
    answer = reader.get("/api/v1/claims/", {"as_of": "2001-01-01"})
    assert answer.json()["results"] == []
    assert answer.json()["as_of"]["began"] is not None


def test_nothing_is_written_in_the_past(api, ana, claim):
    api.force_authenticate(ana)
    answer = api.post(f"/api/v1/claims/{claim.pk}/evidence/?as_of={ago(hours=1)}", {}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_moment")


def test_what_has_no_past_says_so_and_does_not_give_the_present(reader, claim):
    answer = reader.get(f"/api/v1/articles/{claim.article_id}/lint/", {"as_of": ago(hours=1)})
    assert answer.status_code == 400


def test_downloads_are_of_the_moment_to_their_last_line(reader, claim):
    at = {"as_of": ago(hours=3)}
    csv = body(reader.get("/claims.csv", at))
    assert ",troops," in csv
    assert ",materiel," not in csv
    lines = body(reader.get("/claims.ndjson", at)).splitlines()
    assert {json.loads(line)["kind"] for line in lines if json.loads(line)["id"] == claim.pk} == {"troops"}
    assert reader.get("/claims.json", at).json()["results"][-1]["kind"] == "troops"
    for path in ("articles.csv", "citations.csv", "sources.csv", f"articles/{claim.article_id}.csv"):
        assert body(reader.get(f"/{path}", at)).count("\n") >= 2, path


def test_a_download_of_many_chunks_holds_no_transaction_between_them(reader, claim, monkeypatch):
    from claimtracker.core import exports

    monkeypatch.setattr(exports.walk, "__kwdefaults__", {"size": 1})
    answer = reader.get("/claims.ndjson", {"as_of": ago(hours=3)})
    parts = iter(answer.streaming_content)
    next(parts)
    Claim.objects.filter(pk=claim.pk).update(kind="quantity")  # between two parts the present can be written
    assert len(list(parts)) == Claim.objects.count() - 1


def test_a_script_with_a_token_may_ask_too(client, claim, ana):
    from claimtracker.core.models import ApiToken

    _, key = ApiToken.issue(ana, scope="read", lifetime=dt.timedelta(days=1))
    answer = client.get("/api/v1/claims/", {"as_of": ago(hours=3)}, headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200


def test_a_list_takes_as_many_queries_however_many_rows(reader, claim, django_assert_max_num_queries):
    for _ in range(3):
        make.claim()
    earlier(hours=2)
    with django_assert_max_num_queries(5 + 4):  # savepoint, moment, first record, and back
        reader.get("/api/v1/claims/", {"as_of": ago(hours=1)})
