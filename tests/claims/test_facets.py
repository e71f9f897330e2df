"""Counting what each value of a filter would leave."""

import pytest
from django.http import QueryDict

from claims import facets
from claims.facets import Bucket, count_facets
from claims.models import Claim
from tests import make

pytestmark = pytest.mark.django_db


def counted(query: str = "") -> dict[str, dict[str, int]]:
    found = count_facets(Claim.objects.all(), QueryDict(query))
    return {name: {bucket.value: bucket.count for bucket in buckets} for name, buckets in found.buckets.items()}


def test_an_analyst_sees_how_many_claims_each_stage_has():
    make.claim(stage="open")
    stages = counted()["stage"]
    assert stages == {"open": 1, "suggested": Claim.objects.count() - 1}


def test_a_facet_in_use_still_counts_the_values_beside_the_chosen_one():
    made = make.claim(stage="open", kind="troops")
    everything, narrowed = counted(), counted("stage=open")
    assert narrowed["stage"] == everything["stage"]
    assert narrowed["kind"] == {made.kind: 1}


def test_two_facets_in_use_narrow_each_other():
    make.claim(stage="open", kind="troops")
    make.claim(stage="settled", verdict="supported", kind="troops")
    narrowed = counted("stage=open&kind=troops")
    assert narrowed["kind"] == {"troops": 1}
    assert narrowed["stage"]["open"] == 1
    assert narrowed["stage"]["settled"] == 1


def test_flags_parts_and_sources_are_counted_as_the_filters_find_them():
    article = make.article()
    source = make.source(title="A report")
    article.revision.citations.filter(number=1).update(source=source)
    found = counted()
    assert found["source"] == {str(source.pk): Claim.objects.citing(source).count()}
    assert found["flag"].get("uncited", 0) == Claim.objects.uncited().count()
    assert found["flag"]["source_unidentified"] == Claim.objects.source_unidentified().count()
    for part in ("figure", "date", "place", "attribution"):
        assert found["has"].get(part, 0) == Claim.objects.having(part).count()


def test_a_claim_without_a_verdict_counts_as_none_yet():
    make.claim(stage="settled", verdict="supported")
    verdicts = counted()["verdict"]
    assert verdicts == {"supported": 1, "none": Claim.objects.count() - 1}


def test_labels_are_for_people():
    article = make.article(title="The flood")
    found = count_facets(Claim.objects.all(), QueryDict())
    assert [(bucket.value, bucket.label) for bucket in found.buckets["article"]] == [(str(article.pk), "The flood")]


def test_a_chosen_value_without_claims_can_still_be_let_go():
    make.article()
    found = count_facets(Claim.objects.all(), QueryDict("comparator=vague"))
    assert Bucket("vague", "an order of magnitude", 0, True) in found.buckets["comparator"]


def test_a_name_is_chosen_whatever_its_case():
    make.claim(attribution_agent="Red Cross", attribution_text="the Red Cross", attribution_mode="states")
    found = count_facets(Claim.objects.all(), QueryDict("agent=RED CROSS"))
    assert [bucket.value for bucket in found.buckets["agent"] if bucket.chosen] == ["Red Cross"]


def test_a_large_desk_is_counted_up_to_a_limit_and_says_so(monkeypatch):
    make.article()
    monkeypatch.setattr(facets, "MOST", 1)
    found = count_facets(Claim.objects.all(), QueryDict())
    assert (found.counted, found.complete) == (1, False)


def test_who_may_see_no_claim_is_told_of_none(visitor):
    make.article()
    found = count_facets(Claim.objects.visible_to(None), QueryDict())
    assert found.counted == 0
    assert not any(found.buckets.values())


def test_the_facets_cost_five_queries_at_most_whatever_there_is(django_assert_max_num_queries):
    for _ in range(3):
        make.article()
    with django_assert_max_num_queries(5):
        count_facets(Claim.objects.all(), QueryDict("kind=casualties"))
