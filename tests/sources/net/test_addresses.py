"""An address is taken apart once, into one spelling."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.net.addresses import LONGEST, follow, read_address
from sources.net.hosts import ip_of, read_host


@pytest.mark.parametrize(
    ("host", "canonical"),
    [
        ("News.Example", "news.example"),
        ("news.example.", "news.example"),
        ("a_b.news.example", "a_b.news.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("пример.example", "xn--e1afmkfd.example"),
        ("pаypal.example", "xn--pypal-4ve.example"),  # one letter is Cyrillic: seen for what it is
        ("ｎｅｗｓ。example", "news.example"),
        ("Straße.example", "xn--strae-oqa.example"),
        ("ΒόΛος.example", "xn--nxasmm1c.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("3com.example", "3com.example"),
        ("93.184.216.34", "93.184.216.34"),
        ("[2606:2800:0220:0001::0001]", "2606:2800:220:1::1"),
        ("localhost", "localhost"),
    ],
)
def test_a_host_has_one_spelling(host, canonical):
    assert read_host(host) == canonical


@pytest.mark.parametrize(
    "host",
    [
        "",
        ".",
        "a..b",
        "-a.example",
        "a-.example",
        "a b.example",
        "a%62.example",
        "a/b",
        "a\\b",
        "a@b",
        "a:b",
        "a" * 64,
        "a." * 127 + "aa",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "0x7f.1",
        "1.2.3.0x4",
        "1.2.3.4.",
        "１.2.3.4",
        "[::1",
        "[::1%lo]",
        "[::1].",
        "[1.2.3.4]",
        "[]",
        "[g::]",
        "ex\u200bample.\u2028example",
        "\ud800.example",
    ],
)
def test_what_is_no_plain_host_is_refused(host):
    with pytest.raises(ValueError):  # noqa: PT011 every kind of it means no
        read_host(host)


@pytest.mark.parametrize(
    ("host", "ip"),
    [("93.184.216.34", "93.184.216.34"), ("::1", "::1"), ("news.example", None), ("4chan.example", None)],
)
def test_a_canonical_host_is_an_ip_or_a_name(host, ip):
    assert (str(ip_of(host)) if ip_of(host) else None) == ip


@given(st.text("0123456789.xXabfF０１９①．。٣-+", min_size=1, max_size=18))
def test_what_a_resolver_takes_for_a_number_is_no_name(host):
    """`inet_aton` is what resolvers read numbers with, in every odd spelling."""
    try:
        name = read_host(host)
    except ValueError:
        return
    try:
        number = socket.inet_aton(name)
    except OSError:
        assert ip_of(name) is None
    else:
        assert socket.inet_ntoa(number) == name == host


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("https://News.example", "https://news.example/"),
        ("  https://news.example/a \n", "https://news.example/a"),
        ("HTTP://news.example:80/a", "http://news.example/a"),
        ("https://news.example:/a", "https://news.example/a"),
        ("https://news.example:8443/a#part", "https://news.example:8443/a"),
        ("https://news.example?q=1", "https://news.example/?q=1"),
        ("https://news.example/Köln?ort=Köln", "https://news.example/K%C3%B6ln?ort=K%C3%B6ln"),
        ("https://news.example/100%/%41?a=5%&b=%zz", "https://news.example/100%25/%41?a=5%25&b=%25zz"),
        ("https://news.example/a|b?c[]=1", "https://news.example/a%7Cb?c%5B%5D=1"),
        ("https://news.example/a\\b", "https://news.example/a%5Cb"),
        ("https://[2606:2800:220:1:0:0:0:1]:443/", "https://[2606:2800:220:1::1]/"),
        ("https://[2606:2800:220:1::1]:444/", "https://[2606:2800:220:1::1]:444/"),
    ],
)
def test_an_address_has_one_spelling(text, canonical):
    address = read_address(text)
    assert str(address) == canonical
    assert read_address(canonical) == address


@pytest.mark.parametrize("port", ["0", "00", "65536", "99999", "-1", "８０", "8 0", "x"])
def test_a_port_is_a_number_that_ports_have(port):
    with pytest.raises(ValueError):  # noqa: PT011 every kind of it means no
        read_address(f"http://news.example:{port}/")


@pytest.mark.parametrize("character", [" ", "\t", "\n", "\r", "\x00", "\x1f", "\x7f"])
def test_no_blank_or_control_character_stands_inside_an_address(character):
    for address in (
        f"http://news.example/a{character}b",
        f"http://news{character}.example/",
        f"ht{character}tp://news.example/",
    ):
        with pytest.raises(ValueError):  # noqa: PT011 every kind of it means no
            read_address(address)


@given(st.text(max_size=40), st.sampled_from(["http://", "https://", "http://news.example/", "https://news.example?"]))
def test_an_address_is_refused_or_stays_what_it_is(text, start):
    try:
        address = read_address(start + text)
    except ValueError:
        return
    assert str(address).isascii()
    assert read_address(str(address)) == address


@pytest.mark.parametrize(
    ("location", "there"),
    [
        ("/b", "https://news.example/b"),
        ("b", "https://news.example/a/b"),
        ("../b", "https://news.example/b"),
        ("?q", "https://news.example/a/x?q"),
        ("", "https://news.example/a/x"),
        ("//other.example/b", "https://other.example/b"),
        ("http://other.example", "http://other.example/"),
        (" https://other.example/a b ", "https://other.example/a%20b"),
        ("/Köln".encode().decode("latin-1"), "https://news.example/K%C3%B6ln"),
        ("/K\xf6ln", "https://news.example/K%C3%B6ln"),
    ],
)
def test_a_location_is_read_from_where_it_stands(location, there):
    assert str(follow(read_address("https://news.example/a/x"), location)) == there


@pytest.mark.parametrize(
    "location", ["ftp://other.example/", "javascript:alert(1)", "https://u@other.example/", "/" + "a" * LONGEST]
)
def test_a_location_that_is_no_plain_address_is_refused(location):
    with pytest.raises(ValueError):  # noqa: PT011 every kind of it means no
        follow(read_address("https://news.example/"), location)
