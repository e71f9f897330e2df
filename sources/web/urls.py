"""Addresses of the pages about articles and sources that show no claim."""

from django.urls import path

from sources.web import adding, articles, bibliography, identify, links, revising, works

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
]
