"""Nothing is larger than its limit: not on the wire, not unpacked, not in headers."""

import gzip
import io
import zlib
from contextlib import suppress

import pytest

from sources.http import Bomb, BrokeOff, Limits, NotSupported, TooLarge, fetch
from sources.net.body import MOST_MEMBERS, Body
from tests.sources.net.servers import resident_mb, says

SMALL = Limits(seconds=20, wire=100_000, decoded=300_000, ratio_from=50_000)
TEXT = b"".join(b"line %d of a page that says something new\n" % number for number in range(500))


def zeros(giga: int):
    """So many gigabytes of zeros as gzip, made piece by piece."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1_000_000)
    for _ in range(giga * 1000):
        yield packer.compress(block)
    yield packer.flush()


def streaming(pieces, *headers):
    head = "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", *headers, "")).encode()

    def answer(connection, request):
        connection.sendall(head)
        for piece in pieces():
            connection.sendall(piece)

    return answer


def in_chunks(pieces):
    return lambda: (b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces() if piece)


@pytest.mark.parametrize("chunked", [True, False])
def test_ten_gigabytes_of_zeros_end_early_in_little_memory(chunked, serve):
    pieces = (lambda: in_chunks(lambda: zeros(10))()) if chunked else (lambda: zeros(10))
    headers = ["Content-Encoding: gzip"] + ["Transfer-Encoding: chunked"] * chunked
    server = serve(streaming(pieces, *headers))
    before = resident_mb()
    with pytest.raises(Bomb):
        fetch(server.base, server.policy(), Limits(seconds=30))
    assert resident_mb() - before < 150


def test_a_full_page_takes_a_bounded_amount_of_memory(serve):
    incompressible = lambda: (bytes(range(256)) * 256 for _ in range(380))  # noqa: E731
    server = serve(streaming(incompressible))
    before = resident_mb()
    fetched = fetch(server.base, server.policy(), Limits(seconds=30))
    assert len(fetched.body) == 380 * 65_536
    assert resident_mb() - before < 150


@pytest.mark.parametrize("name", ["gzip", "x-gzip", "GZIP", "identity, gzip"])
def test_gzip_is_unpacked(name, serve):
    server = serve(says(gzip.compress(TEXT), Content_Encoding=name))
    assert fetch(server.base, server.policy(), SMALL).body == TEXT


def test_gzip_in_several_members_and_with_padding_is_unpacked(serve):
    packed = gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]) + bytes(40)
    server = serve(says(packed, Content_Encoding="gzip"))
    assert fetch(server.base, server.policy(), SMALL).body == TEXT


def test_what_is_packed_twice_is_unpacked_once(serve):
    packed = gzip.compress(TEXT)
    for _ in range(4):
        packed = gzip.compress(packed)
    server = serve(says(packed, Content_Encoding="gzip"))
    assert fetch(server.base, server.policy(), SMALL).body == gzip.decompress(packed)


@pytest.mark.parametrize(
    "name", ["br", "deflate", "zstd", "compress", "gzip, gzip", "gzip, br", "identity, x", "gzip" * 9]
)
def test_another_packing_is_not_taken(name, serve):
    server = serve(says(zlib.compress(TEXT), Content_Encoding=name))
    with pytest.raises(NotSupported):
        fetch(server.base, server.policy(), SMALL)


@pytest.mark.parametrize("name", ["gzip", "gzip, chunked", "chunked, chunked", "x"])
def test_another_framing_is_not_taken(name, serve):
    server = serve(says(b"0\r\n\r\n", Transfer_Encoding=name))
    with pytest.raises(NotSupported):
        fetch(server.base, server.policy(), SMALL)


@pytest.mark.parametrize(
    "packed",
    [b"no gzip at all", gzip.compress(TEXT)[:-9], gzip.compress(TEXT)[:5], b"\x1f"],
    ids=["none", "without its end", "a part of its header", "a byte"],
)
def test_broken_gzip_is_not_kept(packed, serve):
    server = serve(says(packed, Content_Encoding="gzip"))
    with pytest.raises(BrokeOff):
        fetch(server.base, server.policy(), SMALL)


def test_nothing_packed_is_nothing(serve):
    server = serve(says(b"", Content_Encoding="gzip"))
    assert fetch(server.base, server.policy(), SMALL).body == b""


def test_a_body_may_be_as_large_as_the_limit_and_no_larger(serve):
    fits = serve(says(b"x" * SMALL.wire))
    assert len(fetch(fits.base, fits.policy(), SMALL).body) == SMALL.wire
    over = serve(streaming(lambda: [b"x" * (SMALL.wire + 1)]))
    with pytest.raises(TooLarge):
        fetch(over.base, over.policy(), SMALL)


def test_a_body_that_is_announced_too_large_is_not_read(serve):
    server = serve(says(b"", Content_Length=str(SMALL.wire + 1)))
    with pytest.raises(TooLarge):
        fetch(server.base, server.policy(), SMALL)


def test_unpacked_text_has_a_limit_of_its_own(serve):
    numbers = b"".join(b"%d " % (number * 7919) for number in range(60_000))
    assert len(numbers) > SMALL.decoded
    server = serve(says(gzip.compress(numbers), Content_Encoding="gzip"))
    with pytest.raises(TooLarge) as failure:
        fetch(server.base, server.policy(), Limits(wire=1_000_000, decoded=300_000))
    assert failure.type is TooLarge


def test_a_short_page_of_blanks_is_no_bomb(serve):
    server = serve(says(gzip.compress(b" " * 40_000), Content_Encoding="gzip"))
    assert fetch(server.base, server.policy(), SMALL).body == b" " * 40_000


def test_chunks_without_end_end(serve):
    def for_ever():
        while True:
            yield b"x" * 1000

    server = serve(streaming(in_chunks(for_ever), "Transfer-Encoding: chunked"))
    with pytest.raises(TooLarge):
        fetch(server.base, server.policy(), SMALL)


@pytest.mark.parametrize("frame", [b"1\r\nx\r\n", b"1;" + b"e" * 3000 + b"\r\nx\r\n"])
def test_framing_counts_too(frame, serve):
    def for_ever():
        while True:
            yield frame * 100

    server = serve(streaming(for_ever, "Transfer-Encoding: chunked"))
    with pytest.raises(TooLarge):
        fetch(server.base, server.policy(), SMALL)


def test_trailers_without_end_end(serve):
    def for_ever():
        yield b"1\r\nx\r\n0\r\n"
        while True:
            yield b"X-Trailer: " + b"y" * 1000 + b"\r\n"

    server = serve(streaming(for_ever, "Transfer-Encoding: chunked"))
    with pytest.raises(TooLarge):
        fetch(server.base, server.policy(), SMALL)


@pytest.mark.parametrize(
    "line",
    [
        b"X-%d: y\r\n",
        b"X-%d: " + b"y" * 900 + b"\r\n",
        b"X%d",
        b"%d " * 1000 + b"\r\n",
        b" %d\r\n",
        b"HTTP/1.1 100 Go\r\nX: %d\r\n\r\n",
    ],
    ids=["lines", "long lines", "one line", "no names", "folded", "continue"],
)
def test_a_flood_of_headers_ends(line, serve):
    def flood():
        yield b"" if line.startswith(b"HTTP") else b"HTTP/1.1 200 OK\r\n"
        for number in range(1_000_000):
            yield line.replace(b"%d", b"%d" % number)

    server = serve(lambda connection, request: [connection.sendall(piece) for piece in flood()])
    before = resident_mb()
    with pytest.raises(TooLarge):
        fetch(server.base, server.policy(), Limits(seconds=20))
    assert resident_mb() - before < 50


def test_many_headers_are_taken_up_to_the_limit(serve):
    def with_headers(size):
        return serve(says(b"x", **{f"X_{number}": "y" * (size // 80) for number in range(80)}))

    fine, over = with_headers(60_000), with_headers(66_000)
    assert fetch(fine.base, fine.policy(), SMALL).body == b"x"
    with pytest.raises(TooLarge):
        fetch(over.base, over.policy(), SMALL)


def test_a_million_empty_members_are_a_bomb():
    body = Body(Limits(), packed=True)
    with pytest.raises(Bomb):
        body.take(gzip.compress(b"") * (MOST_MEMBERS + 2))


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_it_does_not_matter_how_the_pieces_are_cut(size):
    packed = gzip.compress(TEXT[:300]) + gzip.compress(TEXT[300:]) + b"padding"
    stream = io.BytesIO(packed)
    body = Body(Limits(), packed=True)
    while piece := stream.read(size):
        body.take(piece)
    assert body.finish() == TEXT


def test_a_body_never_holds_more_than_a_step_over_its_limit():
    body = Body(Limits(decoded=100_000, ratio_from=10**9), packed=True)
    with suppress(TooLarge):
        body.take(gzip.compress(bytes(50_000_000)))
    assert len(body._whole) < 400_000
