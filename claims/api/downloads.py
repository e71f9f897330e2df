"""Claims as files: all of them, one, those of one article, those that lean on one source."""

from __future__ import annotations

from claims.exports import shapes, tables
from claims.filters import ClaimFilter
from claims.models import Claim
from claims.models.claimset import ClaimQuerySet
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.downloads import Download
from sources.models import Article, Source


class ClaimDownload(AtAnyTime, Download):
    """Claims, a row each."""

    filterset_class = ClaimFilter
    name, columns = "claims", tables.COLUMNS
    cells, shape = tables.cells, shapes.claim_json

    def get_queryset(self) -> ClaimQuerySet:
        return Claim.objects.visible_to(self.request.user).current().with_parts()


class OneClaim(ClaimDownload):
    """One claim, as a table of one row."""

    name, parents = "", {"claim": Claim}

    def get_queryset(self) -> ClaimQuerySet:
        return Claim.objects.visible_to(self.request.user).filter(pk=self.kwargs["claim"]).with_parts()


class ArticleClaims(ClaimDownload):
    """The claims of one article, a row each."""

    parents = {"article": Article}

    def get_queryset(self) -> ClaimQuerySet:
        return Claim.objects.visible_to(self.request.user).filter(article=self.kwargs["article"]).with_parts()


class SourceClaims(ClaimDownload):
    """The claims that lean on one source, a row each."""

    parents = {"source": Source}

    def get_queryset(self) -> ClaimQuerySet:
        return super().get_queryset().citing(self.kwargs["source"])
