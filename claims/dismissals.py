"""Putting a lint item aside, and taking it up again: the deeds."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from claims import permissions
from claims.models import Dismissal, LintItem
from claims.said import said
from claimtracker.core import history
from claimtracker.core.refusals import Unacceptable, require
from sources.refusals import BadValue


class NoReason(Unacceptable):
    """Putting something aside needs a reason, for whoever comes next. Nothing was changed."""

    code = "no_reason"
    title = "A reason is needed"


def dismiss_lint(item: LintItem, *, by: Any, reason: str) -> Dismissal:
    """Say why an item may stay as it is; it then stays dismissed in later texts too. Twice is once.

    Raises NotAllowed, NoReason.
    """
    require(permissions.can_dismiss_lint(by), "Only analysts, editors and admins put items aside.")
    try:
        reason = said(reason.strip(), needed="Say in a few words why this may stay as it is.")
    except BadValue as problem:
        raise NoReason(problem.detail, pointer=problem.pointer) from problem
    article = item.revision.article_id
    try:
        with transaction.atomic(), history.action("lint.dismissed", by=by, reason=reason):
            return Dismissal.objects.create(
                article_id=article, key=item.key, rule=item.rule, reason=reason, created_by=by
            )
    except IntegrityError:
        # Somebody was first: theirs stands, even where it was taken up again in the same moment.
        return Dismissal.objects.filter(article_id=article, key=item.key).latest("pk")


@transaction.atomic
def restore_lint(item: LintItem, *, by: Any) -> LintItem:
    """Take an item up again; nothing happens where nobody had put it aside. Raises NotAllowed."""
    require(permissions.can_dismiss_lint(by), "Only analysts, editors and admins take items up again.")
    with history.action("lint.restored", by=by):
        mine = Dismissal.objects.standing().filter(article=item.revision.article_id, key=item.key)
        mine.update(withdrawn_at=timezone.now())
    return item
