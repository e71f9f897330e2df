"""What the environment may say, and what a mistake in it gets."""

import pytest

from claimtracker import env


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMTRACKER_VAR", str(tmp_path))
    for name in ("DATABASE_URL", "THING"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("true", True), ("YES", True), ("1", True), ("on", True), ("False", False), ("no", False), ("0", False)],
)
def test_a_flag_is_read(monkeypatch, said, meant):
    monkeypatch.setenv("THING", said)
    assert env.flag("THING", default=not meant) is meant


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("flase", lambda: env.flag("THING", default=False)),
        ("-1", lambda: env.number("THING", 5)),
        ("٣", lambda: env.number("THING", 5)),  # a digit, and not one that we read
        ("99999", lambda: env.number("THING", 5, most=65535)),
        ("loud", lambda: env.choice("THING", "INFO", ["INFO", "DEBUG"])),
        ("mysql://u:p@host/name", lambda: env.database("THING")),
        ("postgres://u:p@host", lambda: env.database("THING")),
        ("postgres://u:p@host:port/name", lambda: env.database("THING")),
        ("postgres://u:p#w@host/name", lambda: env.database("THING")),
        ("memcached://host", lambda: env.redis_address("THING")),
    ],
)
def test_what_is_not_understood_stops_the_program_by_name(monkeypatch, said, read):
    monkeypatch.setenv("THING", said)
    with pytest.raises(SystemExit, match=r"^The environment variable THING is .*; legal (is|are) "):
        read()


def test_no_password_stands_in_a_complaint(monkeypatch):
    monkeypatch.setenv("THING", "postgres://u:secret@host")
    with pytest.raises(SystemExit) as complaint:
        env.database("THING")
    assert "secret" not in str(complaint.value)


def test_what_must_be_said_is_asked_for(monkeypatch):
    monkeypatch.setenv("THING", "  ")
    with pytest.raises(SystemExit, match="THING must be set: it signs the sessions"):
        env.required("THING", "it signs the sessions.")


@pytest.mark.parametrize(
    ("url", "user", "password", "host", "port", "name"),
    [
        ("postgres://u:p@h/n", "u", "p", "h", "", "n"),
        ("postgresql://u:p@h:5433/n", "u", "p", "h", "5433", "n"),
        ("postgres://a%40b:p%2Fw%23@h/n", "a@b", "p/w#", "h", "", "n"),
        ("postgres://u:p@%2Ftmp%2FAbC/n", "u", "p", "/tmp/AbC", "", "n"),  # a socket's path keeps its capitals
        ("postgres://u:p@[::1]:5433/n", "u", "p", "::1", "5433", "n"),
        ("postgres://u@h/n", "u", "", "h", "", "n"),
    ],
)
def test_the_address_of_a_database_is_read(monkeypatch, url, user, password, host, port, name):
    monkeypatch.setenv("THING", url)
    read = env.database("THING")
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (
        user,
        password,
        host,
        port,
        name,
    )


def test_an_option_behind_the_address_reaches_the_driver(monkeypatch):
    monkeypatch.setenv("THING", "postgres://u:p@h/n?sslmode=require")
    assert env.database("THING")["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    "address",
    ["http://localhost:11434/v1", "https://models.example.org", "http://[::1]:8080/v1/", "http://10.0.0.7/v1"],
)
def test_the_address_of_a_service_of_ours_may_be_private(monkeypatch, address):
    monkeypatch.setenv("THING", address)
    assert env.web_address("THING") == address


@pytest.mark.parametrize(
    "address",
    [
        *("localhost:11434", "ftp://host/v1", "file:///etc/passwd", "http://", "http:///v1", "http://host:port/v1"),
        *("http://me:secret@host/v1", "http://host/v1?key=secret", "http://host/v1#secret", "http://host:99999/v1"),
        *("http://hóst/v1", "http://host/\x00v1", "http://[::1/v1"),
    ],
)
def test_another_address_stops_the_program_and_is_not_repeated(monkeypatch, address):
    monkeypatch.setattr(env, "_value", lambda name: address)
    with pytest.raises(SystemExit, match=r"^The environment variable THING is .*; legal is http://") as complaint:
        env.web_address("THING")
    assert "secret" not in str(complaint.value)


@pytest.mark.parametrize("key", ["two words", "ключ", "line\nbreak", "tab\tbed"])
def test_a_key_that_cannot_stand_in_a_header_is_refused(monkeypatch, key):
    monkeypatch.setenv("THING", key)
    with pytest.raises(SystemExit, match="legal are letters") as complaint:
        env.secret("THING")
    assert key not in str(complaint.value)


def test_without_an_address_or_a_key_there_is_none():
    assert env.web_address("THING") == env.secret("THING") == ""


@pytest.mark.parametrize(
    ("address", "endpoint", "bucket", "prefix"),
    [
        ("s3://k:s@s3.example.org/files", "https://s3.example.org", "files", ""),
        ("s3://k:s@s3.example.org/files/", "https://s3.example.org", "files", ""),
        ("s3://k:s@minio:9000/files/desk/one?secure=no", "http://minio:9000", "files", "desk/one"),
        ("s3://k:s@[::1]:9000/my.files-2?secure=false&region=eu-north-1", "http://[::1]:9000", "my.files-2", ""),
    ],
)
def test_the_address_of_an_object_storage_is_read(monkeypatch, address, endpoint, bucket, prefix):
    monkeypatch.setenv("THING", address)
    read = env.object_storage("THING")
    assert (read["endpoint_url"], read["bucket_name"], read["location"]) == (endpoint, bucket, prefix)
    assert (read["access_key"], read["secret_key"]) == ("k", "s")
    assert read["region_name"] == ("eu-north-1" if "region" in address else "us-east-1")


def test_key_and_secret_of_an_object_storage_may_have_any_sign(monkeypatch):
    monkeypatch.setenv("THING", "s3://a%2Fb%40:p%2F%2B%3A%25@h/files")
    assert (env.object_storage("THING")["access_key"], env.object_storage("THING")["secret_key"]) == ("a/b@", "p/+:%")


def test_without_an_object_storage_there_is_a_folder(monkeypatch):
    assert env.object_storage("THING") == {}


@pytest.mark.parametrize(
    "address",
    [
        *("files", "/var/files", "s3://", "s3://h/files", "s3://k@h/files", "s3://k:secret@/files", "s3://k:secret@h"),
        *("s3://k:secret@h/", "s3://k:secret@h/F", "s3://k:secret@h/a", "s3://k:secret@h/files/../other"),
        *(
            "s3://k:secret@h/files//x",
            "s3://k:secret@h/files/a b",
            "s3://k:secret@h:port/files",
            "s3://k:secret@h:0/files",
        ),
        *("https://k:secret@h/files", "s3://k:secret@h/files#x", "s3://k:secret@h/files?regoin=x"),
        *("s3://k:secret@h/files?secure=flase", "s3://k:secret@h/files?region=EU/1", "s3://k:se/cret@h/files"),
        *("s3://k:secret@h/files?region", "s3://k:secrét@h/files"),
    ],
)
def test_another_storage_stops_the_program_and_its_secret_is_not_repeated(monkeypatch, address):
    monkeypatch.setenv("THING", address)
    with pytest.raises(SystemExit, match=r"^The environment variable THING is .*; legal is s3://") as complaint:
        env.object_storage("THING")
    assert "secr" not in str(complaint.value)
    assert complaint.value.__suppress_context__


@pytest.mark.parametrize("words", ["Desk\r\nX: y", "Désk", "x" * 201])
def test_words_that_cannot_stand_in_a_header_are_refused(monkeypatch, words):
    monkeypatch.setenv("THING", words)
    with pytest.raises(SystemExit, match="legal are up to 200"):
        env.header("THING", "")


@pytest.mark.parametrize(
    ("given", "for_redis", "for_celery"),
    [
        ("redis://h:6379/1", "redis://h:6379/1", "redis://h:6379/1"),
        ("rediss://:p@h/0", "rediss://:p@h/0", "rediss://:p@h/0"),
        ("unix://:p@/run/r.sock?db=2", "unix://:p@/run/r.sock?db=2", "redis+socket://:p@/run/r.sock?virtual_host=2"),
        ("redis+socket:///r.sock?virtual_host=2", "unix:///r.sock?db=2", "redis+socket:///r.sock?virtual_host=2"),
    ],
)
def test_one_address_of_redis_serves_both_clients(monkeypatch, given, for_redis, for_celery):
    monkeypatch.setenv("THING", given)
    assert env.redis_address("THING") == for_redis
    assert env.for_celery(env.redis_address("THING")) == for_celery


def test_a_running_stack_is_found_through_its_file(tmp_path):
    (tmp_path / "stack.env").write_text("DATABASE_URL=postgres://u:p@h/n\nTHING=of=the stack\n")
    assert env.text("THING", "") == "of=the stack"


def test_whoever_names_a_database_gets_nothing_from_the_file(monkeypatch, tmp_path):
    """Or `migrate` would be told the owner of another database."""
    (tmp_path / "stack.env").write_text("DATABASE_URL=postgres://u:p@h/n\nTHING=of the stack\n")
    monkeypatch.setenv("DATABASE_URL", "postgres://me:p@elsewhere/n")
    assert env.text("THING", "") == ""
    assert env.database("DATABASE_URL")["HOST"] == "elsewhere"
