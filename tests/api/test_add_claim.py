"""Claims by hand, split and merged, and articles withdrawn, by the API."""

import pytest

from claims.disputing import raise_dispute
from claims.models import Claim, ClaimTag, Tag
from tests import make

pytestmark = pytest.mark.django_db

TEXT = (
    "The harbour board of Mombasa rebuilt 14 quays and 3 warehouses in 2023. [1]\n"
    "Nobody repaired the lighthouse 🗼 and the keeper left 9 lamps behind.\n"
    "Some say so.\nSome say so.\n\nReferences\n1. Harbour board, Annual report, 2023.\n2. Port diary, 2024."
)
LAMPS = "the keeper left 9 lamps behind"


@pytest.fixture
def article():
    return make.article(TEXT)


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def add(script, article, exact=LAMPS, /, **body):
    quote = body.pop("quote", {"exact": exact})
    return script.post("/api/v1/claims/", {"article": article.pk, "quote": quote} | body, format="json")


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def test_the_reader_fills_in_what_is_not_given(script, article):
    words = "and the keeper left 9 lamps behind"
    answer = add(script, article, quote=span(f" {words}"))
    body = answer.json()
    assert (answer.status_code, answer["Location"]) == (201, body["url"])
    assert answer["ETag"] == script.get(body["url"])["ETag"]
    assert (body["quote"]["exact"], body["quote"]["anchor"]) == (words, "exact")
    assert (body["figure"]["low"], body["figure"]["text"], body["figure"]["unit"]) == (9, "9", "lamps")
    assert TEXT[body["figure"]["start"] : body["figure"]["end"]] == "9"
    assert (body["origin"], body["stage"], body["version"], body["citations"]) == ("by_hand", "open", 1, [])


def test_what_is_given_wins(script, article):
    figure = {"text": "9 lamps", "comparator": "at_least", "low": 9, "unit": "lamps"}
    body = add(script, article, figure=figure, kind="materiel", statement="Nine lamps stayed.", citations=[2]).json()
    assert (body["figure"]["comparator"], body["kind"], body["statement"]) == (
        "at_least",
        "materiel",
        "Nine lamps stayed.",
    )
    assert [one["number"] for one in body["citations"]] == [2]
    assert add(script, article, "Nobody repaired the lighthouse", figure=None).json()["figure"] is None


def test_it_cites_what_governs_its_words(script, article):
    body = add(script, article, "rebuilt 14 quays").json()
    assert [one["number"] for one in body["citations"]] == [1]


def test_the_same_words_and_figure_twice_name_the_claim(script, article):
    first = add(script, article).json()
    second = add(script, article)
    assert (second.status_code, second.json()["code"], second.json()["claim"]) == (409, "claim_exists", first["id"])
    other = add(script, article, figure=None)
    assert other.status_code == 201


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"quote": {"exact": "no such words"}}, 422, "bad_span"),
        ({"quote": {"exact": "Some say so."}}, 422, "several_places"),
        ({"quote": {}}, 422, "bad_span"),
        ({"quote": {"start": 5, "end": 5}}, 422, "bad_span"),
        ({"quote": {"start": 5, "end": 10**6}}, 422, "bad_span"),
        ({"quote": {"start": 0, "end": 3, "exact": "Who"}}, 422, "bad_span"),
        ({"quote": span(LAMPS) | {"revision": 9}}, 409, "text_changed"),
        ({"quote": "words"}, 400, "invalid"),
        ({"quote": {"exact": LAMPS, "page": 3}}, 400, "invalid"),
        ({"article": 10**9}, 422, "invalid"),
        ({"article": "1"}, 400, "invalid"),
        ({"figure": {"text": "10", "comparator": "exact", "low": 10}}, 422, "invalid"),
        ({"colour": 1}, 400, "invalid"),
    ],
)
def test_what_cannot_be_a_claim_is_refused(script, article, body, status, code):
    answer = add(script, article, **body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_words_in_several_places_come_with_the_places(script, article):
    places = add(script, article, "Some say so.").json()["places"]
    assert [TEXT[one["start"] : one["end"]] for one in places] == ["Some say so."] * 2
    assert add(script, article, quote=places[1]).json()["quote"]["start"] == places[1]["start"]


@pytest.fixture
def two(script, article) -> Claim:
    """One claim by hand over a sentence with two figures."""
    body = add(script, article, "rebuilt 14 quays and 3 warehouses in 2023").json()
    return Claim.objects.get(pk=body["id"])


def split(script, claim, body, seen='"1-x"'):
    body = {"reason": "Two figures."} | body
    return script.post(f"/api/v1/claims/{claim.pk}/split/", body, format="json", HTTP_IF_MATCH=seen)


def test_a_sentence_with_two_figures_becomes_two_claims(script, two, ana):
    tag = Tag.objects.create(name="harbour")
    ClaimTag.objects.create(claim=two, tag=tag, created_by=ana)
    answer = split(script, two, {})
    first, second = answer.json()["claims"]
    assert answer.status_code == 201
    assert (first["id"], first["version"], first["figure"]["low"]) == (two.pk, 2, 14)
    assert (second["version"], second["figure"]["low"], second["origin"]) == (1, 3, "by_hand")
    assert first["quote"] == second["quote"]
    assert [one["number"] for one in second["citations"]] == [1]
    new = Claim.objects.get(pk=second["id"])
    assert (new.split_from, new.created_by, new.tagged.get().tag) == (two, ana, tag)


def test_parts_say_what_each_claims(script, two):
    quays = {"figure": {"text": "14 quays", "comparator": "exact", "low": 14, "unit": "quays"}, "statement": "Quays."}
    houses = {"figure": {"text": "3", "comparator": "exact", "low": 3}, "statement": "Houses.", "citations": []}
    claims = split(script, two, {"parts": [quays, houses], "reason": "two things"}).json()["claims"]
    assert [one["statement"] for one in claims] == ["Quays.", "Houses."]
    assert [len(one["citations"]) for one in claims] == [1, 0]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"parts": [{}, {}]}, "/parts/1"),
        ({"parts": [{}, {"figure": {"text": "3", "comparator": "exact"}}]}, "/parts/1/figure/low"),
        ({"parts": [{}, {"stage": "open"}]}, "/parts/1/stage"),
        ({"parts": [{}] * 21}, "/parts"),
        ({"parts": "two"}, "/parts"),
        ({"into": 2}, "/into"),
        ({"reason": " "}, "/reason"),
    ],
)
def test_a_split_that_cannot_be_is_refused_whole(script, two, body, pointer):
    before = Claim.objects.count()
    answer = split(script, two, body)
    assert (answer.json()["errors"][0]["pointer"], Claim.objects.count()) == (pointer, before)


def test_one_figure_is_nothing_to_split(script, article):
    claim = Claim.objects.get(pk=add(script, article).json()["id"])
    assert split(script, claim, {}).json()["code"] == "nothing_to_split"
    assert split(script, claim, {}, '"9-x"').status_code == 412
    assert script.post(f"/api/v1/claims/{claim.pk}/split/", {}, format="json").status_code == 428


def test_a_merged_claim_leads_to_the_other_and_loses_nothing(script, two, ana):
    other = Claim.objects.filter(article=two.article).exclude(pk=two.pk).first()
    ClaimTag.objects.create(claim=two, tag=Tag.objects.create(name="harbour"), created_by=ana)
    address = f"/api/v1/claims/{two.pk}/merge/"
    answer = script.post(address, {"into": other.pk, "reason": "twice"}, format="json", HTTP_IF_MATCH='"1-x"')
    body = answer.json()
    assert (answer.status_code, body["stage"], body["version"]) == (200, "rejected", 2)
    two.refresh_from_db()
    assert (two.duplicate_of, two.rejected_as, two.stage_reason) == (other, "duplicate", "twice")
    assert other.tagged.get().tag.name == "harbour"
    assert two.tagged.count() == 1
    back = script.post(
        f"/api/v1/claims/{other.pk}/merge/", {"into": two.pk, "reason": "twice"}, format="json", HTTP_IF_MATCH='"1-x"'
    )
    assert back.status_code == 422


def test_a_disputed_claim_is_not_merged_away(script, two, ana):
    other = Claim.objects.filter(article=two.article).exclude(pk=two.pk).first()
    raise_dispute(two, ground="misread", aspect="figure", reason="It says 13.", by=ana)
    address = f"/api/v1/claims/{two.pk}/merge/"
    answer = script.post(address, {"into": other.pk, "reason": "twice"}, format="json", HTTP_IF_MATCH='"1-x"')
    assert (answer.status_code, answer.json()["code"]) == (409, "not_mergeable")
    assert "about the figure" in answer.json()["detail"]


def test_claims_of_other_articles_and_the_claim_itself_are_no_duplicates(script, two):
    for into in (make.claim().pk, two.pk, 10**9):
        address = f"/api/v1/claims/{two.pk}/merge/"
        answer = script.post(address, {"into": into, "reason": "twice"}, format="json", HTTP_IF_MATCH='"1-x"')
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/into")


def test_a_withdrawn_article_takes_its_claims_out_of_the_lists(api, ed, article):
    api.force_authenticate(ed)
    claim = article.claims.first()
    assert api.post(f"/api/v1/articles/{article.pk}/withdraw/", {"reason": " "}, format="json").status_code == 422
    gone = api.post(f"/api/v1/articles/{article.pk}/withdraw/", {"reason": "a hoax"}, format="json")
    assert (gone.status_code, gone.json()["withdrawn_reason"]) == (200, "a hoax")
    assert api.post(f"/api/v1/articles/{article.pk}/withdraw/", {"reason": "x"}, format="json").status_code == 409
    assert api.get(f"/api/v1/claims/?article={article.pk}").json()["results"] == []
    assert api.get(f"/api/v1/claims/{claim.pk}/").status_code == 200
    assert add(api, article).json()["code"] == "withdrawn"
    back = api.post(f"/api/v1/articles/{article.pk}/restore/", {"reason": "it was none"}, format="json")
    assert (back.status_code, back.json()["withdrawn"]) == (200, None)
    assert api.get(f"/api/v1/claims/?article={article.pk}").json()["results"]


def test_an_article_says_how_many_judge_its_claims(api, ed, article):
    api.force_authenticate(ed)
    address = f"/api/v1/articles/{article.pk}/"
    assert api.patch(address, {"reviewers": 2}, format="json").json()["reviewers"] == 2
    assert api.patch(address, {"reviewers": None}, format="json").json()["reviewers"] is None
    for wrong in ({"reviewers": 3}, {"reviewers": "2"}, {}, {"title": "x", "reviewers": 1}):
        assert api.patch(address, wrong, format="json").status_code == 400


@pytest.mark.parametrize("who", ["rita", "ana"])
def test_only_editors_withdraw_articles(api, request, article, who):
    api.force_authenticate(request.getfixturevalue(who))
    for address, body in (("withdraw/", {"reason": "x"}), ("restore/", {"reason": "x"})):
        assert api.post(f"/api/v1/articles/{article.pk}/{address}", body, format="json").status_code == 403
    assert api.patch(f"/api/v1/articles/{article.pk}/", {"reviewers": 1}, format="json").status_code == 403
