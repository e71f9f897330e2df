"""A good guest: takes turns, minds robots.txt, comes again when asked to."""

import threading
import time
from itertools import pairwise

import pytest

from sources.http import (
    AddressRefused,
    Busy,
    DisallowedByRobots,
    Limits,
    NoAnswer,
    Policy,
    RemoteFailed,
    Robots,
    TooSlow,
    Turns,
    fetch,
)
from sources.net import robots as robots_file
from sources.net.addresses import read_address
from sources.net.clock import Deadline
from tests.sources.net.servers import SOON, path_of, says


class Crowd:
    """Many threads that take a turn each and tell how many had one at once."""

    def __init__(self, turns: Turns, hosts: list[str]) -> None:
        self.begun: list[tuple[str, float]] = []
        self.most: dict[str, int] = {}
        self._now: dict[str, int] = {}
        self._lock = threading.Lock()
        threads = [threading.Thread(target=self._visit, args=(turns, host)) for host in hosts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _visit(self, turns: Turns, host: str) -> None:
        with turns.turn(host, Deadline(20)):
            self._count(host, 1)
            time.sleep(0.03)
            self._count(host, -1)

    def _count(self, host: str, step: int) -> None:
        with self._lock:
            if step > 0:
                self.begun.append((host, time.monotonic()))
            for name in (host, "all"):
                self._now[name] = self._now.get(name, 0) + step
                self.most[name] = max(self.most.get(name, 0), self._now[name])


def test_a_host_is_asked_twice_at_once_and_all_hosts_eight_times():
    crowd = Crowd(Turns(pause=0), [f"{host}.example" for host in "abcdef" for _ in range(8)])
    assert len(crowd.begun) == 48
    assert crowd.most.pop("all") <= 8
    assert max(crowd.most.values()) <= 2


def test_between_two_requests_to_a_host_there_is_a_pause():
    crowd = Crowd(Turns(pause=0.1), ["a.example"] * 4 + ["b.example"])
    begun = sorted(when for host, when in crowd.begun if host == "a.example")
    assert all(later - earlier > 0.09 for earlier, later in pairwise(begun))
    assert len(begun) == 4


def test_a_turn_that_does_not_come_in_time_is_given_up():
    turns = Turns(per_host=1, pause=0)
    with turns.turn("a.example", Deadline(5)), pytest.raises(TooSlow), turns.turn("a.example", Deadline(0.1)):
        raise AssertionError("not its turn")
    with turns.turn("a.example", Deadline(1)):
        pass


def test_a_turn_is_given_back_when_its_work_fails():
    turns = Turns(per_host=1, pause=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.turn("a.example", Deadline(1)):
            raise ZeroDivisionError
    assert not turns._asked


def test_a_host_that_asks_for_a_pause_gets_it(serve):
    server = serve(says(status="429 Too Many Requests", Retry_After="120"))
    turns = Turns(pause=0)
    for _ in range(3):
        with pytest.raises(Busy) as failure:
            fetch(server.base, server.policy(), SOON, turns=turns)
        assert 110 < failure.value.retry_after <= 120
    assert server.visits == 1


def test_a_host_that_is_busy_and_names_no_time_is_asked_again(serve):
    server = serve(says(status="503 Service Unavailable"))
    turns = Turns(pause=0)
    for _ in range(2):
        with pytest.raises(Busy):
            fetch(server.base, server.policy(), SOON, turns=turns)
    assert server.visits == 2


def test_every_request_of_a_chain_takes_a_turn(serve):
    def answer(connection, request):
        (says(status="302 Found", Location="/x") if path_of(request) == "/" else says(b"x"))(connection, request)

    server = serve(answer)
    fetched = fetch(server.base, server.policy(), SOON, turns=Turns(per_host=1, pause=0.2))
    assert fetched.body == b"x"
    assert fetched.elapsed > 0.19


def with_robots(text: bytes | None, status: str = "200 OK"):
    def answer(connection, request):
        at_robots = path_of(request) == "/robots.txt"
        (says(text or b"", status=status) if at_robots else says(b"page"))(connection, request)

    return answer


RULES = b"\xef\xbb\xbfUser-agent: claimtracker\nDisallow: /private\nAllow: /\n\nUser-agent: *\nDisallow: /\n\xff"


@pytest.mark.parametrize(
    ("path", "agent", "fine"),
    [
        ("/", "Claimtracker/1.0 (+https://desk.example)", True),
        ("/story", "Claimtracker (desk@news.example)", True),
        ("/private/story", "Claimtracker", False),
        ("/story", "Another", False),
    ],
)
def test_robots_are_told_where_not_to_go(path, agent, fine, serve):
    server = serve(with_robots(RULES))
    policy = server.policy(robots=True, user_agent=agent, media_types=frozenset({"text/html"}))
    if fine:
        assert fetch(server.base + path, policy, SOON, robots=Robots()).body == b"page"
    else:
        with pytest.raises(DisallowedByRobots):
            fetch(server.base + path, policy, SOON, robots=Robots())
        assert [path_of(request) for request in server.requests] == ["/robots.txt"]


def test_without_the_switch_nobody_asks_for_robots(serve):
    server = serve(with_robots(b"User-agent: *\nDisallow: /"))
    assert fetch(server.base, server.policy(), SOON, robots=Robots()).body == b"page"
    assert server.visits == 1


def test_a_redirect_is_asked_about_too(serve):
    closed = serve(with_robots(b"User-agent: *\nDisallow: /"))
    opened = serve(
        lambda connection, request: (
            says(status="302 Found", Location=f"{closed.base}/x")(connection, request)
            if path_of(request) == "/"
            else says(b"")(connection, request)
        )
    )
    policy = Policy(allow_loopback_ports=frozenset({opened.port, closed.port}), robots=True)
    with pytest.raises(DisallowedByRobots):
        fetch(opened.base, policy, SOON, robots=Robots())
    assert [path_of(request) for request in closed.requests] == ["/robots.txt"]


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone", "400 Bad Request"]
)
def test_a_site_without_robots_has_no_rules(status, serve):
    server = serve(with_robots(None, status))
    assert fetch(server.base, server.policy(robots=True), SOON, robots=Robots()).body == b"page"


@pytest.mark.parametrize(
    ("status", "failure"),
    [("500 Oops", RemoteFailed), ("503 Busy", Busy), ("429 Slow down", Busy)],
)
def test_a_site_whose_robots_fail_is_left_alone(status, failure, serve):
    server = serve(with_robots(None, status))
    with pytest.raises(failure):
        fetch(server.base, server.policy(robots=True), SOON, robots=Robots())
    assert server.visits == 1


def test_robots_are_fetched_through_the_same_guard(canary):
    with pytest.raises(AddressRefused):
        fetch(f"http://127.0.0.1:{canary.port}/", Policy(robots=True), SOON, robots=Robots())
    assert canary.visits == 0


def test_robots_are_remembered_and_forgotten(serve, monkeypatch):
    server = serve(with_robots(b""))
    robots = Robots()
    for _ in range(3):
        fetch(server.base, server.policy(robots=True), SOON, robots=robots)
    assert [path_of(request) for request in server.requests].count("/robots.txt") == 1

    asked = []
    monkeypatch.setattr(robots_file, "MOST_SITES", 3)
    robots = Robots()
    for site in (*range(5), 4, 0):
        robots.allows(read_address(f"http://s{site}.example/"), "x", lambda address: asked.append(address) or b"")
    assert asked == [f"http://s{site}.example/robots.txt" for site in (0, 1, 2, 3, 4, 0)]

    asked.clear()
    hasty = Robots(keep=0)
    for _ in range(2):
        hasty.allows(read_address("http://s.example/"), "x", lambda address: asked.append(address) or b"")
    assert len(asked) == 2


def test_robots_of_a_site_that_is_gone_are_no_excuse(serve):
    server = serve(says())
    server.close()
    with pytest.raises(NoAnswer):
        fetch(server.base, server.policy(robots=True), Limits(seconds=5), robots=Robots())
