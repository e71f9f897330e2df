"""`python3 run.py demo-web [--port N]`: the story's web, until Ctrl-C."""

from __future__ import annotations

import argparse
import signal
import sys
import threading

from claims.demo.web.server import DemoWeb

USUAL_PORT = 8070
WORDS = """\
The web of the story: {base}/
Its article:          {base}/article.md

A desk may fetch these pages when it is started so, in another terminal:

    FETCH_LOOPBACK_PORTS={port} python3 run.py

Ctrl-C stops this web.
"""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py demo-web", description=__doc__)
    parser.add_argument("--port", type=int, default=USUAL_PORT)
    port = parser.parse_args(words).port
    try:
        web = DemoWeb(port)
    except (OSError, OverflowError):
        sys.stderr.write(f"Port {port} is taken by another program (or not allowed); choose one with --port.\n")
        return 1
    # A shell starts what runs in the background with Ctrl-C ignored; whoever sends one means it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with web:
        sys.stdout.write(WORDS.format(base=web.base, port=web.port))
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write("\nStopped.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
