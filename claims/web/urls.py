"""Addresses of the pages that show claims."""

from django.urls import path

from claims.web import (
    changes,
    claim,
    comparing,
    evidence,
    giving,
    history,
    home,
    judging,
    lint,
    listing,
    reading,
    snapshot,
    source,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("claims/", listing.claims, name="claims"),
    path("claims/facets/", listing.facets, name="facets"),
    path("claims/<int:pk>/", claim.claim, name="claim"),
    path("articles/<int:pk>/", reading.article, name="article"),
    path("articles/<int:pk>/changes/", changes.changes, name="article_changes"),
    path("articles/<int:pk>/lint/", lint.lint, name="article_lint"),
    path("articles/<int:pk>/lint/<int:item>/dismiss/", lint.dismiss, name="dismiss_lint"),
    path("articles/<int:pk>/lint/<int:item>/restore/", lint.restore, name="restore_lint"),
    path("claims/<int:pk>/verdict/", judging.give, name="give_verdict"),
    path("claims/<int:pk>/still-holds/", judging.holds, name="still_holds"),
    path("claims/<int:pk>/step/", judging.step, name="step_claim"),
    path("reviews/<int:pk>/withdraw/", judging.withdraw, name="withdraw_review"),
    path("claims/<int:pk>/history/", history.claim, name="claim_history"),
    path("claims/<int:pk>/restore/", history.restore, name="restore_claim"),
    path("articles/<int:pk>/history/", history.article, name="article_history"),
    path("sources/<int:pk>/history/", history.source, name="source_history"),
    path("claims/<int:pk>/place/", changes.place, name="place_claim"),
    path("sources/<int:pk>/", source.source, name="source"),
    path("sources/<int:pk>/fetch/", source.fetch, name="fetch_source"),
    path("sources/<int:pk>/copies/", giving.copies, name="source_copies"),
    path("sources/<int:pk>/give/", giving.give, name="give_copy"),
    path("sources/<int:pk>/tries/", giving.tries, name="source_tries"),
    path("snapshots/<int:pk>/", snapshot.snapshot, name="snapshot"),
    path("snapshots/<int:pk>/diff/", comparing.diff, name="snapshot_diff"),
    path("snapshots/<int:pk>/pin/", evidence.pin, name="pin_evidence"),
    path("evidence/<int:pk>/withdraw/", evidence.withdraw, name="withdraw_evidence"),
]
