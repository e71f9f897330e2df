"""Notes on an article's words carried over into its next text: found again by evidence, or orphans.

Each note starts from the last text in which its words stood, so that words that come back are found again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from claims.matching.figures import values_of
from claims.models import Annotation, NoteAnchor
from claims.models.vocabulary import Outcome
from claimtracker.core.copying import copy_in
from sources.models import Revision
from sources.text.anchors import Anchored, Quote, carry

FAITHFUL = (Outcome.EXACT, Outcome.MOVED, Outcome.BY_HAND)


def carry_notes(revision: Revision) -> int:
    """Anchor in `revision` every note of its article that has no anchor there yet; how many there were.

    Inside the transaction that makes it the current text. Where the words are in doubt there is no place,
    only candidates: a note in the wrong place is worse than one that waits for a person.
    """
    made = 0
    for text, notes in _standing(revision):
        found = carry(text, revision.text, [Quote(start, end) for _, start, end in notes], values_of)
        copy_in(NoteAnchor, (_anchor(note, revision, one) for (note, *_), one in zip(notes, found, strict=True)))
        made += len(notes)
    return made


def _standing(revision: Revision) -> Iterator[tuple[str, list[tuple[int, int, int]]]]:
    """The notes (id, start, end) by the last text in which they stood, oldest text first."""
    there = NoteAnchor.objects.filter(note=OuterRef("pk"), revision=revision)
    waiting = Annotation.objects.standing().threads().filter(article=revision.article_id, exact__gt="")
    last = (
        NoteAnchor.objects.filter(note__in=waiting.filter(~Exists(there)))
        .filter(outcome__in=FAITHFUL, start__isnull=False, revision__number__lt=revision.number)
        .order_by("note", "-revision__number")
        .distinct("note")
        .values_list("revision", "note", "start", "end")
    )
    by_text: dict[int, list[Any]] = defaultdict(list)
    for text, *place in last:
        by_text[text].append(tuple(place))
    for text in sorted(by_text):
        yield Revision.objects.values_list("text", flat=True).get(pk=text), by_text[text]


def _anchor(note: Any, revision: Revision, found: Anchored) -> NoteAnchor:
    return NoteAnchor(
        note_id=note,
        revision=revision,
        start=found.start,
        end=found.end,
        outcome=found.outcome,
        verbatim=found.verbatim,
        candidates=[list(span) for span in found.candidates],
    )
