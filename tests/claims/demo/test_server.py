"""The server of the story's web: on this machine only, out of its own pages only, and as a test tells it to be."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from claims.demo.web.pages import CORRECTED, FOLDER, PAGES
from claims.demo.web.server import DemoWeb

ROOT = Path(__file__).resolve().parents[3]
DOORS = "/brackholm-post.example/doors"
SLOW = "/slow.example/timeline"
UNKNOWN = b"No such page.\n"


@pytest.fixture
def web():
    with DemoWeb() as served:
        yield served


def ask(web, path, method="GET", **headers):
    with closing(http.client.HTTPConnection("127.0.0.1", web.port, timeout=10)) as connection:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/pages/press.html",
        "/press.html",
        "/../pages.py",
        "/../../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/etc/passwd",
        f"/{FOLDER}/press.html",
        "/site.css/../../server.py",
        "/site.css%00.html",
        "file:///etc/passwd",
        ".",
        "*",
        "/./site.css",
    ],
)
def test_no_request_leads_out_of_its_pages(path, web):
    assert ask(web, path) == (404, UNKNOWN)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "[::1]:{port}", "0.0.0.0:{port}"])
def test_another_host_than_this_machine_is_refused(host, web):
    status, said = ask(web, "/", Host=host.format(port=web.port))
    assert (status, said) == (421, b"This web is for 127.0.0.1 only.\n")
    assert ask(web, "/correction", "POST", Host=host.format(port=web.port))[0] == 421
    assert b"Twenty-one people" in ask(web, CORRECTED)[1]


def test_it_listens_on_loopback_only(web):
    assert web._server.socket.getsockname() == ("127.0.0.1", web.port)
    assert web._server.socket.family == socket.AF_INET
    assert web.base == f"http://127.0.0.1:{web.port}"


def test_what_is_no_http_ends_without_harm(web):
    for said in (b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"BREW / HTTP/1.1\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", web.port), timeout=5) as visitor:
            visitor.sendall(said)
            visitor.shutdown(socket.SHUT_WR)
            while visitor.recv(4096):
                pass
    assert ask(web, "/")[0] == 200


def test_the_front_page_leads_to_every_page():
    links = set(re.findall(r'(?:href|action)="(/[^"]*)"', (FOLDER / "front.html").read_text(encoding="utf-8")))
    onward = {"/firefighters.example/login", "/kellmark-university.example/research/lissen-flood", "/robots.txt", "/"}
    assert links - {"/correction"} == PAGES.keys() - onward


def test_a_correction_is_published_by_hand_and_taken_back(web):
    for words in (b"Twelve people died", b"Twenty-one people died"):
        assert ask(web, "/correction", "POST") == (303, b"")
        assert words in ask(web, CORRECTED)[1]


def test_a_page_answers_as_the_test_tells_it(web):
    web.change(DOORS, status=503)
    assert ask(web, DOORS)[0] == 503
    web.change(DOORS, status=200, text="<p>Nothing but this, at http://story.test/here.</p>")
    assert ask(web, DOORS)[1].decode() == f"<p>Nothing but this, at {web.base}/here.</p>"
    web.restore(DOORS)
    assert b"More than 340 homes" in ask(web, DOORS)[1]
    web.change("/new.example/page", text="new")
    assert ask(web, "/new.example/page") == (200, b"new")
    web.change(DOORS, delay=0.3)
    begun = time.monotonic()
    ask(web, DOORS)
    assert time.monotonic() - begun >= 0.3


def test_it_counts_who_came_and_what_they_said(web):
    assert web.visits == {}
    for _ in range(3):
        ask(web, DOORS, **{"User-Agent": "Desk", "If-None-Match": '"1"'})
    assert ask(web, f"{DOORS}?a=b", "HEAD") == (200, b"")
    assert web.visits == {DOORS: 4}
    assert (web.seen[0].headers["user-agent"], web.seen[0].headers["if-none-match"]) == ("Desk", '"1"')


@pytest.mark.parametrize("path", [SLOW, "/silent.example/statement"])
def test_a_page_without_an_end_does_not_hold_up_the_end(path):
    web = DemoWeb()
    with socket.create_connection(("127.0.0.1", web.port), timeout=5) as visitor:
        visitor.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{web.port}\r\n\r\n".encode())
        while not web.visits[path]:
            time.sleep(0.01)
        begun = time.monotonic()
        web.close()
        while visitor.recv(4096):
            pass
        assert time.monotonic() - begun < 4
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", web.port), timeout=5)


def test_a_page_without_an_end_does_not_keep_others_waiting(web):
    with socket.create_connection(("127.0.0.1", web.port), timeout=5) as visitor:
        visitor.sendall(f"GET {SLOW} HTTP/1.1\r\nHost: 127.0.0.1:{web.port}\r\n\r\n".encode())
        assert ask(web, "/")[0] == 200


def test_the_command_says_where_it_is_and_how_to_fetch_from_it(web):
    with subprocess.Popen(
        [sys.executable, "run.py", "demo-web", "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        base = running.stdout.readline().split()[-1]
        said = "".join(running.stdout.readline() for _ in range(5))
        port = int(base.rstrip("/").rpartition(":")[2])
        assert f"FETCH_LOOPBACK_PORTS={port} python3 run.py" in said
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
            connection.request("GET", "/article.md")
            assert f"{base}ostmere.example/" in connection.getresponse().read().decode()
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 0
    taken = [sys.executable, "run.py", "demo-web", "--port", str(web.port)]
    refused = subprocess.run(taken, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"Port {web.port} is taken by another program")
