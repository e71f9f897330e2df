"""PATCH /citations/<id>/: which work a number means, said by a script."""

from __future__ import annotations

import pghistory.models
import pytest

from claims import intake
from sources import ingest
from sources.models import Citation, Source
from tests import make

TEXT = (
    "The flood killed 12 people. [1] It took 300 houses. [2]\n\n"
    "References\n[1] Ministry of Rivers, yearly bulletin\n[2] A note of the mayor\n"
)


@pytest.fixture
def citation(db) -> Citation:
    article = make.article(TEXT)
    Citation.objects.filter(revision=article.revision).update(source=None, identified="")
    return article.revision.citations.get(number=1)


@pytest.fixture
def url(citation) -> str:
    return f"/api/v1/citations/{citation.pk}/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ({"address": "https://www.rivers.example/bulletin?utm_source=x"}, "https://www.rivers.example/bulletin?utm_source=x"),
        ({"doi": "https://doi.org/10.5555/ABC.1"}, "10.5555/abc.1"),
        ({"reference": "[7] Okello, B. (2023). Rivers of the north. Lima Press."}, "Rivers of the north"),
        ({"source": {"title": "Rivers", "type": "report", "issued": {"date-parts": [[2023, 5]]}}}, "Rivers"),
        ({"source": {"URL": "https://rivers.example/1", "title": "One"}}, "One"),
    ],
)  # fmt: skip
def test_a_citation_gets_a_new_work(script, citation, url, body, title):
    answer = script.patch(url, body, format="json")
    assert answer.status_code == 200, answer.json()
    assert answer.json()["source"]["title"] == title
    citation.refresh_from_db()
    assert citation.identified == "by_hand"


def test_a_record_keeps_all_its_fields(script, url):
    record = {
        "type": "article-newspaper",
        "title": "High water",
        "author": [{"family": "Okello", "given": "Bea"}, {"literal": "Rain Desk"}],
        "container-title": "The Lima Post",
        "issued": {"date-parts": [[2024, 3, 12]]},
        "page": "4",
        "URL": "https://post.example/high-water",
    }
    source = Source.objects.get(pk=script.patch(url, {"source": record}, format="json").json()["source"]["id"])
    assert (source.issued, source.container, source.csl, source.origin) == (
        "2024-03-12", "The Lima Post", {"page": "4"}, "by_hand",
    )  # fmt: skip
    assert source.authors == [{"family": "Okello", "given": "Bea"}, {"literal": "Rain Desk"}]


def test_a_known_work_is_used_again(script, url):
    there = make.source(address="https://rivers.example/b", address_key="https://rivers.example/b")
    answer = script.patch(url, {"address": "http://rivers.example/b/"}, format="json")
    assert answer.json()["source"]["id"] == there.pk


def test_a_work_that_was_merged_is_the_one_it_went_into(script, url):
    last = make.source()
    middle = make.source(merged_into=last)
    first = make.source(merged_into=middle, address="https://a.example/", address_key="https://a.example")
    assert script.patch(url, {"source": first.pk}, format="json").json()["source"]["id"] == last.pk
    assert script.patch(url, {"address": "https://a.example"}, format="json").json()["source"]["id"] == last.pk


def test_null_takes_it_back(script, citation, url):
    script.patch(url, {"source": make.source().pk}, format="json")
    assert script.patch(url, {"source": None}, format="json").json()["source"] is None
    citation.refresh_from_db()
    assert citation.identified == ""


def test_what_somebody_else_has_said_is_not_overwritten_unseen(script, url):
    first, second = make.source(title="First"), make.source(title="Second")
    script.patch(url, {"source": first.pk}, format="json")
    answer = script.patch(url, {"source": second.pk}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "already_identified")
    assert answer.json()["source"] == first.pk
    assert "First" in answer.json()["detail"]
    answer = script.patch(url, {"source": second.pk, "replaces": second.pk}, format="json")
    assert answer.status_code == 409
    answer = script.patch(url, {"source": second.pk, "replaces": first.pk}, format="json")
    assert answer.json()["source"]["id"] == second.pk
    assert script.patch(url, {"source": None, "replaces": first.pk}, format="json").status_code == 409


def test_what_the_program_read_gives_way(script, citation, url):
    guess, meant = make.source(), make.source()
    Citation.objects.filter(pk=citation.pk).update(source=guess, identified="entry")
    assert script.patch(url, {"source": meant.pk}, format="json").json()["source"]["id"] == meant.pk


def test_twice_is_once(script, citation, url):
    work = make.source()
    script.patch(url, {"source": work.pk}, format="json")
    before = Citation.objects.get(pk=citation.pk).updated_at
    assert script.patch(url, {"source": work.pk}, format="json").status_code == 200
    assert Citation.objects.get(pk=citation.pk).updated_at == before


def test_the_same_entry_elsewhere_is_offered_and_taken_along(script, citation, url):
    other = make.article(TEXT + "Another article, and the same list.")
    third = make.article(TEXT + "One more.")
    Citation.objects.filter(revision__in=[other.revision, third.revision]).update(source=None, identified="")
    kept = third.revision.citations.get(number=1)
    elsewhere = make.source()
    Citation.objects.filter(pk=kept.pk).update(source=elsewhere, identified="by_hand")
    twin = other.revision.citations.get(number=1)
    body = script.patch(url, {"address": "https://rivers.example/1"}, format="json").json()
    assert body["alike"] == {"identified": [], "waiting": [twin.pk]}
    body = script.patch(url, {"address": "https://rivers.example/1", "alike": True}, format="json").json()
    assert body["alike"] == {"identified": [twin.pk], "waiting": []}
    twin.refresh_from_db()
    kept.refresh_from_db()
    assert (twin.source_id, kept.source) == (body["source"]["id"], elsewhere)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 400, "required"),
        ({"address": ""}, 400, "required"),
        ({"source": {}}, 400, "required"),
        ({"source": True}, 400, "invalid"),
        ({"source": "7"}, 400, "invalid"),
        ({"source": 1, "doi": "10.1/2"}, 400, "required"),
        ({"sauce": 1}, 400, "unknown_field"),
        ({"source": 999_999}, 422, "no_work"),
        ({"address": "javascript:alert(1)"}, 422, "no_work"),
        ({"address": "https://a.example/\x00"}, 422, "no_work"),
        ({"doi": "eleven"}, 422, "no_work"),
        ({"reference": "Ibid."}, 422, "no_work"),
        ({"source": {"publisher": "Nobody"}}, 422, "no_work"),
        ({"source": {"title": "x", "colour": "red"}}, 422, "bad_record"),
        ({"source": {"title": "x", "type": "leaflet"}}, 422, "bad_record"),
        ({"source": {"title": "x", "issued": "last week"}}, 422, "bad_record"),
        ({"source": {"title": "x", "author": ["Bea"]}}, 422, "bad_record"),
        ({"source": {"title": "x", "author": [{"family": {}}]}}, 422, "bad_record"),
        ({"source": {"title": "x\x00"}}, 422, "bad_record"),
        ({"source": {"title": ["x"]}}, 422, "bad_record"),
        ({"source": {"title": "x" * 1001}}, 422, "bad_record"),
    ],
)  # fmt: skip
def test_what_names_no_work_is_refused_in_words(script, citation, url, body, status, code):
    sources = Source.objects.count()
    answer = script.patch(url, body, format="json")
    said = answer.json()
    assert (answer.status_code, said["code"] if status == 422 else said["errors"][0]["code"]) == (status, code), said
    citation.refresh_from_db()
    assert citation.source is None
    assert Source.objects.count() == sources


def test_an_earlier_text_is_over(script, citation, url, ana):
    intake.read_article(ingest.reread_article(citation.revision.article, text=TEXT + "Corrected.", by=ana)[0].pk)
    answer = script.patch(url, {"doi": "10.5555/1"}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (422, "old_text")


def test_a_reader_may_not(api, rita, url):
    api.force_authenticate(rita)
    assert api.patch(url, {"doi": "10.5555/1"}, format="json").status_code == 403


def test_it_is_remembered_who_said_so(script, citation, url, ana):
    script.patch(url, {"doi": "10.5555/1"}, format="json")
    events = pghistory.models.Events.objects.tracks(citation)
    assert any(
        event.pgh_context
        and event.pgh_context.get("action") == "citation.identified"
        and event.pgh_context["by"] == ana.pk
        for event in events
    )
