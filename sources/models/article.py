"""What we track: an article, and each immutable text it has had."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from claimtracker.core.history import remembered
from sources import permissions

from .source import Source

if TYPE_CHECKING:
    from claimtracker.core.models import User


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible_to(self, user: Any) -> Self:
        """Everything of the desk, or nothing."""
        return self if permissions.can_read(user) else self.none()

    def current(self) -> Self:
        return self.filter(withdrawn_at=None)

    def with_revision(self) -> Self:
        """The current revision without its text, which may be ten million characters long, and how far it is read."""
        return self.select_related("revision__reading").defer("revision__text")

    def with_counts(self) -> Self:
        """`claim_count`, `uncited_count`, and of the current text `citation_count`, `waiting_count` (citations
        nobody has identified) and `mark_count`. Subqueries, so that a list counts for the rows of one page only.
        """
        return self.annotate(
            claim_count=_counted(Article, "claims"),
            # Made by the current text without a citation of it.
            uncited_count=_counted(
                Revision,
                "anchors",
                ~Exists(_cited_by(OuterRef("claim"), OuterRef("revision"))),
                start__isnull=False,
                successor=None,
            ),
            citation_count=_counted(Revision, "citations"),
            waiting_count=_counted(Revision, "citations", source=None),
            mark_count=_counted(Revision, "marks"),
        )

    def for_list(self) -> Self:
        return self.with_revision().with_counts()


def _counted(holder: type[models.Model], relation: str, *also: Any, **conditions: Any) -> Coalesce:
    """How many rows lead to the article, or to its current text, by the named relation.

    Counted in their own table and without the article's row, so that the hundred thousand
    claims of one long text take a walk along an index.
    """
    back: Any = holder._meta.get_field(relation)
    own = "pk" if holder is Article else "revision"
    rows = back.related_model._default_manager.filter(*also, **{back.remote_field.name: OuterRef(own)}, **conditions)
    counted = rows.order_by().values(back.remote_field.name).annotate(found=Count("pk")).values("found")
    return Coalesce(Subquery(counted), 0)


def _cited_by(claim: OuterRef, revision: OuterRef) -> models.QuerySet[Any]:
    """The citations of a text that a claim leans on."""
    from .citation import Citation

    return Citation.objects.filter(links__claim=claim, revision=revision)


@remembered()
class Article(models.Model):
    """A published text whose claims are tracked. Its words are in its revisions."""

    class State(models.TextChoices):
        READING = "reading"
        READY = "ready"
        FAILED = "failed"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=500)
    byline = models.CharField(max_length=300, blank=True)
    outlet = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=2000, blank=True, help_text="Where it was published; empty: not known.")
    published = models.CharField(max_length=64, blank=True, help_text="EDTF: 2025-03, 2025-03-14 …")
    published_earliest = models.DateField(null=True, blank=True, editable=False)
    language = models.CharField(max_length=8, blank=True, help_text="BCP 47; empty: not yet read.")
    figures_read = models.BooleanField(
        default=True, help_text="False: the language is one whose figures we do not read."
    )
    state = models.CharField(max_length=8, choices=State, default=State.READING)
    problem = models.TextField(blank=True, help_text="Why the reading failed, in a plain sentence.")
    # Null until the first text is there: a file or an address is made into one by a worker.
    revision: models.OneToOneField[Any, Any] = models.OneToOneField(
        "Revision", on_delete=models.PROTECT, null=True, related_name="current_of", help_text="The current text."
    )
    # An article can itself be cited.
    source = models.OneToOneField(Source, on_delete=models.PROTECT, null=True, related_name="article")
    reviewers = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many people judge each of its claims; null: as the desk has it."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="one_article_per_address", fields=["address"], condition=~Q(address="")),
            models.CheckConstraint(
                name="article_state_is_known", condition=Q(state__in=["reading", "ready", "failed"])
            ),
            models.CheckConstraint(
                name="article_has_one_or_two_reviewers", condition=Q(reviewers=None) | Q(reviewers__in=[1, 2])
            ),
            models.CheckConstraint(
                name="failed_article_says_why",
                condition=~Q(state="failed") | ~Q(problem=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])


# Nobody changes what an article said, through whatever door.
immutable = pgtrigger.Protect(name="immutable", operation=pgtrigger.Update | pgtrigger.Delete)


@remembered(large={"text": "sha256"})
class Revision(models.Model):
    """One text of an article: NFC, line breaks as \\n, nothing trimmed. Immutable."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    format = models.CharField(
        max_length=8, default="text", help_text="The form it came in: text, html, markdown, docx, pdf."
    )
    sha256 = models.CharField(max_length=64, db_index=True, help_text="Of the text in UTF-8, in hex.")
    characters = models.PositiveIntegerField(help_text="Unicode code points of the text.")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by: models.ForeignKey[User | None, User | None] = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["article", "number"]
        triggers = [immutable]
        constraints = [
            models.UniqueConstraint(name="one_revision_per_number", fields=["article", "number"]),
            models.CheckConstraint(
                name="revision_characters_are_counted",
                condition=Q(characters=Func(F("text"), function="char_length", output_field=models.IntegerField())),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}, revision {self.number}"
