"""Claims in: what the reader found in a revision becomes rows, once.

The reading itself is pure and outside of any transaction; it tells how far it
has come as it goes. The rows are stored in one transaction that also checks
that the work is still ours, so a reading is stored whole or not at all.
"""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone

from claims import rows
from claims.extraction.reading import Reading as Found
from claims.extraction.reading import read_in_steps
from claims.models import Anchor, Claim, ClaimCitation
from claimtracker.core import history
from claimtracker.core.copying import copy_in
from sources import ingest
from sources.models import Article, Reading
from sources.models.reading import MOST_TRIES

logger = logging.getLogger(__name__)

GAVE_UP = (
    "The text could not be read: the reader stopped {tries} times. The text itself is kept, word for word. "
    "Try “Read again”; if that fails too, tell whoever runs this desk, the log says what happened."
)


def read_article(revision_id: int) -> bool:
    """Read a revision and store what is in it; False where there is nothing to do. Safe to call any number of times."""
    reading = Reading.objects.take(revision_id)
    if reading is None:
        return False
    if reading.tries > MOST_TRIES:
        give_up(reading)
        return False
    try:
        found = _read(reading)
        return store(reading, found)
    except Exception:
        # A text that the reader stumbles over must not stop the worker; it is tried again, and then given up loudly.
        logger.exception("reading revision %s failed, try %s", revision_id, reading.tries)
        give_up(reading) if reading.tries >= MOST_TRIES else reading.release()
        return False


def _read(reading: Reading) -> Found:
    """The reading of the revision's text, its progress kept in the row."""
    revision = reading.revision
    steps = read_in_steps(revision.text, revision.article.published or None)
    while True:
        try:
            share = next(steps)
        except StopIteration as done:
            found: Found = done.value
            return found
        reading.progress(int(share * revision.characters))


@transaction.atomic
def store(reading: Reading, found: Found) -> bool:
    """Write marks, citations and claims; False where another worker has taken the reading over."""
    if not reading.still_ours():
        return False
    revision = reading.revision
    with history.action("article.read"):
        # First, for it also puts the action into force for the copies below.
        Article.objects.filter(pk=revision.article_id).update(
            state=Article.State.READY,
            problem="",
            language=found.language or "",
            figures_read=found.figures_read,
            updated_at=timezone.now(),
        )
        citations = ingest.store_citations(revision, found.marks, found.references)
        claims = copy_in(Claim, rows.claims(revision, found))
        copy_in(Anchor, rows.anchors(revision, claims, found))
        copy_in(ClaimCitation, rows.links(claims, found, citations))
    reading.finish(len(claims))
    return True


@transaction.atomic
def give_up(reading: Reading) -> None:
    """After so many tries the article says that it failed, and what was kept."""
    with history.action("article.failed"):
        Article.objects.filter(pk=reading.revision.article_id).update(
            state=Article.State.FAILED, problem=GAVE_UP.format(tries=reading.tries), updated_at=timezone.now()
        )
    Reading.objects.filter(pk=reading.pk).update(state=Reading.State.FAILED, finished_at=timezone.now())
