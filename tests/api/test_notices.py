"""Notifications, subscriptions and saved views by the API: one's own, small and strict."""

from __future__ import annotations

import pytest

from claimtracker.core.happenings import tell
from claimtracker.core.models import Notice, SavedView, Subscription
from claimtracker.core.notices.following import follow, watch
from claimtracker.core.notices.telling import tell_people
from tests import make
from tests.conftest import person

TOLD, WATCHED, VIEWS = "/api/v1/notifications/", "/api/v1/subscriptions/", "/api/v1/views/"


@pytest.fixture
def script(api, ana):
    api.force_authenticate(ana)
    return api


@pytest.fixture
def told(ana):
    follow(ana, "claim", 17)
    for number in range(3):
        tell(
            "note.added", by=None, subjects=[("claim", 17), ("article", 3)], words=f"Note {number}.", path="/claims/17/"
        )
    tell_people(lambda: True)
    return list(Notice.objects.order_by("id"))


class TestNotifications:
    def test_they_come_newest_first_each_with_what_why_and_where(self, script, told):
        rows = script.get(TOLD).json()["results"]
        assert [row["words"] for row in rows] == ["Note 2.", "Note 1.", "Note 0."]
        row = rows[0]
        assert script.get(row["url"]).json() == row
        assert (row["event"], row["by"], row["seen_at"]) == ("note.added", None, None)
        assert row["page"] == "http://testserver/claims/17/"
        assert row["subjects"] == [{"kind": "claim", "id": 17}, {"kind": "article", "id": 3}]
        assert row["because"] == {"kind": "claim", "id": 17}

    def test_some_or_all_are_marked_as_read(self, script, told):
        assert script.post(f"{TOLD}read/", {"ids": [told[0].pk]}, format="json").json() == {"read": 1}
        assert len(script.get(f"{TOLD}?unread=true").json()["results"]) == 2
        assert script.post(f"{TOLD}read/", {}, format="json").json() == {"read": 2}
        assert script.get(f"{TOLD}?unread=true").json()["results"] == []

    def test_another_persons_are_not_there(self, api, rita, told):
        api.force_authenticate(rita)
        assert api.get(TOLD).json()["results"] == []
        assert api.get(f"{TOLD}{told[0].pk}/").status_code == 404
        assert api.post(f"{TOLD}read/", {"ids": [told[0].pk]}, format="json").json() == {"read": 0}

    @pytest.mark.parametrize("query", ["colour=red", "unread=maybe", "event=claim.eaten"])
    def test_what_means_nothing_is_refused(self, script, told, query):
        assert script.get(f"{TOLD}?{query}").status_code == 400

    def test_a_list_costs_the_same_for_many(self, script, told, django_assert_max_num_queries):
        with django_assert_max_num_queries(2):  # the role, the rows
            script.get(TOLD)

    def test_the_ways_are_shown_and_changed(self, script, ana):
        before = script.get(f"{TOLD}settings/").json()
        assert before["follows_own_work"] is True
        assert {"event": "note.added", "words": "A note is added", "how": "digest"} in before["events"]
        sent = {"events": {"note.added": "off"}, "follows_own_work": False}
        after = script.patch(f"{TOLD}settings/", sent, format="json").json()
        assert after["follows_own_work"] is False
        assert {row["event"]: row["how"] for row in after["events"]}["note.added"] == "off"

    @pytest.mark.parametrize(
        ("sent", "status"),
        [({"events": {"claim.eaten": "now"}}, 422), ({"events": {"note.added": "loudly"}}, 400), ({"colour": 1}, 400)],
    )
    def test_a_way_that_is_none_changes_nothing(self, script, ana, sent, status):
        assert script.patch(f"{TOLD}settings/", sent, format="json").status_code == status
        assert ana.notice_preferences.count() == 0


class TestSubscriptions:
    def test_watching_begins_once_and_ends(self, script, ana):
        claim = make.claim()
        sent = {"kind": "claim", "object": claim.pk}
        first, again = (script.post(WATCHED, sent, format="json") for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 200)
        assert first["Location"] == first.json()["url"]
        assert script.get(WATCHED).json()["results"] == [first.json()]
        assert script.delete(first.json()["url"]).status_code == 204
        assert script.get(WATCHED).json()["results"] == []
        assert script.get(first.json()["url"]).status_code == 404
        assert not Subscription.objects.get().watching

    @pytest.mark.parametrize(
        ("sent", "status"),
        [({"kind": "claim", "object": 4711}, 422), ({"kind": "person", "object": 1}, 400), ({"kind": "claim"}, 400),
         ({"kind": "claim", "object": 0}, 400), ({"kind": "claim", "object": 2**63}, 400)],
    )  # fmt: skip
    def test_what_is_not_there_is_not_watched(self, script, sent, status):
        assert script.post(WATCHED, sent, format="json").status_code == status
        assert not Subscription.objects.exists()

    def test_another_persons_is_not_there(self, script, rita):
        follow(rita, "claim", 17)
        row = Subscription.objects.get()
        assert script.delete(f"{WATCHED}{row.pk}/").status_code == 404
        row.refresh_from_db()
        assert row.watching


class TestViews:
    sent = {"name": "Troops", "list": "claims", "query": "kind=troops&cursor=x"}

    def test_a_view_is_saved_changed_and_deleted(self, script, ana):
        made = script.post(VIEWS, self.sent, format="json")
        body = made.json()
        assert made.status_code == 201
        assert (body["query"], body["shared"], body["owner"]["username"]) == ("kind=troops", False, "ana")
        assert script.get(body["url"]).json() == body
        changed = script.patch(body["url"], {"name": "Soldiers", "shared": True}, format="json").json()
        assert (changed["name"], changed["shared"], changed["page"]) == ("Soldiers", True, body["page"])
        assert script.get(VIEWS).json()["results"] == [changed]
        assert script.delete(body["url"]).status_code == 204
        assert not SavedView.objects.exists()

    @pytest.mark.parametrize(
        ("change", "status", "code"),
        [({"query": "colour=red"}, 422, "unacceptable"), ({"list": "horses"}, 422, "unacceptable"),
         ({"name": ""}, 422, "unacceptable"), ({"name": "x" * 81}, 400, "invalid"), ({"colour": 1}, 400, "invalid")],
    )  # fmt: skip
    def test_what_is_not_understood_is_not_saved(self, script, change, status, code):
        answer = script.post(VIEWS, self.sent | change, format="json")
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert not SavedView.objects.exists()

    def test_a_name_is_taken_once(self, script):
        script.post(VIEWS, self.sent, format="json")
        answer = script.post(VIEWS, self.sent, format="json")
        assert (answer.status_code, answer.json()["code"]) == (409, "name_taken")

    def test_others_see_a_shared_one_and_change_none(self, script, api, ana):
        body = script.post(VIEWS, self.sent, format="json").json()
        api.force_authenticate(person("eve", "editor"))
        assert api.get(body["url"]).status_code == 404
        SavedView.objects.update(shared=True)
        assert api.get(body["url"]).status_code == 200
        assert api.patch(body["url"], {"name": "Mine"}, format="json").status_code == 403
        assert api.delete(body["url"]).status_code == 403
        assert SavedView.objects.get().name == "Troops"

    def test_where_the_desk_is_open_a_visitor_sees_what_is_shared_and_saves_nothing(self, api, ana, settings):
        settings.PUBLIC_READ = True
        SavedView.objects.create(owner=ana, name="Shared", slug="shared-1", page="claims", shared=True)
        SavedView.objects.create(owner=ana, name="Hidden", slug="hidden-1", page="claims")
        assert [row["name"] for row in api.get(VIEWS).json()["results"]] == ["Shared"]
        assert api.post(VIEWS, self.sent, format="json").status_code == 401
        assert api.get(TOLD).status_code == 401

    def test_a_view_of_ones_own_is_watched_by_the_api(self, script, ana):
        body = script.post(VIEWS, self.sent, format="json").json()
        answer = script.post(WATCHED, {"kind": "view", "object": body["id"]}, format="json")
        assert answer.status_code == 201
        watch("view", body["id"], by=ana)
        assert Subscription.objects.count() == 1
