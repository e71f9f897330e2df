"""Withdrawing an article, bringing it back, and how many people judge its claims: the deeds of editors.

Nothing is deleted. The claims of a withdrawn article leave the lists; each keeps its page, which says why.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from claims import permissions
from claims.said import said
from claimtracker.core import history
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused, require
from sources.models import Article
from sources.refusals import BadValue

MAY_NOT = "Only editors and admins withdraw articles and bring them back."


class WithdrawnBefore(Refused):
    """The article was withdrawn before. Nothing was changed."""

    code = "already_withdrawn"
    title = "Withdrawn already"


class NotWithdrawn(Refused):
    """The article is not withdrawn. Nothing was changed."""

    code = "not_withdrawn"
    title = "This article is not withdrawn"


@transaction.atomic
def withdraw_article(article: Article, *, reason: str, by: Any) -> Article:
    """Take the article and its claims out of the lists. Raises NotAllowed, BadValue, WithdrawnBefore."""
    require(permissions.can_withdraw_article(by), MAY_NOT)
    reason = _reason(reason)
    with history.action("article.withdrawn", by=by, reason=reason):
        columns = {"withdrawn_at": timezone.now(), "withdrawn_reason": reason}
        if not _set(article, columns, withdrawn_at=None):
            raise WithdrawnBefore("This article was withdrawn before. Nothing was changed.")
    _tell(article, f"“{article.title}” was withdrawn: {reason}", by)
    return article


@transaction.atomic
def restore_article(article: Article, *, reason: str, by: Any) -> Article:
    """Bring it back, with all its claims as they were. Raises NotAllowed, BadValue, NotWithdrawn."""
    require(permissions.can_withdraw_article(by), MAY_NOT)
    reason = _reason(reason)
    with history.action("article.restored", by=by, reason=reason):
        if not _set(article, {"withdrawn_at": None, "withdrawn_reason": ""}, withdrawn_at__isnull=False):
            raise NotWithdrawn("This article is not withdrawn. Nothing was changed.")
    _tell(article, f"“{article.title}” was brought back: {reason}", by)
    return article


@transaction.atomic
def set_reviewers(article: Article, *, reviewers: int | None, by: Any) -> Article:
    """How many people judge each of its claims: one, two, or (None) as the desk has it. Raises NotAllowed, BadValue."""
    require(permissions.can_publish(by), "Only editors and admins say how many people judge a claim.")
    if reviewers not in (None, 1, 2):
        raise BadValue("One or two people judge a claim; null leaves it to the desk.", pointer="/reviewers")
    if article.reviewers != reviewers:
        with history.action("article.policy", by=by):
            _set(article, {"reviewers": reviewers})
    return article


def _set(article: Article, columns: dict[str, Any], **where: Any) -> bool:
    done = Article.objects.filter(pk=article.pk, **where).update(**columns, updated_at=timezone.now())
    for name, value in columns.items():
        setattr(article, name, value)
    return bool(done)


def _reason(reason: str) -> str:
    return said(reason, needed="Say why; the reason stays on record.").strip()


def _tell(article: Article, words: str, by: Any) -> None:
    tell("article.withdrawn", by=by, subjects=[("article", article.pk)], words=words, path=f"/articles/{article.pk}/")
