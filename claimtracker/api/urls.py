"""All of v1 on one screen."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, re_path

from claims.api.views import Claims, Facets
from claimtracker.api import front
from sources.api.views import Articles, Citations, Sources

LIST: dict[str, Any] = {"get": "list"}
ONE: dict[str, Any] = {"get": "retrieve"}

urlpatterns: list[URLPattern] = [
    path("", front.Index.as_view(), name="api"),
    path("openapi.json", front.Document.as_view(), name="api_document"),
    path("docs/", front.Docs.as_view(), name="api_docs"),
    path("articles/", Articles.as_view({"get": "list", "post": "create"}), name="api_articles"),
    path("articles/<int:pk>/", Articles.as_view(ONE), name="api_article"),
    path("articles/<int:pk>/text/", Articles.as_view({"get": "text"}), name="api_article_text"),
    path("claims/", Claims.as_view(LIST), name="api_claims"),
    path("claims/facets/", Facets.as_view(LIST), name="api_facets"),
    path("claims/<int:pk>/", Claims.as_view(ONE), name="api_claim"),
    path("citations/", Citations.as_view(LIST), name="api_citations"),
    path("citations/<int:pk>/", Citations.as_view(ONE), name="api_citation"),
    path("sources/", Sources.as_view(LIST), name="api_sources"),
    path("sources/<int:pk>/", Sources.as_view(ONE), name="api_source"),
    re_path(r"^.*[^/]\Z", front.slash, name="api_slash"),
]
