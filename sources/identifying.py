"""Which work a citation means, said by a person: the deeds that identify a citation, and that take it back.

Compare-and-set: what somebody else has identified meanwhile is never overwritten unseen. What the program read from
an entry itself is its own guess, and gives way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import MD5
from django.utils import timezone

from claimtracker.core import history
from claimtracker.core.refusals import Refused, Unacceptable, require
from sources import permissions
from sources.models import Citation, Identified, Source
from sources.naming import Named, named_work, work_of
from sources.signals import citations_identified
from sources.watching import watch_sources

MOST_ALIKE = 1000  # other citations with the same entry that one deed identifies
FREE = Q(identified__in=["", Identified.ENTRY])


class AlreadyIdentified(Refused):
    """Somebody has said meanwhile that the citation means another work. Nothing was changed; “source” is that work."""

    code = "already_identified"
    title = "Already identified"


class OldText(Unacceptable):
    """The citation belongs to a text that its article no longer has. Nothing was changed."""

    code = "old_text"
    title = "An earlier text"


@dataclass(frozen=True, slots=True)
class Identification:
    """What came of it: the work (`new`: made for this), and the other citations with the very same entry."""

    citation: Citation
    source: Source
    new: bool
    identified: tuple[int, ...]  # of those alike, which have the work now as well
    waiting: tuple[int, ...]  # … and which could have it


@transaction.atomic
def identify(
    citation: Citation,
    *,
    by: Any,
    source: int | None = None,
    record: Mapping[str, Any] | None = None,
    address: str = "",
    doi: str = "",
    reference: str = "",
    replaces: int | None = None,
    alike: bool = False,
) -> Identification:
    """Say which work a citation means, by one of: the id of a source, a CSL-JSON record, an address, a DOI, or the
    words of a reference. A work that is not here yet is made.

    `replaces` is the source that the caller saw there and means to replace; `alike` identifies the other citations
    with the very same entry as well, in all articles, where nobody has said what they mean.
    Raises NotAllowed, AlreadyIdentified, OldText, NoWork, BadRecord.
    """
    require(permissions.can_identify(by), "Only analysts, editors and admins identify citations.")
    _refuse_old(citation)
    with history.action("citation.identified", by=by, reason="of the same words" if alike else ""):
        named = Named(source=source, record=record, address=address, doi=doi, reference=reference)
        work, new = named_work(named)
        before = citation.source_id
        _set(citation, work, replaces)
        done = _set_alike(citation, work) if alike else []
        watch_sources([work])
    waiting = [] if alike else list(alike_to(citation).filter(FREE).exclude(source=work).values_list("pk", flat=True))
    citations_identified.send(
        Citation, citations=[citation.pk, *done], sources=sorted({work.pk, *([before] if before else [])})
    )
    return Identification(citation, work, new, tuple(done), tuple(waiting[:MOST_ALIKE]))


@transaction.atomic
def unidentify(citation: Citation, *, by: Any, replaces: int | None = None, reason: str = "") -> Citation:
    """Take back what a citation means: it waits again. Raises NotAllowed, AlreadyIdentified, OldText."""
    require(permissions.can_identify(by), "Only analysts, editors and admins identify citations.")
    _refuse_old(citation)
    before = citation.source_id
    with history.action("citation.unidentified", by=by, reason=reason):
        mine = Citation.objects.filter(pk=citation.pk)
        mine = mine.filter(source=work_of(replaces)) if replaces is not None else mine
        if not mine.update(source=None, identified="", updated_at=timezone.now()):
            _refuse_taken(citation)
    citation.refresh_from_db()
    if before:
        citations_identified.send(Citation, citations=[citation.pk], sources=[before])
    return citation


def alike_to(citation: Citation) -> Any:
    """The other citations of current texts with the very same entry; where there is no entry, none."""
    if not citation.entry:
        return Citation.objects.none()
    same = Citation.objects.current().annotate(words=MD5("entry")).filter(words=MD5(Value(citation.entry)))
    return same.filter(entry=citation.entry).exclude(pk=citation.pk).order_by("pk")


def _set(citation: Citation, work: Source, replaces: int | None) -> None:
    """Of two people who say different things at once, exactly one wins and the other is told."""
    seen = FREE | Q(source=work)
    if replaces is not None:
        seen = Q(source=work) | Q(source=work_of(replaces))
    mine = Citation.objects.filter(seen, pk=citation.pk)
    said = {"source": work, "identified": Identified.BY_HAND}
    if not mine.exclude(**said).update(**said, updated_at=timezone.now()) and not mine.filter(**said).exists():
        _refuse_taken(citation)
    citation.refresh_from_db()


def _set_alike(citation: Citation, work: Source) -> list[int]:
    free = alike_to(citation).filter(FREE)
    # In one order, so that two who do this at once do not wait for each other in a ring.
    ids = list(free.select_for_update(of=["self"]).values_list("pk", flat=True)[:MOST_ALIKE])
    said = {"source": work, "identified": Identified.BY_HAND}
    Citation.objects.filter(FREE, pk__in=ids).update(**said, updated_at=timezone.now())
    return ids


def _refuse_old(citation: Citation) -> None:
    current = Citation.objects.filter(pk=citation.pk, revision=F("revision__article__revision"))
    if not current.exists():
        raise OldText("This citation belongs to an earlier text of its article. Identify it in the current one.")


def _refuse_taken(citation: Citation) -> None:
    citation.refresh_from_db()
    work = citation.source
    what = f"means “{str(work)[:200]}” by now" if work else "was taken back meanwhile"
    raise AlreadyIdentified(
        f"Somebody was first: {citation} {what}. Nothing was changed. Look at it, and say that you replace it.",
        pointer="/source",
        source=work.pk if work else None,
    )
