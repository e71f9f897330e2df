"""What we say to others, and what we do not: no proxy, no password, no cookie; and no word of theirs in our errors."""

import logging
import traceback
from ipaddress import ip_address

import pytest

from sources.http import NotFetched, Policy, fetch
from tests.sources.net.servers import SOON, path_of, says

CANARY = "c4n4ry-words"


def test_proxies_of_the_environment_are_not_asked(serve, monkeypatch):
    proxy, server = serve(says(b"proxied")), serve(says(b"direct"))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.base)
    monkeypatch.setenv("no_proxy", "")
    assert fetch(server.base, server.policy(), SOON).body == b"direct"
    assert proxy.visits == 0


def test_no_password_of_this_machine_is_sent(serve, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ana password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    server = serve(says(status="401 Unauthorized", WWW_Authenticate="Basic realm=x"))
    with pytest.raises(NotFetched):
        fetch(server.base, server.policy(), SOON)
    assert server.visits == 1
    assert b"uthorization" not in server.requests[0]


def test_no_cookie_is_carried_from_one_request_to_the_next(serve):
    def answer(connection, request):
        first = path_of(request) == "/"
        status = "302 Found" if first else "200 OK"
        says(status=status, Location="/x", Set_Cookie="a=b; Path=/")(connection, request)

    server = serve(answer)
    fetch(server.base, server.policy(), SOON)
    fetch(server.base, server.policy(), SOON)
    assert len(server.requests) == 4
    assert not any(b"ookie" in request for request in server.requests)


def test_a_request_has_these_lines_and_no_others(serve):
    server = serve(says(b"x"))
    fetch(f"{server.base}/a b?c=d#e".replace(" ", "%20"), server.policy(user_agent="Desk (desk@news.example)"), SOON)
    assert server.requests[0].decode().split("\r\n") == [
        "GET /a%20b?c=d HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "User-Agent: Desk (desk@news.example)",
        "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Language: en,*;q=0.5",
        "Accept-Encoding: gzip, identity",
        "Connection: close",
        "",
        "",
    ]


@pytest.mark.parametrize(
    "answer",
    [
        says(CANARY.encode(), status=f"500 {CANARY}", X_Note=CANARY),
        says(CANARY.encode(), status=f"403 {CANARY}"),
        says(status="302 Found", Location=f"http://{CANARY}.10.0.0.1/"),
        says(status="302 Found", Location=f"ftp://{CANARY}/"),
        says(CANARY.encode(), Content_Encoding=CANARY),
        says(CANARY.encode(), Content_Encoding="gzip"),
        says(CANARY.encode(), Content_Length="99"),
        says(CANARY.encode(), Transfer_Encoding="chunked"),
        says(CANARY.encode(), Content_Length=f"1, 2, {CANARY}"),
        lambda connection, request: connection.sendall(CANARY.encode() * 50 + b"\r\n\r\n"),
        lambda connection, request: connection.sendall(f"HTTP/1.1 200 OK\r\n{CANARY}\r\nX: y\r\n\r\n".encode() * 2000),
    ],
)
def test_an_error_never_says_what_the_site_said(answer, serve, caplog):
    server = serve(answer)
    told = ""
    with caplog.at_level(logging.INFO):
        try:
            fetch(server.base, server.policy(), SOON)
        except NotFetched as failure:
            told = f"{failure!r} {failure.code} {failure.args} {traceback.format_exception_only(failure)}"
    assert [word for word in (CANARY, "127.0.0.1", "10.0.0.1", str(server.port)) if word in told + caplog.text] == []


def every_failure(kind=NotFetched):
    yield kind
    for narrower in kind.__subclasses__():
        yield from every_failure(narrower)


@pytest.mark.parametrize("kind", list(every_failure()), ids=lambda kind: kind.__name__)
def test_every_failure_is_a_sentence_for_people(kind):
    assert kind.sentence[0].isupper()
    assert kind.sentence.endswith(".")
    assert kind.code.replace("_", "").isalpha()
    assert str(kind()) == kind.sentence
    assert kind(451).status == 451


def test_the_host_that_was_asked_for_is_named_to_the_server(serve):
    server = serve(says(b"x"))
    policy = Policy(allow_loopback_ports=frozenset({server.port}), loopback_names=frozenset({"xn--bcher-kva.example"}))
    fetched = fetch(
        f"http://BÜCHER.example:{server.port}/", policy, SOON, resolve=lambda host: [ip_address("127.0.0.1")]
    )
    assert f"Host: xn--bcher-kva.example:{server.port}\r\n".encode() in server.requests[0]
    assert fetched.final_address == f"http://xn--bcher-kva.example:{server.port}/"
