"""All of v1 on one screen."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, re_path

from claims.api.changes import Changes
from claims.api.disputes import ClaimDisputes, Disputes, Rivals
from claims.api.evidence import ClaimEvidence, Pins
from claims.api.findings import Findings
from claims.api.lint import Lint
from claims.api.notes import ArticleNotes, ClaimNotes, Notes, SnapshotNotes
from claims.api.past import Diff
from claims.api.placing import Anchors
from claims.api.queue import Assigning, BulkActs, Queue, ReviewProgress
from claims.api.reviews import ClaimReviews, Reviews, Transitions
from claims.api.tags import ClaimTags, Tags
from claims.api.views import Facets
from claims.api.withdrawing import ArticleRecords, Withdrawing
from claims.api.writing import ClaimRecords, Reshaping
from claims.remembering import CLAIM
from claimtracker.api import front
from claimtracker.core.api.notices import NoticeSettings, Notifications, Subscriptions
from claimtracker.core.api.views import Views
from claimtracker.core.histories import History
from sources.api.bibliography import Bibliography
from sources.api.checks import Checks
from sources.api.citing import Cite, Styles
from sources.api.identifying import Identifying
from sources.api.merging import Merging, Suggestions
from sources.api.originals import Originals
from sources.api.records import SourceImport, SourceRecords
from sources.api.revisions import Revisions
from sources.api.snapshots import Snapshots, SourceSnapshots
from sources.api.views import Articles, Citations
from sources.remembering import ARTICLE, SOURCE

LIST: dict[str, Any] = {"get": "list"}
ONE: dict[str, Any] = {"get": "retrieve"}
MANY: dict[str, Any] = {"get": "list", "post": "create"}

urlpatterns: list[URLPattern] = [
    path("", front.Index.as_view(), name="api"),
    path("openapi.json", front.Document.as_view(), name="api_document"),
    path("docs/", front.Docs.as_view(), name="api_docs"),
    path("articles/", Articles.as_view({"get": "list", "post": "create"}), name="api_articles"),
    path(
        "articles/<int:pk>/",
        ArticleRecords.as_view({"get": "retrieve", "patch": "partial_update"}),
        name="api_article",
    ),
    path("articles/<int:pk>/withdraw/", Withdrawing.as_view({"post": "withdraw"}), name="api_withdraw_article"),
    path("articles/<int:pk>/restore/", Withdrawing.as_view({"post": "restore"}), name="api_restore_article"),
    path("articles/<int:pk>/text/", Articles.as_view({"get": "text"}), name="api_article_text"),
    path(
        "articles/<int:article>/revisions/", Revisions.as_view({"get": "list", "post": "create"}), name="api_revisions"
    ),
    path("articles/<int:article>/changes/", Changes.as_view(LIST), name="api_changes"),
    path("articles/<int:article>/bibliography/", Bibliography.as_view({"post": "create"}), name="api_bibliography"),
    path("articles/<int:article>/lint/", Lint.as_view(LIST), name="api_lint"),
    path("articles/<int:article>/lint/<int:pk>/", Lint.as_view(ONE), name="api_lint_item"),
    path("articles/<int:article>/lint/<int:pk>/dismiss/", Lint.as_view({"post": "dismiss"}), name="api_dismiss_lint"),
    path("articles/<int:article>/lint/<int:pk>/restore/", Lint.as_view({"post": "restore"}), name="api_restore_lint"),
    path("claims/", ClaimRecords.as_view({"get": "list", "post": "create"}), name="api_claims"),
    path("claims/facets/", Facets.as_view(LIST), name="api_facets"),
    path("claims/<int:pk>/", ClaimRecords.as_view({"get": "retrieve", "patch": "partial_update"}), name="api_claim"),
    path("claims/<int:pk>/split/", Reshaping.as_view({"post": "split"}), name="api_split"),
    path("claims/<int:pk>/restore/", Reshaping.as_view({"post": "restore"}), name="api_restore_claim"),
    path("claims/<int:pk>/merge/", Reshaping.as_view({"post": "merge"}), name="api_merge_claim"),
    path("claims/bulk/", BulkActs.as_view({"post": "create"}), name="api_bulk"),
    path("claims/bulk/undo/", BulkActs.as_view({"post": "undo"}), name="api_undo_bulk"),
    path("claims/<int:pk>/assign/", Assigning.as_view({"post": "create"}), name="api_assign"),
    path("review/", Queue.as_view(LIST), name="api_review"),
    path("review/progress/", ReviewProgress.as_view(LIST), name="api_progress"),
    path("claims/<int:pk>/anchor/", Anchors.as_view({"post": "create"}), name="api_anchor"),
    path(
        "claims/<int:pk>/transitions/",
        Transitions.as_view({"get": "possible", "post": "create"}),
        name="api_transitions",
    ),
    path("claims/<int:claim>/reviews/", ClaimReviews.as_view({"get": "list", "post": "create"}), name="api_reviews"),
    path("claims/<int:claim>/still-holds/", ClaimReviews.as_view({"post": "still_holds"}), name="api_still_holds"),
    path("reviews/<int:pk>/", Reviews.as_view(ONE), name="api_review"),
    path("reviews/<int:pk>/withdraw/", Reviews.as_view({"post": "take_back"}), name="api_take_back"),
    path("claims/<int:claim>/history/", History.as_view(LIST, whole=CLAIM), name="api_claim_history"),
    path("claims/<int:claim>/diff/", Diff.as_view(ONE), name="api_diff"),
    path("articles/<int:article>/history/", History.as_view(LIST, whole=ARTICLE), name="api_article_history"),
    path("sources/<int:source>/history/", History.as_view(LIST, whole=SOURCE), name="api_source_history"),
    path("claims/<int:claim>/findings/", Findings.as_view(LIST), name="api_findings"),
    path("citations/", Citations.as_view(LIST), name="api_citations"),
    path(
        "citations/<int:pk>/",
        Identifying.as_view({"get": "retrieve", "patch": "partial_update"}),
        name="api_citation",
    ),
    path("sources/", SourceRecords.as_view({"get": "list", "post": "create"}), name="api_sources"),
    path("sources/import/", SourceImport.as_view({"post": "create"}), name="api_source_import"),
    path("sources/styles/", Styles.as_view(LIST), name="api_styles"),
    path("sources/suggestions/", Suggestions.as_view(LIST), name="api_suggestions"),
    path(
        "sources/<int:pk>/",
        SourceRecords.as_view({"get": "retrieve", "patch": "partial_update"}),
        name="api_source",
    ),
    path("sources/<int:pk>/cite/", Cite.as_view({"get": "cite"}), name="api_cite"),
    path("sources/<int:pk>/merge/", Merging.as_view({"get": "preview", "post": "create"}), name="api_merge"),
    path("sources/<int:pk>/unmerge/", Merging.as_view({"post": "undo"}), name="api_unmerge"),
    path(
        "sources/<int:source>/snapshots/",
        SourceSnapshots.as_view({"get": "list", "post": "create"}),
        name="api_source_snapshots",
    ),
    path("sources/<int:source>/checks/", Checks.as_view(LIST), name="api_checks"),
    path("sources/<int:source>/fetch/", Checks.as_view({"post": "ask"}), name="api_fetch"),
    path("sources/<int:source>/link/", Checks.as_view({"post": "pin"}), name="api_link"),
    path("snapshots/", Snapshots.as_view(LIST), name="api_snapshots"),
    path("snapshots/<int:pk>/", Snapshots.as_view(ONE), name="api_snapshot"),
    path("snapshots/<int:pk>/text/", Snapshots.as_view({"get": "text"}), name="api_snapshot_text"),
    path("snapshots/<int:pk>/download/", Originals.as_view({"get": "download"}), name="api_snapshot_download"),
    path("snapshots/<int:pk>/warc/", Originals.as_view({"get": "warc"}), name="api_snapshot_warc"),
    path("sources/<int:source>/warc/", Originals.as_view({"get": "of_source"}), name="api_source_warc"),
    path("claims/<int:claim>/evidence/", ClaimEvidence.as_view({"get": "list", "post": "create"}), name="api_evidence"),
    path("evidence/<int:pk>/", Pins.as_view(ONE), name="api_pin"),
    path("evidence/<int:pk>/withdraw/", Pins.as_view({"post": "withdraw"}), name="api_withdraw_evidence"),
    path("notifications/", Notifications.as_view(LIST), name="api_notifications"),
    path("notifications/read/", Notifications.as_view({"post": "read"}), name="api_read_notices"),
    path(
        "notifications/settings/",
        NoticeSettings.as_view({"get": "show", "patch": "change"}),
        name="api_notice_settings",
    ),
    path("notifications/<int:pk>/", Notifications.as_view(ONE), name="api_notification"),
    path("subscriptions/", Subscriptions.as_view({"get": "list", "post": "create"}), name="api_subscriptions"),
    path(
        "subscriptions/<int:pk>/",
        Subscriptions.as_view({"get": "retrieve", "delete": "destroy"}),
        name="api_subscription",
    ),
    path("views/", Views.as_view({"get": "list", "post": "create"}), name="api_views"),
    path(
        "views/<int:pk>/",
        Views.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
        name="api_view",
    ),
    path("claims/<int:claim>/disputes/", ClaimDisputes.as_view({"get": "list", "post": "create"}), name="api_raise"),
    path("disputes/", Disputes.as_view(LIST), name="api_disputes"),
    path("disputes/<int:pk>/", Disputes.as_view(ONE), name="api_dispute"),
    path("disputes/<int:pk>/acknowledge/", Disputes.as_view({"post": "acknowledge"}), name="api_acknowledge"),
    path("disputes/<int:pk>/settle/", Disputes.as_view({"post": "settle"}), name="api_settle"),
    path("disputes/<int:pk>/withdraw/", Disputes.as_view({"post": "withdraw"}), name="api_withdraw_dispute"),
    path("rivals/<int:pk>/", Rivals.as_view(ONE), name="api_rival"),
    path("rivals/<int:pk>/rank/", Rivals.as_view({"post": "rank"}), name="api_rank_rival"),
    path("rivals/<int:pk>/withdraw/", Rivals.as_view({"post": "withdraw"}), name="api_withdraw_rival"),
    path("annotations/", Notes.as_view(LIST), name="api_notes"),
    path("annotations/<int:pk>/", Notes.as_view(ONE), name="api_note"),
    path("annotations/<int:pk>/replies/", Notes.as_view({"post": "reply"}), name="api_reply"),
    *(
        path(f"annotations/<int:pk>/{deed}/", Notes.as_view({"post": deed}), name=f"api_{deed}_note")
        for deed in ("resolve", "reopen", "withdraw", "place")
    ),
    path("claims/<int:claim>/annotations/", ClaimNotes.as_view(MANY), name="api_claim_notes"),
    path("articles/<int:article>/annotations/", ArticleNotes.as_view(MANY), name="api_article_notes"),
    path("snapshots/<int:snapshot>/annotations/", SnapshotNotes.as_view(MANY), name="api_snapshot_notes"),
    path("tags/", Tags.as_view(LIST), name="api_tags"),
    path("claims/<int:claim>/tags/", ClaimTags.as_view(MANY), name="api_claim_tags"),
    path("claims/<int:claim>/tags/<str:name>/", ClaimTags.as_view({"delete": "destroy"}), name="api_claim_tag"),
    re_path(r"^.*[^/]\Z", front.slash, name="api_slash"),
]
