"""What people can watch here, said to the ground floor: articles and sources."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from claimtracker.core.models import Watched
from claimtracker.core.notices.kinds import Named, watchable
from sources.models import Article, Source


def _articles(user: Any, idents: Collection[int]) -> dict[int, Named]:
    found = Article.objects.visible_to(user).filter(pk__in=idents).values_list("pk", "title")
    return {pk: Named(title, f"/articles/{pk}/", f"/articles/{pk}/changes.atom") for pk, title in found}


def _sources(user: Any, idents: Collection[int]) -> dict[int, Named]:
    found = Source.objects.visible_to(user).filter(pk__in=idents).only("title", "address", "doi")
    return {
        source.pk: Named(str(source), f"/sources/{source.pk}/", f"/sources/{source.pk}/changes.atom")
        for source in found
    }


def introduce() -> None:
    watchable(Watched.ARTICLE, _articles)
    watchable(Watched.SOURCE, _sources)
