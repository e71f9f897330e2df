"""The data beside the pages: every list and record as .json, .csv and .ndjson, with the page's own filters."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
