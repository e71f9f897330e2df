"""What happens here when sources have something to announce."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from claims.evidence import want_evidence
from sources.models import Snapshot
from sources.signals import citations_identified, snapshot_seen_again, snapshot_stored


@receiver([snapshot_stored, snapshot_seen_again])
def compare_with_copy(sender: Any, snapshot: Snapshot, **more: Any) -> None:
    want_evidence([snapshot.source_id])


@receiver(citations_identified)
def compare_again(sender: Any, sources: Iterable[int], **more: Any) -> None:
    want_evidence(sources)
