"""Files as they came, given out again: to be saved, never to be shown as a page of ours.

What a stranger sent stays a file. A browser saves it under a name that cannot
lead anywhere, guesses no type, runs nothing of it, and no other site may load
it. (ArchiveBox, CVE-2023-45815, and Label Studio, CVE-2023-47115, showed such
files on their own address.)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from django.http import StreamingHttpResponse

from claimtracker.core import blobs

BYTES = "application/octet-stream"
# What may be called by its name, and how such a file ends. A page or a drawing runs scripts: it is bytes.
ENDINGS = {
    "application/pdf": ("pdf",),
    "text/plain": ("txt", "text", "log"),
    "text/markdown": ("md", "markdown"),
    "text/csv": ("csv",),
    "application/json": ("json",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/warc": ("warc.gz", "warc"),
}
# Saved as what it is, so that it can be opened; sent as bytes.
SAVED_AS = {"text/html": ("html", "htm"), "application/xhtml+xml": ("xhtml", "html", "htm")}
UNKNOWN = "bin"
LONGEST = 120  # characters of a name
FORBIDDEN = re.compile(r"[<>:\"|?*%;'`$&\\/]")  # in names on some system or other
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
NOT_ASCII = re.compile(r"[^ -~]")


def original(digest: str, *, name: str, media_type: str) -> StreamingHttpResponse:
    """A kept file as an answer, streamed. Raises BlobLost and NotReached before anything is sent."""
    length = blobs.size(digest)
    return attached(blobs.stream(digest), name=name, media_type=media_type, length=length)


def attached(
    pieces: Iterable[bytes], *, name: str, media_type: str, length: int | None = None
) -> StreamingHttpResponse:
    """Bytes from outside as an answer."""
    answer = StreamingHttpResponse(pieces, headers=headers(name, media_type))
    if length is not None:
        answer["Content-Length"] = str(length)
    return answer


def headers(name: str, media_type: str) -> dict[str, str]:
    """With which a file from outside is given out, whatever it is and whatever it is called."""
    kind = bare_type(media_type)
    saved = safe_name(name, kind)
    plain = NOT_ASCII.sub("_", saved)
    return {
        "Content-Type": kind if kind in ENDINGS else BYTES,
        # RFC 6266: the first name for old clients, the second for all others.
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(saved, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-transform",
        "X-Download-Options": "noopen",
    }


def bare_type(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def safe_name(name: str, kind: str) -> str:
    """A name without folders, control or hidden characters, that ends as a file of its kind does."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    # Cc, Cf, Cs, Co, Cn: what cannot be seen, turns the writing round ("gpj.exe"), or is no character.
    seen = "".join(" " if character.isspace() else character for character in last if _is_visible(character))
    bare = " ".join(FORBIDDEN.sub("_", seen).split()).rstrip(". ")
    endings = ENDINGS.get(kind) or SAVED_AS.get(kind) or (UNKNOWN,)
    stem, ending = bare, endings[0]
    for known in endings:
        if bare.lower().endswith(f".{known}"):
            stem, ending = bare[: -len(known) - 1], known
            break
    stem = stem[: LONGEST - len(ending)].strip(". ") or "original"
    return f"{'_' if RESERVED.match(stem) else ''}{stem}.{ending}"


def _is_visible(character: str) -> bool:
    return character.isspace() or not unicodedata.category(character).startswith("C")
