"""A file is read in a process of its own: its answer comes back whole, and no file takes the worker with it."""

import dataclasses
import json
import os
import subprocess
import sys

import pytest

from sources.parsing import BOOT, ENVIRONMENT, ROOT, Limits, parse
from sources.text.files import read_file
from sources.text.unreadable import ParserCrashed, ParserLimit, Unreadable

from .pages import NEWS
from .pdfs import pdf, words
from .words import docx, p

PAGE = b"<!doctype html><p>Some 40 boats sank.<sup><a href='#n4'>4</a></sup></p>"


def test_the_answer_is_that_of_the_reader():
    assert parse(PAGE, "boats.html") == read_file(PAGE, "boats.html")


def test_a_refusal_comes_back_as_what_it_was():
    with pytest.raises(Unreadable) as inside:
        read_file(b"{\\rtf1 boats}", "boats.rtf")
    with pytest.raises(type(inside.value)) as outside:
        parse(b"{\\rtf1 boats}", "boats.rtf")
    assert (outside.value.code, str(outside.value)) == (inside.value.code, str(inside.value))


@pytest.mark.parametrize(
    ("times", "limits", "why"),
    [
        (9, Limits(seconds=0.01), "took too long"),
        (500_000, Limits(cpu_seconds=1), "took too long"),
        (500_000, Limits(memory=150_000_000), "more memory"),
        (900, Limits(text=1_000), "more than 1,000 characters"),
    ],
)
def test_a_file_that_takes_too_much_is_given_up(times, limits, why):
    with pytest.raises(ParserLimit, match=why):
        parse(b"<p>boat</p>" * times, "boats.html", limits=limits)


def test_the_child_knows_nothing_of_the_environment(monkeypatch):
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    assert parse(PAGE, "boats.html").text.startswith("Some 40 boats")


FILES = {
    "page": NEWS.encode(),
    "markdown": b"Boats.[^1]\n\n[^1]: Port.",
    "docx": docx(p("Some 40 boats.")),
    "pdf": pdf(words(72, 700, "Some 40 boats.")),
}
# Prints what the child does, from its first line on, where nobody reads otherwise.
WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess", "os.fork", "os.exec")):
        os.write(2, f"{event}\\n".encode())
    if event == "open" and isinstance(arguments[0], str):
        os.write(2, f"open {arguments[0]}\\n".encode())
sys.addaudithook(watch)
"""


@pytest.mark.parametrize("kind", FILES)
def test_reading_opens_no_socket_and_no_file_but_pythons_own(kind, tmp_path):
    job = {"name": f"boats.{kind}", "media_type": "text/markdown", "page": True}
    limits = {"limits": dataclasses.asdict(Limits())}
    ran = subprocess.run(
        [sys.executable, "-I", "-c", WATCHED + BOOT, str(ROOT), json.dumps(job | limits)],
        input=FILES[kind],
        capture_output=True,
        env=ENVIRONMENT,
        cwd=tmp_path,
        check=True,
    )
    assert b"oats" in ran.stdout or b"ferry" in ran.stdout
    events = ran.stderr.decode().splitlines()
    own = tuple({os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, ROOT / "sources")} | {sys.prefix})
    assert [event for event in events if not event.startswith(tuple(f"open {path}" for path in own))] == []


HOSTILE = """
import sys, sources.text.child as child
def read_file(data, **options): {deed}
child.read_file = read_file
"""


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "open('/etc/hostname')",
        "open('/tmp/evil', 'w')",
        "import os; os.remove('/tmp/evil')",
        "import os; os.fork()",
        "import os; os.abort()",
        "import ctypes; ctypes.string_at(0)",
        "sys.stdout.write('x'); sys.exit(0)",
    ],
)
def test_what_takes_over_a_reader_reaches_nothing_and_the_worker_lives(deed, monkeypatch):
    head, tail = BOOT.rsplit("; main", 1)
    monkeypatch.setattr("sources.parsing.BOOT", head + "\n" + HOSTILE.format(deed=deed) + "main" + tail)
    with pytest.raises(ParserCrashed):
        parse(PAGE, "boats.html")


def test_a_child_that_does_not_end_is_killed_with_all_it_started(monkeypatch):
    monkeypatch.setattr("sources.parsing.BOOT", "import time; time.sleep(60)")
    with pytest.raises(ParserLimit, match="took too long"):
        parse(PAGE, "boats.html", limits=Limits(seconds=0.5))


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_is_read_in_the_cage_as_outside(kind):
    assert parse(FILES[kind], "boats", page=True) == read_file(FILES[kind], "boats", page=True)
