"""Tags on claims by the API: put on, taken off, listed, filtered and counted."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from claims.facets import count_facets
from claims.models import Claim, ClaimTag, Tag
from claims.tagging import MOST, add_tag
from tests import make


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


@pytest.fixture
def claim(db):
    return make.claim()


def test_a_tag_is_put_on_and_taken_off(script, claim, ana):
    url = f"/api/v1/claims/{claim.pk}/tags/"
    made = script.post(url, {"name": " Spring   floods "}, format="json")
    assert (made.status_code, made.json()["name"], made.json()["by"]["username"]) == (201, "Spring floods", "ana")
    assert script.post(url, {"name": "spring floods"}, format="json").status_code == 200
    assert [row["name"] for row in script.get(url).json()["results"]] == ["Spring floods"]
    assert script.get(f"/api/v1/claims/{claim.pk}/").json()["tags"] == ["Spring floods"]
    assert script.delete(f"{url}SPRING%20FLOODS/").status_code == 204
    assert script.delete(f"{url}SPRING%20FLOODS/").status_code == 204
    assert script.get(f"/api/v1/claims/{claim.pk}/").json()["tags"] == []
    assert Tag.objects.get().name == "Spring floods"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a/b", "a,b", "a;b", "a\u200bb", "a\u202eb", "a\0b"])
def test_a_tag_is_a_word_or_a_few(script, claim, name):
    answer = script.post(f"/api/v1/claims/{claim.pk}/tags/", {"name": name}, format="json")
    assert answer.status_code == 422
    assert not ClaimTag.objects.exists()


@pytest.mark.parametrize(
    ("one", "other"), [("Überschwemmung", "ÜBERSCHWEMMUNG"), ("Cafe\u0301", "caf\u00e9"), ("наводнение", "Наводнение")]
)
def test_capitals_and_ways_of_typing_make_no_other_tag(claim, ana, one, other):
    assert [add_tag(claim, name=name, by=ana)[1] for name in (one, other)] == [True, False]


def test_a_claim_has_so_many_tags_and_no_more(script, claim, ana):
    for n in range(MOST):
        add_tag(claim, name=f"tag {n}", by=ana)
    answer = script.post(f"/api/v1/claims/{claim.pk}/tags/", {"name": "one more"}, format="json")
    assert answer.json()["code"] == "too_many_tags"


def test_claims_are_found_by_tag_and_tags_are_counted(script, ana):
    first, second = make.claim(), make.claim()
    for claim, names in ((first, ["flood", "lima"]), (second, ["Flood"])):
        for name in names:
            add_tag(claim, name=name, by=ana)
    found = script.get("/api/v1/claims/?tag=FLOOD").json()["results"]
    assert {row["id"]: row["tags"] for row in found} == {first.pk: ["flood", "lima"], second.pk: ["flood"]}
    counted = script.get("/api/v1/tags/").json()["results"]
    assert [(row["name"], row["claims"]) for row in counted] == [("lima", 1), ("flood", 2)]
    assert [row["name"] for row in script.get("/api/v1/tags/?q=LIM").json()["results"]] == ["lima"]
    facets = script.get("/api/v1/claims/facets/?tag=lima").json()["facets"]["tag"]
    assert [(row["value"], row["count"], row["chosen"]) for row in facets] == [
        ("flood", 2, False), ("lima", 1, True),
    ]  # fmt: skip


def test_tags_cost_a_list_no_query(script, ana, django_assert_num_queries):
    claims = [make.claim() for _ in range(3)]
    with django_assert_num_queries(3):
        [claim.tag_names for claim in Claim.objects.with_parts()]
    for claim in claims:
        add_tag(claim, name="flood", by=ana)
    with django_assert_num_queries(3):
        assert {tuple(claim.tag_names) for claim in Claim.objects.with_parts()} >= {("flood",)}
    assert count_facets(Claim.objects.all(), QueryDict()).buckets["tag"][0].count == 3


def test_a_reader_tags_nothing(api, rita, claim):
    api.force_authenticate(rita)
    assert api.post(f"/api/v1/claims/{claim.pk}/tags/", {"name": "flood"}, format="json").status_code == 403
    assert api.delete(f"/api/v1/claims/{claim.pk}/tags/flood/").status_code == 403
