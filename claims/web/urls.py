"""Addresses of the pages that show claims."""

from django.urls import path

from claims.web import home, reading, source

urlpatterns = [
    path("", home.home, name="home"),
    path("articles/<int:pk>/", reading.article, name="article"),
    path("sources/<int:pk>/", source.source, name="source"),
]
