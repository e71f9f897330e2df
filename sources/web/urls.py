"""Addresses of the pages about articles and sources that show no claim."""

from django.urls import path

from sources.web import adding, articles, works

urlpatterns = [
    path("articles/", articles.articles, name="articles"),
    path("articles/add/", adding.add_article, name="add_article"),
    path("articles/<int:pk>/read-again/", articles.read_again, name="read_again"),
    path("sources/", works.sources, name="sources"),
]
