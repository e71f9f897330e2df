"""The queue under a name; and other filters in a view that is there already."""

from __future__ import annotations

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claimtracker.core.models import SavedView, Subscription
from claimtracker.core.notices.following import NothingToWatch, watch
from claimtracker.core.notices.views import save_view
from claimtracker.core.refusals import NotAllowed, Unacceptable
from tests import make


@pytest.fixture
def article(db):
    """Four claims."""
    return make.article(title="High water")


def save(ana, name="Disputed first", query="flag=disputed", page="review", **more):
    return save_view(name=name, page=page, query=query, by=ana, **more)


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return unescape(answer.content.decode())


class TestTheQueue:
    def test_the_journey_of_a_view_of_the_queue(self, browse, ana, ed, article):
        client, other = browse(ana), browse(ed)
        assert "Saved views" not in read(client, "/review/")
        html = read(client, f"/review/?article={article.pk}&mine=false")
        there = f"/views/add/?page=review&query=article%3D{article.pk}%26mine%3Dfalse"
        assert f'href="{there}"' in html
        assert "It shows the queue with" in read(client, there)
        fields = {"name": "High water", "page": "review", "query": f"article={article.pk}&mine=false", "shared": "on"}
        address = client.post("/views/add/", fields)["Location"]
        assert client.get(address)["Location"] == f"/review/?article={article.pk}&mine=false"
        shown = read(client, client.get(address)["Location"])
        assert f'<a href="{address}" aria-current="page"><bdi>High water</bdi></a>' in shown
        assert "<bdi>High water</bdi>" in read(other, "/review/")
        assert (
            "High water"
            not in read(other, "/claims/").partition('<nav aria-label="Saved views"')[2].partition("</nav>")[0]
        )
        assert "<span>Review</span>" in read(other, "/views/")

    def test_what_was_put_off_stays_beside_it(self, browse, ana, article):
        save(ana)
        assert '<li><a href="/review/?put_off=too"' in read(browse(ana), "/review/?put_off=too")

    def test_it_is_nothing_to_watch_and_that_is_said(self, browse, ana):
        view = save(ana)
        client = browse(ana)
        for address in ("/review/?flag=disputed", "/views/"):
            main = read(client, address).partition("<main")[2]
            assert "Watch" not in main
            assert ".atom" not in main
        read(client, f"/views/{view.slug}.atom", status=404)
        with pytest.raises(NothingToWatch, match="depends on who looks"):
            watch("view", view.pk, by=ana)
        assert not Subscription.objects.exists()

    def test_what_the_queue_does_not_understand_is_not_saved(self, ana):
        for query in ("colour=red", "mine=perhaps", "put_off=too"):
            with pytest.raises(Unacceptable, match="understood"):
                save(ana, query=query)
        assert not SavedView.objects.exists()

    def test_who_may_not_review_keeps_no_queue(self, browse, ana, rita):
        with pytest.raises(NotAllowed):
            save(rita)
        view = save(ana, shared=True)
        client = browse(rita)
        assert client.get(client.get(f"/views/{view.slug}/")["Location"]).status_code == 403

    def test_a_script_keeps_one_too(self, api, ana):
        api.force_authenticate(ana)
        made = api.post("/api/v1/views/", {"name": "Mine", "list": "review", "query": "mine=true"}, format="json")
        assert made.status_code == 201
        assert (made.json()["list"], made.json()["feed"]) == ("review", None)
        refused = api.post("/api/v1/subscriptions/", {"kind": "view", "object": made.json()["id"]}, format="json")
        assert (refused.status_code, refused.json()["code"]) == (422, "nothing_to_watch")

    def test_views_are_no_more_queries(self, browse, ana, article):
        client, counts = browse(ana), []
        for number in range(2):
            for one in range(number * 5):
                save(ana, name=f"View {one}")
            read(client, "/review/?stage=suggested")
            with CaptureQueriesContext(connection) as queries:
                read(client, "/review/?stage=suggested")
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 10


@pytest.mark.parametrize(("page", "path"), [("claims", "/claims/"), ("review", "/review/")])
class TestKeepingFilters:
    def test_its_owner_keeps_other_filters_in_it(self, browse, ana, article, page, path):
        view = save(ana, "Casualties", "kind=casualties", page)
        client = browse(ana)
        there = f"/views/{view.slug}/edit/?query=kind%3Dtroops"
        assert f'href="{there}"' in read(client, f"{path}?kind=troops")
        html = read(client, there)
        assert html.index("kind: troops") < html.index("Until now") < html.index("kind: casualties")
        answer = client.post(f"/views/{view.slug}/edit/", {"name": "Casualties", "query": "kind=troops"})
        assert answer["Location"] == f"/views/{view.slug}/"
        assert client.get(answer["Location"])["Location"] == f"{path}?kind=troops"
        assert "Keep these filters" not in read(client, f"{path}?kind=troops")

    def test_a_shared_one_of_somebody_else_is_theirs(self, browse, ana, ed, page, path):
        view = save(ana, "Casualties", "kind=casualties", page, shared=True)
        client = browse(ed)
        assert "Keep these filters" not in read(client, f"{path}?kind=troops")
        assert client.post(f"/views/{view.slug}/edit/", {"name": "Mine", "query": ""}).status_code == 404
        view.refresh_from_db()
        assert view.query == "kind=casualties"

    def test_filters_that_mean_nothing_are_refused_and_the_view_is_as_it_was(self, browse, ana, page, path):
        view = save(ana, "Casualties", "kind=casualties", page)
        answer = browse(ana).post(f"/views/{view.slug}/edit/", {"name": "Other", "query": "colour=red"})
        html = unescape(answer.content.decode())
        assert answer.status_code == 422
        assert "There is no parameter “colour”" in html
        assert 'value="Other"' in html
        view.refresh_from_db()
        assert (view.name, view.query) == ("Casualties", "kind=casualties")


def test_renaming_leaves_the_filters_alone(browse, ana):
    view = save(ana)
    browse(ana).post(f"/views/{view.slug}/edit/", {"name": "Objections"})
    view.refresh_from_db()
    assert (view.name, view.query) == ("Objections", "flag=disputed")


def test_of_an_outdated_view_what_is_understood_can_be_kept(browse, ana):
    view = save(ana, query="kind=troops")
    SavedView.objects.update(query="colour=red&kind=troops")
    html = read(browse(ana), f"/views/{view.slug}/", status=409)
    assert f'href="/views/{view.slug}/edit/?query=kind%3Dtroops"' in html
