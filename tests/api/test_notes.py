"""Notes by the API: written, answered, settled, placed, found by filters; and as a W3C Annotation Collection."""

from __future__ import annotations

import pytest

from claims import intake
from claims.annotating import add_note, reply
from claims.models import Annotation
from claims.notekeeping import resolve, withdraw_note
from sources import ingest
from tests import make

TEXT = "😀 The mill at Brena burned on 3 May 2021, and 40 people lost their work. [1]\nThe mayor left."


@pytest.fixture
def article(db):
    return make.article(TEXT)


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


def test_a_note_on_words_has_the_shape_that_was_agreed(script, article, ana, ed):
    url = f"/api/v1/articles/{article.pk}/annotations/"
    sent = {"body": "**Which** @ed?", "motivation": "questioning", "quote": {"start": 6, "end": 10, "revision": 1}}
    answer = script.post(url, sent, format="json")
    body = answer.json()
    assert (answer.status_code, answer["Location"]) == (201, body["url"])
    assert {name: body[name] for name in ("article", "claim", "snapshot", "motivation", "orphan", "replies")} == {
        "article": article.pk, "claim": None, "snapshot": None, "motivation": "questioning", "orphan": False,
        "replies": [],
    }  # fmt: skip
    assert body["quote"] | {"suffix": ""} == {
        "exact": "mill", "prefix": "😀 The ", "suffix": "", "start": 6, "end": 10, "revision": 1, "anchor": "exact",
        "candidates": [],
    }  # fmt: skip
    assert body["html"] == "<p><strong>Which</strong> @ed?</p>\n"
    assert (body["by"]["username"], body["mentions"], body["resolved"]) == (ana.username, [ed.pk], None)
    assert script.get(body["url"]).json() == body
    assert script.get(url).json()["results"] == [body]
    assert script.post(url, sent, format="json").status_code == 200


@pytest.mark.parametrize("kind", ["claims", "snapshots"])
def test_claims_and_copies_take_notes_too(script, article, kind):
    on = {"claims": article.claims.first, "snapshots": lambda: make.snapshot(make.source(), "A mill burned.")}[kind]()
    url = f"/api/v1/{kind}/{on.pk}/annotations/"
    answer = script.post(url, {"body": "Which?", "quote": {"exact": "burned"}}, format="json")
    assert (answer.status_code, answer.json()["quote"]["exact"]) == (201, "burned")
    assert answer.json()[kind[:-1]] == on.pk
    assert len(script.get(url).json()["results"]) == 1


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({}, 400, "invalid"),
        ({"body": ""}, 422, "invalid"),
        ({"body": "x", "colour": "red"}, 400, "invalid"),
        ({"body": "x", "motivation": "praising"}, 400, "invalid"),
        ({"body": 7}, 400, "invalid"),
        ({"body": "x" * 10_001}, 400, "invalid"),
        ({"body": "x\0"}, 422, "bad_text"),
        ({"body": "x", "quote": {"exact": "a castle"}}, 422, "not_in_text"),
        ({"body": "x", "quote": {"exact": "The m"}}, 422, "several_places"),
        ({"body": "x", "quote": {"start": 6, "end": 10, "revision": 9}}, 409, "text_changed"),
        ({"body": "x", "quote": {"start": -1}}, 400, "invalid"),
    ],
)
def test_what_cannot_be_is_refused_by_name(script, article, sent, status, code):
    answer = script.post(f"/api/v1/articles/{article.pk}/annotations/", sent, format="json")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Annotation.objects.exists()


def test_a_thread_is_answered_resolved_reopened_and_withdrawn(script, article):
    written = script.post(f"/api/v1/articles/{article.pk}/annotations/", {"body": "So?"}, format="json").json()
    url = f"/api/v1/annotations/{written['id']}/"
    answered = script.post(f"{url}replies/", {"body": "So."}, format="json")
    assert (answered.status_code, answered.json()["replies"][0]["body"]) == (201, "So.")
    assert script.get(answered["Location"]).json()["parent"] == answered.json()["id"]
    assert script.post(f"{url}resolve/", {}, format="json").status_code == 400
    resolved = script.post(f"{url}resolve/", {"reason": "Seen."}, format="json").json()
    assert (resolved["resolved"]["reason"], resolved["resolved"]["by"]["username"]) == ("Seen.", "ana")
    assert script.post(f"{url}resolve/", {"reason": "Seen."}, format="json").json()["code"] == "already_resolved"
    reopened = script.post(f"{url}reopen/", {"reason": "Not seen."}, format="json").json()
    assert (reopened["resolved"], reopened["reopened"]["reason"]) == (None, "Not seen.")
    gone = script.post(f"{url}withdraw/", {"reason": "Done."}, format="json").json()
    assert gone["withdrawn"]["reason"] == "Done."
    assert script.post(f"{url}replies/", {"body": "Oh."}, format="json").json()["code"] == "note_withdrawn"


@pytest.fixture
def several(article, ana, ed):
    claim = article.claims.first()
    placed = add_note(article, body="The old mill, @ed", exact="The mill", by=ana)[0]
    asked = add_note(claim, body="Forty of them?", by=ed, motivation="questioning")[0]
    copied = add_note(make.snapshot(make.source(), "A barn."), body="A barn it is", by=ana)[0]
    done = add_note(article, body="Lost words", exact="The mayor left.", by=ana)[0]
    gone = add_note(article, body="Taken back", by=ed)[0]
    reply(placed, body="Look at the deed of 1904.", by=ed)
    resolve(asked, reason="Counted.", by=ana)
    withdraw_note(gone, reason="Wrong.", by=ed)
    revision, _ = ingest.reread_article(article, text=TEXT.partition("\n")[0], by=None)
    intake.read_article(revision.pk)
    return {"placed": placed, "asked": asked, "copied": copied, "lost": done, "gone": gone}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "placed asked copied lost gone"),
        ("article={article}", "placed asked lost gone"),
        ("claim={claim}", "asked"),
        ("by=ed", "asked gone"),
        ("mentions=ed", "placed"),
        ("mentions=nobody", ""),
        ("motivation=questioning", "asked"),
        ("resolved=true", "asked"),
        ("resolved=false", "placed copied lost gone"),
        ("orphan=true", "lost"),
        ("orphan=false", "placed asked copied gone"),
        ("withdrawn=true", "gone"),
        ("q=barn", "copied"),
        ("q=DEED+1904", "placed"),
        ("q=mayor", "lost"),
        ("updated_since=2999-01-01T00:00:00Z", ""),
    ],
)
def test_notes_are_found_by_filters(script, article, several, query, names):
    query = query.format(article=article.pk, claim=article.claims.first().pk)
    found = {row["id"] for row in script.get(f"/api/v1/annotations/?{query}").json()["results"]}
    assert found == {several[name].pk for name in names.split()}


@pytest.mark.parametrize("query", ["colour=red", "resolved=maybe", "motivation=praising", "order=body", "article=x"])
def test_a_filter_that_means_nothing_is_a_400(script, db, query):
    assert script.get(f"/api/v1/annotations/?{query}").status_code == 400


def test_an_orphan_is_placed(script, article, several):
    url = f"/api/v1/annotations/{several['lost'].pk}/"
    before = script.get(url).json()
    assert (before["orphan"], before["quote"]["start"], before["quote"]["anchor"]) == (True, None, "lost")
    after = script.post(f"{url}place/", {"revision": 2, "exact": "lost their work"}, format="json").json()
    assert (after["orphan"], after["quote"]["anchor"], after["quote"]["exact"]) == (False, "by_hand", "The mayor left.")


def test_a_list_takes_as_many_queries_for_more_notes(script, article, ana, ed, django_assert_num_queries):
    for n in range(8):
        note, _ = add_note(article, body=f"Note {n}", by=ana, exact="mill at")
        reply(note, body=f"Answer {n}", by=ed)
    with django_assert_num_queries(3):  # the notes, their answers, their places
        assert len(script.get("/api/v1/annotations/").json()["results"]) == 8


def test_the_notes_of_an_article_are_a_web_annotation_collection(browse, rita, article, several):
    answer = browse(rita).get(f"/articles/{article.pk}/annotations.jsonld")
    body = answer.json()
    assert answer["Content-Type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    assert (body["@context"], body["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert (body["total"], body["first"]["type"], body["first"]["partOf"]) == (3, "AnnotationPage", body["id"])
    items = body["first"]["items"]
    assert [item["motivation"] for item in items] == ["commenting", "replying", "questioning", "commenting"]
    placed, answered, asked, lost = items
    assert placed["body"] == {"type": "TextualBody", "value": "The old mill, @ed", "format": "text/markdown"}
    quote, position = placed["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "The mill")
    text = browse(rita).get(placed["target"]["source"].partition("testserver")[2]).json()["text"]
    assert text[position["start"] : position["end"]] == "The mill"
    assert answered["target"] == placed["id"]
    assert asked["target"].endswith(f"/claims/{several['asked'].claim_id}/")
    assert [one["type"] for one in lost["target"]["selector"]] == ["TextQuoteSelector"]


def test_a_long_collection_comes_in_pages(browse, rita, article, ana, monkeypatch):
    monkeypatch.setattr("claims.api.webannotations.PAGE", 2)
    for n in range(5):
        add_note(article, body=f"Note {n}", by=ana)
    client, seen = browse(rita), []
    page = client.get(f"/articles/{article.pk}/annotations.jsonld").json()["first"]
    while page:
        seen += [item["body"]["value"] for item in page["items"]]
        page = client.get(page["next"].partition("testserver")[2]).json() if "next" in page else None
    assert seen == [f"Note {n}" for n in range(5)]
