"""The API's documentation page: everything that openapi.json says, as a page that needs no script."""

from __future__ import annotations

import json
import re
import shlex
from urllib.parse import urlsplit

import pytest

from claimtracker.api.front import described
from claimtracker.api.manual import read_manual
from claimtracker.api.wording import read_kind
from tests import make
from tests.web.test_frame import INLINE, words

HERE = "http://testserver"


def calls():
    return [
        (method.upper(), path, call)
        for path, methods in described()["paths"].items()
        for method, call in methods.items()
    ]


def operations():
    manual = read_manual(described(), HERE)
    return [one for resource in manual.resources for one in (*resource.operations, *resource.files)]


@pytest.fixture
def shown(visitor, db) -> str:
    answer = visitor.get("/api/v1/docs/")
    assert answer.status_code == 200
    return words(answer)


def test_every_operation_stands_on_the_page(shown):
    for method, path, call in calls():
        assert f'id="{call["operationId"]}"' in shown
        assert path in shown, (method, path)


def test_every_parameter_and_its_legal_words_stand_on_the_page(shown):
    for _, path, call in calls():
        for one in call.get("parameters", ()):
            said = path if one["in"] == "path" else f"<code>{one['name']}</code>"
            assert said in shown, path
            schema = one["schema"].get("items", one["schema"])
            for word in schema.get("enum", ()):
                assert f"<code>{word}</code>" in shown, (path, one["name"])


def test_every_parameter_of_a_list_says_what_it_means():
    silent = {
        one["name"] for _, _, call in calls() for one in call.get("parameters", ())
        if one["in"] != "path" and len(one.get("description", "").removesuffix("May be given several times.")) < 10
    }  # fmt: skip
    assert silent == set()


def test_every_field_of_every_shape_stands_on_the_page(shown):
    for name, schema in described()["components"]["schemas"].items():
        place = shown.partition(f'<h3 id="shape-{name}">')[2].partition("</article>")[0]
        for field in schema.get("properties", ()):
            assert f"<dt><code>{field}</code></dt>" in place, (name, field)


def test_every_link_within_the_page_leads_somewhere(shown):
    places = set(re.findall(r'\bid="([^"]+)"', shown))
    assert set(re.findall(r'href="#([^"]+)"', shown)) - places == set()


def test_no_place_on_the_page_has_two_things(shown):
    places = re.findall(r'\bid="([^"]+)"', shown)
    assert sorted(places) == sorted(set(places))


def test_it_needs_nothing_from_elsewhere_and_nothing_inline(visitor, db):
    answer = visitor.get("/api/v1/docs/")
    page = words(answer)
    assert not INLINE.search(page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]


def test_who_is_signed_in_is_greeted_by_the_frame(browse, rita):
    assert "Rita, reader" in words(browse(rita).get("/api/v1/docs/"))


def test_the_examples_ask_this_desk(shown):
    assert f"{HERE}/api/v1/articles/?page_size=200" in shown
    assert "$TOKEN" in shown


def test_every_example_can_be_pasted(api, ed):
    """Each is split as a shell does, and asked."""
    make.article()
    api.force_authenticate(ed)
    for one in operations():
        line = shlex.split(one.example)
        address = urlsplit(line[-1])
        assert f"{address.scheme}://{address.netloc}" == HERE
        if one.method == "GET":
            answer = api.get(f"{address.path}?{address.query}", HTTP_ACCEPT="*/*")
            assert answer.status_code in (200, 404, 422), (one.name, answer.status_code)
        elif one.method == "DELETE":
            assert api.delete(address.path).status_code in (204, 404), one.name
        else:
            body = json.loads(line[line.index("-d") + 1])
            seen = next((word.partition(": ")[2] for word in line if word.startswith("If-Match")), "")
            more = {"content_type": "application/json"} | ({"HTTP_IF_MATCH": seen} if seen else {})
            answer = api.generic(one.method, address.path, json.dumps(body), **more)
            # Understood; that there may be no record 1, no such words in it, or that it is one's own
            # is another matter.
            assert answer.status_code in (200, 201, 403, 404, 409, 412, 422), (one.name, answer.json())


def test_the_files_of_a_list_name_its_parameters_instead_of_repeating_them():
    by_name = {one.name: one for one in operations()}
    assert by_name["get_claims_csv"].like == "list_claims"
    assert by_name["get_claims_csv"].without == ("cursor", "page_size")
    assert by_name["get_claims_csv"].parameters == ()
    assert [one.name for one in by_name["get_sources_by_id_csv"].parameters] == ["source"]
    assert by_name["list_claims"].like == ""


@pytest.mark.parametrize(
    ("schema", "said", "legal"),
    [
        ({"type": "string"}, "text", ()),
        ({"type": ["string", "null"]}, "text or null", ()),
        ({"type": "string", "format": "date"}, "day", ()),
        ({"type": ["string", "null"], "enum": ["lost", None]}, "word or null", ("lost",)),
        ({"$ref": "#/components/schemas/Claim"}, "Claim", ()),
        ({"oneOf": [{"$ref": "#/components/schemas/Claim"}, {"type": "null"}]}, "Claim or null", ()),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Claim"}}, "list of Claim", ()),
        ({"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}, "list of words", ("a", "b")),
        ({"type": "array", "items": {}}, "list", ()),
        (
            {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "integer"}}},
            "object whose values are list of whole number",
            (),
        ),
    ],
)
def test_a_type_is_said_in_words(schema, said, legal):
    kind = read_kind(schema)
    assert (str(kind), kind.legal) == (said, legal)


@pytest.mark.parametrize(
    ("schema", "limits"),
    [
        ({"type": "integer", "minimum": 1, "maximum": 200, "default": 50}, ("from 1 to 200", "without it 50")),
        ({"type": "integer", "minimum": 1, "maximum": 2**63 - 1}, ("at least 1",)),
        ({"type": "string", "maxLength": 2000}, ("at most 2,000 characters",)),
        ({"type": "string"}, ()),
    ],
)
def test_limits_are_told_where_they_help(schema, limits):
    assert read_kind(schema).limits == limits
