"""GET /api/v1/claims/<id>/, also as /claims/<id>.json"""

from decimal import Decimal

import pytest

from claims.models import Anchor, Claim
from tests import make

KEYS = {
    "id", "uuid", "url", "page", "article", "kind", "statement", "quote", "figure", "date", "place", "attribution",
    "citations", "rivals", "stage", "stage_reason", "rejected_as", "duplicate_of", "verdict", "origin", "flags",
    "disputes", "tags", "assignee", "due", "version", "created_at", "updated_at",
}  # fmt: skip


@pytest.fixture
def script(api, rita):
    api.force_authenticate(rita)
    return api


def address(claim: Claim) -> str:
    return f"/api/v1/claims/{claim.pk}/"


def at_least_twelve(**columns) -> Claim:
    """A claim that says "at least 12", eight code points into its quote."""
    return make.claim(
        figure_text="at least 12", figure_start=8, figure_end=19, figure_comparator="at_least",
        figure_low=Decimal("12.000000"), figure_high=None, figure_unit="people", figure_counted="people",
        figure_form="amount", **columns,
    )  # fmt: skip


def test_a_claim_has_the_shape_of_the_contract(script):
    claim = at_least_twelve()
    answer = script.get(address(claim)).json()
    assert set(answer) == KEYS
    assert answer["url"] == f"http://testserver/api/v1/claims/{claim.pk}/"
    assert answer["page"] == f"http://testserver/claims/{claim.pk}/"
    assert answer["article"] == {
        "id": claim.article_id,
        "title": claim.article.title,
        "url": f"http://testserver/api/v1/articles/{claim.article_id}/",
        "page": f"http://testserver/articles/{claim.article_id}/",
    }
    assert (answer["rivals"], answer["verdict"], answer["assignee"]) == ([], None, None)
    assert (answer["stage"], answer["version"]) == ("suggested", 1)


def test_offsets_count_from_the_start_of_the_current_text(script):
    claim = at_least_twelve()
    Anchor.objects.filter(claim=claim).update(start=4, end=60)
    answer = script.get(address(claim)).json()
    assert (answer["quote"]["start"], answer["quote"]["end"]) == (4, 60)
    assert (answer["quote"]["revision"], answer["quote"]["anchor"]) == (1, "exact")
    assert (answer["figure"]["start"], answer["figure"]["end"]) == (12, 23)


def test_the_text_at_the_offsets_is_the_quote(script):
    claim = make.claim()
    quote = script.get(address(claim)).json()["quote"]
    text = script.get(f"/api/v1/articles/{claim.article_id}/text/").json()["text"]
    assert text[quote["start"] : quote["end"]] == quote["exact"]
    assert text[: quote["start"]].endswith(quote["prefix"])
    assert text[quote["end"] :].startswith(quote["suffix"])


def test_a_claim_that_was_lost_says_so_and_has_no_offsets(script):
    claim = at_least_twelve()
    Anchor.objects.filter(claim=claim).update(start=None, end=None, outcome="lost")
    answer = script.get(address(claim)).json()
    assert (answer["quote"]["start"], answer["quote"]["anchor"]) == (None, "lost")
    assert (answer["figure"]["start"], answer["figure"]["text"]) == (None, "at least 12")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12.000000", b'"low":12,'),
        ("0.500000", b'"low":0.5,'),
        ("-3.000000", b'"low":-3,'),
        ("123456789012345678901234.000000", b'"low":123456789012345678901234,'),
    ],
)
def test_figures_are_numbers_and_whole_where_they_are_whole(script, value, text):
    claim = at_least_twelve()
    Claim.objects.filter(pk=claim.pk).update(figure_low=Decimal(value))
    answer = script.get(address(claim))
    assert text in answer.content
    assert answer.json()["figure"]["high"] is None


def test_parts_that_the_article_does_not_give_are_null(script):
    claim = make.claim()
    Claim.objects.filter(pk=claim.pk).update(
        date_text="", date_start=None, date_end=None, date_edtf="", date_earliest=None, date_latest=None,
        date_precision="", place=None, place_text="", place_start=None, place_end=None,
        attribution_text="", attribution_start=None, attribution_end=None, attribution_agent="", attribution_mode="",
    )  # fmt: skip
    answer = script.get(address(claim)).json()
    assert (answer["date"], answer["place"], answer["attribution"]) == (None, None, None)


def test_a_citation_names_its_source_once_somebody_has_identified_it(script):
    claim = make.claim()
    [citation] = script.get(address(claim)).json()["citations"]
    assert (citation["number"], citation["label"], citation["source"]) == (1, "1", None)
    assert citation["finding"] == "unavailable"
    assert "source_unidentified" in script.get(address(claim)).json()["flags"]
    source = make.source(title="A report")
    claim.links.get().citation.__class__.objects.filter(pk=citation["id"]).update(source=source)
    answer = script.get(address(claim)).json()
    assert answer["citations"][0]["source"] == {
        "id": source.pk,
        "title": "A report",
        "url": f"http://testserver/api/v1/sources/{source.pk}/",
        "page": f"http://testserver/sources/{source.pk}/",
    }
    assert answer["flags"] == []


def test_a_claim_without_a_citation_is_flagged(script):
    make.article("The flood took 40 boats. At least 12 people died. [1]")
    uncited = Claim.objects.uncited().get()
    answer = script.get(address(uncited)).json()
    assert (answer["citations"], answer["flags"]) == ([], ["uncited"])


def test_who_has_the_current_copy_is_not_sent_another(script):
    claim = make.claim()
    etag = script.get(address(claim))["ETag"]
    assert etag.startswith('"1-')
    again = script.get(address(claim), headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert script.get(address(claim), headers={"If-None-Match": f"W/{etag}"}).status_code == 304


def test_a_copy_is_old_as_soon_as_anything_in_it_has_changed(script):
    claim = make.claim()
    etag = script.get(address(claim))["ETag"]
    claim.links.get().citation.__class__.objects.update(source=make.source())
    again = script.get(address(claim), headers={"If-None-Match": etag})
    assert again.status_code == 200
    assert again["ETag"] != etag
    assert again["ETag"].startswith('"1-')  # the claim's own columns are as they were


@pytest.mark.parametrize("ident", ["0", "999", str(2**63), "9" * 30, "9" * 5000])
def test_an_id_that_nothing_has_is_a_404(script, ident):
    for there in (f"/api/v1/claims/{ident}/", f"/claims/{ident}.json", f"/claims/{ident}.csv"):
        answer = script.get(there)
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"


def test_beside_the_page_stands_the_same_record(script):
    claim = make.claim()
    assert script.get(f"/claims/{claim.pk}.json").json() == script.get(address(claim)).json()
