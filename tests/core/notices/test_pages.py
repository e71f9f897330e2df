"""The pages of notifications: what is unread, reading it, and choosing what comes by e-mail."""

from __future__ import annotations

import pytest

from claimtracker.core.models import Notice, NoticePreference
from claimtracker.core.notices import choosing
from claimtracker.core.notices.following import follow
from tests import make


@pytest.fixture
def told(rita, happens):
    """Rita watches claim 17, to which three things happened."""
    follow(rita, "claim", 17)
    for number in range(3):
        happens("note.added" if number else "dispute.raised", claim=17, words=f"Thing {number} happened.")
    return list(Notice.objects.of(rita).order_by("id"))


def page(client, address="/notifications/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_newest_stands_first_and_says_why_and_that_it_is_unread(browse, rita, told):
    html = page(browse(rita))
    assert html.index("Thing 2") < html.index("Thing 1") < html.index("Thing 0")
    assert html.count("You watch the claim") == 3
    assert html.count("Unread") == 3


def test_the_head_of_every_page_says_how_many_are_unread(browse, rita, ana, told):
    assert 'aria-label="Notifications, 3 unread"' in page(browse(rita), "/claims/")
    assert 'aria-label="Notifications"' in page(browse(ana), "/claims/")


def test_a_visitor_has_no_bell(db, visitor, settings):
    settings.PUBLIC_READ = True
    assert "Notifications" not in page(visitor, "/articles/")


def test_of_very_many_the_head_says_that_they_are_very_many(browse, rita, happens):
    follow(rita, "claim", 17)
    for number in range(101):
        happens(claim=17, told=number == 100)
    assert "99+ unread" in page(browse(rita), "/articles/")


def test_opening_one_leads_to_its_page_and_marks_it_as_read(browse, rita, told):
    client = browse(rita)
    answer = client.get(f"/notifications/{told[0].pk}/")
    assert (answer.status_code, answer["Location"]) == (302, "/claims/17/")
    assert [notice.seen_at is None for notice in Notice.objects.order_by("id")] == [False, True, True]
    client.head(f"/notifications/{told[1].pk}/")
    assert Notice.objects.unseen().count() == 2


def test_another_persons_is_not_there(browse, ana, told):
    assert browse(ana).get(f"/notifications/{told[0].pk}/").status_code == 404
    assert "Thing" not in page(browse(ana))
    browse(ana).post("/notifications/read/", {"notice": told[0].pk})
    assert Notice.objects.unseen().count() == 3


def test_all_are_marked_as_read_but_what_has_come_since(browse, rita, told, happens):
    happens(claim=17, words="It happened meanwhile.")
    answer = browse(rita).post("/notifications/read/", {"newest": told[-1].pk}, follow=True)
    assert "3 notifications marked as read." in answer.content.decode()
    assert Notice.objects.unseen().get().happening.words == "It happened meanwhile."


@pytest.mark.parametrize("sent", [{}, {"newest": "x"}, {"notice": "9" * 30}, {"notice": "-1"}])
def test_what_says_nothing_changes_nothing(browse, rita, told, sent):
    answer = browse(rita).post("/notifications/read/", sent, follow=True)
    assert "Nothing was changed." in answer.content.decode()
    assert Notice.objects.unseen().count() == 3


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", [0, 1, 2]), ("unread=true", [1, 2]), ("unread=false", [0]), ("event=note.added", [1, 2]),
     ("event=dispute.raised&unread=true", [])],
)  # fmt: skip
def test_the_list_is_narrowed(browse, rita, told, query, shown):
    choosing.see(rita, [told[0].pk])
    html = page(browse(rita), f"/notifications/?{query}")
    assert [number for number in range(3) if f"Thing {number}" in html] == shown


def test_a_filter_that_is_not_known_is_said(browse, rita, told):
    answer = browse(rita).get("/notifications/?colour=red")
    assert answer.status_code == 400
    assert "There is no parameter “colour”" in answer.content.decode()


def test_a_long_list_has_pages_and_takes_as_many_queries(browse, rita, happens, django_assert_max_num_queries):
    follow(rita, "claim", 17)
    for number in range(60):
        happens(claim=17, told=number == 59, words=f"Thing {number:02}.")
    client = browse(rita)
    with django_assert_max_num_queries(5):  # the session, the person, their role, the bell, the list
        html = page(client)
    assert 'rel="next"' in html
    assert html.count("data-key-item") == 50


def test_words_are_shown_as_words(browse, rita, happens):
    follow(rita, "claim", 17)
    happens(claim=17, words="<script>alert(1)</script>")
    assert "<script>alert" not in page(browse(rita))


class TestSettings:
    def test_it_shows_the_usual_ways_and_keeps_what_is_chosen(self, browse, rita):
        client = browse(rita)
        html = page(client, "/notifications/settings/")
        assert 'name="dispute.raised" value="now" checked' in html
        answer = client.post(
            "/notifications/settings/", {"dispute.raised": "off", "note.added": "digest", "follows_own_work": "on"}
        )
        assert answer.status_code == 302
        # Only what differs from the usual way is a row.
        assert list(NoticePreference.objects.values_list("event", "how")) == [("dispute.raised", "off")]
        assert 'name="dispute.raised" value="off" checked' in page(client, "/notifications/settings/")

    def test_a_choice_that_is_none_changes_nothing(self, browse, rita):
        answer = browse(rita).post("/notifications/settings/", {"note.added": "off", "dispute.raised": "loudly"})
        assert answer.status_code == 422
        assert not NoticePreference.objects.exists()

    def test_working_on_something_need_not_be_watching_it(self, browse, ana):
        browse(ana).post("/notifications/settings/", {})
        ana.refresh_from_db()
        assert ana.follows_own_work is False

    def test_history_keeps_what_was_chosen(self, browse, rita):
        browse(rita).post("/notifications/settings/", {"dispute.raised": "off", "follows_own_work": "on"})
        event = NoticePreference.pgh_event_models["insert"].objects.get()
        assert (event.how, event.pgh_context["action"], event.pgh_context["by"]) == ("off", "notices.chosen", rita.pk)

    def test_a_desk_without_an_address_says_that_it_sends_nothing(self, browse, rita, settings):
        settings.SITE_URL = ""
        assert "SITE_URL" in page(browse(rita), "/notifications/settings/")

    def test_who_has_no_address_is_told(self, browse, rita):
        type(rita).objects.update(email="")
        assert "We have no e-mail address of yours" in page(browse(rita), "/notifications/settings/")


class TestWatchButton:
    @pytest.fixture
    def claim(self, db):
        return make.claim()

    @pytest.mark.parametrize("kind", ["claim", "article", "source"])
    def test_it_begins_and_ends_to_watch_and_leads_back(self, browse, rita, claim, kind):
        pages = {
            "claim": f"/claims/{claim.pk}/",
            "article": f"/articles/{claim.article_id}/",
            "source": f"/sources/{claim.article.source_id}/",
        }
        client, address = browse(rita), pages[kind]
        ident = address.split("/")[2]
        assert ">Watch</button>" in page(client, address)
        sent = {"kind": kind, "id": ident, "next": address}
        assert client.post("/watching/", sent | {"watch": "yes"})["Location"] == address
        assert ">Stop watching</button>" in page(client, address)
        client.post("/watching/", sent | {"watch": "no"})
        assert ">Watch</button>" in page(client, address)

    def test_with_script_the_button_alone_comes_back_and_it_is_said(self, browse, rita, claim):
        sent = {"kind": "claim", "id": claim.pk, "watch": "yes", "next": "/claims/"}
        answer = browse(rita).post("/watching/", sent, headers={"HX-Request": "true", "HX-Target": "watch"})
        html = answer.content.decode()
        assert html.startswith('<div class="watch')
        assert "Stop watching" in html
        assert f"/claims/{claim.pk}/changes.atom" in html
        assert "You watch this now." in answer["HX-Trigger"]

    def test_a_visitor_sees_the_feed_and_no_button(self, visitor, settings, claim):
        settings.PUBLIC_READ = True
        html = page(visitor, f"/claims/{claim.pk}/")
        assert "watch-button" not in html
        assert f'href="/claims/{claim.pk}/changes.atom"' in html

    @pytest.mark.parametrize(
        "sent", [{}, {"kind": "claim"}, {"kind": "person", "id": "1"}, {"kind": "claim", "id": "9" * 30},
                 {"kind": "claim", "id": "0"}, {"kind": "claim", "id": "²"}],
    )  # fmt: skip
    def test_what_names_nothing_changes_nothing(self, browse, rita, sent):
        answer = browse(rita).post("/watching/", sent | {"watch": "yes"}, follow=True)
        assert "Nothing was changed." in answer.content.decode()

    def test_it_leads_to_no_other_site(self, browse, rita, claim):
        sent = {"kind": "claim", "id": claim.pk, "watch": "yes", "next": "https://elsewhere.example/"}
        assert browse(rita).post("/watching/", sent)["Location"] == "/watching/"

    def test_the_page_of_what_one_watches_names_each_and_ends_it(self, browse, rita, claim):
        client = browse(rita)
        for kind, ident in (("claim", claim.pk), ("article", claim.article_id), ("claim", 999_999)):
            follow(rita, kind, ident)
        html = page(client, "/watching/")
        assert claim.article.title in html
        assert "not there any more" in html
        assert "Article" not in page(client, "/watching/?kind=claim").split("<ol")[1]
