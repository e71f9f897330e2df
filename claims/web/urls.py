"""Addresses of the pages that show claims."""

from django.urls import path

from claims.web import claim, home, listing, reading, source

urlpatterns = [
    path("", home.home, name="home"),
    path("claims/", listing.claims, name="claims"),
    path("claims/facets/", listing.facets, name="facets"),
    path("claims/<int:pk>/", claim.claim, name="claim"),
    path("articles/<int:pk>/", reading.article, name="article"),
    path("sources/<int:pk>/", source.source, name="source"),
]
