"""What runs in the cage: one file comes in, one JSON object goes out, and nothing else can be reached.

Started by sources/parsing.py in a process of its own, with a job as its only
argument. The limits are set before anything is read; when the reader for the
file's kind is there, a hook refuses every connection, every process and every
file that is not Python's own.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import sys
from typing import Any

from .document import Document
from .files import prepare, read_file
from .limits import Limits
from .unreadable import Unreadable

# What an honest reading never does. Raising here ends it.
FORBIDDEN = (
    *(
        "socket.",
        "subprocess.",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.spawn",
        "os.system",
        "pty.",
        "urllib.Request",
    ),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate"),
    *("shutil.", "ctypes.dlopen", "ftplib.", "smtplib.", "webbrowser.", "sqlite3.connect"),
)


class Forbidden(RuntimeError):  # noqa: N818 -- errors are named for what happened
    """The file made its reader try to reach something outside."""


def main(job: str) -> None:
    found: dict[str, Any] = json.loads(job)
    limits = Limits(**found.pop("limits"))
    unlimited = confine(limits)
    answer = _answer(sys.stdin.buffer.read(), limits, **found) | {"unlimited": unlimited}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


def _answer(data: bytes, limits: Limits, **options: Any) -> dict[str, Any]:
    try:
        prepare(data, options["name"], options["media_type"], options["page"])
        sys.dont_write_bytecode = True
        sys.addaudithook(_refuse)
        return {"document": _as_json(read_file(data, limits=limits, **options))}
    except Unreadable as refusal:
        return {"code": refusal.code, "words": str(refusal)}
    except MemoryError:
        return {"code": "memory"}
    except RecursionError:
        return {"code": "crashed"}


def _as_json(document: Document) -> dict[str, Any]:
    found = {field.name: getattr(document, field.name) for field in dataclasses.fields(document)}
    return found | {
        "origins": [(o.start, o.end, o.where, o.first, o.last) for o in document.origins],
        "notes": [dataclasses.asdict(note) for note in document.notes],
        "fences": [list(fence) for fence in document.fences],
    }


def confine(limits: Limits) -> list[str]:
    """Set the limits of this process; what the system does not limit is named."""
    written = limits.text * 8 + 64 * 1024 * 1024
    wanted = {
        "cpu_seconds": (resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1),
        "memory": (resource.RLIMIT_AS, limits.memory, limits.memory),
        "written": (resource.RLIMIT_FSIZE, written, written),
        "core": (resource.RLIMIT_CORE, 0, 0),
    }
    return [name for name, (what, soft, hard) in wanted.items() if not _limited(what, soft, hard)]


def _limited(what: int, soft: int, hard: int) -> bool:
    try:
        most = resource.getrlimit(what)[1]
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(what, (soft, hard))
    except (ValueError, OSError):  # macOS knows no limit of memory
        return False
    return True


# Where Python's own modules and data are; of this program only the readers.
OWN = tuple(
    os.path.realpath(path) + os.sep
    for path in {sys.prefix, sys.base_prefix, *sys.path[1:], os.path.dirname(__file__)}
    if path
)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise Forbidden(event)
    if event == "open" and not _is_pythons_own(*arguments):
        raise Forbidden(f"open {arguments[0]!r}")


def _is_pythons_own(path: object, mode: object, flags: object) -> bool:
    if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        return False
    if not isinstance(path, str | bytes | os.PathLike):
        return isinstance(path, int)  # what is open already
    return os.path.realpath(os.fsdecode(path)).startswith((*OWN, "/usr/share/zoneinfo/"))
