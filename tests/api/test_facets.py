"""GET /api/v1/claims/facets/"""

from claims.models import Claim
from tests import make

URL = "/api/v1/claims/facets/"


def test_a_reader_gets_the_counts_of_every_filter(api, rita):
    api.force_authenticate(rita)
    made = make.claim(kind="troops", stage="open")
    answer = api.get(f"{URL}?kind=troops").json()
    assert answer["complete"] is True
    assert answer["counted"] == Claim.objects.filter(kind="troops").count()
    named = {"kind", "stage", "verdict", "comparator", "flag", "country", "source", "article", "place", "unit"}
    assert named <= set(answer["facets"])
    assert {"value": "troops", "label": "Troops", "count": answer["counted"], "chosen": True} in answer["facets"][
        "kind"
    ]
    assert str(made.article_id) in [bucket["value"] for bucket in answer["facets"]["article"]]


def test_the_counts_are_what_the_list_gives(api, rita):
    api.force_authenticate(rita)
    make.article()
    make.claim(stage="open")
    for name, buckets in api.get(URL).json()["facets"].items():
        for bucket in buckets:
            found = api.get("/api/v1/claims/", {name: bucket["value"], "page_size": 200}).json()["results"]
            assert len(found) == bucket["count"], (name, bucket)


def test_facets_refuse_what_the_list_refuses_and_have_no_pages(api, rita):
    api.force_authenticate(rita)
    assert api.get(f"{URL}?kid=troops").status_code == 400
    answer = api.get(f"{URL}?page_size=10")
    assert answer.status_code == 400
    assert "page_size" not in answer.json()["errors"][0]["detail"].partition("Legal are")[2]


def test_facets_take_five_queries_at_most(api, rita, django_assert_max_num_queries):
    api.force_authenticate(rita)
    for _ in range(3):
        make.article()
    with django_assert_max_num_queries(5):
        api.get(URL)
