"""Notes: the deeds that write them, and that answer them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from claims import permissions
from claims.models import Annotation, Claim, NoteAnchor
from claims.models.vocabulary import Motivation
from claims.notenews import about, follow_work, ids, mentioned_in, short, tell_mentioned, tell_of
from claims.notewords import words_at
from claims.placing import NotInThisText
from claimtracker.core import history
from claimtracker.core.refusals import Refused, require
from sources.models import Article, Snapshot
from sources.refusals import BadText, BadValue

LONGEST_BODY = 10_000
CONTEXT = 32  # characters of a TextQuoteSelector's prefix and suffix
TWICE = dt.timedelta(minutes=10)  # the same words again within this time are a second click
MAY_NOT = "Only analysts, editors and admins write notes."


class NoteWithdrawn(Refused):
    """The note was withdrawn; it stays as it is. Nothing was changed."""

    code = "note_withdrawn"
    title = "This note was withdrawn"


@transaction.atomic
def add_note(
    on: Claim | Article | Snapshot,
    *,
    body: str,
    by: Any,
    motivation: str = Motivation.COMMENTING,
    revision: int | None = None,
    exact: str = "",
    start: int | None = None,
    end: int | None = None,
) -> tuple[Annotation, bool]:
    """Write a note on a claim, an article or a copy as a whole, or on words of it; (note, whether it is new).

    Offsets count in a claim's own words, in a copy's text, or in the article's current text, which has the
    number `revision`. Raises NotAllowed, BadValue, BadText, NotInText, SeveralPlaces, NotInThisText.
    """
    require(permissions.can_annotate(by), MAY_NOT)
    _check(body, motivation)
    _one_at_a_time(by)
    target, text = _target(on, revision, has_words=bool(exact) or start is not None)
    place = {}
    if text is not None:
        first, last = words_at(text, exact=exact, start=start, end=end)
        around = {"prefix": text[max(0, first - CONTEXT) : first], "suffix": text[last : last + CONTEXT]}
        place = {"start": first, "end": last, "exact": text[first:last], **around}
    if earlier := _said_before(by, parent=None, body=body, motivation=motivation, **target, **place):
        return earlier, False
    people = mentioned_in(body)
    with history.action("note.added", by=by):
        said = {"body": body, "motivation": motivation, "mentions": ids(people), "created_by": by}
        note = Annotation.objects.create(**target, **place, **said)
        if note.revision is not None:
            NoteAnchor.objects.create(note=note, revision=note.revision, start=note.start, end=note.end)
        follow_work(note, by)
        tell_of("note.added", note, by, f"{by} wrote a note on {about(note)}: {short(body)}", skip=people)
        tell_mentioned(note, by, people)
    return note, True


@transaction.atomic
def reply(note: Annotation, *, body: str, by: Any) -> tuple[Annotation, bool]:
    """Answer a note, or an answer to it; (answer, whether it is new). Raises NotAllowed, BadValue, NoteWithdrawn."""
    require(permissions.can_annotate(by), MAY_NOT)
    _check(body, Motivation.COMMENTING)
    _one_at_a_time(by)
    thread = note.parent if note.parent is not None else note
    target = {name: getattr(thread, name) for name in ("claim_id", "article_id", "snapshot_id")}
    if earlier := _said_before(by, parent=thread, body=body, motivation=Motivation.COMMENTING, **target):
        return earlier, False
    people = mentioned_in(body)
    with history.action("note.replied", by=by):
        if not Annotation.objects.standing().filter(pk=thread.pk).update(updated_at=timezone.now()):
            raise NoteWithdrawn("This note was withdrawn, so it takes no answer. Nothing was stored.")
        answer = Annotation.objects.create(parent=thread, body=body, mentions=ids(people), created_by=by, **target)
        follow_work(thread, by)
        in_it = {thread.created_by_id, *thread.replies.values_list("created_by", flat=True)}
        words = f"{by} answered a note on {about(thread)}: {short(body)}"
        tell_of("note.replied", thread, by, words, to=in_it, skip=people)
        tell_mentioned(thread, by, people, body)
    return answer, True


def _check(body: str, motivation: str) -> None:
    if motivation not in Motivation.values:
        raise BadValue(f"What a note is for is one of {', '.join(Motivation.values)}.", pointer="/motivation")
    if not body.strip():
        raise BadValue("Write something. Nothing was stored.", pointer="/body")
    if len(body) > LONGEST_BODY:
        raise BadValue(f"A note has at most {LONGEST_BODY:,} characters; this has {len(body):,}.", pointer="/body")
    check_letters(body, "/body")


def _one_at_a_time(by: Any) -> None:
    """Until the transaction ends: of a double submit the second finds what the first has stored."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"notes of {by.pk}"])


def _said_before(by: Any, **said: Any) -> Annotation | None:
    recent = Annotation.objects.standing().filter(created_by=by, created_at__gte=timezone.now() - TWICE)
    place = {"exact": "", "start": None, "end": None}
    told = {name: value for name, value in said.items() if name not in ("prefix", "suffix")}
    return recent.filter(**place | told).first()


def _target(
    on: Claim | Article | Snapshot, revision: int | None, *, has_words: bool
) -> tuple[dict[str, Any], str | None]:
    """The columns that say what a note is on, and the text that its words are looked for in."""
    if isinstance(on, Claim):
        return {"claim": on}, on.quote if has_words else None
    if isinstance(on, Snapshot):
        text = Snapshot.objects.values_list("text", flat=True).get(pk=on.pk) if has_words else None
        return {"snapshot": on}, text
    if not has_words:
        return {"article": on}, None
    current = current_text(on, revision)
    return {"article": on, "revision": current}, current.text


def current_text(article: Article, number: int | None) -> Any:
    """The current text, held until the transaction ends: no other becomes current between this and the note."""
    held = Article.objects.select_for_update(of=("self",), no_key=True).select_related("revision").get(pk=article.pk)
    current = held.revision
    if current is None:
        raise NotInThisText("The article has no text yet. Nothing was stored.")
    if number is not None and current.number != number:
        raise NotInThisText(f"The article's current text is revision {current.number}. Nothing was stored.")
    return current


def check_letters(words: str, pointer: str) -> None:
    if "\0" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
        raise BadText("There is a NUL or half a character in it. Nothing was stored.", pointer=pointer)
