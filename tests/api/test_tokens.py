"""Authorization: Bearer …, and manage.py create_token"""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from claimtracker.core.models import ApiToken

READ, WRITE = "/api/v1/claims/", "/api/v1/articles/"


def key_of(user, scope: str = "read", days: int = 1) -> str:
    return ApiToken.issue(user, scope=scope, lifetime=dt.timedelta(days=days))[1]


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def post(api, key: str):
    return api.post(WRITE, {"text": "Words."}, format="json", headers=bearer(key))


def test_a_token_acts_as_its_person(api, ana):
    key = key_of(ana, "write")
    assert api.get(READ, headers=bearer(key)).status_code == 200
    assert post(api, key).status_code == 201


def test_a_read_token_of_an_analyst_does_not_write(api, ana):
    key = key_of(ana, "read")
    assert api.get("/claims.csv", headers=bearer(key)).status_code == 200
    answer = post(api, key)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert "--scope write" in answer.json()["detail"]


def test_a_write_token_of_a_reader_does_not_make_them_more(api, rita):
    assert post(api, key_of(rita, "write")).status_code == 403


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize(
    "death",
    [
        lambda token: ApiToken.objects.update(expires_at=timezone.now()),
        lambda token: ApiToken.objects.update(revoked_at=timezone.now()),
        lambda token: type(token.user).objects.update(is_active=False),
        lambda token: token.delete(),
    ],
    ids=["expired", "revoked", "of somebody who left", "deleted"],
)
def test_a_dead_token_is_refused_and_not_taken_for_a_visitor(api, ana, settings, public, death):
    settings.PUBLIC_READ = public
    key = key_of(ana)
    death(ApiToken.objects.get())
    answer = api.get(READ, headers=bearer(key))
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_token")
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer  ",
        "Bearer a b",
        "Bearer \x00",
        "Bearer cct_\x00",
        "Bearer ÿ",
        "bearer nothing",
        "Bearer " + "a" * 9000,
    ],
)
def test_what_is_no_key_is_refused(api, db, header):
    answer = api.get(READ, headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"


def test_half_of_a_key_opens_nothing(api, ana):
    key = key_of(ana)
    assert api.get(READ, headers=bearer(key[:-1] + ("a" if key[-1] != "a" else "b"))).status_code == 401


def test_a_token_is_seen_to_be_used(api, ana):
    key = key_of(ana)
    api.get(READ, headers=bearer(key))
    assert ApiToken.objects.get().last_used_at is not None


def test_a_list_by_token_takes_five_queries_at_most(api, ana, django_assert_max_num_queries):
    key = key_of(ana)
    api.get(READ, headers=bearer(key))
    with django_assert_max_num_queries(5):
        api.get(READ, headers=bearer(key))


def test_the_command_prints_a_working_key_alone_and_once(api, ana, capsys):
    call_command("create_token", "ana", "--scope", "write", "--days", "7")
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert post(api, said.out.strip()).status_code == 201
    token = ApiToken.objects.get()
    assert dt.timedelta(days=6) < token.expires_at - timezone.now() <= dt.timedelta(days=7)
    assert said.out.strip() not in (token.digest, token.prefix)


def test_without_days_the_policy_of_the_desk_counts(ana, capsys):
    call_command("create_token", "ana", "--scope", "read")
    left = ApiToken.objects.get().expires_at - timezone.now()
    assert dt.timedelta(days=89) < left <= dt.timedelta(days=90)


def test_who_has_no_role_gets_no_token(ana):
    ana.groups.clear()
    with pytest.raises(CommandError, match="has no role yet"):
        call_command("create_token", "ana", "--scope", "read")


def test_who_left_gets_no_token(ana):
    type(ana).objects.update(is_active=False)
    with pytest.raises(CommandError, match="may not sign in any more"):
        call_command("create_token", "ana", "--scope", "read")


@pytest.mark.parametrize("days", ["0", "-1", "3651"])
def test_a_token_lives_for_some_days(ana, days):
    with pytest.raises(CommandError, match="1 to 3650 days"):
        call_command("create_token", "ana", "--scope", "read", f"--days={days}")
    assert not ApiToken.objects.exists()


def test_an_unknown_person_is_a_plain_sentence(db):
    with pytest.raises(CommandError, match="There is no user “nobody”"):
        call_command("create_token", "nobody", "--scope", "read")
    assert not ApiToken.objects.exists()
