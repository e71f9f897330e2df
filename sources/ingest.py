"""Articles in: the deeds that store a text and send for its reading."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Any, cast

from django.conf import settings
from django.db import connection, transaction

from claimtracker.core import history
from claimtracker.core.copying import copy_in
from claimtracker.core.doorbell import ring
from claimtracker.core.refusals import Refused, Unacceptable, require
from sources import permissions
from sources.models import Article, Citation, Mark, Reading, Revision, Source
from sources.text import edtf, links, plain
from sources.text.marks import Mark as Found
from sources.text.references import Entry

FORMATS = ("text", "html", "markdown")
LONGEST_TITLE = 500
FIRST_WORDS = 120  # characters of a text that stand for a title nobody gave
LONGEST = {"title": 0, "byline": 300, "outlet": 200, "published": 64}  # as the columns; a longer title is cut


class EmptyText(Unacceptable):
    """There is no word in what was sent, or none is left of it as plain text. Nothing was stored."""

    code = "empty_text"
    title = "There is no text"


class BadText(Unacceptable):
    """The text holds what cannot be kept (a NUL, half a character) or cannot be read whole. Nothing was stored."""

    code = "bad_text"
    title = "The text cannot be stored"


class TooLong(Refused):
    """The text is longer than one article may be. Nothing was stored; split it and add the parts."""

    code = "too_long"
    status = 413
    title = "Too long"


class BadValue(Unacceptable):
    """A field has a value that cannot be; “errors” names it, and nothing was stored."""

    code = "invalid"


class AddressKnown(Refused):
    """Other text at a known address would be a new revision."""

    code = "address_known"
    title = "This address is known"


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
    require(by is None or permissions.can_add_article(by), "Only analysts, editors and admins add articles.")
    _check(title=title, byline=byline, outlet=outlet, published=published)
    text = read_text(text, format)
    address, earliest = _address(address), _day(published)
    digest = hashlib.sha256(text.encode()).hexdigest()
    _one_at_a_time(digest, address)
    if known := _same(digest, address):
        return known, False
    _refuse_known(address)
    with history.action("article.added", by=by):
        article = Article.objects.create(
            title=_title(title, text),
            byline=byline.strip(),
            outlet=outlet.strip(),
            address=address,
            published=published.strip(),
            published_earliest=earliest,
        )
        article.source = _own_source(article)
        article.revision = _revision(article, text, digest, format, by)
        article.save()
    ring("read_article", article.revision_id)
    return article, True


@transaction.atomic
def retry_reading(article: Article, *, by: Any) -> Article:
    """Send a text that could not be read to the reader once more."""
    require(by is None or permissions.can_add_article(by))
    with history.action("article.retried", by=by):
        again = Reading.objects.filter(revision=article.revision_id, state=Reading.State.FAILED)
        if again.update(state=Reading.State.WAITING, tries=0, lease_until=None, read_to=0, finished_at=None):
            article.state, article.problem = Article.State.READING, ""
            article.save(update_fields=["state", "problem", "updated_at"])
    ring("read_article", article.revision_id)
    return article


def format_of(name: str) -> str:
    """The format of a file by the end of its name."""
    ending = name.lower().rpartition(".")[2]
    return {"md": "markdown", "markdown": "markdown", "html": "html", "htm": "html"}.get(ending, "text")


def read_text(text: str, format: str) -> str:
    """The plain text of what was pasted or uploaded, fit to be stored."""
    if format not in FORMATS:
        raise BadValue(f"The format is one of {', '.join(FORMATS)}.", pointer="/format")
    if len(text) > settings.LONGEST_TEXT:
        raise TooLong(
            f"The text has {len(text):,} characters; we take {settings.LONGEST_TEXT:,}. Nothing was stored. "
            "Split it and add the parts.",
            pointer="/text",
        )
    try:
        plain.check(text)
        text = plain.plain(text, cast(plain.Format, format))
    except ValueError as problem:
        raise BadText(str(problem), pointer="/text") from problem
    if not is_visible(text):
        raise EmptyText("There is no text in this. Nothing was stored. Paste the article's words.", pointer="/text")
    return text


def _check(**fields: str) -> None:
    """The small fields: fit for the database, and not longer than their columns."""
    for name, value in fields.items():
        try:
            plain.check(value)
        except ValueError as problem:
            raise BadText(str(problem), pointer=f"/{name}") from problem
        longest = LONGEST[name]
        if longest and len(value.strip()) > longest:
            raise BadValue(f"This has {len(value):,} characters; {longest} is the most.", pointer=f"/{name}")


def is_visible(text: str) -> bool:
    """Whether there is anything to see: more than blanks, zero-width and control characters."""
    return any(unicodedata.category(character)[0] in "LNPSM" for character in text)


def _title(title: str, text: str) -> str:
    """The title given, or the first words of the text's first line; what is too long is cut with an ellipsis."""
    if given := " ".join(title.split()):
        return given if len(given) <= LONGEST_TITLE else given[: LONGEST_TITLE - 1] + "…"
    line = next(line.strip() for line in text.splitlines() if is_visible(line))
    cut = line[: FIRST_WORDS + 1].rpartition(" ")[0] or line[:FIRST_WORDS]
    return line if len(line) <= FIRST_WORDS else cut + " …"


def _address(address: str) -> str:
    try:
        return links.clean(address) if address.strip() else ""
    except ValueError as problem:
        raise BadValue(str(problem), pointer="/address") from problem


def _day(published: str) -> Any:
    """The first day of an EDTF date; None where none is given."""
    if not published.strip():
        return None
    try:
        return edtf.parse(published.strip())[0]
    except ValueError as problem:
        said = "Write the date as 2025, 2025-03 or 2025-03-14 (EDTF)."
        raise BadValue(said, pointer="/published") from problem


def _one_at_a_time(digest: str, address: str) -> None:
    """Two people who add the same text, or the same address, in the same second wait for each other here."""
    with connection.cursor() as cursor:
        for key in sorted({digest, links.key(address) if address else digest}):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def _same(digest: str, address: str) -> Article | None:
    same = Article.objects.filter(revisions__sha256=digest).order_by("id")
    if not address:
        return same.filter(address="").first() or same.first()
    for article in same:
        if article.address and links.key(article.address) == links.key(address):
            return article
    unplaced = same.filter(address="").select_related("source").first()
    return _learn_address(unplaced, address) if unplaced else None


def _learn_address(article: Article, address: str) -> Article:
    """An article that was added without its address, and now comes with it."""
    key = links.key(address)
    with history.action("article.address_learnt"):
        article.address = address
        article.save(update_fields=["address", "updated_at"])
        if article.source and not Source.objects.filter(address_key=key).exists():
            article.source.address, article.source.address_key = address, key
            article.source.save(update_fields=["address", "address_key", "updated_at"])
    return article


def _refuse_known(address: str) -> None:
    if not address:
        return
    known = Article.objects.filter(source__address_key=links.key(address)).first()
    if known:
        raise AddressKnown(
            f"This address is already tracked with another text: “{known.title}”. Nothing was stored.",
            pointer="/address",
            article=known.pk,
        )


def _own_source(article: Article) -> Source:
    """The article's own row among the sources, for it can itself be cited."""
    key = links.key(article.address) if article.address else None
    cited = Source.objects.filter(address_key=key, article=None).first() if key else None
    return cited or Source.objects.create(
        type="article",
        title=article.title,
        authors=[{"literal": article.byline}] if article.byline else [],
        container=article.outlet,
        issued=article.published,
        address=article.address,
        address_key=key,
        origin="article",
    )


def _revision(article: Article, text: str, digest: str, format: str, by: Any) -> Revision:
    revision = Revision.objects.create(
        article=article, number=1, text=text, format=format, sha256=digest, characters=len(text), created_by=by
    )
    Reading.objects.create(revision=revision)
    return revision


def store_citations(revision: Revision, marks: Sequence[Found], entries: Sequence[Entry]) -> dict[int, Citation]:
    """The marks of a revision, and a citation for every number that they or its list of references name."""
    copy_in(Mark, (_mark(revision, mark) for mark in marks))
    # Of two entries with one number the first counts; a note ("[a]") has none and is no citation.
    given = {entry.number: entry for entry in reversed(entries) if entry.number is not None}
    numbers = sorted({number for mark in marks for number in mark.numbers} | set(given))
    made = Citation.objects.bulk_create(
        Citation(
            revision=revision,
            number=number,
            label=given[number].label[:40] if number in given else str(number),
            entry=given[number].text if number in given else "",
        )
        for number in numbers
    )
    return {citation.number: citation for citation in made}


def _mark(revision: Revision, mark: Found) -> Mark:
    return Mark(
        revision=revision, start=mark.start, end=mark.end, surface=mark.surface[:200], numbers=list(mark.numbers)
    )
