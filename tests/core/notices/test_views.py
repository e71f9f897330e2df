"""Saved views: a name and an address for a list with its filters."""

from __future__ import annotations

import pytest

from claimtracker.core.models import SavedView, Subscription
from claimtracker.core.notices import views as deeds
from claimtracker.core.notices.following import watch
from claimtracker.core.notices.views import NameTaken, TooManyViews, change_view, delete_view, save_view
from claimtracker.core.refusals import NotAllowed, Unacceptable
from tests import make


def save(ana, name="Troops, uncited", query="kind=troops&flag=uncited", **more):
    return save_view(name=name, page="claims", query=query, by=ana, **more)


class TestDeeds:
    def test_the_place_in_the_list_and_empty_filters_are_not_kept(self, ana):
        view = save(ana, query="kind=troops&q=&cursor=abc&page_size=20&order=-low&flag=uncited&flag=differs")
        assert view.query == "flag=uncited&flag=differs&kind=troops&order=-low"

    def test_the_address_is_of_the_name_and_stays_when_the_name_changes(self, ana):
        view = save(ana)
        assert view.slug.startswith("troops-uncited-")
        slug = view.slug
        change_view(view, name="Men without a source", by=ana)
        view.refresh_from_db()
        assert (view.name, view.slug) == ("Men without a source", slug)

    def test_a_name_that_no_address_can_say_gets_one_all_the_same(self, ana):
        assert save(ana, name="Потери").slug.startswith("claims-")

    @pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\x00b"])
    def test_a_view_needs_a_name(self, ana, name):
        with pytest.raises(Unacceptable):
            save(ana, name=name)
        assert not SavedView.objects.exists()

    @pytest.mark.parametrize(
        ("query", "said"),
        [("colour=red", "There is no parameter “colour”"), ("kind=horses", "kind:"), ("q=" + "x" * 2001, "longer than"),
         ("&".join(f"a{n}=1" for n in range(300)), "understood"), ("low_gte=1&low_gte=2", "more than once")],
    )  # fmt: skip
    def test_what_is_not_understood_is_not_saved(self, ana, query, said):
        with pytest.raises(Unacceptable, match=said):
            save(ana, query=query)
        assert not SavedView.objects.exists()

    def test_a_list_that_is_not_there_is_not_saved(self, ana):
        with pytest.raises(Unacceptable, match="There is no list “horses”"):
            save_view(name="x", page="horses", by=ana)

    def test_one_person_has_a_name_once_and_two_have_it_twice(self, ana, rita):
        save(ana)
        save(rita)
        with pytest.raises(NameTaken):
            save(ana, query="")
        other = save(ana, name="Another")
        with pytest.raises(NameTaken):
            change_view(other, name="Troops, uncited", by=ana)
        assert len({view.slug for view in SavedView.objects.all()}) == 3

    def test_there_is_an_end_to_views(self, ana, monkeypatch):
        monkeypatch.setattr(deeds, "MOST", 1)
        save(ana)
        with pytest.raises(TooManyViews):
            save(ana, name="Another")

    def test_only_its_owner_changes_or_deletes_it_shared_or_not(self, ana, ada):
        view = save(ana, shared=True)
        for deed in (lambda: change_view(view, name="Mine now", by=ada), lambda: delete_view(view, by=ada)):
            with pytest.raises(NotAllowed):
                deed()
        assert SavedView.objects.get().name == "Troops, uncited"

    def test_nobody_watches_what_was_deleted_and_history_keeps_it(self, ana, rita):
        view = save(ana, shared=True)
        watch("view", view.pk, by=rita)
        delete_view(view, by=ana)
        assert not Subscription.objects.exists()
        event = SavedView.pgh_event_models["delete"].objects.get(pgh_label="delete")
        assert (event.name, event.pgh_context["action"], event.pgh_context["by"]) == (
            "Troops, uncited", "view.deleted", ana.pk,
        )  # fmt: skip


class TestPages:
    def test_the_journey_of_a_view(self, browse, ana, rita):
        make.claim(kind="troops")
        client, other = browse(ana), browse(rita)
        listed = client.get("/claims/?kind=troops").content.decode()
        assert '/views/add/?page=claims&amp;query=kind%3Dtroops"' in listed
        assert "Save this view" not in client.get("/claims/").content.decode()
        form = client.get("/views/add/?page=claims&query=kind%3Dtroops").content.decode()
        assert "kind: troops" in form
        saved = client.post("/views/add/", {"name": "Troops", "page": "claims", "query": "kind=troops"})
        address = saved["Location"]
        answer = client.get(address)
        assert answer["Location"] == "/claims/?kind=troops"
        shown = client.get(answer["Location"]).content.decode()
        assert f'<a href="{address}" aria-current="page"><bdi>Troops</bdi></a>' in shown
        assert "Save this view" not in shown
        assert other.get(address).status_code == 404
        assert address not in other.get("/claims/").content.decode()
        client.post(f"{address}edit/", {"name": "Soldiers", "shared": "on"})
        assert other.get(address)["Location"] == "/claims/?kind=troops"
        assert "<bdi>Soldiers</bdi>" in other.get("/claims/").content.decode()
        assert "of Ana, shared with the desk" in other.get("/views/").content.decode()
        assert other.post(f"{address}delete/").status_code == 404
        assert client.post(f"{address}delete/", follow=True).status_code == 200
        assert client.get(address).status_code == 404

    def test_a_refused_form_comes_back_with_what_was_typed(self, browse, ana):
        save(ana, name="Troops")
        answer = browse(ana).post("/views/add/", {"name": "Troops", "page": "claims", "query": "kind=troops"})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert 'value="Troops"' in html
        assert 'name="query" value="kind=troops"' in html
        assert "choose another name" in html

    def test_filters_that_mean_nothing_are_said_in_the_form(self, browse, ana):
        answer = browse(ana).post("/views/add/", {"name": "Red", "page": "claims", "query": "colour=red"})
        assert answer.status_code == 422
        assert "There is no parameter “colour”" in answer.content.decode()

    def test_a_view_that_is_not_understood_any_more_says_so_and_shows_nothing(self, browse, ana):
        view = save(ana)
        SavedView.objects.update(query="kind=troops&colour=red")
        answer = browse(ana).get(f"/views/{view.slug}/")
        html = answer.content.decode()
        assert answer.status_code == 409
        assert "There is no parameter “colour”" in html
        assert 'href="/claims/?kind=troops"' in html

    def test_a_visitor_sees_what_the_desk_shares_and_saves_nothing(self, visitor, ana, settings):
        settings.PUBLIC_READ = True
        save(ana, name="Shared", shared=True)
        save(ana, name="Hidden")
        html = visitor.get("/claims/?kind=troops").content.decode()
        assert "<bdi>Shared</bdi>" in html
        assert "Hidden" not in html
        assert "Save this view" not in html
        assert visitor.get("/views/add/").status_code == 302

    def test_more_views_than_tabs_have_a_page_of_their_own(self, browse, ana):
        for number in range(14):
            save(ana, name=f"View {number:02}", query="")
        html = browse(ana).get("/claims/?kind=troops").content.decode()
        assert html.count("<bdi>View ") == 12
        assert 'href="/views/">All views' in html
        assert browse(ana).get("/views/").content.decode().count("data-key-item") == 14
