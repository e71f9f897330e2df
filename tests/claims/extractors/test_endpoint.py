"""One question to the operator's endpoint: what it costs at most, and what is said when it fails."""

import gzip
import socket
import time

import pytest

from claims.extractors.endpoint import Endpoint, Limits, Unanswered

from .fake import completion, endpoint, raw

QUICK = Limits(seconds=5, pause=0.01, longest_pause=0.2)
MESSAGES = [{"role": "user", "content": "a text"}]


def ask(fake, limits=QUICK, key="k-123"):
    return Endpoint(fake.url, "m", key, limits).ask(MESSAGES)


def test_the_question_is_a_chat_completion_in_json():
    with endpoint(completion("{}")) as fake:
        assert ask(fake)["choices"][0]["message"]["content"] == "{}"
    (asked,) = fake.asked
    assert (asked["model"], asked["messages"], asked["temperature"], asked["stream"]) == ("m", MESSAGES, 0, False)
    assert fake.paths == ["/v1/chat/completions"]
    assert fake.headers[0]["Authorization"] == "Bearer k-123"


def test_a_whole_address_is_taken_as_it_is_and_no_key_is_needed():
    with endpoint(completion("{}")) as fake:
        Endpoint(fake.url + "/chat/completions", "m", "", QUICK).ask(MESSAGES)
    assert fake.paths == ["/v1/chat/completions"]
    assert "Authorization" not in fake.headers[0]


def test_the_key_is_not_shown():
    assert "k-123" not in repr(Endpoint("http://localhost/v1", "m", "k-123"))


@pytest.mark.parametrize(
    ("answer", "problem", "tries", "final"),
    [
        (raw(b"{}", 401), "did not accept the key (401)", 1, True),
        (raw(b"{}", 403), "did not accept the key (403)", 1, True),
        (raw(b"{}", 400), "refused the question (400)", 1, True),
        (raw(b"{}", 404), "refused the question (404)", 1, True),
        (raw(b"{}", 429), "asked for fewer questions (429)", 2, False),
        (raw(b"{}", 500), "failed (500)", 2, False),
        (raw(b"{}", 503), "failed (503)", 2, False),
        (raw(b"{}", 302, Location="/elsewhere"), "redirects (302), and a redirect is not followed", 1, True),
        (raw(b"{}", 307, Location="http://127.0.0.1:1/"), "redirects (307)", 1, True),
        (raw(b"<p>sign in</p>", kind="text/html"), "did not answer in JSON", 1, False),
        (raw(gzip.compress(b"{}"), Content_Encoding="gzip"), "did not answer in JSON", 1, False),
        (raw(b"{not json"), "could not be understood", 1, False),
        (raw(b'{"choices": [{"mess'), "could not be understood", 1, False),
        (raw(b"[" * 200_000), "could not be understood", 1, False),
        (raw(b"9" * 100_000), "could not be understood", 1, False),
        (raw(b"\xff\xfe\x00"), "could not be understood", 1, False),
    ],
)
def test_a_bad_answer_is_a_sentence_of_our_own(answer, problem, tries, final):
    with endpoint(answer) as fake, pytest.raises(Unanswered) as said:
        ask(fake)
    assert problem in str(said.value)
    assert (len(fake.asked), said.value.final) == (tries, final)


def test_what_fails_once_is_asked_once_more():
    with endpoint(raw(b"{}", 503), completion("{}")) as fake:
        assert ask(fake)["choices"]
    assert len(fake.asked) == 2


def test_a_named_pause_is_kept():
    with endpoint(raw(b"{}", 429, Retry_After="1"), completion("{}")) as fake:
        started = time.monotonic()
        ask(fake, Limits(seconds=5, longest_pause=2))
    assert time.monotonic() - started >= 1


@pytest.mark.parametrize("wish", ["3600", "-1", "soon", "Wed, 21 Oct 2037 07:28:00 GMT", "9" * 400])
def test_a_pause_that_is_too_long_is_not_waited_for(wish):
    with endpoint(raw(b"{}", 429, Retry_After=wish)) as fake, pytest.raises(Unanswered, match="fewer questions"):
        ask(fake)
    assert len(fake.asked) == 1


def silent(handler):
    time.sleep(3)


def dripping(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(300):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)


def dripping_without_a_length(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}")
    for _ in range(300):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)


def dripping_headers(handler):
    for _ in range(300):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.02)


def dripping_pieces(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(300):
        handler.wfile.write(b"1\r\n \r\n")
        handler.wfile.flush()
        time.sleep(0.02)


@pytest.mark.parametrize("answer", [silent, dripping, dripping_without_a_length, dripping_headers, dripping_pieces])
def test_the_time_is_for_the_whole_answer(answer):
    started = time.monotonic()
    with endpoint(answer) as fake:
        with pytest.raises(Unanswered, match="did not answer in time"):
            ask(fake, Limits(seconds=0.3))
        assert time.monotonic() - started < 1.5
    assert len(fake.asked) == 1


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(100_000):
        handler.wfile.write(b" " * 65_536)


@pytest.mark.parametrize("answer", [endless, raw(b" " * 3_000_000)])
def test_a_giant_answer_is_not_read_to_its_end(answer):
    with endpoint(answer) as fake, pytest.raises(Unanswered, match="too large"):
        ask(fake)


def breaking_off(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
    handler.close_connection = True


def talking_nonsense(handler):
    handler.wfile.write(b"\x00\x01 what?\r\n\r\n")
    handler.close_connection = True


@pytest.mark.parametrize("answer", [breaking_off, talking_nonsense])
def test_an_answer_that_breaks_off_is_asked_for_once_more(answer):
    with endpoint(answer) as fake, pytest.raises(Unanswered, match="broke off"):
        ask(fake)
    assert len(fake.asked) == 2


def test_nobody_there():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody answers
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        with pytest.raises(Unanswered, match="cannot be reached"):
            Endpoint(url, "m", "", QUICK).ask(MESSAGES)


def test_no_proxy_of_the_environment_is_used(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with endpoint(completion("{}")) as fake:
        assert ask(fake)


def test_https_is_checked():
    with endpoint(completion("{}")) as fake, pytest.raises(Unanswered, match="cannot be reached"):
        Endpoint(fake.url.replace("http:", "https:"), "m", "", QUICK).ask(MESSAGES)
    assert fake.asked == []
