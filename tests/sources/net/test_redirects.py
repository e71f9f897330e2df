"""Redirects: at most five, each judged again, never from https to http."""

from ipaddress import ip_address

import pytest

from sources.http import (
    AddressRefused,
    Hop,
    Limits,
    NameUnknown,
    NotThere,
    RemoteFailed,
    SignInNeeded,
    TooManyRedirects,
    fetch,
)
from sources.net.addresses import read_address
from sources.net.statuses import leads_to_sign_in, redirect_of
from tests.sources.net.servers import SOON, path_of, says

STATUSES = ["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("location", "reached"),
    [
        ("/there", "/there"),
        ("there?a=1#part", "/deep/there?a=1"),
        ("../there", "/there"),
        ("?b=2", "/deep/here?b=2"),
        ("//127.0.0.1:{port}/there", "/there"),
        ("http://127.0.0.1:{port}/there", "/there"),
        ("/a b", "/a%20b"),
        ("/Köln", "/K%C3%B6ln"),
    ],
)
def test_it_follows(status, location, reached, serve):
    def answer(connection, request):
        first = path_of(request) == "/deep/here"
        moved = says(status=status, Location=location.format(port=server.port))
        (moved if first else says(b"arrived"))(connection, request)

    server = serve(answer)
    fetched = fetch(f"{server.base}/deep/here", server.policy(), SOON)
    assert fetched.body == b"arrived"
    assert fetched.address == f"{server.base}/deep/here"
    assert fetched.final_address == server.base + reached
    assert fetched.hops == (
        Hop(f"{server.base}/deep/here", int(status[:3])),
        Hop(server.base + reached, 200),
    )


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/",
        "https://127.0.0.1/",
        "http://[::1]/",
        "file:///etc/passwd",
        "ftp://news.example/",
        "http://user@news.example/",
        "http://93.184.216.34:22/",
        "http://2130706433/",
        "http://news.example:0/",
    ],
)
def test_it_does_not_follow_inside(status, location, serve, outside):
    server = serve(says(status=status, Location=location))
    with pytest.raises(AddressRefused):
        fetch(server.base, server.policy(), SOON)
    assert server.visits == 1
    assert outside == []


def test_a_name_in_a_redirect_is_looked_up_and_judged(serve):
    server = serve(says(status="302 Found", Location="http://inside.example/"))
    with pytest.raises(AddressRefused):
        fetch(server.base, server.policy(), SOON, resolve=lambda host: [ip_address("10.0.0.1")])
    with pytest.raises(NameUnknown):
        fetch(server.base, server.policy(), SOON, resolve=lambda host: [])


def test_five_are_followed_and_not_a_sixth(serve):
    def answer(connection, request):
        left = int(path_of(request)[1:])
        (says(status="302 Found", Location=f"/{left - 1}") if left else says(b"arrived"))(connection, request)

    server = serve(answer)
    fetched = fetch(f"{server.base}/5", server.policy(), SOON)
    assert [hop.status for hop in fetched.hops] == [302] * 5 + [200]
    with pytest.raises(TooManyRedirects):
        fetch(f"{server.base}/6", server.policy(), SOON)
    with pytest.raises(TooManyRedirects):
        fetch(f"{server.base}/1", server.policy(), Limits(redirects=0))


def test_a_circle_ends(serve):
    server = serve(says(status="301 Moved Permanently", Location="/"))
    with pytest.raises(TooManyRedirects):
        fetch(server.base, server.policy(), SOON)
    assert server.visits == 6


def test_the_body_of_a_redirect_is_not_read(serve):
    def answer(connection, request):
        if path_of(request) == "/":
            connection.sendall(
                b"HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Encoding: br\r\n\r\n" + b"x" * 100_000
            )
        else:
            says(b"arrived")(connection, request)

    server = serve(answer)
    assert fetch(server.base, server.policy(), SOON).body == b"arrived"


@pytest.mark.parametrize("status", ["300 Multiple Choices", "304 Not Modified", "305 Use Proxy", "306 Unused"])
def test_other_statuses_lead_nowhere(status, serve):
    server = serve(says(status=status, Location="/there"))
    with pytest.raises(RemoteFailed):
        fetch(server.base, server.policy(), SOON)
    assert server.visits == 1


def test_a_redirect_to_nowhere_is_an_error_of_the_site(serve):
    server = serve(says(status="302 Found"))
    with pytest.raises(RemoteFailed):
        fetch(server.base, server.policy(), SOON)


def test_a_failure_after_a_redirect_keeps_its_status(serve):
    def answer(connection, request):
        first = path_of(request) == "/"
        (says(status="302 Found", Location="/x") if first else says(status="404 Not Found"))(connection, request)

    server = serve(answer)
    with pytest.raises(NotThere) as failure:
        fetch(server.base, server.policy(), SOON)
    assert failure.value.status == 404


@pytest.mark.parametrize(
    "head", [b"<meta http-equiv=refresh content='0;url=http://10.0.0.1/'>", b"<script>location='/x'"]
)
def test_a_page_cannot_send_us_on(head, serve):
    server = serve(says(head, Content_Type="text/html", Refresh="0; url=/x"))
    fetched = fetch(server.base, server.policy(), SOON)
    assert fetched.body == head
    assert server.visits == 1


def test_a_page_that_leads_to_a_sign_in_needs_one(serve):
    def answer(connection, request):
        first = path_of(request) == "/story"
        (says(status="302 Found", Location="/login?next=/story") if first else says(b"Who are you?"))(
            connection, request
        )

    server = serve(answer)
    with pytest.raises(SignInNeeded) as failure:
        fetch(f"{server.base}/story", server.policy(), SOON)
    assert failure.value.status == 200
    assert fetch(f"{server.base}/login", server.policy(), SOON).body == b"Who are you?"


@pytest.mark.parametrize(
    ("reached", "needs"),
    [
        ("https://news.example/login", True),
        ("https://news.example/users/sign_in", False),
        ("https://news.example/users/sign-in/", True),
        ("https://news.example/wp-login.php?redirect_to=x", True),
        ("https://login.news.example/", True),
        ("https://accounts.other.example/v3", True),
        ("https://news.example/2024/how-to-login", False),
        ("https://news.example/login/the-story", False),
        ("https://logins.example/", False),
    ],
)
def test_a_sign_in_is_told_by_its_address(reached, needs):
    assert leads_to_sign_in(read_address("https://news.example/story"), read_address(reached)) == needs
    assert not leads_to_sign_in(read_address(reached), read_address(reached))


def test_a_location_counts_only_with_a_status_that_redirects():
    assert redirect_of(302, (("location", "/x"), ("Location", "/y"))) == "/x"
    assert redirect_of(200, (("Location", "/x"),)) is None
    assert redirect_of(201, (("Location", "/x"),)) is None
