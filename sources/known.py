"""Whether an article is here already: by the hash of its text, by the bytes it came from, by its address."""

from __future__ import annotations

from django.db import connection

from claimtracker.core import history
from sources.models import Arrival, Article, Source
from sources.refusals import AddressKnown
from sources.text import links


def one_at_a_time(*keys: str) -> None:
    """Two people who add the same text, or the same address, in the same second wait for each other here."""
    with connection.cursor() as cursor:
        for key in sorted({key for key in keys if key}):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def address_key(address: str) -> str:
    return links.key(address) if address else ""


def same_text(digest: str, address: str) -> Article | None:
    """The article with that text at the same or no address; one that had no address learns it."""
    same = Article.objects.filter(revisions__sha256=digest).order_by("id").distinct()
    if not address:
        return same.filter(address="").first() or same.first()
    for article in same:
        if article.address and links.key(article.address) == links.key(address):
            return article
    unplaced = same.filter(address="").select_related("source").first()
    return _learn_address(unplaced, address) if unplaced else None


def twin_of(article: Article, digest: str) -> Article | None:
    """Another article with that text, unless both have an address and the two differ."""
    others = Article.objects.filter(revisions__sha256=digest, withdrawn_at=None).exclude(pk=article.pk).order_by("id")
    for other in others.distinct():
        if not (article.address and other.address) or links.key(article.address) == links.key(other.address):
            return other
    return None


def same_file(digest: str, address: str) -> Article | None:
    """The article that was made, or is being made, from the same bytes."""
    made = Arrival.objects.filter(sha256=digest, article__withdrawn_at=None).exclude(state=Arrival.State.FAILED)
    for arrival in made.select_related("article").order_by("id"):
        article = arrival.article
        if not address or not article.address or links.key(article.address) == links.key(address):
            return article
    return None


def refuse_known(address: str) -> None:
    if not address:
        return
    known = Article.objects.filter(source__address_key=links.key(address)).first()
    if known:
        raise AddressKnown(
            f"This address is already tracked: “{known.title}”. Nothing was stored. "
            "Where its text has changed, give the new text to that article.",
            pointer="/address",
            article=known.pk,
            revisions=f"/api/v1/articles/{known.pk}/revisions/",
        )


def hand_over_address(article: Article, twin: Article) -> None:
    """An article that steps aside leaves its address, and the works row that is known by it, to the one that stays."""
    if not article.address or twin.address:
        return
    address, source = article.address, article.source
    article.address, article.source = "", None
    article.save(update_fields=["address", "source", "updated_at"])
    article.source, twin.address, twin.source = twin.source, address, source
    twin.save(update_fields=["address", "source", "updated_at"])
    article.save(update_fields=["source", "updated_at"])


def _learn_address(article: Article, address: str) -> Article:
    """An article that was added without its address, and now comes with it."""
    key = links.key(address)
    with history.action("article.address_learnt"):
        article.address = address
        article.save(update_fields=["address", "updated_at"])
        if cited := Source.objects.filter(address_key=key, article=None).first():
            # Another text cites it already: that row is this article.
            article.source = cited
            article.save(update_fields=["source", "updated_at"])
        elif article.source:
            article.source.address, article.source.address_key = address, key
            article.source.save(update_fields=["address", "address_key", "updated_at"])
    return article
