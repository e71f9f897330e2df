"""docker-compose.yml cannot be run where the tests run, so it is held to what the code knows."""

import re
from pathlib import Path

import pytest
import yaml
from celery.bin.celery import celery

from claimtracker import env, settings

PROJECT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
OURS = ("web", "worker", "fetcher", "beat", "migrate")
SECRETS = {"SECRET_KEY", "APP_PASSWORD", "OWNER_PASSWORD", "REDIS_PASSWORD"}


def test_it_runs_what_the_local_stack_runs():
    assert set(COMPOSE["services"]) == {"web", "worker", "fetcher", "beat", "migrate", "postgres", "redis"}


@pytest.mark.parametrize("name", OURS)
def test_every_name_in_the_environment_is_one_that_settings_read(name):
    assert settings.DATABASE is not None  # they have been read
    assert set(COMPOSE["services"][name]["environment"]) <= env.asked


@pytest.mark.parametrize("name", OURS)
def test_every_value_in_the_environment_is_one_that_settings_accept(name, monkeypatch):
    given = {key: filled(value) for key, value in COMPOSE["services"][name]["environment"].items()}
    for key, value in given.items():
        monkeypatch.setenv(key, value)
    assert env.database("DATABASE_URL")["HOST"] == "postgres"
    assert env.redis_address("REDIS_URL").startswith("redis://")
    assert env.flag("HTTPS", default=False) is True
    assert env.flag("PUBLIC_READ", default=True) is False
    assert env.number("EMAIL_PORT", 0) == 25


def filled(value: str) -> str:
    """As compose fills it in when only what must be given is given."""
    value = re.sub(r"\$\{\w+:\?[^}]*\}", "given", str(value))
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", value)


def test_no_secret_has_a_default():
    text = (PROJECT / "docker-compose.yml").read_text()
    asked_for = {match[1]: match[2] for match in re.finditer(r"\$\{(\w+)(:[-?])", text)}
    assert set(asked_for) >= SECRETS
    assert {asked_for[name] for name in SECRETS} == {":?"}
    assert not re.search(r"\$\{(SECRET_KEY|\w*PASSWORD):?-[^}]", text)


def test_only_the_migration_knows_the_owner():
    knowing = {name for name in OURS if "claimtracker_owner" in str(COMPOSE["services"][name]["environment"])}
    assert knowing == {"migrate"}


def test_the_commands_exist():
    assert (PROJECT / "claimtracker" / "wsgi.py").exists()
    assert "claimtracker.wsgi" in (PROJECT / "Dockerfile").read_text()
    for name in ("worker", "fetcher", "beat"):
        command = COMPOSE["services"][name]["command"]
        assert command[:5] == ["python", "-m", "celery", "--app", "claimtracker"]
        celery.commands[command[5]].make_context(command[5], command[6:], resilient_parsing=True)
    assert COMPOSE["services"]["migrate"]["command"][:3] == ["python", "manage.py", "migrate"]


@pytest.mark.parametrize("name", ["web", "worker", "fetcher", "beat", "postgres", "redis"])
def test_everything_that_keeps_running_has_a_health_check(name):
    assert COMPOSE["services"][name]["healthcheck"]["test"]


@pytest.mark.parametrize(("path", "name"), [("/readyz", "web"), ("/var/lib/claimtracker/beat-schedule", "beat")])
def test_a_health_check_looks_where_something_is(path, name, client, db):
    assert path in str(COMPOSE["services"][name]["healthcheck"])
    if name == "web":
        assert client.get(path).status_code == 200
    else:
        folder = re.search(r"CLAIMTRACKER_VAR=(\S+)", (PROJECT / "Dockerfile").read_text())[1]
        assert path == f"{folder}/{Path(settings.CELERY_BEAT_SCHEDULE_FILENAME).name}"


def test_only_the_web_is_reached_from_outside_and_only_from_this_machine():
    ports = {name: service["ports"] for name, service in COMPOSE["services"].items() if "ports" in service}
    assert ports == {"web": ["127.0.0.1:8000:8000"]}


def test_the_image_leaves_secrets_and_leftovers_out():
    left_out = (PROJECT / ".dockerignore").read_text().split()
    assert {".env", "var", ".venv", ".git"} <= set(left_out)
