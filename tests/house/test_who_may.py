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

OPEN, READERS, PERSONS, MEMBERS, OWNERS, ANALYSTS, EDITORS, ADMINS = (
    "everybody",
    "readers and up",
    "who is signed in",
    "who is signed in and may read",
    "whose it is; for others it is not there",
    "analysts and up",
    "editors and up",
    "admins",
)

PAGES = {
    "healthz": OPEN,
    "readyz": OPEN,
    "": READERS,
    "claims/": READERS,
    "claims/facets/": READERS,
    "claims/<int:pk>/": READERS,
    **{f"{name}/<int:pk>/history/": READERS for name in ("claims", "articles", "sources")},
    "claims/<int:pk>/edit/": ANALYSTS,
    "claims/<int:pk>/split/": ANALYSTS,
    "claims/<int:pk>/merge/": ANALYSTS,
    "articles/<int:pk>/claims/add/": ANALYSTS,
    "articles/<int:pk>/withdraw/": EDITORS,
    "disputes/": READERS,
    "disputes/<int:pk>/": READERS,
    "articles/": READERS,
    "articles/<int:pk>/": READERS,
    "articles/add/": ANALYSTS,
    "review/": ANALYSTS,
    "review/progress/": READERS,
    "review/progress.csv": READERS,
    "articles/<int:pk>/changes/": READERS,
    "articles/<int:pk>/lint/": READERS,
    "articles/<int:pk>/links/": READERS,
    "sources/changes/": READERS,
    "sources/changes.atom": READERS,
    "articles/<int:pk>/revise/": ANALYSTS,
    "articles/<int:pk>/bibliography/": ANALYSTS,
    "citations/<int:pk>/": READERS,
    "sources/": READERS,
    "sources/<int:pk>/": READERS,
    "sources/<int:pk>/copies/": READERS,
    "sources/<int:pk>/tries/": READERS,
    "sources/add/": ANALYSTS,
    "sources/import/": ANALYSTS,
    "sources/<int:pk>/edit/": ANALYSTS,
    "sources/<int:pk>/cite/": READERS,
    "sources/<int:pk>/merge/": EDITORS,
    "snapshots/<int:pk>/": READERS,
    "snapshots/<int:pk>/diff/": READERS,
    "sign-in/": OPEN,
    "password/": PERSONS,
    "password/changed/": PERSONS,
    "password/reset/": OPEN,
    "password/reset/sent/": OPEN,
    "password/reset/<uidb64>/<token>/": OPEN,
    "password/reset/done/": OPEN,
    "help/": OPEN,
    "help/errors/": OPEN,
    **{f"notifications/{name}": MEMBERS for name in ("", "settings/")},
    "notifications/<int:pk>/": OWNERS,
    "watching/": MEMBERS,
    "unsubscribe/<str:token>/": OPEN,
    **{f"{name}/<int:pk>/changes.atom": READERS for name in ("claims", "articles", "sources")},
    **{f"views/{name}": READERS for name in ("", "<slug:slug>/", "<slug:slug>.atom")},
    "views/add/": MEMBERS,
    "views/<slug:slug>/edit/": OWNERS,
    **{f"notes/{name}": READERS for name in ("", "<int:pk>/")},
    "notes/add/": ANALYSTS,
}
DATA = {
    "api/v1/": READERS,
    **{f"api/v1/{name}/": READERS for name in ("annotations", "annotations/<int:pk>", "tags")},
    **{f"api/v1/{kind}s/<int:{kind}>/annotations/": READERS for kind in ("claim", "article", "snapshot")},
    "api/v1/claims/<int:claim>/tags/": READERS,
    **dict.fromkeys(("notes.json", "notes/<int:pk>.json"), READERS),
    "articles/<int:article>/annotations.jsonld": READERS,
    "api/v1/openapi.json": OPEN,
    "api/v1/docs/": OPEN,
    **{f"api/v1/{name}/": READERS for name in ("articles", "claims", "citations", "sources", "claims/facets")},
    **{f"api/v1/{name}/<int:pk>/": READERS for name in ("articles", "claims", "citations", "sources")},
    "api/v1/articles/<int:pk>/text/": READERS,
    **{f"api/v1/{name}/": READERS for name in ("snapshots", "snapshots/<int:pk>", "snapshots/<int:pk>/text")},
    "api/v1/sources/styles/": READERS,
    "api/v1/review/": ANALYSTS,
    **{f"{name}": READERS for name in ("api/v1/review/progress/", "review/progress.json")},
    "api/v1/sources/suggestions/": READERS,
    "api/v1/sources/<int:pk>/cite/": READERS,
    "api/v1/sources/<int:pk>/merge/": EDITORS,
    **{f"api/v1/snapshots/<int:pk>/{name}/": READERS for name in ("download", "warc")},
    **{f"api/v1/sources/<int:source>/{name}/": READERS for name in ("snapshots", "warc")},
    **{f"api/v1/{name}/": READERS for name in ("claims/<int:claim>/evidence", "evidence/<int:pk>")},
    **{f"api/v1/{name}/": READERS for name in
       ("claims/<int:claim>/disputes", "disputes", "disputes/<int:pk>", "rivals/<int:pk>")},
    **{f"disputes.{form}": READERS for form in ("json", "csv", "ndjson")},
    "disputes/<int:pk>.json": READERS,
    "snapshots/<int:pk>.json": READERS,
    **{f"api/v1/articles/<int:article>/{name}/": READERS for name in ("revisions", "changes", "lint")},
    "api/v1/articles/<int:article>/lint/<int:pk>/": READERS,
    "api/v1/claims/<int:claim>/findings/": READERS,
    "api/v1/claims/<int:claim>/history/": READERS,
    "api/v1/claims/<int:claim>/diff/": READERS,
    "api/v1/articles/<int:article>/history/": READERS,
    "api/v1/sources/<int:source>/history/": READERS,
    **{f"api/v1/{name}/": READERS for name in ("claims/<int:claim>/reviews", "reviews/<int:pk>")},
    "api/v1/claims/<int:pk>/transitions/": READERS,
    **{f"articles/<int:article>/lint.{form}": READERS for form in ("json", "csv", "ndjson")},
    "articles/<int:article>/changes.json": READERS,
    **{f"sources/changes.{form}": READERS for form in ("json", "csv", "ndjson")},
    "api/v1/sources/<int:source>/checks/": READERS,
    **{f"{name}.{form}": READERS for form in ("json", "csv", "ndjson")
       for name in ("articles", "claims", "citations", "sources")},
    **{f"{name}/<int:pk>.json": READERS for name in ("articles", "claims", "citations", "sources")},
    **{f"{name}/<int:{one}>.{form}": READERS for form in ("csv", "ndjson")
       for name, one in (("articles", "article"), ("claims", "claim"), ("sources", "source"))},
}  # fmt: skip
DATA |= {
    **{f"api/v1/{name}/": MEMBERS for name in ("notifications", "notifications/settings", "subscriptions")},
    **{f"api/v1/{name}/<int:pk>/": OWNERS for name in ("notifications", "subscriptions")},
    **{f"api/v1/views/{name}": READERS for name in ("", "<int:pk>/")},
}
# What a POST does, and for whom; every other route refuses it.
NOTED = ("resolve", "reopen", "withdraw", "place")
WRITES = {
    "notes/add/": ANALYSTS,
    **{f"notes/<int:pk>/{name}/": ANALYSTS for name in ("reply", *NOTED)},
    **{f"claims/<int:pk>/{name}/": ANALYSTS for name in ("tags", "tags/remove")},
    **{f"api/v1/annotations/<int:pk>/{name}/": ANALYSTS for name in ("replies", *NOTED)},
    **{f"api/v1/{kind}s/<int:{kind}>/annotations/": ANALYSTS for kind in ("claim", "article", "snapshot")},
    "api/v1/claims/<int:claim>/tags/": ANALYSTS,
    "api/v1/articles/": ANALYSTS,
    "articles/add/": ANALYSTS,
    "articles/<int:pk>/read-again/": ANALYSTS,
    "articles/<int:pk>/revise/": ANALYSTS,
    "articles/<int:pk>/bibliography/": ANALYSTS,
    "articles/<int:pk>/lint/<int:item>/dismiss/": ANALYSTS,
    "articles/<int:pk>/lint/<int:item>/restore/": ANALYSTS,
    "citations/<int:pk>/": ANALYSTS,
    "claims/<int:pk>/verdict/": ANALYSTS,
    "claims/<int:pk>/still-holds/": ANALYSTS,
    "claims/<int:pk>/step/": ANALYSTS,
    "reviews/<int:pk>/withdraw/": ANALYSTS,
    "claims/<int:pk>/place/": ANALYSTS,
    "claims/<int:pk>/restore/": ANALYSTS,
    "claims/<int:pk>/disputes/": ANALYSTS,
    "disputes/<int:pk>/acknowledge/": EDITORS,
    "disputes/<int:pk>/settle/": EDITORS,
    "disputes/<int:pk>/withdraw/": ANALYSTS,
    "rivals/<int:pk>/rank/": EDITORS,
    "rivals/<int:pk>/withdraw/": ANALYSTS,
    "api/v1/claims/<int:claim>/disputes/": ANALYSTS,
    "api/v1/disputes/<int:pk>/acknowledge/": EDITORS,
    "api/v1/disputes/<int:pk>/settle/": EDITORS,
    "api/v1/disputes/<int:pk>/withdraw/": ANALYSTS,
    "api/v1/rivals/<int:pk>/rank/": EDITORS,
    "api/v1/rivals/<int:pk>/withdraw/": ANALYSTS,
    "review/<int:pk>/": ANALYSTS,
    "review/undo/<int:pk>/": ANALYSTS,
    "claims/bulk/": ANALYSTS,
    "claims/bulk/<int:pk>/undo/": ANALYSTS,
    "claims/<int:pk>/assign/": ANALYSTS,
    "api/v1/claims/bulk/": ANALYSTS,
    "api/v1/claims/bulk/undo/": ANALYSTS,
    "api/v1/claims/<int:pk>/assign/": ANALYSTS,
    "sources/<int:pk>/fetch/": ANALYSTS,
    "sources/<int:pk>/give/": ANALYSTS,
    "snapshots/<int:pk>/pin/": ANALYSTS,
    "evidence/<int:pk>/withdraw/": ANALYSTS,
    "api/v1/articles/<int:article>/revisions/": ANALYSTS,
    "api/v1/articles/<int:article>/bibliography/": ANALYSTS,
    "api/v1/articles/<int:article>/lint/<int:pk>/dismiss/": ANALYSTS,
    "api/v1/articles/<int:article>/lint/<int:pk>/restore/": ANALYSTS,
    "api/v1/claims/<int:pk>/anchor/": ANALYSTS,
    "sources/add/": ANALYSTS,
    "sources/import/": ANALYSTS,
    "sources/<int:pk>/edit/": ANALYSTS,
    "sources/<int:pk>/merge/": EDITORS,
    "sources/<int:pk>/unmerge/": EDITORS,
    "api/v1/sources/": ANALYSTS,
    "api/v1/sources/import/": ANALYSTS,
    "api/v1/sources/<int:pk>/merge/": EDITORS,
    "api/v1/sources/<int:pk>/unmerge/": EDITORS,
    "api/v1/claims/<int:claim>/evidence/": ANALYSTS,
    "api/v1/claims/<int:claim>/reviews/": ANALYSTS,
    "api/v1/claims/<int:claim>/still-holds/": ANALYSTS,
    "api/v1/claims/<int:pk>/transitions/": ANALYSTS,
    "api/v1/reviews/<int:pk>/withdraw/": ANALYSTS,
    "api/v1/evidence/<int:pk>/withdraw/": ANALYSTS,
    "api/v1/sources/<int:source>/fetch/": ANALYSTS,
    "api/v1/sources/<int:source>/link/": ANALYSTS,
    "api/v1/sources/<int:source>/snapshots/": ANALYSTS,
    "api/v1/claims/": ANALYSTS,
    "api/v1/claims/<int:pk>/split/": ANALYSTS,
    "api/v1/claims/<int:pk>/merge/": ANALYSTS,
    "api/v1/articles/<int:pk>/withdraw/": EDITORS,
    "api/v1/articles/<int:pk>/restore/": EDITORS,
    "claims/<int:pk>/edit/": ANALYSTS,
    "claims/<int:pk>/split/": ANALYSTS,
    "claims/<int:pk>/merge/": ANALYSTS,
    "articles/<int:pk>/claims/add/": ANALYSTS,
    "articles/<int:pk>/withdraw/": EDITORS,
    "password/": PERSONS,
    "password/reset/": OPEN,
    "password/reset/<uidb64>/<token>/": OPEN,
    "preferences/": OPEN,
    "sign-in/": OPEN,
    "sign-out/": OPEN,
    **{f"notifications/{name}/": MEMBERS for name in ("read", "settings")},
    **{f"api/v1/{name}/": MEMBERS for name in ("notifications/read", "subscriptions", "views")},
    "watching/": MEMBERS,
    "unsubscribe/<str:token>/": OPEN,
    "views/add/": MEMBERS,
    **{f"views/<slug:slug>/{name}/": OWNERS for name in ("edit", "delete")},
}
DELETES = {"api/v1/claims/<int:claim>/tags/<str:name>/": ANALYSTS}
ONLY_WRITES = {
    *(f"notes/<int:pk>/{name}/" for name in ("reply", *NOTED)),
    *(f"claims/<int:pk>/{name}/" for name in ("tags", "tags/remove")),
    "claims/<int:pk>/verdict/",
    "claims/<int:pk>/still-holds/",
    "claims/<int:pk>/step/",
    "reviews/<int:pk>/withdraw/",
    "articles/<int:pk>/read-again/",
    "articles/<int:pk>/lint/<int:item>/dismiss/",
    "articles/<int:pk>/lint/<int:item>/restore/",
    "claims/<int:pk>/place/",
    "claims/<int:pk>/restore/",
    "claims/<int:pk>/disputes/",
    "disputes/<int:pk>/acknowledge/",
    "disputes/<int:pk>/settle/",
    "disputes/<int:pk>/withdraw/",
    "rivals/<int:pk>/rank/",
    "rivals/<int:pk>/withdraw/",
    "claims/bulk/",
    "claims/bulk/<int:pk>/undo/",
    "claims/<int:pk>/assign/",
    "review/<int:pk>/",
    "review/undo/<int:pk>/",
    "sources/<int:pk>/fetch/",
    "sources/<int:pk>/give/",
    "snapshots/<int:pk>/pin/",
    "evidence/<int:pk>/withdraw/",
    "sources/<int:pk>/unmerge/",
    "preferences/",
    "sign-out/",
    "notifications/read/",
    "api/v1/notifications/read/",
    "views/<slug:slug>/delete/",
}
CATCH_ALL = {r"api/v1/^.*[^/]\Z"}  # what is nowhere else in the API is a 404 that says so

ROLES = ("reader", "analyst", "editor", "admin")
PRINCIPALS = ("visitor", *ROLES, "no role", "inactive", "read token", "write token", "expired token", "revoked token")
LEAST = {READERS: 0, MEMBERS: 0, OWNERS: 0, ANALYSTS: 1, EDITORS: 2, ADMINS: 3}


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
