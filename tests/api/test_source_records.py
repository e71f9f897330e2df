"""POST and PATCH /sources/: records by hand, with where each field came from; grades; a file of references."""

from __future__ import annotations

import json

import pytest
from rest_framework.test import APIClient

from sources.models import Source
from sources.naming import record_of
from tests import make

SOURCES = "/api/v1/sources/"
RECORD = {
    "type": "report",
    "title": "Rivers of the north",
    "authors": [{"family": "Okello", "given": "Bea"}],
    "publisher": "Ministry of Rivers",
    "issued": "2023-05",
    "address": "https://rivers.example/north",
    "doi": "https://doi.org/10.5555/NORTH",
}


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


@pytest.fixture
def editor(ed):
    client = APIClient()
    client.force_authenticate(ed)
    return client


def test_a_work_is_added(script):
    answer = script.post(SOURCES, RECORD, format="json")
    body = answer.json()
    assert answer.status_code == 201
    assert answer["Location"] == body["url"]
    assert (body["doi"], body["issued"], body["origin"]) == ("10.5555/north", "2023-05", "by_hand")
    assert body["csl"]["issued"] == {"date-parts": [[2023, 5]]}


def test_the_names_of_csl_do_too_and_so_does_a_whole_record(script):
    one = script.post(
        SOURCES, {"title": "A", "container-title": "B", "author": [{"literal": "C"}], "page": "7"}, format="json"
    )
    assert (one.json()["container"], one.json()["authors"]) == ("B", [{"literal": "C"}])
    assert one.json()["csl"]["page"] == "7"
    csl = {"title": "Another", "type": "book", "ISBN": "9783161484100", "issued": {"date-parts": [[2020]]}}
    two = script.post(SOURCES, {"csl": csl}, format="json").json()
    assert (two["type"], two["issued"], two["csl"]["ISBN"]) == ("book", "2020", "9783161484100")


@pytest.mark.parametrize("again", [
    {"title": "Else", "doi": "10.5555/north"},
    {"title": "Else", "address": "http://www.rivers.example/north/?utm_source=a"},
])  # fmt: skip
def test_a_known_address_or_doi_names_the_source_that_has_it(script, again):
    there = script.post(SOURCES, RECORD, format="json").json()
    answer = script.post(SOURCES, again, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "source_known")
    assert (answer.json()["source"], answer.json()["merge"]) == (there["id"], f"/api/v1/sources/{there['id']}/merge/")
    other = make.source()
    answer = script.patch(f"{SOURCES}{other.pk}/", again, format="json")
    assert (answer.status_code, answer.json()["source"]) == (409, there["id"])


def test_twice_the_same_record_without_keys_is_known(script):
    script.post(SOURCES, {"title": "Only a title"}, format="json")
    assert script.post(SOURCES, {"title": "Only a  title"}, format="json").status_code == 409


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "no_work"),
        ({"publisher": "Nobody"}, 422, "no_work"),
        ({"title": "x", "colour": "red"}, 400, "unknown_field"),
        ({"title": "x", "type": "leaflet"}, 400, "invalid_choice"),
        ({"title": "x", "issued": "soon"}, 422, "bad_record"),
        ({"title": "x", "issued": {"date-parts": [["soon"]]}}, 422, "bad_record"),
        ({"title": "x", "authors": ["Bea"]}, 422, "bad_record"),
        ({"title": "x", "address": "ftp://a.example"}, 422, "bad_record"),
        ({"title": "x", "doi": "eleven"}, 422, "bad_record"),
        ({"title": "x", "csl": {"colour": "red"}}, 422, "bad_record"),
        ({"title": "x", "csl": []}, 422, "bad_record"),
        ({"title": "x", "archive_address": "javascript:1"}, 422, "invalid"),
        ({"title": "\x00"}, 422, "bad_record"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(script, body, status, code):
    answer = script.post(SOURCES, body, format="json")
    said = answer.json()
    assert (answer.status_code, said["code"] if status == 422 else said["errors"][0]["code"]) == (status, code), said
    assert not Source.objects.exists()


def test_a_correction_keeps_the_rest_and_says_what_a_person_wrote(script):
    work = make.source(title="Rivres", container="The Post", origin="entry", csl={"page": "4", "note": "x"})
    url = f"{SOURCES}{work.pk}/"
    body = script.patch(url, {"title": "Rivers", "page": "5", "issued": "2024~"}, format="json").json()
    assert (body["title"], body["container"], body["issued"]) == ("Rivers", "The Post", "2024~")
    assert body["csl"]["page"] == "5"
    assert body["csl"]["note"] == "x"
    assert body["csl"]["issued"] == {"date-parts": [[2024]], "circa": True}
    assert body["origins"] == {"title": "by_hand", "page": "by_hand", "issued": "by_hand"}
    body = script.patch(url, {"container": None, "page": None}, format="json").json()
    assert body["container"] is None
    assert "page" not in body["csl"]


def test_a_work_keeps_some_name(script):
    work = make.source(title="Rivers")
    assert script.patch(f"{SOURCES}{work.pk}/", {"title": None}, format="json").json()["code"] == "no_work"


def test_a_new_address_is_the_key_it_is_found_by(script):
    work = make.source(title="Rivers")
    script.patch(f"{SOURCES}{work.pk}/", {"address": "https://www.rivers.example/x/"}, format="json")
    work.refresh_from_db()
    assert work.address_key == "https://rivers.example/x"


def test_a_merged_one_is_not_changed(script):
    last = make.source()
    answer = script.patch(f"{SOURCES}{make.source(merged_into=last).pk}/", {"title": "x"}, format="json")
    assert (answer.status_code, answer.json()["into"]) == (409, last.pk)


def test_an_editor_grades_with_a_reason(editor, script):
    work = make.source(title="Rivers")
    url = f"{SOURCES}{work.pk}/"
    assert (
        editor.patch(url, {"reliability": "B"}, format="json").json()["errors"][0]["pointer"] == "/reliability_reason"
    )
    body = editor.patch(url, {"reliability": "B", "reason": "Mostly right."}, format="json").json()
    assert (body["reliability"], body["reliability_reason"]) == ("B", "Mostly right.")
    body = editor.patch(url, {"state": "retracted", "state_reason": "Withdrawn by its house."}, format="json").json()
    assert (body["state"], body["state_reason"]) == ("retracted", "Withdrawn by its house.")
    body = editor.patch(url, {"reliability": None, "state": "active"}, format="json").json()
    assert (body["reliability"], body["reliability_reason"], body["state"]) == (None, None, "active")
    refused = script.patch(url, {"title": "Other", "reliability": "A", "reason": "x"}, format="json")
    work.refresh_from_db()
    assert (refused.status_code, work.title) == (403, "Rivers")


def test_a_family_is_that_of_its_publisher(editor, script):
    first, second = make.source(publisher="Delta Press"), make.source(publisher="delta press")
    paper, other = make.source(container="Delta Press"), make.source(publisher="Else")
    editor.patch(f"{SOURCES}{first.pk}/", {"family": "Delta Group", "everywhere": True}, format="json")
    for work in (first, second, paper, other):
        work.refresh_from_db()
    assert [work.family for work in (first, second, paper, other)] == ["Delta Group"] * 3 + [""]
    new = script.post(SOURCES, {"title": "New", "publisher": "Delta Press"}, format="json").json()
    assert (new["family"], new["origins"]) == ("Delta Group", {"family": "publisher"})
    assert [row["id"] for row in script.get(SOURCES, {"family": "delta group", "q": "New"}).json()["results"]] == [
        new["id"]
    ]


BIB = """
@book{a, title={Rivers}, author={Okello, Bea}, year=2020, publisher={Lima Press}}
@article{b, title={Cattle}, doi={10.5555/b}, journal={Corn}, year=2021}
@misc{c, note={nothing}}
"""


def test_a_file_of_references_is_taken_once(script):
    there = make.source(title="Known", doi="10.5555/b")
    body = script.post(f"{SOURCES}import/", {"text": BIB}, format="json").json()
    assert (body["format"], body["records"], len(body["new"]), body["there"]) == ("bibtex", 3, 1, [there.pk])
    assert any("names no work" in said for said in body["problems"])
    there.refresh_from_db()
    assert there.title == "Known"
    again = script.post(f"{SOURCES}import/", {"text": BIB}, format="json").json()
    assert (again["new"], again["there"]) == ([], sorted([there.pk, *body["new"]]))


def test_what_is_exported_comes_back_as_it_was(script):
    given = {
        **{name: value for name, value in RECORD.items() if name not in ("address", "doi")},
        "csl": {"page": "4-7", "accessed": {"date-parts": [[2024, 2, 3]]}, "editor": [{"family": "Ng", "given": "A"}]},
    }
    made = script.post(SOURCES, given, format="json").json()
    Source.objects.filter(pk=made["id"]).update(entry_key=None)
    body = script.post(f"{SOURCES}import/", {"text": json.dumps([made["csl"]])}, format="json").json()
    back = script.get(f"{SOURCES}{body['new'][0]}/").json()["csl"]
    assert {name: value for name, value in back.items() if name != "id"} == {
        name: value for name, value in made["csl"].items() if name != "id"
    }


def test_every_record_that_leaves_can_come_in(script):
    made = script.post(SOURCES, RECORD, format="json").json()
    assert record_of(made["csl"]).title == RECORD["title"]


def test_merging_by_the_api(editor):
    one, other = make.source(title="One", issued="2020"), make.source(title="Other")
    url = f"{SOURCES}{one.pk}/"
    preview = editor.get(f"{url}merge/", {"into": other.pk}).json()
    assert {field["name"]: field["outcome"] for field in preview["merged_fields"]}["issued"] == "fills"
    body = editor.post(f"{url}merge/", {"into": other.pk, "reason": "Twins.", "take": ["title"]}, format="json").json()
    assert (body["id"], body["title"], body["issued"]) == (other.pk, "One", "2020")
    assert editor.get(url).json()["merged_into"] == other.pk
    assert one.pk not in [row["id"] for row in editor.get(SOURCES).json()["results"]]
    assert editor.post(f"{url}unmerge/", {}, format="json").json()["merged_into"] is None
    assert editor.get(f"{url}merge/").status_code == 400
    assert editor.post(f"{url}merge/", {"into": one.pk}, format="json").json()["code"] == "cannot_merge"


def test_suggestions_by_the_api(script):
    one, twin = make.source(title="Rivers of the far north"), make.source(title="Rivers of the far north")
    url = f"{SOURCES}suggestions/"
    assert [row["source"]["id"] for row in script.get(url, {"source": one.pk}).json()["results"]] == [twin.pk]
    found = script.get(url, {"reference": "Rivers of the far north"}).json()["results"]
    assert [row["source"]["id"] for row in found] == [twin.pk, one.pk]
    assert found[0]["why"] == ["same title"]
    assert script.get(url).json() == {"results": []}
    assert script.get(url, {"source": 999_999}).json() == {"results": []}
    assert script.get(url, {"colour": "red"}).status_code == 400
