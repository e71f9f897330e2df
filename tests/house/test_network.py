"""One way to addresses: no module opens a connection of its own, except for those that say why."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("claimtracker", "sources", "claims")

# What opens connections, or listens.
OPENERS = {
    *("socket", "ssl", "socketserver", "asyncio", "http.client", "http.server", "urllib.request", "urllib.robotparser"),
    *("xmlrpc", "ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib"),
    *("urllib3", "requests", "httpx", "httpcore", "aiohttp", "websocket", "websockets", "pycurl", "paramiko", "grpc"),
    *("boto3", "botocore", "s3transfer", "storages"),
    *("trafilatura.downloads", "trafilatura.spider", "trafilatura.feeds", "trafilatura.sitemaps"),
}
# Libraries that read texts and have a way of their own to fetch them.
FETCHERS = {"fetch_url", "fetch_response", "urlopen", "urlretrieve", "buffered_downloads", "create_connection"}

# Where, what, and why.
ALLOWED = {
    "sources/net/": (
        {"socket", "ssl", "http.client", "urllib3", "urllib.robotparser"},
        "the guarded way itself, behind sources/http.py",
    ),
    "claimtracker/stack/desk.py": ({"http.client"}, "asks its own web process on loopback whether it is up"),
    "claimtracker/stack/serve.py": ({"socket"}, "looks for a free port of this machine"),
    "claims/demo/web/server.py": ({"http.server"}, "listens on loopback for the story's pages, and asks nobody"),
    "claimtracker/objects.py": (
        {"boto3", "botocore", "s3transfer", "storages"},
        "an object storage at the address the operator set",
    ),
    "claims/extractors/": ({"urllib3", "http.client", "ssl"}, "a language model at the address the operator set"),
}


def imported(tree: ast.AST) -> set[str]:
    """Every module that a file imports, dotted; what is imported from a module might be one too."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and name_of(node.func) in {"__import__", "import_module"}:
            found |= {
                part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)
            }
    return found


def used(tree: ast.AST) -> set[str]:
    names = {name_of(node) for node in ast.walk(tree) if isinstance(node, (ast.Attribute, ast.Name))}
    return names | {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}


def name_of(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def ways_out(source: str) -> set[str]:
    """The openers and fetchers that a file has in its hands."""
    tree = ast.parse(source)
    modules = imported(tree)
    opened = {opener for opener in OPENERS for module in modules if f"{module}.".startswith(f"{opener}.")}
    # `import http` gives http.client to whoever asks, once anything has loaded it.
    opened |= {f"{package} as a whole" for package in ("http", "urllib") if package in plain_imports(tree)}
    return opened | (FETCHERS & used(tree))


def plain_imports(tree: ast.AST) -> set[str]:
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def allowed(name: str) -> set[str]:
    return {opener for place, (openers, _) in ALLOWED.items() if name.startswith(place) for opener in openers}


FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def test_there_are_files_to_look_at():
    assert len(FILES) > 100


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_has_no_way_out_of_its_own(path):
    name = path.relative_to(ROOT).as_posix()
    assert ways_out(path.read_text(encoding="utf-8")) - allowed(name) == set()


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import socket as s",
        "from socket import create_server",
        "def f():\n    import ssl",
        "import http.client",
        "from http import client",
        "from http.client import HTTPConnection",
        "import http",
        "import urllib",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import urllib3.util",
        "from requests.sessions import Session",
        "import httpx, json",
        "try:\n    import aiohttp\nexcept ImportError:\n    pass",
        "__import__('socket')",
        "import importlib\nimportlib.import_module('http.client')",
        "from trafilatura import fetch_url",
        "import trafilatura\ntrafilatura.fetch_url('x')",
        "from trafilatura.downloads import anything",
        "if 1:\n    from smtplib import SMTP",
    ],
)
def test_it_finds_a_way_out(source):
    assert ways_out(source)


@pytest.mark.parametrize(
    "source",
    [
        "from http import HTTPStatus",
        "from urllib.parse import urlsplit",
        "import urllib.parse",
        "from sources.http import fetch",
        "from sources import http",
        "from . import socket",
        "import requests_of_ours",
        "from trafilatura import extract",
    ],
)
def test_it_takes_nothing_else_for_one(source):
    assert not ways_out(source)
