"""Who hears of a note: the people it names, those who take part in its thread, and whoever follows what it is on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claims import permissions
from claims.models import Annotation
from claimtracker.core.happenings import tell
from claimtracker.core.models import User
from claimtracker.core.notices.following import follow
from claimtracker.core.sanitising import markdown_words

MOST_MENTIONED = 20
# As Django allows names of users; behind a letter it is the middle of an address.
MENTION = re.compile(r"(?<![\w@.+-])@([\w.+-]{1,150})")


def mentioned_in(body: str) -> list[User]:
    """The people whom "@name" names, who may read here; in code nobody is named, and unknown names are words."""
    names = list(dict.fromkeys(_names(body)))[: 2 * MOST_MENTIONED]
    found = User.objects.filter(username__in=names, is_active=True).order_by("pk")[:MOST_MENTIONED] if names else ()
    return [user for user in found if permissions.can_read(user)]


def unknown_in(body: str) -> list[str]:
    """The names behind an "@" that are nobody's who may read here: they tell nobody."""
    known = {user.username for user in mentioned_in(body)}
    named = dict.fromkeys(match[1] for words in markdown_words(body) for match in MENTION.finditer(words))
    written = {name: name.rstrip(".-+") for name in list(named)[:MOST_MENTIONED]}
    return list(dict.fromkeys(short for name, short in written.items() if short and not {name, short} & known))


def _names(body: str) -> Iterator[str]:
    """With and without the full stop that may end a sentence, or be the end of a name."""
    for words in markdown_words(body):
        for match in MENTION.finditer(words):
            yield match[1]
            yield match[1].rstrip(".-+")


def ids(people: Iterable[User]) -> list[int]:
    return [user.pk for user in people]


def subjects_of(note: Annotation) -> list[tuple[str, int]]:
    """What people follow to whom this is news."""
    if note.claim is not None:
        return [("claim", note.claim.pk), ("article", note.claim.article_id)]
    if note.snapshot is not None:
        return [("source", note.snapshot.source_id)]
    return [("article", note.article_id or 0)]


def about(note: Annotation) -> str:
    if note.claim is not None:
        return f"claim {note.claim.pk}"
    if note.snapshot is not None:
        return f"a copy of “{str(note.snapshot.source)[:100]}”"
    return f"“{str(note.article)[:100]}”"


def short(words: str) -> str:
    one_line = " ".join(words[:400].split())
    return f"“{one_line[:159]}…”" if len(one_line) > 160 else f"“{one_line}”"


def follow_work(note: Annotation, by: Any) -> None:
    kind, ident = subjects_of(note)[0]
    follow(by, kind, ident)


def tell_of(
    event: str, note: Annotation, by: Any, words: str, *, to: Iterable[int] = (), skip: Iterable[User] = ()
) -> None:
    others = set(to) - set(ids(skip)) - {by.pk}
    tell(event, by=by, subjects=subjects_of(note), words=words, path=note.get_absolute_url(), to=others)


def tell_mentioned(note: Annotation, by: Any, people: Iterable[User], body: str = "") -> None:
    """Only those who are named: everybody else hears of the note itself."""
    if to := set(ids(people)) - {by.pk}:
        words = f"{by} named you in a note on {about(note)}: {short(body or note.body)}"
        subjects = subjects_of(note)
        tell("note.mentioned", by=by, subjects=subjects, words=words, path=note.get_absolute_url(), to=to, private=True)
