"""What copies of cited sources say to a claim: in the claim, in its findings, in filters, facets and tables."""

from __future__ import annotations

import pytest

from claims import evidence
from claims.models import Claim
from sources.models import Citation
from tests import make

SAYS = "The flood killed at least 12 people in Lima, the Red Cross said."
OTHERWISE = "The flood killed 9 people in Lima, the Red Cross said."


@pytest.fixture
def script(api, rita):
    api.force_authenticate(rita)
    return api


@pytest.fixture
def claim(db):
    article, source = make.article(), make.source()
    Citation.objects.filter(revision=article.revision, number=1).update(source=source, identified="by_hand")
    make.snapshot(source, SAYS)
    evidence.check_evidence(source.pk)
    make.article()  # one that has no copies
    return Claim.objects.get(article=article, figure_text="at least 12")


def test_a_finding_names_its_copy_and_quotes_the_words(script, claim):
    found = script.get(f"/api/v1/claims/{claim.pk}/findings/").json()["results"]
    assert len(found) == 1
    assert (found[0]["finding"], found[0]["relation"], found[0]["headline"]) == ("found", "identical", True)
    proof = found[0]["proof"][0]
    assert SAYS[proof["start"] : proof["end"]] == proof["exact"]
    assert (proof["comparator"], proof["low"], proof["high"]) == ("at_least", 12, None)
    assert found[0]["snapshot"]["text_sha256"]
    assert found[0]["searched"]["characters"] == len(SAYS)


def test_the_claim_says_of_each_citation_what_was_found(script, claim):
    citations = script.get(f"/api/v1/claims/{claim.pk}/").json()["citations"]
    assert [(cited["number"], cited["finding"]) for cited in citations] == [(1, "found")]


def test_every_copy_has_its_finding_and_the_newest_counts(script, claim):
    source = Citation.objects.get(links__claim=claim).source
    make.snapshot(source, OTHERWISE)
    evidence.check_evidence(source.pk)
    url = f"/api/v1/claims/{claim.pk}/findings/"
    assert [row["finding"] for row in script.get(url).json()["results"]] == ["differs", "found"]
    assert [row["finding"] for row in script.get(url + "?headline=true").json()["results"]] == ["differs"]
    assert script.get(f"/api/v1/claims/{claim.pk}/").json()["flags"] == ["differs"]


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("finding=found", True),
        ("finding=differs", False),
        ("finding=unavailable", False),
        ("hedge=kept", True),
        ("hedge=lost", False),
        ("flag=differs", False),
    ],
)
def test_lists_are_filtered_by_what_was_found(script, claim, query, there):
    ids = [row["id"] for row in script.get(f"/api/v1/claims/?{query}").json()["results"]]
    assert (claim.pk in ids) is there


def test_facets_count_what_a_filter_would_leave(script, claim):
    facets = script.get("/api/v1/claims/facets/").json()["facets"]
    for name in ("finding", "hedge", "flag"):
        for bucket in facets[name]:
            listed = script.get(f"/api/v1/claims/?{name}={bucket['value']}&page_size=200").json()["results"]
            assert len(listed) == bucket["count"], (name, bucket)
    assert {bucket["value"] for bucket in facets["finding"]} == {"found", "unavailable"}


def test_an_unknown_finding_is_refused(script, claim):
    answer = script.get("/api/v1/claims/?finding=maybe")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/finding"


def test_the_table_has_a_finding_for_each_number(client, rita, claim):
    client.force_login(rita)
    lines = b"".join(client.get(f"/claims.csv?ids={claim.pk}").streaming_content).decode().splitlines()
    row = dict(zip(lines[0].split(","), lines[1].split(","), strict=False))
    assert "found" in lines[1]
    assert "findings" in row
