"""Saying that something happened, for those who want to know.

A deed calls `tell` in its own transaction, so that what is told is what was
done, and nothing else. Who hears of it, and how, is found out afterwards by
the worker (claimtracker.core.notices).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimtracker.core.doorbell import ring_once
from claimtracker.core.history import request_id
from claimtracker.core.models import Happening, How, User

LONGEST = 500  # characters of what is said in one line of a list or of a mail


@dataclass(frozen=True, slots=True)
class Event:
    """Something that can happen: in words, and how people hear of it who have not said how they want to."""

    words: str
    usual: How


EVENTS = {
    "claim.added": Event("A claim is added by hand", How.DIGEST),
    "claim.corrected": Event("A claim is corrected", How.DIGEST),
    "claim.staged": Event("A claim moves to another stage", How.DIGEST),
    "claim.assigned": Event("A claim is given to somebody", How.NOW),
    "claim.settled": Event("A claim is settled", How.DIGEST),
    "review.given": Event("A claim gets a verdict", How.DIGEST),
    "review.needed": Event("Two verdicts differ, and a third person is needed", How.NOW),
    "verdict.stale": Event("A verdict goes stale", How.DIGEST),
    "dispute.raised": Event("A dispute is raised", How.NOW),
    "dispute.acknowledged": Event("A dispute is acknowledged", How.DIGEST),
    "dispute.settled": Event("A dispute is settled", How.NOW),
    "dispute.withdrawn": Event("A dispute is withdrawn", How.DIGEST),
    "note.added": Event("A note is added", How.DIGEST),
    "note.replied": Event("A note is answered", How.NOW),
    "note.mentioned": Event("A note names somebody", How.NOW),
    "note.resolved": Event("A note is resolved or reopened", How.DIGEST),
    "article.read": Event("An article has been read", How.OFF),
    "article.new_text": Event("An article gets a new text", How.DIGEST),
    "article.withdrawn": Event("An article is withdrawn", How.DIGEST),
    "evidence.differs": Event("A source says otherwise", How.DIGEST),
    "source.changed": Event("A source changes, or its link", How.DIGEST),
}
KINDS = ("claim", "article", "source")  # of what a happening can be about


def tell(
    event: str,
    *,
    by: User | None,
    subjects: Iterable[tuple[str, int]],
    words: str,
    path: str,
    to: Iterable[int] = (),
    private: bool = False,
) -> None:
    """Write down that something happened, in the caller's transaction: one INSERT.

    Who follows any of `subjects` (("claim", 17), ("article", 1), ("source", 5)) and whoever is
    named in `to` (mentioned, assigned: ids of users) is told later by the worker; `by` is never
    told of their own deed. `words` say it in one plain sentence, without markup; `path` leads to
    where it can be seen ("/claims/17/"). With `private` only those in `to` are told, and it is
    kept out of feeds and views: a sealed first opinion.

    Raises ValueError for an event that is not in EVENTS, and for what no follower could be found by.
    """
    if event not in EVENTS:
        raise ValueError(f"There is no event “{event}”. There are: {', '.join(EVENTS)}.")
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"“{path}” is no path of a page.")
    Happening.objects.create(
        event=event,
        by=by,
        subjects=[subject(kind, ident) for kind, ident in subjects],
        words=words if len(words) <= LONGEST else words[: LONGEST - 1] + "…",
        path=path,
        to=sorted(set(to)),
        private=private,
        request=request_id.get() or "",
    )
    ring_once("tell_people")


def subject(kind: str, ident: int) -> str:
    """How a subject is kept in the array, and looked for: "claim:17". Raises ValueError for another kind."""
    if kind not in KINDS:
        raise ValueError(f"Nothing can happen to a “{kind}”. There are: {', '.join(KINDS)}.")
    return f"{kind}:{int(ident)}"
