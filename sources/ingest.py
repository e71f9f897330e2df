"""Articles in: the deeds that store a text, a file or an address, and send for its reading.

A pasted text is stored at once. A file or an address is first an Arrival: its
bytes are untrusted, so a worker makes the text of them (see `arrivals`).
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone

from claimtracker.core import blobs, history
from claimtracker.core.doorbell import ring
from claimtracker.core.refusals import require
from sources import describing, known, permissions, uploads
from sources.models import Arrival, Article, Reading, Revision, Source
from sources.refusals import NoAddress, Withdrawn
from sources.text import links
from sources.text.document import Document

MAY_NOT = "Only analysts, editors and admins add articles."
NOT_READ = "The text is the one that is here, which could not be read. Try “Read again”."


@transaction.atomic
def add_article(
    *,
    text: str,
    by: Any,
    title: str = "",
    format: str = "text",
    address: str = "",
    published: str = "",
    byline: str = "",
    outlet: str = "",
) -> tuple[Article, bool]:
    """Store a text as an article and ring for its reading; (article, whether it is new).

    The same text at the same or no address is the same article: the second try
    lands on the first. `by` None is the machine (a command on the server).
    Raises NotAllowed, EmptyText, BadText, TooLong, BadValue, AddressKnown.
    """
    require(by is None or permissions.can_add_article(by), MAY_NOT)
    describing.check(title=title, byline=byline, outlet=outlet, published=published)
    document, address = describing.read_pasted(text, format), describing.address_of(address)
    digest = digest_of(document.text)
    known.one_at_a_time(digest, known.address_key(address))
    if there := known.same_text(digest, address):
        return there, False
    known.refuse_known(address)
    with history.action("article.added", by=by):
        article = _article(describing.title_of(title, document.text), address, published, byline, outlet)
        article.revision = _store_pasted(article, text, document, by)
        article.save()
    return article, True


@transaction.atomic
def add_file(
    *,
    data: bytes,
    name: str,
    by: Any,
    media_type: str = "",
    title: str = "",
    address: str = "",
    published: str = "",
    byline: str = "",
    outlet: str = "",
) -> tuple[Article, bool]:
    """Keep a file as it came and ring for the worker that makes a text of it; (article, whether it is new).

    What the file itself says of its title, date and author fills what is left empty here.
    Raises NotAllowed, EmptyText, TooLarge, BadText, BadValue, AddressKnown.
    """
    require(by is None or permissions.can_add_article(by), MAY_NOT)
    describing.check(title=title, byline=byline, outlet=outlet, published=published)
    digest, address = uploads.digest_of(data), describing.address_of(address)
    known.one_at_a_time(digest, known.address_key(address))
    if there := known.same_file(digest, address):
        return there, False
    known.refuse_known(address)
    name = uploads.clean_name(name)
    with history.action("article.added", by=by):
        article = _article(title.strip() or name, address, published, byline, outlet)
        _expect_file(article, data, name, media_type, by)
    return article, True


@transaction.atomic
def add_address(
    *, address: str, by: Any, title: str = "", published: str = "", byline: str = "", outlet: str = ""
) -> tuple[Article, bool]:
    """Ring for the worker that fetches an address and makes a text of it; (article, whether it is new).

    Raises NotAllowed, BadText, BadValue, AddressKnown.
    """
    require(by is None or permissions.can_add_article(by), MAY_NOT)
    describing.check(title=title, byline=byline, outlet=outlet, published=published)
    address = describing.address_of(address)
    known.one_at_a_time(known.address_key(address))
    known.refuse_known(address)
    with history.action("article.added", by=by):
        article = _article(title.strip() or address, address, published, byline, outlet)
        expect(article, by, way=Arrival.Way.ADDRESS, address=address)
    return article, True


@transaction.atomic
def reread_article(article: Article, *, text: str, by: Any, format: str = "text") -> tuple[Revision, bool]:
    """Give an article a new text and ring for its reading; (revision, whether it is new).

    The claims of the text before are carried over when it is read. The same text again changes nothing.
    Raises NotAllowed, Withdrawn, EmptyText, BadText, TooLong, BadValue.
    """
    _require_rereading(article, by)
    document = describing.read_pasted(text, format)
    known.one_at_a_time(f"article {article.pk}")
    if (last := latest(article)) and last.sha256 == digest_of(document.text):
        return last, False
    with history.action("article.reread", by=by):
        revision = _store_pasted(article, text, document, by)
        await_reading(article)
    return revision, True


@transaction.atomic
def reread_file(article: Article, *, data: bytes, name: str, by: Any, media_type: str = "") -> Arrival:
    """The same with a file. Raises NotAllowed, Withdrawn, EmptyText, TooLarge."""
    _require_rereading(article, by)
    uploads.digest_of(data)
    with history.action("article.reread", by=by):
        await_reading(article)
        return _expect_file(article, data, uploads.clean_name(name), media_type, by)


@transaction.atomic
def reread_address(article: Article, *, by: Any) -> Arrival:
    """Fetch the article's own address again. Raises NotAllowed, Withdrawn, NoAddress."""
    _require_rereading(article, by)
    if not article.address:
        raise NoAddress("This article has no address to look at again. Paste its new text or send a file.")
    known.one_at_a_time(f"article {article.pk}")
    if waiting := article.arrivals.unfinished().filter(way=Arrival.Way.ADDRESS).first():
        return waiting
    with history.action("article.reread", by=by):
        await_reading(article)
        return expect(article, by, way=Arrival.Way.ADDRESS, address=article.address)


@transaction.atomic
def retry_reading(article: Article, *, by: Any) -> Article:
    """Send what could not be read to the worker once more: the file or page, or the text made of it."""
    require(by is None or permissions.can_add_article(by))
    with history.action("article.retried", by=by):
        failed = _failed_last(article)
        if failed and failed.begin_anew():
            await_reading(article)
            ring("take_in" if isinstance(failed, Arrival) else "read_article", failed.pk)
    return article


def _failed_last(article: Article) -> Arrival | Reading | None:
    """What the article's problem speaks of: of its files and pages and its last text, the one given up last."""
    if not Article.objects.filter(pk=article.pk, state=Article.State.FAILED).exists():
        return None
    failed: list[Arrival | Reading] = list(article.arrivals.filter(state=Arrival.State.FAILED))
    if (last := latest(article)) and last.reading.state == Reading.State.FAILED:
        failed.append(last.reading)
    return max(failed, key=lambda work: work.finished_at or work.NEVER, default=None)


def store_text(article: Article, text: str, format: str, by: Any) -> Revision:
    """The next revision of an article, and the ring for its reading."""
    last = latest(article)
    revision = Revision.objects.create(
        article=article,
        number=last.number + 1 if last else 1,
        text=text,
        format=format,
        sha256=digest_of(text),
        characters=len(text),
        created_by=by,
    )
    Reading.objects.create(revision=revision)
    ring("read_article", revision.pk)
    return revision


def arrived(document: Document) -> dict[str, Any]:
    """The columns of an arrival that say what came of it."""
    return {
        "format": document.format,
        "notes": [{"code": note.code, "words": note.words} for note in document.notes],
        "origins": [[part.start, part.end, part.where, part.first, part.last] for part in document.origins],
    }


def _store_pasted(article: Article, given: str, document: Document, by: Any) -> Revision:
    """With what was pasted, where that is not the text itself."""
    revision = store_text(article, document.text, document.format, by)
    if document.format != "text":
        data = given.encode()
        kept = {"sha256": blobs.keep(data), "size": len(data), "revision": revision, **arrived(document)}
        state, now = Arrival.State.DONE, timezone.now()
        Arrival.objects.create(
            article=article, created_by=by, way=Arrival.Way.PASTE, state=state, finished_at=now, **kept
        )
    return revision


def latest(article: Article) -> Revision | None:
    return article.revisions.defer("text").order_by("number").last()


def await_reading(article: Article) -> None:
    article.state, article.problem = Article.State.READING, ""
    article.save(update_fields=["state", "problem", "updated_at"])


def settle(article: Article) -> None:
    """Where an article stands once nothing came of a new text; to be saved by the caller."""
    last = latest(article)
    failed = last is not None and last.reading.state == Reading.State.FAILED
    if (
        article.arrivals.unfinished().exists()
        or Reading.objects.unfinished().filter(revision__article=article).exists()
    ):
        article.state, article.problem = Article.State.READING, ""
    elif failed:
        article.state, article.problem = Article.State.FAILED, NOT_READ
    else:
        article.state, article.problem = Article.State.READY, ""


def expect(article: Article, by: Any, **columns: Any) -> Arrival:
    arrival = Arrival.objects.create(article=article, created_by=by, **columns)
    ring("take_in", arrival.pk)
    return arrival


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _require_rereading(article: Article, by: Any) -> None:
    require(by is None or permissions.can_add_article(by), MAY_NOT)
    if article.withdrawn_at:
        raise Withdrawn("This article was withdrawn and takes no new text.")


def _expect_file(article: Article, data: bytes, name: str, media_type: str, by: Any) -> Arrival:
    digest = blobs.keep(data)
    media_type = "".join(sign for sign in media_type if sign.isprintable())[:200]
    columns = {"name": name, "media_type": media_type, "sha256": digest, "size": len(data)}
    return expect(article, by, way=Arrival.Way.FILE, **columns)


def _article(title: str, address: str, published: str, byline: str, outlet: str) -> Article:
    article = Article(
        title=title[: describing.LONGEST_TITLE],
        byline=byline.strip(),
        outlet=outlet.strip(),
        address=address,
        published=published.strip(),
        published_earliest=describing.day_of(published),
    )
    article.source = _own_source(article)
    article.save()
    return article


def _own_source(article: Article) -> Source:
    """The article's own row among the sources, for it can itself be cited; a text that does may have just made it."""
    key = links.key(article.address) if article.address else None
    source = Source(type="article", address=article.address, address_key=key, origin="article", **_as_source(article))
    if key is None:
        source.save()
        return source
    Source.objects.bulk_create([source], ignore_conflicts=True)
    return Source.objects.get(address_key=key)


def describe_source(article: Article) -> None:
    """What the article has learnt of itself, in the row that was made for it; what others have said there stays."""
    own = Source.objects.filter(article=article, origin="article")
    own.update(updated_at=timezone.now(), **_as_source(article))


def _as_source(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "authors": [{"literal": article.byline}] if article.byline else [],
        "container": article.outlet,
        "issued": article.published,
    }
