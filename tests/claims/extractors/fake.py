"""An OpenAI-compatible endpoint on loopback that answers what a test wants, well or badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Fake:
    """`answers` are used up one after the other, the last one again and again; `asked` has what came in."""

    def __init__(self, answers):
        self.answers = list(answers)
        self.asked: list[dict] = []
        self.headers: list = []
        self.paths: list[str] = []
        self.url = ""

    def next(self) -> Callable:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def endpoint(*answers):
    fake = Fake(answers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            fake.paths.append(self.path)
            fake.headers.append(self.headers)
            fake.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            try:
                fake.next()(self)
            except OSError:  # the client has hung up
                self.close_connection = True

        do_GET = do_POST  # noqa: N815

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def raw(body: bytes, status=200, kind="application/json", **headers):
    """A whole answer."""

    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def completion(content, ending="stop", **message):
    """A chat completion with some content."""
    choice = {"index": 0, "finish_reason": ending, "message": {"role": "assistant", "content": content, **message}}
    return raw(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def proposing(*proposals):
    return completion(json.dumps({"proposals": list(proposals)}))
