"""The data beside the pages: every list and record as .json, .csv and .ndjson, with the page's own filters."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path

from claims.api.changes import Changes
from claims.api.disputes import DisputeDownload, Disputes
from claims.api.downloads import ArticleClaims, ClaimDownload, OneClaim, SourceClaims
from claims.api.lint import Lint, LintDownload
from claims.api.notes import Notes
from claims.api.queue import ReviewProgress
from claims.api.views import Claims
from claims.api.webannotations import WebAnnotations
from claimtracker.core.downloads import RENDERERS, Download
from sources.api.checks import SourceChanges, SourceChangesDownload
from sources.api.downloads import ArticleDownload, CitationDownload, SourceDownload
from sources.api.snapshots import Snapshots
from sources.api.views import Articles, Citations, Sources

LIST: dict[str, Any] = {"get": "list"}
ONE: dict[str, Any] = {"get": "retrieve"}


def files(address: str, download: type[Download]) -> list[URLPattern]:
    return [path(f"{address}.{form}", download.as_view(form=form)) for form in RENDERERS]


urlpatterns: list[URLPattern] = [
    path("claims.json", Claims.as_view(LIST)),
    path("claims/<int:pk>.json", Claims.as_view(ONE)),
    *files("claims", ClaimDownload),
    *files("claims/<int:claim>", OneClaim),
    path("articles.json", Articles.as_view(LIST)),
    path("articles/<int:pk>.json", Articles.as_view(ONE)),
    *files("articles", ArticleDownload),
    *files("articles/<int:article>", ArticleClaims),
    path("articles/<int:article>/lint.json", Lint.as_view(LIST)),
    *files("articles/<int:article>/lint", LintDownload),
    path("articles/<int:article>/changes.json", Changes.as_view(LIST)),
    path("review/progress.json", ReviewProgress.as_view(LIST)),
    path("citations.json", Citations.as_view(LIST)),
    path("citations/<int:pk>.json", Citations.as_view(ONE)),
    *files("citations", CitationDownload),
    path("sources/changes.json", SourceChanges.as_view(LIST)),
    *files("sources/changes", SourceChangesDownload),
    path("sources.json", Sources.as_view(LIST)),
    path("sources/<int:pk>.json", Sources.as_view(ONE)),
    *files("sources", SourceDownload),
    *files("sources/<int:source>", SourceClaims),
    path("disputes.json", Disputes.as_view(LIST)),
    path("disputes/<int:pk>.json", Disputes.as_view(ONE)),
    *files("disputes", DisputeDownload),
    path("snapshots/<int:pk>.json", Snapshots.as_view(ONE)),
    path("notes.json", Notes.as_view(LIST)),
    path("notes/<int:pk>.json", Notes.as_view(ONE)),
    path("articles/<int:article>/annotations.jsonld", WebAnnotations.as_view(LIST)),
]
