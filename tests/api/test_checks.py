"""Asking for a source, the tries, the pin, and what happened to sources, for scripts."""

from __future__ import annotations

import pytest

from sources import keeping
from sources.models import Host, Watch
from tests import make
from tests.sources.watch.conftest import asked, html, no_pause, site, site_at  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db


def test_asking_answers_202_and_says_where_to_look(api, ana, site):  # noqa: F811
    source = site.source()
    api.force_authenticate(ana)
    answer = api.post(f"/api/v1/sources/{source.pk}/fetch/")
    assert answer.status_code == 202
    assert answer["Location"].endswith(f"/api/v1/sources/{source.pk}/checks/")
    body = answer.json()
    assert (body["state"], body["link"]["state"], body["checks"]) == ("due", None, answer["Location"])
    assert body["link"]["next_at"] is not None
    keeping.take()
    assert api.post(f"/api/v1/sources/{source.pk}/fetch/").json()["state"] == "running"


def test_what_has_no_address_is_a_409(api, ana):
    api.force_authenticate(ana)
    answer = api.post(f"/api/v1/sources/{make.source().pk}/fetch/")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_address")


def test_every_try_is_listed_the_newest_first(api, ana, site):  # noqa: F811
    site.answers["/flood"] = html()
    source = site.source()
    asked(source)
    del site.answers["/flood"]
    asked(source)
    api.force_authenticate(ana)
    failed, whole = api.get(f"/api/v1/sources/{source.pk}/checks/").json()["results"]
    assert (failed["outcome"], failed["link"], failed["turned"], failed["http_status"]) == (
        "failed", "suspect", True, 404)  # fmt: skip
    assert failed["problem"].startswith("The site says that there is no such page.")
    assert (whole["outcome"], whole["problem"], whole["hops"]) == (
        "new_copy", None, [{"address": site.address(), "status": 200}])  # fmt: skip
    assert "/api/v1/snapshots/" in whole["snapshot"]
    page = api.get(f"/api/v1/sources/{source.pk}/checks/?page_size=1").json()
    assert api.get(page["next"]).json()["results"] == [whole]
    only = api.get(f"/api/v1/sources/{source.pk}/checks/?outcome=new_copy").json()["results"]
    assert only == [whole]


def test_a_try_under_way_is_seen(api, ana, site):  # noqa: F811
    source = site.source()
    api.force_authenticate(ana)
    api.post(f"/api/v1/sources/{source.pk}/fetch/")
    keeping.take()
    only = api.get(f"/api/v1/sources/{source.pk}/checks/").json()["results"][0]
    assert (only["outcome"], only["finished_at"], only["by"], only["why"]) == (None, None, "ana", "asked")


def test_a_source_says_how_its_link_does_and_how_many_copies_there_are(api, ana, site, settings):  # noqa: F811
    settings.WATCH_DAYS = 7
    site.answers["/flood"] = html()
    source, gone = site.source(), site.source("/gone")
    keeping.fetch_due()
    api.force_authenticate(ana)
    fine = api.get(f"/api/v1/sources/{source.pk}/").json()
    assert (fine["link"]["state"], fine["link"]["problem"], fine["snapshots"]) == ("alive", None, 1)
    assert fine["link"]["checked_at"] < fine["link"]["next_at"]
    bad = api.get(f"/api/v1/sources/{gone.pk}/").json()
    assert (bad["link"]["state"], bad["snapshots"]) == ("suspect", 0)
    assert bad["link"]["problem"].startswith("The site says")


@pytest.mark.parametrize(
    ("query", "paths"),
    [("link=alive", {"/flood"}), ("link=suspect", {"/gone"}), ("link=never", {"", "/new"}), ("link=dead", set()),
     ("link=alive&link=never", {"/flood", "", "/new"})],
)  # fmt: skip
def test_sources_are_filtered_by_their_link(api, ana, site, query, paths):  # noqa: F811
    site.answers["/flood"] = html()
    made = {source.pk: path for path in ("/flood", "/gone", "/new") for source in [site.source(path)]}
    made[make.source().pk] = ""
    for pk, path in made.items():
        if path in ("/flood", "/gone"):
            asked(Watch.objects.get(pk=pk).source)
    api.force_authenticate(ana)
    found = api.get(f"/api/v1/sources/?{query}").json()["results"]
    assert {made[row["id"]] for row in found if row["id"] in made} == paths


def test_an_unknown_state_is_a_400(api, ana):
    api.force_authenticate(ana)
    assert api.get("/api/v1/sources/?link=gone").status_code == 400


def test_a_link_is_pinned_and_let_go(api, ana, site):  # noqa: F811
    source = site.source()
    api.force_authenticate(ana)
    url = f"/api/v1/sources/{source.pk}/link/"
    pinned = api.post(url, {"state": "dead", "reason": "A parked domain."}, format="json").json()["link"]
    assert (pinned["state"], pinned["pinned"]) == ("dead", "A parked domain.")
    assert api.post(url, {"state": None}, format="json").json()["link"]["pinned"] is None
    for wrong in ({"state": "held", "reason": "x"}, {"state": "dead"}, {"state": 3}, {"link": "dead"}):
        assert api.post(url, wrong, format="json").status_code in (400, 422)


def test_what_happened_to_sources_is_a_list(api, browse, ana, site):  # noqa: F811
    site.answers["/flood"] = html()
    source = site.source()
    asked(source)
    asked(source)
    del site.answers["/flood"]
    asked(source)
    Host.objects.update(next_at=None)
    rows = browse(ana).get("/sources/changes.json").json()["results"]
    assert [(row["outcome"], row["link"]) for row in rows] == [("failed", "suspect"), ("new_copy", "alive")]
    assert browse(ana).get(f"/sources/changes.json?source={make.source().pk}").json()["results"] == []
    lines = b"".join(browse(ana).get("/sources/changes.csv").streaming_content).decode().splitlines()
    assert len(lines) == 3


def test_the_list_of_sources_stays_at_few_queries(api, ana, site, django_assert_max_num_queries):  # noqa: F811
    for number in range(20):
        site.source(f"/{number}")
    api.force_authenticate(ana)
    with django_assert_max_num_queries(5):
        assert len(api.get("/api/v1/sources/").json()["results"]) == 20
