"""Addresses of the pages about articles and sources that show no claim."""

from django.urls import path

from sources.web import (
    adding,
    articles,
    bibliography,
    citing,
    identify,
    importing,
    links,
    merging,
    recording,
    revising,
    works,
)

urlpatterns = [
    path("articles/", articles.articles, name="articles"),
    path("articles/add/", adding.add_article, name="add_article"),
    path("articles/<int:pk>/read-again/", articles.read_again, name="read_again"),
    path("articles/<int:pk>/revise/", revising.revise, name="revise_article"),
    path("articles/<int:pk>/bibliography/", bibliography.give, name="give_bibliography"),
    path("citations/<int:pk>/", identify.citation, name="citation"),
    path("articles/<int:pk>/links/", links.links, name="article_links"),
    path("sources/changes/", links.changes, name="source_changes"),
    path("sources/changes.atom", links.feed, name="source_feed"),
    path("sources/", works.sources, name="sources"),
    path("sources/add/", recording.add, name="add_source"),
    path("sources/import/", importing.import_file, name="import_sources"),
    path("sources/<int:pk>/edit/", recording.edit, name="edit_source"),
    path("sources/<int:pk>/cite/", citing.cite_source, name="cite_source"),
    path("sources/<int:pk>/merge/", merging.merging, name="merge_source"),
    path("sources/<int:pk>/unmerge/", merging.unmerge, name="unmerge_source"),
]
