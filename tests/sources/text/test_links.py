"""Addresses: what is one, and which spellings are the same page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.text.links import clean, doi_key, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("https://EXAMPLE.org:443/a", "https://example.org/a"),
        ("http://example.org:80", "https://example.org/"),
        ("https://example.org/a#part-2", "https://example.org/a"),
        ("https://example.org/a#:~:text=rain", "https://example.org/a"),
        ("https://example.org/%7Eann/%c3%a9t%C3%A9", "https://example.org/~ann/été"),
        ("https://example.org/Rain_%28film%29", "https://example.org/Rain_(film)"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/news/index.html", "https://example.org/news/"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?utm_source=x&id=7&fbclid=abc", "https://example.org/a?id=7"),
        ("https://example.org/a?q=two%20words", "https://example.org/a?q=two+words"),
        ("https://example.org/a?amp=1", "https://example.org/a"),
        ("https://example.org/a?outputType=amp", "https://example.org/a"),
        ("https://amp.example.org/a", "https://www.example.org/a"),
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://en.m.wikipedia.org/wiki/Rain", "https://en.wikipedia.org/wiki/Rain"),
        ("https://www.google.com/amp/s/www.example.org/a", "https://example.org/a"),
        ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "https://example.org/a"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa", "https://example.org/a"),
        ("https://web.archive.org/web/20240305101010/https://example.org/a?id=7", "https://example.org/a?id=7"),
        ("https://web.archive.org/web/20240305101010if_/http://example.org/a", "https://example.org/a"),
        ("https://web.archive.org/web/2024/example.org/a", "https://example.org/a"),
        ("https://archive.ph/20240305/https://example.org/a", "https://example.org/a"),
        ("https://youtu.be/AbC123", "https://www.youtube.com/watch?v=AbC123"),
        ("https://twitter.com/ann/status/7", "https://x.com/ann/status/7"),
        ("https://dx.doi.org/10.1000/ABC", "https://doi.org/10.1000%2Fabc"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    ],
)
def test_these_are_one_page(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a?id=7", "https://example.org/a?id=8"),
        ("https://example.org/a?x=1&x=2", "https://example.org/a?x=2&x=1"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/a?n=%E9", "https://example.org/a?n=%E8"),
        ("https://example.org/#!/a", "https://example.org/#!/b"),
        ("https://example.org:8443/a", "https://example.org/a"),
        ("https://fass.example/a", "https://faß.example/a"),
        ("https://archive.ph/AbC12", "https://archive.ph/AbC13"),
        ("https://news.google.com/articles/CBMi1", "https://news.google.com/articles/CBMi2"),
        ("https://amp.com.au/a", "https://m.com.au/a"),
        ("https://de.wikipedia.org/wiki/Regen", "https://en.wikipedia.org/wiki/Regen"),
        ("https://example.org/a//b", "https://example.org/a/b"),
    ],
)
def test_these_are_two(one, other):
    assert key(one) != key(other)


HOSTS = ["www.", "m.", "amp.", "a", "b.org", "é", "youtu.be/x", "doi.org/10.1000/a", ":443", ":8", "@"]
WRAPS = ["https://", "http%3A%2F%2F", "web.archive.org/web/2024/", "archive.is/2020/", "google.com/amp/s/"]
SIGNS = ["/", "//", "..", ".", "%2f", "%41", "%", "?", "&", "=", "#", "!", "+", ";", "(", ")", "index.html"]
ASKED = ["q=", "google.com/url?q=", "utm_x=1", "amp=1"]
PIECES = st.sampled_from([*HOSTS, *WRAPS, *SIGNS, *ASKED])


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_key_of_a_key_is_itself(rest):
    try:
        address = clean("https://" + rest)
    except ValueError:
        return
    once = key(address)
    assert key(once) == once


@settings(max_examples=150, deadline=None)
@given(
    st.from_regex(r"/[a-z0-9~._-]{0,8}(/[A-Za-z0-9é(),']{1,8}){0,3}", fullmatch=True),
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("123")), max_size=4, unique_by=lambda pair: pair[0]),
    st.randoms(use_true_random=False),
)
def test_dress_never_changes_a_key(path, asked, dice):
    shuffled = [*asked, ("utm_medium", "mail")]
    dice.shuffle(shuffled)
    plain = "https://example.org" + path + "?" + "&".join(f"{a}={b}" for a, b in asked)
    dressed = "http://www.Example.org:80" + path.replace("(", "%28").replace("é", "%c3%A9") + "/?"
    assert key(plain) == key(dressed + "&".join(f"{a}={b}" for a, b in shuffled) + "#top")


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "https://", "https://a b.org", "https://ann:pw@example.org", "x"]
)
def test_no_address_of_a_page(address):
    with pytest.raises(ValueError, match="address"):
        clean(address)


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("doi:10.1000/ABC.1", "10.1000/abc.1"),
        ("DOI 10.1000/abc.1.", "10.1000/abc.1"),
        ("DOI: 10.1000/abc.1", "10.1000/abc.1"),
        ("https://doi.org/10.1000/abc.1,", "10.1000/abc.1"),
        ("http://dx.doi.org/10.1000/abc.1", "10.1000/abc.1"),
        ("doi.org/10.1000/abc.1", "10.1000/abc.1"),
        ("https://doi.org/doi:10.1000/abc.1", "10.1000/abc.1"),
        ("https://doi.org/10.1000%2Fabc(1)", "10.1000/abc(1)"),
        ("(https://doi.org/10.1000/abc.1)", "10.1000/abc.1"),
        ("(doi:10.1016/S0140-6736(20)30001-1)", "10.1016/s0140-6736(20)30001-1"),
        ("<doi:10.1000/abc>", "10.1000/abc"),
        (
            "10.1002/(SICI)1097(19980815)17:15<1661::AID>3.0.CO;2-2",
            "10.1002/(sici)1097(19980815)17:15<1661::aid>3.0.co;2-2",
        ),
        ("“doi:10.1000/abc”", "10.1000/abc"),
        ("version 10.15/2 of it", ""),
        ("at 10.30/11.00", ""),
        ("rain", ""),
        ("10.1000/" + "x" * 300, ""),
        ("doi:10.1000/", ""),
    ],
)
def test_a_doi_in_every_dress(text, doi):
    assert doi_key(text) == doi


@pytest.mark.parametrize(
    "text", ["10.1000/" + ")" * 100_000, "doi:" * 100_000, "10.1000/a " * 50_000, "https://" * 50_000]
)
def test_hostile_texts_take_no_time(text):
    doi_key(text)
    key("https://example.org/" + text[:200_000])


def test_a_key_is_never_longer_than_an_address_may_be():
    long, other = (f"https://example.org/{'é' * 1900}{end}" for end in "ab")
    assert len(key(long)) < 2000
    assert key(key(long)) == key(long) != key(other)
