"""Claims in: what the reader found in a revision becomes rows, once.

The reading itself is pure and outside of any transaction; it tells how far it
has come as it goes. The rows are stored in one transaction that also checks
that the work is still ours, so a reading is stored whole or not at all.
"""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from claims import rows
from claims.carrying import carry_claims, fates_of
from claims.evidence import want_evidence_for
from claims.extraction.extractor import Extractor
from claims.extraction.reading import Reading as Found
from claims.extractors import extractor_of
from claims.linting import Lint, read_lint
from claims.models import Anchor, Claim, ClaimCitation, LintItem
from claims.notecarrying import carry_notes
from claims.risk import rank_article
from claimtracker.core import history
from claimtracker.core.copying import copy_in
from claimtracker.core.doorbell import ring
from claimtracker.core.happenings import tell
from sources.citing import store_citations
from sources.models import Article, Citation, Reading, Revision
from sources.models.work import MOST_TRIES

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
        stored = store(reading, found)
    except Exception:
        # A text that the reader stumbles over must not stop the worker; it is tried again, and then given up loudly.
        logger.exception("reading revision %s failed, try %s", revision_id, reading.tries)
        give_up(reading) if reading.tries >= MOST_TRIES else reading.release()
        return False
    if stored:
        rank_article(reading.revision.article_id)
    return stored


def _read(reading: Reading) -> Found:
    """The reading of the revision's text by the desk's extractor, its progress kept in the row."""
    revision, extractor = reading.revision, desk_extractor()
    reading.extractor = f"{extractor.name} {extractor.version}"[:100]
    steps = extractor.read_in_steps(revision.text, revision.article.published or None)
    while True:
        try:
            share = next(steps)
        except StopIteration as done:
            found: Found = done.value
            return found
        reading.progress(int(share * revision.characters))


def desk_extractor() -> Extractor:
    """The rules, and a model that may propose where the operator has named one."""
    # A question must end before the lease of the reading does, or another worker would take it up.
    seconds = min(40.0, settings.LEASE_SECONDS * 2 / 3)
    return extractor_of(settings.LLM_URL, settings.LLM_MODEL, settings.LLM_KEY, seconds=seconds)


@transaction.atomic
def store(reading: Reading, found: Found) -> bool:
    """Write marks, citations and claims; False where another worker has taken the reading over.

    A text that follows another takes the claims of that one with it, and becomes the current one.
    """
    if not reading.still_ours():
        return False
    take_time()
    revision, lint = reading.revision, read_lint(found)
    # Of one article only one text is read at a time, so nobody else changes which is the current one.
    before = Revision.objects.defer("text").filter(current_of=revision.article_id).exclude(pk=revision.pk).first()
    fates = fates_of(revision, found) if before else []
    with history.action("article.read"):
        # First, for it also puts the action into force for the copies below.
        _finish(reading, found, lint)
        citations = store_citations(revision, found.marks, found.references, before=before)
        if before is None:
            _store_first(revision, found, citations)
        else:
            carry_claims(before, revision, found, citations, fates)
        copy_in(LintItem, rows.lint(revision, found, lint))
        want_evidence_for(revision)
        carry_notes(revision)
        # Last, so that whoever gives the article another text meanwhile need not wait for all this.
        _describe(revision, found)
        _tell(revision, anew=before is not None)
    return True


def _tell(revision: Revision, *, anew: bool) -> None:
    article = revision.article
    event, words = ("article.new_text", "A new text") if anew else ("article.read", "Read")
    path = f"{article.get_absolute_url()}changes/" if anew else article.get_absolute_url()
    tell(event, by=None, subjects=[("article", article.pk)], words=f"{words}: {article.title}", path=path)


def take_time() -> None:
    """For this transaction: a long text's claims are thought about for minutes between two statements.

    The worker's own time limit still holds, and PostgreSQL sees at once when a worker is gone.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = %s", [f"{settings.CELERY_TASK_TIME_LIMIT}s"])


def _finish(reading: Reading, found: Found, lint: Lint) -> None:
    reading.finish(
        read_to=reading.revision.characters,
        claims_found=len(found.claims),
        figures_found=lint.coverage.figures,
        figures_cited=lint.coverage.cited,
        extractor=reading.extractor,
        proposals=_proposals(found),
    )


def _proposals(found: Found) -> dict[str, Any]:
    """What a model proposed, in counts; nothing where none was asked."""
    proposals = asdict(found.proposals)
    return proposals if any(proposals.values()) else {}


def _describe(revision: Revision, found: Found) -> None:
    """What was read becomes the current text; where a still newer one waits, the article goes on being read."""
    article = Article.objects.select_for_update(of=("self",), no_key=True).get(pk=revision.article_id)
    carry_notes(revision)  # those that were written while the others were carried
    newer = Reading.objects.unfinished().filter(revision__article=article, revision__number__gt=revision.number)
    coming = newer.exists() or article.arrivals.unfinished().exists()
    article.revision = revision
    article.state = Article.State.READING if coming else Article.State.READY
    article.problem = ""
    article.language, article.figures_read = found.language or "", found.figures_read
    article.save(update_fields=["revision", "state", "problem", "language", "figures_read", "updated_at"])
    if newer_reading := newer.order_by("revision__number").first():
        ring("read_article", newer_reading.pk)


def _store_first(revision: Revision, found: Found, citations: dict[int, Citation]) -> None:
    """The claims of an article's first text."""
    claims = copy_in(Claim, rows.claims(revision, found, range(len(found.claims))))
    copy_in(Anchor, rows.anchors(revision, claims, found.claims))
    copy_in(ClaimCitation, rows.links(claims, found.claims, citations))


@transaction.atomic
def give_up(reading: Reading) -> None:
    """After so many tries the article says that it failed, and what was kept; an earlier text of it stays."""
    if not reading.still_ours():
        return
    with history.action("article.failed"):
        Article.objects.filter(pk=reading.revision.article_id).update(
            state=Article.State.FAILED, problem=GAVE_UP.format(tries=reading.tries), updated_at=timezone.now()
        )
    reading.fail()
