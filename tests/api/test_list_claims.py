"""GET /api/v1/claims/"""

import pytest
from django.utils import timezone

from claims.models import Claim
from sources.models import Article
from tests import make

URL = "/api/v1/claims/"


@pytest.fixture
def script(api, rita):
    api.force_authenticate(rita)
    return api


def ids(answer) -> list[int]:
    assert answer.status_code == 200, answer.content
    return [claim["id"] for claim in answer.json()["results"]]


def walk(script, address: str) -> list[int]:
    """Every id of a list, page after page."""
    found = []
    while address:
        answer = script.get(address)
        found += ids(answer)
        address = answer.json()["next"]
    return found


def test_a_reader_gets_the_newest_first(script):
    make.article()
    assert ids(script.get(URL)) == list(Claim.objects.order_by("-id").values_list("pk", flat=True))


def test_a_walk_sees_every_claim_once_while_others_are_added(script):
    make.article()
    make.article()
    before = set(Claim.objects.values_list("pk", flat=True))
    first = script.get(f"{URL}?page_size=2")
    make.article()
    found = ids(first) + walk(script, first.json()["next"])
    assert len(found) == len(set(found))
    assert set(found) == before


@pytest.mark.parametrize("order", ["-id", "id", "updated_at", "-updated_at", "low", "-low", "date", "-date"])
def test_a_walk_in_any_order_sees_every_claim_once_also_those_with_equal_and_missing_keys(script, order):
    for _ in range(3):
        make.article()
    Claim.objects.update(updated_at=timezone.now())
    found = walk(script, f"{URL}?order={order}&page_size=2")
    assert len(found) == Claim.objects.count()
    assert set(found) == set(Claim.objects.values_list("pk", flat=True))


def test_previous_leads_back_to_the_page_before(script):
    make.article()
    first = script.get(f"{URL}?page_size=2")
    second = script.get(first.json()["next"])
    assert ids(script.get(second.json()["previous"])) == ids(first)
    assert first.json()["previous"] is None


def test_only_what_changed_since_the_last_visit(script):
    make.article()
    changed = make.claim()
    since = changed.updated_at.isoformat().replace("+00:00", "Z")
    Claim.objects.exclude(pk=changed.pk).update(updated_at="2020-01-01T00:00Z")
    assert ids(script.get(URL, {"updated_since": since})) == [changed.pk]


@pytest.mark.parametrize("time", ["0954-03-12T17:01:42+20:31", "9999-12-31T23:59:59Z", "2024-01-01T00:00:00"])
def test_no_time_is_too_strange_to_ask_for(script, time):
    assert script.get(URL, {"updated_since": time}).status_code == 200


def test_a_time_outside_of_the_calendar_is_refused(script):
    assert script.get(URL, {"updated_since": "0001-01-01T00:00:00+23:00"}).status_code == 400


def test_the_claims_of_a_withdrawn_article_leave_the_list(script):
    claim = make.claim()
    Article.objects.update(withdrawn_at=timezone.now())
    assert ids(script.get(URL)) == []
    assert script.get(f"{URL}{claim.pk}/").status_code == 200


@pytest.mark.parametrize("articles", [1, 20])
def test_a_list_costs_the_same_queries_for_a_few_claims_and_for_many(script, rita, django_assert_num_queries, articles):
    for _ in range(articles):
        make.article()
    assert Claim.objects.count() >= 3 * articles
    with django_assert_num_queries(4):  # the role, the claims, their links, their anchors
        script.get(f"{URL}?page_size=200")


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("kind=troops", {"kind": "troops"}),
        ("kind=troops&kind=date", {"kind": "date"}),
        ("stage=settled", {"stage": "settled", "verdict": "supported"}),
        ("verdict=supported", {"stage": "settled", "verdict": "supported"}),
        ("unit=BOXES", {"figure_unit": "boxes"}),
        ("q=zebra", {"statement": "A zebra was seen."}),
        ("q=zebr", {"statement": "A zebra was seen."}),
        ("q=zebta", {"statement": "A zebra was seen."}),
    ],
)
def test_a_filter_leaves_the_claim_it_names(script, query, columns):
    make.article()
    first = make.claim()
    Claim.objects.exclude(pk=first.pk).update(kind="statement")
    Claim.objects.filter(pk=first.pk).update(**columns)
    assert ids(script.get(f"{URL}?{query}")) == [first.pk]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("low_gte=12", True),
        ("low_gte=12.5", False),
        ("low_lte=12", True),
        ("high_lte=5000", False),  # at least 12 has no upper bound
        ("figure_overlaps=100..200", True),
        ("figure_overlaps=..11", False),
        ("figure_overlaps=..12", True),
        ("comparator=at_least", True),
        ("comparator=vague", False),
        ("has=figure", True),
    ],
)
def test_figures_are_compared_as_values(script, query, found):
    claim = make.claim(
        figure_text="at least 12", figure_comparator="at_least", figure_low=12, figure_high=None, figure_form="amount"
    )
    assert (claim.pk in ids(script.get(f"{URL}?{query}&article={claim.article_id}"))) is found


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("knd", "troops"),
        ("kind", "trops"),
        ("article", "one"),
        ("article", "0"),
        ("article", str(2**63)),
        ("order", "kind"),
        ("cursor", "made-up"),
        ("page_size", "0"),
        ("page_size", "201"),
        ("page_size", "1e2"),
        ("updated_since", "yesterday"),
        ("date_from", "3/14/25"),
        ("figure_overlaps", "5..1"),
        ("figure_overlaps", "many"),
        ("low_gte", "NaN"),
        ("low_gte", "1e40"),
        ("ids", "1,two"),
        ("q", "a\x00b"),
        ("format", "csv"),
        ("", "x"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(script, parameter, value):
    answer = script.get(URL, {parameter: value})
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/{parameter}"]


def test_an_unknown_parameter_is_answered_with_the_legal_ones(script):
    said = script.get(URL, {"artcle": "1"}).json()["detail"]
    assert "Did you mean “article”?" in said
    assert "figure_overlaps" in said


@pytest.mark.parametrize("name", ["kind", "updated_since", "q", "order", "cursor", "page_size"])
def test_a_script_whose_variable_was_empty_does_not_get_everything(script, name):
    answer = script.get(f"{URL}?{name}=")
    assert answer.status_code == 400
    assert "is empty" in answer.json()["detail"]


def test_one_value_given_twice_is_refused(script):
    assert script.get(f"{URL}?article=1&article=2").status_code == 400


def test_the_cursor_of_one_order_does_not_serve_another(script):
    make.article()
    address = script.get(f"{URL}?page_size=1").json()["next"]
    assert script.get(f"{address}&order=low").status_code == 400
