"""What `python3 run.py` decides before and around the processes it starts."""

import socket

import pytest

from claimtracker.stack import desk, serve
from claimtracker.stack.places import Account, Home, Trouble
from claimtracker.stack.serve import Furnished, choose_port, desk_environment
from claimtracker.stack.services import Services, needed

BOTH = {"DATABASE_URL": "postgres://u:p@h/n", "REDIS_URL": "redis://h/0"}


@pytest.fixture
def taken_port():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_taken_is_named(taken_port):
    with pytest.raises(Trouble, match=f"Port {taken_port} is taken .* choose one with --port"):
        choose_port(taken_port, print)


def test_no_such_port():
    with pytest.raises(Trouble, match=r"Port 99999 is taken .*or not allowed"):
        choose_port(99999, print)


def test_the_next_free_port_is_used_and_said_when_none_was_asked_for(taken_port, monkeypatch):
    said = []
    monkeypatch.setattr(serve, "FIRST_PORT", taken_port)
    monkeypatch.setattr(serve, "PORTS", range(taken_port, taken_port + 20))
    port = choose_port(None, said.append)
    assert taken_port < port < taken_port + 20
    assert said == [f"Port {taken_port} is taken by another program; using {port}."]


def test_what_is_given_by_address_is_not_run(tmp_path):
    home = Home(tmp_path, Account(), tmp_path)
    assert needed(home, BOTH) == Services(None, None)
    assert needed(home, {"DATABASE_URL": BOTH["DATABASE_URL"]}).postgres is None
    assert needed(home, {"REDIS_URL": BOTH["REDIS_URL"]}).redis is None


def test_a_shared_database_is_not_opened_to_the_public_unasked(tmp_path):
    env = desk_environment(tmp_path, Services(None, None), BOTH)
    assert "PUBLIC_READ" not in env
    assert env["DATABASE_URL"] == BOTH["DATABASE_URL"]
    assert "DATABASE_OWNER_URL" not in env


def test_what_the_person_says_wins(tmp_path):
    home = Home(tmp_path, Account(), tmp_path)
    env = desk_environment(tmp_path, needed(home, {}), {"PUBLIC_READ": "false", "SECRET_KEY": "mine"})
    assert (env["PUBLIC_READ"], env["SECRET_KEY"]) == ("false", "mine")


def test_the_key_that_signs_sessions_is_made_once(tmp_path):
    first, second = (desk_environment(tmp_path, Services(None, None), BOTH)["SECRET_KEY"] for _ in range(2))
    assert first == second
    assert len(first) > 40


def test_a_database_that_does_not_answer_is_named_in_a_sentence(tmp_path):
    with pytest.raises(Trouble, match=r"^The database of DATABASE_URL does not answer: "):
        serve.knock(f"postgres://u:p@{str(tmp_path).replace('/', '%2F')}/n")


def test_a_database_remembers_what_it_was_given(tmp_path):
    furnished = Furnished(tmp_path / "furnished")
    assert not furnished.has("demo")
    furnished.note({"admin"})
    furnished.note({"demo"})
    assert furnished.has("admin")
    assert furnished.has("demo")


def test_a_changed_static_file_is_noticed_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "static").mkdir()
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "runtime.lock").write_text("")
    (tmp_path / "var" / "static").mkdir(parents=True)
    monkeypatch.setattr(desk, "PROJECT", tmp_path)
    before = desk.static_files()
    (tmp_path / "var" / "static" / "collected.css").write_text("")
    assert desk.static_files() == before
    (tmp_path / "static" / "new.css").write_text("")
    assert desk.static_files() != before
