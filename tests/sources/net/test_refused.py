"""Nothing leads inside: not typed, not by a redirect, not by a name."""

import socket
from ipaddress import ip_address

import pytest

from sources.http import AddressRefused, Limits, NameUnknown, NoAnswer, NotFetched, Policy, TooManyRedirects, fetch
from sources.net import guard, hosts
from sources.net.policy import PUBLIC_WEB
from tests.sources.net.servers import SOON, path_of, says
from tests.sources.net.vectors import HOSTS, addresses

PUBLIC = ip_address("93.184.216.34")


def leads_inside(host):
    return [ip_address("127.0.0.1")]


def open_to(port):
    """As if the operator had opened the canary's port to the web, so that only the guard stands before it."""
    return Policy(ports=frozenset({80, 443, port}))


def test_there_are_many_ways_to_try():
    assert len(set(addresses(8000))) >= 400
    assert len(HOSTS) >= 250


def test_the_canary_sings_when_it_is_visited(canary):
    policy = Policy(allow_loopback_ports=frozenset({canary.port}))
    for host in ("127.0.0.1", "[::1]") if socket.has_ipv6 else ("127.0.0.1",):
        assert fetch(f"http://{host}:{canary.port}/", policy).body == b"canary"
    assert canary.visits == (2 if socket.has_ipv6 else 1)


def test_no_address_leads_inside(canary, outside):
    for address in addresses(canary.port):
        with pytest.raises(AddressRefused):
            fetch(address, open_to(canary.port), SOON, resolve=leads_inside)
    assert canary.visits == 0
    assert outside == []


def test_no_address_under_tls_leads_inside(canary, outside):
    for address in addresses(canary.port):
        with pytest.raises(AddressRefused):
            fetch(address.replace("http:", "https:", 1), open_to(canary.port), SOON, resolve=leads_inside)
    assert canary.visits == 0
    assert outside == []


def test_no_redirect_leads_inside(canary, outside, serve):
    # A line break would end the header of our own server; an empty Location leads nowhere.
    targets = [
        address for address in addresses(canary.port) if address.strip(" #?") and not {"\r", "\n"} & set(address)
    ]

    def answer(connection, request):
        number = path_of(request).removeprefix("/to/")
        if not number.isdigit():
            return says(b"stayed")(connection, request)
        target = targets[int(number)].encode("utf-8", "surrogatepass")
        return connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: " + target + b"\r\nContent-Length: 0\r\n\r\n")

    server = serve(answer)
    policy = Policy(ports=frozenset({80, 443, canary.port}), allow_loopback_ports=frozenset({server.port}))
    stayed = []
    for number, target in enumerate(targets):
        try:
            fetched = fetch(f"{server.base}/to/{number}", policy, SOON, resolve=leads_inside)
        except (AddressRefused, TooManyRedirects):  # "http:" and the like lead from our server to itself
            continue
        # A Location without scheme and host is a path of the same site.
        assert all(hop.address.startswith(f"{server.base}/") for hop in fetched.hops), target
        stayed.append(target)
    assert canary.visits == 0
    assert outside == []
    assert len(stayed) < 25


def test_a_name_that_is_public_now_and_inside_the_next_moment_leads_nowhere(canary, outside):
    asked = []

    def turning(host):
        asked.append(host)
        return [PUBLIC if len(asked) % 2 else ip_address("127.0.0.1")]

    answers = []
    for _ in range(1000):
        with pytest.raises((AddressRefused, NoAnswer)) as failure:
            fetch(f"http://turning.example:{canary.port}/", open_to(canary.port), SOON, resolve=turning)
        answers.append(failure.type)
    assert canary.visits == 0
    assert len(asked) == 1000  # once for each fetch: what was judged is what is connected to
    assert outside == [(str(PUBLIC), canary.port)] * 500
    assert answers == [NoAnswer, AddressRefused] * 500


@pytest.mark.parametrize(
    "inside", ["127.0.0.1", "::1", "10.0.0.1", "fe80::1%lo", "::ffff:127.0.0.1", "64:ff9b::7f00:1"]
)
@pytest.mark.parametrize("place", [0, 1, 5])
def test_one_bad_answer_spoils_a_name(inside, place, outside):
    answers = [PUBLIC] * 5
    answers.insert(place, ip_address(inside))
    with pytest.raises(AddressRefused):
        fetch("http://mixed.example/", resolve=lambda host: answers)
    assert outside == []


def test_a_name_without_a_dot_or_at_another_port_is_not_even_looked_up():
    def never(host):
        raise AssertionError(host)

    for address in ("http://intranet/", "http://news.example:22/"):
        with pytest.raises(AddressRefused):
            fetch(address, resolve=never)


def test_only_the_first_of_many_public_ips_are_tried(outside):
    ips = [ip_address(f"93.184.216.{last}") for last in range(1, 200)]
    with pytest.raises(NoAnswer):
        fetch("http://many.example/", resolve=lambda host: ips)
    assert len(outside) == 4


def test_a_connection_that_ends_elsewhere_is_dropped_before_a_word_is_said(canary, monkeypatch):
    """A translation of addresses on the way could turn a public IP into one inside."""
    patched = socket.socket.connect

    def turned(self, where):
        return patched(self, ("127.0.0.1", canary.port) if self.type == socket.SOCK_STREAM else where)

    monkeypatch.setattr(socket.socket, "connect", turned)
    with pytest.raises(AddressRefused):
        fetch("http://news.example/", resolve=lambda host: [PUBLIC])
    assert canary._servers[0].requests in ([], [b""])


def test_a_public_ip_of_this_machine_is_not_visited(monkeypatch, outside):
    """Its services trust it, and a firewall lets it through."""
    monkeypatch.setattr(socket.socket, "connect", lambda self, where: None)
    monkeypatch.setattr(socket.socket, "getsockname", lambda self: (str(PUBLIC), 9))
    with pytest.raises(AddressRefused):
        fetch("http://news.example/", resolve=lambda host: [PUBLIC])


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{}/", "http://127.0.0.2:{}/", "http://[::1]:{}/", "http://localhost:{}/"]
)
def test_a_named_port_opens_only_the_named_hosts(url, canary):
    policy = Policy(allow_loopback_ports=frozenset({canary.port}), loopback_names=frozenset({"other.example"}))
    with pytest.raises(AddressRefused):
        fetch(url.format(canary.port), policy, resolve=leads_inside)
    assert fetch(f"http://other.example:{canary.port}/", policy, resolve=leads_inside).body == b"canary"
    assert canary.visits == 1


def test_a_named_host_opens_only_the_named_port(canary):
    with pytest.raises(AddressRefused):
        fetch(f"http://127.0.0.1:{canary.port}/", Policy(allow_loopback_ports=frozenset({canary.port + 1})))
    assert canary.visits == 0


def test_a_named_host_that_leads_elsewhere_is_refused_at_its_named_port(outside):
    policy = Policy(allow_loopback_ports=frozenset({8000}), loopback_names=frozenset({"desk.example"}))
    for ip in ("93.184.216.34", "10.0.0.1", "127.0.0.2"):
        with pytest.raises(AddressRefused):
            fetch("http://desk.example:8000/", policy, resolve=lambda host, ip=ip: [ip_address(ip)])
    assert outside == []


def test_refused_unknown_and_closed_cannot_be_told_apart_by_people(serve):
    closed = serve(says())
    closed.close()

    def unknown(host):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def told(address, policy=PUBLIC_WEB, resolve=unknown):
        with pytest.raises(NotFetched) as failure:
            fetch(address, policy, Limits(connect_seconds=2), resolve=resolve)
        return failure.type, failure.value.code, str(failure.value)

    answers = [
        told("http://10.0.0.1/"),
        told("http://nobody.example/"),
        told(f"{closed.base}/", closed.policy()),
        told("http://inside.example/", resolve=leads_inside),
        told("ftp://news.example/"),
    ]
    assert {kind for kind, _, _ in answers} == {AddressRefused, NameUnknown, NoAnswer}
    assert len({(code, sentence) for _, code, sentence in answers}) == 1


def test_the_guard_is_what_keeps_it_out(canary, monkeypatch):
    """The table above proves something: with the judgement gone, the canary is found."""
    monkeypatch.setattr(guard, "allowed", lambda ip: True)
    monkeypatch.setattr(guard, "LOOPBACK", frozenset())
    assert fetch(f"http://127.0.0.1:{canary.port}/", open_to(canary.port)).body == b"canary"
    assert hosts.ip_of("127.0.0.1") == ip_address("127.0.0.1")
