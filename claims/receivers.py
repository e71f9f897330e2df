"""What happens here when sources have something to announce."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from claims.evidence import want_evidence
from claimtracker.core.happenings import tell
from sources.models import Article, Snapshot
from sources.signals import citations_identified, snapshot_seen_again, snapshot_stored

MOST_ARTICLES = 50  # whose followers hear of it, where a source is cited everywhere


@receiver([snapshot_stored, snapshot_seen_again])
def compare_with_copy(sender: Any, snapshot: Snapshot, **more: Any) -> None:
    want_evidence([snapshot.source_id])


@receiver(snapshot_stored)
def tell_of_another_copy(sender: Any, snapshot: Snapshot, **more: Any) -> None:
    """A source that says something else than before; its first copy is no change."""
    source = snapshot.source
    if not source.snapshots.exclude(pk=snapshot.pk).readable().exists():
        return
    citing = Article.objects.current().filter(revision__citations__source=source).distinct().order_by()
    subjects = [("source", source.pk), *(("article", pk) for pk in citing.values_list("pk", flat=True)[:MOST_ARTICLES])]
    words = f"Another text than before: {source}"
    tell("source.changed", by=snapshot.created_by, subjects=subjects, words=words, path=source.get_absolute_url())


@receiver(citations_identified)
def compare_again(sender: Any, sources: Iterable[int], **more: Any) -> None:
    want_evidence(sources)
