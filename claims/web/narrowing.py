"""The few filters by which a reviewer narrows the queue: which article, which stage, which flag, and with whom."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, Subquery

from claims.models import Claim
from claims.models.claimset import DECIDED, WORKING
from claims.models.vocabulary import Flag, Stage
from claimtracker.core.filters import PAGING
from claimtracker.core.web.listing import Listing
from sources.models import Article

MOST = 100  # articles to choose from, as many as the page of progress has: those added last
ASKED = ("article", "stage", "flag", "mine")
HANDS = [("true", "you"), ("false", "nobody")]


def ask_articles(user: Any, listing: Listing) -> Any:
    """Of the articles added last those in which something waits, and the one that is chosen."""
    chosen = listing.parameters.get("article") if not listing.problems else None
    newest = Article.objects.visible_to(user).filter(withdrawn_at=None).order_by("-pk").values("pk")[:MOST]
    # Looked up for each article as it comes; as "exists" PostgreSQL would first go through all claims that wait.
    waiting = Claim.objects.filter(article=OuterRef("pk"), stage__in=WORKING).order_by().values("pk")[:1]
    articles = Article.objects.visible_to(user).alias(waits=Subquery(waiting))
    wanted = Q(pk__in=newest, waits__isnull=False)
    return articles.filter(wanted | Q(pk=chosen) if chosen else wanted).order_by("-pk").only("pk", "title")


def read_narrowing(listing: Listing, articles: Any) -> dict[str, Any]:
    """What the form offers, what is chosen in it, and what it takes along unchanged."""
    given = listing.parameters
    stages, flags = given.getlist("stage"), given.getlist("flag")
    return {
        "articles": articles,
        "article": given.get("article", ""),
        "stages": [(one.value, one.label, one in stages) for one in Stage if one in (*WORKING, *DECIDED, *stages)],
        "flags": [(one.value, one.label, one in flags) for one in Flag],
        "hands": HANDS,
        "mine": given.get("mine", ""),
        "kept": [(name, value) for name, values in given.lists() if name not in (*ASKED, *PAGING) for value in values],
    }


def as_list(listing: Listing, user: Any) -> str:
    """The same filters for the list of claims, which knows no “mine” but who has a claim."""
    rest = listing.parameters.copy()
    if "true" in rest.pop("mine", []):
        rest["assignee"] = user.get_username()
    return rest.urlencode()
