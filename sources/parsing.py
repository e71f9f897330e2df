"""Reading a file that nobody vouches for: in a process of its own, with limits, so that a worker outlives any file.

A subprocess and no pool: a Celery worker may not have children of
`multiprocessing`, and what a file has broken must be thrown away whole.
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, Any

from sources.text.document import Document, Fence, Note, Origin
from sources.text.limits import LIMITS, Limits
from sources.text.unreadable import ParserCrashed, ParserLimit, Unreadable

__all__ = ["Limits", "parse"]

ROOT = Path(__file__).resolve().parents[1]
# -I keeps the environment and the working directory out of it, so it is told where the readers are. urllib3, which
# trafilatura brings along, would open a socket to see whether there is IPv6. -B (below): Python would write what it
# compiled, and the cage lets nothing be written.
BOOT = (
    "import socket, sys; socket.has_ipv6 = False; sys.path.insert(0, sys.argv[1]); "
    "from sources.text.child import main; main(sys.argv[2])"
)
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "1", "OMP_NUM_THREADS": "1"}
# Many pages may be on their way to one process at once; each cage takes a core and much memory.
CAGES = BoundedSemaphore(2)
MEMORY = "needs more memory than a file may take"
TIME = "took too long to read"
NOT_LIMITED = Note(
    "memory_not_limited", "This system sets no limit to a reader's memory, so the file was read without."
)


def parse(
    data: bytes, name: str = "", media_type: str = "", page: bool = False, boxes: bool = False, limits: Limits = LIMITS
) -> Document:
    """What `sources.text.files.read_file` makes of the file, read in a cage.

    Raises Unreadable: what the reader refuses, ParserLimit where it took too
    long or too much, ParserCrashed where it fell over.
    """
    name = name or ("the page" if page else "the file")
    job = {"name": name, "media_type": media_type, "page": page, "boxes": boxes}
    job |= {"limits": dataclasses.asdict(limits)}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answered:
        given.write(data)
        given.seek(0)
        with CAGES:
            outcome = _run(json.dumps(job), given, answered, limits.seconds)
        answered.seek(0)
        return _understood(outcome, answered.read(), name)


def _run(job: str, given: IO[bytes], answered: IO[bytes], seconds: float) -> int | None:
    """The return code of the child; None where it had to be stopped."""
    child = subprocess.Popen(  # noqa: S603 -- our own program, and no shell
        [sys.executable, "-I", "-B", "-c", BOOT, str(ROOT), job],
        stdin=given,
        stdout=answered,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=ENVIRONMENT,
        start_new_session=True,
    )
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child with whatever it may have started; it leads a group of its own."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _understood(outcome: int | None, answered: bytes, name: str) -> Document:
    if outcome is None or outcome in (-signal.SIGXCPU, -signal.SIGKILL):
        raise ParserLimit(name, TIME)
    if outcome == -signal.SIGXFSZ:
        raise ParserLimit(name, "has more text than a file may have")
    try:
        answer = json.loads(answered)
    except ValueError:
        raise ParserCrashed(name) from None
    if "code" in answer:
        raise _refusal(answer, name)
    return _document(answer["document"], answer["unlimited"])


def _refusal(answer: dict[str, Any], name: str) -> Unreadable:
    if answer["code"] == "memory":
        return ParserLimit(name, MEMORY)
    if answer["code"] == "crashed":
        return ParserCrashed(name)
    return Unreadable.again(answer["code"], answer["words"])


def _document(found: dict[str, Any], unlimited: list[str]) -> Document:
    notes = [Note(**note) for note in found.pop("notes")] + [NOT_LIMITED] * ("memory" in unlimited)
    origins = tuple(Origin(*origin) for origin in found.pop("origins"))
    fences = tuple(Fence(*fence) for fence in found.pop("fences"))
    return Document(**found, origins=origins, notes=tuple(notes), fences=fences)
