"""What is not whole is not kept, and what is no HTTP is no answer."""

import random
import socket
import struct
from contextlib import suppress

import pytest

from sources.http import BrokeOff, Limits, NoAnswer, NotFetched, fetch
from tests.sources.net.servers import SOON, says

OK = b"HTTP/1.1 200 OK\r\n"


def raw(data: bytes):
    return lambda connection, request: connection.sendall(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"220 mail ready\r\n",
        b"\x00" * 100,
        b"HTTP",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 -200 OK\r\n\r\n",
        b"HTTP/1.1 20000 OK\r\n\r\n",
        b"<html>no headers</html>",
        OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"\xff\xfe\r\n\r\n",
        b"-ERR unknown command\r\n",
    ],
)
def test_what_does_not_speak_http_is_no_answer(data, serve):
    server = serve(raw(data))
    with pytest.raises(NoAnswer):
        fetch(server.base, server.policy(), SOON)


@pytest.mark.parametrize(
    "data",
    [
        OK + b"Content-Length: 10\r\n\r\nhello",
        OK + b"Content-Length: 10\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nhello",
        OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 70_000 + b"1\r\nx\r\n0\r\n\r\n",
    ],
)
def test_what_breaks_off_is_not_kept(data, serve):
    server = serve(raw(data))
    with pytest.raises(BrokeOff):
        fetch(server.base, server.policy(), SOON)


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (OK + b"Content-Length: 5\r\n\r\nhello and more", b"hello"),
        (OK + b"Content-Length: 5, 5\r\n\r\nhello", b"hello"),
        (OK + b"Content-Length: many\r\n\r\nhello", b"hello"),
        (OK + b"Content-Length: -1\r\n\r\nhello", b"hello"),
        (OK + b"\r\nhello", b"hello"),
        (b"HTTP/1.0 200 OK\r\n\r\nhello", b"hello"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"\r\nhello", b"hello"),
        (OK + b"Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n", b"hello"),
        (OK + b"Broken header\r\n\r\nhello", b"hello"),
    ],
)
def test_what_is_whole_is_kept(data, body, serve):
    server = serve(raw(data))
    assert fetch(server.base, server.policy(), SOON).body == body


@pytest.mark.parametrize(("data", "failure"), [(b"", NoAnswer), (OK + b"Content-Length: 9\r\n\r\nhel", BrokeOff)])
def test_a_connection_that_is_torn_is_told(data, failure, serve):
    def answer(connection, request):
        connection.sendall(data)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closes with a reset

    server = serve(answer)
    with pytest.raises(failure):
        fetch(server.base, server.policy(), SOON)


def test_bytes_changed_at_random_never_raise_anything_else(serve):
    dice = random.Random(7)  # the same every time
    headers = b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    whole = OK + headers + b"5\r\nhello\r\n0\r\n\r\n"

    def mutated() -> bytes:
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(data))
            data[place : place + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
        return bytes(data)

    server = serve(lambda connection, request: connection.sendall(mutated()))
    for _ in range(500):
        with suppress(NotFetched):
            fetch(server.base, server.policy(), Limits(seconds=5))


def test_an_answer_that_comes_before_the_question_is_read(serve):
    server = serve(says(b"x"))
    assert fetch(server.base, server.policy(), SOON).body == b"x"
