"""openapi.json: committed, valid, the one that is served"""

import json
from pathlib import Path

import pytest
from django.urls import reverse
from drf_spectacular.validation import validate_schema

from claimtracker.api.front import described
from claimtracker.core.addresses import Addresses
from tests import make

COMMITTED = Path(__file__).resolve().parents[2] / "openapi.json"


def test_the_committed_document_is_what_the_code_says():
    said = json.loads(json.dumps(described()))
    assert json.loads(COMMITTED.read_text()) == said, (
        "run: manage.py spectacular --format openapi-json --file openapi.json"
    )


def test_the_document_is_openapi_3_1():
    assert described()["openapi"].startswith("3.1")
    validate_schema(described())


def test_everybody_may_read_what_could_be_asked(visitor, db):
    answer = visitor.get("/api/v1/openapi.json")
    assert answer.json() == json.loads(COMMITTED.read_text())


def operations():
    return [
        (method, path, operation)
        for path, methods in json.loads(COMMITTED.read_text())["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_has_a_name_of_its_own_and_its_errors():
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(names) == len(set(names))
    for method, path, operation in operations():
        expected = {"401", "403", "406", "500", "503"}
        expected |= {"404"} if "{" in path else set()
        expected |= {"400", "409", "413", "415", "422"} if method == "post" else set()
        assert expected <= set(operation["responses"]), (method, path)


def test_every_filter_of_a_list_is_described_for_its_files_and_its_facets_too():
    paths = json.loads(COMMITTED.read_text())["paths"]

    def named(path: str) -> set[str]:
        return {one["name"] for one in paths[path]["get"]["parameters"]}

    filters = named("/api/v1/claims/") - {"cursor", "page_size", "order"}
    assert {"kind", "figure_overlaps", "updated_since", "q"} <= filters
    assert named("/api/v1/claims/facets/") == filters
    assert named("/claims.csv") == named("/claims.ndjson") == filters | {"order"}
    assert named("/claims.json") == named("/api/v1/claims/")


def test_the_index_links_to_everything(api, rita):
    api.force_authenticate(rita)
    for address in api.get("/api/v1/").json().values():
        assert api.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("kind", "page", "record"),
    [("claims", "claim", "api_claim"), ("articles", "article", "api_article"), ("sources", "source", "api_source")],
)
def test_the_addresses_written_out_are_those_of_the_routes(kind, page, record):
    addresses = Addresses("https://desk.example.org")
    assert addresses.record(kind, 7) == "https://desk.example.org" + reverse(record, args=[7])
    assert addresses.page(kind, 7) == "https://desk.example.org" + reverse(page, args=[7])


def test_the_links_of_a_record_lead_somewhere(api, rita):
    api.force_authenticate(rita)
    article = api.get(f"/api/v1/articles/{make.article().pk}/").json()
    for name in ("url", "claims", "citations"):
        assert api.get(article[name]).status_code == 200
