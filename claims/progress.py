"""How far the work is: per article by stage, and per person what they judged. No ranking, no speed: who did how much is
said so that work can be shared out, in the order of names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from claims.models import Claim, Dispute, Review
from claims.models.dispute import OPEN
from claims.models.vocabulary import Stage
from claimtracker.core.models import User
from sources.models import Article

MOST = 100  # articles: those added last
STAGES = tuple(Stage.values)
COLUMNS = ("kind", "id", "name", *STAGES, "disputes_open", "judged_today", "judged_this_week", "taken")


@dataclass(frozen=True, slots=True)
class ArticleProgress:
    id: int
    title: str
    stages: dict[str, int]
    disputes_open: int

    @property
    def waiting(self) -> int:
        return sum(self.stages[stage] for stage in (Stage.SUGGESTED, Stage.OPEN, Stage.IN_REVIEW))

    @property
    def judged(self) -> int:
        return self.stages[Stage.SETTLED] + self.stages[Stage.PUBLISHED]

    @property
    def total(self) -> int:
        """Without what is no claim of this desk."""
        return self.waiting + self.judged


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """`taken`: claims that they have now, taken or given."""

    id: int
    name: str
    judged_today: int
    judged_this_week: int
    taken: int


@dataclass(frozen=True, slots=True)
class Progress:
    articles: Sequence[ArticleProgress]
    people: Sequence[PersonProgress]

    def as_json(self) -> dict[str, Any]:
        return {"articles": [asdict(one) for one in self.articles], "people": [asdict(one) for one in self.people]}


def read_progress(user: Any, *, now: dt.datetime | None = None) -> Progress:
    """Six questions, whatever the number of claims."""
    today = (now or timezone.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    articles = list(Article.objects.visible_to(user).current().order_by("-id").only("pk", "title")[:MOST])
    return Progress(list(_articles(articles)), list(_people(today)))


def _articles(articles: Sequence[Article]) -> Iterable[ArticleProgress]:
    ids = [article.pk for article in articles]
    counts: dict[int, dict[str, int]] = {pk: dict.fromkeys(STAGES, 0) for pk in ids}
    rows = Claim.objects.filter(article__in=ids).order_by().values_list("article", "stage").annotate(n=Count("pk"))
    for article, stage, number in rows:
        counts[article][stage] = number
    disputed = Dispute.objects.filter(state__in=OPEN, claim__article__in=ids).order_by()
    disputes = dict(disputed.values_list("claim__article").annotate(n=Count("pk")))
    for article in articles:
        yield ArticleProgress(article.pk, str(article), counts[article.pk], disputes.get(article.pk, 0))


def _people(today: dt.datetime) -> Iterable[PersonProgress]:
    """Whoever judged something this week, or has something to do."""
    monday = today - dt.timedelta(days=today.weekday())
    rows = Review.objects.filter(created_at__gte=monday, superseded_reason="").order_by().values("by")
    counts = {
        one["by"]: (one["today"], one["week"])
        for one in rows.annotate(today=Count("pk", filter=Q(created_at__gte=today)), week=Count("pk"))
    }
    taken = Claim.objects.filter(assignee__isnull=False).order_by().values_list("assignee").annotate(n=Count("pk"))
    has = dict(taken)
    people = User.objects.filter(pk__in={*counts, *has}).order_by(F("last_name"), F("first_name"), "username")
    for person in people:
        yield PersonProgress(person.pk, str(person), *counts.get(person.pk, (0, 0)), has.get(person.pk, 0))


def cells(progress: Progress) -> Iterable[list[Any]]:
    """A row an article and a row a person, under COLUMNS."""
    for one in progress.articles:
        yield ["article", one.id, one.title, *(one.stages[stage] for stage in STAGES), one.disputes_open, "", "", ""]
    for who in progress.people:
        empty = [""] * len(STAGES)
        yield ["person", who.id, who.name, *empty, "", who.judged_today, who.judged_this_week, who.taken]
