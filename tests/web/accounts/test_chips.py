"""What the sources say, in lists and in the reading view."""

from __future__ import annotations

import html
import re

import pytest

from claims.models import Claim
from sources.models import Citation
from tests import make

COPY = "By our count about 12 people died in Lima in March 2024."


@pytest.fixture
def claim(db):
    """At least 12 people, citing [1]; beside it one citing [2] and [3]."""
    return make.claim()


def words(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def told(claim, *, finding="found", hedge="strengthened", number=0, **columns):
    copy = make.snapshot(make.source(), f"{COPY} Edition {number}.")
    proof = make.proof(copy, "about 12", comparator="about", low=12, high=12, hedge=hedge)
    make.finding(claim, copy, *([proof] if finding != "absent" else []), finding=finding, number=number, **columns)
    return copy


@pytest.mark.parametrize(
    ("finding", "said"), [("found", "Found in 1"), ("differs", "Differs in 1"), ("absent", "Absent in 1")]
)
def test_a_row_and_a_card_say_what_was_found_and_where(browse, rita, claim, finding, said):
    told(claim, finding=finding)
    assert said in words(browse(rita), f"/claims/?article={claim.article_id}")
    assert said in words(browse(rita), f"/articles/{claim.article_id}/")


def test_several_sources_are_grouped_by_what_they_say(browse, rita, claim):
    second = Claim.objects.filter(article=claim.article, links__citation__number=2).first()
    told(second, finding="differs", number=2)
    Citation.objects.filter(links__claim=second, number=3).update(source=make.source())
    said = words(browse(rita), f"/claims/?article={claim.article_id}&number=2")
    assert "Differs in 2 3 unavailable Hedge made stronger" in said
    assert said.count("A source says otherwise") == 1  # the filter's


def test_what_nobody_has_identified_has_its_flag_and_no_outline(browse, rita, claim):
    said = words(browse(rita), f"/claims/?article={claim.article_id}&number=1")
    assert "Source not identified" in said
    assert "1 unavailable" not in said


def test_a_hedge_of_a_source_that_does_not_say_it_is_not_spoken_of(browse, rita, claim):
    told(claim, finding="absent", hedge="", searched={})
    assert "Hedge" not in words(browse(rita), f"/claims/?ids={claim.pk}").partition("Absent in 1")[2]


@pytest.mark.parametrize(
    ("finding", "hedge", "tone"),
    [
        ("found", "kept", "open"),
        ("found", "lost", "recheck"),
        ("differs", "kept", "rejected"),
        ("absent", "", "missing"),
    ],
)
def test_the_line_under_a_claim_that_nobody_has_judged_says_what_was_found(browse, rita, claim, finding, hedge, tone):
    told(claim, finding=finding, hedge=hedge)
    page = browse(rita).get(f"/articles/{claim.article_id}/").content.decode()
    assert re.search(rf'<a class="claim" id="claim-{claim.pk}"[^>]* data-tone="{tone}"', page)


def test_a_verdict_draws_the_line_whatever_the_machine_found(browse, rita, claim):
    told(claim, finding="differs")
    Claim.objects.filter(pk=claim.pk).update(stage="settled", verdict="supported")
    page = browse(rita).get(f"/articles/{claim.article_id}/").content.decode()
    assert re.search(rf'<a class="claim" id="claim-{claim.pk}"[^>]* data-tone="settled"', page)


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("finding=found", True), ("finding=differs", False), ("finding=unavailable", False),
        ("hedge=strengthened", True), ("hedge=lost", False), ("flag=differs", False),
        ("flag=no_support_found", False), ("flag=source_risk", False),
    ],
)  # fmt: skip
def test_the_list_is_filtered_by_what_was_found(browse, rita, claim, query, there):
    told(claim)
    page = browse(rita).get(f"/claims/?ids={claim.pk}&{query}").content.decode()
    assert (f'id="row-{claim.pk}"' in page) == there
    assert "remove this filter" in page


def test_the_facets_count_the_findings(browse, rita, claim):
    told(claim)
    said = words(browse(rita), f"/claims/facets/?ids={claim.pk}")
    assert "Its sources Found 1" in said
    assert "Hedge Strengthened 1" in said


def test_the_source_beside_the_text_says_what_it_says_to_each_claim(browse, rita, claim):
    told(claim)
    said = words(browse(rita), f"/articles/{claim.article_id}/?source=1").partition("Claims that lean on it here")[2]
    assert "at least 12 Found people · March 2024 · Lima · Red Cross By our count about 12 people died in Lima" in said
    assert "Hedge made stronger" in said


def test_the_source_beside_the_text_says_why_it_has_nothing_to_say(browse, rita, claim):
    assert "Nobody has said yet which work [1] is." in words(browse(rita), f"/articles/{claim.article_id}/?source=1")
    Citation.objects.filter(links__claim=claim).update(source=make.source())
    assert "so nothing can be fetched" in words(browse(rita), f"/articles/{claim.article_id}/?source=1")


def test_lists_take_no_more_queries_for_more_findings(browse, rita, claim, django_assert_max_num_queries):
    client = browse(rita)
    for number in range(1, 6):
        other = make.claim()
        told(other, number=1, rules=str(number))
    with django_assert_max_num_queries(5):
        client.get("/claims/")


def test_a_copy_in_a_language_that_is_not_read_says_so(browse, rita, claim):
    copy = make.snapshot(make.source(), "La crue a fait douze morts à Lima.")
    make.finding(claim, copy, finding="unavailable", searched={"language": "fr", "characters": 34})
    said = words(browse(rita), f"/claims/{claim.pk}/")
    assert "is in a language (fr) whose figures are not read." in said
    assert "1 unavailable" in words(browse(rita), f"/claims/?ids={claim.pk}")
