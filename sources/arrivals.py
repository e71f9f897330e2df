"""Files and addresses become texts: the worker's deed.

Fetching and parsing are outside of any transaction; what came of them is
stored in one, which also checks that the work is still ours. Whatever fails
stands on the article in a plain sentence, and the article keeps what it had.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction
from django.utils import timezone

from claimtracker.core import blobs, history
from claimtracker.core.refusals import Refused
from sources import describing, ingest, known, parsing
from sources.fetching import fetch_page
from sources.http import NotFetched
from sources.models import Arrival, Article, Revision
from sources.models.work import MOST_TRIES
from sources.refusals import EmptyText
from sources.text.document import Document
from sources.text.unreadable import Unreadable

logger = logging.getLogger(__name__)

GAVE_UP = (
    "The file could not be made into a text: the program stopped {tries} times. The file itself is kept as it came. "
    "Try “Read again”, or paste its words."
)
LOST = "The bytes of this file are no longer in the storage. Send the file again."
SAME = "This is word for word the text of “{title}”, which is here already. Nothing was added twice."


def take_in(arrival_id: int) -> bool:
    """Make the text of an arrival and store it; False where nothing was stored. Safe to call any number of times."""
    arrival = Arrival.objects.take(arrival_id)
    if arrival is None:
        return False
    if arrival.tries > MOST_TRIES:
        give_up(arrival, "gave_up", GAVE_UP.format(tries=arrival.tries - 1))
        return False
    try:
        return store(arrival, _document(arrival))
    except blobs.BlobLost:
        give_up(arrival, "blob_lost", LOST)
    except (NotFetched, Unreadable) as problem:
        give_up(arrival, problem.code, str(problem))
    except blobs.NotReached as refusal:
        # The storage is away, and will be back: the work waits for it, and for some time only.
        put_back(arrival) if arrival.tries < MOST_TRIES else give_up(arrival, refusal.code, refusal.detail)
    except Refused as refusal:
        give_up(arrival, refusal.code, refusal.detail)
    except Exception:
        # A file that the reader stumbles over must not stop the worker; it is tried again, and then given up loudly.
        logger.exception("making the text of arrival %s failed, try %s", arrival_id, arrival.tries)
        if arrival.tries >= MOST_TRIES:
            give_up(arrival, "gave_up", GAVE_UP.format(tries=arrival.tries))
        else:
            put_back(arrival)
    return False


def put_back(arrival: Arrival) -> None:
    with history.action("article.put_back"):
        arrival.release()


def _document(arrival: Arrival) -> Document:
    """The text of the bytes that were sent, or that the address answered with."""
    if arrival.way == Arrival.Way.ADDRESS and not arrival.sha256:
        _fetch(arrival)
    data = blobs.fetch(arrival.sha256)
    page = arrival.way == Arrival.Way.ADDRESS or arrival.name.lower().endswith((".html", ".htm"))
    document = parsing.parse(data, name=arrival.name, media_type=arrival.media_type, page=page)
    if not describing.is_visible(document.text):
        raise EmptyText("There is no text in this. Paste the article's words.")
    describing.refuse_longer(document.text)
    return document


def _fetch(arrival: Arrival) -> None:
    """Keep what the address answered, so that another try need not ask again."""
    fetched = fetch_page(arrival.address)
    arrival.sha256, arrival.size = blobs.keep(fetched.body), len(fetched.body)
    arrival.final_address, arrival.http_status = fetched.final_address[:2000], fetched.status
    # The charset that the server names goes with the type, for the page itself may not name one.
    charset = f"; charset={fetched.charset}" if fetched.charset else ""
    arrival.media_type = f"{fetched.media_type}{charset}"[:200]
    with history.action("article.fetched", by=arrival.created_by):
        arrival.save(update_fields=["sha256", "size", "final_address", "http_status", "media_type"])


@transaction.atomic
def store(arrival: Arrival, document: Document) -> bool:
    """The text as the article's first or next; False where another worker has taken the arrival over."""
    known.one_at_a_time(f"article {arrival.article_id}", ingest.digest_of(document.text))
    if not arrival.still_ours():
        return False
    with history.action("article.taken_in", by=arrival.created_by):
        article = Article.objects.select_for_update(of=("self",), no_key=True).get(pk=arrival.article_id)
        twin = known.twin_of(article, ingest.digest_of(document.text)) if article.revision is None else None
        if twin:
            return _give_way(arrival, article, twin)
        _describe(article, arrival, document)
        last = ingest.latest(article)
        unchanged = last is not None and last.sha256 == ingest.digest_of(document.text)
        revision = None if unchanged else ingest.store_text(article, document.text, document.format, arrival.created_by)
        if article.revision is None:
            article.revision = revision
        arrival.finish(**_columns(document, revision))
        if unchanged:
            ingest.settle(article)
        article.save()
    return True


def _columns(document: Document, revision: Revision | None) -> dict[str, Any]:
    columns = ingest.arrived(document) | {"revision": revision}
    if revision is None:
        columns["notes"].append({"code": "unchanged", "words": "The text is word for word the one that is here."})
    return columns


def _describe(article: Article, arrival: Arrival, document: Document) -> None:
    """What the file says of itself fills what nobody has said; a title that only repeats its name gives way."""
    if article.revision is not None:
        return
    if article.title in (arrival.name, arrival.address[: describing.LONGEST_TITLE]):
        article.title = describing.title_of(document.title, document.text)
    article.byline = article.byline or document.byline[:300]
    article.outlet = article.outlet or document.outlet[:200]
    if not article.published and describing.is_date(document.published):
        article.published = document.published
        article.published_earliest = describing.day_of(document.published)
    ingest.describe_source(article)


def _give_way(arrival: Arrival, article: Article, twin: Article) -> bool:
    """The text is here already, under another article: this one steps aside and says where it is."""
    words = SAME.format(title=twin.title)
    known.hand_over_address(article, twin)
    article.withdrawn_at, article.withdrawn_reason = timezone.now(), words
    article.state, article.problem = Article.State.FAILED, words
    article.save()
    arrival.fail(code="same_text", problem=words, notes=[{"code": "same_text", "words": words, "article": twin.pk}])
    return False


@transaction.atomic
def give_up(arrival: Arrival, code: str, words: str) -> None:
    """The article says why no text came of it; where it has an earlier text, that one stays."""
    if not arrival.still_ours():
        return
    with history.action("article.failed"):
        Article.objects.filter(pk=arrival.article_id).update(
            state=Article.State.FAILED, problem=words, updated_at=timezone.now()
        )
        arrival.fail(code=code[:60], problem=words)
