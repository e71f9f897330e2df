"""Addresses of the pages that show claims."""

from django.urls import path

from claims.web import home, source

urlpatterns = [
    path("", home.home, name="home"),
    path("sources/<int:pk>/", source.source, name="source"),
]
