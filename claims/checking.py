"""The check of citations for texts that were read before there was one: a deed of the machine, once for each."""

from __future__ import annotations

import logging

from django.db import transaction

from claims import rows
from claims.extraction.extractor import RULES
from claims.extraction.reading import Reading as Found
from claims.extraction.reading import read
from claims.linting import read_lint
from claims.models import LintItem
from claimtracker.core.copying import copy_in
from sources.models import Reading

logger = logging.getLogger(__name__)

CHECKED_LATER = f"citations checked later by {RULES.name} {RULES.version}"
NOT_CHECKED = "citations could not be checked"


def check_citations(revision_id: int) -> bool:
    """Store what the check finds in a text; its claims stay as they are. False where it is done already.

    Safe to call any number of times. A text that the reader stumbles over is not tried again and again.
    """
    reading = Reading.objects.unchecked().select_related("revision__article").filter(pk=revision_id).first()
    if reading is None:
        return False
    try:
        return _store(reading, read(reading.revision.text, reading.revision.article.published or None))
    except Exception:
        logger.exception("the citations of revision %s could not be checked", revision_id)
        Reading.objects.unchecked().filter(pk=revision_id).update(extractor=NOT_CHECKED)
        return False


@transaction.atomic
def _store(reading: Reading, found: Found) -> bool:
    lint = read_lint(found)
    # Compare-and-set: of two workers that have read the same text one stores what it found.
    ours = (
        Reading.objects.unchecked()
        .filter(pk=reading.pk)
        .update(extractor=CHECKED_LATER, figures_found=lint.coverage.figures, figures_cited=lint.coverage.cited)
    )
    if ours:
        copy_in(LintItem, rows.lint(reading.revision, found, lint))
    return bool(ours)
