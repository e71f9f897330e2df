"""Under TLS only a certificate of a trusted authority, for this host, valid today."""

import os
import ssl
import time
from ipaddress import ip_address

import pytest

from sources.http import AddressRefused, BrokeOff, Limits, NoAnswer, Policy, TlsFailed, TooSlow, fetch
from sources.net import dial
from tests.sources.net.certificates import OPENSSL, Authority
from tests.sources.net.servers import SOON, says

pytestmark = pytest.mark.skipif(not OPENSSL, reason="the openssl command makes the certificates")


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def trusted(authority):
    return {"trusted_ca": str(authority.path)}


def test_a_site_with_a_good_certificate_is_read(authority, trusted, serve):
    server = serve(says(b"fine"), tls=authority.server("fine", "IP:127.0.0.1"))
    fetched = fetch(server.base, server.policy(**trusted), SOON)
    assert (fetched.body, fetched.final_address) == (b"fine", f"{server.base}/")


def test_the_certificate_is_for_the_name_that_was_asked_for(authority, trusted, serve):
    tls = authority.server("named", "DNS:news.example")
    asked = []
    tls.sni_callback = lambda connection, name, context: asked.append(name)
    server = serve(says(b"fine"), tls=tls)
    policy = server.policy(**trusted, loopback_names=frozenset({"news.example", "other.example"}))

    def here(host):
        return [ip_address("127.0.0.1")]

    assert fetch(f"https://news.example:{server.port}/", policy, SOON, resolve=here).body == b"fine"
    assert f"Host: news.example:{server.port}\r\n".encode() in server.requests[0]
    with pytest.raises(TlsFailed):
        fetch(f"https://other.example:{server.port}/", policy, SOON, resolve=here)
    assert asked == ["news.example", "other.example"]
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "fault", ["expired", "not yet", "another host", "another IP", "self-signed", "unknown authority"]
)
def test_a_site_with_a_bad_certificate_is_not_read(fault, authority, trusted, serve, tmp_path):
    tls = {
        "expired": lambda: authority.server("expired", "IP:127.0.0.1", ends="20210101000000Z"),
        "not yet": lambda: authority.server("early", "IP:127.0.0.1", begins="20980101000000Z"),
        "another host": lambda: authority.server("other", "DNS:news.example"),
        "another IP": lambda: authority.server("otherip", "IP:127.0.0.2"),
        "self-signed": lambda: authority.self_signed("IP:127.0.0.1"),
        "unknown authority": lambda: Authority(tmp_path).server("unknown", "IP:127.0.0.1"),
    }[fault]()
    server = serve(says(b"secret"), tls=tls)
    with pytest.raises(TlsFailed):
        fetch(server.base, server.policy(**trusted), SOON)
    assert server.requests == []


def test_without_the_authority_a_good_certificate_is_not_enough(authority, serve):
    server = serve(says(b"fine"), tls=authority.server("untrusted", "IP:127.0.0.1"))
    with pytest.raises(TlsFailed):
        fetch(server.base, server.policy(), SOON)


def test_a_protocol_of_old_is_refused(authority, trusted, serve):
    tls = authority.server("old", "IP:127.0.0.1")
    tls.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        tls.minimum_version, tls.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    server = serve(says(b"fine"), tls=tls)
    with pytest.raises(TlsFailed):
        fetch(server.base, server.policy(**trusted), SOON)


def test_plain_http_on_a_port_for_tls_fails(serve):
    server = serve(lambda connection, request: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    with pytest.raises((TlsFailed, TooSlow)):
        fetch(server.base.replace("http:", "https:"), server.policy(), Limits(seconds=1))


def test_a_port_that_hangs_up_during_the_handshake_is_no_answer(monkeypatch, serve):
    server = serve(says())

    def hang_up(self, *given, **named):
        raise ConnectionResetError

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", hang_up)
    with pytest.raises(NoAnswer):
        fetch(server.base.replace("http:", "https:"), server.policy(), SOON)


def test_https_does_not_lead_to_http(authority, trusted, serve):
    plain = serve(says(b"plain"))
    server = serve(says(status="302 Found", Location=plain.base), tls=authority.server("down", "IP:127.0.0.1"))
    policy = Policy(allow_loopback_ports=frozenset({server.port, plain.port}), **trusted)
    with pytest.raises(AddressRefused):
        fetch(server.base, policy, SOON)
    assert plain.visits == 0


def test_http_leads_to_https(authority, trusted, serve):
    secure = serve(says(b"secure"), tls=authority.server("up", "IP:127.0.0.1"))
    server = serve(says(status="301 Moved Permanently", Location=secure.base))
    both = frozenset({server.port, secure.port})
    fetched = fetch(server.base, Policy(allow_loopback_ports=both, **trusted), SOON)
    assert fetched.body == b"secure"


def test_a_drip_under_tls_is_cut_off(authority, trusted, serve):
    def answer(connection, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b"x")
            time.sleep(0.05)

    server = serve(answer, tls=authority.server("drip", "IP:127.0.0.1"))
    with pytest.raises(TooSlow):
        fetch(server.base, server.policy(**trusted), Limits(seconds=0.7))


def test_a_body_cut_short_under_tls_is_not_kept(authority, trusted, serve):
    server = serve(says(b"half", Content_Length="99"), tls=authority.server("cut", "IP:127.0.0.1"))
    with pytest.raises(BrokeOff):
        fetch(server.base, server.policy(**trusted), SOON)


@pytest.mark.parametrize(
    ("cafile", "capath", "ours"), [("x", None, False), (None, "full", False), (None, "empty", True), (None, None, True)]
)
def test_a_system_without_authorities_gets_ours(cafile, capath, ours, monkeypatch, tmp_path):
    folder = tmp_path / capath if capath else None
    if folder:
        folder.mkdir()
        if capath == "full":
            (folder / "a.pem").write_text("")
    paths = ssl.DefaultVerifyPaths(cafile, str(folder) if folder else None, "", "", "", "")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    assert dial._system_has_authorities() is not ours
    context = dial._context.__wrapped__("")
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert os.path.isfile(dial.certifi.where())
