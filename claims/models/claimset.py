"""The questions that are asked of the claims' table."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Now
from django.db.models.lookups import IsNull

from claims import permissions
from claimtracker.core.asof import today
from claimtracker.core.models import Desk

if TYPE_CHECKING:
    from .claim import Claim  # noqa: F401 named in a string

UNSEEN = ("search_words", "stated")  # wide columns that no page or answer shows


class ClaimQuerySet(models.QuerySet["Claim"]):
    def visible_to(self, user: Any) -> Self:
        """Everything of the desk, or nothing."""
        return self if permissions.can_read(user) else self.none()

    def current(self) -> Self:
        """Claims of articles that are not withdrawn."""
        return self.filter(article__withdrawn_at=None)

    def uncited(self) -> Self:
        """Made by the text without a citation; what it does not say any more, or says otherwise, is not."""
        from claims.models.anchor import IN_TEXT

        return self.filter(~Exists(_links()), Exists(_anchors().filter(IN_TEXT)))

    def anchor_lost(self) -> Self:
        return self.filter(Exists(_anchors().filter(start=None)))

    def figure_changed(self) -> Self:
        return self.filter(Exists(_anchors().filter(outcome="figure_changed")))

    def source_unidentified(self) -> Self:
        """Leaning on at least one citation that nobody has identified."""
        return self.filter(Exists(_links().filter(citation__source=None)))

    def differs(self) -> Self:
        """A source that it cites says otherwise."""
        return self.with_finding("differs")

    def no_support_found(self) -> Self:
        """Searched for in at least one copy, and neither found nor contradicted in any."""
        told = _headlines().filter(finding__in=["found", "differs"])
        return self.with_finding("absent").filter(~Exists(told))

    def source_risk(self) -> Self:
        """Leaning on a work that was corrected, retracted or disowned, or that is unreliable."""
        from sources.models import Source

        return self.filter(Exists(_links().filter(citation__source__in=Source.objects.at_risk())))

    def single_origin(self) -> Self:
        """Several citations that lead back to one house: its own words, however often they are cited."""
        origin = Case(
            When(citation__source__family="", then=Concat(Value("source "), Cast("citation__source", TextField()))),
            default="citation__source__family",
            output_field=TextField(),
        )
        counted = (
            _links()
            .order_by()
            .values("claim")
            .annotate(n=Count("pk"), known=Count("citation__source"), origins=Count(origin, distinct=True))
            .filter(n__gt=1, known=F("n"), origins=1)
        )
        return self.filter(Exists(counted))

    def disputed(self) -> Self:
        return self.filter(Exists(_open_disputes()))

    def stale(self) -> Self:
        """Judged, and changed since: what is claimed, a copy, or what a copy says to it."""
        return self.filter(Exists(_stale_reviews()))

    def overdue(self) -> Self:
        return self.filter(_due_before_today() | Q(Exists(_late_disputes())))

    def waiting(self) -> Self:
        """On which somebody has still something to do: nobody has judged it, or not as it is now."""
        return self.filter(Q(stage__in=WORKING) | Q(Exists(_stale_reviews()), stage__in=DECIDED))

    def free_for(self, user: Any) -> Self:
        """Not taken by somebody else; what was taken long ago, and not judged, is free again."""
        return self.filter(Q(assignee=None) | Q(assignee=user.pk) | Q(taken_at__lt=released_before()))

    def unjudged_by(self, user: Any) -> Self:
        """On which this person has no opinion on what it is now; theirs of earlier words may be given anew."""
        from claims.models import Review

        own = Review.objects.standing().filter(claim=OuterRef("pk"), by=user.pk)
        return self.filter(~_of_each(own.fresh()))

    def risk_first(self) -> Self:
        """In the order of the queue. Claims that nobody has ranked yet are not in it."""
        return self.filter(risk__isnull=False).order_by("-risk__score", "risk__claim_id")

    def with_asked_flags(self) -> Self:
        """`is_disputed`, `is_stale`, `is_overdue`."""
        late = Case(When(_due_before_today() | Q(_of_each(_late_disputes())), then=True), default=False)
        return self.annotate(
            is_disputed=_of_each(_open_disputes()), is_stale=_of_each(_stale_reviews()), is_overdue=late
        )

    def with_basis(self) -> Self:
        """`basis`: the digest of what the copies say to it now, to which a verdict is pinned."""
        from claims.models.basis import basis_of

        return self.annotate(basis=basis_of("pk"))

    def with_policy(self) -> Self:
        """`desk_reviewers`: how many people judge a claim of this desk; null before the desk has a policy."""
        return self.annotate(desk_reviewers=Subquery(Desk.objects.values("reviewers")[:1]))

    def with_finding(self, finding: str) -> Self:
        """What a cited source's newest copy says to it; `unavailable`: a citation without a copy that was read."""
        if finding != "unavailable":
            return self.filter(Exists(_headlines().filter(finding=finding)))
        from claims.models import Finding

        searched = Finding.objects.headlines().exclude(finding="unavailable")
        here = searched.filter(claim=OuterRef("claim"), citation=OuterRef("citation"))
        return self.filter(Exists(_links().filter(~Exists(here))))

    def with_hedge(self, hedge: str) -> Self:
        return self.filter(Exists(_headlines().filter(hedge=hedge, finding__in=["found", "differs"])))

    def citing(self, source: Any) -> Self:
        return self.filter(Exists(_links().filter(citation__source=source)))

    def citing_number(self, number: int) -> Self:
        return self.filter(Exists(_links().filter(citation__number=number)))

    def with_parts(self) -> Self:
        """All that a list shows of a claim, in three queries however many there are."""
        from claims.models import Anchor, ClaimCitation

        return (
            self.defer(*UNSEEN, "article__problem", "article__withdrawn_reason")
            .with_asked_flags()
            .annotate(rival_rows=_rivals(), open_aspects=_aspects())
            .annotate(tag_names=ArraySubquery(_tags().order_by("tag__name").values("tag__name")))
            .select_related("article", "place", "assignee")
            .prefetch_related(
                Prefetch(
                    "links",
                    ClaimCitation.objects.current().with_told().select_related("citation__source").order_by("position"),
                ),
                Prefetch(
                    "anchors",
                    Anchor.objects.filter(revision=F("claim__article__revision"))
                    .select_related("revision")
                    .defer("revision__text"),
                    to_attr="current_anchors",
                ),
            )
        )

    def tagged_as(self, word: str) -> Self:
        from claims.models import Tag

        return self.filter(Exists(_tags().filter(tag__in=Tag.objects.named(word))))

    def in_text_order(self, revision: Any) -> Self:
        """As they stand in one revision: `start`, `end`, and whether by their own words (`verbatim`)."""
        return (
            self.filter(anchors__revision=revision, anchors__start__isnull=False)
            .annotate(start=F("anchors__start"), end=F("anchors__end"), verbatim=F("anchors__verbatim"))
            .order_by("start", "figure_start", "id")
        )

    def search(self, words: str) -> Self:
        from claims.search import matching

        if not words.strip():
            return self
        # Signs without a word are a search for nothing, not for everything.
        condition = matching(words)
        return self.filter(condition) if condition else self.none()

    def with_figure(self) -> Self:
        return self.exclude(figure_comparator="")

    def having(self, part: str) -> Self:
        """Claims that carry the named part: figure, date, place or attribution."""
        present = {
            "figure": ~Q(figure_comparator=""),
            "date": ~Q(date_edtf=""),
            "place": Q(place__isnull=False),
            "attribution": ~Q(attribution_agent=""),
        }
        return self.filter(present[part])


def carries(flag: str) -> Case:
    """Whether a claim carries the flag, asked of each row as it comes. As a bare "exists" PostgreSQL would first work
    out which claims of the whole desk do.
    """
    from claims.models import Claim

    same = getattr(Claim.objects.filter(pk=OuterRef("pk")), flag)()
    return Case(When(Exists(same), then=True), default=False, output_field=BooleanField())


def _tags() -> models.QuerySet[Any]:
    from claims.models import ClaimTag

    return ClaimTag.objects.filter(claim=OuterRef("pk"))


def _links() -> models.QuerySet[Any]:
    from claims.models import ClaimCitation

    return ClaimCitation.objects.current().filter(claim=OuterRef("pk"))


def _headlines() -> models.QuerySet[Any]:
    from claims.models import Finding

    # Of the claim's own links; a link that went with an earlier text of the article has its finding still.
    return Finding.objects.headlines().current().filter(claim=OuterRef("pk"))


def _aspects() -> ArraySubquery:
    from claims.models import Dispute

    return ArraySubquery(Dispute.objects.open().filter(claim=OuterRef("pk")).order_by("pk").values("aspect"))


def _rivals() -> ArraySubquery:
    from claims.models import Rival

    return ArraySubquery(Rival.objects.standing().filter(claim=OuterRef("pk")).by_rank().as_rows())


def _anchors() -> models.QuerySet[Any]:
    from claims.models import Anchor

    return Anchor.objects.filter(claim=OuterRef("pk"), revision=OuterRef("article__revision"))


WORKING = ("suggested", "open", "in_review")  # stages at which somebody has still something to do
DECIDED = ("settled", "published")


def released_before() -> Any:
    """What was taken before this moment is free again (Desk.take_hours): worked out by the database."""
    from claimtracker.core.models import Desk

    hours = Desk.objects.filter(pk=1).values("take_hours")[:1]
    return ExpressionWrapper(
        Now() - Coalesce(Subquery(hours), Value(48)) * Value(dt.timedelta(hours=1)), output_field=DateTimeField()
    )


def _of_each(rows: models.QuerySet[Any]) -> IsNull:
    """Whether there is such a row, asked of each claim as it comes. As "exists" PostgreSQL would first work out for
    which claims of the whole desk there is one, and a page shows a handful.
    """
    return IsNull(Subquery(rows.order_by().values("pk")[:1]), False)


def _open_disputes() -> models.QuerySet[Any]:
    from claims.models import Dispute

    return Dispute.objects.open().filter(claim=OuterRef("pk"))


def _late_disputes() -> models.QuerySet[Any]:
    return _open_disputes().filter(due__lt=today())


def _due_before_today() -> Q:
    return Q(due__lt=today(), stage__in=WORKING)


def _stale_reviews() -> models.QuerySet[Any]:
    from claims.models import Review

    return Review.objects.filter(claim=OuterRef("pk")).stale()
