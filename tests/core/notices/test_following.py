"""Watching: asked for, or by working on something; and what is put away stays put away."""

from __future__ import annotations

import pytest

from claimtracker.core.models import SavedView, Subscription
from claimtracker.core.notices.following import NothingToWatch, follow, unwatch, watch
from claimtracker.core.refusals import NotAllowed
from tests import make


def watched(user) -> list[tuple[str, int]]:
    return list(Subscription.objects.of(user).order_by("id").values_list("kind", "object_id"))


def test_a_person_watches_a_claim_an_article_and_a_source_once_each(rita):
    claim = make.claim()
    things = [("claim", claim.pk), ("article", claim.article_id), ("source", make.source().pk)]
    for kind, ident in [*things, *things]:
        watch(kind, ident, by=rita)
    assert watched(rita) == things


@pytest.mark.parametrize("kind", ["claim", "article", "source", "view"])
def test_what_is_not_there_is_not_watched(rita, kind):
    with pytest.raises(NothingToWatch, match="Nothing was changed"):
        watch(kind, 4711, by=rita)
    assert watched(rita) == []


def test_a_view_of_another_is_watched_only_where_it_is_shared(rita, ana):
    view = SavedView.objects.create(owner=ana, name="Floods", slug="floods-1", page="claims")
    with pytest.raises(NothingToWatch):
        watch("view", view.pk, by=rita)
    SavedView.objects.update(shared=True)
    watch("view", view.pk, by=rita)
    assert watched(rita) == [("view", view.pk)]


def test_who_may_not_read_may_not_watch(rita):
    claim = make.claim()
    rita.groups.clear()
    with pytest.raises(NotAllowed):
        watch("claim", claim.pk, by=rita)


def test_where_the_desk_is_open_somebody_without_a_role_may_watch(rita, settings):
    settings.PUBLIC_READ = True
    claim = make.claim()
    rita.groups.clear()
    watch("claim", claim.pk, by=rita)
    assert watched(rita) == [("claim", claim.pk)]


def test_working_on_something_is_watching_it(ana, django_assert_num_queries):
    with django_assert_num_queries(1):
        follow(ana, "claim", 17)
    follow(ana, "claim", 17)
    assert watched(ana) == [("claim", 17)]


def test_the_machine_watches_nothing(db):
    follow(None, "claim", 17)
    assert not Subscription.objects.exists()


def test_who_does_not_want_that_watches_nothing_by_working(ana):
    ana.follows_own_work = False
    follow(ana, "claim", 17)
    assert watched(ana) == []


def test_what_was_put_away_is_not_watched_again_by_working_on_it_but_by_asking(ana):
    claim = make.claim()
    watch("claim", claim.pk, by=ana)
    unwatch("claim", claim.pk, by=ana)
    follow(ana, "claim", claim.pk)
    assert watched(ana) == []
    watch("claim", claim.pk, by=ana)
    assert watched(ana) == [("claim", claim.pk)]


def test_ceasing_to_watch_is_ones_own(ana, rita):
    for user in (ana, rita):
        follow(user, "claim", 17)
    unwatch("claim", 17, by=ana)
    assert (watched(ana), watched(rita)) == ([], [("claim", 17)])


def test_history_knows_who_watched_what_and_when_they_ceased(ana):
    claim = make.claim()
    watch("claim", claim.pk, by=ana)
    unwatch("claim", claim.pk, by=ana)
    events = Subscription.pgh_event_models["insert"].objects.order_by("pgh_id")
    assert [(row.watching, row.pgh_context["action"], row.pgh_context["by"]) for row in events] == [
        (True, "watch.begun", ana.pk),
        (False, "watch.ended", ana.pk),
    ]
