"""Why there are no words of a cited source to compare with, and what to do about it.

A want of words is an ordinary state with its own sentence, never an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.models import EvidenceCheck
from claims.web.wording import copy_of
from sources.models import Citation, Snapshot, Watch
from sources.models.snapshot import TEXT
from sources.models.watch import Link
from sources.models.work import WorkState

LINKS: dict[str, str] = {
    Link.DEAD: "Its address is dead, and no copy was kept before it went.",
    Link.RESTRICTED: "Its address asks for a password or for payment, so it could not be fetched.",
    Link.SUSPECT: "Its address failed the last time; it will be tried again.",
    Link.HELD: "Its whole site does not answer at present; it will be tried again.",
}
UNFINISHED = (WorkState.WAITING, WorkState.RUNNING)


@dataclass(frozen=True, slots=True)
class Silence:
    """`deed`: what a person can do ("identify", "fetch", "give" a copy), "" where the program is at it already."""

    words: str
    deed: str = ""


def silence_of(citation: Citation) -> Silence:
    """The same for one citation alone, asked of the database."""
    source = citation.source_id
    copies = Snapshot.objects.filter(source=source).defer(*TEXT).order_by("-captured_at", "-pk")[:20]
    watch, check = (rows.objects.filter(pk=source).first() for rows in (Watch, EvidenceCheck))
    return read_silence(citation, list(copies) if source else [], watch, check)


def read_silence(citation: Citation, copies: list[Any], watch: Any, check: Any) -> Silence:
    """`copies` of its source are newest first; `watch` and `check` are its queues' rows, None where it has none."""
    if citation.source_id is None:
        return Silence(f"Nobody has said yet which work [{citation.label}] is.", "identify")
    if not copies:
        return _unfetched(watch)
    readable = [copy for copy in copies if copy.characters]
    if not readable:
        return Silence(f"The {copy_of(copies[0].captured_at)} has no text. {copies[0].problem}", "give")
    if check is not None and check.state == WorkState.FAILED:
        return Silence(f"Comparing it failed. {check.problem}".strip())
    if check is not None and check.state in UNFINISHED:
        return Silence("It is being compared now.")
    return Silence("It waits to be compared.")


def _unfetched(watch: Any) -> Silence:
    if watch is None:
        return Silence("Its record has no address, so nothing can be fetched.", "give")
    if watch.state == WorkState.RUNNING:
        return Silence("It is being fetched now.")
    if watch.link in LINKS:
        return Silence(LINKS[watch.link], "give")
    if watch.due_at is not None:
        return Silence("It has not been fetched yet; it is due.", "fetch")
    return Silence("Nobody has fetched it yet.", "fetch")


def unread(copy: Any, language: str) -> Silence:
    """Of a copy that was not searched."""
    named = f" ({language})" if language else ""
    words = f"The {copy_of(copy.captured_at)} is in a language{named} whose figures are not read."
    return Silence(words, "give")


def is_moving(check: Any, watch: Any) -> bool:
    """Whether something is under way that will change the page by itself."""
    return (check is not None and check.state in UNFINISHED) or (watch is not None and watch.state == WorkState.RUNNING)
