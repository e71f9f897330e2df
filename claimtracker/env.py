"""Strict readers of the environment, for settings.py alone.

A value that is not understood stops the program with a sentence that names the
variable and says what is legal: a typo in "DEBUG=flase" must not become a guess.

Where DATABASE_URL is not set, the names that a running `run.py` has written to
var/stack.env stand in for the missing ones, so that `manage.py` in another terminal
reaches the same database. Whoever sets DATABASE_URL says everything else too: nothing
of the file is mixed into it, or a migration could reach the wrong database.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

PROJECT = Path(__file__).resolve().parent.parent
TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})
POSTGRES_SCHEMES = ("postgres", "postgresql")
BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
PREFIX = re.compile(r"[A-Za-z0-9._-]{1,100}(?:/[A-Za-z0-9._-]{1,100}){0,9}")
REDIS_SCHEMES = ("redis", "rediss", "unix", "redis+socket")

# Every name that was asked for; a test compares docker-compose.yml with it.
asked: set[str] = set()


class BadEnvironment(SystemExit):
    """A variable is missing or makes no sense: the program says so and does not start."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"The environment variable {name} {problem}")


def var_folder() -> Path:
    """Where everything lives that is made while running: CLAIMTRACKER_VAR, else var/ of the project."""
    asked.add("CLAIMTRACKER_VAR")
    return Path(os.environ.get("CLAIMTRACKER_VAR") or PROJECT / "var").absolute()


def read_stack_file(path: Path) -> dict[str, str]:
    """The NAME=value lines of a stack.env; nothing where there is none, or it is another user's."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _environment() -> dict[str, str]:
    if os.environ.get("DATABASE_URL"):
        return dict(os.environ)
    return {**read_stack_file(var_folder() / "stack.env"), **os.environ}


def _value(name: str) -> str:
    asked.add(name)
    return _environment().get(name, "").strip()


def text(name: str, default: str) -> str:
    return _value(name) or default


def required(name: str, why: str) -> str:
    """`why` ends the sentence: "it signs sessions; make one with …"."""
    value = _value(name)
    if not value:
        raise BadEnvironment(name, f"must be set: {why}")
    return value


def flag(name: str, default: bool) -> bool:
    value = _value(name).lower()
    if not value:
        return default
    if value not in TRUE | FALSE:
        raise BadEnvironment(name, f"is {value!r}; legal are true, false, yes, no, on, off, 1 and 0.")
    return value in TRUE


def number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    value = _value(name)
    if not value:
        return default
    legal = f"a whole number from {least}" + (f" to {most}" if most is not None else " up")
    if not value.isascii() or not value.isdigit() or int(value) < least or (most is not None and int(value) > most):
        raise BadEnvironment(name, f"is {value!r}; legal is {legal}.")
    return int(value)


def choice(name: str, default: str, legal: Sequence[str]) -> str:
    value = _value(name) or default
    if value not in legal:
        raise BadEnvironment(name, f"is {value!r}; legal are {', '.join(legal)}.")
    return value


def words(name: str, default: Sequence[str] = ()) -> list[str]:
    """A list, separated by commas."""
    value = _value(name)
    if not value:
        return list(default)
    return [word.strip() for word in value.split(",") if word.strip()]


def web_address(name: str) -> str:
    """http:// or https:// of a service of the operator's own, which may be private; empty where none is set."""
    url = _value(name)
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        fits = False
    # Without the value in the complaint: a password may stand in it.
    if not fits or "@" in parts.netloc or parts.query or parts.fragment or not url.isascii() or not url.isprintable():
        legal = "http://host:port/path or https://host/path, without a name, a password or a question in it"
        raise BadEnvironment(name, f"is not such an address; legal is {legal}.")
    return url


def secret(name: str) -> str:
    """A key that is sent in a header; empty where none is set."""
    value = _value(name)
    if not value.isascii() or not value.isprintable() or " " in value:
        raise BadEnvironment(name, "is no such key; legal are letters, digits and signs of ASCII, without a blank.")
    return value


def header(name: str, default: str) -> str:
    """Words that are sent in a header."""
    value = _value(name) or default
    if not value.isascii() or not value.isprintable() or len(value) > 200:
        raise BadEnvironment(name, f"is {value!r}; legal are up to 200 letters, digits and signs of ASCII.")
    return value


def database(name: str, default: str = "") -> dict[str, Any]:
    """postgres://role:password@host:port/name?option=value as an entry of DATABASES.

    A percent-encoded host is the folder of a socket: postgres://role:password@%2Frun%2Fpostgresql/name.
    Empty when neither the variable nor a default is there.
    """
    url = _value(name) or default
    if not url:
        return {}
    try:
        return _database(url)
    except ValueError:  # without the value: a password may stand in it
        legal = "postgres://role:password@host:5432/name (special characters percent-encoded)"
        raise BadEnvironment(name, f"is not the address of a PostgreSQL database; legal is {legal}.") from None


def _database(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    # A password with a bare "/" or "#" moves the rest of the address; better a refusal than a wrong host.
    if parts.scheme not in POSTGRES_SCHEMES or not parts.path.strip("/") or parts.fragment:
        raise ValueError
    port = parts.port
    # Not `parts.hostname`, which is in small letters: the path of a socket must keep its own.
    host = parts.netloc.rpartition("@")[2]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host if port is None else host.rpartition(":")[0]).strip("[]"),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def redis_address(name: str, default: str = "") -> str:
    """redis://, rediss:// or unix:///path?db=0, as redis-py wants it; `for_celery` turns it round for Celery."""
    url = _value(name) or default
    if url and urlsplit(url).scheme not in REDIS_SCHEMES:
        legal = "redis://host:6379/0, rediss://… or unix:///path/of/socket?db=0"
        raise BadEnvironment(name, f"is not the address of a Redis server; legal is {legal}.")
    if url.startswith("redis+socket://"):
        return url.replace("redis+socket://", "unix://", 1).replace("virtual_host=", "db=")
    return url


def for_celery(url: str) -> str:
    """The same Redis for Celery, which has its own word for sockets and for the number of the database."""
    if not url.startswith("unix://"):
        return url
    return url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=")


def object_storage(name: str) -> dict[str, Any]:
    """s3://KEY:SECRET@host:port/bucket/prefix?region=…&secure=… as options of the storage; empty where none is set.

    Key and secret are percent-encoded; `region` is us-east-1 and `secure` (TLS) true where nothing is said.
    """
    url = _value(name)
    if not url:
        return {}
    try:
        return _object_storage(url)
    except ValueError:  # without the value: a secret stands in it
        legal = "s3://KEY:SECRET@host:port/bucket/prefix?region=…&secure=true (special characters percent-encoded)"
        raise BadEnvironment(name, f"is not the address of an object storage; legal is {legal}.") from None


def _object_storage(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    said = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    region, secure = said.pop("region", "us-east-1"), said.pop("secure", "true").lower()
    bucket, _, prefix = parts.path.removeprefix("/").rstrip("/").partition("/")
    host, port = parts.hostname or "", parts.port
    fits = (
        parts.scheme == "s3"
        and bool(host and parts.username and parts.password)
        and port != 0
        and not (parts.fragment or said)
        and url.isascii()
        and bool(BUCKET.fullmatch(bucket))
        and (not prefix or (bool(PREFIX.fullmatch(prefix)) and not {".", ".."} & set(prefix.split("/"))))
        and re.fullmatch(r"[a-z0-9-]{1,40}", region)
        and secure in TRUE | FALSE
    )
    if not fits:
        raise ValueError
    address = f"[{host}]" if ":" in host else host
    return {
        "endpoint_url": f"{'https' if secure in TRUE else 'http'}://{address}{f':{port}' if port else ''}",
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "bucket_name": bucket,
        "location": prefix,
        "region_name": region,
    }
