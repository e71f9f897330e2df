"""The whole of a fetch has one deadline, whatever trickles in meanwhile."""

import socket
import threading
import time
from ipaddress import ip_address

import pytest

from sources.http import Limits, NameUnknown, NoAnswer, Policy, TooSlow, fetch
from sources.net import names
from sources.net.clock import Deadline
from sources.net.names import look_up, system_resolver
from sources.net.stream import Stream
from tests.sources.net.servers import SOON, path_of, says

HURRY = Limits(seconds=0.6, connect_seconds=0.4)
LATE = 4.0  # a slow machine's word for "soon after the deadline"


def seconds_until(failure, address, policy, limits=HURRY, **more):
    started = time.monotonic()
    with pytest.raises(failure):
        fetch(address, policy, limits, **more)
    return time.monotonic() - started


def dripping(head: bytes, drop: bytes = b"x"):
    def answer(connection, request):
        connection.sendall(head)
        while True:
            connection.sendall(drop)
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n",
    ],
    ids=["status", "header", "body", "body without length", "chunk size", "chunk"],
)
def test_a_drip_is_cut_off(head, serve):
    server = serve(dripping(head, b"1" if head.endswith(b"chunked\r\n\r\n") else b"x"))
    assert 0.5 < seconds_until(TooSlow, server.base, server.policy()) < LATE


def test_a_drip_of_chunks_is_cut_off(serve):
    server = serve(dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"))
    assert 0.5 < seconds_until(TooSlow, server.base, server.policy()) < LATE


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_takes_the_call_and_says_nothing_is_left(scheme, serve):
    server = serve(lambda connection, request: time.sleep(8))
    address = server.base.replace("http:", f"{scheme}:")
    assert 0.5 < seconds_until(TooSlow, address, server.policy()) < LATE


def test_a_slow_chain_of_redirects_has_the_same_deadline(serve):
    def answer(connection, request):
        time.sleep(0.25)
        says(status="302 Found", Location=path_of(request) + "x")(connection, request)

    server = serve(answer)
    assert 0.5 < seconds_until(TooSlow, server.base, server.policy()) < LATE
    assert server.visits <= 4


def test_a_port_that_does_not_take_the_call_is_no_answer():
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        port = full.getsockname()[1]
        callers = [socket.socket() for _ in range(8)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(("127.0.0.1", port))
        limits = Limits(seconds=20, connect_seconds=0.4)
        policy = Policy(allow_loopback_ports=frozenset({port}))
        assert 0.3 < seconds_until(NoAnswer, f"http://127.0.0.1:{port}/", policy, limits) < LATE
        assert seconds_until(TooSlow, f"http://127.0.0.1:{port}/", policy, Limits(seconds=0.4)) < LATE
        for caller in callers:
            caller.close()


def test_a_silent_ip_leaves_time_for_the_next(serve, monkeypatch):
    """The first address of many a name is an IPv6 that leads nowhere."""
    server = serve(says(b"second"))
    patched = socket.socket.connect

    def connect(self, where):
        if where[0] == "::1":
            time.sleep(self.gettimeout())
            raise TimeoutError
        return patched(self, where)

    monkeypatch.setattr(socket.socket, "connect", connect)
    policy = server.policy(loopback_names=frozenset({"two.example"}))
    both = [ip_address("::1"), ip_address("127.0.0.1")]
    fetched = fetch(
        f"http://two.example:{server.port}/", policy, Limits(connect_seconds=0.6), resolve=lambda host: both
    )
    assert fetched.body == b"second"
    assert 0.2 < fetched.elapsed < LATE


def test_a_slow_resolver_is_not_waited_for():
    released = threading.Event()
    assert 0.5 < seconds_until(TooSlow, "http://slow.example/", Policy(), resolve=lambda host: released.wait(8)) < LATE
    released.set()


def test_resolvers_left_behind_are_not_without_end(monkeypatch):
    monkeypatch.setattr(names, "SLOTS", threading.BoundedSemaphore(1))
    released = threading.Event()
    seconds_until(TooSlow, "http://slow.example/", Policy(), resolve=lambda host: released.wait(5))

    def never(host):
        raise AssertionError(host)

    seconds_until(TooSlow, "http://slow.example/", Policy(), resolve=never)
    released.set()
    assert names.SLOTS.acquire(timeout=5)  # given back when the system answers after all


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), NameUnknown),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), NoAnswer),
        (UnicodeError("label too long"), NameUnknown),
    ],
)
def test_a_name_that_is_not_found_is_told_from_a_resolver_that_is_out_of_order(error, failure):
    def resolve(host):
        raise error

    with pytest.raises(failure):
        look_up("news.example", resolve, Deadline(5))


def test_the_system_is_asked_for_the_whole_name_and_each_ip_counts_once(monkeypatch):
    asked = []

    def getaddrinfo(host, port, **more):
        asked.append(host)
        found = ("93.184.216.34", "2606:2800:220:1::1", "93.184.216.34", "fe80::1%lo")
        return [(0, 0, 0, "", (ip, 0)) for ip in found]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert [str(ip) for ip in system_resolver("news.example")] == ["93.184.216.34", "2606:2800:220:1::1", "fe80::1%lo"]
    system_resolver("localhost")
    assert asked == ["news.example.", "localhost"]


def test_twenty_drips_do_not_hold_up_another_site(serve):
    drips = serve(dripping(b"HTTP/1.1 200 OK\r\n\r\n"))
    quick = serve(says(b"quick"))

    def suffer():
        with pytest.raises(TooSlow):
            fetch(drips.base, drips.policy(), Limits(seconds=3))

    patients = [threading.Thread(target=suffer) for _ in range(20)]
    for patient in patients:
        patient.start()
    assert fetch(quick.base, quick.policy(), SOON).elapsed < 2
    for patient in patients:
        patient.join()


def test_a_question_that_is_not_taken_is_too_slow():
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(TooSlow):
        Stream(ours, Deadline(0.2), 100).sendall(b"x" * 10_000_000)
