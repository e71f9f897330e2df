"""Who may: every route against everybody. A route without a row fails."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from claims.annotating import add_note
from claims.models import LintItem
from claimtracker.core.models import ApiToken, Happening, Notice, SavedView, Subscription
from claimtracker.core.notices.stopping import Stop
from tests import make
from tests.conftest import person
from tests.house.policies import (
    CATCH_ALL,
    DATA,
    DELETES,
    LEAST,
    ONLY_WRITES,
    OPEN,
    OWNERS,
    PAGES,
    PERSONS,
    PRINCIPALS,
    READERS,
    ROLES,
    WRITES,
)


def routes() -> Iterator[str]:
    def walk(resolver, before=""):
        for entry in resolver.url_patterns:
            if isinstance(entry, URLPattern):
                yield before + str(entry.pattern)
            else:
                yield from walk(entry, before + str(entry.pattern))

    return walk(get_resolver())


def test_every_route_has_a_row():
    known = {*PAGES, *DATA, *WRITES, *DELETES, *CATCH_ALL}
    found = {route for route in routes() if not route.startswith("admin/")}
    assert found - known == set(), "a route that nobody has decided about"
    assert known - found == set(), "a row for a route that is gone"


@pytest.fixture
def principal(db):
    """A client for each principal; tokens belong to an analyst."""

    def of(name: str) -> Client:
        client = Client()
        if name in ROLES:
            client.force_login(person(name, name))
        elif name in ("no role", "inactive"):
            user = person(name.replace(" ", ""), "reader")
            client.force_login(user)
            user.groups.clear() if name == "no role" else type(user).objects.filter(pk=user.pk).update(is_active=False)
        elif name != "visitor":
            client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {_key(name)}"
        return client

    return of


def _key(name: str) -> str:
    scope = "read" if name == "read token" else "write"
    life = dt.timedelta(days=-1 if name == "expired token" else 1)
    token, key = ApiToken.issue(person("script", "analyst"), scope=scope, lifetime=life)
    if name == "revoked token":
        ApiToken.objects.filter(pk=token.pk).update(revoked_at=token.created_at)
    return key


@pytest.fixture
def address(db):
    """A route's address with the ids of rows that are there."""
    article = make.article()
    claim = article.claims.first()
    ids = {
        "articles": article.pk,
        "claims": claim.pk,
        "citations": article.revision.citations.first().pk,
        "sources": article.source_id,
        "snapshots": (copy := make.snapshot(article.source, "Its words.")).pk,
        "disputes": make.dispute(claim, by=(raiser := person("raiser", "analyst"))).pk,
        "rivals": make.rival(claim, created_by=raiser).pk,
        "evidence": make.pin(claim, copy, "words", by=None).pk,
        "review": claim.pk,
        "reviews": make.review(claim, by=person("judge", "analyst")).pk,
    }

    item = LintItem.objects.create(
        revision=article.revision,
        position=9999,
        rule="out_of_order",
        severity="look",
        key="x",
        start=0,
        end=1,
        words="?",
    )

    owner = person("owner", "reader")
    happening = Happening.objects.create(event="note.added", words="A note.", path="/", subjects=[])
    ids["notifications"] = Notice.objects.create(user=owner, happening=happening, how="off").pk
    ids["subscriptions"] = Subscription.objects.create(user=owner, kind="claim", object_id=claim.pk).pk
    view = SavedView.objects.create(owner=owner, name="Floods", slug="floods-1", page="claims", shared=True)
    ids["views"] = view.pk
    names = {"<slug:slug>": view.slug, "<str:token>": Stop(owner.pk, "digest").token}

    ids["notes"] = ids["annotations"] = add_note(article, body="So?", by=person("writer", "analyst"))[0].pk
    names |= {"notes/add/": f"notes/add/?article={article.pk}", "<str:name>": "flood"}

    def of(route: str) -> str:
        for name, value in names.items():
            route = route.replace(name, value)
        name = route.removeprefix("api/v1/").partition("/")[0]
        route = re.sub(r"lint/<int:\w+>", f"lint/{item.pk}", route)
        return "/" + re.sub(r"<int:\w+>", str(ids.get(name, "")), route).replace("<uidb64>/<token>", "MQ/set-x")

    return of


def outcome(answer) -> str:
    if answer.status_code in (301, 302) and "/sign-in/" in answer["Location"]:
        return "sign in"
    return {401: "401", 403: "403", 404: "404", 405: "405"}.get(answer.status_code, "ok")


def expected(policy: str, name: str, *, data: bool, write: bool = False) -> str:
    """What a principal gets. A page knows no tokens; data knows both."""
    dead = name in ("expired token", "revoked token")
    if data and dead:
        return "401" if policy != OPEN else "ok"
    if policy == OPEN:
        return "ok"
    anonymous = name in ("visitor", "inactive") or (not data and name.endswith("token"))
    if anonymous:
        return "401" if data else "sign in"
    if policy == PERSONS:
        return "ok"
    if write and name == "read token":
        return "403"
    rank = {"no role": -1, "read token": 1, "write token": 1}.get(name, ROLES.index(name) if name in ROLES else -1)
    if rank < LEAST[policy]:
        return "403"
    return "404" if policy == OWNERS else "ok"


def got(client: Client, address: str, method: str = "get") -> str:
    answer = getattr(client, method)(
        address, **({"content_type": "application/json"} if "/api/" in address and method == "post" else {})
    )
    if answer.streaming:
        b"".join(answer.streaming_content)
    return outcome(answer)


@pytest.mark.parametrize("name", PRINCIPALS)
def test_reading(principal, address, name):
    client = principal(name)
    table = {route: expected(policy, name, data=route in DATA) for route, policy in (PAGES | DATA).items()}
    assert {route: got(client, address(route)) for route in table} == table


@pytest.mark.parametrize("name", PRINCIPALS)
def test_writing(principal, address, name):
    client = principal(name)
    table = {
        route: expected(policy, name, data=route.startswith("api/"), write=True)
        for route, policy in WRITES.items()
        if route != "sign-out/"
    }
    assert {route: got(client, address(route), "post") for route in table} == table


@pytest.mark.parametrize("name", PRINCIPALS)
def test_taking_away(principal, address, name):
    client = principal(name)
    table = {route: expected(policy, name, data=True, write=True) for route, policy in DELETES.items()}
    assert {route: got(client, address(route), "delete") for route in table} == table


@pytest.mark.parametrize("name", PRINCIPALS)
def test_what_only_reads_refuses_a_post(principal, address, name):
    client = principal(name)
    for route in (PAGES | DATA).keys() - WRITES.keys():
        assert got(client, address(route), "post") != "ok", route


@pytest.mark.parametrize("name", PRINCIPALS)
def test_where_the_desk_is_open_a_visitor_reads_what_a_reader_reads(principal, address, settings, name):
    settings.PUBLIC_READ = True
    client = principal(name)
    dead = name in ("expired token", "revoked token")
    for route, policy in (PAGES | DATA).items():
        if policy == READERS:
            assert got(client, address(route)) == ("401" if dead and route in DATA else "ok"), route
    if name in ("visitor", "reader", "inactive", "no role"):
        assert got(client, "/articles/add/", "post") in ("sign in", "403")
        assert got(client, "/api/v1/articles/", "post") in ("401", "403")


@pytest.mark.parametrize("name", PRINCIPALS)
def test_only_admins_come_into_the_admin(principal, name):
    client = principal(name)
    places = ["/admin/", "/admin/core/user/", "/admin/core/apitoken/", "/admin/core/desk/"]
    answers = [client.get(place).status_code for place in places]
    assert answers == ([200] * 4 if name == "admin" else [302] * 4)


def test_the_admin_shows_people_and_policy_and_nothing_else(principal):
    client = principal("admin")
    html = client.get("/admin/").content.decode()
    assert "Users" in html
    for other in ("Articles", "Claims", "Sources", "Groups", "events"):
        assert other not in html
    assert client.get("/admin/claims/claim/").status_code == 404


@pytest.mark.parametrize("route", sorted(ONLY_WRITES))
def test_what_only_writes_refuses_a_get(principal, address, route):
    assert principal("admin").get(address(route)).status_code == 405
